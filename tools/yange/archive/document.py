"""The file of a policy in the archived tree: facts as YAML front matter, then the text, byte for byte.

The keys are those of ``policy.md`` and of the version on disk and ``not_in_force``. The YAML itself is
written here and not by the YAML library: the archive's ids hang on every byte, so its style must not change with a
library's release (and this is some twenty times quicker). What is not plainly a word stands in double quotes, as JSON
writes them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from yange.model import Policy, Version
from yange.parse.frontmatter import version_facts

NOT_HELD = (
    "> 本库未收录此文全文，以上仅为其著录事项。\n>\n"
    "> The text of this policy is not held; the facts above are all that is recorded of it.\n"
)

# Begins with a Chinese character or bracket and holds nothing that YAML gives a meaning to.
_PLAIN = re.compile(r"[\u4e00-\u9fff〇《（〔][\w\u4e00-\u9fff〇《》（）〔〕、，。；：“”·—-]*")
_WORD = re.compile(r"[a-z][a-z0-9-]*(?:/[a-z0-9-]+)*")
_NO_WORD = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def archived_file(policy: Policy, version: Version, not_in_force: tuple[str, ...] = ()) -> bytes:
    """Return the archived file of a version: UTF-8, a blank line after the front matter, then the body as it is.

    ``not_in_force`` lists the labels of the clauses that are out on the days of the file. A text that is not
    held has its title and a line that says so in place of the body.
    """
    front = "".join(_field(name, value) for name, value in _facts(policy, version, not_in_force))
    body = version.body if version.held else f"# {' '.join(version.title.split())}\n\n{NOT_HELD}"
    return f"---\n{front}---\n\n{body}".encode()


def _facts(policy: Policy, version: Version, not_in_force: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """Yield the front matter in order.

    Left out is ``checked``: it is about the work on the archive and not the text, and would change the ids of a
    whole history whenever somebody holds a status against the issuer once more.
    """
    yield from (("policy", policy.id), ("place", policy.place), ("kind", policy.kind), ("rank", policy.rank))
    if policy.sample:
        yield "sample", True
    if not_in_force:
        yield "not_in_force", list(not_in_force)
    yield from ((name, value) for name, value in version_facts(version).items() if name != "checked")


def _field(name: str, value: Any) -> str:
    """Write a fact on one line; a list of records takes a line for each."""
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return f"{name}:\n" + "".join(f"  - {_flow(item)}\n" for item in value)
    return f"{name}: {_flow(value)}\n"


def _flow(value: Any) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return _text(value)
        case int():
            return str(value)
        case date():
            return value.isoformat()
        case list():
            return f"[{', '.join(map(_flow, value))}]"
        case dict():
            return "{" + ", ".join(f"{name}: {_flow(item)}" for name, item in value.items()) + "}"
        case _:
            raise TypeError(f"no way to write {type(value).__name__} in front matter")


def _text(text: str) -> str:
    if _PLAIN.fullmatch(text) or (_WORD.fullmatch(text) and text not in _NO_WORD):
        return text
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))
