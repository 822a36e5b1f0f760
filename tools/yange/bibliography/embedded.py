"""What Zotero's connectors read in the head of a page ("Embedded Metadata").

Zotero's page "Exposing Your Metadata" names the vocabularies: Highwire's ``citation_…``, Dublin Core and Zotero's own
(``z:``). Highwire has no type for legislation; ``z:itemType`` says ``statute``, and further names with ``z:`` are
fields of that type. COinS has no field for the number of a law, and would be read first: pages have none.
"""

from __future__ import annotations

from collections.abc import Iterator

from yange.bibliography.records import one_line, one_name
from yange.bibliography.reference import TextReference

__all__ = ["embedded"]


def embedded(reference: TextReference) -> Iterator[tuple[str, str]]:
    """Yield the names and contents of ``meta`` elements; what is not known has none."""
    day = reference.issued.isoformat() if reference.issued is not None else ""
    found = (
        ("z:itemType", "statute"),
        ("citation_title", reference.title),
        *(("citation_author", one_name(name)) for name in reference.authors),
        ("citation_publication_date", day),
        ("citation_language", reference.language),
        ("citation_public_url", reference.address),
        ("z:publicLawNumber", reference.number),
        ("z:history", reference.which),
        ("dcterms:identifier", reference.number),
        ("dcterms:issued", day),
        *(("dcterms:publisher", name) for name in reference.authors),
        # Zotero puts it into the field Extra.
        ("dc:description", "; ".join(reference.notes)),
    )
    yield from ((name, one_line(value)) for name, value in found if value)
