"""``yange compare``: what changed between two texts, in every form of a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from yange.api.comparison import FORMS, TextComparison, compared
from yange.api.texts import Text, held_text, recorded_text
from yange.characters import printable
from yange.cli.comparison_text import print_comparison
from yange.cli.output import emit_json, into, say, style
from yange.cli.project import CommandProject
from yange.cli.recording import as_recorded
from yange.compare import Operation
from yange.compare.history.crosscheck import Crosscheck
from yange.problems import YangeError
from yange.readers.one_file import file_and_number
from yange.reports.rows import stats
from yange.reports.words import LANGUAGES, ReportWords

__all__ = ["COMMANDS"]


_FORMATS = ("text", "json", *FORMS)
_SUFFIXES = {
    ".txt": "text",
    ".json": "json",
    ".md": "markdown",
    ".html": "html",
    ".docx": "docx",
    ".csv": "csv",
    ".pdf": "pdf",
}


_FILES = {"docx": ("Word", "NAME.docx"), "redline": ("Word", "NAME.docx"), "pdf": ("PDF", "NAME.pdf")}


@click.command("compare")
@click.argument("old")
@click.argument("new")
@click.option("--all", "everything", is_flag=True, help="Show unchanged clauses too (text).")
@click.option(
    "--editorial", is_flag=True, help="Also mark differences that are only typographic (width, blanks, quotes)."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    help="The form; the default follows the output file's name, else text. docx is the table 修订对照表.",
)
@click.option(
    "--redline", is_flag=True, help="Write the new text with tracked changes from the old one (Word): --format redline."
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write into this file.")
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="Language of the report's own words; default: that of the new text.",
)
@click.option("--chars", is_flag=True, help="Mark the fewest characters that differ, even within words.")
@click.option(
    "--steps", is_flag=True, help="Also compare through the texts between, and report where the two ways disagree."
)
@click.option("--json", "as_json", is_flag=True, help="Print machine output: --format json.")
@click.pass_obj
@as_recorded
def compare_texts(
    project: CommandProject,
    old: str,
    new: str,
    everything: bool,
    editorial: bool,
    form: str | None,
    redline: bool,
    output: Path | None,
    language: str | None,
    chars: bool,
    steps: bool,
    as_json: bool,
) -> None:
    """Compare two texts clause by clause.

    OLD and NEW are policy@day, policy@version, or files of any format that import reads: Word, PDF, web pages, plain
    text. No archive is needed for files. Of a file with several texts, FILE#2 is the second.
    """
    form = _form(_redline(form, output) if redline else form, output, as_json)
    held = [name for name in (old, new) if not Path(name).exists()]
    project = project.about(held, answers=True, lines=steps)
    found = compared(_text(project, old), _text(project, new), chars=chars, steps=steps, home=project)
    for text in (found.old, found.new):
        for remark in text.remarks():
            say(f"{printable(text.name)}: {remark.message} [{remark.code}]", err=True)
    with into(output) as deliver:
        if form == "text":
            _print(found, everything=everything, editorial=editorial)
        elif form == "json":
            emit_json(found.output())
        else:
            deliver(found.printed(form, language, editorial=editorial))
    if output is not None:
        counts = dict(stats(found.result))
        whole = sum(counts.values())
        told = f"{form}, {whole - counts.get(Operation.UNCHANGED, 0)} of {whole} units differ"
        say(f"wrote {printable(str(output))}: {told}", err=True)


def _print(found: TextComparison, *, everything: bool, editorial: bool) -> None:
    say(f"--- {printable(found.old.name)}  {printable(found.old.title)}")
    say(f"+++ {printable(found.new.name)}  {printable(found.new.title)}")
    if found.orders:
        say(f"amended by {printable('、'.join(map(ReportWords('en').order, found.orders)))}")
    foreign = not any(side.provisions.language.startswith("zh") for side in (found.old, found.new))
    print_comparison(found.result, everything=everything, editorial=editorial, foreign=foreign)
    if found.steps is not None:
        _print_steps(found.through, found.steps)


def _form(form: str | None, output: Path | None, as_json: bool) -> str:
    if as_json:
        if form not in {None, "json"}:
            raise YangeError(f"--json and --format {form} exclude each other; give one of them")
        return "json"
    if form is None:
        form = _SUFFIXES.get(output.suffix.lower(), "text") if output else "text"
    if form in _FILES and output is None:
        kind, name = _FILES[form]
        raise YangeError(f"a {kind} file cannot be printed on a terminal; write it to a file: --output {name}")
    return form


def _redline(form: str | None, output: Path | None) -> str:
    """Return the form of a redline, refusing what contradicts it."""
    if form not in {None, "docx", "redline"}:
        raise YangeError(f"--redline and --format {form} exclude each other; a redline is a Word file")
    if form is None and output is not None and output.suffix.lower() != ".docx":
        raise YangeError(f"{output}: a redline is a Word file; end the name in .docx")
    return "redline"


def _print_steps(through: Sequence[str], checked: Crosscheck) -> None:
    say(style(f"\nby steps through {len(through)} texts", bold=True))
    say("\n".join(f"  {name}" for name in through))
    say(f"{checked.agreed} pairs of clauses found both ways")
    for links, words in ((checked.only_by_steps, "only by steps"), (checked.only_direct, "only directly")):
        for link in links:
            say(f"{words}: {link.old} → {link.new}")


def _text(project: CommandProject, name: str) -> Text:
    path = Path(name)
    if file_and_number(name) is not None:
        from yange.api.files import file_text  # loads slowly, and texts of an archive need it not

        return file_text(path, name)
    if path.exists() and not path.is_dir():
        raise YangeError(f"{name}: this is no regular file but a pipe or a device; save its content to a file first")
    like_a_file = "@" not in name and (path.suffix or ("/" in name and path.parent.is_dir()))
    if like_a_file and project.library.policy(name) is None:
        raise YangeError(f"{name}: no such file, and no policy of that name; write policy@day or a file's path")
    asked = project.text(name)
    # a name of one text says no day for which its clauses are meant
    asked = replace(asked, day=project.today()) if asked.exact else asked
    return held_text(recorded_text(project, asked), "it cannot be compared")


COMMANDS = (compare_texts,)
