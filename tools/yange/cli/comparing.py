"""``yange compare``: what changed between two texts, in every form a report has."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import click

from yange.characters import printable, readable_name
from yange.check.unread_numbering import label_remarks
from yange.cli.comparison_text import print_comparison
from yange.cli.output import emit_json, into, say, style
from yange.cli.project import CommandProject
from yange.cli.recording import as_recorded
from yange.compare import Comparison, Operation
from yange.compare.history.crosscheck import Crosscheck, crosscheck
from yange.model import Amendment, Provisions, Version
from yange.outputs.comparing import compare_output, compared_text, steps_output
from yange.parse import own_text, parse, parse_version
from yange.parse.frontmatter import read_version, split
from yange.problems import YangeError
from yange.readers.text import read_text
from yange.reports import Report, ReportSide
from yange.reports.words import LANGUAGES, ReportWords
from yange.timeline.line import orders_between
from yange.timeline.succession import chain, held_pairs
from yange.withdrawn import marks_of

__all__ = ["COMMANDS"]


@dataclass(frozen=True)
class _Side:
    """One text of a comparison and how it is called."""

    name: str
    title: str
    provisions: Provisions
    version: Version | None = None
    sample: bool = False


_FORMATS = ("text", "json", "markdown", "html", "docx", "csv")
_PRINTERS = {
    "markdown": ("yange.reports.markdown", "markdown"),
    "html": ("yange.reports.html", "html_fragment"),
    "docx": ("yange.reports.docx", "docx_file"),
    "csv": ("yange.reports.values_csv", "values_csv"),
}
_SUFFIXES = {".txt": "text", ".json": "json", ".md": "markdown", ".html": "html", ".docx": "docx", ".csv": "csv"}


@click.command("compare")
@click.argument("old")
@click.argument("new")
@click.option("--all", "everything", is_flag=True, help="Show unchanged clauses too (text).")
@click.option("--editorial", is_flag=True, help="Mark differences of typography alone (width, blanks, quotes) too.")
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    help="What to print; without it, what the output file's name says, else text. docx is the table 修订对照表.",
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write into this file.")
@click.option("--language", type=click.Choice(LANGUAGES), help="Of the report's own words; else that of the new text.")
@click.option("--chars", is_flag=True, help="Mark the fewest characters that differ, though they cut words.")
@click.option("--steps", is_flag=True, help="Go through the texts between, too, and say where the two ways disagree.")
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
    output: Path | None,
    language: str | None,
    chars: bool,
    steps: bool,
    as_json: bool,
) -> None:
    """Compare two texts clause by clause. OLD and NEW are policy@day, policy@version or files."""
    form = _form(form, output, as_json)
    sides = (_side(project, old), _side(project, new))
    result = project.compare(sides[0].provisions, sides[1].provisions, chars=chars, whole=steps)
    checked = _by_steps(project, sides, result) if steps else None
    orders = _orders(*sides)
    for side in sides:
        for remark in label_remarks(side.provisions, side.title):
            say(f"{printable(side.name)}: {remark.message()} [{remark.code}]", err=True)
    with into(output) as deliver:
        if form == "text":
            say(f"--- {printable(sides[0].name)}  {printable(sides[0].title)}")
            say(f"+++ {printable(sides[1].name)}  {printable(sides[1].title)}")
            if orders:
                say(f"amended by {printable('、'.join(map(ReportWords('en').order, orders)))}")
            print_comparison(result, everything=everything, editorial=editorial)
            if checked:
                _print_steps(*checked)
        elif form == "json":
            shown = (compared_text(s.name, s.title, s.provisions, s.version, sample=s.sample) for s in sides)
            through = steps_output(*checked) if checked else None
            emit_json(compare_output(result, *shown, orders=orders, steps=through, recorded=project.recorded))
        else:
            words = ReportWords(language or _language(sides[1]))
            old_side, new_side = (_report_side(project, side, words.language) for side in sides)
            new_side = replace(new_side, orders=tuple(map(words.order, orders)))
            deliver(_printer(form)(Report(old_side, new_side, result, words, editorial)))
    if output is not None:
        differ = sum(change.operation is not Operation.UNCHANGED for change in result.changes)
        told = f"{form}, {differ} of {len(result.changes)} units differ"
        say(f"wrote {printable(str(output))}: {told}", err=True)


def _printer(form: str) -> Callable[[Report], str | bytes]:
    """Return what prints a form; loaded when it is asked for, because the parts of a Word file load slowly."""
    module, name = _PRINTERS[form]
    printer: Callable[[Report], str | bytes] = getattr(import_module(module), name)
    return printer


def _form(form: str | None, output: Path | None, as_json: bool) -> str:
    if as_json:
        if form not in {None, "json"}:
            raise YangeError(f"--json and --format {form} ask for two things; leave one out")
        return "json"
    if form is None:
        form = _SUFFIXES.get(output.suffix.lower(), "text") if output else "text"
    if form == "docx" and output is None:
        raise YangeError("a Word file is not for a terminal; say where it goes: --output NAME.docx")
    return form


def _by_steps(project: CommandProject, sides: tuple[_Side, _Side], direct: Comparison) -> tuple[list[str], Crosscheck]:
    """Return the texts gone through, first and last included, and how the two ways agree."""
    old, new = sides[0].version, sides[1].version
    if old is None or new is None or not (old.policy and new.policy):
        raise YangeError("--steps goes through the texts of the archive; name both sides as policy@day")
    way = chain(held_pairs(project.timeline, (old, new)), old, new)
    if not way:
        raise YangeError(f"{sides[1].name} did not come out of {sides[0].name}; there are no steps between them")
    texts = [parse_version(version) for version in (way[0].old, *(pair.new for pair in way))]
    through = [f"{version.policy}@{version.key}" for version in (way[0].old, *(pair.new for pair in way))]
    return through, crosscheck(direct, [project.compare_whole(*pair) for pair in pairwise(texts)])


def _print_steps(through: list[str], checked: Crosscheck) -> None:
    say(style(f"\nby steps through {len(through)} texts", bold=True))
    say("\n".join(f"  {name}" for name in through))
    say(f"{checked.agreed} pairs of clauses found both ways")
    for links, words in ((checked.only_by_steps, "only by steps"), (checked.only_direct, "only directly")):
        for link in links:
            say(f"{words}: {link.old} → {link.new}")


def _language(side: _Side) -> str:
    if side.version is not None:
        return side.version.language if side.version.language in LANGUAGES else LANGUAGES[0]
    return "zh" if re.search(r"[\u3400-\u9fff]", side.provisions.text) else "en"


def _orders(old: _Side, new: _Side) -> tuple[Amendment, ...]:
    """Return the amending orders that made the new text out of the old one, as far as the texts record them."""
    return orders_between(old.version, new.version) if new.version is not None else ()


def _report_side(project: CommandProject, side: _Side, language: str) -> ReportSide:
    version = side.version
    if version is None:
        return ReportSide(side.name, side.title)
    outs = project.timeline.outs(version) if version.policy else ()
    told = marks_of(outs, project.today(), language)
    return ReportSide(side.name, side.title, version.number, version.effective, side.sample, outs=told)


def _side(project: CommandProject, name: str) -> _Side:
    path = Path(name)
    if path.is_file():
        text = read_text(path)
        parts = split(text)
        version = read_version(text, path.name, "")[0] if parts else None
        provisions = parse(parts[1].lstrip("\n") if parts else text, version.language if version else None)
        title = provisions.at("title")
        return _Side(readable_name(name), own_text(provisions, title) if title else "", provisions, version)
    like_a_file = "@" not in name and (path.suffix or ("/" in name and path.parent.is_dir()))
    if like_a_file and project.library.policy(name) is None:
        raise YangeError(f"{name}: no such file, and no policy of that name; write policy@day or a file's path")
    asked = project.text(name)
    policy, version = asked.policy, asked.version
    if not version.held:
        raise YangeError(f"{version.path}: the text is not held, so it cannot be compared")
    return _Side(f"{policy.id}@{version.key}", version.title, parse_version(version), version, policy.sample)


COMMANDS = (compare_texts,)
