"""A reader's browser: what it may ask for, and what went wrong in it."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Error, Page, Request
from windows import WINDOWS


class Reader:
    """A window on the served site that records every request to another host, and every error.

    The browser knows no host but this machine (:mod:`browsing`). To stop each request and let it go on from here cost a
    third of the time of a page, and emptied the browser's cache.
    """

    def __init__(self, browser: Browser, base: str, width: int, dark: bool = False, scripts: bool = True) -> None:
        self.base = base
        self.outside: list[str] = []
        self.errors: list[str] = []
        told = {
            "console": self._console,
            "pageerror": self._error,
            "dialog": self._dialog,
            "request": self._request,
        }
        self.page: Page = WINDOWS.lend(browser, width, dark=dark, scripts=scripts, listeners=told)

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:")):
            self.outside.append(request.url)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} {message.location}")

    def _error(self, error: Error) -> None:
        self.errors.append(str(error))

    def _dialog(self, dialog: Dialog) -> None:
        self.errors.append(f"dialog: {dialog.message}")

    def open(self, address: str) -> Page:
        response = self.page.goto(self.base + address)
        assert response is not None
        assert response.status == 200, address
        return self.page

    def is_quiet(self) -> None:
        assert self.outside == []
        assert self.errors == []


def faults(page: Page) -> list[tuple[str, str, str]]:
    """Return what axe finds wrong with a page for assistive technology: rule, weight and place.

    Passes are counted and not described, which takes 40 % less; a run still costs as much as opening two pages.
    """
    options = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}  # WCAG 2.2 (2.5.8)
    found = Axe().run(page, options=options).response["violations"]
    return [(one["id"], one["impact"], one["nodes"][0]["html"][:120]) for one in found]


def shown(page: Page, selector: str) -> str:
    return " ".join(page.inner_text(selector).split())
