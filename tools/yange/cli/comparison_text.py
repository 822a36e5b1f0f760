"""A comparison as text for a terminal: ``[-deleted-]`` and ``{+inserted+}``, coloured where there is colour."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from yange.cli.output import Styled, joined, print_table, say, style
from yange.compare import Change, Comparison, Edge, Operation
from yange.reports.rows import in_other_script, noise_of, set_apart, stats, values_of
from yange.reports.words import ReportWords

__all__ = ["marked", "print_comparison"]

_Name = Callable[[str], str]
_LONG, _START = 40, 12  # characters: words that are repeated are shortened if longer, to so many


def print_comparison(result: Comparison, *, everything: bool, editorial: bool, foreign: bool = False) -> None:
    """Print the changes, the changed values and the terms that were replaced throughout.

    Args:
        result: the comparison.
        foreign: neither text is Chinese, so that clauses without a printed number are named in English.
        everything: print unchanged clauses too.
        editorial: mark differences of width, blanks, quotes and paragraphing too; otherwise the new text is printed for
            both, and the number of such differences is reported.

    """
    name: _Name = ReportWords("en").of_texts(result).label if foreign else str
    hidden = typographic = 0
    for change in result.changes:
        noise = noise_of(change)
        typographic += noise
        if change.operation is Operation.UNCHANGED and not everything and not (editorial and noise):
            hidden += 1
        else:
            _print_change(change, editorial, name)
    values = [
        (v.kind, v.old, v.new, _places([*map(name, v.at_old)], v.cell), _places([*map(name, v.at_new)], v.cell))
        for v in values_of(result)
    ]
    _print_rows("changed values", ("KIND", "OLD", "NEW", "OLD CLAUSE", "NEW CLAUSE"), values)
    terms = [
        (t.old, t.new, str(t.count), *("、".join(map(name, at)) for at in (t.clauses, t.survives)))
        for t in result.terms
    ]
    columns = ("OLD", "NEW", "TIMES", "CLAUSES", "OLD TERM STILL IN")
    kept = len(columns) if any(term.survives for term in result.terms) else len(columns) - 1
    _print_rows("replaced throughout", columns[:kept], [term[:kept] for term in terms])
    _print_summary(result, hidden, 0 if editorial else typographic)


def _places(labels: Sequence[str], cell: str) -> str:
    """Return the first clause and the number of the others; all clauses are listed under the replaced terms."""
    told = labels[0] + (f" (+{len(labels) - 1})" if len(labels) > 1 else "")
    return f"{told} ({cell})" if cell else told


def _print_rows(title: str, headings: Sequence[str], rows: Sequence[tuple[str, ...]]) -> None:
    if rows:
        say(style(f"\n{title}", bold=True))
        print_table(headings, rows, fold=range(len(headings)))


def _print_summary(result: Comparison, hidden: int, typographic: int) -> None:
    counts = ", ".join(f"{count} {operation.value}" for operation, count in stats(result))
    say(f"\n{counts or 'nothing to compare'}")
    if apart := set_apart(result):
        noun = "change of a cover notice or caption is" if apart == 1 else "changes of cover notices and captions are"
        say(f"{apart} {noun} in no count")
    lost = sum(change.flags.label_lost for change in result.changes)
    if lost:
        noun = "clause is" if lost == 1 else "clauses are"
        say(f"{lost} {noun} printed without a number on one side: the labels were lost in conversion")
    if hidden:
        say(f"{hidden} unchanged clauses not shown (--all shows them)")
    if limited := result.stats.get("limited"):
        say(f"{limited} clauses or headings had too much to compare all with all: only what is near in order was")
    if any(edit.elsewhere for change in result.changes for edge in change.edges for edit in edge.edits):
        say("[… CLAUSE] stands for words that are told with that clause")
    if scripts := in_other_script(result):
        noun = "clause differs" if scripts == 1 else "clauses differ"
        say(f"{scripts} {noun} in script alone: simplified and traditional characters")
    if typographic:
        noun = "difference" if typographic == 1 else "differences"
        say(f"{typographic} {noun} of typography alone not marked (--editorial marks them)")


def _print_change(change: Change, editorial: bool, name: _Name) -> None:
    old, new = "、".join(map(name, change.old)) or "–", "、".join(map(name, change.new)) or "–"
    labels = old if old == new else f"{old} → {new}"
    flags = (
        ("moved", change.flags.moved),
        ("renumbered", change.flags.renumbered),
        ("label lost", change.flags.label_lost),
    )
    remarks = [name for name, on in flags if on and name != change.operation.value]
    remarks += [change.grade.value] if change.grade else []
    say("")
    say(style(f"{labels}  {change.operation.value}", bold=True), _bracketed(remarks))
    if not change.edges and change.operation is Operation.UNCHANGED:  # a placeholder that came or went
        say("\n".join((*change.old_texts, *change.new_texts)))
    elif not change.edges:
        say(*map(_deleted, change.old_texts), *map(_inserted, change.new_texts))
    told: set[tuple[str, str]] = set()
    for edge in change.edges:
        if len(change.edges) > 1:
            say(f"  {name(edge.old)} → {name(edge.new)} (share {edge.share:.0%}, {edge.band.value})")
        say(marked(edge, editorial=editorial, told=told, name=name))


def _bracketed(remarks: list[str]) -> str:
    return f" ({', '.join(remarks)})" if remarks else ""


def marked(edge: Edge, *, editorial: bool, told: set[tuple[str, str]] | None = None, name: _Name = str) -> Styled:
    """Return the words of an edge with what went out and came in marked.

    For words that another clause holds, that clause is named: ``[… 第五条]``. ``told`` remembers between the edges of
    one change what was marked already, so that a long sentence that is new in a merged clause stands there once.
    ``name`` gives the name of a clause by its label.
    """
    told = set() if told is None else told
    out: list[str] = []
    for edit in edge.edits:
        where = (edge.old_path if edit.op == "delete" else edge.new_path, edit.text)
        if edit.elsewhere:
            out.append(style(f"[… {name(edit.elsewhere)}]", dim=True))
        elif edit.op == "equal":
            out.append(edit.text)
        elif edit.grade is not None and edit.grade.is_printing and not editorial:
            out.append(edit.text if edit.op == "insert" else "")
        elif len(edit.text) > _LONG and where in told:
            out.append((_deleted if edit.op == "delete" else _inserted)(f"{edit.text[:_START]}…"))
        else:
            told.add(where)
            out.append((_deleted if edit.op == "delete" else _inserted)(edit.text))
    return joined(*out)


def _deleted(text: str) -> Styled:
    return style(f"[-{text}-]", fg="red")


def _inserted(text: str) -> Styled:
    return style(f"{{+{text}+}}", fg="green")
