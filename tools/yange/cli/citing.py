"""``yange cite``: check the citations in a memo, a contract or a draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from yange.api.archive import Archive
from yange.api.cite_check import CitationCheck, Verdict, check_citations
from yange.api.cite_check.result import CiteOutput
from yange.api.cite_check.word_file import commented_memo
from yange.characters import printable
from yange.cli.output import counted, emit_json, into, joined, say, style
from yange.cli.project import CommandProject, Day
from yange.messages import LANGUAGES
from yange.problems import YangeError
from yange.readers.one_file import read_words

__all__ = ["COMMANDS"]

_COLOURS = {Verdict.RIGHT: "green", Verdict.WRONG: "red", Verdict.UNKNOWN: "magenta"}
_SHOWN = 120


@click.command("cite")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--on", type=Day(), help="The day for which the citations are meant; default: today.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write FILE, a Word file, with comments here.",
)
@click.option("--language", type=click.Choice(LANGUAGES), help="Of comments; default: the first of the settings.")
@click.option("--json", "as_json", is_flag=True, help="Print machine output.")
@click.pass_obj
def cite(
    project: CommandProject, file: Path, on: date | None, output: Path | None, language: str | None, as_json: bool
) -> None:
    """Check every citation of a policy or clause in FILE: a memo, a contract, a draft, in any format of import.

    For each: whether it was in force on the day, what it said, what became of it since, and how to cite it today. Exit
    code 1 if one is wrong; what the archive does not hold is unknown and not counted as wrong.
    """
    words, _ = read_words(file)
    today = project.today()
    day = on or today
    lines = [line for line in words.split("\n") if line.strip()]
    found = check_citations(Archive(project), lines, day, today)
    if output is not None:
        _write(project, file, output, day, found, language or project.settings.languages[0])
    counts = Counter(one.verdict for one in found)
    wrong, unknown = counts[Verdict.WRONG], counts[Verdict.UNKNOWN]
    if as_json:
        emit_json(CiteOutput(file=file.name, on=day, today=today, citations=found, wrong=wrong, unknown=unknown))
    else:
        for one in found:
            _print(one)
        project.remark_problems()
        say(f"{counted(len(found), 'citation')} on {day}: {wrong} wrong, {unknown} unknown", err=True)
    raise SystemExit(1 if wrong else 0)


def _write(
    project: CommandProject, file: Path, output: Path, day: date, found: Sequence[CitationCheck], language: str
) -> None:
    if output.exists() and output.samefile(file):
        raise YangeError(f"{output}: is the file that is checked, which is never overwritten; name another file")
    if output.suffix.lower() not in {".docx", ".docm"}:
        raise YangeError(f"{output}: comments are put into Word files; name it .docx")
    made = commented_memo(Archive(project), file.read_bytes(), day, project.today(), language)
    with into(output) as deliver:
        deliver(made.data)
    missing = Counter(one.words for one in found) - Counter(made.words)
    if missing:
        named = "、".join(missing)
        say(f"not in the text, a note or a text box, so without a comment: {named}", err=True)
    say(f"wrote {printable(str(output))}: {counted(made.comments, 'comment')}", err=True)


def _print(one: CitationCheck) -> None:
    title = f"《{one.cited.title}》" if one.cited is not None else ""
    say(
        joined(
            f"{one.line}:{one.start + 1}  ", style(one.verdict.value, fg=_COLOURS[one.verdict]), f"  {title}{one.words}"
        )
    )
    for finding in one.findings:
        _say(f"{finding.message}  [{finding.code.value}]")
    if one.cited is not None and one.cited.words:
        said = " ".join(one.cited.words.split())
        _say(f"said: {said[:_SHOWN]}{'…' if len(said) > _SHOWN else ''}")
    for finding in one.since:
        _say(f"since: {finding.message}  [{finding.code.value}]")
    if one.today is not None:
        _say(f"today: {one.today}")


def _say(words: str) -> None:
    say(f"    {words}")


COMMANDS = (cite,)
