from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from yange.problems import YangeError
from yange.settings import Settings, read_settings, settings_from


def test_without_a_file_or_a_key_the_defaults_apply(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: [search]\n", encoding="utf-8")
    assert read_settings(tmp_path) == Settings()


@pytest.mark.parametrize(
    "plugins",
    [
        "plugins:\n  - search\n  - yange:\n      {options}\n",
        "plugins:\n  yange:\n      {options}\n",
    ],
)
def test_options_are_under_the_plugins_key(tmp_path: Path, plugins: str) -> None:
    options = "zone: Europe/Berlin\n      languages: [en, zh]\n      on: 2019-06-01\n      ahead_days: 90"
    text = "theme: !!python/name:material\n" + plugins.format(options=options)
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    expected = Settings(zone="Europe/Berlin", languages=("en", "zh"), on=date(2019, 6, 1), ahead_days=90)
    assert read_settings(tmp_path) == expected


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"zone": "Mars/Olympus"}, "zone"),
        ({"zone": "../etc/passwd"}, "zone"),
        ({"languages": ["zh", "pl"]}, "languages"),
        ({"languages": []}, "languages"),
        ({"languages": ["zh", "zh"]}, "languages"),
        ({"languages": [{"zh": 1}, "en"]}, "languages"),
        ({"languages": {"zh": 1}}, "languages"),
        ({"zone": ["Asia/Shanghai"]}, "zone"),
        ({"on": datetime(2019, 6, 1, 8, 0, tzinfo=UTC)}, "on"),
        ({"on": date(999, 12, 31)}, "on"),
        ({"on": "0001-01-01"}, "on"),
        ({"ahead_days": 36_526}, "ahead_days"),
        ({"ahead_days": "9" * 5000}, "ahead_days"),
        ({"ahead_days": int("9" * 4000)}, "ahead_days"),
        ({"ahead_days": True}, "ahead_days"),
        ({"word_files": 1}, "word_files"),
        ({"address": "https://[x"}, "address"),
        ({"address": "https://a.example:99999/"}, "address"),
        ({"address": "https://a.example/\n"}, "address"),
        ({"authority": "example.org,２０２６"}, "authority"),
        ({"branch": 1.1}, "in quotes"),
        ({"forge": ["gitea"]}, "forge"),
        ({"on": "2019-02-30"}, "2019-02-30"),
        ({"ahead_days": "-3"}, "ahead_days"),
        ({"colour": "red"}, "colour"),
        ({"repository": "git@github.com:o/r.git"}, "repository"),
        ({"repository": "https://u:p@github.com/o/r"}, "repository"),
        ({"repository": "https://github.com/"}, "repository"),
        ({"repository": "https://git.example.org/o/r"}, "add forge"),
        ({"repository": "https://github.com/o/r", "forge": "cvs"}, "forge"),
        ({"repository": "https://github.com/o/r", "branch": "a b"}, "branch"),
        ({"repository": "https://github.com/o/r", "branch": "--x"}, "branch"),
    ],
)
def test_what_makes_no_sense_is_refused_by_name(values: dict[str, object], message: str) -> None:
    with pytest.raises(YangeError, match=message) as refused:
        settings_from(values, "project/mkdocs.yml")
    assert "project/mkdocs.yml" in str(refused.value)


def test_the_forge_is_known_by_its_host_or_by_name() -> None:
    told = settings_from({"repository": "https://git.example.org/o/r", "forge": "gitea", "branch": "texts/main"})
    assert told.editor is not None
    assert told.editor.edit("policies/a/b.md", 3) == "https://git.example.org/o/r/_edit/texts/main/policies/a/b.md#L3"
    assert settings_from({"repository": "https://gitlab.com/o/r"}).editor is not None
    assert settings_from({}).editor is None


def test_a_broken_file_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: [a\nb: c\n", encoding="utf-8")
    with pytest.raises(YangeError, match=r"mkdocs\.yml:\d+:\d+: "):
        read_settings(tmp_path)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Asia/Shanghai", date(2026, 11, 24)),
        ("Europe/Berlin", date(2026, 11, 23)),
        ("Pacific/Auckland", date(2026, 11, 24)),
    ],
)
def test_today_is_asked_in_the_zone_set(zone: str, day: date) -> None:
    now = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
    assert Settings(zone=zone).today(now) == day
    assert Settings(zone=zone, on=date(2019, 6, 1)).today(now) == date(2019, 6, 1)
