"""Answers read from plain values, and what is said of those that cannot be."""

from __future__ import annotations

from yange.compare import Answers, Operation, compare, read_answers, unknown_clauses
from yange.parse import parse
from yange.parse.frontmatter import plain_values

FILE = """
- old: 2019-01-06
  new: 2020-03-01
  together: [[第一条, 第二条]]
  renamings: [[市渔业局, 市海洋局]]
- old: 2019-01-06
  new: 2020-03-01
  apart:
    - [art_2, art_1]
"""
KEY = ("2019-01-06", "2020-03-01")


def test_entries_about_one_pair_are_taken_together() -> None:
    values, problems = plain_values(FILE, "alignment.yml")
    answers, more = read_answers(values, "alignment.yml")
    assert (problems, more) == ((), ())
    assert answers == {KEY: Answers((("第一条", "第二条"),), (("art_2", "art_1"),), (("市渔业局", "市海洋局"),))}


def test_no_file_and_an_empty_one_give_no_answers() -> None:
    assert read_answers(None, "alignment.yml") == ({}, ())


def test_what_cannot_be_read_is_told_and_left_out() -> None:
    values = [{"old": "a", "new": "b", "together": [["第一条"], ["第一条", "第二条"]], "merge": "x"}, {"old": "a"}, "x"]
    answers, problems = read_answers(values, "alignment.yml")
    assert answers == {("a", "b"): Answers(together=(("第一条", "第二条"),))}
    assert [problem.code for problem in problems] == ["answers-field", "answers-pair", "answers-shape", "answers-shape"]
    assert [problem.code for problem in read_answers({"old": "a"}, "alignment.yml")[1]] == ["answers-shape"]


def test_an_answer_about_no_clause_is_told() -> None:
    old, new = parse("第一条　渡工应当持证上岗。\n"), parse("第一条　渡船应当年检。\n\n第二条　渡工应当持证。\n")
    answers = Answers(together=(("第一条", "第二条"), ("第九条", "art_2")), apart=(("第一条", "第八条"),))
    told = [problem.message for problem in unknown_clauses(answers, old, new, "alignment.yml")]
    assert [("第九条" in one, "第八条" in one) for one in told] == [(True, False), (False, True)]
    operations = {(c.old, c.new): c.operation for c in compare(old, new, answers).changes}
    assert operations[("第一条",), ("第二条",)] is Operation.AMENDED
    assert operations[(), ("第一条",)] is Operation.INSERTED
