"""A review as Markdown for a comment on a pull request: folded where long, below the forge's limit, and inert.

Everything that comes from a contributed file is escaped: it can neither format, link, mention anybody nor end a fold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from yange.characters import printable
from yange.compare import Change, Comparison, Edge, Grade, Operation
from yange.messages import messages
from yange.problems import Problem, Severity
from yange.review.report import PolicyChange, ProposedEntry, Review, ReviewKind, Twin, VersionChange, blocks

__all__ = ["LIMIT", "MARK", "markdown"]

MARK = "<!-- yange-review -->"
"""The first line of the comment, by which the next review finds and replaces it."""

LIMIT = 65_000
"""Characters; the forges take 65,536 (GitHub) and a million (GitLab)."""

KINDS = {
    ReviewKind.NEW_POLICY: "新文件 new policy",
    ReviewKind.AMENDMENT: "新文本 new text",
    ReviewKind.EVENT: "事件 event",
    ReviewKind.CORRECTION: "勘误 correction",
    ReviewKind.METADATA: "著录 metadata",
    ReviewKind.TYPOGRAPHY: "空白 white space",
    ReviewKind.MOVE: "移动 move",
    ReviewKind.DELETION: "删除 deletion",
    ReviewKind.UNREADABLE: "无法读取 unreadable",
}
_NOTES: tuple[tuple[Callable[[Review], bool], str], ...] = (
    (lambda review: review.runs, "也改动了会作为程序运行的文件 files that run as code are changed, too"),
    (lambda review: review.misleading, "有看不见的或形似的字符 invisible or look-alike characters were added"),
)
_MARKUP = re.compile(r"[!-*<=>?@\[-`{-~]|^(?:[-+]|[0-9](?=[0-9]*[.)]))|(?<=ww)w(?=\.)|:(?=//)")
_LINKING = frozenset("@#w:")
_NO_WIDTH = "&#8203;"
_NAMES = re.compile(r"&#96;((?:(?!&#96;).){1,200})&#96;")
_MOST_ROWS = 20
_MOST_WORDS = 600
_LONGEST_PATH = 160


def escape(text: str, most: int = _MOST_WORDS) -> str:
    """Return words that print unchanged and have no effect, on one line, cut at ``most`` characters."""
    text = " ".join(text.split())
    text = text if len(text) <= most else f"{text[:most]}…"
    return _MARKUP.sub(_inert, printable(text))


def _inert(match: re.Match[str]) -> str:
    """Return a character that has a meaning in Markdown as a reference.

    Forges look for people, issues and addresses in the finished page, too: there a blank of no width parts them.
    """
    char = match[0]
    if char in _LINKING:
        return f"{char}{_NO_WIDTH}" if char in "w:" else f"&#{ord(char)};{_NO_WIDTH}"
    return f"&#{ord(char)};"


def _said(text: str) -> str:
    """Return a message of ours with its quotations from files; names between backticks print as code."""
    return _NAMES.sub(r"<code>\1</code>", escape(text))


def _code(text: str) -> str:
    return f"<code>{escape(text)}</code>"


def markdown(review: Review) -> str:
    """Return the review as a comment: first what must be done, then each policy, then the results."""
    head, tail = _head(review), _tail(review)
    room = LIMIT - len(head) - len(tail) - 300
    parts: list[str] = []
    left = 0
    for policy in review.policies:
        text = _policy(policy)
        if len(text) > room:
            text = _short(policy)
        if len(text) > room:
            left += 1
            continue
        room -= len(text)
        parts.append(text)
    if left:
        parts.append(f"{left} more policies are not shown here: run `yange review` for them.\n\n")
    whole = head + "".join(parts) + tail
    return whole if len(whole) <= LIMIT else f"{whole[: LIMIT - 100]}\n\n… cut here: run `yange review`.\n"


def _head(review: Review) -> str:
    mark = "❌" if not review.ok else "⚠️" if review.misleading or review.runs else "✅"
    lines = [MARK, f"## 沿革 {mark} {_verdict(review)}", ""]
    lines.append(f"<sub>{escape(review.base[:12])} → {escape(review.head[:12])}</sub>")
    lines.append("")
    lines.extend(_others(review))
    lines.extend(_problems("承诺被打破 Promises broken", review.broken))
    lines.extend(_problems("新的问题 New problems", review.problems))
    proposed = [one for policy in review.policies for v in policy.versions for one in v.proposed]
    if proposed:
        lines += ["### 缺少的勘误记录 Missing entries", ""]
        lines += ["把每一段粘贴到该文件的头部，在 `evidence` 里写明依据。", ""]
        lines += ["Paste each into the front matter of its file, and write the evidence under `evidence`.", ""]
        lines.extend(_proposals(proposed))
    twins = [twin for policy in review.policies for v in policy.versions for twin in v.twins]
    if twins:
        lines += ["### 其他文本的同样错误 The same words elsewhere", ""]
        lines += ["这些文本的对应条款里有同样的文字。如果也是录错，请一并改正，各记一条。", ""]
        lines += [
            "These texts have the same words in the same clause. If they are wrong there, too, correct them together.",
            "",
        ]
        lines.extend(_twins(twins))
    return "\n".join(lines) + "\n"


def _verdict(review: Review) -> str:
    if review.broken:
        count = len(review.broken)
        return f"{count} 项承诺被打破 {'promise is' if count == 1 else 'promises are'} broken"
    if not review.ok:
        return "文本有新的错误 the texts have new errors"
    notes = [words for applies, words in _NOTES if applies(review)]
    kinds = [KINDS[kind] for kind in ReviewKind if any(kind in policy.kinds for policy in review.policies)]
    return ", ".join([*notes, *(kinds or ["没有文本改动 no text changes"])])


def _others(review: Review) -> Iterator[str]:
    """Yield the changed files other than texts; those that run as code come before everything else."""
    for runs, title in (
        (True, "会作为程序运行的文件 Files that run as code"),
        (False, "文本以外的文件 Files that are not texts"),
    ):
        found = [one for one in review.others if one.runs is runs]
        if not found:
            continue
        yield f"### {title}"
        yield ""
        if runs:
            yield "合并之前请逐个读过：构建网站、检查文本时会执行它们。"
            yield ""
            yield "Read each before merging: builds, checks or readers' browsers execute them."
            yield ""
        most = 2 * _MOST_ROWS if runs else _MOST_ROWS
        yield from (
            f"- {'⚠️ ' if runs else ''}<code>{escape(one.path, _LONGEST_PATH)}</code> {one.what}" for one in found[:most]
        )
        if len(found) > most:
            yield f"- and {len(found) - most} more: run `git diff --stat`"
        yield ""


def _problems(title: str, problems: Sequence[Problem]) -> Iterator[str]:
    if not problems:
        return
    yield f"### {title}"
    yield ""
    for problem in problems[:_MOST_ROWS]:
        mark = "❌" if problem.severity is Severity.ERROR else "⚠️"
        title = _title_of(problem)
        yield f"- {mark} {_code(problem.where)} {title}{_said(problem.message)} <sub>{escape(problem.code)}</sub>"
        if problem.hint:
            yield f"  <br>{_said(problem.hint)}"
    if len(problems) > _MOST_ROWS:
        yield f"- and {len(problems) - _MOST_ROWS} more"
    yield ""


def _title_of(problem: Problem) -> str:
    """Return in Chinese what is wrong and what to do; the message itself is in English."""
    key, words = f"problem.{problem.code}", messages("zh")
    return f"<b>{escape(words[key])}</b><br>" if key in words else ""


def _proposals(proposed: Sequence[ProposedEntry]) -> Iterator[str]:
    found = blocks(proposed[: 2 * _MOST_ROWS])
    for path, line, text in found:
        yield f"{_code(path)}, {_place_of(line)}:"
        yield ""
        yield fenced(text)
        yield ""
    if len(proposed) > 2 * _MOST_ROWS:
        yield f"and {len(proposed) - 2 * _MOST_ROWS} more: run `yange review`"
        yield ""


def place_of(line: int | None) -> str:
    """Return the words for the place of an entry in a file."""
    return f"below line {line}" if line else "among the facts, above the second line ---"


def _place_of(line: int | None) -> str:
    chinese = f"第 {line} 行之下" if line else "头部的第二个 --- 之上"
    return f"{chinese} {place_of(line)}"


def fenced(text: str) -> str:
    """Return words in a code block that nothing in them can end."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}yaml\n{text}\n{fence}"


