"""Write every held text as an Akoma Ntoso 3.0 document (OASIS LegalDocML 1.0)."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from yange.export.akn_meta import expression, meta, work
from yange.export.akn_words import NAMESPACE, AknReference, AknWords, element
from yange.model import Clause, Policy, Version
from yange.publish.context import SiteContext
from yange.readers.xml.akn import NOTICE

__all__ = ["AkomaNtoso", "document"]


class AkomaNtoso:
    """The format ``akn``: one file a text, ``POLICY/KEY.xml``."""

    name = "akn"
    about = "every held text as Akoma Ntoso 3.0"
    folder = True

    def is_own(self, file: Path) -> bool:
        """Return false: a folder is recognised by the project's own notes."""
        return False

    def write(self, context: SiteContext, target: Path) -> str:
        """Write the folder."""
        written = 0
        for policy in context.library.policies:
            for version in policy.versions:
                if version.held:
                    file = target / policy.id / f"{version.key}.xml"
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_bytes(document(context, policy, version))
                    written += 1
        return f"{written} texts"


def document(context: SiteContext, policy: Policy, version: Version) -> bytes:
    """Return a held text as a document, in UTF-8."""
    words = AknWords(context.parsed(version.body), tuple(_cited(context, policy, version)))
    made = _structured(context, policy, version, words) if words.has_clauses else None
    if made is None or not words.is_whole(made):
        made = _flat(context, policy, version, words)
    root = element("akomaNtoso", made)
    ElementTree.register_namespace("", NAMESPACE)
    _lay_out(root)
    data: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _cited(context: SiteContext, policy: Policy, version: Version) -> list[AknReference]:
    found = []
    for citation, link in context.references.read(policy, version):
        if citation.paths and citation.sure:
            found.append(AknReference(citation.at, citation.text, f"#{citation.paths[0]}"))
        elif link is not None:
            base = expression(link.policy, link.version) if link.version is not None else work(link.policy)
            found.append(AknReference(citation.at, citation.text, f"{base}~{link.path}" if link.path else base))
    return found


def _structured(context: SiteContext, policy: Policy, version: Version, words: AknWords) -> Element:
    kind = "bill" if version.draft else "act"
    made = element(kind, meta(context, policy, version), name=kind, contains="singleVersion")
    cover = words.cover()
    _add(made, "coverPage", [element("container", *cover, name=NOTICE)] if cover else [])
    _add(made, "preface", words.front())
    _add(made, "preamble", words.preamble())
    made.append(element("body", *words.body()))
    _add(made, "conclusions", words.closing())
    annexes = [_attachment(context, policy, version, *parts) for parts in words.annexes()]
    _add(made, "attachments", annexes)
    return made


def _attachment(
    context: SiteContext, policy: Policy, version: Version, clause: Clause, heading: Element, content: list[Element]
) -> Element:
    body = element("mainBody", *(content or [element("p")]))
    annex = element("doc", meta(context, policy, version, clause.path), body, name="annex", contains="singleVersion")
    return element("attachment", heading, annex, eId=clause.path)


def _flat(context: SiteContext, policy: Policy, version: Version, words: AknWords) -> Element:
    """Return a letter, or a text whose order fits no tree, as a document of paragraphs."""
    words = AknWords(words.provisions, words.references)
    made = element("doc", meta(context, policy, version), name="doc", contains="singleVersion")
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
