"""One text as an Akoma Ntoso 3.0 document (OASIS LegalDocML 1.0)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from yange.export.akn_meta import expression, meta, work
from yange.export.akn_words import NAMESPACE, AknReference, AknWords, element
from yange.model import Clause, Policy, Version
from yange.publish.context import SiteContext
from yange.readers.xml.akn import NOTICE

__all__ = ["Metas", "cited", "document", "flat", "serialised", "structured"]


Metas = Callable[[str], Sequence[Element]]
"""Returns the metadata of a part of a document: of ``main``, or of the annex with this path."""


def document(context: SiteContext, policy: Policy, version: Version) -> bytes:
    """Return a held text as a document, in UTF-8."""

    def metas(part: str) -> Sequence[Element]:
        return [meta(context, policy, version, part)]

    words = AknWords(context.parsed(version.body), cited(context, policy, version))
    return serialised(structured(version, words, metas) or flat(words, metas))


def serialised(made: Element) -> bytes:
    """Return a document as a file.

    Its namespace is declared by hand: a default namespace that is registered holds for all that the process writes.
    """
    root = element("akomaNtoso", made)
    _lay_out(root)
    for one in root.iter():
        one.tag = one.tag.removeprefix(f"{{{NAMESPACE}}}")
    root.set("xmlns", NAMESPACE)
    data: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def cited(context: SiteContext, policy: Policy, version: Version, *, dated: bool = True) -> Sequence[AknReference]:
    """Return the citations in a text; ``dated`` ones lead to the cited text of that day, others to its policy."""
    found = []
    for citation, link in context.references.read(policy, version):
        if citation.paths and citation.sure:
            found.append(AknReference(citation.at, citation.text, f"#{citation.paths[0]}"))
        elif link is not None:
            of_day = link.version if dated else None
            base = expression(link.policy, of_day) if of_day is not None else work(link.policy)
            found.append(AknReference(citation.at, citation.text, f"{base}~{link.path}" if link.path else base))
    return found


def structured(version: Version, words: AknWords, metas: Metas) -> Element | None:
    """Return a text as a tree of clauses; ``None`` for a letter, or where its order fits no tree."""
    if not words.has_clauses:
        return None
    kind = "bill" if version.draft else "act"
    made = element(kind, *metas("main"), name=kind, contains="singleVersion")
    cover = words.cover()
    _add(made, "coverPage", [element("container", *cover, name=NOTICE)] if cover else [])
    _add(made, "preface", words.front())
    _add(made, "preamble", words.preamble())
    made.append(element("body", *words.body()))
    _add(made, "conclusions", words.closing())
    _add(made, "attachments", [_attachment(metas, *parts) for parts in words.annexes()])
    return made if words.is_whole(made) else None


def _attachment(metas: Metas, clause: Clause, heading: Element, content: list[Element]) -> Element:
    body = element("mainBody", *(content or [element("p")]))
    annex = element("doc", *metas(clause.path), body, name="annex", contains="singleVersion")
    return element("attachment", heading, annex, eId=clause.path)


def flat(words: AknWords, metas: Metas) -> Element:
    """Return a text as a document of paragraphs."""
    words = AknWords(words.provisions, words.references)
    made = element("doc", *metas("main"), name="doc", contains="singleVersion")
    cover = words.cover()
    _add(made, "coverPage", [element("container", *cover, name=NOTICE)] if cover else [])
    _add(made, "preface", words.front())
    made.append(element("mainBody", *(words.flat() or [element("p")])))
    return made


def _add(made: Element, name: str, parts: list[Element]) -> None:
    if parts:
        made.append(element(name, *parts))


_LINES = frozenset(f"{{{NAMESPACE}}}{name}" for name in ("p", "heading", "num", "docTitle"))


def _lay_out(made: Element) -> None:
    """Begin a line for every element that is no part of a line, where blanks are no words."""
    if made.tag in _LINES or not len(made):
        return
    made.text = "\n"
    for child in made:
        _lay_out(child)
        child.tail = "\n"
