"""Read titles, numbers, issuers, places and kinds of documents."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import reduce

from yange import statements
from yange.importers.drafts import BlockRole, Draft, key
from yange.importers.forms import JoinedForms, forms_of, glued
from yange.importers.given import disagreement
from yange.importers.places import Gazetteer, Place
from yange.law import Law
from yange.law.aspects.importing import PageRows
from yange.law.aspects.titles import Bearer
from yange.readers.source_text import GivenFacts
from yange.statements import Caption, normalise_number
from yange.titles import is_draft_title, kind_of, rank_of, title_key

_MADE_UP_FROM = 40
"""Characters. A shorter block does not show what the text is about."""


@dataclass(slots=True)
class Names:
    """The names and the issuer of a document; ``doubtful`` lists the fields that are inferred.

    ``shown_title`` is the title to file a text under that prints none. ``remarks`` are warnings: (code, message, hint).
    """

    title: str | None = None
    shown_title: str = ""
    cover_title: str | None = None
    number: str | None = None
    issuer: tuple[str, ...] = ()
    place: Place | None = None
    kind: str | None = None
    rank: str | None = None
    letter: bool = False
    draft: bool = False
    doubtful: list[str] = field(default_factory=list)
    remarks: list[tuple[str, str, str]] = field(default_factory=list)


def read(
    draft: Draft,
    rows: PageRows,
    places: Gazetteer,
    source: str,
    caption: Caption | None,
    law: Law,
    given: GivenFacts,
) -> Names:
    """Return the names of a document, from its head, notice, signatures and page table, in this order.

    What they do not say is taken from the data of the file.
    """
    names, forms = Names(), forms_of(law)
    head = reduce(glued, draft.texts(BlockRole.HEAD), "") or given.title or ""
    _titles(names, draft, head, forms)
    _number(names, draft, head, rows, caption, law)
    _issuer(names, draft, head, rows, caption, places, forms)
    _give(names, given)
    _place(names, draft, head, places, source, forms, given.place)
    names.issuer = tuple(_full_name(issuer, names.place, forms) for issuer in names.issuer)
    if names.title is None:
        _missing_title(names, draft, rows, forms)
    names.shown_title = names.title or names.shown_title
    _kind(names, head, forms)
    names.kind = names.kind or given.kind
    _compare(names, given, forms)
    names.draft = is_draft_title(names.shown_title, law) or is_draft_title(head, law)
    if names.draft:
        text = "the title says that this is a draft: it is filed separately, is never in force and has no effects"
        names.remarks.append(("draft", text, "if it was issued as law, remove `draft: true` and record its days"))
    if head and places.head_lost(head):
        text = f"the first character of the head {head[:12]}… is lost"
        names.remarks.append(("title-damaged", text, "it was filed as printed; check the original"))
        names.doubtful.append("cover_title" if names.cover_title == head else "title")
    return names


def _titles(names: Names, draft: Draft, head: str, forms: JoinedForms) -> None:
    own = reduce(glued, draft.texts(BlockRole.TITLE), "")
    carried = forms.carried(head)
    order = next((text for text in draft.texts(BlockRole.NUMBER) if forms.is_order(text)), None)
    if own:
        names.title, names.cover_title = own, head or order
    else:
        names.title = head or None
    if carried is not None and not own:
        names.doubtful.append("title")
        text = f"only the title of the notice is printed; the text's own title may be {carried}"
        names.remarks.append(("title-of-notice", text, ""))


def instrument(title: str) -> str:
    """Return the instrument that a notice's title names (…印发〈门牌措施〉的通知 → 门牌措施), or else the title."""
    carried = forms_of().carried(title)
    return title if carried is None else carried


def _number(
    names: Names, draft: Draft, head: str, rows: PageRows, caption: Caption | None, law: Law
) -> None:  # fmt: skip
    forms = forms_of(law)
    printed = [_printed_number(text, head, law) for text in draft.texts(BlockRole.NUMBER)]
    ordered = forms.order_number(head)
    number = next(filter(None, printed), None) or rows.number
    if number is None and ordered is not None:
        number = normalise_number(ordered, law)
    if number is None and caption is not None:
        number = caption.number
    if number is not None and forms.has_lost_its_beginning(number):
        text = f"the beginning of the number {number} is lost"
        names.remarks.append(("number-damaged", text, "it was left empty; add the full number from the original"))
        names.doubtful.append("number")
        number = None
    names.number = number


def _printed_number(text: str, head: str, law: Law) -> str:
    """Return the document number of a line; 第783号 below the head …令 is the number of the order."""
    order = re.sub(r"\s", "", head + text)
    of_order = statements.find_number(order, law) if forms_of(law).is_order(order) else None
    return statements.find_number(text, law) or of_order or ""


