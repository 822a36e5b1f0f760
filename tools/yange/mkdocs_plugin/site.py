"""Building the site into a fresh folder that takes the old one's place, and serving it while texts are edited."""

from __future__ import annotations

import gc
import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError

from yange.mkdocs_plugin.plugin import YangePlugin
from yange.problems import YangeError
from yange.settings import FILE, PLUGIN

__all__ = ["build_site", "serve_site"]

_FAILURES = (Abort, ConfigurationError, PluginError)
_KEPT = 2
_COLLECTED = (50_000, 20, 50)


def build_site(root: Path, *, on: date | None = None, target: Path | None = None) -> Path:
    """Build the site of the project at ``root``, strictly, into a fresh folder that then takes the old one's place.

    Args:
        root: the project.
        on: the day on which statuses are told; else the setting, else today.
        target: where the site goes; else ``site_dir`` of mkdocs.yml.

    Returns:
        The folder of the finished site.

    Raises:
        YangeError: when the site cannot be built; what stood in the target before then still stands there.

    """
    with _first_warning() as said:
        config = _config(root, on, said)
        place = target or Path(config.site_dir)
        fresh = place.with_name(f".{place.name}.new")
        config.site_dir = str(fresh)
        try:
            shutil.rmtree(fresh, ignore_errors=True)
            with _seldom_collected():
                build(config)
        except (*_FAILURES, OSError) as failure:
            shutil.rmtree(fresh, ignore_errors=True)
            raise YangeError(f"{root}: the site was not built: {_reason(failure, said)}") from failure
    _swap(fresh, place)
    return place


def serve_site(root: Path, *, on: date | None = None, address: str = "127.0.0.1:8000") -> None:
    """Serve the site with MkDocs' own server until it is stopped; ``policies`` and templates are watched.

    Raises:
        YangeError: when mkdocs.yml is at fault or the site cannot be built.

    """
    with _first_warning() as said:
        config = _config(root, None, said)
    day: dict[str, Any] = {} if on is None else {"plugins": _with_day(config, on)}
    watched = [str(path) for name in ("policies", "templates", "site") for path in [root / name] if path.is_dir()]
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


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Let Python look for unreachable cycles seldom: nearly all that is made is needed to the end of the build."""
    usual = gc.get_threshold()
    gc.set_threshold(*_COLLECTED)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _reason(failure: BaseException, said: _First) -> str:
    return f"{failure}: {said.words}" if said.words and said.words not in str(failure) else str(failure)


def _config(root: Path, on: date | None, said: _First) -> MkDocsConfig:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    file = root / FILE
    if not file.is_file():
        raise YangeError(f"{file}: no such file; yange init makes one")
    try:
        config = load_config(str(file), strict=True)
    except _FAILURES as failure:
        raise YangeError(f"{file}: {_reason(failure, said)}") from failure
    plugin = config.plugins.get(PLUGIN)
    if not isinstance(plugin, YangePlugin):
        raise YangeError(f"{file}: the plugin {PLUGIN} is not in use; add it to plugins:")
    if on is not None:
        plugin.config.on = on
    return config


def _with_day(config: MkDocsConfig, on: date) -> dict[str, object]:
    """Return the plugins as configured, ours with another day. As a mapping: a list's entries MkDocs empties."""
    return {
        name: {**plugin.config, **({"on": on} if name == PLUGIN else {})} for name, plugin in config.plugins.items()
    }


def _swap(fresh: Path, place: Path) -> None:
    old = place.with_name(f".{place.name}.old")
    try:
        shutil.rmtree(old, ignore_errors=True)
        if place.exists():
            place.rename(old)
        fresh.rename(place)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as failure:
        raise YangeError(f"{place}: the new site stands in {fresh}, but cannot take its place: {failure}") from failure
