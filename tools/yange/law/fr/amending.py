"""Read the amending sentences of decisions in French: France, Belgium, Luxembourg, Switzerland, the European Union.

The forms are those of the Guide de légistique (France, sheets 3.3.1 and 3.4.1), of the Principes de technique
législative of the Conseil d'État of Belgium, and of the Interinstitutional style guide of the Union::

    À l'article 5, les mots : « X » sont remplacés par les mots : « Y ».
    Au premier alinéa de l'article 5, après le mot : « X », sont insérés les mots : « Y ».
    L'article 5 est ainsi rédigé : « … »       L'article 5, paragraphe 2, est remplacé par le texte suivant : « … »
    L'article 7 est abrogé.                    Les 2° et 3° de l'article 5 sont supprimés.
    Après l'article 3, il est inséré un article 3 bis ainsi rédigé : « … »
    L'article 5 est complété par un alinéa ainsi rédigé : « … »
    L'article 6 devient l'article 7.
    L'article 5 est ainsi modifié : 1° Au premier alinéa, …  2° Le second alinéa est supprimé.
"""

from __future__ import annotations

import re

from yange.law.aspects.amending import (
    AmendedClause,
    AmendingOperation,
    AmendingReading,
    Examples,
    InsertionPlace,
    Instruction,
)
from yange.law.aspects.citations import Level
from yange.law.fr.amended_clauses import expanded, instrument, targets
from yange.law.latin import LATIN_WORDS
from yange.law.nested_amending import (
    Said,
    SentenceForm,
    SpacedAmending,
    about,
    insertion,
    put_beside,
    removals,
    rewriting,
)
from yange.law.numbers import read_number
from yange.law.packs import law_named
from yange.law.quoting import QUOTED, Masked, Quotations

__all__ = ["AMENDING"]

_REF = "[^⟦⟧;]{1,200}?"
_KIND = (
    r"(?:(?:le|la|les|l'|du|des|au|aux|de la|de l'|celui de|celle de|ceux de|un|une|deux) ?)?"
    r"(?:(?:mots?|termes?|références?|montants?|nombres?|chiffres?|taux|années?|dates?|signes?|membres? de phrase"
    r"|expressions?"
    r"|pourcentages?|sommes?|durées?|dénominations?|mentions?|formules?|sigles?|symboles?|phrases?|valeurs?|âges?"
    r"|appellations?|occurrences? (?:du|des|de la) (?:mots?|références?)|groupes? de mots|segments? de phrase|unités?)"
    r"(?: suivante?s?)?)?"
)
_COLON = " ?:? ?"
_WORD = rf"{_KIND}{_COLON}(?P<%s>{QUOTED})"
_ANY = rf"{_KIND}{_COLON}{QUOTED}"
_BE = "(?:est|sont|a été|ont été)"
_TIMES = (
    r"(?:,? ?(?P<every>\(?(?:deux|trois|quatre|cinq) fois\)?|à (?:chaque|toutes les|chacune des) (?:occurrences?|fois)"
    r"(?: (?:qu'il|qu'ils|qu'elle|qu'elles|où il|où ils|où elles|où elle) (?:apparaît|apparaissent|figure|figurent"
    r"|se trouve"
    r"|se trouvent))?|partout où (?:il|ils|elle|elles) (?:apparaît|apparaissent|figure|figurent)|(?:chaque"
    r"|toutes les) fois"
    r" qu'(?:il|ils|elle|elles) (?:apparaît|apparaissent|figure|figurent)|respectivement),?)?"
)
_REPLACED = r"(?:remplacée?s?|substituée?s?)"
_CHANGES = (
    (
        "replaced",
        (
            rf"{_WORD % 'was'}{_TIMES} (?:(?:{_BE}|sera"
            rf"|seront) )?{_REPLACED}{_TIMES.replace('every', 'each')} par {_WORD % 'now'}"
        ),
    ),
    ("replaced", rf"remplacer {_WORD % 'was'}{_TIMES} par {_WORD % 'now'}"),
    ("after", rf"après {_WORD % 'was'},? (?:(?:il )?{_BE} )?(?:insérée?s?|ajoutée?s?|insérer|ajouter) {_WORD % 'now'}"),
    (
        "before",
        (
            rf"avant {_WORD % 'was'},? (?:(?:il )?{_BE} )?(?:insérée?s?|ajoutée?s?|insérer"
            rf"|ajouter) {_WORD % 'now'}"
        ),
    ),
    ("after", rf"{_WORD % 'now'} {_BE} (?:insérée?s?|ajoutée?s?) après {_WORD % 'was'}"),
    ("before", rf"{_WORD % 'now'} {_BE} (?:insérée?s?|ajoutée?s?) avant {_WORD % 'was'}"),
    ("gone", rf"{_WORD % 'was'}{_TIMES} {_BE} (?:supprimée?s?|abrogée?s?)"),
    ("gone", rf"(?:{_BE} supprimée?s?|supprimer) {_WORD % 'was'}"),
    ("added", rf"(?:il )?(?:{_BE} )?(?:ajoutée?s?|ajouter) {_WORD % 'now'}"),
    ("added", rf"{_WORD % 'now'} {_BE} ajoutée?s?"),
)
_FORMS_OF_CHANGE = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _CHANGES)
_ELLIPSIS = re.compile(rf"{_WORD % 'was'}{_TIMES},? par {_WORD % 'now'}", re.I)
"""The second of several replacements that share a verb: et le mot : « X » par le mot : « Y »."""
_BOTH = re.compile(
    rf"{_KIND}{_COLON}(?P<first>{QUOTED}) et{_COLON}(?P<second>{QUOTED}) sont (?:respectivement )?remplacée?s?"
    rf"(?: respectivement)? par {_KIND}{_COLON}(?P<now>{QUOTED}) et{_COLON}(?P<other>{QUOTED})", re.I
)  # fmt: skip
_AND = re.compile(r"(?:[;,]? et,? |[;,] )(?:,? ?(?P<verb>est|sont) )?", re.I)
_ALL_OF = re.compile(r"(?:les deux|toutes les|chacune des|chaque) occurrences?", re.I)


