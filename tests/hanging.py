"""A guard against texts that never come to an end: not a measure of speed, which lives in tests/bench."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

MINUTE = 60.0
"""CPU seconds. What is guarded takes under 3 on a busy machine; each such text once took minutes."""


@contextmanager
def ends() -> Iterator[None]:
    """Fail where the block took a minute of CPU time or more."""
    began = time.process_time()
    yield
    spent = time.process_time() - began
    assert spent < MINUTE, f"{spent:.0f} CPU seconds"
