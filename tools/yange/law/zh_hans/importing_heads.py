"""Read bodies in heads, notices, numbers and captions, and facts in titles."""

from __future__ import annotations

import re

from yange.law.aspects.captions import CaptionEvent
from yange.law.zh_hans.importing_lines import body_name
from yange.law.zh_hans.importing_script import ImportScript

__all__ = ["ChineseClauses", "ChineseHeads"]

_VERB = r"(?:关于|印发|转发|批转|公布|发布)"
_STATE = "中华人民共和国"
_NAME = re.compile(r"[^、 　]+")
_SHORT_BODY = re.compile(r"^(?:[市省区县](?:人民)?政府)(?P<office>办公厅|办公室)?$")
_ADOPTS = re.compile(
    r"(?:制定|制订|提出)(?:如下|以下|本)(?P<kind>[一-鿿]{2,6}?)[。：]|现?提出以下(?P<kind2>[一-鿿]{2,6})："
)
_CITED = re.compile(r"《关于(?P<about>[^《》]{4,60}?)的(?:指导意见|意见|决定|通知|实施方案|方案)》")
_ASSEMBLY = re.compile(r"日\s*(?P<body>[一-鿿]{2,24}?人民代表大会(?:常务委员会)?)(?=第[一二三四五六七八九十0-9]+次)")
_TERM = re.compile(r"第[一二三四五六七八九十0-9]+届")
_NATIONAL = re.compile("中华人民共和国|国务院|全国|最高人民?|中共中央|中央|国家")
"""Bodies and titles of the whole country, whose texts have no place."""
_BARE_PREFIX = re.compile(r"^(?:函|发|规|办|字|办函|办发|办规|府)〔")
_ISSUER_OF_NUMBER = re.compile(r"(?P<issuer>(?!主席)[^第]+?)令")
_EXPLAINS = re.compile(r"^[^《]{0,40}关于《?.*(?:草案|稿).*的(?:[一-鿿]{0,8})(?P<kind>说明|报告)$")
"""关于《…（草案）》的说明 is about a draft: neither a draft nor law."""
_HANDS_ON = re.compile(r"(?:印发|转发)")
_PREVAILS = re.compile(r"不一致的[，,]?(?:以|按)本[一-鿿]{0,8}(?:规定)?(?:为准|执行)")
_SAVES = re.compile(r"(?:仍按|仍适用|仍依照|仍为|按照?原|依照原|继续适用原|适用原).{0,40}(?:执行|规定|办理|文|政策)")
_WITHOUT_TITLE = "（无标题）"


