"""``yange init`` and ``new``: a new project, a policy, a version."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import click

from yange import __version__
from yange.cli.output import say
from yange.cli.project import CommandProject, Day
from yange.forge import KINDS, forge_at
from yange.library import free_stem
from yange.model import Basis, Library, Policy, Version, version_key
from yange.parse.frontmatter import write_policy, write_version
from yange.problems import YangeError
from yange.project import find_policy
from yange.scaffold import render
from yange.scaffold.card import CARD
from yange.scaffold.publisher import Publisher, publisher_files
from yange.settings import settings_from
from yange.shipped import LOOKS, shipped
from yange.storage.writing import WriteSession, at_work

__all__ = ["COMMANDS"]

_COPIED = ("mkdocs.yml", "site/pages")
_BUILT = (
    "build/",
    ".venv/",
    "archive/history.git",
    "archive/.history*",
    "archive/edition-*.git",
    "archive/.edition-*",
)
_ATTRIBUTES = """\
# Texts have LF line ends on every machine; what they were taken from is kept byte for byte.
* text=auto eol=lf
policies/** text eol=lf
archive/*.yml text eol=lf
archive/sources/** -text
"""
_POLICY_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")


@click.command("init")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", help="The name of the site; default: that of the folder.")
@click.option("--contact", default="", help="Whom readers can write to: an e-mail or web address, for the page About.")
@click.option("--address", help="The public address of the site: https://example.org/laws/")
@click.option("--repository", help="The project at the forge where texts are corrected: https://example.org/owner/name")
@click.option(
    "--forge", type=click.Choice(KINDS), help="Also write what this kind of forge needs; default: by the host."
)
@click.option("--languages", help="The languages of the pages, the main one first: zh,en")
@click.option("--ask", is_flag=True, help="Ask for what is not given.")
def init(
    folder: Path,
    name: str | None,
    contact: str,
    address: str | None,
    repository: str | None,
    forge: str | None,
    languages: str | None,
    ask: bool,
) -> None:
    """Make a project in FOLDER: policies/, archive/, site/, templates/ and mkdocs.yml, ready to import and build.

    With --forge, or a repository whose host shows the forge, also workflows (check, review, pages every night, digest),
    forms for reports, CONTRIBUTING.md, owners and hooks: what the pages link to exists then.
    """
    name = name or (click.prompt("Name of the site", default=folder.resolve().name) if ask else folder.resolve().name)
    if ask:
        contact = contact or click.prompt("Contact (e-mail or web address)", default="", show_default=False)
        address = address or click.prompt("Address of the site", default="", show_default=False) or None
        repository = repository or click.prompt("Repository", default="", show_default=False) or None
        if forge is None and forge_at(repository) is None:
            forge = click.prompt("Forge", type=click.Choice([*KINDS, ""]), default="", show_default=False) or None
    publisher = Publisher(
        name=_one_line(name, "--name"),
        contact=_one_line(contact, "--contact"),
        address=address,
        repository=repository,
        forge=forge,
        languages=tuple(languages.split(",")) if languages else ("zh", "en"),
    )
    files = publisher_files(publisher, __version__)
    _refuse_settings(publisher)
    _make(folder)
    with at_work(folder, "init", tell=partial(say, err=True)) as session:
        written = () if session.finished == "init" else _lay_out(folder, session, files, publisher.languages)
    say(f"{folder}: {len(written)} files written; next: yange --project {folder} import FILE…", err=True)


def _one_line(words: str, option: str) -> str:
    if not words.isprintable():
        raise YangeError(f"{option}: write it on one line, without control characters")
    return words.strip()


def _refuse_settings(publisher: Publisher) -> None:
    """Refuse values that the settings would not take, before anything is written.

    Raises:
        YangeError: naming the setting.

    """
    given = {
        "address": publisher.address,
        "repository": publisher.repository,
        "forge": publisher.kind,
        "languages": list(publisher.languages),
    }
    settings_from({name: value for name, value in given.items() if value is not None}, "init")


def _lay_out(
    folder: Path, session: WriteSession, own: Mapping[str, str | bytes], languages: Sequence[str]
) -> tuple[str, ...]:
    """Write the layout; leave existing git settings, which any folder may have, unchanged."""
    taken = [name for name in ("policies", "archive", "mkdocs.yml", "site") if (folder / name).exists()]
    if taken:
        raise YangeError(f"{folder}: holds {', '.join(taken)} already, so nothing was written; name an empty folder")
    files = {path: content for path, content in {**_layout(folder), **own}.items() if not _foreign(path, languages)}
    kept = {path for path in files if (folder / path).exists()}
    written = session.write({path: content for path, content in files.items() if path not in kept}, fresh=set(files))
    for path in sorted(kept):
        say(f"{folder / path}: exists and was left unchanged", err=True)
        if path.startswith("."):
            say("add the lines that yange needs:", err=True)
            for line in str(files[path]).splitlines():
                say(f"    {line}", err=True)
    return written


def _foreign(path: str, languages: Sequence[str]) -> bool:
    """Return whether a path is a hand-written page in a language that the site does not have."""
    parts = path.split("/")
    if parts[:2] != ["site", "pages"] or not path.endswith(".md"):
        return False
    return (parts[2] if len(parts) > 3 else "zh") not in languages


def _layout(folder: Path) -> dict[str, str | bytes]:
    files: dict[str, str | bytes] = {
        "policies/README.md": render("new/policies.md", folder),
        "archive/README.md": render("new/archive.md", folder),
        "templates/README.md": render("new/templates.md", folder),
        **{f"{name}/README.md": render("new/looks.md", folder, folder=name) for name in LOOKS},
        ".gitignore": "".join(f"{line}\n" for line in _BUILT),
        ".gitattributes": _ATTRIBUTES,
    }
    for name in _COPIED:
        files |= {path.relative_to(shipped()).as_posix(): path.read_bytes() for path in _files(shipped() / name)}
    del files[CARD]  # it bears another site's name
    return files


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    found = (entry for entry in path.rglob("*") if entry.is_file() and "__pycache__" not in entry.parts)
    return sorted(found, key=Path.as_posix)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise YangeError(f"{folder}: cannot be made: {failure.strerror}") from failure


@click.command("new")
@click.argument("policy")
@click.option("--effective", type=Day(), help="The version's first day in force; without it, undated.md is written.")
@click.option("--from", "origin", help="Begin with the text of this day or key; default: an outline.")
@click.option("--title", help="The title; required if the policy is new.")
@click.option("--place", help="The place in its own script (望海市); required if the policy is new.")
@click.option("--kind", help="The kind: 办法, 若干措施, …")
@click.pass_obj
def new(
    project: CommandProject,
    policy: str,
    effective: date | None,
    origin: str | None,
    title: str | None,
    place: str | None,
    kind: str | None,
) -> None:
    """Start a version of POLICY, or a new policy if POLICY is a new id such as wanghai/dukou-guanli-banfa."""
    files: dict[str, str | bytes] = {}
    with project.at_work("new") as session:
        project.refuse_unread()
        known = _known(project.library, policy)
        if known is None:
            known = _fresh(policy, title, place, kind)
            files[known.path] = write_policy(known)
        beginning = project.text(f"{known.id}@{origin}").version if origin else None
        version = _version(known, effective, beginning, title)
        body = beginning.body if beginning else render("new/version.md", project.root, version=version)
        files[version.path] = write_version(replace(version, body=body))
        session.write(files, fresh=set(files))
    for path in sorted(files):
        say(path)


def _known(library: Library, name: str) -> Policy | None:
    if _POLICY_ID.fullmatch(name) and library.policy(name) is None:
        return None
    return find_policy(library, name)


def _fresh(policy_id: str, title: str | None, place: str | None, kind: str | None) -> Policy:
    if title is None or place is None:
        raise YangeError(f"{policy_id} is not in the library; to start it give --title and --place")
    return Policy(id=policy_id, title=title, place=place, kind=kind, path=f"policies/{policy_id}/policy.md")


def _version(policy: Policy, effective: date | None, beginning: Version | None, title: str | None) -> Version:
    folder = policy.path.rsplit("/", 1)[0]
    stem = free_stem(effective.isoformat() if effective else "undated", (v.stem for v in policy.versions))
    last = beginning or (policy.versions[-1] if policy.versions else None)
    return Version(
        policy=policy.id,
        key=version_key(stem),
        path=f"{folder}/{stem}.md",
        title=title or (last.title if last else policy.title),
        issuer=last.issuer if last else (),
        effective=effective,
        effective_basis=Basis.STATED if effective else Basis.UNKNOWN,
        commenced=effective,
        language=last.language if last else "zh",
    )


COMMANDS = (init, new)
