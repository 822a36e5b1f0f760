"""The lines below a French title: Version consolidée au 1er mars 2020; modifiée par la loi du 3 mai 2011."""

from __future__ import annotations

import re

from yange.law.fr.days import DAY, DAYS
from yange.law.fr.instruments import INSTRUMENTS
from yange.law.line_captions import LineCaptions, day_in_figures

__all__ = ["CAPTIONS"]

_FIGURES = r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}"
_ON = rf"(?:{DAY}|{_FIGURES})"
_KIND = (
    r"(?:loi(?: organique| constitutionnelle| fédérale)?|ordonnance|décret(?:-loi)?|arrêté(?: grand-ducal| royal"
    r"| ministériel)?|règlement(?: grand-ducal)?)"
)

CAPTIONS = LineCaptions(
    said=re.compile(
        rf"[(\[]?(?:(?:version|texte|code)(?: (?:consolidée?|coordonnée?|applicable|en vigueur|initiale?|à jour))*"
        rf" (?:au|du|le|depuis le|à la date du|applicable au|en vigueur au|à jour au) {_ON}(?: au {_ON})?"
        rf"|[ée]tat (?:le|au) {_ON}|dernière (?:modification|mise à jour) ?:? ?(?:le |au )?{_ON}"
        rf"|JORF n[°º] ?[0-9]{{1,4}} du {_ON}[^\n]{{0,60}}|NOR ?: ?[A-Z0-9]{{8,14}}|publication ?: ?(?:le )?{_ON}"
        rf"|(?:Mém\.|RO|RS|AS|M\.B\.) [^()\n]{{2,60}})[)\]]?\.?",
        re.I,
    ),
    commenced=re.compile(rf"[(\[]?(?:date d['’])?entrée en vigueur ?:? ?(?:le )?(?P<day>{_ON})[)\]]?\.?", re.I),
    adopted=re.compile(
        rf"(?:date de (?:la )?signature ?:? ?(?:le )?|du |adoptée? le )(?P<day>{_ON})(?: \([ée]tat (?:le|au) {_ON}\))?",
        re.I,
    ),
    issued=re.compile(rf"[(\[]?(?:date de promulgation ?:? ?(?:le )?|promulguée? le )(?P<day>{_ON})[)\]]?\.?", re.I),
    amended=re.compile(
        r"(?P<open>[(\[])?(?:telle? que |texte )?(?:modifiée?|complétée?|mise? à jour)(?: en dernier lieu)? par ?:?"
        r" ?(?P<list>[^\n]{6,400}?)(?(open)[)\]])[.;]?",
        re.I,
    ),
    name=re.compile(
        rf"(?<![\w-])(?:l['’]|la |le )?{_KIND}(?![a-zà-ÿ])(?: modifiée?)?"
        r"(?:,? (?P<number>n[°º] ?[0-9]{2,4}-[0-9]{1,5}))?"
        rf" du (?P<day>{_ON})",
        re.I,
    ),
    joins=re.compile(r"(?:[\s,;.]|\b(?:et|ainsi que|puis|par|la|le|les)\b|\bl['’])*+", re.I),
    day=lambda words: DAYS.read(words.strip()) or day_in_figures(words),
    number=INSTRUMENTS.normal,
    kind="modification",
)
"""The captions of French texts."""
