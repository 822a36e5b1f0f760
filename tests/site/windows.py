"""Windows of the browser that one test after another uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

_EMPTIED = "() => { try { localStorage.clear(); sessionStorage.clear(); } catch { return; } }"
_NAMES = "Object.getOwnPropertyNames(window).length"


@dataclass(frozen=True)
class _Window:
    context: BrowserContext
    page: Page
    scripts: bool
    names: int
    """How many names a page has before anything is in it."""
    heard: dict[str, Callable[..., None]] = field(default_factory=dict)
    """Who is told of what happens in it."""

    def hear(self, listeners: Mapping[str, Callable[..., None]]) -> None:
        """Tell these of what happens, and nobody else."""
        events: Any = self.page  # its methods are declared for each event apart
        for event, listener in self.heard.items():
            events.remove_listener(event, listener)
        self.heard.clear()
        self.heard.update(listeners)
        for event, listener in listeners.items():
            events.on(event, listener)

    def empty(self) -> bool:
        """Take everything out; return whether nothing is left: a clock or a script for every page stays."""
        self.hear({})
        if self.page.is_closed() or self.context.pages != [self.page]:
            return False
        self.page.evaluate(_EMPTIED)
        self.page.unroute_all()
        self.context.unroute_all()
        self.context.clear_cookies()
        self.context.clear_permissions()
        self.page.goto("about:blank")
        self.page.mouse.move(0, 0)
        return self.page.evaluate(_NAMES) == self.names


@dataclass
class Windows:
    """Windows for tests: to open one costs 2.5 CPU seconds on a loaded machine, to go to a page in an open one .7."""

    _idle: list[_Window] = field(default_factory=list)
    _lent: list[_Window] = field(default_factory=list)

    def lend(
        self,
        browser: Browser,
        width: int = 1280,
        *,
        dark: bool = False,
        scripts: bool = True,
        listeners: Mapping[str, Callable[..., None]] | None = None,
    ) -> Page:
        """Return an empty page, which tells ``listeners`` of its events; it is the test's until its end."""
        idle = [one for one in self._idle if one.context.browser is browser and one.scripts is scripts]
        window = idle[-1] if idle else _opened(browser, scripts)
        if idle:
            self._idle.remove(window)
        self._lent.append(window)
        window.hear(listeners or {})
        window.page.set_viewport_size(ViewportSize(width=width, height=800))
        window.page.emulate_media(media="null", color_scheme="dark" if dark else "light")
        return window.page

    def take_back(self) -> None:
        """Keep the windows of a test for the next one, and close those in which something is left."""
        lent, self._lent = self._lent, []
        for window in lent:
            if window.empty():
                self._idle.append(window)
            else:
                window.context.close()

    def known(self) -> list[BrowserContext]:
        """Return the contexts of the windows that wait."""
        return [window.context for window in self._idle]


def _opened(browser: Browser, scripts: bool) -> _Window:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    return _Window(context, page, scripts, page.evaluate(_NAMES))


WINDOWS = Windows()
