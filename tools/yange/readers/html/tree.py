"""The tree of a page, as the HTML standard builds it from any markup, in a form that is walked without recursion.

The tree is that of lexbor, through selectolax. libxml2 was not taken: it knows no HTML5, and puts the text of a page
with a common slip in its head outside ``<body>``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.metadata import version

from selectolax.lexbor import LexborHTMLParser, LexborNode

from yange.readers.source_text import LeftOutReason

__all__ = ["LIBRARY", "Element", "PageTree", "read_tree"]

LIBRARY = f"selectolax {version('selectolax')}"


class Element:
    """An element of a page.

    ``nth`` is its place among the elements of its name in the page, from 1. ``reason`` says why its words are left out
    (``None``: they are not). ``size`` counts the characters of its words that are not left out, ``linked`` those
    among them that are inside links, ``every`` all of them. ``at`` is the index of the element in document order,
    ``last`` that of the last element inside it.
    """

    __slots__ = (
        "at", "attributes", "children", "every", "last", "linked", "nth", "parent", "reason", "size", "tag",
    )  # fmt: skip

    def __init__(self, tag: str, attributes: dict[str, str], parent: Element | None, nth: int) -> None:
        """Make an element without children."""
        self.tag, self.attributes, self.parent, self.nth = tag, attributes, parent, nth
        self.children: list[Element | str] = []
        self.reason: LeftOutReason | None = None
        self.size = self.linked = self.every = 0
        self.at = self.last = -1

    @property
    def names(self) -> list[str]:
        """The id and the classes of the element, in lower case."""
        found = f"{self.attributes.get('id', '')} {self.attributes.get('class', '')}"
        return found.lower().split()

    @property
    def path(self) -> str:
        """The place of the element: ``p[12]`` is the twelfth ``p`` of the page in document order."""
        return f"{self.tag}[{self.nth}]"

    def walk(self, enters: Callable[[Element], bool]) -> Iterator[tuple[Element | str, bool]]:
        """Yield what is below the element in document order: words, and each element when it is closed.

        ``enters`` is called with each element when it is opened. If it returns ``False``, nothing of the element is
        yielded. The second value is set for words.
        """
        stack: list[tuple[Element, Iterator[Element | str]]] = [(self, iter(self.children))]
        while stack:
            element, rest = stack[-1]
            child = next(rest, None)
            if child is None:
                stack.pop()
                if stack:
                    yield element, False
            elif isinstance(child, str):
                yield child, True
            elif enters(child):
                stack.append((child, iter(child.children)))

    def elements(self) -> Iterator[Element]:
        """Yield the elements below this one in document order."""
        stack = [child for child in reversed(self.children) if isinstance(child, Element)]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(child for child in reversed(element.children) if isinstance(child, Element))

    def holds(self, other: Element) -> bool:
        """Return whether another element is inside this one."""
        return self.at < other.at <= self.last

    def inside(self, *tags: str) -> bool:
        """Return whether the element is, or is below, an element of one of these names."""
        node: Element | None = self
        while node is not None:
            if node.tag in tags:
                return True
            node = node.parent
        return False


class PageTree:
    """A page: its root, its elements in document order, and its comments."""

    def __init__(self, root: Element, order: list[Element], comments: list[str]) -> None:
        """Keep the parts."""
        self.root, self.order, self.comments = root, order, comments

    def first(self, tag: str) -> Element | None:
        """Return the first element of a name."""
        return next((element for element in self.order if element.tag == tag), None)


def read_tree(page: str) -> PageTree:
    """Return the tree of a page; what a browser would build of broken markup is built here."""
    parser = LexborHTMLParser(page)
    made = _Made()
    start = parser.root
    while start is not None and start.prev is not None:
        start = start.prev
    if start is not None:
        made.copy(start)
    return PageTree(made.root, made.order, made.comments)


class _Made:
    def __init__(self) -> None:
        self.root = Element("#document", {}, None, 1)
        self.order: list[Element] = []
        self.comments: list[str] = []
        self._counts: dict[str, int] = {}

    def copy(self, start: LexborNode) -> None:
        stack: list[tuple[LexborNode, Element]] = [(start, self.root)]
        while stack:
            node, parent = stack.pop()
            if node.next is not None:
                stack.append((node.next, parent))
            if node.is_text_node:
                parent.children.append(node.text_content or "")
            elif node.is_comment_node:
                self.comments.append(node.comment_content or "")
            elif node.is_element_node:
                self._element(node, parent, stack)

    def _element(self, node: LexborNode, parent: Element, stack: list[tuple[LexborNode, Element]]) -> None:
        tag = (node.tag or "").lower()
        self._counts[tag] = self._counts.get(tag, 0) + 1
        attributes = {name.lower(): value or "" for name, value in (node.attributes or {}).items()}
        element = Element(tag, attributes, parent, self._counts[tag])
        parent.children.append(element)
        element.at = element.last = len(self.order)
        self.order.append(element)
        if node.first_child is not None:
            stack.append((node.first_child, element))
