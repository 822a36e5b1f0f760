"""The layers of the package, read from its imports: what may know what.

A failure here is a question about design, not about style: move the code to where its knowledge belongs.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from pathlib import Path

import pytest

from yange.cache.comparisons import SOURCES

PACKAGE = Path(__file__).resolve().parent.parent / "tools" / "yange"

# From the top down. A part (a module or a package directly below yange/) imports only from rows below its own.
LAYERS = (
    ("__main__",),
    ("cli",),
    ("mkdocs_plugin", "export", "assistant", "watch"),
    ("api",),
    ("review", "cluster"),
    ("publish", "archive", "importers"),
    ("project",),
    ("index",),
    ("library", "amending", "outputs", "settings", "reports", "bibliography"),
    ("check",),
    ("cache", "listing", "persons", "provenance", "withdrawn"),
    ("timeline", "compare", "citations"),
    ("scaffold", "readers", "storage"),
    ("statements", "parse", "titles", "git"),
    ("law",),
    ("messages", "model", "forge", "names", "schemas", "shipped", "trees", "repository_place", "processes"),
    ("numbering", "dates", "problems"),
    ("characters", "chinese_scripts", "coding"),
)
ROW = {part: row for row, parts in enumerate(LAYERS) for part in parts}

# The rooms of a part, from the top down: a module or a folder directly below the part imports only from rows below its
# own. The part's own module is above all of them; ``*`` is the row of those that no row names.
ROOMS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "publish": (
        ("build",),
        ("companions",),
        ("pages", "files"),
        ("search", "parts", "fingerprints"),
        ("context",),
        ("view",),
        ("facts", "templates", "csp"),
        ("page",),
        ("addresses", "assets"),
    ),
    "compare": (
        ("history",),
        ("compare",),
        ("edges",),
        ("findings",),
        ("diff", "match"),
        ("answers", "result"),
        ("text",),
        ("weights",),
    ),
    "check": (
        ("*",),
        ("lookalikes", "findings", "subject"),
        ("text_findings",),
    ),
}

# Third-party packages and their one home: a module, or a package where the package is the wrapper.
HOMES = {
    "PIL": "scaffold.card",
    "anyascii": "importers.slugs",
    "babel": "messages",
    "citeproc": "bibliography.styles",
    "click": "cli",
    "cn2an": "law.zh_hans.numerals",
    "confusable_homoglyphs": "check.lookalikes",
    "dateutil": "dates",
    "distributed": "cluster.engine",
    "diff_match_patch": "compare.diff.word_diff",
    "docx": "reports.docx",
    "filelock": "storage.locking",
    "fsspec": "cluster.results",
    "git": "git.commands",
    "icalendar": "publish.files.calendar",
    "jinja2": "publish",
    "lxml": "readers.xml_tree",
    "markdown_it": "readers.markdown",
    "markupsafe": "publish",
    "material": "mkdocs_plugin",
    "mcp": "assistant.server",
    "mkdocs": "mkdocs_plugin",
    "msgspec": "coding",
    "opencc": "chinese_scripts",
    "pdfminer": "readers.pdf_glyphs",
    "pdfplumber": "readers.pdf_tables",
    "platformdirs": "storage.state",
    "pyarrow": "export.data_package",
    "pypdfium2": "readers.pdf_pages",
    "pypinyin": "importers.slugs",
    "rapidfuzz": "compare.text.spans",
    "regex": "characters",
    "rich": "cli",
    "rjieba": "law.zh_hans.words",
    "selectolax": "readers.html.tree",
    "text_to_num": "law.number_words",
    "weasyprint": "reports.pdf",
    "yaml": "parse.frontmatter.yaml_text",
}
# MkDocs' hooks speak Jinja2, and its templates run without autoescape: what goes to them is escaped in the plugin.
# The scaffold prints Markdown for a new text, no HTML.
GUESTS = {("mkdocs_plugin", "jinja2"), ("mkdocs_plugin", "markupsafe"), ("scaffold", "jinja2")}

# Only the commands and the plugin print, read the clock or the environment: everything else is a function of its input.
OUTSIDE = ("cli", "mkdocs_plugin", "__main__")
# Random tokens of this machine's own state: no result shows or depends on one.
RANDOM = {("storage.state", "os.urandom"), ("storage.journal", "os.urandom")}
FORBIDDEN_CALLS = {
    "breakpoint",
    "date.today",
    "datetime.date.today",
    "datetime.datetime.now",
    "datetime.datetime.today",
    "datetime.datetime.utcnow",
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "input",
    "os.getenv",
    "os.urandom",
    "print",
    "sys.exit",
    "sys.stderr.write",
    "sys.stdout.write",
}
FORBIDDEN_NAMES = {"os.environ", "os.environb", "sys.argv", "sys.stderr", "sys.stdin", "sys.stdout"}
FORBIDDEN_IMPORTS = {"argparse", "getpass", "locale", "logging", "random", "secrets", "time"}

LONGEST = 600
FAMILIAR = 350


@dataclass(frozen=True)
class Import:
    """One import: the module that does it, its line, and the dotted name of what it wants."""

    module: str
    line: int
    target: str

    def __str__(self) -> str:
        return f"tools/yange/{self.module.replace('.', '/')}:{self.line}: imports {self.target}"


def module_name(path: Path) -> str:
    """Return the dotted name below ``yange``; a package's own module is called as the package."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def part_of(module: str) -> str:
    return module.partition(".")[0]