class ChineseHeads:
    """The forms of heads; see :class:`yange.law.aspects.importing.HeadForms`."""

    def __init__(self, script: ImportScript, issuer_of_number: re.Pattern[str] = _ISSUER_OF_NUMBER) -> None:
        """Compile the patterns with the bodies and numbers of a place."""
        self._script = script
        self._issuer_of_number = issuer_of_number
        body, day = body_name(script), script.day
        self._issuer = re.compile(rf"^(?P<issuer>[一-鿿、 　]{{2,60}}?(?:{body}))(?:{_VERB}|令)")
        self._issued = re.compile(rf"^[一-鿿、 　]{{2,60}}?{body}(?:关于|印发|转发|批转)")
        self._forwards = re.compile(rf"^(?P<issuer>[一-鿿]{{2,30}}(?:{body}))(?:转发|印发|批转)$")
        self._order = re.compile(script.order)
        self._made = re.compile(rf"(?P<day>{day})[一-鿿]{{0,24}}?(?P<what>印发|发布|公布|颁布)(?:实施)?的$")
        self.filler = script.unfolded("的|^关于")
        self.recurring = frozenset(map(script.unfolded, ("通知", "公告", "通告", "通报", "公报", "函", "批复", "答复")))

    def issuers(self, head: str) -> tuple[tuple[str, ...], int] | None:
        """Return the bodies with which a title begins, and the column after them."""
        match = self._issuer.match(self._script.plain(head))
        if match is None:
            return None
        names = [head[one.start() : one.end()] for one in _NAME.finditer(match["issuer"])]
        kept = (name[len(_STATE) :] if self._script.plain(name).startswith(_STATE) else name for name in names)
        return tuple(name for name in kept if name), match.end("issuer")

    def is_issued(self, title: str) -> bool:
        """Return whether a title begins with a body that issues or forwards something."""
        return self._issued.match(self._script.plain(title)) is not None

    def forwarding(self, line: str) -> str | None:
        """Return the body that a line says has forwarded the text."""
        match = self._forwards.match(self._script.plain(line))
        return line[: match.end("issuer")] if match else None

    def order_number(self, head: str) -> str | None:
        """Return the number of an order with which a head begins, as printed."""
        match = self._order.match(self._script.plain(head))
        return head[: match.end()] if match else None

    def is_order(self, line: str) -> bool:
        """Return whether a line is the number of an order and nothing else."""
        return self._order.fullmatch(self._script.plain(line)) is not None

    def issuer_of_number(self, number: str) -> str | None:
        """Return the body that an order's number names."""
        match = self._issuer_of_number.match(self._script.plain(number))
        return number[match.start("issuer") : match.end("issuer")] if match else None

    def has_lost_its_beginning(self, number: str) -> bool:
        """Return whether a number begins with a character that no number begins with."""
        return _BARE_PREFIX.match(self._script.plain(number)) is not None

    def assembly(self, event: CaptionEvent) -> str | None:
        """Return the assembly that an event of a caption says has passed the text, without its term."""
        phrase = event.phrase
        match = _ASSEMBLY.search(self._script.plain(phrase)) if event.what == "通过" else None
        if match is None:
            return None
        body = phrase[match.start("body") : match.end("body")]
        term = _TERM.search(self._script.plain(body))
        return body if term is None else body[: term.start()] + body[term.end() :]

    def is_national(self, words: str) -> bool:
        """Return whether a body or a title is of the whole country."""
        return _NATIONAL.match(self._script.plain(words)) is not None

    def full_name(self, issuer: str, place: str) -> str:
        """Return the full name of an issuer: 市政府办公厅 → 深圳市人民政府办公厅; other names are not changed."""
        short = _SHORT_BODY.match(self._script.plain(issuer))
        return issuer if short is None else f"{place}人民政府{short['office'] or ''}"

    def made_up_title(self, issuer: str, words: str) -> str:
        """Return a title for a text that prints none."""
        plain = self._script.plain(words)
        adopts, cited = _ADOPTS.search(plain), _CITED.search(plain)
        if adopts is None:
            return f"{issuer}{_WITHOUT_TITLE}"
        kind = adopts["kind"] or adopts["kind2"]
        return f"{issuer}关于{cited['about']}的{kind}" if cited else f"{issuer}{_WITHOUT_TITLE}{kind}"

    def explains(self, title: str) -> str | None:
        """Return the kind of a text that only explains a draft."""
        match = _EXPLAINS.search(self._script.plain(title))
        return title[match.start("kind") : match.end("kind")] if match else None

    def is_reply(self, kind: str | None, head: str) -> bool:
        """Return whether a text of this kind answers one asker and does not forward an instrument."""
        return kind == "函" and not _HANDS_ON.search(self._script.plain(head))

    def issue_before(self, words: str) -> tuple[str, bool] | None:
        """Return the day of issue in the words before a title, and whether it is the day of signing."""
        match = self._made.search(self._script.plain(words))
        return (words[match.start("day") : match.end("day")], match["what"] == "印发") if match else None

    def cited(self, title: str, number: str | None) -> str:
        """Return title and number of an instrument in the form of a citation."""
        return f"《{title}》" + (f"（{number}）" if number else "")

    def only_named(self, cited: str) -> str:
        """Return the note of a record whose instrument is known only because another one names it."""
        return self._script.unfolded(f"仅据{cited}的条文著录，未见原文")


class ChineseClauses:
    """Clauses that decide which rules apply; see :class:`yange.law.aspects.importing.ClauseForms`."""

    def __init__(self, script: ImportScript) -> None:
        """Keep the script in which clauses are read."""
        self._script = script

    def prevails(self, words: str) -> bool:
        """Return whether a clause lets its text prevail over others."""
        return _PREVAILS.search(self._script.plain(words)) is not None

    def saves(self, words: str) -> bool:
        """Return whether a clause leaves old rules in force for pending matters."""
        return _SAVES.search(self._script.plain(words)) is not None
