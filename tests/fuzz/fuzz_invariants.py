"""What holds for every input, whatever it is: one function for each kind; what it returns must not depend on chance."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date

from yange.amending import amend, read_instructions
from yange.archive.ledger import read_ledger, write_ledger
from yange.check import check
from yange.citations import citations
from yange.coding import encoded, plain, reader
from yange.compare import Comparison, Operation, compare, read_answers
from yange.compare.diff.word_diff import apply_delta
from yange.importers import plan
from yange.library import load_tree
from yange.model import Clause, Library
from yange.parse import format_provisions, parse
from yange.parse.frontmatter import (
    plain_values,
    read_policy,
    read_version,
    rewrite_version,
    version_facts,
    write_policy,
    write_version,
)
from yange.persons import mentions
from yange.problems import Problem, Severity, YangeError
from yange.readers.html import HtmlReader
from yange.readers.markdown import MarkdownReader
from yange.readers.source_text import DocumentReading
from yange.statements import (
    caption,
    commencements,
    expiries,
    extensions,
    lapses,
    printed_days,
    repeals,
    revivals,
    suspensions,
)
from yange.timeline import build_timeline
from yange.trees import EntryKind, TreeEntry

__all__ = ["HOLD"]

PLACE = "policies/a/b/2021-05-01.md"
POLICY = "---\nid: a/b\ntitle: 甲办法\nplace: 甲\nkind: 办法\nrank: null\n---\n"
BASE = """# 甲办法

第一条　为管好集市，制定本办法。

第二条　管理费每年300元。

第三条　管理费按年收取，管理费300元。

