"""The aspect of importing in Taiwan, Hong Kong and Macau: forms that documents of the mainland do not have.

Taiwan prints the history of a law below its title, without a signature. Hong Kong gives subsidiary legislation a number
of its gazette (法律公告), signed by the officer who makes it. Macau prints 澳門特別行政區 and the number above the
title, and below the text the days on which it was passed (通過) and signed (簽署), with the names.
"""

from __future__ import annotations

import re
from functools import cached_property

from yange.law.zh_hans.importing_heads import ChineseClauses, ChineseHeads
from yange.law.zh_hans.importing_lines import ChineseLines
from yange.law.zh_hans.importing_notices import ChineseNotices
from yange.law.zh_hans.importing_pages import ChinesePages
from yange.law.zh_hans.importing_script import ImportScript
from yange.law.zh_hant.captions import CAPTIONS
from yange.law.zh_hant.days import DAY, DAYS
from yange.law.zh_hant.folding import FOLD, UNFOLD
from yange.law.zh_hant.importing_places import PLACES, TraditionalPlaces
from yange.law.zh_hant.instruments import INSTRUMENTS

__all__ = ["IMPORTING", "TraditionalHeads", "TraditionalImporting", "TraditionalLines", "TraditionalPages"]

SCRIPT = ImportScript(
    fold=FOLD,
    unfold=UNFOLD,
    days=DAYS,
    instruments=INSTRUMENTS,
    captions=CAPTIONS,
    more_kinds=("自治条例", "注意事项", "作业规定", "规例", "附例", "原则", "计画"),
    more_bodies=("行政院", "立法院", "司法院", "考试院", "监察院", "立法会", "行政长官"),
)

_SIGNED = re.compile(rf"^(?P<day>{DAY})簽署。?$")
_OFFICES = "局長|署長|處長|部長|縣長|市長|院長|行政長官|司長|會長"
_OFFICER = re.compile(rf"^(?P<office>[一-鿿、]{{0,14}}(?:{_OFFICES})|立法會主席)[ \u3000]+[一-鿿]{{1,8}}$")
_PRESIDES_OVER = {"立法會主席": "立法會"}
"""Officers who sign for the body that they preside over."""
_STATE = re.compile(r"^(?:澳門特別行政區|香港特別行政區|中華民國)$")
_OF_TAIWAN = re.compile(r"^(?P<issuer>[一-鿿]{2,12}?(?:部|院|委員會|總署|署|局|府))(?=[一-鿿]{2,8}字第)")
_BY_FORM = (
    (re.compile("^華總"), "總統"),
    (re.compile("^院[臺台]"), "行政院"),
    (re.compile(r"^第[0-9]+/[0-9]+號法律$"), "立法會"),
    (re.compile(r"^第[0-9]+/[0-9]+/M號法令$"), "總督"),
    (re.compile(r"^第[0-9]+/[0-9]+號(?:行政法規|行政長官批示|行政命令|行政長官公告)$"), "行政長官"),
)
"""Bodies that the letters or the kind of a number show: Basic Law of Macau, articles 50(5) and 71(1)."""


class TraditionalLines(ChineseLines):
    """The forms of lines; see :class:`yange.law.aspects.importing.LineForms`."""

    def signing_day(self, line: str) -> str | None:
        """Return the day of a line that states the day of signing: 二零二四年四月五日簽署."""
        signed = _SIGNED.match(line)
        return signed["day"] if signed else super().signing_day(line)

    def is_signature(self, line: str) -> bool:
        """Return whether a line is the name of a body, or the office and name of an officer."""
        return _OFFICER.match(line) is not None or super().is_signature(line)

    def signatory(self, line: str) -> str | None:
        """Return the body or the office that signs in a line; the name of its holder is left out."""
        officer = _OFFICER.match(line)
        if officer is None:
            return super().signatory(line)
        return _PRESIDES_OVER.get(officer["office"], officer["office"])


class TraditionalPages(ChinesePages):
    """The forms of pages; see :class:`yange.law.aspects.importing.PageForms`."""

    def is_furniture(self, line: str) -> bool:
        """Return whether a line is page furniture; the name of the region above a law is its letterhead."""
        return _STATE.match(line) is not None or super().is_furniture(line)


class TraditionalHeads(ChineseHeads):
    """The forms of heads; see :class:`yange.law.aspects.importing.HeadForms`."""

    def issuer_of_number(self, number: str) -> str | None:
        """Return the body that a number names or shows."""
        named = _OF_TAIWAN.match(number)
        if named:
            return named["issuer"]
        return next((body for form, body in _BY_FORM if form.match(number)), None)


class TraditionalImporting:
    """The forms for imports; see :class:`yange.law.aspects.importing.ImportForms`."""

    @cached_property
    def lines(self) -> TraditionalLines:
        """The kinds of lines."""
        return TraditionalLines(SCRIPT)

    @cached_property
    def pages(self) -> TraditionalPages:
        """The words around documents on a page."""
        return TraditionalPages(SCRIPT)

    @cached_property
    def notices(self) -> ChineseNotices:
        """The covering notices."""
        return ChineseNotices(SCRIPT, self.lines)

    @cached_property
    def heads(self) -> TraditionalHeads:
        """The bodies and numbers in heads."""
        return TraditionalHeads(SCRIPT)

    @cached_property
    def clauses(self) -> ChineseClauses:
        """The clauses that decide which rules apply."""
        return ChineseClauses(SCRIPT)

    @cached_property
    def places(self) -> TraditionalPlaces:
        """The places of the country."""
        return PLACES


IMPORTING = TraditionalImporting()
