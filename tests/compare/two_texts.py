"""The law that these tests read Chinese texts with, and its vocabulary without defined terms."""

from __future__ import annotations

from yange.compare.text.vocabulary import Vocabulary
from yange.law import law_named

__all__ = ["LAW", "PLAIN"]

LAW = law_named("zh-Hans")
PLAIN = Vocabulary(LAW)
