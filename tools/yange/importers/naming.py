"""Titles, numbers, issuers, places and kinds of documents."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from yange import statements
from yange.importers import patterns
from yange.importers.drafts import BlockRole, Draft
from yange.importers.furniture import Metadata
from yange.importers.places import Gazetteer, Place
from yange.law.aspects.titles import Bearer
from yange.law.zh_hans.instruments import ORDER
from yange.statements import Caption, normalise_number
from yange.titles import is_draft_title, kind_of, rank_of, title_key

_VERB = r"(?:关于|印发|转发|批转|公布|发布)"
_ISSUER = re.compile(rf"^(?P<issuer>[一-鿿、 　]{{2,60}}?(?:{patterns.BODY_NAME}))(?:{_VERB}|令)")
_FORWARDS = re.compile(rf"^(?P<issuer>[一-鿿]{{2,30}}(?:{patterns.BODY_NAME}))(?:转发|印发|批转)$")
_CARRIED = re.compile(
    rf"(?:印发|转发|批转|公布|发布)[〈《]?(?P<what>[^〈《]+?{patterns.TITLE_TAIL}|.+?[〉》])[〉》]?的?通知$"
)
_ORDER_HEAD = re.compile(rf"^(?P<number>{ORDER})(?P<what>.*)$")
_SHORT_BODY = re.compile(r"^(?:[市省区县](?:人民)?政府)(?P<office>办公厅|办公室)?$")
_ADOPTS = re.compile(
    r"(?:制定|制订|提出)(?:如下|以下|本)(?P<kind>[一-鿿]{2,6}?)[。：]|现?提出以下(?P<kind2>[一-鿿]{2,6})："
)
_CITED = re.compile(r"《关于(?P<about>[^《》]{4,60}?)的(?:指导意见|意见|决定|通知|实施方案|方案)》")
_ASSEMBLY = re.compile(r"日\s*(?P<body>[一-鿿]{2,24}?人民代表大会(?:常务委员会)?)(?=第[一二三四五六七八九十0-9]+次)")
_NATIONAL = re.compile("中华人民共和国|国务院|全国|最高人民?|中共中央|中央|国家")
"""Bodies and titles of the whole country; its texts belong to no place."""
_BARE_PREFIX = re.compile(r"^(?:函|发|规|办|字|办函|办发|办规|府)〔")
_EXPLAINS = re.compile(r"^[^《]{0,40}关于《?.*(?:草案|稿).*的(?:[一-鿿]{0,8})(?P<kind>说明|报告)$")
"""关于《…（草案）》的说明 is about a draft: neither a draft nor law."""


@dataclass(slots=True)
class Names:
    """What a document is called and by whom it was issued; ``doubtful`` names the fields that are inferred.

    ``shown_title`` is what to file the text under where it prints no title of its own. ``remarks`` are warnings:
    (code, message, hint).
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


def read(draft: Draft, rows: Metadata, places: Gazetteer, source: str, caption: Caption | None) -> Names:
    """Read the names of a document from its head, its notice, its signatures and its page's rows, in this order."""
    names = Names()
    head = "".join(draft.texts(BlockRole.HEAD))
    _titles(names, draft, head)
    _number(names, draft, head, rows, caption)
    _issuer(names, draft, head, rows, caption, places)
    _place(names, draft, head, places, source)
    names.issuer = tuple(_full_name(issuer, names.place) for issuer in names.issuer)
    if names.title is None:
        _missing_title(names, draft, rows)
    names.shown_title = names.title or names.shown_title
    _kind(names, head)
    names.draft = is_draft_title(names.shown_title) or is_draft_title(head)
    if names.draft:
        text = "the title says that this is a draft: it is filed apart, is never in force and acts on nothing"
        names.remarks.append(
            ("draft", text, "if it was issued as law all the same, take `draft: true` out and enter its days")
        )
    if head and places.head_lost(head):
        text = f"the first character of the head {head[:12]}… is lost"
        names.remarks.append(("title-damaged", text, "printed as it stands; look at the original"))
        names.doubtful.append("cover_title" if names.cover_title == head else "title")
    return names


def _titles(names: Names, draft: Draft, head: str) -> None:
    own = "".join(draft.texts(BlockRole.TITLE))
    carried = _CARRIED.search(head)
    order = next((text for text in draft.texts(BlockRole.NUMBER) if re.fullmatch(ORDER, text)), None)
    if own:
        names.title, names.cover_title = own, head or order
    else:
        names.title = head or None
    if carried and not own:
        names.doubtful.append("title")
        text = f"only the notice's title is printed; the text's own may be {instrument(head)}"
        names.remarks.append(("title-of-notice", text, ""))


def instrument(title: str) -> str:
    """Return the instrument that a notice's title names (…印发〈门牌措施〉的通知 → 门牌措施), else the title."""
    inner = _CARRIED.search(title)
    return inner["what"].strip("《》〈〉") if inner else title


def _number(names: Names, draft: Draft, head: str, rows: Metadata, caption: Caption | None) -> None:
    printed = [_printed_number(text, head) for text in draft.texts(BlockRole.NUMBER)]
    ordered = _ORDER_HEAD.match(head)
    number = next(filter(None, printed), None) or rows.number
    if number is None and ordered:
        number = normalise_number(ordered["number"])
    if number is None and caption is not None:
        number = caption.number
    if number is not None and _BARE_PREFIX.match(number):
        text = f"the number {number} has lost its beginning"
        names.remarks.append(("number-damaged", text, "left empty; enter the full number from the original"))
        names.doubtful.append("number")
        number = None
    names.number = number


