"""Parse XML from outside: no entity is expanded, no DTD and no address is loaded, size and depth are bounded.

lxml is a binding of libxml2, whose own limits hold here: 256 levels of elements, 10 million characters in one text.
The rest is refused before it is parsed, so that a file of this size cannot fill the memory. The parser of Python's
library has none of these limits, keeps no line numbers, and takes twice as long.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from typing import Protocol, cast

from lxml import etree

__all__ = [
    "DEEPEST",
    "LARGEST_XML",
    "LIBRARY",
    "MOST_MARKS",
    "XmlElement",
    "XmlRefused",
    "copy_without",
    "html_within",
    "local_name",
    "namespace",
    "parse_xml",
    "written_xml",
]

LIBRARY = f"lxml {etree.__version__}"
"""What XML is parsed with, for records."""

LARGEST_XML = 64 * 1024 * 1024
"""Bytes. The Civil Code of France as one file of LEGI has about 10 MB."""

MOST_MARKS = 4_000_000
"""Marks ``<`` and ``=`` in a file: a bound of its elements and attributes, of which each takes about 180 bytes."""

DEEPEST = 256
"""Levels of elements: the limit of libxml2. A walk that calls itself needs at most three frames a level."""


class XmlElement(Protocol):
    """An element, as lxml gives it. ``text`` is before the first child, ``tail`` behind the element itself."""

    tag: str
    """``{namespace}name``, or ``name``."""
    text: str | None
    tail: str | None
    attrib: Mapping[str, str]
    sourceline: int
    """The line of its tag, from 1; not exact beyond line 65,535."""

    def __iter__(self) -> Iterator[XmlElement]: ...
    def __len__(self) -> int: ...

    def get(self, key: str, default: str = ...) -> str | None:
        """Return an attribute."""
        ...

    def find(self, path: str) -> XmlElement | None:
        """Return the first element at a path below this one."""
        ...

    def findall(self, path: str) -> list[XmlElement]:
        """Return all elements at a path below this one."""
        ...

    def iter(self, *tags: str) -> Iterator[XmlElement]:
        """Yield this element and all below it, in the order of the document; with tags, only those."""
        ...

    def iterancestors(self, *tags: str) -> Iterator[XmlElement]:
        """Yield the elements around this one, from the inside."""
        ...

    def itertext(self) -> Iterator[str]:
        """Yield all words in this element, in the order of the document."""
        ...

    def getparent(self) -> XmlElement | None:
        """Return the element around this one."""
        ...

    def getnext(self) -> XmlElement | None:
        """Return the next element below the same parent."""
        ...

    def getprevious(self) -> XmlElement | None:
        """Return the element before, below the same parent."""
        ...


class XmlRefused(Exception):  # noqa: N818 - it may be a hostile file as well as a broken one
    """The bytes are not read as XML: broken, too large, or with entities. ``line`` counts from 1."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


_ENCODING = re.compile(rb"""^<\?xml[^>]{0,100}?encoding\s*=\s*["']([^"'>]{1,40})["']""")
_KNOWN = re.compile(
    r"utf-?8|utf-?16(?:[lb]e)?|us-ascii|ascii|iso-8859-\d+|windows-\d+|gb2312|gbk|gb18030|big5|euc-(?:jp|kr|tw)|shift_jis",
    re.IGNORECASE,
)
"""Encodings in which the byte of a character below 128 is that of ASCII, so that marks can be counted in the bytes."""
_BEGINNING = re.compile(rb"(?:\xef\xbb\xbf)?\s*<|\xff\xfe\s?<|\xfe\xff\x00?\s?\x00<|<\x00|\x00<")
_ENTITY = re.compile(rb"&(?!#|(?:amp|lt|gt|quot|apos);)[^\s;&<]{1,100};")


