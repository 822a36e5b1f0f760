"""The aspect of importing in German: titles, numbers, signatures and the furniture of pages.

The titles and formulas are those of the Handbuch der Rechtsförmlichkeit (Germany, part C), of the Legistische
Richtlinien (Austria) and of the Gesetzestechnische Richtlinien (Switzerland).
"""

from __future__ import annotations

import re

from yange.law.de.days import DAY
from yange.law.de.instruments import INSTRUMENTS, NUMBER
from yange.law.european_importing import LinePatterns, PatternImporting

__all__ = ["IMPORTING"]

_KIND = (
    r"(?:Gesetz|Bundesgesetz|Landesgesetz|Verordnung|Satzung|Erlass|Richtlinie|Verwaltungsvorschrift"
    r"|Bundesbeschluss|Beschluss|Reglement|Verfassung"
    r"|Staatsvertrag|Abkommen|Übereinkommen|Kundmachung|Dekret|Geschäftsordnung|Ordnung|Durchführungsverordnung"
    r"|Änderungsgesetz)"
)
_COMPOUND = (
    r"[A-ZÄÖÜ][\wäöüß-]*(?:gesetz|gesetzbuch|verordnung|ordnung|satzung|richtlinie|vertrag|verfassung|reglement"
    r"|erlass|statut|abkommen|dekret)"
)
_OFFICES = (
    r"(?:Bundespräsident(?:in)?|Bundeskanzler(?:in)?|Bundesminister(?:in)? [\wäöüß, -]{3,120}"
    r"|Bundesministerium [\wäöüß, -]{3,120}|Ministerpräsident(?:in)?"
    r"|(?:Staats)?[Mm]inister(?:in)? [\wäöüß, -]{3,100}|Ministerium [\wäöüß, -]{3,100}"
    r"|(?:Ober)?[Bb]ürgermeister(?:in)?|Magistrat|Senat|Landrat|Landrätin|Stadtrat"
    r"|Gemeinderat|Kantonsrat|Regierungsrat|Landeshauptmann|Landeshauptfrau|Landesregierung|Bundesrat"
    r"|Schweizerische Bundesrat|Landtag|Regierung"
    r"|(?:Nationalrats|Ständerats|Landtags)?[Pp]räsident(?:in)?(?: [\wäöüß -]{3,60})?)"
)

