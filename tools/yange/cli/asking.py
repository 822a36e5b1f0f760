"""The questions of ``yange import --interactive``, on standard error: each once for all documents that share it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click

from yange.cli.output import say, style
from yange.importers import ImportPlan
from yange.importers.answers import ImportAnswer, ImportAnswers, ImportAsk
from yange.importers.answers_file import mistake_in
from yange.importers.questions import ImportQuestion, divided, questions

__all__ = ["ask_all"]

_EXAMPLES = 3
_ROUNDS = 20
_ACCEPT, _APART, _LIST = "=", "/", "?"
_SHORT = {"v": "version", "c": "copy", "o": "other"}
_WHAT = {
    ImportAsk.LANGUAGE: "Which language is it? (a tag: zh, en, pt-BR)",
    ImportAsk.PLACE: "Of which place are they? (the full name)",
    ImportAsk.KIND: "What kind of text is it? (办法, ordinance …)",
    ImportAsk.SERIES: "What are they to that policy? (v: a version of it, c: a copy, o: another policy)",
}
_OPEN = {
    ImportAsk.LANGUAGE: "the language is not certain",
    ImportAsk.PLACE: "the place is not known",
    ImportAsk.KIND: "the title names no kind",
    ImportAsk.SERIES: "a text of the same title is filed, or is in this import",
}


def ask_all(
    made: ImportPlan, known: ImportAnswers, plan_again: Callable[[ImportAnswers], ImportPlan]
) -> tuple[ImportAnswers, tuple[ImportAnswer, ...]]:
    """Ask what a plan leaves open; answers can raise further questions, which are asked too.

    Args:
        made: the plan.
        known: the answers that it was made with.
        plan_again: makes the plan with more answers.

    Returns:
        All answers, and the new ones in order.

    """
    new: list[ImportAnswer] = []
    left: set[tuple[ImportAsk, object]] = set()
    for _ in range(_ROUNDS):
        fresh = _next(made, left)
        if not fresh:
            break
        given = [answer for question in fresh for answer in _ask(question)]
        left.update((question.ask, one) for question in fresh for one in question.asked)
        if given:
            new += given
            known = known.with_more(given)
            made = plan_again(known)
    return known, tuple(new)


def _next(made: ImportPlan, left: set[tuple[ImportAsk, object]]) -> list[ImportQuestion]:
    """Return the first questions that were not asked yet."""
    for group in questions(made):
        fresh = [one for question in group if (one := _unasked(question, left)) is not None]
        if fresh:
            return fresh
    return []


def _unasked(question: ImportQuestion, left: set[tuple[ImportAsk, object]]) -> ImportQuestion | None:
    """Return a question without the documents for which it was asked already; ``None`` if none is left."""
    kept = tuple(one for one in question.asked if (question.ask, one) not in left)
    return ImportQuestion(question.ask, question.found, kept) if kept else None


def _ask(question: ImportQuestion) -> list[ImportAnswer]:
    _show(question, question.asked[:_EXAMPLES])
    while True:
        said = _reply(question)
        if not said:
            return []
        if said == _LIST:
            _show(question, question.asked)
        elif said == _APART and len(question.asked) > 1:
            return [answer for part in divided(question) for answer in _ask(part)]
        else:
            answer = question.found if said == _ACCEPT and question.found else _written_out(question.ask, said)
            mistake = mistake_in(question.ask, answer)
            if not mistake:
                return list(question.answered(answer))
            say(f"  {mistake}", err=True)


def _written_out(ask: ImportAsk, said: str) -> str:
    return _SHORT.get(said, said) if ask is ImportAsk.SERIES else said


def _reply(question: ImportQuestion) -> str:
    ways = [f"{_ACCEPT} for {question.found}"] if question.found else []
    ways += [f"{_APART} to answer apart", f"{_LIST} to list all"] if len(question.asked) > 1 else []
    say(f"  {_WHAT[question.ask]} {', '.join([*ways, 'Enter to leave it open'])}", err=True)
    reply: str = click.prompt("  >", default="", show_default=False, prompt_suffix=" ", err=True)
    return reply.strip()


def _show(question: ImportQuestion, asked: Sequence[object]) -> None:
    count = len(question.asked)
    noun = "document" if count == 1 else "documents"
    found = f"; inferred: {question.found}" if question.found else ""
    say(style(f"\n{question.ask.value}: {count} {noun}", bold=True), f" – {_OPEN[question.ask]}{found}", err=True)
    for one in question.asked[: len(asked)]:
        document, of = one.document, f"  → {one.policy}" if one.policy else ""
        say(f"    {document.name}:{document.lines[0]}-{document.lines[1]}  {document.title}{of}", err=True)
    if count > len(asked):
        say(f"    … and {count - len(asked)} more", err=True)
