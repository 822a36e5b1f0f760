"""``yange watch``: what changed and what is coming for a list of policies."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import click

from yange.api.archive import Archive
from yange.characters import printable
from yange.cli.output import emit_json, into, say
from yange.cli.project import CommandProject, Day
from yange.messages import LANGUAGES
from yange.problems import YangeError
from yange.watch import FORMS, WatchOutput, mail, printed, read_list, watched
from yange.watch.result import EntryOutcome

__all__ = ["COMMANDS"]

_SUFFIXES = {".txt": "text", ".json": "json", ".md": "markdown", ".html": "html", ".eml": "mail"}


@click.command("watch")
@click.argument("list_file", metavar="LIST", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--since", type=Day(), required=True, help="The day up to which you know the law.")
@click.option("--until", type=Day(), help="The last day of what has happened; default: today.")
@click.option(
    "--ahead", type=click.IntRange(0, 36_525), help="How many days to look ahead; default: ahead_days of the settings."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", *(name for name in FORMS if name != "text"), "mail", "json")),
    help="The form; the default follows the output file's name, else text. mail is a whole message (.eml).",
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write into this file.")
@click.option("--language", type=click.Choice(LANGUAGES), help="Language; default: the first of the settings.")
@click.option("--from", "sender", help="Address of the sender (mail).")
@click.option("--to", "receivers", multiple=True, help="Address of a receiver (mail); may be given several times.")
@click.option("--json", "as_json", is_flag=True, help="Print machine output: --format json.")
@click.pass_obj
def watch(
    project: CommandProject,
    list_file: Path,
    since: date,
    until: date | None,
    ahead: int | None,
    form: str | None,
    output: Path | None,
    language: str | None,
    sender: str | None,
    receivers: tuple[str, ...],
    as_json: bool,
) -> None:
    """Report what changed since a day and what is coming for the policies in LIST, clause by clause.

    LIST has an id, a document number or a title on each line, or is a CSV or CSL-JSON export of Zotero. Exit code 1 if
    an entry names no policy of the archive, or several; the report says so and covers all others.
    """
    last = project.day(until)
    if last < since:
        raise YangeError(f"--until {last} is before --since {since}; the second day must not be the earlier one")
    try:
        entries = read_list(list_file.read_bytes(), printable(str(list_file)))
    except OSError as failure:
        raise YangeError(f"{list_file}: cannot be read: {failure.strerror}; check the file and its rights") from failure
    settings = project.settings
    far = last + timedelta(days=settings.ahead_days if ahead is None else ahead)
    found = watched(Archive(project), entries, since, last, far, language or settings.languages[0])
    project.remark_problems()
    with into(output) as deliver:
        chosen = _form(form, output, as_json)
        if chosen == "json":
            emit_json(found)
        elif chosen == "mail":
            deliver(mail(found, sender, receivers))
        else:
            deliver(printed(found, chosen))
    missing = [one for one in found.entries if one.outcome is not EntryOutcome.WATCHED]
    _remark(found, len(missing))
    raise SystemExit(1 if missing else 0)


def _form(form: str | None, output: Path | None, as_json: bool) -> str:
    if as_json:
        if form not in {None, "json"}:
            raise YangeError(f"--json and --format {form} exclude each other; give one of them")
        return "json"
    return form or (_SUFFIXES.get(output.suffix.lower(), "text") if output else "text")


def _remark(found: WatchOutput, missing: int) -> None:
    watching = "policy" if len(found.policies) == 1 else "policies"
    entries = "entry" if missing == 1 else "entries"
    said = f"; {missing} {entries} of the list not found or ambiguous" if missing else ""
    say(f"{len(found.policies)} {watching} watched{said}", err=True)


COMMANDS = (watch,)
