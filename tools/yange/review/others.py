"""Changed files other than texts, first those that run as code when the project is built or checked."""

from __future__ import annotations

import re
from collections.abc import Mapping

from yange.provenance.places_file import SUFFIX as PLACES
from yange.review.report import OtherFile
from yange.trees import EntryKind, Listed

__all__ = ["other_files"]

_RUNS = re.compile(
    r"(?:\.github|\.gitlab|\.ci|\.circleci|\.githooks|\.husky|\.devcontainer|\.vscode|hooks|templates|tools)/.*"
    r"|site/overrides/.*|(?:.*/)?(?:\.gitattributes|\.gitmodules|\.envrc|\.gitlab-ci\.yml|\.pre-commit-[^/]*"
    r"|mkdocs[^/]*\.ya?ml|Makefile|GNUmakefile|makefile|Dockerfile[^/]*|pyproject\.toml|setup\.(?:py|cfg)|tox\.ini"
    r"|requirements[^/]*|conftest\.py|package(?:-lock)?\.json)"
    r"|.*\.(?:py|pyc|pth|so|sh|bash|js|mjs|cjs|ts|html?|svg|j2|jinja2?|bat|cmd|ps1|exe|dll|mk)",
    re.IGNORECASE | re.DOTALL,
)
"""Names of files that a build, a forge, an editor or a reader's browser executes. Other files can be executed only
through one of these, which is then changed, too, or was there before."""
_TEXTS = ("policies/", "archive/sources/", "archive/editions.yml")
"""Files that a review reports in its own words."""


def other_files(base: Mapping[str, Listed], head: Mapping[str, Listed]) -> tuple[OtherFile, ...]:
    """Return the changed files except texts and originals: first those that run, then by path.

    A file of places that was there before is one of them: it is made from an original, which did not change.
    """
    found = []
    for path in base.keys() | head.keys():
        old, new = base.get(path), head.get(path)
        known = path.startswith(_TEXTS) and not (old and path.endswith(PLACES))
        if old == new or known:
            continue
        what = "added" if old is None else "removed" if new is None else "changed"
        found.append(OtherFile(path, what, any(_runs(file) for file in (old, new) if file)))
    return tuple(sorted(found, key=lambda one: (not one.runs, one.path)))


def _runs(file: Listed) -> bool:
    return file.executable or file.kind is not EntryKind.FILE or _RUNS.fullmatch(file.path) is not None
