"""Check the citations in a memo, a contract or a draft against the archive: what ``yange cite`` does.

``check_citations(archive, words, day, today)`` finds every citation of a policy or clause and says for each whether it
held on the day, what it said, what became of it since, and how to cite it today. What the archive does not hold is
unknown, and never taken for wrong.
"""

from yange.api.cite_check.checking import check_citations
from yange.api.cite_check.result import CitationCheck, Finding, Verdict

__all__ = ["CitationCheck", "Finding", "Verdict", "check_citations"]
