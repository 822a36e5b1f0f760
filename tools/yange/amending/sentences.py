"""Read the amending instructions of a decision: sentences, one in each paragraph, in the languages of a law.

All numbers are those of the text that is amended. Numbering before a sentence (一、 （一） 1.) and lines that begin
with ``#`` are ignored; a quotation may have several lines. The packs' ``amending`` has the forms of sentences, such as
:mod:`yange.law.zh_hans.amending` and :mod:`yange.law.en.amending`.
"""

from __future__ import annotations

from collections.abc import Iterator

from yange.law import Law, law_of, packs
from yange.law.aspects.amending import Amending, Instruction
from yange.law.numbers import read_number
from yange.problems import Problem, error

__all__ = ["read_instructions"]


def read_instructions(text: str, path: str) -> tuple[tuple[Instruction, ...], tuple[Problem, ...]]:
    """Return the instructions of a file, and a problem for each sentence of an unknown form.

    Every pack is asked, that of the file's language first: a single sentence may be too short to show its language.
    """
    law = tuple(dict.fromkeys((*law_of(text), *packs())))
    found: list[Instruction] = []
    problems: list[Problem] = []
    for line, sentence in _sentences(law, text):
        instructions = _read(law, sentence, line)
        found.extend(instructions)
        if not instructions:
            problems.append(_unread(path, sentence, line))
    if not found and not problems:
        problems.append(_empty(path, law))
    return tuple(found), tuple(problems)


def _unread(path: str, sentence: str, line: int) -> Problem:
    return error(
        "amend-form",
        path,
        f"This is not an instruction of a known form: {sentence[:60]}",
        hint="Write it in one of the forms that `yange amend --help` lists, with each quotation between “ and ”.",
        line=line,
    )


def _empty(path: str, law: Law) -> Problem:
    return error(
        "amend-empty",
        path,
        "The file contains no instruction.",
        hint=f"Write one instruction in each paragraph, such as {law[0].amending.examples.replace}",
        line=1,
    )


def _sentences(law: Law, text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence with its line: a paragraph, with all the lines of a quotation that begins in it."""
    gathered: list[str] = []
    first = 0
    depths = [0] * len(law)
    for number, line in enumerate(text.split("\n"), start=1):
        if not gathered and (not line.strip() or line.lstrip().startswith("#")):
            continue
        if not gathered:
            first, depths = number, [0] * len(law)
        gathered.append(line)
        depths = [one.amending.open_after(gathered[0], line, depth) for one, depth in zip(law, depths, strict=True)]
        if not any(depths):
            yield first, "\n".join(gathered).strip()
            gathered = []
    if gathered:
        yield first, "\n".join(gathered).strip()


def _read(law: Law, sentence: str, line: int) -> tuple[Instruction, ...]:
    """Return what the first pack that knows the sentence reads."""
    for grammar in law:
        found = tuple(grammar.amending.read(_bare(grammar.amending, sentence), line))
        if found:
            return found
    return ()


def _bare(language: Amending, sentence: str) -> str:
    """Take away the numbering before a sentence and the mark that closes it."""
    number = read_number(sentence)
    if number is not None and number.style in language.list_styles:
        sentence = sentence[len(number.raw) :]
    return sentence.strip().rstrip("。；;.").strip()