def _issuer(
    names: Names,
    draft: Draft,
    head: str,
    rows: PageRows,
    caption: Caption | None,
    places: Gazetteer,
    forms: JoinedForms,
) -> None:
    lost = places.head_lost(head)
    full_head = head if lost is None else lost.name[0] + head
    notice = [part.block.text for part in draft.parts if part.notice]
    own = [
        part.block.text for part in draft.parts if part.role is BlockRole.WORDS and not part.notice and not part.annexed
    ]
    forwarded = [body for body in map(forms.forwarding, notice) if body]
    from_head = forms.issuers(full_head)
    of_number = forms.issuer_of_number(names.number or "")
    if from_head is not None:
        names.issuer = from_head[0]
    elif forwarded:
        names.issuer = (forwarded[-1],)
    elif signed := _signatures(notice, forms):
        names.issuer = signed
    elif of_number is not None:
        names.issuer = (of_number,)
    elif signed := _signatures(own, forms):
        names.issuer = signed
    elif caption is not None and (body := _adopting(caption, forms)):
        names.issuer = (body,)
    elif rows.issuer:
        names.issuer = (rows.issuer,)
        names.doubtful.append("issuer")
    if lost is not None:
        names.doubtful.append("issuer")


def _adopting(caption: Caption, forms: JoinedForms) -> str | None:
    """Return the assembly that passed a text, without its term: 望海市第一届人民代表大会第三次会议通过."""
    return next(filter(None, map(forms.assembly, caption.events)), None)


def _signatures(texts: list[str], forms: JoinedForms) -> tuple[str, ...]:
    """Return the bodies that sign in lines of their own."""
    return tuple(dict.fromkeys(filter(None, map(forms.signatory, texts))))


def _full_name(issuer: str, place: Place | None, forms: JoinedForms) -> str:
    """Return the full name of an issuer: 市政府办公厅 → 深圳市人民政府办公厅; other names are left as printed."""
    return issuer if place is None else forms.full_name(issuer, place.name)


def _give(names: Names, given: GivenFacts) -> None:
    """Take number and issuer from the data of the file, where the text has none."""
    if names.number is None and given.number is not None:
        names.number = given.number
        names.doubtful = [name for name in names.doubtful if name != "number"]
    names.issuer = names.issuer or given.issuer


def _compare(names: Names, given: GivenFacts, forms: JoinedForms) -> None:
    """Report each fact that the data of the file gives otherwise than the text."""
    place = names.place.name if names.place else ""
    pairs = (
        ("title", names.shown_title, given.title),
        ("number", names.number, given.number),
        ("issuer", "、".join(names.issuer), "、".join(given.issuer)),
        ("place", place, given.place),
        ("kind", names.kind, given.kind),
    )
    for what, printed, other in pairs:
        if printed and other and not _alike(key(printed, forms), key(other, forms)):
            message = disagreement(given, what, printed, other)
            names.remarks.append(("given-disagrees", message, "the text was used; check the original"))


def _alike(left: str, right: str) -> bool:
    """Return whether one name contains the other: data leave out brackets and places, or add the name of a site."""
    return left in right or right in left


def _place(
    names: Names,
    draft: Draft,
    head: str,
    places: Gazetteer,
    source: str,
    forms: JoinedForms,
    given: str | None,
) -> None:
    for text in (*names.issuer, head, names.title or "", names.number or ""):
        names.place = places.leading(text) or places.head_lost(text)
        if names.place is not None:
            return
    if given is not None:
        names.place = places.leading(given) or places.named(given)
        return
    if any(map(forms.is_national, (*names.issuer, head, names.title or ""))):
        return
    names.place = places.mentioned(source[draft.start : draft.end])
    if names.place is not None:
        names.doubtful.append("place")
        text = f"neither issuer nor title names the place; the text mentions {names.place.name}"
        names.remarks.append(("place-inferred", text, "check `place` in policy.md"))


def _missing_title(names: Names, draft: Draft, rows: PageRows, forms: JoinedForms) -> None:
    """Leave the title empty, and choose one to file the text under from its own words."""
    words = (part.block.text for part in draft.parts if part.role is BlockRole.WORDS)
    first = next((text for text in words if len(text) > _MADE_UP_FROM), "")
    issuer = names.issuer[0] if names.issuer else ""
    names.shown_title = rows.title or forms.made_up_title(issuer, first)
    text = f"no title is printed; the text is filed under {names.shown_title}"
    names.remarks.append(("title-missing", text, "add the title from the original"))
    names.doubtful.append("title")


def _kind(names: Names, head: str, forms: JoinedForms) -> None:
    names.kind = kind_of(instrument(names.shown_title))
    names.letter = forms.is_reply(names.kind, head)
    explains = forms.explains(names.shown_title)
    if explains:
        names.kind, names.letter = explains, True
    bearer = Bearer(names.kind or "", names.number or "", names.issuer, names.place is not None)
    names.rank = names.kind if names.letter else rank_of(bearer)


def without_issuer(title: str) -> str:
    """Return a title without the body that issued it: 望海市人民政府关于加强渡口管理的通告 → 关于加强渡口管理的通告."""
    named = forms_of().issuers(title)
    return title if named is None else title[named[1] :]


def same_policy_key(title: str, places: Gazetteer) -> str:
    """Return the normalised title that all texts of a policy share, without place, issuer, year, 试行, 修订版, 的."""
    plain = re.sub(r"[《》〈〉]", "", instrument(title))
    plain = title_key(places.without(without_issuer(plain)))
    return re.sub(rf"[^\w]|{forms_of().filler}", "", plain)


__all__ = ["Names", "read", "same_policy_key"]
