"""A reader's browser: what it may ask for, and what went wrong in it."""

from __future__ import annotations

from playwright.sync_api import Browser, ConsoleMessage, Page, Route, ViewportSize


class Reader:
    """A window on the served site that refuses and records every request to another host, and every error."""

    def __init__(self, browser: Browser, base: str, width: int, dark: bool = False, scripts: bool = True) -> None:
        self.base = base
        self.outside: list[str] = []
        self.errors: list[str] = []
        size = ViewportSize(width=width, height=800)
        context = browser.new_context(
            viewport=size, color_scheme="dark" if dark else "light", java_script_enabled=scripts
        )
        context.route("**/*", self._route)
        self.page: Page = context.new_page()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", lambda dialog: self.errors.append(f"dialog: {dialog.message}"))

    def _route(self, route: Route) -> None:
        if route.request.url.startswith((self.base, "data:")):
            route.continue_()
        else:
            self.outside.append(route.request.url)
            route.abort()

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} {message.location}")

    def open(self, address: str) -> Page:
        response = self.page.goto(self.base + address)
        assert response is not None
        assert response.status == 200, address
        return self.page

    def is_quiet(self) -> None:
        assert self.outside == []
        assert self.errors == []


def shown(page: Page, selector: str) -> str:
    return " ".join(page.inner_text(selector).split())
