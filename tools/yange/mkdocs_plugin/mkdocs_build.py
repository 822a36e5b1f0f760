"""Building the site with MkDocs into a fresh folder that takes the old one's place, and serving it with MkDocs."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.base import ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError

from yange.cache.inputs import files_below
from yange.cache.site_record import note
from yange.mkdocs_plugin.build_folders import site_place
from yange.mkdocs_plugin.plugin import YangePlugin
from yange.mkdocs_plugin.theme import MATERIAL
from yange.problems import YangeError
from yange.processes import seldom_collected
from yange.project import LoadedTexts
from yange.settings import FILE, PLUGIN
from yange.shipped import SOURCES
from yange.storage.made_folders import MadeFolders
from yange.storage.state import ProjectState

__all__ = ["Build", "prepared", "serve_anew"]

Build = Callable[[LoadedTexts | None], Path]
"""Given the texts, which are read where there are none, build the site and return its folder."""

_FAILURES = (Abort, ConfigurationError, PluginError)
_UNREADABLE = (AttributeError, KeyError, OSError, TypeError, ValidationError, ValueError)
"""What MkDocs raises over settings whose type it does not check, such as those of the theme."""
_KEPT = 2
_EXTENSIONS = frozenset({"admonition", "attr_list", "def_list", "fenced_code", "footnotes", "tables", "toc"})
"""Some of Python-Markdown's own: they read nothing but the page."""
_CLOCK = b"build_date"


def prepared(
    state: ProjectState,
    root: Path,
    on: date | None,
    target: Path | None,
    read: str | None,
    progress: Callable[[str, int, int], None] | None = None,
    jobs: int = 1,
) -> Build:
    """Say whether the site can be built where it is to be, and return what builds it.

    Args:
        state: of the project, under its lock.
        root: the project.
        on: the day for which statuses are shown; else the setting, else today.
        target: where the site goes; else ``site_dir`` of mkdocs.yml.
        read: the hash of all that the build will read, where anybody can tell.
        progress: is called with what is written, how many of it, and of how many.
        jobs: how many processes make pages.

    Raises:
        YangeError: when mkdocs.yml is at fault, or yange must not put a site there; nothing was touched then.

    """
    with _first_warning() as said:
        config, plugin = _config(root, on, said)
    place = site_place(state, target or Path(config.site_dir), (config.docs_dir, config.theme.custom_dir))

    def build_it(texts: LoadedTexts | None) -> Path:
        plugin.given, plugin.ready = texts, state
        plugin.progress, plugin.jobs = progress or plugin.progress, jobs
        with _first_warning() as said, _failures(root, said):
            _replaced(MadeFolders(state), config, place)
            if read is not None and _vouched(root, config, plugin):
                note(
                    state,
                    read,
                    asked=on,
                    day=plugin.on,
                    fixed=plugin.settings.on is not None,
                    zone=plugin.settings.zone,
                    target=target,
                    place=place,
                    digests=plugin.site.digests,
                )
        return place

    return build_it


@contextmanager
def _failures(root: Path, said: _First) -> Iterator[None]:
    try:
        yield
    except (*_FAILURES, OSError) as failure:
        raise YangeError(f"{root}: the site was not built: {_reason(failure, said)}") from failure


def _replaced(made: MadeFolders, config: MkDocsConfig, place: Path) -> None:
    """Build aside, then let the finished site take its place: what is there before stays until then."""
    place.parent.mkdir(parents=True, exist_ok=True)
    fresh = made.beside(place)
    config.site_dir = str(fresh)
    try:
        with seldom_collected():
            build(config)
        made.replace(fresh, place)
    except BaseException:
        made.discard(fresh)
        raise


def _vouched(root: Path, config: MkDocsConfig, plugin: YangePlugin) -> bool:
    """Return whether the build read nothing but what :func:`yange.cache.site_record.inputs` reads."""
    ours, custom = (root / "site").absolute(), config.theme.custom_dir
    return (
        list(config.plugins) == [PLUGIN]
        and not config.hooks
        and config.theme.name in {MATERIAL, None}
        and {name.removeprefix("markdown.extensions.") for name in config.markdown_extensions} <= _EXTENSIONS
        and Path(config.docs_dir).is_relative_to(ours)
        and (custom is None or Path(custom).is_relative_to(ours))
        and not any(_CLOCK in Path(file).read_bytes() for file in files_below(ours))
        and all(edition.files for edition in plugin.editions.all)
    )


def serve_anew(root: Path, on: date | None, address: str) -> None:
    """Serve the site; the rest is as :func:`~yange.mkdocs_plugin.site.serve_site` says."""
    from mkdocs.commands.serve import serve  # here, because a build needs no server

    with _first_warning() as said:
        config, _ = _config(root, None, said)
    day: dict[str, Any] = {} if on is None else {"plugins": _with_day(config, on)}
    watched = [
        str(path) for name in ("policies", SOURCES, "templates", "site") for path in [root / name] if path.is_dir()
    ]
    try:
        serve(config_file=str(root / FILE), dev_addr=address, watch=watched, **day)
    except (*_FAILURES, OSError) as failure:
        raise YangeError(f"{root}: the site cannot be served: {failure}") from failure


class _First(logging.Handler):
    """Keeps the first warnings: they say why a strict build stopped."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        self._said.append(record.getMessage().rstrip(":"))

    @property
    def words(self) -> str:
        """What was said first."""
        return ": ".join(dict.fromkeys(self._said[:_KEPT]))


@contextmanager
def _first_warning() -> Iterator[_First]:
    handler, logger = _First(), logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield handler
    finally:
        logger.removeHandler(handler)


def _reason(failure: BaseException, said: _First) -> str:
    return f"{failure}: {said.words}" if said.words and said.words not in str(failure) else str(failure)


def _config(root: Path, on: date | None, said: _First) -> tuple[MkDocsConfig, YangePlugin]:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    file = root / FILE
    if not file.is_file():
        raise YangeError(f"{file}: no such file; yange init makes one")
    try:
        config = load_config(str(file), strict=True)
    except _FAILURES as failure:
        raise YangeError(f"{file}: {_reason(failure, said)}") from failure
    except _UNREADABLE as failure:
        raise YangeError(
            f"{file}: MkDocs cannot use a setting of its own, as it is of a wrong kind: {failure}"
        ) from failure
    plugin = config.plugins.get(PLUGIN)
    if not isinstance(plugin, YangePlugin):
        raise YangeError(f"{file}: the plugin {PLUGIN} is not in use; add it to plugins:")
    if on is not None:
        plugin.config.on = on
    return config, plugin


def _with_day(config: MkDocsConfig, on: date) -> dict[str, object]:
    """Return the plugins as configured, ours with another day. As a mapping: a list's entries MkDocs empties."""
    return {
        name: {**plugin.config, **({"on": on} if name == PLUGIN else {})} for name, plugin in config.plugins.items()
    }