def parse_xml(data: bytes) -> XmlElement:
    """Return the root element of an XML document, without comments and processing instructions.

    Raises:
        XmlRefused: if it is not well-formed, has entities of its own, or is beyond the limits of this module.

    """
    _check_bytes(data)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )  # collect_ids must stay set: without it lxml 6 opens the DTD to learn which attributes are identifiers
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, LookupError, ValueError) as problem:
        raise XmlRefused(_message(problem), getattr(problem, "lineno", None)) from problem
    return cast(XmlElement, root)


DEEPEST_HTML = 40
"""Levels of a web page inside an element. The deepest seen has six."""


def html_within(element: XmlElement) -> None:
    """Put the elements of a web page, which an element has as characters, into that element.

    Raises:
        XmlRefused: if its elements are nested too deeply to be a text.

    """
    page = element.text or ""
    if not page.strip():
        return
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    root = etree.HTML(f"<body>{page}</body>", parser)
    level = list(root)
    for _ in range(DEEPEST_HTML):
        level = [child for parent in level for child in parent]
    if level:
        raise XmlRefused(f"a web page inside has more than {DEEPEST_HTML} levels of elements", element.sourceline)
    element.text = None
    within = cast(etree._Element, element)
    for body in root:
        element.text = (element.text or "") + (body.text or "")
        within.extend(list(body))


def _message(problem: Exception) -> str:
    return str(getattr(problem, "msg", problem)).partition(", line ")[0] or "not well-formed"


def _check_bytes(data: bytes) -> None:
    if len(data) > LARGEST_XML:
        raise XmlRefused(f"the XML has {len(data):,} bytes, more than {LARGEST_XML:,}")
    if not _BEGINNING.match(data):
        raise XmlRefused("the XML does not begin with a tag", 1)
    encoding = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"", 200))
    if encoding and not _KNOWN.fullmatch(encoding[1].decode("ascii", "replace")):
        raise XmlRefused(f"the encoding {encoding[1].decode('ascii', 'replace')} is not read", 1)
    marks = data.count(b"<") + data.count(b"=")
    if marks > MOST_MARKS:
        raise XmlRefused(f"the XML has {marks:,} elements and attributes or more, above {MOST_MARKS:,}")
    _check_entities(data)


def _check_entities(data: bytes) -> None:
    """Refuse entities of the document's own: their words would be lost, or grow without end."""
    plain = data.replace(b"\0", b"") if b"\0" in data[:64] else data
    if b"<!DOCTYPE" not in plain:
        return  # an entity without a DTD is not well-formed
    found = re.search(rb"<!ENTITY", plain) or _ENTITY.search(plain)
    if found:
        name = found[0].decode("ascii", "replace")
        raise XmlRefused(f"the XML has an entity of its own ({name})", plain.count(b"\n", 0, found.start()) + 1)


def copy_without(element: XmlElement, goes: Callable[[XmlElement], bool]) -> Mapping[XmlElement, XmlElement]:
    """Return a copy of an element without those in it that go; the words behind one that goes stay.

    It is given as its elements, the outermost first, each with the one that it is a copy of.
    """
    made = deepcopy(element)
    pairs = dict(zip(made.iter(), element.iter(), strict=True))
    for copied, original in list(pairs.items()):
        if copied is not made and goes(original):
            _take_away(cast(etree._Element, copied))
    return {one: pairs[one] for one in made.iter()}


def _take_away(one: etree._Element) -> None:
    parent, before = one.getparent(), one.getprevious()
    if parent is None:
        return
    if one.tail and before is not None:
        before.tail = (before.tail or "") + one.tail
    elif one.tail:
        parent.text = (parent.text or "") + one.tail
    parent.remove(one)


def written_xml(element: XmlElement) -> bytes:
    """Return an element as a file."""
    return bytes(etree.tostring(cast(etree._Element, element), encoding="utf-8", with_tail=False))


def local_name(element: XmlElement) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def namespace(element: XmlElement) -> str:
    """Return the namespace of an element; empty if it has none."""
    return element.tag[1:].partition("}")[0] if element.tag.startswith("{") else ""