_AT_END = re.compile(r"à la fin (?:du|de la|de l'|des) ?|in fine,? ", re.I)
_AT_START = re.compile(r"^au début (?:du|de la|de l'|des) ?|,? in fine$", re.I)


def _changes(match: re.Match[str], said: Said) -> AmendingReading | None:
    """Read the changes of words of one or more clauses."""
    name = ""
    if match["ref"]:
        ref, name = instrument(match["ref"].rstrip(", "))
        at_end = _AT_END.match(ref)
        ref = _AT_START.sub("", ref[at_end.end() :] if at_end else ref)
        named = targets(ref, said.within)
    else:
        at_end, named = None, [(said.within, False)] if said.within else None
    changes = _chain(match["changes"], said, bool(at_end))
    if named is None or changes is None or any(last for _, last in named):
        return None
    found = [about(change, target, every=False) for target, _ in named for change in changes]
    return AmendingReading(tuple(found), instrument=name)


def _chain(words: str, said: Said, at_end: bool) -> list[Instruction] | None:
    both = _BOTH.fullmatch(words)
    if both is not None:
        pairs = ((both["first"], both["now"]), (both["second"], both["other"]))
        return [_replacing(said.masked.of(was), said.masked.of(now), said.line) for was, now in pairs]
    found: list[Instruction] = []
    at, last = 0, ""
    while at < len(words):
        every = _ALL_OF.match(words, at) is not None
        kind, match = next(
            ((kind, one) for kind, form in _FORMS_OF_CHANGE if (one := form.match(words, at)) is not None), ("", None)
        )
        if match is None and last == "replaced":
            kind, match = "replaced", _ELLIPSIS.match(words, at)
        if match is None:
            return None
        change = _change(kind, match, said, at_end, every)
        if change is None:
            return None
        found.append(change)
        at, last = match.end(), kind
        if at < len(words):
            join = _AND.match(words, at)
            if join is None:
                return None
            at = join.end()
    return found


