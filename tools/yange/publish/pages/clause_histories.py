"""The page of clause histories: every clause of a policy with its words in every text, one line below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from yange.compare.result import Operation
from yange.model import Policy, Version
from yange.publish.addresses import history_address
from yange.publish.context import SiteContext, SiteView
from yange.publish.facts.clause_threads import Stage, Thread
from yange.publish.page import Heading, Page
from yange.publish.parts.clause_margin import stage_anchor
from yange.publish.parts.marked_words import names_others, pieces
from yange.publish.parts.original_links import OriginalLinks
from yange.publish.view import language_of

__all__ = ["history_page"]

_BEGUN = 28
_QUIET = {Operation.UNCHANGED}


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """What a clause said from one text on: ``anchors`` are those of the texts in which it said so.

    ``words`` is ``None`` where they name other clauses in words of the page's language.
    """

    stage: Stage
    last: Version
    anchors: tuple[str, ...]
    words: Markup | str | None
    operation: str
    others: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryCell:
    """What a text did to a clause, in the table of all changes; ``address`` is that of its place on the page.

    ``again`` is set if it is the same as in the text before.
    """

    label: str
    operation: str
    address: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A clause's line as it is printed; ``ended`` says in which text it is gone and what became of it.

    ``still`` is set where no text changed anything in it. ``cells`` are one for each text, ``None`` where it is not.
    """

    label: str
    begins: str
    rows: tuple[HistoryRow, ...]
    ended: Version | None
    into: tuple[tuple[str, str], ...]
    still: bool
    cells: tuple[HistoryCell | None, ...]


def history_page(context: SiteContext, policy: Policy, part: int, language: str) -> Page:
    """Return a page of the clause histories of a policy with two texts or more; long ones have several, from 1."""
    address = history_address(policy.id, part)
    view = context.view(language, address)
    words = view.words
    return Page(
        address=view.origin,
        language=language,
        title=f"{policy.title}：{words('history')}",
        description=words.sentence([policy.title, words("history.words")]),
        html=lambda: _html(view, policy, part),
        contents=tuple(Heading(words(f"history.{name}"), name) for name in ("table", "lines", "ended")),
        alternates=context.addresses.alternates(language, address),
        indexed=not policy.sample,
        scripts=("page.js",),
    )


def _html(view: SiteView, policy: Policy, part: int) -> str:
    threads = view.context.threads(policy.id)
    lines = view.context.lately(
        view.address, lambda: [_line(view, policy, found) for found in threads.lines if found.part == part]
    )
    parts = range(1, view.context.history_parts(policy) + 1)
    return view.render(
        "history.html",
        policy=policy,
        language=language_of(policy),
        texts=threads.texts,
        pieces=pieces,
        original=OriginalLinks(view).of,
        lines=[line for line in lines if line.ended is None],
        ended=[line for line in lines if line.ended is not None],
        moving=[line for line in lines if not line.still],
        left_out=[version for version in policy.versions if version not in threads.texts],
        part=part,
        pages=[view.to_history(policy, part=number) for number in parts],
    )


def _line(view: SiteView, policy: Policy, found: Thread) -> HistoryLine:
    last = found.stages[-1]
    rows = tuple(_rows(view, policy, found.stages))
    ended, into = found.ended if found.ended is not None else (None, None)
    targets = into.new if into is not None else ()
    links: tuple[tuple[str, str], ...] = ()
    if ended is not None and into is not None:
        links = tuple(
            (label, _to_stage(view, policy, ended, path)) for label, path in zip(targets, into.new_paths, strict=True)
        )
    begins = last.text.replace("\n", " ")[:_BEGUN]
    texts = view.context.threads(policy.id).texts
    still = len(rows) == 1 and ended is None and found.stages[0].version == texts[0]
    return HistoryLine(last.label, begins, rows, ended, links, still, tuple(_cells(view, policy, found, texts)))


def _cells(view: SiteView, policy: Policy, found: Thread, texts: Sequence[Version]) -> Iterator[HistoryCell | None]:
    stages = {stage.version.key: stage for stage in found.stages}
    before: HistoryCell | None = None
    for text in texts:
        stage = stages.get(text.key)
        if stage is None:
            gone = found.ended is not None and found.ended[0] == text and found.ended[1].operation is Operation.REPEALED
            before = HistoryCell("", "repealed", "") if gone else None
        else:
            done = Operation.UNCHANGED if stage.change is None else stage.change.operation
            again = done is Operation.UNCHANGED and before is not None
            before = HistoryCell(stage.label, done.value, _to_stage(view, policy, text, stage.path), again)
        yield before


def _to_stage(view: SiteView, policy: Policy, version: Version, path: str) -> str:
    part = view.context.threads(policy.id).at[version.key, path].part
    return view.to_history(policy, stage_anchor(version, path), part)


def _rows(view: SiteView, policy: Policy, stages: Sequence[Stage]) -> Iterator[HistoryRow]:
    """Yield a row for each text that changed the clause or its number; the texts between share the row before."""
    start = 0
    for n in range(1, len(stages) + 1):
        if n < len(stages) and _same(stages[n]):
            continue
        stage = stages[start]
        yield HistoryRow(
            stage,
            stages[n - 1].version,
            tuple(stage_anchor(one.version, one.path) for one in stages[start:n]),
            _words(stage),
            stage.change.operation.value if stage.change is not None else "first",
            tuple(_origins(view, policy, stages, start)),
        )
        start = n


def _words(stage: Stage) -> Markup | str | None:
    if stage.edge is None:
        return stage.text
    return None if names_others(stage.edge) else pieces(stage.edge)


def _same(stage: Stage) -> bool:
    return stage.change is not None and stage.change.operation in _QUIET and stage.change.grade is None


def _origins(view: SiteView, policy: Policy, stages: Sequence[Stage], place: int) -> Iterator[tuple[str, str]]:
    """Yield the other clauses that a clause has words of, where it was split off or others were merged into it."""
    stage = stages[place]
    if stage.change is None:
        return
    before = _text_before(view, policy, stage.version)
    own = stage.edge.old_path if stage.edge is not None else ""
    for edge in stage.change.edges:
        if edge.new_path == stage.path and edge.old_path != own and before is not None:
            yield edge.old, _to_stage(view, policy, before, edge.old_path)


def _text_before(view: SiteView, policy: Policy, version: Version) -> Version | None:
    texts = view.context.threads(policy.id).texts
    place = texts.index(version)
    return texts[place - 1] if place else None
