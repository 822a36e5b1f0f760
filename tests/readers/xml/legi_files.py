"""Made-up files of LEGI: an ordinance on ferries with four states, spread over files as in the dumps of DILA."""

from __future__ import annotations

__all__ = ["CID", "article", "files", "links", "section", "structure", "version"]

CID = "JORFTEXT000099000001"
OPEN = "2999-01-01"


def link(target: str, start: str, end: str = OPEN, words: str = "", state: str = "VIGUEUR") -> str:
    """Return a link to an article (``words`` is its number) or to a division (``words`` is its title)."""
    if target.startswith("LEGIARTI"):
        return f'<LIEN_ART debut="{start}" etat="{state}" fin="{end}" id="{target}" num="{words}" origine="LEGI"/>'
    return (
        f'<LIEN_SECTION_TA cid="{target}" debut="{start}" etat="{state}" fin="{end}" id="{target}" niv="1" url="x">'
        f"{words}</LIEN_SECTION_TA>"
    )


def links(*several: tuple[str, ...]) -> str:
    """Return links in their order."""
    return "\n".join(link(*one) for one in several)


def structure(found: str, cid: str = CID) -> bytes:
    """Return the file that lists the first divisions and articles of a text."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<TEXTELR><META><META_COMMUN><ID>LEGITEXT000099000001</ID>'
        f"<NATURE>ORDONNANCE</NATURE></META_COMMUN><META_SPEC><META_TEXTE_CHRONICLE><CID>{cid}</CID>"
        f"</META_TEXTE_CHRONICLE></META_SPEC></META><VERSIONS/><STRUCT>\n{found}\n</STRUCT></TEXTELR>"
    ).encode()


def section(identifier: str, title: str, found: str) -> bytes:
    """Return the file of a division."""
    return (
        f"<SECTION_TA><ID>{identifier}</ID><TITRE_TA>{title}</TITRE_TA><STRUCTURE_TA>\n{found}\n</STRUCTURE_TA>"
        f'<CONTEXTE><TEXTE cid="{CID}"><TITRE_TXT>Ordonnance</TITRE_TXT></TEXTE></CONTEXTE></SECTION_TA>'
    ).encode()


def article(identifier: str, number: str, start: str, words: str, end: str = OPEN) -> bytes:
    """Return the file of one version of an article."""
    return (
        f"<ARTICLE><META><META_COMMUN><ID>{identifier}</ID><NATURE>Article</NATURE></META_COMMUN><META_SPEC>"
        f"<META_ARTICLE><NUM>{number}</NUM><ETAT>VIGUEUR</ETAT><DATE_DEBUT>{start}</DATE_DEBUT>"
        f"<DATE_FIN>{end}</DATE_FIN></META_ARTICLE></META_SPEC></META>"
        f'<CONTEXTE><TEXTE cid="{CID}" num="80-17"><TITRE_TXT>Ordonnance sur les bacs</TITRE_TXT>'
        f"<TM><TITRE_TM>Titre</TITRE_TM></TM></TEXTE></CONTEXTE>"
        f"<NOTA><CONTENU>Note {number}.</CONTENU></NOTA>"
        f"<BLOC_TEXTUEL><CONTENU>{words}</CONTENU></BLOC_TEXTUEL></ARTICLE>"
    ).encode()


def version(end: str = OPEN) -> bytes:
    """Return the file with the words before and after the articles."""
    return (
        "<TEXTE_VERSION><META><META_COMMUN><ID>LEGITEXT000099000001</ID><NATURE>ORDONNANCE</NATURE></META_COMMUN>"
        f"<META_SPEC><META_TEXTE_CHRONICLE><CID>{CID}</CID><NUM>80-17</NUM><DATE_PUBLI>2080-05-10</DATE_PUBLI>"
        "<DATE_TEXTE>2080-05-06</DATE_TEXTE></META_TEXTE_CHRONICLE>"
        "<META_TEXTE_VERSION><TITRE>Ordonnance n° 80-17</TITRE>"
        "<TITREFULL>Ordonnance n° 80-17 du 6 mai 2080 relative aux bacs</TITREFULL><DATE_DEBUT>2080-06-01</DATE_DEBUT>"
        f"<DATE_FIN>{end}</DATE_FIN></META_TEXTE_VERSION></META_SPEC></META>"
        "<VISAS><CONTENU><p>Vu la Constitution ;</p></CONTENU></VISAS>"
        "<SIGNATAIRES><CONTENU><p>Le ministre des bacs</p></CONTENU></SIGNATAIRES></TEXTE_VERSION>"
    ).encode()


def files() -> dict[str, bytes]:
    """Return all files of the ordinance.

    Article 2 is amended in 2085; in 2089 article 2-1 is inserted and the second title gets another name; article 3, the
    only one below it, is repealed in 2095. Article 4 is to begin on a day that is not known.
    """
    return {
        "texte/struct/LEGITEXT000099000001.xml": structure(
            links(
                ("LEGISCTA000099000001", "2080-06-01", OPEN, "Titre Ier : Des passages d'eau"),
                ("LEGISCTA000099000002", "2080-06-01", "2089-07-01", "Titre II : Des péages"),
                ("LEGISCTA000099000003", "2089-07-01", OPEN, "Titre II : Des tarifs"),
            )
        ),
        "texte/version/LEGITEXT000099000001.xml": version(),
        "section_ta/LEGISCTA000099000001.xml": section(
            "LEGISCTA000099000001",
            "Titre Ier",
            links(
                ("LEGIARTI000099000001", "2080-06-01", OPEN, "1"),
                ("LEGIARTI000099000012", "2085-01-01", OPEN, "2"),
                ("LEGIARTI000099000002", "2080-06-01", "2085-01-01", "2"),
                ("LEGIARTI000099000021", "2089-07-01", OPEN, "2-1"),
                ("LEGIARTI000099000004", "2222-02-22", OPEN, "4"),
                ("LEGIARTI000099000005", OPEN, OPEN, "5"),
            ),
        ),
        "section_ta/LEGISCTA000099000002.xml": section(
            "LEGISCTA000099000002", "Titre II", links(("LEGIARTI000099000003", "2080-06-01", "2089-07-01", "3"))
        ),
        "section_ta/LEGISCTA000099000003.xml": section(
            "LEGISCTA000099000003", "Titre II", links(("LEGIARTI000099000003", "2089-07-01", "2095-01-01", "3"))
        ),
        "article/LEGIARTI000099000001.xml": article(
            "LEGIARTI000099000001", "1", "2080-06-01", "<p>Les bacs sont des navires.</p>"
        ),
        "article/LEGIARTI000099000002.xml": article(
            "LEGIARTI000099000002", "2", "2080-06-01", "<p>Un bac a un passeur.</p>", "2085-01-01"
        ),
        "article/LEGIARTI000099000012.xml": article(
            "LEGIARTI000099000012", "2", "2085-01-01", "<p>Un bac a deux passeurs :</p><p>1° Un pilote ;</p>"
        ),
        "article/LEGIARTI000099000021.xml": article(
            "LEGIARTI000099000021", "2-1", "2089-07-01", "<p>Le passeur porte un gilet.</p>"
        ),
        "article/LEGIARTI000099000003.xml": article(
            "LEGIARTI000099000003", "3", "2080-06-01", "<p>Le passage coûte un euro.</p>", "2095-01-01"
        ),
        "article/LEGIARTI000099000004.xml": article("LEGIARTI000099000004", "4", "2222-02-22", "<p>À venir.</p>"),
    }
