"""A redline as a Word file: one text with real tracked changes that a person can accept or reject.

Words and paragraph marks that were deleted or inserted are ``w:del`` and ``w:ins`` (ECMA-376, 17.13.5). Their author
and day are those of the new text, so the same texts give the same bytes: its document number, else its title, and its
first day in force, without which a change has no day. Nothing but the two texts is in the body; what they are is in the
header.
"""

from __future__ import annotations

from itertools import count
from xml.sax.saxutils import quoteattr

from yange.problems import YangeError
from yange.reports.docx import word_file
from yange.reports.redline import EditOp, RedlineParagraph, RedlineRun, redline
from yange.reports.sides import Report, ReportSide
from yange.reports.table_xml import words_xml

__all__ = ["redline_docx"]

_TITLE = '<w:keepNext/><w:spacing w:before="120" w:after="240"/><w:jc w:val="center"/>'
_HEADING = '<w:keepNext/><w:spacing w:before="200" w:after="100"/><w:jc w:val="center"/>'
_CLAUSE = '<w:spacing w:after="80" w:line="320" w:lineRule="auto"/>'
_SET_AS = {"title": (_TITLE, '<w:b/><w:sz w:val="32"/>'), "heading": (_HEADING, "<w:b/>"), "clause": (_CLAUSE, "")}
_LONGEST_AUTHOR = 120
_MARKS = {EditOp.DELETE: "del", EditOp.INSERT: "ins"}


def redline_docx(report: Report) -> bytes:
    """Return the Word file.

    Raises:
        YangeError: when the report has no texts to mark.

    """
    old, new = report.old.provisions, report.new.provisions
    if old is None or new is None:
        raise YangeError("a redline needs both texts; this report has their comparison alone")
    marks = _Marks(report.new)
    body = "".join(marks.paragraph(one) for one in redline(old, new, report.comparison))
    return word_file(body, report, name=report.words("redline"))


class _Marks:
    """Writes paragraphs; each change has a number of its own, its author and its day."""

    def __init__(self, side: ReportSide) -> None:
        author = quoteattr((side.number or side.called)[:_LONGEST_AUTHOR])
        day = f' w:date="{side.effective.isoformat()}T00:00:00Z"' if side.effective is not None else ""
        self._said = f"w:author={author}{day}"
        self._numbers = count(1)

    def _mark(self, op: EditOp) -> str:
        return f'w:{_MARKS[op]} w:id="{next(self._numbers)}" {self._said}'

    def paragraph(self, paragraph: RedlineParagraph) -> str:
        set_as, look = _SET_AS.get(paragraph.role, _SET_AS["clause"])
        mark = f"<{self._mark(paragraph.mark)}/>" if paragraph.mark in _MARKS else ""
        runs = "".join(self._run(run, look) for run in paragraph.runs)
        return f"<w:p><w:pPr>{set_as}<w:rPr>{mark}{look}</w:rPr></w:pPr>{runs}</w:p>"

    def _run(self, run: RedlineRun, look: str) -> str:
        tag = "w:delText" if run.op is EditOp.DELETE else "w:t"
        made = f"<w:r><w:rPr>{look}</w:rPr>{words_xml(run.text, tag)}</w:r>"
        if run.op not in _MARKS:
            return made
        return f"<{self._mark(run.op)}>{made}</w:{_MARKS[run.op]}>"
