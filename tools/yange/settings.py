"""The settings of a project: what stands under the plugin's key in mkdocs.yml, for the CLI and the plugin alike."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from yange.dates import parse_day
from yange.forge import KINDS, Forge, forge_at
from yange.parse.frontmatter import plain_values
from yange.problems import YangeError
from yange.shipped import FILE

__all__ = ["FILE", "PLUGIN", "Settings", "read_settings", "settings_from"]

PLUGIN = "yange"
_AUTHORITY = re.compile(r"[A-Za-z0-9.@_-]+,\d{4}(?:-\d\d(?:-\d\d)?)?")
_BRANCH = re.compile(r"(?![-/.])[^\s~^:?*\[\\\x00-\x1f\x7f]{1,200}(?<![/.])")
LANGUAGES = ("zh", "en")
"""The languages in which the words of the pages are written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a publisher may set.

    ``zone`` is the time zone in which "today" is asked; ``on`` is a fixed day instead of today. ``languages`` are
    those of the interface, the first at the root of the site. ``recent_days`` and ``ahead_days`` are how far the home
    page looks back and ahead. ``publish_persons`` says whether names and telephone numbers of private persons in
    letters are published. ``word_files`` says whether comparison pages have a Word file beside them: each takes as
    long as thirty pages. ``address`` is the public address of the site (the plugin takes MkDocs' ``site_url`` where it
    is not set); without one all links are relative. ``authority`` names who gives entries of feeds their permanent
    ``tag:`` names (RFC 4151, such as ``example.org,2026``): set it once and never change it. ``repository`` is the
    address of the project at the forge where texts are corrected, ``branch`` the branch that corrections are made
    against; ``forge`` is its kind (github, gitlab, gitea; Forgejo is a gitea), needed where the host's name does not
    tell. Without a repository pages link to none and say in words how to correct.
    """

    zone: str = "Asia/Shanghai"
    languages: tuple[str, ...] = LANGUAGES
    on: date | None = None
    recent_days: int = 365
    ahead_days: int = 90
    publish_persons: bool = False
    word_files: bool = True
    address: str | None = None
    authority: str | None = None
    repository: str | None = None
    branch: str = "main"
    forge: str | None = None

    @property
    def editor(self) -> Forge | None:
        """The forge where texts are corrected, if one is set."""
        return forge_at(self.repository, self.branch, self.forge)

    def today(self, now: datetime) -> date:
        """Return the day set, else the one that it is in the zone at ``now``, an instant that knows its own zone."""
        return self.on or now.astimezone(ZoneInfo(self.zone)).date()


def read_settings(root: Path) -> Settings:
    """Read the settings of the project at ``root`` from its mkdocs.yml; without one, or without our key, the defaults.

    Raises:
        YangeError: when the file cannot be read or a setting makes no sense.

    """
    file = root / FILE
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as failure:
        raise YangeError(f"{file}: cannot be read: {failure}") from failure
    values, problems = plain_values(text, file.name)
    if problems:
        raise YangeError(f"{file}:{problems[0].line}: {problems[0].message}; {problems[0].hint}")
    return settings_from(_ours(values), str(file))


def settings_from(values: Mapping[str, object], where: str = FILE) -> Settings:
    """Make settings from plain values; unknown names and values that make no sense are refused.

    Args:
        values: by name; a value is text, a number, a day, a list of texts, or ``None`` for the default.
        where: the file to name in messages.

    Raises:
        YangeError: naming the setting, what is wrong with it and what to write.

    """
    known = tuple(field.name for field in fields(Settings))
    for name in values:
        if name not in known:
            raise YangeError(f"{where}: unknown setting {name!r} of the plugin {PLUGIN}; known: {', '.join(known)}")
    given = {name: value for name, value in values.items() if value is not None}
    default = Settings()
    return Settings(
        zone=_zone(given.get("zone", default.zone), where),
        languages=_languages(given.get("languages", default.languages), where),
        on=_day(given.get("on"), where),
        recent_days=_days("recent_days", given.get("recent_days", default.recent_days), where),
        ahead_days=_days("ahead_days", given.get("ahead_days", default.ahead_days), where),
        publish_persons=_flag("publish_persons", given.get("publish_persons", default.publish_persons), where),
        word_files=_flag("word_files", given.get("word_files", default.word_files), where),
        address=_address(given.get("address"), where),
        authority=_authority(given.get("authority"), where),
        **_forge(given, where),
    )


def _ours(values: object) -> Mapping[str, object]:
    """Find our options in the plain values of a mkdocs.yml; ``plugins`` is a list of names or of names with options."""
    plugins = values.get("plugins") if isinstance(values, dict) else None
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        options = entry.get(PLUGIN) if isinstance(entry, dict) else None
        if isinstance(options, dict):
            return options
    return {}


def _zone(value: object, where: str) -> str:
    try:
        ZoneInfo(str(value))
    except (ZoneInfoNotFoundError, ValueError, OSError) as failure:
        raise YangeError(f"{where}: zone: {value!r} is no time zone; write one such as Asia/Shanghai") from failure
    return str(value)


def _languages(value: object, where: str) -> tuple[str, ...]:
    named = (value,) if isinstance(value, str) else tuple(value) if isinstance(value, Sequence) else ()
    if not named or len(set(named)) < len(named) or any(name not in LANGUAGES for name in named):
        raise YangeError(f"{where}: languages: {value!r} cannot be used; write a list out of {', '.join(LANGUAGES)}")
    return tuple(map(str, named))


def _day(value: object, where: str) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return parse_day(str(value))
    except ValueError as failure:
        raise YangeError(f"{where}: on: {value!r} is not a day; write YYYY-MM-DD or leave it out") from failure


def _flag(name: str, value: object, where: str) -> bool:
    if str(value).casefold() not in {"true", "false"}:
        raise YangeError(f"{where}: {name}: {value!r} is neither true nor false; write true or false")
    return str(value).casefold() == "true"


def _address(value: object, where: str) -> str | None:
    if value is None:
        return None
    parts = urlsplit(str(value))
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise YangeError(f"{where}: address: {value!r} is no address of a site; write https://example.org/policies/")
    return f"{str(value).rstrip('/')}/"


def _authority(value: object, where: str) -> str | None:
    if value is not None and not _AUTHORITY.fullmatch(str(value)):
        raise YangeError(f"{where}: authority: {value!r} cannot name feeds; write a host and a year: example.org,2026")
    return str(value) if value is not None else None


def _forge(given: Mapping[str, object], where: str) -> dict[str, Any]:
    """Return the three settings of the forge; what would make links that lead nowhere is refused."""
    address, branch, kind = (given.get(name) for name in ("repository", "branch", "forge"))
    if kind is not None and kind not in KINDS:
        raise YangeError(f"{where}: forge: {kind!r} is not known; write one of {', '.join(KINDS)}")
    if branch is not None and not _BRANCH.fullmatch(str(branch)):
        raise YangeError(f"{where}: branch: {branch!r} is no name of a branch; write one such as main")
    if address is None:
        return {"branch": str(branch or "main"), "forge": kind}
    if forge_at(str(address), forge="gitea") is None:
        raise YangeError(f"{where}: repository: {address!r} is no project; write https://github.com/owner/name")
    if kind is None and forge_at(str(address)) is None:
        known = ", ".join(KINDS)
        raise YangeError(f"{where}: repository: the host does not tell what forge it is; add forge: one of {known}")
    return {"repository": str(address), "branch": str(branch or "main"), "forge": kind}


def _days(name: str, value: object, where: str) -> int:
    text = str(value)
    if not (text.isascii() and text.isdigit()):
        raise YangeError(f"{where}: {name}: {value!r} is not a number of days; write a whole number")
    return int(text)