def _replacing(was: str, now: str, line: int) -> Instruction:
    return Instruction(operation=AmendingOperation.REPLACE, line=line, was=was, now=now)


def _change(kind: str, match: re.Match[str], said: Said, at_end: bool, every: bool) -> Instruction | None:
    groups = match.groupdict()
    now = said.masked.of(groups["now"]) if groups.get("now") else ""
    if kind == "added":
        return Instruction(operation=AmendingOperation.INSERT, line=said.line, now=now, place=InsertionPlace.END)
    was = said.masked.of(groups["was"])
    times = [groups[name] for name in ("every", "each") if groups.get(name)]
    every = every or any(word != "respectivement" for word in times)
    if kind == "gone":
        return Instruction(operation=AmendingOperation.REMOVE, line=said.line, was=was, every=every, at_end=at_end)
    if kind == "after":
        now = put_beside(was, now)
    elif kind == "before":
        now = put_beside(now, was)
    return Instruction(
        operation=AmendingOperation.REPLACE, line=said.line, was=was, now=now, every=every, at_end=at_end
    )


def _named(words: str, said: Said) -> tuple[list[tuple[AmendedClause, bool]] | None, str]:
    ref, name = instrument(words.rstrip(", "))
    return targets(ref, said.within), name


def _with_name(reading: AmendingReading | None, name: str) -> AmendingReading | None:
    return None if reading is None else AmendingReading(reading.instructions, reading.opened, name)


def _rewrite(match: re.Match[str], said: Said) -> AmendingReading | None:
    named, name = _named(match["ref"], said)
    return _with_name(rewriting(named, said.masked.of(match["now"]), said.line), name)


def _remove(match: re.Match[str], said: Said) -> AmendingReading | None:
    named, name = _named(match["ref"], said)
    return _with_name(removals(named or (), said.line), name)


_N_OF_NEW = (
    rf"(?:[LRDA]\.? ?\*?)?[0-9]{{1,4}}(?:er)?(?:-[0-9]{{1,3}})*(?: ?°)?(?: (?:{LATIN_WORDS}))?(?: [A-Z]\b)?"
    rf"|[IVX]{{1,5}}(?: (?:{LATIN_WORDS}))?|[A-H](?: (?:{LATIN_WORDS}))?|[a-z](?: (?:{LATIN_WORDS}))?\)?"
)
_NEW = re.compile(
    r"(?:(?:un|une|des|le|la|les|l'|deux|trois|quatre|cinq|six|sept|huit) ?)?(?:nouve(?:l|lle|au|aux|lles) )?"
    r"(?:(?P<unit>articles?|alinéas?|phrases?|paragraphes?|points?|lettres?|tirets?|chapitres?|sections?|titres?"
    r"|annexes?"
    rf"|chiffres?|numéros?|§{{1,2}})(?: (?P<n>{_N_OF_NEW})(?:(?:, | et | à )(?:{_N_OF_NEW}))*)?"
    rf"|(?P<item>{_N_OF_NEW})(?:(?:, | et | à )(?:{_N_OF_NEW}))*)(?!\w)"
    rf"(?: nouve(?:l|lle|au|aux|lles))?(?: suivante?s?)?(?:,? ainsi (?:rédigée?s?|libellée?s?|conçue?s?)"
    rf"|,? (?:rédigée?s?"
    r"|libellée?s?) comme suit)?"
)


def _new(
    words: str, place: InsertionPlace, target: AmendedClause | None, now: str, line: int
) -> AmendingReading | None:
    """Return the insertion of a unit that the sentence names and the quotation prints."""
    new = _NEW.fullmatch(words.strip())
    if new is None or target is None:
        return None
    unit = new["unit"] or ""
    if unit.startswith("phrase"):
        return AmendingReading((insertion(target, Level.SENTENCE, place, now, line),))
    first = read_number(now, law=law_named("fr"))
    if unit.startswith("article"):
        return _new_article(new, place, target, now, line)
    if first is not None and (new["item"] or unit.startswith(("point", "lettre", "§", "paragraphe"))):
        printed = re.sub(r"\W|er$", "", new["item"] or new["n"] or "")
        if printed and re.sub(r"\W", "", first.bare) != printed:
            return None  # the sentence and the quotation name different numbers
    if not target.clause:
        return None
    return AmendingReading((insertion(target, Level.PARAGRAPH, place, now, line),))