MODULES = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py")) if "_project" not in path.parts}


@cache  # every worker imports this module, and one of them runs it: reading the whole package takes seconds
def trees() -> Mapping[str, ast.Module]:
    """Return the syntax tree of every module."""
    return {module: ast.parse(path.read_text(encoding="utf-8"), str(path)) for module, path in MODULES.items()}


def on_loading_of(body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield the statements of a module outside functions and classes, also those below ``if TYPE_CHECKING``."""
    for node in body:
        yield node
        if isinstance(node, ast.If):
            yield from on_loading_of([*node.body, *node.orelse])


def imports_of(module: str, tree: ast.Module, *, on_loading: bool = False) -> Iterator[Import]:
    """Yield every import anywhere in a module, in functions too (``on_loading``: only those outside functions).

    What is imported for types alone counts in both: it is knowledge too.
    """
    nodes = list(on_loading_of(tree.body)) if on_loading else list(ast.walk(tree))
    for node in nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(module, node.lineno, alias.name)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                near = module.split(".") if MODULES[module].name == "__init__.py" else module.split(".")[:-1]
                near = near[: len(near) - node.level + 1]
                base = ".".join(filter(None, ["yange", *near, base]))
            for alias in node.names:
                whole = f"{base}.{alias.name}"
                yield Import(module, node.lineno, whole if whole.removeprefix("yange.") in MODULES else base)


@cache
def imports() -> tuple[Import, ...]:
    """Return every import of the package."""
    return tuple(item for module, tree in trees().items() for item in imports_of(module, tree))


def inner(item: Import) -> str | None:
    """Return the module of ours that an import wants, or ``None``; ``""`` is ``yange`` itself."""
    return item.target.removeprefix("yange").removeprefix(".") if item.target.split(".")[0] == "yange" else None


def test_every_part_has_its_place_in_the_layers() -> None:
    unknown = sorted({part_of(module) for module in MODULES if module} - set(ROW))
    assert not unknown, (
        f"{', '.join(unknown)}: new in tools/yange and not in LAYERS of this test. Decide what it knows: put it "
        "above every part that it imports and below every part that imports it. If no row fits, it does two things."
    )


def not_downwards(imports: Iterable[Import]) -> list[str]:
    return [
        f"{item}: {part_of(item.module)} stands in row {ROW[part_of(item.module)]}, {part_of(target)} in row "
        f"{ROW[part_of(target)]}; only rows with a higher number may be imported"
        for item in imports
        if item.module and (target := inner(item)) and part_of(target) != part_of(item.module)
        if {part_of(target), part_of(item.module)} <= ROW.keys()  # the test above tells of those without a row
        if ROW[part_of(target)] <= ROW[part_of(item.module)]
    ]


def test_imports_point_downwards() -> None:
    wrong = not_downwards(imports())
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("module", "target", "allowed"),
    [
        ("check.record", "yange.timeline", True),
        ("check.record", "yange.check.stated_facts", True),
        ("check.record", "os.path", True),
        ("timeline.build", "yange.check", False),
        ("timeline.build", "yange.compare.result", False),
        ("model", "yange.names", False),
        ("archive.build", "yange.library", True),
        ("library", "yange.archive", False),
    ],
)
def test_the_measure_of_directions(module: str, target: str, *, allowed: bool) -> None:
    assert (not_downwards([Import(module, 1, target)]) == []) is allowed


def room_of(module: str) -> str:
    """Return the room of a module of a part; empty for the part's own module."""
    return module.split(".")[1] if "." in module else ""


def upwards(part: str, imports: Iterable[Import]) -> list[str]:
    """Return the imports between rooms of a part that do not point downwards."""
    named = {room: number for number, rooms in enumerate(ROOMS[part], start=1) for room in rooms} | {"": 0}

    def row(room: str) -> int:
        return named.get(room, named.get("*", -1))

    wrong = []
    for item in imports:
        target = inner(item)
        if not target or part_of(target) != part or part_of(item.module) != part:
            continue
        one, other = room_of(item.module), room_of(target)
        if one != other and row(other) <= row(one):
            wrong.append(f"{item}: {one} is in row {row(one)} of {part}, {other or part} in row {row(other)}")
    return wrong


@pytest.mark.parametrize("part", ROOMS)
def test_imports_between_rooms_point_downwards(part: str) -> None:
    assert upwards(part, imports()) == []


ARROWS = {"compare": 30}
"""The most pairs of rooms of which one imports the other; fewer are better, and each new one is a decision."""


@pytest.mark.parametrize("part", ARROWS)
def test_few_rooms_know_one_another(part: str) -> None:
    inside = [(item.module, target) for item in imports() if (target := inner(item)) and part_of(target) == part]
    arrows = {(room_of(one), room_of(other)) for one, other in inside if part_of(one) == part}
    arrows = {(one, other) for one, other in arrows if one and other and one != other}
    assert len(arrows) <= ARROWS[part], sorted(arrows)


@pytest.mark.parametrize("part", ROOMS)
def test_every_room_has_its_row(part: str) -> None:
    rooms = {room_of(module) for module in MODULES if part_of(module) == part} - {""}
    named = [room for row in ROOMS[part] for room in row]
    assert len(named) == len(set(named))
    assert set(named) - {"*"} <= rooms, "gone: take it out of ROOMS"
    assert "*" in named or rooms <= set(named), "new: give it a row above what it imports and below what imports it"


@pytest.mark.parametrize(
    ("module", "target", "allowed"),
    [
        ("publish.pages.day", "yange.publish.parts.downloads", True),
        ("publish.pages.day", "yange.publish.pages.lists", True),
        ("publish.pages.day", "yange.cache.store", True),
        ("publish", "yange.publish.build", True),
        ("publish.parts.downloads", "yange.publish.pages.day", False),
        ("publish.pages.day", "yange.publish.files.data", False),
        ("publish.view", "yange.publish.context", False),
        ("publish.view", "yange.publish", False),
    ],
)
def test_the_measure_of_rooms(module: str, target: str, *, allowed: bool) -> None:
    assert (upwards("publish", [Import(module, 1, target)]) == []) is allowed


def test_the_package_itself_knows_only_its_front_door() -> None:
    """What it loads at once is next to nothing; tests/api/test_front_door.py holds that."""
    known = {item.target for item in imports() if not item.module}
    assert {
        target for target in known if target not in sys.stdlib_module_names and not target.startswith("yange.api")
    } == set()


def shared_names(trees: Mapping[str, ast.Module]) -> dict[str, list[str]]:
    """Return the names of public classes that more than one class has, each with where the classes are."""
    found: dict[str, list[str]] = {}
    for module, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found.setdefault(node.name, []).append(f"tools/yange/{module.replace('.', '/')}:{node.lineno}")
    return {name: places for name, places in found.items() if len(places) > 1}


def test_no_two_public_classes_share_a_name() -> None:
    assert shared_names(trees()) == {}, "name each class by what it is among all of the package: CitationLink, not Link"


def test_a_shared_name_would_be_found() -> None:
    trees = {"one": "class Row: ...", "two": "class Row: ...\nclass _Row: ...", "three": "class _Row: ..."}
    assert list(shared_names({module: ast.parse(source) for module, source in trees.items()})) == ["Row"]


def test_private_names_stay_in_their_module() -> None:
    wrong = [
        f"tools/yange/{module.replace('.', '/')}:{node.lineno}: takes {alias.name} out of {node.module}"
        for module, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("yange")
        for alias in node.names
        if alias.name.startswith("_") and not alias.name.startswith("__")
    ]
    assert not wrong, "\n".join(wrong)


def cycle_in(graph: Mapping[str, set[str]]) -> str | None:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as found:
        return " → ".join(found.args[1])
    return None


def test_no_cycle_of_imports() -> None:
    graph: dict[str, set[str]] = {module: set() for module in MODULES}
    for module, tree in trees().items():
        for item in imports_of(module, tree, on_loading=True):
            target = inner(item)
            # a module of a package loads the package first; that edge is Python's, not ours
            if target and target != module and not module.startswith(f"{target}."):
                graph[module].add(target)
    assert cycle_in(graph) is None


def test_imports_for_types_alone_count() -> None:
    source = "if TYPE_CHECKING:\n    from yange.cli import app\ndef f():\n    from yange.review import review"
    for on_loading, found in ((True, ["yange.cli.app"]), (False, ["yange.cli.app", "yange.review.review"])):
        imports = imports_of("model", ast.parse(source), on_loading=on_loading)
        assert sorted(item.target for item in imports) == found


def test_a_cycle_would_be_found() -> None:
    assert cycle_in({"a": {"b"}, "b": {"c"}, "c": {"a"}}) is not None
    assert cycle_in({"a": {"b", "c"}, "b": {"c"}, "c": set()}) is None


def test_kept_comparisons_are_named_by_all_the_code_that_makes_them() -> None:
    """A comparison that was kept before a change of that code is worked out anew."""
    wanted, known = {"compare.compare", "compare.answers"}, set[str]()
    while wanted - known:
        module = min(wanted - known)
        known.add(module)
        found = {target for item in imports() if item.module == module and (target := inner(item))}
        wanted |= {target for target in found if target in MODULES}
    files = {module: MODULES[module].relative_to(PACKAGE).as_posix() for module in known}
    missing = [file for file in files.values() if file not in SOURCES and file.split("/")[0] not in SOURCES]
    assert missing == [], "add it to SOURCES of cache/comparisons.py"


def test_each_third_party_package_has_one_home() -> None:
    wrong = []
    for item in imports():
        name = item.target.split(".")[0]
        if name == "yange" or name in sys.stdlib_module_names or (part_of(item.module), name) in GUESTS:
            continue
        home = HOMES.get(name)
        if home is None:
            wrong.append(f"{item}: no home is named for it in HOMES of this test; wrap it in one module of ours")
        elif item.module != home and not item.module.startswith(f"{home}."):
            wrong.append(f"{item}: its home is tools/yange/{home.replace('.', '/')}; call that instead")
    assert not wrong, "\n".join(wrong)


def test_every_home_is_lived_in() -> None:
    used = {item.target.split(".")[0] for item in imports()}
    dead = {
        name: home
        for name, home in HOMES.items()
        if part_of(home) in {part_of(m) for m in MODULES} and name not in used
    }
    dead.pop("material", None)
    dead.pop("markupsafe", None)
    assert not dead, f"no longer imported anywhere: take it out of HOMES and of pyproject.toml: {dead}"


def dotted(node: ast.expr) -> str:
    """Return ``a.b.c`` for a chain of names, else an empty text."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else ""
    return ""


def outside_uses(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and name of everything that reads the clock or the environment, or prints."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and dotted(node.func) in FORBIDDEN_CALLS:
            yield node.lineno, dotted(node.func)
        elif isinstance(node, ast.Attribute) and dotted(node) in FORBIDDEN_NAMES:
            yield node.lineno, dotted(node)
        elif isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names if alias.name in FORBIDDEN_IMPORTS)
        elif isinstance(node, ast.ImportFrom):
            if node.module in FORBIDDEN_IMPORTS:
                yield node.lineno, node.module or ""
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from ((node.lineno, name) for name in names if name in FORBIDDEN_NAMES | FORBIDDEN_CALLS)


def test_only_the_commands_touch_the_outside() -> None:
    wrong = [
        f"tools/yange/{module.replace('.', '/')}:{line}: {name}; hand the value in from cli/ instead"
        for module, tree in trees().items()
        if part_of(module) not in OUTSIDE
        for line, name in outside_uses(tree)
        if (module, name) not in RANDOM
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "source",
    [
        "print('x')",
        "from datetime import date\nday = date.today()",
        "import datetime\nnow = datetime.datetime.now()",
        "import time\nt = time.monotonic()",
        "from time import perf_counter",
        "import os\nhome = os.environ['HOME']",
        "from os import environ",
        "import os\nx = os.getenv('X')",
        "import random",
    ],
)
def test_a_touch_of_the_outside_would_be_found(source: str) -> None:
    assert list(outside_uses(ast.parse(source)))


# What is started: git, LibreOffice on a document, workers of our own; each by one module that says within which bounds.
PROGRAMS = {"git.commands", "processes", "readers.soffice"}


def test_three_modules_start_processes() -> None:
    beginners = ("subprocess", "multiprocessing", "concurrent", "pty")
    starters = {item.module for item in imports() if item.target.split(".")[0] in beginners}
    assert starters == PROGRAMS


def test_modules_stay_short() -> None:
    lengths = {module: path.read_text(encoding="utf-8").count("\n") for module, path in MODULES.items()}
    long = [f"{module or 'yange'}: {lines} lines" for module, lines in lengths.items() if lines > FAMILIAR]
    if long:
        print(f"longer than {FAMILIAR} lines, look whether they do two things: {', '.join(long)}")
    assert [f"{module}: {lines} lines" for module, lines in lengths.items() if lines > LONGEST] == []


def test_the_rows_name_each_part_once() -> None:
    names = sorted(part for parts in LAYERS for part in parts)
    assert all(one != other for one, other in pairwise(names))
