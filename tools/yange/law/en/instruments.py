"""Numbers of instruments in English: c. 7, S.I. 2020/123, Public Law 117-58, (EU) 2016/679, No. 12 of 2019, Cap. 123.

Chapter numbers of Acts are those of the Acts of Parliament Numbering and Citation Act 1962, numbers of statutory
instruments those of the Statutory Instruments Act 1946, numbers of public laws those of 1 U.S.C. 113 and the Office of
the Federal Register, of the Union those of the Interinstitutional Style Guide, of Hong Kong those of the Legislation
Publication Ordinance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yange.law.aspects.instruments import NamedInstrument

__all__ = ["INSTRUMENTS", "NUMBER_LINE", "EnglishInstruments", "read_number"]

_B = r"[ \u00a0]?"
_DASH = "[-–\u2011]"
_SERIES = (
    rf"(?P<si_year>[0-9]{{4}})[ \u00a0]No\.{_B}(?P<si>[0-9]{{1,4}})(?:{_B}\([A-Z]{{1,2}}\.{_B}[0-9]+\)){{0,3}}",
    (
        rf"(?P<kind>S\.{_B}S\.{_B}I\.|S\.{_B}R\.|S\.{_B}I\.|SI|SSI"
        rf"|SR)[ \u00a0](?:No\.{_B})?(?P<k_year>[0-9]{{4}})/(?P<k>[0-9]{{1,4}})"
    ),
    rf"S\.{_B}I\.{_B}No\.{_B}(?P<ie>[0-9]{{1,4}})(?:[ \u00a0]of[ \u00a0]|/)(?P<ie_year>[0-9]{{4}})",
    rf"(?P<c_year>(?:1[89]|20)[0-9]{{2}})[ \u00a0](?:c\.{_B}|(?i:chapter)[ \u00a0])(?P<c>[0-9]{{1,3}})",
    (
        rf"(?:P(?i:ublic)[ \u00a0]L(?i:aw)|Pub\.[ \u00a0]?L\.(?:[ \u00a0]No\.)?"
        rf"|P\.L\.)[ \u00a0](?P<pl>[0-9]{{1,3}}{_DASH}[0-9]{{1,4}})"
    ),
    (
        r"\((?P<eu>(?:EU|EC|EEC|Euratom"
        r"|CFSP)(?:, Euratom)?)\)[ \u00a0](?:No[ \u00a0])?(?P<eu_n>[0-9]{1,4}/[0-9]{2,4})"
    ),
    r"(?P<old>[0-9]{2,4}/[0-9]{1,4}/(?:EU|EC|EEC|JHA|CFSP|Euratom))",
    rf"(?:Cap\.|CAP\.){_B}(?P<cap>[0-9]{{1,4}}[A-Z]{{0,2}})",
    r"(?P<sc>(?:R\.)?S\.C\.,?[ \u00a0][0-9]{4},[ \u00a0]c\.[ \u00a0][A-Z0-9][A-Z0-9.-]{0,8})",
    (
        rf"(?:A(?i:ct)[ \u00a0])?(?:N(?i:o)\.?{_B}|N(?i:umber)[ \u00a0])(?P<no>[0-9]{{1,4}})(?:,[ \u00a0]"
        rf"|[ \u00a0](?i:of)[ \u00a0])(?P<no_year>[0-9]{{4}})"
    ),
    r"(?:Act[ \u00a0])(?P<act>[0-9]{1,4})[ \u00a0]of[ \u00a0](?P<act_year>[0-9]{4})",
)
_NUMBER = "|".join(_SERIES)
_FORM = re.compile(rf"(?<![\w/.])(?:{_NUMBER})(?![0-9/])")
_PLAIN = re.sub(r"\(\?P<\w+>", "(?:", _NUMBER)
NUMBER_LINE = re.compile(rf"[\[(]?(?P<number>{_PLAIN})[\])]?\.?")
"""A line that consists of a number: the group ``number`` is the number as printed."""


def read_number(text: str) -> str | None:
    """Return the first number in a text in its recorded form, or ``None``."""
    match = _FORM.search(text)
    return None if match is None else _recorded(match)


def _recorded(match: re.Match[str]) -> str:
    found = {name: value for name, value in match.groupdict().items() if value is not None}
    if "si" in found:
        return f"S.I. {found['si_year']}/{found['si']}"
    if "k" in found:
        kind = {"SSI": "S.S.I.", "SR": "S.R.", "SI": "S.I."}[re.sub(r"[^A-Z]", "", found["kind"])]
        return f"{kind} {found['k_year']}/{found['k']}"
    if "ie" in found:
        return f"S.I. No. {found['ie']} of {found['ie_year']}"
    if "c" in found:
        return f"{found['c_year']} c. {found['c']}"
    if "pl" in found:
        return f"Public Law {re.sub(_DASH, '-', found['pl'])}"
    if "eu" in found:
        written = "No " if "No" in match[0] else ""
        return f"({found['eu']}) {written}{found['eu_n']}"
    if "cap" in found:
        return f"Cap. {found['cap']}"
    if "no" in found:
        return f"No. {found['no']} of {found['no_year']}"
    if "act" in found:
        return f"No. {found['act']} of {found['act_year']}"
    return " ".join((found.get("old") or found.get("sc") or match[0]).split())


@dataclass(frozen=True)
class EnglishInstruments:
    """The names and numbers of instruments; see :class:`yange.law.aspects.instruments.InstrumentForms`."""

    number: str = _PLAIN
    order: str = r"(?!)"
    replies: frozenset[str] = frozenset({"letter", "reply"})

    def normal(self, number: str) -> str:
        """Return a number in its recorded form: S.I. 2020/123 for 2020 No. 123; any other words unchanged."""
        match = _FORM.fullmatch(number)
        return _recorded(match) if match else number

    def find_number(self, text: str) -> str | None:
        """Return the first number in a text, in its recorded form, or ``None``."""
        return read_number(text)

    def quoted(self, text: str) -> Iterator[NamedInstrument]:
        """Yield nothing: titles are not quoted."""
        yield from ()

    def named(self, text: str) -> Iterator[NamedInstrument]:
        """Yield nothing: a title in running text is read with the statement that contains it."""
        yield from ()


INSTRUMENTS = EnglishInstruments()
