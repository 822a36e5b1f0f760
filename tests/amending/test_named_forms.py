"""Every form of an amending sentence that CONTRIBUTING.md names is read, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from yange.amending.sentences import read_instructions

PAGE = (Path(__file__).resolve().parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")


def forms() -> list[str]:
    chinese = PAGE.partition("能读的句式：")[2].partition("条号一律")[0]
    english = PAGE.partition("It reads\n")[2].partition("All numbers")[0]
    found = re.findall(r"`([^`]+)`", f"{chinese}\n{english}", re.S)
    return [re.sub(r"\s+", " ", form) for form in found]


def test_the_forms_are_found() -> None:
    assert len(forms()) > 15


@pytest.mark.parametrize("form", forms())
def test_every_form_named_for_contributors_is_read(form: str) -> None:
    instructions, problems = read_instructions(form, "in.txt")
    assert problems == ()
    assert instructions