def _new_article(
    new: re.Match[str], place: InsertionPlace, target: AmendedClause, now: str, line: int
) -> AmendingReading | None:
    first, named = read_number(now, law=law_named("fr")), new["n"]
    label = f"Article {named}" if named else ""
    announced = read_number(f"{label}\n", law=law_named("fr")) if label else None
    if first is not None and announced is not None and (first.style, first.value) != (announced.style, announced.value):
        return None
    if first is None and announced is None:
        return None
    if not target.clause:
        place = InsertionPlace.BY_NUMBER
    return AmendingReading((insertion(target, Level.ARTICLE, place, now, line, first.bare if first else label),))


def _insert_beside(match: re.Match[str], said: Said) -> AmendingReading | None:
    named, name = _named(match["ref"], said)
    place = InsertionPlace.AFTER if match["side"].lower() == "après" else InsertionPlace.BEFORE
    if not named:
        return None
    return _with_name(_new(match["new"], place, named[-1][0], said.masked.of(match["now"]), said.line), name)


def _append(match: re.Match[str], said: Said) -> AmendingReading | None:
    groups = match.groupdict()
    named, name = _named(groups["ref"], said) if groups.get("ref") else ([(said.within or AmendedClause(), False)], "")
    if not named or len(named) > 1:
        return None
    now = said.masked.of(match["now"])
    return _with_name(_new(match["new"], InsertionPlace.END, named[0][0], now, said.line), name)


def _complete(match: re.Match[str], said: Said) -> AmendingReading | None:
    """Read *est complété par les mots : « X »*, which puts words before the last stop."""
    named, name = _named(match["ref"], said)
    if not named or any(last for _, last in named):
        return None
    now = said.masked.of(match["now"])
    found = tuple(insertion(target, None, InsertionPlace.END, now, said.line) for target, _ in named)
    return AmendingReading(found, instrument=name) if all(target.clause for target, _ in named) else None


def _relabel(match: re.Match[str], said: Said) -> AmendingReading | None:
    ref, name = instrument(match["ref"])
    old = expanded(ref, said.within)
    if not old:
        return None
    label = re.sub(r"^(?:respectivement |désormais )", "", match["label"])
    new = expanded(label, AmendedClause(old[0][0].clause, old[0][0].parts[:-1]))
    if new is None or len(old) != len(new):
        return None
    found = []
    for (was, _), (now, number) in zip(old, new, strict=True):
        if len(was.parts) != len(now.parts):
            return None
        printed = number.rstrip(")").replace("°", "").strip()
        printed = f"Article {printed}" if not now.parts and not printed[0].isdigit() else printed
        found.append(
            Instruction(
                operation=AmendingOperation.RELABEL, line=said.line, clause=was.clause, parts=was.parts, label=printed
            )
        )
    return AmendingReading(tuple(found), instrument=name)


_NAMED_ACT = re.compile(
    r"(?:le|la|l'|les) ?(?P<name>(?:loi|décret|code|règlement|arrêté|ordonnance|directive|décision|convention"
    r"|délibération"
    r"|instruction|circulaire|accord|protocole)\b.*)", re.I
)  # fmt: skip


def _open(match: re.Match[str], said: Said) -> AmendingReading | None:
    ref = match["ref"].rstrip(", ")
    named, name = _named(ref, said)
    if named and len(named) == 1:
        return AmendingReading(opened=named[0][0], instrument=name)
    act = _NAMED_ACT.fullmatch(ref)
    return AmendingReading(opened=AmendedClause(), instrument=act["name"]) if act else None


def _turned(match: re.Match[str], said: Said) -> AmendingReading | None:
    """Read *À l'article 5, le deuxième alinéa est supprimé* as *Le deuxième alinéa est supprimé*, of article 5."""
    named, name = _named(match["outer"], said)
    if not named or len(named) > 1 or (not named[0][0].clause and named[0][0].parts):
        return None
    inner = Said(Masked(match["rest"], said.masked.quotations), said.line, named[0][0])
    found = AMENDING.form(inner)
    if found is None or (named[0][0].parts and _leaves(found, named[0][0])):
        return None
    return _with_name(found, found.instrument or name)


