"""How French texts are laid out."""

from __future__ import annotations

from yange.law.aspects.divisions import Annexes, ClosingLines, Contents, Divisions, FrontLines, GoneWords, Headings
from yange.law.common import ARABIC_BRACKET
from yange.law.fr.days import DAY
from yange.law.fr.numbers import ARTICLE, PARAGRAPH

__all__ = ["DIVISIONS"]

_GONE = (
    r"abrogée?s?|supprimée?s?|annulée?s?|périmée?s?|disjointe?s?|devenue?s? sans objet|sans objet"
    r"|réservée?s?|non attribuée?s?"
    r"|transférée?s?"
)
_UNITS = r"articles?|alinéas?|paragraphes?|chapitres?|sections?|sous-sections?|titres?|dispositions?"
_ACTS = (
    r"loi|ordonnance|décret|arrêté|règlement|directive|décision|code|convention|accord|délibération"
    r"|circulaire|recommandation"
)

DIVISIONS = Divisions(
    front=FrontLines(
        no_title="(?i:sommaire|table des matières)",
        days=DAY,
        acts="(?i:adopt|promulgu|modifi|publi|sign|approuv|entr)",
        whole_days=DAY,
        captions=r"\((?i:version|texte|état|adoptée?|promulguée?|modifiée?)\b",
    ),
    contents=Contents(names="(?i:sommaire|table des matières|table des articles|table analytique)"),
    headings=Headings(
        bold_labels="Art(?:icle |[.])",
        inner_divisions="(?:Livre|LIVRE|Titre|TITRE|Chapitre|CHAPITRE) (?:[0-9IVXLC]|premier|PREMIER|unique)",
        run_on_articles=r"(?:Article|ARTICLE|Art\.) (?:premier|PREMIER|unique|[LRDA]?\.? ?\*?[0-9])",
        unnumbered=(
            r"(?i:(?:sous-)?(?:partie|livre|titre|chapitre|section) (?:préliminaire|liminaire|final|finale"
            r"|additionnel|législative|réglementaire)"
            r"(?:[ \u00a0]?[:.–—-][^.;]{0,240}|[ \u00a0][^.;]{0,120})?)"
            r"|(?i:dispositions (?:générales|finales|transitoires|diverses|communes|préliminaires|pénales"
            r"|particulières|spéciales|abrogatoires)"
            r"(?:(?:,| et) (?:générales|finales|transitoires|diverses|communes|abrogatoires|pénales)){0,3})"
        ),
        announcements=(
            r"(?i:(?:ainsi (?:rédigée?s?|modifiée?s?|conçue?s?)|(?:remplacée?s?|insérée?s?|ajoutée?s?"
            r"|rétablie?s?|complétée?s?)\b[^.;:]{0,120})"
            r"[ \u00a0]?:$)"
        ),
        opening=frozenset({(ARTICLE, PARAGRAPH), (ARTICLE, ARABIC_BRACKET)}),
        abbreviations=(
            "(?i:arts?|al|let|ch|chap|sect|cf|MM|Mme|Mlle|Dr|Me|St|Ste|vol|éd|op|cit|pp|nos?|env|max|min|tél"
            "|resp|av|bd)"
        ),
    ),
    annexes=Annexes(
        headings=(
            (
                r"(?:Article |ARTICLE )?(?:Annexe|ANNEXE)(?:[ \u00a0]+(?P<n>[IVXLC]{1,6}"
                r"|[0-9]{1,2}(?:-[0-9]{1,2})*|[A-Z]))?[ \u00a0]*"
                r"(?:$|[:.–—-].*$|\(.*$|(?:à l['’]|aux? |à la |visée?s? |relative |mentionnée?s? )[^.;]{0,200}$)"
            ),
        ),
        own_numbers=r"(?:[IVXLC]{1,6}|[0-9]{1,2}|[A-Z])[ \u00a0]*[:.–—-]",
        lists=r"Annexes?[ \u00a0]?:",
    ),
    closing=ClosingLines(
        signatures=(
            rf"(?:Fait|Donné) à [^.;]{{2,60}},? le |(?:Par le Président|Le Premier ministre|Le président de "
            rf"la République)\b.{{0,30}}[:,]$|{DAY}$"
        ),
        last_words=rf"(?:La|Le|Les) présente?s? (?:{_ACTS})s?.{{0,160}}?(?:en vigueur|exécutée?|abrogée?|publiée?)",
    ),
    gone=GoneWords(
        words=rf"(?i:\b(?:{_GONE}))",
        sentences=(
            rf"(?i:(?:(?:l['’]|le |la |les |cet? |cette |ces |présent )*(?:{_UNITS}) ?)?(?:est |sont |a été "
            rf"|ont été )?(?:{_GONE})"
            r"(?:[ ,]*(?:par|à compter|depuis|avec effet|en vertu|et|le)\b[^;:]{0,120})?)"
        ),
        exceptions="à l['’]exception|sauf",
    ),
)
"""The layout of French texts."""
