"""The site, built once for all tests of it, and a server that answers from the built folder only."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from reading import ARGUMENTS

from yange.mkdocs_plugin import build_site

DAY = date(2026, 11, 23)


class Quiet(SimpleHTTPRequestHandler):
    """Answers without a log, with the headers that the site asks its server to send (``_headers``)."""

    def log_message(self, *args: object) -> None:
        pass

    def end_headers(self) -> None:
        file = Path(self.directory, "_headers")
        for line in file.read_text(encoding="utf-8").splitlines()[1:] if file.is_file() else ():
            name, _, value = line.strip().partition(": ")
            self.send_header(name, value)
        super().end_headers()


def serve(folder: Path) -> ThreadingHTTPServer:
    """Serve a folder on a free port of this machine until the server is shut down."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture(scope="session")
def site(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample city as of one day. All tests that use it run in one worker (xdist group ``site``)."""
    return build_site(project_root, on=DAY, target=tmp_path_factory.mktemp("built") / "site")


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    """The address of the served site."""
    server = serve(site)
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(chromium), args=ARGUMENTS)
        yield running
        running.close()
