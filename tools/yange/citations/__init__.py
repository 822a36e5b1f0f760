"""Find the references in a text: to its own clauses, to other instruments, and to clauses of those.

``citations(provisions)`` finds them with their spans and resolves those to the text's own clauses.
``PolicyIndex(library)`` finds the policy, and which of its texts, that a name of an instrument means.
"""

from yange.citations.find import Citation, CitationKind, citations
from yange.citations.policies import Meant, PolicyIndex
from yange.citations.resolve import chain_at, find_label

__all__ = ["Citation", "CitationKind", "Meant", "PolicyIndex", "chain_at", "citations", "find_label"]