def _twins(twins: Sequence[Twin]) -> Iterator[str]:
    for twin in twins[:_MOST_ROWS]:
        where = f"{twin.path}:{twin.line}"
        yield f"- {_code(where)} {escape(twin.clause)}: <code>{escape(twin.words)}</code>"
        yield ""
        yield "\n".join(f"  {line}" for line in fenced(blocks([twin.proposed])[0][2]).split("\n"))
        yield ""
    if len(twins) > _MOST_ROWS:
        yield f"- and {len(twins) - _MOST_ROWS} more"
        yield ""


def _title(policy: PolicyChange) -> str:
    kinds = ", ".join(KINDS[kind] for kind in policy.kinds)
    was = f", until now {escape(policy.was)}" if policy.was else ""
    return f"<b>{escape(policy.title)}</b> {_code(policy.id)}{was}: {kinds}"


def _short(policy: PolicyChange) -> str:
    return f"- {_title(policy)} (too long to be shown here)\n\n"


def _policy(policy: PolicyChange) -> str:
    lines = [f"<details><summary>{_title(policy)}</summary>", ""]
    lines += [f"- {_code(v.name)}: {_code(v.was)} → {_code(v.now)}" for v in policy.values]
    for version in policy.versions:
        lines += ["", *_version(version)]
    return "\n".join([*lines, "", "</details>", "", ""])


