"""How German texts are laid out: contents, headings without numbers, annexes, signatures, clauses that are gone."""

from __future__ import annotations

from yange.law.aspects.divisions import Annexes, ClosingLines, Contents, Divisions, FrontLines, GoneWords, Headings
from yange.law.de.days import DAY
from yange.law.de.numbers import ABSATZ, ARTICLE, SIGN

__all__ = ["DIVISIONS"]

_GONE = (
    r"weggefallen|aufgehoben|entfallen|entfällt|gestrichen|gegenstandslos|außer Kraft(?: getreten)?|ausser Kraft"
    r"|nicht belegt|unbesetzt|überholt|vollzogen|Änderungen? (?:anderer|von) (?:Rechtsv|V)orschriften"
)
_DIVISION = "Buch|Hauptstück|Teil|Abteilung|Kapitel|Abschnitt|Unterabschnitt|Titel|Untertitel"
_ANNEX = (
    r"(?:Anlage|Anhang|Anlagen|ANLAGE|ANHANG|Beilage)"
    r"(?:\s+(?P<n>[0-9]{1,3}[a-z]?|[IVX]{1,6}[a-z]?|[A-Z]{1,3}[0-9]{0,2}))?"
    r"\s*(?:$|[.:–—-](?:\s.*)?$|\((?:zu|Zu|§|Art|[0-9]).*$)"
)

DIVISIONS = Divisions(
    front=FrontLines(
        no_title="(?i:inhalt|inhaltsübersicht|inhaltsverzeichnis|gliederung)",
        days=DAY,
        acts="Fassung|geändert|bekannt ?gemacht|Stand|erlassen|beschlossen|in Kraft",
        whole_days=DAY,
        captions=r"(?i:\((?:Stand|Fassung|in der Fassung|zuletzt geändert|zu § )\b)",
    ),
    contents=Contents(names="(?i:Inhaltsübersicht|Inhaltsverzeichnis|Inhalt|Gliederung|Übersicht)"),
    headings=Headings(
        bold_labels="§|Art",
        inner_divisions=rf"(?:{_DIVISION}) [0-9IVXLC]",
        unnumbered=(
            "Eingangsformel|Schlu(?:ss|ß)formel|Pr[äÄ]ambel|PRÄAMBEL"
            "|(?:Übergangs-? und )?Schlu(?:ss|ß)(?:bestimmungen|vorschriften)|Übergangs(?:bestimmungen|vorschriften)"
            "|Allgemeine (?:Bestimmungen|Vorschriften)|Inkrafttreten"
        ),
        announcements=(
            "(?i:(?:eingefügt|angefügt|ersetzt|gefasst|gefaßt|wie folgt geändert|folgende Fassung)[^.]{0,60}:$)"
        ),
        opening=frozenset({(SIGN, ABSATZ), (ARTICLE, ABSATZ)}),
        abbreviations=(
            "(?:Abs|Art|Nr|Nrn|Bst|Buchst|lit|Ziff|vgl|Vgl|bzw|ggf|usw|Bek|BGBl|RGBl|GBl|ABl|GVBl|StGBl|LGBl|AS|BBl|SR"
            "|Hs|Kap|gem|sog|Tz|ff|evtl|max|mind|inkl|einschl|Mio|Mrd|Tsd|Str|Dr|Prof|St|Verf|Verz|idF|ber"
            "|(?:[Aa]m|[Vv]om|[Zz]um|[Aa]b|[Bb]is|[Dd]em|[Dd]en) [0-9]{1,2})"
        ),
        page_numbers=r"[Ss]eite\s*[0-9]{1,4}(?:\s*von\s*[0-9]{1,4})?",
        printed_pages=r"Seite\s*[0-9]{1,4}\s*von\s*[0-9]{1,4}",
    ),
    annexes=Annexes(
        headings=(_ANNEX,),
        lists=r"Anlagen?\s*:",
    ),
    closing=ClosingLines(
        signatures=rf"(?:[A-ZÄÖÜ][\w. /-]{{1,40}}, )?(?:den|am) {DAY}\s*$|(?:Der Bundespräsident|Die Bundeskanzlerin"
        rf"|Der Bundeskanzler)\s*$",
        last_words=r"(?:Dies|Das Gesetz|Die Verordnung).{0,120}?(?:in Kraft|außer Kraft|ausser Kraft)",
    ),
    gone=GoneWords(
        words=rf"(?i:\b(?:{_GONE}))",
        sentences=(
            rf"(?i:[-–(]?\s?(?:{_GONE})\)?"
            r"(?:[ ,]*(?:durch|mit|gemäß|gemäss|mWv|m\.W\.v\.|ab|seit|zum)\b[^;:]{0,100})?)"
        ),
    ),
    note_words="Anm",
)
"""The layout of German texts."""
