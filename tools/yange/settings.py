"""The settings of a project, under the plugin's key in mkdocs.yml, for the CLI and the plugin."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from yange.characters import printable
from yange.dates import parse_day
from yange.forge import KINDS, Forge, forge_at
from yange.messages import LANGUAGES
from yange.parse.frontmatter import plain_values, value_lines
from yange.problems import YangeError
from yange.shipped import FILE

__all__ = ["FILE", "PLUGIN", "Settings", "read_settings", "setting_lines", "settings_from"]

PLUGIN = "yange"
_AUTHORITY = re.compile(r"[A-Za-z0-9.@_-]{1,200},[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_BRANCH = re.compile(r"(?![-/.])[^\s~^:?*\[\\\x00-\x1f\x7f]{1,200}(?<![/.])")
_PAIR = re.compile(r"[a-z0-9/-]{1,200}@[a-z0-9.-]{1,40} [a-z0-9/-]{1,200}@[a-z0-9.-]{1,40}")
_MOST_DAYS = 36_525
"""A hundred years."""
_LONGEST_SHOWN = 80
_NO_LINES: Mapping[str, int] = MappingProxyType({})
_DEFAULT_LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of a publisher.

    ``zone`` is the time zone in which "today" is asked; ``on`` is a fixed day instead of today. ``languages`` are
    those of the interface, the first at the root of the site. ``recent_days`` and ``ahead_days`` are how far the
    home page looks back and ahead. ``stale_days`` is after how many days without a look a text or source is due for
    one (``yange freshness`` and its page). ``publish_persons`` says whether names and telephone numbers of private
    persons in letters are published. ``publish_originals`` says whether the PDF files that texts were read from are
    published with the site, so that each clause opens its page there: set it only if you may give them out, and the
    host has room for them. Files of which a text is withheld are never published. ``word_files`` says whether
    comparison pages have a Word file beside them: each takes as long as thirty pages, all together half of a first
    build. ``comparisons`` are pairs of
    texts that get a comparison page of their own, as ``old-id@key new-id@key`` with the keys of their addresses:
    any two texts of one policy, or of two. ``address`` is the public address of the site (MkDocs'
    ``site_url`` where it is not set); without one all links are relative. ``authority`` names who gives entries of
    feeds their permanent ``tag:`` names (RFC 4151, such as ``example.org,2026``): set it once and never change it.
    ``repository`` is the address of the project at the forge where texts are corrected, ``branch`` the branch that
    corrections are made against; ``forge`` is its kind (github, gitlab, gitea; Forgejo is a gitea), needed where
    the host's name does not tell. Without a repository pages link to none and say in words how to correct.
    """

    zone: str = "Asia/Shanghai"
    languages: tuple[str, ...] = _DEFAULT_LANGUAGES
    on: date | None = None
    recent_days: int = 365
    ahead_days: int = 90
    stale_days: int = 180
    publish_persons: bool = False
    publish_originals: bool = False
    word_files: bool = False
    comparisons: tuple[str, ...] = ()
    address: str | None = None
    authority: str | None = None
    repository: str | None = None
    branch: str = "main"
    forge: str | None = None

    @property
    def asked_pairs(self) -> tuple[tuple[str, str], ...]:
        """Return the pairs of texts that are to have a page."""
        return tuple((old, new) for old, new in (pair.split() for pair in self.comparisons))

    @property
    def editor(self) -> Forge | None:
        """The forge where texts are corrected, if one is set."""
        return forge_at(self.repository, self.branch, self.forge)

    def today(self, now: datetime) -> date:
        """Return the day that is set, or else the day in the zone at ``now``, a time with a time zone."""
        return self.on or now.astimezone(ZoneInfo(self.zone)).date()