IMPORTING = PatternImporting(
    LinePatterns(
        label=re.compile(
            r"(?:§|Art\.|Artikel|ARTIKEL) ?[0-9IVX]+ ?(?:[a-z](?!\w))?\.?|(?:Teil|Kapitel|Abschnitt|Unterabschnitt"
            r"|Titel|Buch|TEIL|KAPITEL|ABSCHNITT) [0-9IVX]+\b"
            r"|(?:[0-9]{1,2}|[IVX]+)\. (?:Teil|Kapitel|Abschnitt|Titel|Hauptstück|Unterabschnitt|Buch)\b"
            r"|(?:Erster|Zweiter|Dritter|Vierter|Fünfter|Sechster|Siebter) (?:Teil|Abschnitt|Titel)|(?:Erstes"
            r"|Zweites|Drittes|Viertes) (?:Kapitel|Buch|Hauptstück)"
            r"|\([0-9]{1,3}[a-z]?\)|[0-9]{1,3}[a-z]?\. (?![A-ZÄÖÜ][a-zäöü]+ [0-9]{4})|[a-z]{1,2}\) "
        ),
        article=re.compile(r"(?:§|Art\.|Artikel|ARTIKEL) ?(?P<n>[0-9]{1,4}|[IVX]{1,6})(?: ?[a-z])?(?![\w/])"),
        part=re.compile(
            r"(?:(?:Teil|Buch|TEIL) [0-9IVX]+\b|(?:[0-9]+|[IVX]+)\. (?:Teil|Hauptstück|Buch|Titel)\b|(?:Erster"
            r"|Zweiter|Dritter|Vierter) Teil\b)"
        ),
        chapter=re.compile(
            r"(?:(?:Kapitel|Abschnitt) [0-9IVX]+\b|(?:[0-9]+|[IVX]+)\. (?:Kapitel|Abschnitt)\b|(?:Erster|Zweiter"
            r"|Dritter|Vierter) Abschnitt\b)"
        ),
        title=re.compile(
            rf"(?:(?:Entwurf (?:eines|einer) )?(?:[A-ZÄÖÜ][\wäöüß-]* ){{0,5}}?(?:{_COMPOUND}|{_KIND})(?:$| (?:über"
            rf"|zur|zum|für|des|der|vom|von|im|betreffend|mit|gegen|an|in|auf"
            rf"|\(|Nr\.|[A-ZÄÖÜ0-9]).*$)|(?:Erste|Zweite|Dritte|Vierte|Fünfte)[sr]? (?:{_COMPOUND}|{_KIND})\b.*$)"
        ),
        no_title=re.compile(
            r"(?:Auf Grund|Aufgrund|Der|Die|Das|Dieses|Diese|Dieser|Wer|Wenn|Soweit|Im|In|Für|Gestützt|gestützt"
            r"|Nach|Eine?r?|Durch|Mit|Gemäß|Zum|Zur) "
        ),
        number_line=re.compile(rf"(?P<number>{NUMBER})|(?:FNA|GZ|SR|Gliederungs-Nr\.?|ELI)\b.{{1,60}}"),
        day=re.compile(DAY),
        signed=re.compile(
            rf"(?:(?:[A-ZÄÖÜ][\wäöüß. /()-]{{1,40}}, )?(?:den|am) |[Vv]om |Ausfertigungsdatum: ?"
            rf"|[A-ZÄÖÜ][\wäöüß /-]{{1,30}}, )(?P<day>{DAY})\.?"
        ),
        office=re.compile(
            rf"(?:Im Namen (?:des|der) (?:Schweizerischen )?(?:Bundesrates|Kantonsrates|Regierungsrates)|(?:Der|Die"
            rf"|Das) (?P<body>{_OFFICES}))[,:.]?"
        ),
        person=re.compile(
            r"(?:(?:Dr\. |Prof\. )*(?:[A-ZÄÖÜ][\wäöüß.-]+ ){1,3}[A-ZÄÖÜ][\wäöüß-]+|Das vorstehende Gesetz .{3,120}"
            r"|Es ist im Bundesgesetzblatt zu verkünden\.?|In Vertretung|I\. ?V\.)"
        ),
        opening=re.compile(
            r"(?:Auf Grund|Aufgrund|Der (?:Bundestag|Landtag|Nationalrat|Gemeinderat|Magistrat|Stadtrat|Bundesrat"
            r"|Schweizerische Bundesrat|Rat|Senat) .{3,200}|Die Bundesversammlung"
            r"|Der Schweizerische Bundesrat,?$|gestützt auf|nach Einsicht in|beschliesst:|verordnet:|Das (?:Volk"
            r"|Bundesministerium) .{3,160}|Gestützt auf)"
        ),
        annex=re.compile(
            r"(?:Anlage|Anhang|ANLAGE|ANHANG|Beilage)(?: (?:[0-9]{1,3}[a-z]?|[IVX]+|[A-Z]))?(?:$| \((?:zu|Zu|Art"
            r"|§).{0,80}$|[ .:–—-].{0,160}[^.;,]$)"
        ),
        caption=re.compile(
            rf"\(?(?:Stand(?: am)?:?|Fassung vom|In der Fassung|in der Fassung|Zuletzt geändert|zuletzt geändert"
            rf"|Vollzitat:|Gesamte Rechtsvorschrift|Neugefasst|Die Verordnung ist"
            rf"|Textnachweis|Inkrafttreten:|[Vv]om {DAY} \((?:Stand|Fassung)|Ausfertigungsdatum:).{{0,220}}$"
        ),
        furniture=re.compile(
            r"(?:Ein Service des Bundesministeriums.{0,200}|Bundesgesetzblatt.{0,80}|BUNDESGESETZBLATT.{0,80}"
            r"|Bundesrecht konsolidiert.{0,60}|www\.\S+|juris.{0,60}"
            r"|Fußnote|zum Seitenanfang|Drucken|Startseite|Inhaltsübersicht|Nichtamtliches Inhaltsverzeichnis|RIS"
            r"|Fedlex.{0,40}|DE|Amtlicher Anzeiger|Jahrgang [0-9]{4}.{0,80})"
        ),
        page_number=re.compile(r"(?:Seite|S\.) ?[0-9]{1,4}(?: ?(?:von|/) ?[0-9]{1,4})?|- [0-9]{1,4} -"),
    ),
    INSTRUMENTS.find_number,
)
"""The forms of German for imports."""
