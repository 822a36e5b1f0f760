"""Write the JSON Schemas of the package from its types: ``make schemas``.

Types are described by their docstrings, and fields by the string below each (or, in front matter, by ``About``).
"""

from __future__ import annotations

import ast
import inspect
import json
import sys
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from textwrap import dedent
from typing import Any

from yange.api.cite_check.result import CiteOutput
from yange.api.stale_result import StaleOutput
from yange.archive.outputs import ArchiveOutput, VerifyOutput
from yange.coding import schemas_of
from yange.importers.outputs import ImportOutput
from yange.outputs.between import ChangesOutput
from yange.outputs.checking import CheckOutput
from yange.outputs.comparing import CompareOutput
from yange.outputs.freshness import FreshnessOutput
from yange.outputs.listing import ListOutput
from yange.outputs.reading import ShowOutput, TimelineOutput
from yange.outputs.tracing import BlameOutput, HistoryOutput
from yange.parse.frontmatter.schema import AnswersFile, PolicyFields, VersionFields
from yange.provenance.places_file import PlacesFile
from yange.publish.files.records import DataRecord, PolicyRecord, VersionRecord
from yange.review.outputs import EditionsOutput, RebuiltOutput, ReviewOutput
from yange.schemas import FOLDER
from yange.watch.result import WatchOutput

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOR_EDITORS = "http://json-schema.org/draft-07/schema#"
"""What people write is validated in editors, and most of these stop at this draft."""
WRITTEN = ("version", "policy", "alignment")
NAMED: Mapping[str, tuple[str, tuple[Any, ...]]] = {
    "archive": ("yange.archive/1", (ArchiveOutput, VerifyOutput)),
    "blame": ("yange.blame/1", (BlameOutput,)),
    "changes": ("yange.changes/1", (ChangesOutput,)),
    "check": ("yange.check/1", (CheckOutput,)),
    "cite": ("yange.cite/1", (CiteOutput,)),
    "compare": ("yange.compare/1", (CompareOutput,)),
    "editions": ("yange.editions/1", (EditionsOutput, RebuiltOutput)),
    "freshness": ("yange.freshness/1", (FreshnessOutput,)),
    "history": ("yange.history/1", (HistoryOutput,)),
    "import": ("yange.import/1", (ImportOutput,)),
    "list": ("yange.list/1", (ListOutput,)),
    "places": ("yange.places/1", (PlacesFile,)),
    "review": ("yange.review/1", (ReviewOutput,)),
    "show": ("yange.show/1", (ShowOutput,)),
    "stale": ("yange.stale/1", (StaleOutput,)),
    "timeline": ("yange.timeline/1", (TimelineOutput,)),
    "watch": ("yange.watch/1", (WatchOutput,)),
    "data-policy": ("yange.policy/1", (PolicyRecord,)),
    "data-version": ("yange.version/1", (VersionRecord,)),
    "data-index": ("yange.data/1", (DataRecord,)),
    "version": ("front matter of a text", (VersionFields,)),
    "policy": ("front matter of policy.md", (PolicyFields,)),
    "alignment": ("alignment.yml", (AnswersFile,)),
}
"""Each schema: its file's name, its title, and the types of which a document is one."""


def made(name: str) -> str:
    """Return a schema file."""
    title, kinds = NAMED[name]
    found, definitions = schemas_of((*kinds, VersionFields) if {ShowOutput, VersionRecord} & {*kinds} else kinds)
    found = found[: len(kinds)]
    for kind in _classes():
        if kind.__name__ in definitions:
            _describe(definitions[kind.__name__], kind)
    for definition in definitions.values():
        if "facts" in definition.get("properties", {}):
            definition["properties"]["facts"] = {"$ref": "#/$defs/VersionFields"}
    whole = found[0] if len(found) == 1 else {"anyOf": list(found)}
    used = {name: definitions[name] for name in sorted(definitions)}
    schema = {"$schema": FOR_EDITORS if name in WRITTEN else DIALECT, "title": title, **whole, "$defs": used}
    return json.dumps(schema, ensure_ascii=False, indent=2, default=list) + "\n"


def write() -> None:
    """Write all schemas into the package, and remove what is none any more."""
    for path in FOLDER.glob("*.json"):
        path.unlink()
    for name in NAMED:
        (FOLDER / f"{name}.json").write_text(made(name), encoding="utf-8")


def _describe(schema: dict[str, Any], kind: type) -> None:
    words = _field_words(kind)
    for field, names in schema.get("properties", {}).items():
        if field in words:
            names.setdefault("description", words[field])
    if "description" in schema:
        schema["description"] = inspect.cleandoc(schema["description"])


@cache
def _classes() -> tuple[type, ...]:
    """Return every class of the package that a schema may hold."""
    seen: dict[int, type] = {}
    modules = [value for name, value in sys.modules.items() if name.startswith("yange.")]
    for module in modules:
        for value in vars(module).values():
            if inspect.isclass(value) and value.__module__.startswith("yange."):
                seen[id(value)] = value
    return tuple(seen.values())


@cache
def _field_words(kind: type) -> Mapping[str, str]:
    """Return the string below each field of a class, by the field's name as written."""
    (tree,) = ast.parse(dedent(inspect.getsource(kind))).body
    written = dict(
        zip(getattr(kind, "__struct_fields__", ()), getattr(kind, "__struct_encode_fields__", ()), strict=True)
    )
    found = {}
    body = getattr(tree, "body", [])
    for field, below in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            value = below.value
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                name = field.target.id
                found[written.get(name, name)] = inspect.cleandoc(value.value).replace("\n", " ")
    return found


if __name__ == "__main__":
    write()