def _leaves(found: AmendingReading, outer: AmendedClause) -> bool:
    return any(one.clause != outer.clause for one in found.instructions)


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


_TEXT = rf"{_COLON}(?P<now>{QUOTED})"
_SO = r"(?:ainsi (?:rédigée?s?|libellée?s?|conçue?s?)|(?:rédigée?s?|libellée?s?) (?:comme suit|ainsi qu'il suit))"
_HEAD = rf"(?P<ref>{_REF})"
_INSERTED = r"(?:(?:il )?(?:est|sont) (?:insérée?s?|ajoutée?s?|introduite?s?|créée?s?|rétablie?s?)|insérer|ajouter)"
_FORMS = (
    SentenceForm(
        _form(
            rf"{_HEAD} (?:{_BE}|sont) (?:ainsi modifiée?s?|modifiée?s? (?:comme suit"
            rf"|ainsi qu'il suit))(?: ?:)?"
        ),
        _open,
    ),
    SentenceForm(
        _form(
            rf"{_HEAD} (?:{_BE} (?:{_SO}|{_REPLACED} par (?:(?:les dispositions|le texte|les textes"
            rf"|ce qui) ?(?:suivante?s?"
            rf"|suit)?|[^⟦⟧:;]{{3,60}}? (?:suivante?s?|{_SO}))|modifiée?s? comme suit)|se lit comme suit"
            rf"|prend la teneur suivante)"
            rf"{_TEXT}"
        ),
        _rewrite,
    ),
    SentenceForm(_form(rf"{_HEAD} {_BE} (?:abrogée?s?|supprimée?s?)"), _remove),
    SentenceForm(_form(rf"{_BE} (?:abrogée?s?|supprimée?s?)(?: :)? {_HEAD}"), _remove),
    SentenceForm(_form(rf"(?:abroger|supprimer) {_HEAD}"), _remove),
    SentenceForm(
        _form(rf"(?P<side>Après|Avant) {_HEAD},? {_INSERTED} (?P<new>[^⟦⟧:;]{{2,80}}?){_TEXT}"), _insert_beside
    ),
    SentenceForm(
        _form(rf"(?P<new>[^⟦⟧:;]{{2,60}}?) {_BE} (?:insérée?s?|ajoutée?s?) (?P<side>après|avant) {_HEAD}{_TEXT}"),
        _insert_beside,
    ),
    SentenceForm(_form(rf"{_HEAD} {_BE} complétée?s? (?:in fine )?par {_KIND}{_TEXT}"), _complete),
    SentenceForm(
        _form(rf"{_HEAD} {_BE} complétée?s? par (?:la |les |l'|le )?(?P<new>[^⟦⟧:;]{{2,80}}?){_TEXT}"), _append
    ),
    SentenceForm(
        _form(
            rf"(?:À la fin (?:du|de la|de l') ?|À |Au |Aux |Dans "
            rf"|A ){_HEAD},? {_INSERTED} (?P<new>[^⟦⟧:;]{{2,80}}?){_TEXT}"
        ),
        _append,
    ),
    SentenceForm(_form(rf"Il (?:est|sont) (?:ajouté|inséré) (?P<new>[^⟦⟧:;]{{2,80}}?){_TEXT}"), _append),
    SentenceForm(
        _form(
            rf"(?P<new>(?:L'|Le |La |Les )[^⟦⟧:;]{{2,60}}? suivante?s?) {_BE} (?:ajoutée?s?"
            rf"|insérée?s?){_TEXT}"
        ),
        _append,
    ),
    SentenceForm(_form(rf"{_HEAD} (?:devient|deviennent)(?: respectivement)? (?P<label>[^⟦⟧:;]{{1,80}})"), _relabel),
    SentenceForm(_form(rf"(?:(?P<ref>(?:À|Au|Aux|Dans|A|Après|Avant) {_REF}),? )?(?P<changes>{_ANY}.*)"), _changes),
    SentenceForm(
        _form(
            rf"(?:(?P<ref>(?:À|Au|Aux|Dans|A) {_REF}),? )?(?P<changes>(?:après|avant|est|sont|remplacer|supprimer"
            rf"|insérer"
            rf"|ajouter|il est|les deux|toutes les|chaque) .*⟦.*)"
        ),
        _changes,
    ),
    SentenceForm(
        _form(
            rf"(?:À |Au |Aux |Dans |A )(?P<outer>{_REF}),? (?P<rest>(?:le |la |les |l'|il est |après "
            rf"|avant ).*)"
        ),
        _turned,
    ),
)


