"""The fuzzer, bounded: some inputs of every kind, tokens repeated fifteen thousand characters long, two hash seeds."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
from fuzz_inputs import KINDS, TOKENS, make, mutated
from fuzz_invariants import HOLD
from fuzzing import Tally, failures_of, told_by
from hypothesis import given, settings
from hypothesis import strategies as st

from hanging import ends

SHARES = {"comparison": 8, "import": 4, "check": 8, "front matter": 20, "comments kept": 10}
"""Inputs of each kind; `make fuzz` tries a hundred thousand."""


@pytest.mark.parametrize("kind", KINDS)
def test_real_texts_changed_at_random(kind: str) -> None:
    assert failures_of(range(SHARES.get(kind, 40)), kind) == []


PIECES = st.lists(st.one_of(st.sampled_from(TOKENS), st.text(max_size=8)), max_size=40)


@settings(max_examples=50)
@given(PIECES)
def test_any_tokens_are_read_and_written_back(pieces: list[str]) -> None:
    HOLD["body"]("".join(pieces))


@settings(max_examples=25)
@given(PIECES, PIECES)
def test_any_two_texts_are_compared(old: list[str], new: list[str]) -> None:
    HOLD["comparison"]("".join(old).replace("\0", "") + "\0\0" + "".join(new).replace("\0", ""))


ROWS = (
    "第一条",
    "第一条　甲。\n\n",
    "第一条至第九条\n\n",
    "《甲办法》同时废止",
    "一二三四五六七八九十百千万亿",
    "# 甲\n\n",
    "\n",
    "1.",
    "[x](",
    "2020年1月1日",
    "附件1\n\n",
    "| a | b |\n",
)


@pytest.mark.parametrize("row", ROWS)
def test_a_token_repeated_is_read_to_its_end(row: str) -> None:
    text = "第一条　甲。\n\n" + (row * 15_000)[:15_000] + "变"
    with ends():
        HOLD["body"](text)
        HOLD["comparison"](f"{text}\0\0{text[:7_500]}变{text[7_500:]}")


def test_what_is_made_does_not_depend_on_the_hash_seed() -> None:
    script = str(Path(__file__).with_name("fuzzing.py"))
    done = subprocess.run([sys.executable, script, "--inputs", "12"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "hash seed        0 blocks" in done.stdout


def test_an_input_is_made_again_by_its_number() -> None:
    assert [make(number) for number in range(40)] == [make(number) for number in range(40)]
    assert mutated(random.Random(1), "第一条　甲。") == mutated(random.Random(1), "第一条　甲。")


def test_a_broken_promise_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(HOLD, "body", lambda text: str(1 / (len(text) - len(text))))
    tally = Tally()
    told_by(0, tally, "body")
    assert tally.broken == [(0, "body", "traceback: ZeroDivisionError: division by zero")]