def read_settings(root: Path) -> Settings:
    """Return the settings of the project at ``root`` from its mkdocs.yml; without the file or the key, the defaults.

    Raises:
        YangeError: if the file cannot be read or a setting is not valid, with file and line.

    """
    file = root / FILE
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Settings()
    except OSError as failure:
        raise YangeError(f"{file}: cannot be read: {failure.strerror}; check the file and its rights") from failure
    except UnicodeDecodeError as failure:
        raise YangeError(f"{file}: is not UTF-8 text; save it as UTF-8") from failure
    values, lines = _ours(text, str(file))
    site = _site_url(text, str(file))
    return settings_from({"address": site, **values} if site else values, str(file), lines)


def _site_url(text: str, where: str) -> str | None:
    """Return MkDocs' own address of the site, which the plugin takes too where ``address`` is not set."""
    values, _ = plain_values(text, where)
    found = values.get("site_url") if isinstance(values, dict) else None
    return found if isinstance(found, str) and found else None


def setting_lines(file: Path) -> Mapping[str, int]:
    """Return the line of each setting in a mkdocs.yml, for messages; empty if the file cannot be read."""
    try:
        return _ours(file.read_text(encoding="utf-8-sig"), str(file))[1]
    except (OSError, UnicodeDecodeError, YangeError):
        return {}


def settings_from(values: Mapping[str, object], where: str = FILE, lines: Mapping[str, int] = _NO_LINES) -> Settings:
    """Return settings from plain values; unknown names and invalid values are errors.

    Args:
        values: by name; a value is text, a number, a day, a list of texts, or ``None`` for the default.
        where: the file named in messages.
        lines: the known lines of settings in that file.

    Raises:
        YangeError: with the setting, what is wrong with it, and what to write.

    """
    known = tuple(field.name for field in fields(Settings))
    for name in values:
        if name not in known:
            place = _place(where, lines, name)
            raise YangeError(
                f"{place}: unknown setting {_shown(name)} of the plugin {PLUGIN}; known: {', '.join(known)}"
            )
    given = {name: value for name, value in values.items() if value is not None}
    made: dict[str, Any] = {}
    for name, value in given.items():
        try:
            made[name] = _READERS[name](value)
        except ValueError as failure:
            raise YangeError(f"{_place(where, lines, name)}: {name}: {_shown(value)} {failure}") from failure
    try:
        _one_forge(made)
    except ValueError as failure:
        raise YangeError(f"{_place(where, lines, 'repository')}: repository: {failure}") from failure
    return Settings(**made)


def _place(where: str, lines: Mapping[str, int], name: str) -> str:
    return f"{where}:{lines[name]}" if name in lines else where


def _shown(value: object) -> str:
    """Return a value in a form for messages: on one line, not long, without control characters."""
    try:
        words = printable(repr(value))
    except ValueError:  # a number of thousands of digits, which Python does not print
        words = "the number"
    return words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN]}…"


def _ours(text: str, where: str) -> tuple[Mapping[str, object], Mapping[str, int]]:
    """Return the plugin's options in a mkdocs.yml, and their lines; ``plugins`` lists names, with or without options.

    Raises:
        YangeError: if the file is not YAML, or cannot contain options.

    """
    values, problems = plain_values(text, where)
    if problems:
        raise YangeError(f"{problems[0].where}: {problems[0].message}; {problems[0].hint}")
    if values is None:
        return {}, {}
    if not isinstance(values, dict):
        raise YangeError(f"{where}:1: holds no settings; write them as name: value")
    plugins = values.get("plugins")
    entries = list(enumerate(plugins)) if isinstance(plugins, list) else [(None, plugins)]
    for at, entry in entries:
        if not isinstance(entry, dict) or PLUGIN not in entry:
            continue
        options = entry[PLUGIN]
        path: tuple[str | int, ...] = ("plugins", PLUGIN) if at is None else ("plugins", at, PLUGIN)
        lines = value_lines(text)
        if options is None:
            return {}, {}
        if not isinstance(options, dict):
            raise YangeError(f"{where}:{lines[path]}: {PLUGIN}: {_shown(options)} holds no settings; write name: value")
        return options, {name: lines[*path, name] for name in options}
    return {}, {}


