"""Clause comparison: what changed between two texts, clause by clause and word by word."""

from yange.compare.answers import NO_ANSWERS, Answers, read_answers, unknown_clauses
from yange.compare.compare import VERSION, compare
from yange.compare.diff.word_diff import apply_delta
from yange.compare.findings.values_in_text import VALUE_KINDS
from yange.compare.result import (
    Band,
    Change,
    CitationChange,
    CitationFate,
    Comparison,
    Edge,
    Edit,
    Flags,
    Grade,
    Operation,
    TermChange,
    ValueChange,
)

__all__ = [
    "NO_ANSWERS",
    "VALUE_KINDS",
    "VERSION",
    "Answers",
    "Band",
    "Change",
    "CitationChange",
    "CitationFate",
    "Comparison",
    "Edge",
    "Edit",
    "Flags",
    "Grade",
    "Operation",
    "TermChange",
    "ValueChange",
    "apply_delta",
    "compare",
    "read_answers",
    "unknown_clauses",
]