第四条　本办法自公布之日起施行。
"""
DAYS = date(1949, 10, 1), date(2021, 5, 1), date(2099, 12, 31)
READERS = caption, commencements, expiries, extensions, lapses, printed_days, repeals, revivals, suspensions


def told(problems: tuple[Problem, ...]) -> str:
    return "\n".join(map(repr, problems))


def body(text: str) -> str:
    """A text parses and is written back as it was; its clauses tile it; whatever reads it reads it."""
    provisions = parse(text)
    assert format_provisions(provisions) == text
    tiles(provisions.root)
    paths = [clause.path for clause in provisions.walk()]
    assert len(paths) == len(set(paths))
    said = [
        found if (found := read(text)) is None or not hasattr(found, "__next__") else list(found) for read in READERS
    ]
    return repr((paths, citations(provisions), mentions(text), said))


def tiles(clause: Clause) -> None:
    assert clause.start <= clause.words <= clause.own_end <= clause.end
    ends = [clause.own_end, *(child.end for child in clause.children)]
    assert [child.start for child in clause.children] == ends[:-1]
    assert ends[-1] == clause.end
    for child in clause.children:
        tiles(child)


def front_matter(text: str) -> str:
    """What is read is written so that the same is read again; a second writing changes nothing."""
    version, problems = read_version(text, PLACE, "a/b")
    if version is None:
        return told(problems)
    written = write_version(version)
    again, more = read_version(written, PLACE, "a/b")
    assert again is not None
    if not problems:
        assert not more
        assert version_facts(again) == version_facts(version)
        assert write_version(again) == written
    return told(problems) + written


def comments_kept(text: str) -> str:
    """A file written anew with other facts says those facts; comments stay or it is refused."""
    version, problems = read_version(text, PLACE, "a/b")
    if version is None or problems:
        return told(problems)
    other = dataclasses.replace(version, expires=date(2031, 1, 1), number="云府〔2030〕1号")
    try:
        written = rewrite_version(text, version, other)
    except YangeError as refusal:
        return str(refusal)
    again, _ = read_version(written, PLACE, "a/b")
    assert again is not None
    assert version_facts(again) == version_facts(other)
    return written


def policy(text: str) -> str:
    """The facts of a policy are read, written and read again."""
    found, problems = read_policy(text, "policies/a/b/policy.md")
    if found is None:
        return told(problems)
    written = write_policy(found)
    again, more = read_policy(written, "policies/a/b/policy.md")
    if not problems:
        assert again is not None
        assert not more
        assert write_policy(again) == written
    return told(problems) + written


def answers(text: str) -> str:
    """Answers of a person are read, or there is a problem."""
    values, problems = plain_values(text, "x")
    found, more = read_answers(values, "x")
    return repr(sorted(found.items(), key=lambda item: item[0])) + told((*problems, *more))


def ledger(text: str) -> str:
    """A ledger is read, written and read again."""
    editions, problems = read_ledger(text)
    if editions and not problems:
        assert read_ledger(write_ledger(editions)) == (editions, ())
    return repr(editions) + told(problems)


def amending(text: str) -> str:
    """Sentences of an amending decision are read, and carried out or refused."""
    found, problems = read_instructions(text, "x.txt")
    if not found or problems:
        return told(problems)
    made = amend(BASE, found, "x.txt")
    if made.body is not None:
        assert format_provisions(parse(made.body)) == made.body
    return repr(made)


def comparison(texts: str) -> str:
    """Either text can be rebuilt from a comparison; every unit is told once; a kept comparison is the same."""
    old, new = texts.split("\0\0")
    found = compare(parse(old), parse(new))
    data = encoded(found)
    read = reader(Comparison)
    assert read(data) == found
    assert encoded(read(data)) == data
    rebuilds(found)
    if old == new:
        assert {change.operation for change in found.changes} <= {Operation.UNCHANGED}
    return data.decode("utf-8", "surrogatepass")


def rebuilds(found: Comparison) -> None:
    for side in ("old_paths", "new_paths"):
        paths = [path for change in found.changes for path in getattr(change, side)]
        assert len(paths) == len(set(paths))
    for change in found.changes:
        was_of, now_of = (
            dict(zip(change.old_paths, change.old_texts, strict=True)),
            dict(zip(change.new_paths, change.new_texts, strict=True)),
        )
        for edge in change.edges:
            was = "".join(edit.text for edit in edge.edits if edit.op != "insert")
            now = "".join(edit.text for edit in edge.edits if edit.op != "delete")
            assert (was, now) == (was_of[edge.old_path], now_of[edge.new_path])
            assert apply_delta(was, edge.delta) == now


def imported(text: str) -> str:
    """Whatever bytes are imported, what the import would write can be read."""
    codec = ("utf-8", "utf-8", "gb18030", "utf-16")[len(text) % 4]
    data = text.encode(codec, "replace")
    planned = plan([("x.txt", data[: len(data) - len(text) % 3])], Library())
    for path, content in planned.files().items():
        if path.endswith("policy.md"):
            assert not errors(*read_policy(content, path))
        elif path.endswith(".md"):
            assert not errors(*read_version(content, path, "a/b"))
    return repr(plain(planned.output()))


def errors(found: object, problems: tuple[Problem, ...]) -> list[Problem]:
    assert found is not None
    return [problem for problem in problems if problem.severity is Severity.ERROR]


class Shelf:
    """A project of two files, in memory."""

    name = "memory"

    def __init__(self, files: dict[str, bytes]) -> None:
        self._files = files

    def entries(self, path: str) -> tuple[TreeEntry, ...] | None:
        below = {name[len(path) + 1 :] for name in self._files if name.startswith(f"{path}/")}
        kinds = {name.partition("/")[0]: EntryKind.FOLDER if "/" in name else EntryKind.FILE for name in below}
        return tuple(TreeEntry(name, kinds[name]) for name in sorted(kinds)) or None

    def size(self, path: str) -> int:
        return len(self._files[path])

    def read(self, path: str) -> bytes:
        return self._files[path]


def checked(text: str) -> str:
    """A project with one odd text is checked, and its timeline answers for any day."""
    shelf = Shelf({"policies/a/b/policy.md": POLICY.encode(), PLACE: text.encode("utf-8", "surrogatepass")})
    library, problems = load_tree(shelf)
    timeline = build_timeline(library)
    stands = [timeline.standing(policy.id, day) for policy in library.policies for day in DAYS]
    return told(problems) + told(check(library, timeline)) + repr(stands)


def web_page(text: str) -> str:
    """Any page is read or refused; a page in another encoding than it declares is not read as something else."""
    codec = ("utf-8", "utf-8", "gb18030", "utf-16")[len(text) % 4]
    return _read_blocks(HtmlReader().read("x.html", text.encode(codec, "replace")))


def marked(text: str) -> str:
    """Any Markdown is read or refused."""
    return _read_blocks(MarkdownReader().read("x.md", text.encode("utf-8", "replace")))


def _read_blocks(reading: DocumentReading) -> str:
    """The blocks of each text tile it, and each begins with its label."""
    assert reading.texts or errors(reading, reading.problems)
    for text in reading.texts:
        words = [text.text[block.start : block.end] for block in text.blocks]
        assert text.flat or "\n\n".join(words) == text.text
        assert all(said.startswith(block.label) for said, block in zip(words, text.blocks, strict=True))
    return repr(reading)


HOLD: dict[str, Callable[[str], str]] = {
    "body": body,
    "front matter": front_matter,
    "comments kept": comments_kept,
    "policy": policy,
    "answers": answers,
    "ledger": ledger,
    "amending": amending,
    "comparison": comparison,
    "import": imported,
    "check": checked,
    "web page": web_page,
    "markdown": marked,
}
"""The invariant of each kind of input; it raises where the kind's promise is broken."""
