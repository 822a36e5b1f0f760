"""Change a version's file that people have edited: only changed values are rewritten.

Comments, order, spelling and fields of other programs are kept.
"""

from __future__ import annotations

from collections import Counter

from yange.model import Version
from yange.parse.frontmatter.read import read_version, split
from yange.parse.frontmatter.write import version_facts
from yange.parse.frontmatter.yaml_edit import CannotKeepError, changed
from yange.problems import Problem, YangeError

__all__ = ["rewrite_version"]


def rewrite_version(text: str, old: Version, new: Version) -> str:
    """Return a version's file with the facts and the body of ``new``.

    Args:
        text: the present file.
        old: the version as read from it.
        new: the version to write.

    Raises:
        YangeError: if the form of the file does not allow the change without losing something.

    """
    parts = split(text)
    if parts is None:
        raise YangeError(f"{old.path}: the front matter cannot be found any more, so that nothing was changed")
    front, body, line = parts
    if old.body.strip() and new.body != old.body:
        raise YangeError(f"{old.path}:{line}: words stand here, and others would take their place; move them first")
    before, after = version_facts(old), version_facts(new)
    _, known = read_version(text, old.path, old.policy)
    try:
        made = changed(front, before, after)
    except CannotKeepError as failure:
        where = f"{old.path}:{old.lines.get(str(failure), 1)}"
        raise YangeError(
            f"{where}: {failure} has to change, and what stands there cannot be read or kept; nothing was"
            " written; write a value, or a list with a record to a line"
        ) from failure
    head, gap = text[: text.index("\n") + 1], body[: len(body) - len(body.removeprefix("\n"))]
    fence = text[len(head) + len(front) : len(text) - len(body)]
    whole = f"{head}{made}{fence}{gap}{new.body}"
    again, problems = read_version(whole, new.path, new.policy)
    if again is None or _words(problems) - _words(known) or again.body != new.body or version_facts(again) != after:
        where = next((problem.where for problem in known), old.path)
        raise YangeError(
            f"{where}: the facts have to change, and what stands there cannot be kept; nothing was written; write a"
            " field to a line"
        )
    return whole


def _words(problems: tuple[Problem, ...]) -> Counter[tuple[str, str]]:
    return Counter((problem.code, problem.message) for problem in problems)