def _printed_number(text: str, head: str) -> str:
    """Return the number a line prints; 第783号 below the head …令 is that of the order."""
    order = re.sub(r"\s", "", head + text)
    return statements.find_number(text) or (statements.find_number(order) if re.fullmatch(ORDER, order) else "") or ""


def _issuer(names: Names, draft: Draft, head: str, rows: Metadata, caption: Caption | None, places: Gazetteer) -> None:
    lost = places.head_lost(head)
    full_head = head if lost is None else lost.name[0] + head
    notice = [part.block.text for part in draft.parts if part.notice]
    own = [
        part.block.text for part in draft.parts if part.role is BlockRole.WORDS and not part.notice and not part.annexed
    ]
    forwarded = [match["issuer"] for match in map(_FORWARDS.match, notice) if match]
    from_head = _ISSUER.match(full_head)
    number_issuer = re.match(r"(?P<issuer>(?!主席).+?)令", names.number or "")
    if from_head:
        issuers = (part.removeprefix("中华人民共和国") for part in re.split(r"[、 　]+", from_head["issuer"]))
        names.issuer = tuple(part for part in issuers if part)
    elif forwarded:
        names.issuer = (forwarded[-1],)
    elif _signatures(notice):
        names.issuer = _signatures(notice)
    elif number_issuer:
        names.issuer = (number_issuer["issuer"],)
    elif _signatures(own):
        names.issuer = _signatures(own)
    elif caption is not None and (body := _adopting(caption)):
        names.issuer = (body,)
    elif rows.issuer:
        names.issuer = (rows.issuer,)
        names.doubtful.append("issuer")
    if lost is not None:
        names.doubtful.append("issuer")


def _adopting(caption: Caption) -> str | None:
    """Return the assembly that passed a text, without its term: 望海市第一届人民代表大会第三次会议通过."""
    first = next((event for event in caption.events if event.what == "通过"), None)
    match = _ASSEMBLY.search(first.phrase) if first else None
    return None if match is None else re.sub(r"第[一二三四五六七八九十0-9]+届", "", match["body"])


def _signatures(texts: list[str]) -> tuple[str, ...]:
    """The bodies whose names stand alone in lines; an official's name is a person's, not an issuer."""
    return tuple(
        dict.fromkeys(
            text
            for text in texts
            if patterns.is_signature(text) and not re.match(r"(?:市长|省长|区长|县长|主任|局长)", text)
        )
    )


def _full_name(issuer: str, place: Place | None) -> str:
    """市政府办公厅 → 深圳市人民政府办公厅; other names stay as printed."""
    short = _SHORT_BODY.match(issuer)
    if short is None or place is None:
        return issuer
    return f"{place.name}人民政府{short['office'] or ''}"


def _place(names: Names, draft: Draft, head: str, places: Gazetteer, source: str) -> None:
    for text in (*names.issuer, head, names.title or "", names.number or ""):
        names.place = places.leading(text) or places.head_lost(text)
        if names.place is not None:
            return
    if any(map(_NATIONAL.match, (*names.issuer, head, names.title or ""))):
        return
    names.place = places.mentioned(source[draft.start : draft.end])
    if names.place is not None:
        names.doubtful.append("place")
        text = f"no issuer or title names the place; the text speaks of {names.place.name}"
        names.remarks.append(("place-inferred", text, "check `place` in policy.md"))


def _missing_title(names: Names, draft: Draft, rows: Metadata) -> None:
    """No title is printed: leave it empty, and file the text under what its own words suggest."""
    first = next(
        (part.block.text for part in draft.parts if part.role is BlockRole.WORDS and len(part.block.text) > 40), ""
    )
    adopts, cited = _ADOPTS.search(first), _CITED.search(first)
    issuer = names.issuer[0] if names.issuer else ""
    if rows.title:
        names.shown_title = rows.title
    elif adopts and cited:
        names.shown_title = f"{issuer}关于{cited['about']}的{adopts['kind'] or adopts['kind2']}"
    elif adopts:
        names.shown_title = f"{issuer}（无标题）{adopts['kind'] or adopts['kind2']}"
    else:
        names.shown_title = f"{issuer}（无标题）"
    text = f"no title is printed; the text is filed under {names.shown_title}"
    names.remarks.append(("title-missing", text, "enter the title from the original"))
    names.doubtful.append("title")


def _kind(names: Names, head: str) -> None:
    names.kind = kind_of(instrument(names.shown_title))
    names.letter = names.kind == "函" and not re.search(r"(?:印发|转发)", head)
    explains = _EXPLAINS.search(names.shown_title)
    if explains:
        names.kind, names.letter = explains["kind"], True
    bearer = Bearer(names.kind or "", names.number or "", names.issuer, names.place is not None)
    names.rank = names.kind if names.letter else rank_of(bearer)


def without_issuer(title: str) -> str:
    """Return a title without the body that issued it: 望海市人民政府关于加强渡口管理的通告 → 关于加强渡口管理的通告."""
    issuer = _ISSUER.match(title)
    return title[issuer.end("issuer") :] if issuer else title


def same_policy_key(title: str, places: Gazetteer) -> str:
    """Return what the titles of all texts of one policy share (design §4): no place, issuer, year, 试行, 修订版, 的."""
    plain = re.sub(r"[《》〈〉]", "", instrument(title))
    plain = title_key(places.without(without_issuer(plain)))
    return re.sub(r"[^\w]|的|^关于", "", plain)


__all__ = ["Names", "read", "same_policy_key"]