def _version(version: VersionChange) -> Iterator[str]:
    kinds = ", ".join(KINDS[kind] for kind in version.kinds)
    was = f" (was {_code(version.was)})" if version.was else ""
    against = f", against {escape(version.against)}" if version.against else ""
    yield f"**{escape(version.version)}** {_code(version.path)}{was}: {kinds}{against}"
    yield ""
    fresh = {ReviewKind.NEW_POLICY, ReviewKind.AMENDMENT} & set(version.kinds)
    for value in version.values:
        was = "" if fresh else f"{_code(value.was)} → "
        yield f"- {_code(value.name)}: {was}{_code(value.now)}"
    for entry in version.entries:
        place = entry.clause or entry.field
        yield (
            f"- 勘误 {escape(place)}: {_code(entry.was or '–')} → {_code(entry.now or '–')}; "
            f"evidence: {escape(entry.evidence or '–')}; by {escape(entry.by or '–')}"
        )
    if version.comparison:
        quiet = (Operation.UNCHANGED, Operation.RENUMBERED)
        shown = [change for change in version.comparison.changes if change.operation not in quiet]
        yield from _renumbered(version.comparison)
        for change in shown[:_MOST_ROWS]:
            yield from _change(change, law=bool(version.against))
        if len(shown) > _MOST_ROWS:
            yield f"- and {len(shown) - _MOST_ROWS} more clauses"


def _renumbered(comparison: Comparison) -> Iterator[str]:
    """Return one line for all clauses that were only renumbered, so that they do not hide other changes."""
    found = [change for change in comparison.changes if change.operation is Operation.RENUMBERED]
    if found:
        pairs = (f"{'、'.join(change.old)} → {'、'.join(change.new)}" for change in found)
        yield f"- {_both('operation', 'renumbered')} ({len(found)}): {escape('; '.join(pairs))}"


def _change(change: Change, *, law: bool) -> Iterator[str]:
    """Return the lines of one clause; if the record was wrong, it was corrected and not amended."""
    old, new = "、".join(change.old) or "–", "、".join(change.new) or "–"
    labels = old if old == new else f"{old} → {new}"
    grade = f", {_both('grade', change.grade.value)}" if change.grade else ""
    corrected = not law and change.operation is Operation.AMENDED
    what = "更正 corrected" if corrected else _both("operation", change.operation.value)
    yield f"- {escape(labels)} {what}{grade}"
    if not change.edges:
        gone = [f"<del>{escape(text)}</del>" for text in change.old_texts]
        came = [f"<ins>{escape(text)}</ins>" for text in change.new_texts]
        yield "  <br>" + " ".join([*gone, *came])
    for edge in change.edges:
        yield "  <br>" + _marked(edge)


def _both(kind: str, name: str) -> str:
    """Return a word of the comparison in Chinese and as in machine output."""
    key, words = f"{kind}.{name}", messages("zh")
    return f"{words[key]} {name}" if key in words else name


def _marked(edge: Edge) -> str:
    pieces = []
    for edit in edge.edits:
        if edit.op == "equal":
            pieces.append(_context(edit.text))
        elif edit.grade is Grade.EDITORIAL and not edit.text.strip():
            pieces.append("·" if edit.op == "delete" else "")
        else:
            pieces.append(f"<{edit.op[:3]}>{escape(edit.text)}</{edit.op[:3]}>")
    return "".join(pieces)


def _context(text: str) -> str:
    return escape(text) if len(text) <= 60 else f"{escape(text[:25])} … {escape(text[-25:])}"


def _tail(review: Review) -> str:
    lines: list[str] = []
    if review.archive:
        days, first = review.archive, review.archive[0].day
        lines += [f"<details><summary>档案 Archive: files that differ: {len(days)}, from {first} on</summary>", ""]
        lines += [f"- {one.day} {_code(one.policy)} {one.what}" for one in days[:_MOST_ROWS]]
        lines += [f"- and {len(days) - _MOST_ROWS} more"] if len(days) > _MOST_ROWS else []
        lines += [
            "",
            f"{first} 之前的事件编号不变 Ids of events before {first} stay as they are.",
            "",
            "</details>",
            "",
        ]
    elif review.policies:
        lines += ["档案没有变化，编号都不变 Archive: no file differs; every id stays as it is.", ""]
    if review.pages:
        lines += [f"<details><summary>网页 Site: pages that may differ: {len(review.pages)}</summary>", ""]
        lines += [f"- {_code(page)}" for page in review.pages[: 2 * _MOST_ROWS]]
        lines += [f"- and {len(review.pages) - 2 * _MOST_ROWS} more"] if len(review.pages) > 2 * _MOST_ROWS else []
        lines += ["", "</details>", ""]
    for number, valid in review.editions:
        if not valid:
            lines.append(f"- ❌ edition {number} can no longer be rebuilt: its commit is not in this history")
    if review.editions and all(valid for _, valid in review.editions):
        lines += [f"版次 Editions 1–{review.editions[-1][0]}: 已引用的编号都有效 all quoted ids stay valid.", ""]
    if review.mended:
        lines += [f"旧问题已改正 Earlier problems that are fixed: {review.mended}", ""]
    lines += [f"> {escape(remark)}\n" for remark in review.remarks]
    return "\n".join(lines) + "\n"