def _text(value: object) -> str:
    """Return a text. MkDocs reads some texts as numbers or booleans, and then their form is lost (1.10, 007)."""
    if isinstance(value, str) and value.isprintable():
        return value
    raise ValueError("is no plain text; write one word, in quotes where it looks like a number")


def _zone(value: object) -> str:
    try:
        ZoneInfo(_text(value))
    except (ZoneInfoNotFoundError, ValueError, OSError) as failure:
        raise ValueError("is no time zone; write one such as Asia/Shanghai") from failure
    return str(value)


def _languages(value: object) -> tuple[str, ...]:
    named = [value] if isinstance(value, str) else value
    if not isinstance(named, list | tuple) or not named or not all(name in LANGUAGES for name in named):
        raise ValueError(f"cannot be used; write a list out of {', '.join(LANGUAGES)}")
    if len(set(named)) < len(named):
        raise ValueError("names a language twice; write each once")
    return tuple(map(str, named))


def _day(value: object) -> date:
    try:
        return parse_day(value.isoformat() if isinstance(value, date) else _text(value))
    except ValueError as failure:
        raise ValueError("is not a day; write YYYY-MM-DD or leave it out") from failure


def _flag(value: object) -> bool:
    if not isinstance(value, bool | str) or str(value).casefold() not in {"true", "false"}:
        raise ValueError("is neither true nor false; write true or false")
    return str(value).casefold() == "true"


def _address(value: object) -> str:
    try:
        parts = urlsplit(_text(value))
        whole = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets without an address, or a port that is not a number
        whole = False
    if not whole or parts.query or parts.fragment or " " in str(value):
        raise ValueError(
            "is no address of a site (site_url, where address is not set); write https://example.org/policies/"
        )
    return f"{str(value).rstrip('/')}/"


def _authority(value: object) -> str:
    if not _AUTHORITY.fullmatch(_text(value)):
        raise ValueError("cannot name feeds; write a host and a year: example.org,2026")
    return str(value)


def _pairs(value: object) -> tuple[str, ...]:
    named = [value] if isinstance(value, str) else value
    if not isinstance(named, list | tuple) or not all(isinstance(one, str) and _PAIR.fullmatch(one) for one in named):
        raise ValueError("is no list of pairs; write each as place/policy@key place/policy@key")
    return tuple(map(str, named))


def _kind(value: object) -> str:
    if value not in KINDS:
        raise ValueError(f"is not known; write one of {', '.join(KINDS)}")
    return str(value)


def _branch(value: object) -> str:
    if not _BRANCH.fullmatch(_text(value)):
        raise ValueError("is no name of a branch; write one such as main")
    return str(value)


def _repository(value: object) -> str:
    if forge_at(_text(value), forge="gitea") is None:
        raise ValueError("is no project; write https://github.com/owner/name")
    return str(value)


def _one_forge(made: Mapping[str, Any]) -> None:
    """Raise ValueError for a repository whose kind of forge is unknown: its links would not work."""
    if "repository" in made and "forge" not in made and forge_at(made["repository"]) is None:
        raise ValueError(f"the host does not tell what forge it is; add forge: one of {', '.join(KINDS)}")


def _days(value: object) -> int:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= len(str(_MOST_DAYS)):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _MOST_DAYS:
        raise ValueError(f"is not a number of days; write a whole number of at most {_MOST_DAYS}")
    return value


_READERS: Mapping[str, Callable[[object], Any]] = {
    "zone": _zone,
    "languages": _languages,
    "on": _day,
    "recent_days": _days,
    "ahead_days": _days,
    "stale_days": _days,
    "publish_persons": _flag,
    "publish_originals": _flag,
    "word_files": _flag,
    "comparisons": _pairs,
    "address": _address,
    "authority": _authority,
    "repository": _repository,
    "branch": _branch,
    "forge": _kind,
}
