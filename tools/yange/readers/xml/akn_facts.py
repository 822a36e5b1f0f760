"""What Akoma Ntoso says about a document as data: its identification (FRBR), lifecycle and periods.

The names of dates in FRBRdate are free; the ones read here are those that publishers use. A day whose name says
neither of these is not taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from yange.readers.source_text import GivenFacts
from yange.readers.xml.facts import day, first, language_tag, named
from yange.readers.xml.pieces import one_line
from yange.readers.xml_tree import XmlElement, local_name

__all__ = ["AknMeta"]

_SIGNED = ("enact", "assent", "adopt", "sign", "promulg", "made", "issue", "verkuendungsfassung", "ausfertigung")
_PUBLISHED = ("public", "gazett", "verkuendung")
_IN_FORCE = ("force", "valid", "vigenza", "vigore", "effective", "commence", "inkrafttreten")
_VERSION = re.compile(r"@(\d{4}-\d{2}-\d{2})(?:/|$)")
"""The day of a version in the address of an expression (Akoma Ntoso Naming Convention 1.0, 4.4)."""


@dataclass(frozen=True)
class AknMeta:
    """The metadata of one document; ``meta`` is ``None`` if it has none."""

    meta: XmlElement | None
    document: XmlElement
    organizations: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, document: XmlElement) -> AknMeta:
        """Return the metadata of a document."""
        meta = first(document, "meta")
        known = named(meta, "TLCOrganization", "TLCPerson") if meta is not None else []
        shown = {f"#{one.get('eId') or one.get('id')}": one_line(one.get("showAs") or "") for one in known}
        return cls(meta, document, shown)

    @property
    def language(self) -> str | None:
        """The language of the text as a BCP 47 tag."""
        said = self._frbr("FRBRExpression", "FRBRlanguage")
        return language_tag(said[0].get("language")) if said else None

    @property
    def alias(self) -> str | None:
        """A title that only the metadata hold."""
        for name in ("FRBRalias", "FRBRname", "FRBRtitle"):
            for one in (*self._frbr("FRBRWork", name), *self._frbr("FRBRExpression", name)):
                value = one_line(one.get("value") or "")
                if " " in value or not value.isascii():
                    return value
        return None

    def facts(self, title: str | None, *, draft: bool, partial: bool) -> GivenFacts:
        """Return the facts of the document, whose printed title is ``title``."""
        register = self._author("FRBRExpression") or self._author("FRBRManifestation")
        effective = self._named_day("FRBRExpression", _IN_FORCE) or self._amended()
        expires = self._last_day()
        return GivenFacts(
            title=title or self.alias,
            number=self._number(),
            issuer=tuple(filter(None, [self._author("FRBRWork")])),
            place=self._country(),
            language=self.language,
            signed=self._named_day("FRBRWork", _SIGNED) or self._printed_day(),
            published=self._published(),
            effective=effective,
            expires=expires,
            url=next(filter(lambda said: (said or "").startswith("http"), self._addresses()), None),
            identifier=self._value("FRBRWork", "FRBRuri") or self._value("FRBRWork", "FRBRthis"),
            register=register or ("Akoma Ntoso" if effective or expires else None),
            draft=draft,
            partial=partial,
        )

    def of_version(self, facts: GivenFacts, start: date, end: date | None, *, first: bool) -> GivenFacts:
        """Return the facts of a version of the document: its days, and the number of what made it.

        The identification is that of the document, so that what it says of signing and publishing is about the first.
        An instrument that amends the text leaves it its own number; one that makes a new text gives it another.
        """
        made, number = self._event(start), facts.number
        if not first:
            facts = replace(facts, signed=None, published=None)
            number = number if made == "amendment" else self._instrument(start)
        gone = end is not None and self._event(end) == "repeal"
        expires = end - timedelta(days=1) if end is not None and gone else None
        register = facts.register or "Akoma Ntoso"
        return replace(facts, number=number, effective=start, expires=expires, register=register)

    def _event(self, on: date) -> str | None:
        """Return the type of the event of a day."""
        events = [] if self.meta is None else named(self.meta, "eventRef")
        return next((one.get("type") for one in events if day(one.get("date")) == on), None)

    def _instrument(self, on: date) -> str | None:
        """Return the number of the instrument to which the event of a day refers."""
        if self.meta is None:
            return None
        sources = {one.get("source") for one in named(self.meta, "eventRef") if day(one.get("date")) == on}
        known = named(self.meta, "original", "passiveRef")
        found = (one_line(one.get("showAs") or "") for one in known if f"#{one.get('eId') or one.get('id')}" in sources)
        return next((said for said in found if any(sign.isdigit() for sign in said)), None)

    def period(self, reference: str) -> tuple[date | None, date | None]:
        """Return the first day and the day of the end of a temporal group that units refer to."""
        if self.meta is None:
            return None, None
        days = {f"#{one.get('eId') or one.get('id')}": day(one.get("date")) for one in named(self.meta, "eventRef")}
        groups = named(self.meta, "temporalGroup")
        group = next((one for one in groups if f"#{one.get('eId') or one.get('id')}" == reference), None)
        spans = [one for one in group if local_name(one) == "timeInterval"] if group is not None else []
        if len(spans) != 1:
            return None, None
        return days.get(spans[0].get("start") or ""), days.get(spans[0].get("end") or "")

    def _frbr(self, level: str, name: str) -> list[XmlElement]:
        at = None if self.meta is None else first(self.meta, "identification", level)
        return [] if at is None else [one for one in at if local_name(one) == name]

    def _value(self, level: str, name: str) -> str | None:
        found = self._frbr(level, name)
        return (one_line(found[0].get("value") or "") or None) if found else None

    def _addresses(self) -> Iterable[str | None]:
        return (self._value("FRBRExpression", "FRBRuri"), self._value("FRBRWork", "FRBRuri"))

    def _country(self) -> str | None:
        """Return the code of the country; ``zz``, which ISO 3166-1 leaves to users, says that none is recorded."""
        said = (self._value("FRBRWork", "FRBRcountry") or "").lower()
        return said if said not in ("", "zz") else None

    def _author(self, level: str) -> str | None:
        found = self._frbr(level, "FRBRauthor")
        return self.organizations.get(found[0].get("href") or "") if found else None

    def _number(self) -> str | None:
        printed = (one for one in self.document.iter() if local_name(one) == "docNumber")
        words = next((one_line("".join(one.itertext())) for one in printed), "")
        value = words or self._value("FRBRWork", "FRBRnumber") or ""
        return value if value and not value.isdigit() and any(sign.isdigit() for sign in value) else None

    def _named_day(self, level: str, names: tuple[str, ...]) -> date | None:
        for one in self._frbr(level, "FRBRdate"):
            said = (one.get("name") or "").lower().replace("-", "")
            if any(name in said for name in names):
                return day(one.get("date"))
        return None

    def _published(self) -> date | None:
        publication = None if self.meta is None else first(self.meta, "publication")
        said = None if publication is None else day(publication.get("date"))
        return said or self._named_day("FRBRWork", _PUBLISHED)

    def _printed_day(self) -> date | None:
        """Return the day that the title of the document prints, which is that of signing."""
        front = first(self.document, "preface")
        printed = [] if front is None else named(front, "docDate")
        return day(printed[0].get("date")) if printed else None

    def _amended(self) -> date | None:
        """Return the day of the version, if it is that of an amendment: from then on the text reads so."""
        version = _VERSION.search(self._value("FRBRExpression", "FRBRuri") or "")
        said = day(version[1]) if version else None
        events = [] if self.meta is None or said is None else named(self.meta, "eventRef")
        amended = any(one.get("type") == "amendment" and day(one.get("date")) == said for one in events)
        return said if amended else None

    def _last_day(self) -> date | None:
        """Return the day before the event that repeals the whole document."""
        events = [] if self.meta is None else named(self.meta, "eventRef")
        gone = [one for one in events if one.get("type") == "repeal" or "Repeal" in (one.get("refersTo") or "")]
        ends = [day(one.get("date")) for one in gone]
        known = [end for end in ends if end is not None]
        return min(known) - timedelta(days=1) if known else None
