"""What elements and names of elements mean: facts about HTML and about the sites that publish laws."""

from __future__ import annotations

import re

from yange.readers.html.tree import Element
from yange.readers.source_text import LeftOutReason, SourceBlockKind

__all__ = [
    "BLOCK_TAGS",
    "CONTAINERS",
    "GENERIC_CONTAINERS",
    "HEADINGS",
    "INERT",
    "KNOWN_KINDS",
    "LABEL_BLOCKS",
    "LABEL_CLASSES",
    "TITLE_NAMES",
    "is_block",
    "name_set",
    "reason_left_out",
]


def name_set(names: str) -> frozenset[str]:
    """Return names that are separated by blanks."""
    return frozenset(names.split())


def _in_order(names: str) -> tuple[str, ...]:
    return tuple(names.split())


BLOCK_TAGS = name_set(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol option p plaintext pre"
    " search section summary table tbody thead tfoot tr td th caption ul xmp"
)
"""Elements that begin a new line, by the style sheet of the HTML standard (section 15.3)."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}

INERT = name_set("script style template head #document")
"""Elements whose text is no text of the page: nobody reads it, and it is not counted as left out."""

# Systems of Chinese governments and of news sites, then registers of laws.
CONTAINERS = _in_order(
    "ucap-content trs_editor trs_ueditor trs_editor_view zoom zoomcon fontzoom ozoom article-content article_content"
    " articlecontent article-con article_con artibody arti_content wp_articlecontent vsb_content v_news_content"
    " pages_content page-content xxgk_content xl-content news_content newscontent detail-content detail_content"
    " txtcontent conttext text_content policy-content zwgk_content mainbody content-body js_content"
    " rich_media_content law-content"
    " eli-container dochtml textetenumpart viewlegcontents legsnippet textoxslt paddinglr12 lawcontent law-reg-content"
    " contentbody conscroll provisionview mainprovision govspeak texte-jorf content-page law_content lawtext"
    " mw-parser-output"
)
"""Ids and classes of the element that holds a text and nothing else."""

GENERIC_CONTAINERS = _in_order("article main [role=main] content main-content maincontent container")
"""Names that any site gives, in the order in which they are tried after those of :data:`CONTAINERS`."""

TITLE_NAMES = name_set(
    "title arttitle article-title article_title articletitle news_title newstitle xl-title detail-title doctitle biaoti"
    " content-title page-title tit law-title lawtitle ivs_title pages-title info-title"
)
"""Ids and classes of the element that prints the title above a container."""

_KNOWN_LEVELS = {
    2: "oj-ti-section-1 ti-section-1 titulo_num titulo_tit",
    3: "oj-ti-section-2 ti-section-2 capitulo_num capitulo_tit",
    5: "oj-ti-art ti-art title-article-norm articulo",
    6: "oj-sti-art sti-art stitle-article-norm",
}
KNOWN_KINDS = {
    **{name: (SourceBlockKind.HEADING, level) for level, names in _KNOWN_LEVELS.items() for name in names.split()},
    **dict.fromkeys(name_set("oj-note note-oj"), (SourceBlockKind.NOTE, 0)),
    **dict.fromkeys(name_set("oj-doc-ti doc-ti title-doc-first title-doc-last"), (SourceBlockKind.TITLE, 0)),
}
"""Classes that say what a paragraph is: of the Official Journal of the Union, and of the Boletín Oficial del Estado."""

LABEL_CLASSES = name_set("leglhs legp1no legp2no legp3no legp4no legp5no legsecnumber num enumnum")
"""Classes of a number that a style sheet sets apart from the words behind it, without a blank between them."""

LABEL_BLOCKS = name_set("col-no col_no")
"""Classes of a block that is only the number of the block beside it: of Taiwan's register of laws."""

NOTE_NAMES = name_set("footnotes footnote fussnoten fussnote endnotes references-small doc-endnotes doc-footnote")

_NAVIGATION = name_set(
    "nav aside button select input textarea datalist output object embed iframe audio video canvas menu search"
)
_ROLES = name_set("navigation banner contentinfo search complementary toolbar menu menubar dialog alert tablist")
_FURNITURE = re.compile(
    r"^(?:.*[-_])?(?:breadcrumbs?|crumbs?|mianbaoxie|dqwz|weizhi|navbar|nav|navigation|topnav|menu|sidebar|side-bar"
    r"|toolbar|share|bdsharebuttonbox|social|print|pagination|pager|skip-?link|skiplinks|cookie-?(?:banner|consent|bar)"
    r"|related|toc|copyright|footer|qrcode|ewm|fontsize|searchbox|search-?form|feedback|mw-editsection|catlinks"
    r"|printfooter|noprint|sr-only|visually-hidden|govuk-visually-hidden)$"
)  # fmt: skip
_LARGE_FURNITURE = 2_000
"""Characters. An element called ``foot`` or ``print`` with more words is no furniture: it may hold the whole text."""
_NOT_SHOWN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_AS_BLOCK = re.compile(r"(?:^|;)\s*display\s*:\s*(?:block|table|flex|grid|list-item)\b", re.I)
_INLINE = re.compile(r"(?:^|;)\s*display\s*:\s*inline(?!-)\b", re.I)


def is_block(element: Element) -> bool:
    """Return whether an element begins a new line; a style attribute may say so, a style sheet is not read."""
    style = element.attributes.get("style", "")
    if style and _AS_BLOCK.search(style):
        return True
    return element.tag in BLOCK_TAGS and not (style and element.tag == "div" and _INLINE.search(style))


def reason_left_out(element: Element) -> LeftOutReason | None:
    """Return why the words of an element are left out, ``None`` if they are not."""
    if _is_hidden(element):
        return LeftOutReason.HIDDEN
    if element.tag == "del":
        return LeftOutReason.DELETED
    if element.tag in ("rt", "rtc", "rp"):
        return LeftOutReason.READING
    if element.tag == "title" and element.inside("head"):
        return LeftOutReason.METADATA
    return LeftOutReason.NAVIGATION if _is_furniture(element) else None


def _is_hidden(element: Element) -> bool:
    given = element.attributes
    return (
        element.tag in ("noscript", "noframes", "noembed")
        or "hidden" in given
        or given.get("aria-hidden") == "true"
        or _NOT_SHOWN.search(given.get("style", "")) is not None
    )


def _is_furniture(element: Element) -> bool:
    if element.tag in _NAVIGATION or element.attributes.get("role", "").lower() in _ROLES:
        return True
    if element.tag in ("header", "footer"):
        return not element.inside("article", "main", "section")
    if element.tag in ("html", "body", "main", "article") or not any(map(_FURNITURE.match, element.names)):
        return False
    return element.every < _LARGE_FURNITURE
