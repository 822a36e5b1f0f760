"""Remarks on numbering that was not read, for whoever checks, imports, compares or shows a text."""

from __future__ import annotations

from dataclasses import dataclass

from yange.coding import Output
from yange.model import Provisions
from yange.parse.unread import UnreadLine, lacks_clauses, unread_labels

__all__ = ["NO_CLAUSES", "UNREAD", "LabelRemark", "RemarkOutput", "label_remarks"]

UNREAD = "unread-label"
NO_CLAUSES = "no-clauses"
_NAMED = 3
_HINTS = {
    UNREAD: "If they are clauses, write their numbers in a form that Yange reads; until then their words are part of "
    "the clause above them.",
    NO_CLAUSES: "Check whether the numbers were lost in a conversion, or have a form that Yange does not read; the "
    "text is compared and cited as a whole.",
}


@dataclass(frozen=True, slots=True)
class LabelRemark:
    """Numbering that was not read: ``unread-label`` (one for each kind of number) or ``no-clauses`` (once).

    ``form`` is the kind of number, empty for ``no-clauses``; ``labels`` are all line beginnings of that kind;
    ``lines`` are their lines in the text, from 1; ``start`` is the offset of the first.
    """

    code: str
    form: str
    labels: tuple[str, ...]
    lines: tuple[int, ...]
    start: int

    @property
    def count(self) -> int:
        """The number of lines that begin like a number of this kind and opened no clause."""
        return len(self.labels)

    @property
    def hint(self) -> str:
        """What the contributor can do about it."""
        return _HINTS[self.code]

    def message(self, above: int = 0) -> str:
        """Return the message; ``above`` is the number of lines above the text in its file."""
        if self.code == NO_CLAUSES:
            return "No clause was recognised in this text."
        named = [f"{label} (line {line + above})" for label, line in zip(self.labels, self.lines, strict=True)][:_NAMED]
        listed = ", ".join(named) + (", …" if self.count > _NAMED else "")
        begins = "line begins" if self.count == 1 else "lines begin"
        opens = "opens" if self.count == 1 else "open"
        return f"{self.count} {begins} like a number but {opens} no clause: {listed}."

    def output(self) -> RemarkOutput:
        """Return the remark as machine output."""
        return RemarkOutput(
            code=self.code,
            form=self.form,
            count=self.count,
            labels=self.labels,
            lines=self.lines,
            message=self.message(),
        )


class RemarkOutput(Output):
    """Numbering of a text that was not read, as machine output."""

    code: str
    """``unread-label``: lines that begin like a number and opened no clause; ``no-clauses``: no clause was found."""
    form: str
    """The kind of number; empty for ``no-clauses``."""
    count: int
    labels: tuple[str, ...]
    lines: tuple[int, ...]
    """The line of each label in the text, from 1."""
    message: str


def label_remarks(provisions: Provisions, title: str = "") -> tuple[LabelRemark, ...]:
    """Return the numbering of a text that was not read, in order of the text; ``title`` is the title of the text."""
    groups: dict[str, list[UnreadLine]] = {}
    for unread in unread_labels(provisions):
        groups.setdefault(unread.form, []).append(unread)
    remarks = [_remark(provisions, form, found) for form, found in groups.items()]
    if lacks_clauses(provisions, title):
        remarks.insert(0, LabelRemark(NO_CLAUSES, "", (), (), 0))
    return tuple(remarks)


def _remark(provisions: Provisions, form: str, found: list[UnreadLine]) -> LabelRemark:
    lines, line, at = [], 1, 0
    for one in found:
        line += provisions.text.count("\n", at, one.start)
        at = one.start
        lines.append(line)
    return LabelRemark(UNREAD, form, tuple(one.label for one in found), tuple(lines), found[0].start)
