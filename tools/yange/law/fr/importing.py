"""The aspect of importing in French: titles, numbers, signatures and the furniture of pages.

The titles and formulas are those of the Guide de légistique (France, sheets 3.1.1 and 3.9.1), and of acts of Belgium,
Luxembourg, Switzerland and the European Union.
"""

from __future__ import annotations

import re

from yange.law.european_importing import LinePatterns, PatternImporting
from yange.law.fr.days import DAY
from yange.law.fr.instruments import find_number
from yange.law.fr.numerals import read_ordinal
from yange.law.fr.titles import TITLES

__all__ = ["IMPORTING"]

_NUMBER = r"(?P<n>[0-9]{1,4}|premier|unique|PREMIER|UNIQUE|[IVX]{1,6})(?:er)?"
_KINDS = "|".join(sorted(map(re.escape, TITLES.kinds), key=len, reverse=True))
_OFFICES = (
    r"(?:maire|préfet(?:e)?(?: de [\w' -]{2,60})?|Premier ministre|Président de la République"
    r"|président(?:e)?(?: d[\w' -]{2,80})?"
    r"|ministre (?:d[\w', -]{2,120})|ministre délégué[\w', -]{2,120}|directeur(?: général)?(?: d[\w' -]{2,80})?"
    r"|Grand-Duc|Roi"
    r"|conseil (?:municipal|communal|général|régional|d'État|fédéral|d'administration)(?: d[\w' -]{2,60})?"
    r"|Conseil fédéral(?: suisse)?"
    r"|garde des sceaux[\w', -]{0,80}|secrétaire d'État[\w', -]{0,120}|chancelier de la Confédération|bourgmestre"
    r"|collège communal)"
)

IMPORTING = PatternImporting(
    LinePatterns(
        label=re.compile(
            r"(?:Article|ARTICLE|Art\.) (?:[LRDA]\.? ?\*?)?(?:[0-9]+(?:er)?(?:-[0-9]+)*|premier|unique|PREMIER"
            r"|[IVX]+\b)(?: (?:bis|ter|quater))?"
            r"|(?:TITRE|Titre|CHAPITRE|Chapitre|SECTION|Section|LIVRE|Livre|PARTIE"
            r"|Sous-section) (?:[0-9IVXLC]+(?:er)?|premier|PREMIER)\b"
            r"|[0-9]{1,3}°(?: (?:bis|ter))?|[IVX]{1,5}\. ?[-–—]|[a-z]\) |§ ?[0-9]"
        ),
        article=re.compile(rf"(?:Article|ARTICLE|Art\.) {_NUMBER}\b"),
        part=re.compile(r"(?:TITRE|Titre|LIVRE|Livre|PARTIE|Partie) (?:[0-9IVXLC]+(?:er)?|premier|PREMIER)\b"),
        chapter=re.compile(r"(?:CHAPITRE|Chapitre) (?:[0-9IVXLC]+(?:er)?|premier|PREMIER)\b"),
        title=re.compile(rf"(?i:(?:(?:avant-)?projet|proposition) d[e'’] ?)?(?i:{_KINDS})(?![a-zà-ÿ])"),
        no_title=re.compile(
            r"(?:Décision|Avis|Accord|Convention|Directive|Instruction|Règlement|Loi|Code)s? (?:motivée?|prise?s?"
            r"|applicable|du présent|visée?s?|qui|que"
            r"|est|sont|peut|intérieur (?:est|fixe))\b"
        ),
        number_line=re.compile(r"(?:(?P<number>[Nn][°º] ?[0-9]{2,4}-[0-9]{1,5}(?:-[0-9]+)?)|NOR ?: ?[A-Z0-9]{8,14})"),
        day=re.compile(DAY),
        signed=re.compile(
            rf"(?:(?:Fait|Donné|Signé)(?: (?:à|au|en) [^,.;]{{2,60}})?,? (?:le )?|[A-ZÀ-Ý][\w' -]{{1,40}}, le |du "
            rf"|Du )(?P<day>{DAY})\.?"
        ),
        office=re.compile(
            rf"(?:Pour )?(?:Par |)(?:L[ea]s? |L'|Le "
            rf"|La )(?P<body>{_OFFICES})(?: suisse)?[,.:]?(?: et par délégation ?[:,]?)?"
        ),
        person=re.compile(
            r"(?:Par le (?:Président de la République|Premier ministre|Roi|Grand-Duc) ?:"
            r"|Au nom d[ue] [\w' -]{2,60}:?|(?:[A-ZÀ-Ý][\wà-ÿ.-]+ ){1,3}[A-ZÀ-Ý][\wà-ÿ-]+"
            r"|Promulguons[^.]{0,160}\.|Scellé du sceau de l'État ?:?)"
        ),
        opening=re.compile(
            r"(?:Vu |Sur (?:le rapport|proposition|la proposition)|Considérant|L'Assemblée nationale|Le Sénat"
            r"|Le Président de la République promulgue"
            r"|(?:Le|La|L') ?(?:conseil|maire|préfet|ministre|Premier ministre|Conseil|Président|Commission"
            r"|Parlement|Roi)[^.;]{0,160},$"
            r"|(?:Arrêtent?|Décrètent?|Ordonnent?|Arrête|Décide|arrête|décrète) ?:$|(?:A|ONT|a|ont) (?:ADOPTÉ"
            r"|ARRÊTÉ|adopté|arrêté)[^.]{0,60}:$"
            r"|Nous, |LA COMMISSION|LE CONSEIL|LE PARLEMENT)"
        ),
        annex=re.compile(r"(?:ANNEXE|Annexe)(?: (?:[IVXLC]+|[0-9]{1,2}|[A-Z]))?(?:$|[ .:–—-].{0,160}[^.;,]$)"),
        caption=re.compile(
            rf"(?:\(?(?:Version (?:consolidée|en vigueur|initiale)|Version au|Texte (?:consolidé|coordonné)"
            rf"|Dernière (?:modification|mise à jour)|Entrée en vigueur"
            rf"|Modifiée? par|État le|Etat le|Date de (?:signature|promulgation|publication)|\(État"
            rf"|\(Etat)\b.{{0,200}}{DAY}.{{0,60}}$)"
        ),
        furniture=re.compile(
            r"(?:JORF .{3,80}|Journal officiel.{0,80}|Légifrance.{0,60}|République française|RÉPUBLIQUE FRANÇAISE"
            r"|Liberté.{0,40}Fraternité|Mémorial .{3,60}"
            r"|Moniteur belge.{0,60}|Imprimer|Retour en haut(?: de la page)?|Partager|Accueil|Copier le texte"
            r"|Sommaire|Télécharger.{0,20}|ELI ?: ?\S+|FR"
            r"|Le droit de l'UE.{0,60})"
        ),
        page_number=re.compile(r"(?i:page|p\.) ?[0-9]{1,4}(?: ?(?:sur|/) ?[0-9]{1,4})?"),
        number=read_ordinal,
    ),
    find_number,
)
"""The forms of French for imports."""
