"""``yange amend``: make the consolidated text from the old text and the amending instructions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from yange.amending import amend as apply_instructions
from yange.amending import read_instructions
from yange.api.comparison import compared
from yange.api.texts import Text, recorded_text
from yange.characters import printable
from yange.cli.comparison_text import print_comparison
from yange.cli.output import print_problems, say, say_exactly
from yange.cli.project import CommandProject, Day
from yange.dates import previous_day
from yange.library import free_stem
from yange.model import Amendment, Basis, Policy, Units, Version, version_key
from yange.parse import parse_version
from yange.parse.frontmatter import write_version
from yange.problems import Problem, YangeError
from yange.project import Asked
from yange.readers.one_file import read_words
from yange.titles import is_draft_title

__all__ = ["COMMANDS"]


@click.command("amend")
@click.argument("policy")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--effective", type=Day(), help="The first day in force of the amended text; not with --preview.")
@click.option("--from", "origin", help="The day or key of the text to amend; default: the one in force the day before.")
@click.option("--number", help="The 文号 of the amending decision.")
@click.option("--signed", type=Day(), help="The day of the amending decision.")
@click.option("--dry-run", is_flag=True, help="Print the new text; write nothing.")
@click.option(
    "--preview",
    is_flag=True,
    help="FILE is a draft: show what the law would be if it passed, compared with today's; nothing becomes law.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="With --preview: write the comparison into this file (.docx, .html, .md, .json, .csv).",
)
@click.pass_obj
def amend(
    project: CommandProject,
    policy: str,
    file: Path,
    effective: date | None,
    origin: str | None,
    number: str | None,
    signed: date | None,
    dry_run: bool,
    preview: bool,
    output: Path | None,
) -> None:
    """Apply the amending instructions in FILE to a text of POLICY and write the amended text as a new version.

    FILE may have any format that import reads. One instruction per paragraph, in the words of the decision; all numbers
    are those of the old text:

    \b
      将第三条中的“甲”修改为“乙”，“丙”修改为“丁”。
      将第三条修改为：“……”    第六条改为第七条，修改为：“……”
      删除第三条中的“甲”。    删除第五条第（二）项。
      增加一条，作为第三条之一：“……”    在第三条后增加一条：“……”
      第五条增加一项，作为第（四）项：“……”    第三条增加一款，作为第二款：“……”
      第六条改为第七条。    条文序号作相应调整。
      第五條條文修正如下：「……」    增訂第五條之一條文：「……」    廢除第5條，代以：「……」
      In article 3, for "X" substitute "Y" [wherever occurring], and after "Z" insert "W".
      Article 3 is amended by striking "X" and inserting "Y".    In article 3, omit "X".
      For article 3 substitute: "…"    After article 3 insert: "Article 3A …"
      Article 5 is repealed.    Omit paragraph (b) of article 4.    At the end of article 4 add: "(d) …"
      Article 6 is renumbered as article 7.    The articles are renumbered accordingly.
      In § 5 Absatz 2 wird die Angabe „X“ durch die Angabe „Y“ ersetzt.    § 7 wird aufgehoben.
      Nach § 3 wird folgender § 3a eingefügt: „§ 3a …“    Der bisherige Absatz 3 wird Absatz 4.
      À l'article 5, les mots : « X » sont remplacés par les mots : « Y ».    L'article 7 est abrogé.
      Après l'article 3, il est inséré un article 3 bis ainsi rédigé : « Art. 3 bis. – … »
      En el artículo 5, se sustituye «X» por «Y».    El artículo 5 queda redactado como sigue: «…»
      Se añade un artículo 3 bis, con la siguiente redacción: «…»    Se suprime el apartado 3 del artículo 5.

    German, French and Spanish decisions may name a clause once and list its changes below it, numbered (a), 1°, Uno).

    An instruction that does not fit exactly once is refused, and nothing is written.
    """  # noqa: D301 - click reads the \b
    if preview:
        if effective or number or signed:
            raise YangeError("--preview shows a draft, which has no day, number or order; leave these options out")
        _preview(project, policy, file, origin, output)
        return
    if effective is None or output is not None:
        missing = "--effective is needed" if effective is None else "--output goes with --preview"
        raise YangeError(f"{missing}; yange amend --help describes the call")
    if dry_run:
        _, version = _amended(project, policy, file, effective, origin, number, signed)
        say_exactly(version.body)
        return
    with project.at_work("amend") as session:
        project.refuse_unread()
        said, version = _amended(project, policy, file, effective, origin, number, signed)
        session.write({version.path: write_version(version)}, fresh={version.path})
    say(version.path)
    say(said, err=True)


def _amended(
    project: CommandProject,
    policy: str,
    file: Path,
    effective: date,
    origin: str | None,
    number: str | None,
    signed: date | None,
) -> tuple[str, Version]:
    """Make the amended version and print what was done; exit with code 1 if an instruction does not fit."""
    asked = _asked(project, policy, origin, previous_day(effective))
    body, count = _amended_body(asked.version, file)
    said = f"{count} instructions applied to {asked.version.key}; add the decision as a source"
    return said, _version(asked.policy, asked.version, body, effective, number, signed)


def _asked(project: CommandProject, policy: str, origin: str | None, day: date | None) -> Asked:
    return project.text(f"{policy}@{origin}" if origin else policy, None if origin else day)


def _preview(project: CommandProject, policy: str, file: Path, origin: str | None, output: Path | None) -> None:
    """Show the law as it would be after a draft, beside the law of today."""
    asked = _asked(project, policy, origin, project.today())
    body, count = _amended_body(asked.version, file, is_draft=True)
    old = recorded_text(project, asked)
    new = Text.of(body, f"{asked.policy.id} if {file.name} passed (a draft: not law)")
    found = compared(old, new, home=project)
    if output is not None:
        place = found.save(output, on=project.today())
        say(f"wrote {printable(str(place))}: {count} instructions of a draft applied to {asked.version.key}", err=True)
        return
    say(f"NOT LAW: {printable(asked.policy.title)} as it would be if {printable(file.name)} passed")
    say(f"--- {printable(old.name)}  {printable(old.title)}")
    say(f"+++ {printable(new.name)}")
    foreign = not old.provisions.language.startswith("zh")
    print_comparison(found.result, everything=False, editorial=False, foreign=foreign)
    say("nothing was written", err=True)


def _amended_body(old: Version, file: Path, *, is_draft: bool = False) -> tuple[str, int]:
    """Return the amended words and the number of instructions; exit with code 1 if an instruction does not fit."""
    if not old.held:
        raise YangeError(f"{old.path}: the text is not held, so it cannot be amended")
    words, remarks = read_words(file)
    _tell(remarks)
    if is_draft:
        first = words.lstrip().split("\n", 1)[0]
        words = words.replace(first, "", 1) if is_draft_title(first) else words  # the title amends nothing
    instructions, problems = read_instructions(words, file.name)
    made = apply_instructions(old.body, instructions, file.name, old.language) if not problems else None
    _tell((*problems, *(made.problems if made else ())))
    if made is None or made.body is None:
        say("nothing was written: every instruction must fit exactly once", err=True)
        raise SystemExit(1)
    return made.body, len(instructions)


def _tell(problems: tuple[Problem, ...]) -> None:
    print_problems(problems, err=True)


def _version(
    policy: Policy, old: Version, body: str, effective: date, number: str | None, signed: date | None
) -> Version:
    """Return the amended version: the facts that an amendment leaves unchanged, and the changed ones."""
    stem = free_stem(effective.isoformat(), (v.stem for v in policy.versions))
    kind = old.units.kind if old.units else None
    count = len(parse_version(replace(old, body=body)).primary)
    return replace(
        old,
        key=version_key(stem),
        path=f"{policy.path.rsplit('/', 1)[0]}/{stem}.md",
        signed=signed,
        published=None,
        effective=effective,
        effective_basis=Basis.AMENDMENT if number else Basis.STATED,
        amended_by=(*old.amended_by, Amendment(number=number, date=signed, kind="修正")),
        repeals=(),
        extends=(),
        suspends=(),
        revives=(),
        declares_lapsed=(),
        clause_periods=(),
        units=Units(kind=kind, count=count) if kind else None,
        sources=(),
        checked=None,
        corrections=(),
        review=("effective",) if number else (),
        note=None,
        body=body,
    )


COMMANDS = (amend,)
