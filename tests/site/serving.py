"""A server on this machine that answers from a built site, and sends the headers that the site asks it to send."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

DAY = date(2026, 11, 23)
"""The day of the sites that the tests build."""


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


def address_of(folder: Path) -> Iterator[str]:
    """Yield the address at which a folder is served for as long as a fixture lasts."""
    server = serve(folder)
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
