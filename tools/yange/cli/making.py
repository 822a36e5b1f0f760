"""``yange init`` and ``new``: a new project, a policy, a version."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import click

from yange.cli.output import say
from yange.cli.project import CommandProject, Day
from yange.library import free_stem
from yange.model import Basis, Library, Policy, Version, version_key
from yange.parse.frontmatter import write_policy, write_version
from yange.problems import YangeError
from yange.project import find_policy
from yange.scaffold import render
from yange.shipped import shipped
from yange.storage.writing import WriteSession, at_work

__all__ = ["COMMANDS"]

_COPIED = ("mkdocs.yml", "site")
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
def init(folder: Path) -> None:
    """Make a project in FOLDER: policies/, archive/, site/, templates/ and mkdocs.yml, ready to import and build."""
    _make(folder)
    with at_work(folder, "init", tell=partial(say, err=True)) as session:
        written = () if session.finished == "init" else _lay_out(folder, session)
    say(f"{folder}: {len(written)} files written; next: yange --project {folder} import FILE…", err=True)


def _lay_out(folder: Path, session: WriteSession) -> tuple[str, ...]:
    """Write the layout; leave existing git settings, which any folder may have, unchanged."""
    taken = [name for name in ("policies", "archive", *_COPIED) if (folder / name).exists()]
    if taken:
        raise YangeError(f"{folder}: holds {', '.join(taken)} already, so nothing was written; name an empty folder")
    files = _layout(folder)
    kept = {path for path in files if (folder / path).exists()}
    written = session.write({path: content for path, content in files.items() if path not in kept}, fresh=set(files))
    for path in sorted(kept):
        say(f"{folder / path}: exists and was left unchanged", err=True)
        if path.startswith("."):
            say("add the lines that yange needs:", err=True)
            for line in str(files[path]).splitlines():
                say(f"    {line}", err=True)
    return written


def _layout(folder: Path) -> dict[str, str | bytes]:
    files: dict[str, str | bytes] = {
        "policies/README.md": render("new/policies.md", folder),
        "archive/README.md": render("new/archive.md", folder),
        "templates/README.md": render("new/templates.md", folder),
        ".gitignore": "".join(f"{line}\n" for line in _BUILT),
        ".gitattributes": _ATTRIBUTES,
    }
    for name in _COPIED:
        files |= {path.relative_to(shipped()).as_posix(): path.read_bytes() for path in _files(shipped() / name)}
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