def _spelling(words: str) -> str:
    words = words.replace("’", "'").replace("ʼ", "'")
    return re.sub(r"^A (?=l'|la |cet)", "À ", words)


AMENDING = SpacedAmending(
    examples=Examples(
        replace="À l'article 5, les mots : « X » sont remplacés par les mots : « Y ».",
        every="à chaque occurrence",
        item="le 2° de l'article 5",
        relabel="L'article 6 devient l'article 7.",
        renumber="L'article 6 devient l'article 7.",
        behind="Après l'article 3, il est inséré un article 3 bis ainsi rédigé : « Art. 3 bis. – … »",
        place="Après l'article 3",
        numbered="Après l'article 3, il est inséré un article 3 bis ainsi rédigé : « Art. 3 bis. – … »",
        number="Art. 3 bis",
        item_number="Après le 2° de l'article 5, il est inséré un 3° ainsi rédigé : « 3° … »",
        insert_item="L'article 5 est complété par un alinéa ainsi rédigé : « … »",
        inserted="3 bis",
    ),
    marks=Quotations({"«": "»", "“": "”", "„": "”“"}, repeats="«"),
    verbs=re.compile(
        r"\b(?:remplacée?s?|abrogée?s?|supprimée?s?|insérée?s?|ajoutée?s?|complétée?s?|modifiée?s?|rédigée?s?"
        r"|rétablie?s?"
        r"|deviennent|devient|libellée?s?|remplacer|insérer|supprimer|abroger|ajouter|introduite?s?|créée?s?)\b"
        r"|^\W{0,3}(?:À l['’]article|Au (?:premier|deuxième|second|[0-9]+°))"
    ),
    entries=re.compile(
        r"\s*(?:(Art(?:icle|\.) (?:[0-9]{1,3}(?:er)?|premier|unique)\.?(?: ?[-–—])? (?=[A-ZÀÉ]))"
        rf"|([IVX]{{1,5}}(?: (?:{LATIN_WORDS}))?\.?(?: ?[-–—])\s*|[IVX]{{1,5}}\.\s+)|([A-Z]\.?(?: ?[-–—])\s*)"
        rf"|([0-9]{{1,3}} ?°(?: (?:{LATIN_WORDS}))?\.?\)?\s*|[0-9]{{1,3}}[.)]\s+)"
        rf"|([a-z](?: (?:{LATIN_WORDS}))?\)\s*)|([-–—]\s+))"
    ),
    breaks=re.compile(r"(?<=[:;.])[ \u00a0]+(?=(?:[0-9]{1,2} ?°[ \u00a0]|[a-z]\)[ \u00a0]|[IVX]{1,5}\. ?[-–—]))"),
    halves=re.compile(r"[,;]? et (?=(?:le |la |les |l'|après |au |à |il )|[0-9])|; |, (?=(?:le |la |les |l'|il ))"),
    forms=_FORMS,
    article=re.compile(rf"[Aa]rticles? (?:[0-9]+(?:er)?(?:[ ](?:{LATIN_WORDS}))?|premier)(?![\w-])"),
    article_list=re.compile(r"[Aa]rticles [0-9]"),
    ignored=re.compile(r"Art(?:icle|\.) (?:[0-9]{1,3}(?:er)?|[IVX]{1,6}|premier|unique)\.?"),
    spelling=_spelling,
)
"""The amending sentences of French decisions."""
