"""The Tab key: what shells are given, and what they are answered."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "how-to" / "complete-commands.md"
YANGE = Path(sys.executable).with_name("yange")


def asked(instruction: str, **environment: str) -> str:
    done = subprocess.run(
        [YANGE], env={**os.environ, "_YANGE_COMPLETE": instruction, **environment}, capture_output=True, check=True
    )
    return done.stdout.decode()


def test_the_page_names_every_shell_with_its_instruction() -> None:
    named = re.findall(r"_YANGE_COMPLETE=(\w+)_source yange", PAGE.read_text("utf-8"))
    assert named == ["bash", "zsh", "fish"]
    for shell in named:
        script = asked(f"{shell}_source")
        assert "_yange_completion" in script
        assert f"_YANGE_COMPLETE={shell}_complete" in script


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        ("yange tim", ["timeline"]),
        ("yange compare --format ", ["text", "json", "markdown", "html", "docx", "csv", "pdf", "redline"]),
    ],
)
def test_words_are_completed(words: str, answers: list[str]) -> None:
    place = str(len(words.split(" ")) - 1)
    said = asked("bash_complete", COMP_WORDS=words, COMP_CWORD=place).split()
    assert [line.removeprefix("plain,") for line in said] == answers


def test_bash_completes_with_the_script() -> None:
    program = (
        f'PATH="{YANGE.parent}:$PATH"; eval "$(_YANGE_COMPLETE=bash_source yange)"; '
        'COMP_WORDS=(yange tim); COMP_CWORD=1; _yange_completion yange; echo "${COMPREPLY[@]}"'
    )
    done = subprocess.run(["bash", "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "timeline"
