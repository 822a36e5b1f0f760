"""A strict Content-Security-Policy: nothing runs in a page but our own files and the few inline scripts of the theme.

The hashes are taken from the theme's templates, never from a page: a script that came into a page in another way is
refused here already, and by the browser after that.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator

from yange.problems import YangeError
from yange.publish.assets import Asset

__all__ = ["guarded", "header_files", "inline_scripts", "policy", "refuse_scripts", "script_hash"]

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.I | re.S)
_STYLE = re.compile(r"<style>(.*?)</style>", re.S)
_DATA = re.compile(r"""\btype\s*=\s*["']?application/(?:ld\+)?json\b""", re.I)
_FILE = re.compile(r"\bsrc\s*=", re.I)
_CHARSET = '<meta charset="utf-8">'


def inline_scripts(html: str) -> Iterator[str]:
    """Yield the text of every script in a page that a browser would run from the page itself."""
    for attributes, text in _SCRIPT.findall(html):
        if not _FILE.search(attributes) and not _DATA.search(attributes):
            yield text


def script_hash(text: str) -> str:
    """Return the source expression of a script's text."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def policy(hashes: Iterable[str], styles: Iterable[str] = ()) -> str:
    """Return the policy with which the inline scripts of these hashes may run, and inline styles of these apply."""
    scripts = " ".join(["script-src 'self'", *sorted(set(hashes))])
    return "; ".join(
        [
            "default-src 'none'",
            scripts,
            " ".join(["style-src 'self'", *sorted(set(styles))]),
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
        ]
    )


def guarded(html: str, allowed: frozenset[str], where: str, styles: frozenset[str] = frozenset()) -> str:
    """Return a whole page with its policy in the head, the hashes of its own inline scripts in it.

    Args:
        html: the page as it would be written.
        allowed: the hashes of the theme's inline scripts.
        where: the page's address, for the message.
        styles: the hashes of inline styles that pages may have; browsers set no others.

    Raises:
        YangeError: when the page has an inline script that is not the theme's, or no place for the policy.

    """
    used = {script_hash(text) for text in inline_scripts(html)}
    if not used <= allowed:
        raise _refused(where)
    if _CHARSET not in html:
        raise YangeError(f"{where}: the page has no {_CHARSET} after which to put its Content-Security-Policy")
    own = {script_hash(text) for text in _STYLE.findall(html)} if styles else set()
    quoted = policy(used, own & styles).replace('"', "&quot;")
    return html.replace(
        _CHARSET, f'{_CHARSET}\n      <meta http-equiv="Content-Security-Policy" content="{quoted}">', 1
    )


def refuse_scripts(html: str, where: str) -> None:
    """Raise :class:`YangeError` when the part of a page that is ours has an inline script: none of ours is inline."""
    if next(inline_scripts(html), None) is not None:
        raise _refused(where)


def _refused(where: str) -> YangeError:
    return YangeError(
        f"{where}: the page has an inline script that is not the theme's; scripts belong in files below site/assets"
    )


def header_files(allowed: frozenset[str], styles: frozenset[str] = frozenset()) -> Iterator[Asset]:
    """Yield what a web server needs to send the policy as a header: for hosts that read ``_headers``, and for nginx."""
    rows = (
        ("Content-Security-Policy", f"{policy(allowed, styles)}; frame-ancestors 'self'"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
    )
    yield Asset("_headers", ("/*\n" + "".join(f"  {name}: {value}\n" for name, value in rows)).encode())
    lines = "".join(f'add_header {name} "{value}" always;\n' for name, value in rows)
    yield Asset("headers.nginx.conf", lines.encode())
