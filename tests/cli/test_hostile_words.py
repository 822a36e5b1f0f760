"""Whatever texts, names and arguments hold, nothing of it reaches a terminal or a build log as a command."""

from __future__ import annotations

import ast
import os
import pty
import re
import sys
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner

from gitting import Repo, version
from yange.cli.app import COMMANDS, group

pytestmark = pytest.mark.xdist_group("hostile words")

CLI = Path(__file__).resolve().parents[2] / "tools/yange/cli"
D = "policies/wanghai/dukou"
ESC = "\x1b]0;forged\x07\x1b[35;5m\x9b2J\x7f"
TURNED = "\u202e\u2066\u200f\u2028\u00ad\U000e0041"
EVIL = f"甲{ESC}{TURNED}\n::error file=x::forged\r##[add-mask]forged"
FIELD = re.sub(
    "(.)", lambda c: f"\\u{ord(c[1]):04x}" if ord(c[1]) < 0x10000 else f"\\U{ord(c[1]):08x}", EVIL, flags=re.S
)
NAME = "甲\x1b[2J\n::error::forged\u202e\udcb6"

OURS = re.compile(r"\x1b\[(?:0|1|2|3[1236]|90|1;3[0-9]|4|)m|\x1b\[\?25[lh]|\x1b\[[0-9]*[AK]")
"""Colours that commands themselves use, and what a progress bar moves."""
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u2069\u00ad\U000e0000-\U000e0fff]"
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a project with hostile words in every place; the commands are loaded once, for all children."""
    for module in {module for module, _ in COMMANDS.values()}:
        import_module(f"yange.cli.{module}")
    for module in ("yange.compare", "yange.mkdocs_plugin", "yange.reports.markdown", "yange.reports.html", "git.cmd"):
        import_module(module)
    repo = Repo.make(tmp_path_factory.mktemp("hostile") / "mine")
    first = version("2020-03-01", number="望府规〔2020〕1号")
    bad = (
        version("2023-01-01", number="望府规〔2022〕9号")
        .replace("number: 望府规〔2022〕9号", f'number: "望府规〔2022〕9号{FIELD}"\nnote: "{FIELD}"')
        .replace("。\n", f"{EVIL.replace(chr(13), '')}。\n", 2)
    )
    assert FIELD in bad
    assert ESC in bad
    repo.commit({f"{D}/2020-03-01.md": first})
    repo.commit({f"{D}/2023-01-01.md": bad, f"policies/wanghai/{NAME}/x.md": first})
    (repo.folder / NAME).write_text("第一条　甲" + EVIL, encoding="utf-8")
    (repo.folder / "amend.txt").write_text("将第一条中的“为了”修改为“因为”。\n", encoding="utf-8")
    for words in (("compare", "dukou@2020-03-01", "dukou@2023-01-01"), ("review", "HEAD~1", "HEAD"), ("check",),
                  ("import", "--dry-run", str(repo.folder / "amend.txt"))):  # fmt: skip
        CliRunner().invoke(group, ["--project", str(repo.folder), *words])  # what is read once, all children have
    return repo.folder


CALLS = [
    "list --all",
    "list --all --json",
    "show dukou@2023-01-01",
    "show dukou@2023-01-01 --json",
    "show dukou@2023-01-01 --clause 第一条",
    "show dukou --clause EVIL",
    "show EVIL",
    "show dukou@EVIL",
    "timeline dukou",
    "timeline --from EVIL",
    "compare dukou@2020-03-01 dukou@2023-01-01",
    "compare dukou@2020-03-01 dukou@2023-01-01 --all --editorial",
    "compare dukou@2020-03-01 dukou@2023-01-01 --format markdown",
    "compare dukou@2020-03-01 dukou@2023-01-01 --format html",
    "compare dukou@2020-03-01 dukou@2023-01-01 --format csv",
    "compare dukou@2020-03-01 dukou@2023-01-01 --json",
    "compare NAME dukou@2023-01-01",
    "compare dukou@2020-03-01 EVIL",
    "blame dukou --on 2023-06-01",
    "history dukou@2023-01-01 第一条",
    "history dukou@2023-01-01 EVIL",
    "review HEAD~1 HEAD",
    "review HEAD~1 HEAD --markdown",
    "review HEAD~1 HEAD --json",
    "review EVIL HEAD",
    "check",
    "check --json",
    "check EVIL",
    "archive",
    "archive --edition EVIL",
    "editions",
    "import --dry-run NAME",
    "import --dry-run --json NAME",
    "import --dry-run EVIL",
    "amend dukou amend.txt --effective 2026-01-01 --number EVIL --dry-run",
    "amend dukou NAME --effective 2026-01-01 --dry-run",
    "amend dukou NAME --effective 2026-01-01 --from EVIL",
    "new EVIL --title EVIL --place EVIL",
    "init NAME",
    "build --output NAME/EVIL --on EVIL",
    "EVIL",
    "--EVIL",
    "--project NAME list",
]


def on_terminal(root: Path, words: list[str]) -> str:
    """Run a command in a child whose three streams are a terminal, and return what the terminal got."""
    child, terminal = pty.fork()
    if child == 0:
        code = 99
        try:
            os.chdir(root)
            sys.stdout = sys.__stdout__ = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
            sys.stderr = sys.__stderr__ = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
            group.main(words, prog_name="yange")
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 98
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    said = bytearray()
    while True:
        try:
            chunk = os.read(terminal, 65536)
        except OSError:  # the child has gone: so Linux ends a terminal
            break
        if not chunk:
            break
        said += chunk
    os.close(terminal)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) in {0, 1, 2}, said.decode("utf-8", "replace")
    return said.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.parametrize("call", CALLS)
def test_nothing_reaches_the_terminal_as_a_command(project: Path, call: str) -> None:
    words = [word.replace("EVIL", EVIL).replace("NAME", NAME) for word in call.split()]
    said = on_terminal(project, words)
    assert said.strip()
    rest = OURS.sub("", said).replace("\r", "") if words[0] in {"archive", "build"} else OURS.sub("", said)
    assert [hex(ord(c)) for c in FORBIDDEN.findall(rest)] == []
    assert "\r" not in rest
    assert re.search(r"(?m)^\s*::|##\[", rest) is None


def test_annotations_are_the_only_commands(project: Path) -> None:
    lines = on_terminal(project, ["check", "--github"]).splitlines()
    assert any(line.startswith("::error file=policies/wanghai/") for line in lines)
    assert not [line for line in lines if FORBIDDEN.search(line) or line.lstrip().startswith("::error::")]
    assert not [line for line in lines if "file=x" in line and line.lstrip().startswith("::error file=x")]


@pytest.mark.parametrize("module", sorted(CLI.glob("*.py")), ids=lambda path: path.stem)
def test_commands_print_through_one_module(module: Path) -> None:
    if module.name in ("output.py", "__init__.py"):  # the latter prints the version, before anything is loaded
        return
    tree = ast.parse(module.read_text(encoding="utf-8"))
    used = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    imported = {alias.name for node in imports for alias in node.names}
    ours = {alias.name for node in imports if node.module == "yange.api.texts" for alias in node.names}
    assert not used & {"click.echo", "click.secho", "click.style", "click.echo_via_pager"}
    assert not {use for use in used if re.fullmatch(r"sys\.(?:__)?std(?:out|err)(?:__)?\.(?:write|buffer).*", use)}
    allowed = {"Styled"} if module.name == "comparison_text.py" else set()
    assert not (names | imported) & {"print", "Console", "echo", "secho", "Styled", "Text"} - allowed - ours
