"""Which clause cites which: the links within a text and to others, and who cites a clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from markupsafe import Markup, escape

from yange.citations import Citation, CitationKind, PolicyIndex, citations, find_label
from yange.law import law_of
from yange.model import Library, Policy, Provisions, Version
from yange.parse import plain_text
from yange.publish.facts.blocks import ClauseBlock
from yange.publish.facts.clause_names import Called
from yange.statements import quoted
from yange.timeline import Timeline

__all__ = ["CitationLink", "References", "linked"]

_KEPT = 64


@dataclass(frozen=True, slots=True)
class CitationLink:
    """A citation with a target in the library.

    ``text`` are the words cited with, ``at`` the path of the citing clause and ``called`` its name. ``policy`` is the
    policy meant, ``version`` its text where one is meant, ``path`` the clause of that text (empty: the whole).
    """

    text: str
    citing: Version
    at: str
    called: Called | None
    policy: Policy
    version: Version | None
    path: str = ""


@dataclass(frozen=True, slots=True)
class _Known:
    """Who cites whom: by policy what it cites of others and what cites it, and the texts that are quoted by clause."""

    outgoing: dict[str, list[CitationLink]] = field(default_factory=lambda: defaultdict(list))
    incoming: dict[str, list[CitationLink]] = field(default_factory=lambda: defaultdict(list))
    quoted: set[tuple[str, str]] = field(default_factory=set)


class References:
    """The citations of a library, resolved to policies, texts and clauses of it."""

    def __init__(
        self,
        library: Library,
        timeline: Timeline,
        parsed: Callable[[str], Provisions],
        called: Callable[[str], Mapping[str, Called]],
        withheld: Callable[[Policy], bool],
    ) -> None:
        """Index the names of the instruments. Who cites whom is found out on first use."""
        self._timeline = timeline
        self._parsed = parsed
        self._called = called
        self._policies = {policy.id: policy for policy in library.policies}
        self._index = PolicyIndex(library)
        self.links = lru_cache(_KEPT)(self._links)
        self._withheld = withheld

    @cached_property
    def _known(self) -> _Known:
        known = _Known()
        for policy in self._policies.values():
            if not self._withheld(policy):
                for link in self._latest(policy, known):
                    known.outgoing[policy.id].append(link)
                    known.incoming[link.policy.id].append(link)
        return known

    @property
    def quoted(self) -> Set[tuple[str, str]]:
        """The texts, as policy id and key, of which a text of another policy cites a clause."""
        return self._known.quoted

    def meant(self, title: str, number: str | None, place: str) -> Policy | None:
        """Return the policy that a name in a text of a place means, ``None`` if the library does not have it."""
        found = self._index.find(title, number, place)
        return found.policy if found is not None else None

    def cites(self, policy_id: str) -> list[CitationLink]:
        """Return what a policy's texts cite of other policies, each clause once, by the last text that does."""
        return self._known.outgoing.get(policy_id, [])

    def cited_by(self, policy_id: str) -> list[CitationLink]:
        """Return by which clauses of other policies a policy is cited."""
        return self._known.incoming.get(policy_id, [])

    def _latest(self, policy: Policy, known: _Known) -> list[CitationLink]:
        found: dict[tuple[str, str, str], CitationLink] = {}
        for version in policy.versions:
            if version.held and self._names_another(policy, version):
                for link in self.links(policy, version):
                    if link.policy.id != policy.id:
                        if link.path and link.version is not None:
                            known.quoted.add((link.version.policy, link.version.key))
                        where = link.called.own if link.called else link.at
                        found[where, link.policy.id, link.path] = link
        return list(found.values())

    def _names_another(self, policy: Policy, version: Version) -> bool:
        names = quoted(version.body, law_of(version.body, version.language))
        found = (self._index.find(one.title, one.number, policy.place) for one in names)
        return any(meant is not None and meant.policy.id != policy.id for meant in found)

    def _links(self, policy: Policy, version: Version) -> tuple[CitationLink, ...]:
        return tuple(link for _, link in self.read(policy, version) if link is not None)

    def read(self, policy: Policy, version: Version) -> Iterator[tuple[Citation, CitationLink | None]]:
        """Yield every citation of a text, with its link where the target is in the library and certain."""
        names = self._called(version.body)
        for citation in citations(self._parsed(version.body)):
            yield citation, self._link(policy, version, citation, names)

    def _link(
        self, policy: Policy, version: Version, citation: Citation, names: Mapping[str, Called]
    ) -> CitationLink | None:
        words = plain_text(citation.text)
        link = CitationLink(words, version, citation.at, names.get(citation.at), policy, version)
        if citation.kind in {CitationKind.CLAUSE, CitationKind.RELATIVE}:
            shown = citation.paths and citation.sure and citation.paths[0] != citation.at
            return replace(link, path=citation.paths[0]) if shown else None
        meant = self._index.find(citation.title, citation.number, policy.place)
        if meant is None or meant.policy.id == policy.id:
            return None
        if citation.kind is CitationKind.INSTRUMENT:
            return replace(link, policy=meant.policy, version=meant.version)
        text = meant.version or self._text_of_the_day(meant.policy, version)
        if text is None or not text.held:
            return replace(link, policy=meant.policy, version=text)
        clauses = find_label(self._parsed(text.body), words)
        return replace(link, policy=meant.policy, version=text, path=clauses[0].path if clauses else "")

    def _text_of_the_day(self, policy: Policy, citing: Version) -> Version | None:
        """Return the text of a policy that was law when the citing text began; what was meant is that one."""
        day = citing.effective or citing.signed
        if day is None:
            return None
        standing = self._timeline.standing(policy.id, day)
        return standing.version if standing.in_force else None


def linked(
    printed: Iterable[ClauseBlock],
    links: Iterable[CitationLink],
    address: Callable[[CitationLink], str],
    quoted: Callable[[CitationLink], str],
) -> Iterator[ClauseBlock]:
    """Yield the blocks with their citations as links. A citation whose words are not on the page is left alone.

    ``quoted`` says which text of another policy is meant if a script can show the words of the clause, else nothing.
    """
    waiting: dict[str, list[CitationLink]] = defaultdict(list)
    for link in links:
        waiting[link.at].append(link)
    for block in printed:
        here = [*waiting.pop(block.path, ())]
        for anchor, _ in block.paragraphs:
            here.extend(waiting.pop(anchor, ()) if anchor else ())
        yield replace(block, paragraphs=tuple(_paragraphs(block, here, address, quoted))) if here else block


def _paragraphs(
    block: ClauseBlock,
    links: list[CitationLink],
    address: Callable[[CitationLink], str],
    quoted: Callable[[CitationLink], str],
) -> Iterator[tuple[str, str]]:
    left = list(links)
    for anchor, text in block.paragraphs:
        pieces: list[str] = []
        done = 0
        while left and (start := text.find(left[0].text, done)) >= 0:
            link = left.pop(0)
            end = start + len(link.text)
            shown = quoted(link)
            told = Markup(' data-quoted="{}"').format(shown) if shown else ""
            anchor_tag = Markup('<a class="y-cite" href="{}"{}>{}</a>').format(address(link), told, link.text)
            pieces.extend((escape(text[done:start]), anchor_tag))
            done = end
        yield anchor, Markup("").join([*pieces, escape(text[done:])]) if pieces else text
