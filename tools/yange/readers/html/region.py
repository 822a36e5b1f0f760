"""Find the part of a page that holds its texts.

First the elements of a known name, if they hold most of the words of the page that are not furniture; else the element
with most words and least links. What is outside is left out, and said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from yange.readers.html.names import CONTAINERS, GENERIC_CONTAINERS, HEADINGS, INERT, TITLE_NAMES, reason_left_out
from yange.readers.html.tree import Element, PageTree
from yange.readers.html.words import all_words, squeezed

__all__ = ["loose_words", "measure", "outside", "region"]

_CONTAINER_NAMES = frozenset((*CONTAINERS, *GENERIC_CONTAINERS))
_KNOWN_SHARE = 0.5
"""The share of the words of a page that a known container holds; a fragment of a list of news has less."""
_NARROW_SHARE = 0.85
"""How much of the words of an element one of its children must hold, so that the child is taken instead."""
_LONGEST_TITLE = 300


def measure(tree: PageTree) -> None:
    """Set ``reason``, ``size``, ``linked`` and ``every`` of all elements."""
    for element in reversed(tree.order):
        element.every += _own(element)
        if element.parent is not None and element.tag not in INERT:
            element.parent.every += element.every
        if element.parent is not None:
            element.parent.last = max(element.parent.last, element.last)
    for element in tree.order:
        parent = element.parent
        element.reason = reason_left_out(element) if parent is None or parent.reason is None else parent.reason
    for element in reversed(tree.order):
        if element.reason is not None or element.tag in INERT:
            continue
        element.size += _own(element)
        if element.tag == "a" and "href" in element.attributes:
            element.linked = element.size
        if element.parent is not None:
            element.parent.size += element.size
            element.parent.linked += element.linked


def _own(element: Element) -> int:
    return sum(len("".join(child.split())) for child in element.children if isinstance(child, str))


def region(tree: PageTree) -> tuple[Element, ...]:
    """Return the elements that hold the texts of a page, in document order, none inside another."""
    body = tree.first("body") or tree.root
    found = _known(tree, body) or _densest(body)
    return (*_title_above(tree, found), found)


def _known(tree: PageTree, body: Element) -> Element | None:
    named = _by_name(tree)
    for name in (*CONTAINERS, *GENERIC_CONTAINERS):
        found = _outermost(named.get(name, ()))
        if found and sum(map(_plain, found)) >= _KNOWN_SHARE * max(1, _plain(body)):
            return _around(found)
    return None


def _by_name(tree: PageTree) -> dict[str, list[Element]]:
    """Return the elements that may be containers, by their names in the tables."""
    found: dict[str, list[Element]] = {}
    for element in tree.order:
        if not element.size or element.tag in ("html", "body", "a"):
            continue
        names = {*element.names, element.tag} if element.attributes else {element.tag}
        # The class "article" is that of an article of a law, the element that of a whole text.
        names -= {"article", "main"} - {element.tag}
        if element.attributes.get("role") == "main":
            names.add("[role=main]")
        for name in names & _CONTAINER_NAMES:
            found.setdefault(name, []).append(element)
    return found


def _outermost(elements: Iterable[Element]) -> list[Element]:
    found: list[Element] = []
    for element in elements:
        if not found or element.at > found[-1].last:
            found.append(element)
    return found


def _around(found: Sequence[Element]) -> Element:
    """Return the innermost element that holds all of these: what is between them is of the text, too."""
    element, last = found[0], found[-1]
    while element is not last and not element.holds(last) and element.parent is not None:
        element = element.parent
    return element


def _plain(element: Element) -> int:
    """Return the characters outside links."""
    return element.size - element.linked


def _densest(body: Element) -> Element:
    """Return the innermost element that still holds most words outside links."""
    element = body
    while True:
        children = [child for child in element.children if isinstance(child, Element)]
        best = max(children, key=_plain, default=None)
        if best is None or best.tag in ("p", "pre", "table", "ol", "ul", "dl", "blockquote") or best.tag in HEADINGS:
            return element
        if _plain(best) < _NARROW_SHARE * _plain(element) or _holds_title(element, best):
            return element
        element = best


def _holds_title(element: Element, best: Element) -> bool:
    """Return whether a heading or a named title of ``element`` is outside ``best``."""
    for child in element.elements():
        if child is best:
            return False
        if _is_title(child):
            return True
    return False


def _is_title(element: Element) -> bool:
    if element.reason is not None or not 0 < element.size <= _LONGEST_TITLE:
        return False
    return element.tag == "h1" or not TITLE_NAMES.isdisjoint(element.names)


def _title_above(tree: PageTree, found: Element) -> tuple[Element, ...]:
    """Return the title printed above the container, if the container itself has none.

    It is the last heading that the head of the page repeats, else the last that is named so, else the last heading.
    """
    if any(_is_title(element) for element in (found, *found.elements())):
        return ()
    named = squeezed("".join(all_words(element) for element in tree.order if element.tag == "title"))
    above = []
    for element in tree.order:
        if element is found:
            break
        if element.reason is None and 0 < element.size <= _LONGEST_TITLE and not element.holds(found):
            above.append(element)
    headings = [element for element in above if element.tag in HEADINGS or _is_title(element)]
    repeated = [one for one in headings if named and squeezed(all_words(one)) in named]
    titles = repeated or [one for one in headings if _is_title(one)] or headings
    return tuple(titles[-1:])


def outside(tree: PageTree, found: tuple[Element, ...]) -> list[Element]:
    """Return the largest elements that hold none of the texts, in document order."""
    holds = {id(element) for element in found}
    above: set[int] = set()
    for element in found:
        node = element.parent
        while node is not None and id(node) not in above:
            above.add(id(node))
            node = node.parent
    return [
        element
        for element in tree.order
        if element.parent is not None and id(element.parent) in above and id(element) not in above | holds
    ]


def loose_words(tree: PageTree, found: tuple[Element, ...]) -> list[tuple[str, Element]]:
    """Return the words that stand beside the elements of the texts, in no other element, with the element around."""
    above: dict[int, Element] = {}
    for element in found:
        node = element.parent
        while node is not None and id(node) not in above:
            above[id(node)] = node
            node = node.parent
    return [
        (child, element)
        for element in above.values()
        for child in element.children
        if isinstance(child, str) and child.strip()
    ]
