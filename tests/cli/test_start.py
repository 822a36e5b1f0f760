"""What a call loads before it answers: the help and the version wait for no word list, no git and no site."""

from __future__ import annotations

import json
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from yange.cli.app import COMMANDS, group

LIGHT = {"yange", "click", "regex", "msgspec", "typing_extensions"}
OURS = {"yange.characters", "yange.coding", "yange.problems", "yange.cli", "yange.cli.app", "yange.cli.failing"}
LOADED = """
import json, sys
from contextlib import redirect_stdout
before = set(sys.modules)
with redirect_stdout(sys.stderr):
    try:
        from yange.cli import main
        sys.argv = ["yange", *json.loads(sys.argv[1])]
        main()
    except SystemExit as end:
        assert not end.code, end.code
print(json.dumps(sorted(set(sys.modules) - before)))
"""


@pytest.mark.parametrize("words", [["--version"], ["--help"]], ids=" ".join)
def test_the_help_and_the_version_load_nothing_heavy(words: list[str]) -> None:
    """Loading all commands took .8 CPU seconds and 110 MB; these modules take .1 and 20 MB."""
    done = subprocess.run([sys.executable, "-c", LOADED, json.dumps(words)], capture_output=True, check=True)
    loaded = set(json.loads(done.stdout))
    if words == ["--version"]:
        assert loaded & {"click", "msgspec", "regex", "yange.cli.app"} == set()
        assert done.stderr.decode() == CliRunner().invoke(group, words, prog_name="yange").output
        return
    packages = {name.partition(".")[0] for name in loaded}
    assert packages - set(sys.stdlib_module_names) - {"_distutils_hack"} <= LIGHT
    assert {name for name in loaded if name.startswith("yange.")} == OURS | {"yange.cli.output"}


COMPARED = """
import json, sys
import yange.outputs.comparing
from yange.compare import compare
from yange.parse import parse
compare(parse("第一条　甲。\\n", "zh"), parse("第一条　乙。\\n", "zh"))
print(json.dumps(sorted(sys.modules)))
"""


def test_comparing_two_texts_loads_no_checks_and_no_packs_of_other_languages() -> None:
    """Both took .65 of 1.75 CPU seconds from the start to the first comparison."""
    done = subprocess.run([sys.executable, "-c", COMPARED], capture_output=True, check=True)
    loaded = set(json.loads(done.stdout))
    assert "yange.law.zh_hans" in loaded
    assert not {name for name in loaded if name.startswith(("yange.check", "yange.persons", "yange.law.de"))}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_each_says_of_itself(name: str) -> None:
    command = group.get_command(click.Context(group), name)
    assert command is not None
    assert command.get_short_help_str(1000) == COMMANDS[name][1]
    assert not command.hidden
