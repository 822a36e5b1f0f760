"""Refusals: why a question is not answered, in a word that a program can test."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from yange.problems import YangeError
from yange.project import AmbiguousNameError, UnknownNameError

__all__ = ["RefusalReason", "RefusedError", "refusal"]


class RefusalReason(StrEnum):
    """Why a question is refused."""

    UNKNOWN_DAY = "unknown-day"
    UNKNOWN_NAME = "unknown-name"
    AMBIGUOUS_NAME = "ambiguous-name"
    UNKNOWN_CLAUSE = "unknown-clause"
    NOT_HELD = "not-held"
    NOT_IN_FORCE = "not-in-force"
    CANNOT = "cannot-answer"


class RefusedError(YangeError):
    """A question that is not answered; ``choices`` are names that could have been meant."""

    def __init__(self, reason: RefusalReason, message: str, choices: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.reason = reason
        self.choices = tuple(choices)


def refusal(failure: YangeError) -> dict[str, Any]:
    """Return a refusal as an answer."""
    if isinstance(failure, RefusedError):
        return {"refused": failure.reason.value, "message": str(failure), "choices": list(failure.choices)}
    if isinstance(failure, AmbiguousNameError):
        return refusal(RefusedError(RefusalReason.AMBIGUOUS_NAME, str(failure), failure.choices))
    unknown = isinstance(failure, UnknownNameError)
    return refusal(RefusedError(RefusalReason.UNKNOWN_NAME if unknown else RefusalReason.CANNOT, str(failure)))
