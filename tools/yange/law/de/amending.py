"""Read the amending sentences of German, Austrian and Swiss decisions.

The forms are those of the Handbuch der Rechtsförmlichkeit (Germany, 3rd edition, part C, nos. 493 ff., and the
4th edition's *durch … ersetzt*), the Legistische Richtlinien 1990 (Austria, nos. 120 ff.: *lautet*, *entfällt*, *samt
Überschrift*) and the Gesetzestechnische Richtlinien (Switzerland)::

    In § 5 Absatz 2 wird die Angabe „X“ durch die Angabe „Y“ ersetzt.
    In § 5 Abs. 2 Satz 1 werden nach dem Wort „X“ die Wörter „Y“ eingefügt und das Wort „Z“ gestrichen.
    § 5 wird wie folgt gefasst: „…“      § 5 Abs. 2 lautet: „…“      § 5 wird durch den folgenden § 5 ersetzt: „…“
    § 7 wird aufgehoben.                 Die §§ 7 bis 9 werden aufgehoben.      § 12 samt Überschrift entfällt.
    Nach § 3 wird folgender § 3a eingefügt: „…“      Dem § 5 wird folgender Absatz 4 angefügt: „…“
    Der bisherige Absatz 3 wird Absatz 4.
    § 5 wird wie folgt geändert:  a) In Absatz 1 …  b) Absatz 2 …
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
from yange.law.de.amended_clauses import CLAUSE_NUMBER, UNITS, expanded, targets, value
from yange.law.de.numbers import ARTICLE, SIGN
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

_REF = "[^⟦⟧:;]{1,160}?"
_Q = QUOTED
_KIND = (
    r"(?:(?:das|die|der|den|dem|des) )?(?:(?:jeweilige|bisherige)[nrsm]? )?(?:Angaben?|Worte?n?|Wörtern?"
    r"|Zahl(?:en)?|Ziffern?"
    r"|Betrag(?:es)?|Beträge|Bezeichnung(?:en)?|Wortfolgen?|Ausdrucks?|Ausdrücken?|Zitate?n?|Klammerausdruck"
    r"|Verweis(?:ung)?"
    r"|Verweisung(?:en)?|Textteile?|Datum|Daten|Begriffe?n?|Satzteil|Klammerzusatz|Textstelle|Textpassage|Passage"
    r"|Wendung"
    r"|Einheit|Jahreszahl|Zahlenangabe|Formulierung|Wortteil|Wortgruppe|Prozentsatz|Name|Abkürzung|Zeitangabe|Buchstabe"
    r"|Paragraphenbezeichnung|Absatzbezeichnung|Zeichen|Zeichenfolge|Silbe|Kurzbezeichnung|Nummernbezeichnung)"
)
_STOPS = {"Punkt": ".", "Komma": ",", "Semikolon": ";", "Strichpunkt": ";", "Doppelpunkt": ":"}
_STOP_WORDS = "|".join((*_STOPS, "Beistrich"))
_A_STOP = rf"(?:(?:der|das|den|dem|ein|einen|einem) )?(?P<%s>{_STOP_WORDS})"
_AT_END = r"(?: am (?:Ende|Schluss|Schluß)(?: (?:der|des) [\w. ]{3,40}?)?)?"
_WORD = rf"(?:{_KIND} )?(?P<%s>{_Q})"
_PAIR = re.compile(
    rf"(?:{_WORD % 'was'}|{_A_STOP % 'stop'})(?P<end>{_AT_END}) (?:durch|gegen) "
    rf"(?:{_A_STOP % 'stop_now'}(?: und )?)?(?:{_WORD % 'now'})?"
)
_BESIDE = re.compile(
    rf"(?:nach|vor) (?:{_WORD % 'was'}|{_A_STOP % 'stop'})(?P<end>{_AT_END}) "
    rf"(?:{_A_STOP % 'stop_now'}(?: und | sowie )?)?(?:{_WORD % 'now'})?"
)
_GONE = re.compile(rf"(?:{_WORD % 'was'}|{_A_STOP % 'stop'})(?P<end>{_AT_END})")
_ADDED = re.compile(rf"(?:am (?:Ende|Schluss|Schluß) )?(?:{_A_STOP % 'stop_now'}(?: und )?)?(?:{_WORD % 'now'})?")
_VERB = re.compile(r" ?(?:(?P<replaced>ersetzt)|(?P<beside>eingefügt|ergänzt)|(?P<added>angefügt|hinzugefügt)"
                   r"|(?P<gone>gestrichen|aufgehoben|weggelassen))(?!\w)")  # fmt: skip
_AND = re.compile(r",? (?:und|sowie) (?:es )?|[,;] ")
_MORE = re.compile(
    rf"(?:in|im|In|Im) (?P<ref>[^⟦⟧:;]{{1,160}}?) (?=(?:(?:nach|vor) )?(?:(?:{_KIND} )?⟦"
    rf"|(?:der|das|den|dem|ein|einen|einem) (?:{_STOP_WORDS})\b)|i[nm] |am Ende )"
)
_AUXILIARY = re.compile(r" (?:wird|werden|sind|ist)(?= )")
_EACH = re.compile(r" (?:jeweils|überall|durchgängig|durchgehend|an allen Stellen|an jeder Stelle)(?= )")
_ENTFAELLT = re.compile(rf"(?P<head>(?:In|Im) {_REF}) (?:entfällt|entfallen) (?P<rest>.*⟦.*)")


def _words(said: Said) -> str:
    return said.masked.words


def _changes(match: re.Match[str], said: Said) -> AmendingReading | None:
    """Read changes of words, each group with its verb at its end: nach „A“ „B“ eingefügt und „C“ gestrichen."""
    words = _AUXILIARY.sub("", match[0])
    every = _EACH.search(words) is not None
    words = _EACH.sub("", words)
    here: list[AmendedClause] | None = [said.within] if said.within is not None else None
    outer = said.within
    found: list[Instruction] = []
    at = 0
    while at < len(words):
        inner = outer
        while (more := _MORE.match(words, at)) is not None:
            named = targets(more["ref"], inner)
            if named is None or any(last for _, last in named):
                return None
            here, at = [target for target, _ in named], more.end()
            inner = here[-1]
            outer = inner if outer is said.within else outer
        group = _group(words, at, said)
        if group is None or here is None:
            return None
        changes, at = group
        found += [about(change, target, every=every) for target in here for change in changes]
        if at < len(words):
            join = _AND.match(words, at)
            if join is None:
                return None
            at = join.end()
            words = words[:at] + words[at : at + 1].lower() + words[at + 1 :] if words[at : at + 2] == "In" else words
    return AmendingReading(tuple(found))


def _group(words: str, at: int, said: Said) -> tuple[list[Instruction], int] | None:
    """Return the changes before the next verb, and where it ends."""
    verb = _VERB.search(words, at)
    if verb is None:
        return None
    kind = verb.lastgroup or ""
    if kind in ("beside", "added"):
        kind = "beside" if re.match("(?:nach|vor|Nach|Vor) ", words[at:]) else "added"
    pattern = {"replaced": _PAIR, "beside": _BESIDE, "added": _ADDED, "gone": _GONE}[kind]
    changes: list[Instruction] = []
    while at < verb.start():
        lower = words[at : at + 1].lower() + words[at + 1 : verb.start()]
        match = pattern.match(lower)
        if match is None or not match.end():
            return None
        change = _change(kind, match, said)
        if change is None:
            return None
        changes.append(change)
        at += match.end()
        if at < verb.start() and (join := _AND.match(words, at)) is not None:
            at = join.end()
    return (changes, verb.end()) if changes and at == verb.start() else None


def _change(kind: str, match: re.Match[str], said: Said) -> Instruction | None:
    groups = match.groupdict()
    was = said.masked.of(groups["was"]) if groups.get("was") else _stop(groups.get("stop"))
    now = said.masked.of(groups["now"]) if groups.get("now") else ""
    stop = _stop(groups.get("stop_now"))
    now = f"{stop} {now}" if stop and now else stop or now
    if groups.get("stop") and kind == "replaced" and not stop:
        now = f" {now}"
    at_end = bool(groups.get("end"))
    operation = AmendingOperation.REPLACE
    if kind == "gone":
        return Instruction(operation=AmendingOperation.REMOVE, line=said.line, was=was, at_end=at_end) if was else None
    if not now:
        return None
    if kind == "added":
        return Instruction(operation=AmendingOperation.INSERT, line=said.line, now=now, place=InsertionPlace.END)
    if not was:
        return None
    if kind == "beside":
        now = put_beside(was, now) if match[0].startswith("nach") else put_beside(now, was)
    return Instruction(operation=operation, line=said.line, was=was, now=now, at_end=at_end)


def _stop(word: str | None) -> str:
    return _STOPS.get((word or "").replace("Beistrich", "Komma"), "")


def _lacking(match: re.Match[str], said: Said) -> AmendingReading | None:
    """Read *In § 5 entfällt die Wortfolge „X“*: the verb is before the words."""
    words = re.sub(r"(?P<head>.*?) (?:entfällt|entfallen) (?P<rest>.*)", r"\g<head> \g<rest> gestrichen", match[0])
    turned = re.fullmatch(".*", words)
    return _changes(turned, said) if turned else None


def _rewrite(match: re.Match[str], said: Said) -> AmendingReading | None:
    return rewriting(targets(match["ref"], said.within), said.masked.of(match["now"]), said.line)


def _remove(match: re.Match[str], said: Said) -> AmendingReading | None:
    return removals(targets(match["ref"], said.within) or (), said.line)


_NEW = re.compile(
    r"(?:(?:der|die|das|ein|eine|einen) )?(?:neue[rsn]? |weitere[rsn]? )?(?:[Ff]olgende[rsnm]? )?(?:neue[rsn]? "
    r"|weitere[rsn]? )?"
    rf"(?:(?P<unit>§{{1,2}}|Artikel|Art\.|Absatz|Absätze|Abs\.|Nummern?|Nrn?\.|Ziffern?|Ziff\.|Z|Buchstaben?"
    rf"|Buchst\.|lit\."
    r"|Bst\.|Doppelbuchstaben?|Satz|Sätze|Sätzen|Abschnitte?|Kapitel|Unterabschnitt|Teil|Titel|Anlagen?|Anhang)"
    rf"(?: (?P<n>{CLAUSE_NUMBER}|[a-z]{{1,2}}\b|[IVX]+)(?:(?: bis |, | und )(?:{CLAUSE_NUMBER}|[a-z]{{1,2}}\b))*)?)"
    r"(?: (?:samt|mit|nebst) (?:\w+ )?Überschrift(?:en)?)?"
)
_SENTENCES = ("Satz", "Sätze", "Sätzen")


def _insert(
    place: InsertionPlace, target: AmendedClause | None, new: re.Match[str], now: str, line: int
) -> AmendingReading | None:
    """Return the insertion of a unit that the sentence names and the quotation prints."""
    if target is None:
        return None
    unit, named = new["unit"], new["n"]
    if unit in _SENTENCES:
        return AmendingReading((insertion(target, Level.SENTENCE, place, now, line),))
    first = read_number(now, law=law_named("de"))
    article = unit.startswith(("§", "Art"))
    numbered = article or unit not in ("Anlage", "Anlagen", "Anhang")
    if named and first is not None and numbered and first.value != value(named):
        return None  # the sentence and the quotation name different numbers
    if article:
        label = first.bare.rstrip(".") if first is not None else f"{unit.replace('§§', '§')} {named}" if named else ""
        if first is not None and first.style not in (SIGN, ARTICLE):
            return None
        return AmendingReading((insertion(target, Level.ARTICLE, place, now, line, label),))
    if first is None and named and unit.startswith(("Abs", "Num", "Nr", "Buch", "lit", "Bst", "Z")):
        return None  # the number in the form of the text is not known
    if target.clause == "" and not target.parts:
        return None
    return AmendingReading((insertion(target, Level.PARAGRAPH, place, now, line),))


def _target(words: str, said: Said) -> AmendedClause | None:
    named = targets(words, said.within)
    return named[-1][0] if named else None


def _insert_beside(match: re.Match[str], said: Said) -> AmendingReading | None:
    place = InsertionPlace.AFTER if match["side"].lower() == "nach" else InsertionPlace.BEFORE
    new = _NEW.fullmatch(match["new"])
    return _insert(place, _target(match["ref"], said), new, said.masked.of(match["now"]), said.line) if new else None


def _insert_in(match: re.Match[str], said: Said) -> AmendingReading | None:
    """Read *In § 5 wird nach Absatz 1 folgender Absatz 2 eingefügt*."""
    outer = _target(match["outer"], said)
    return None if outer is None else _insert_beside(match, Said(said.masked, said.line, outer))


def _turned(match: re.Match[str], said: Said) -> AmendingReading | None:
    """Read *In § 5 wird Absatz 3 aufgehoben* as *Absatz 3 wird aufgehoben*, of § 5."""
    outer = _target(match["outer"], said)
    words = f"{match['subject']} {match['be']} {match['rest']}"
    said = Said(Masked(words, said.masked.quotations), said.line, outer)
    return None if outer is None else AMENDING.form(said)


def _append(match: re.Match[str], said: Said) -> AmendingReading | None:
    new = _NEW.fullmatch(match["new"])
    target = _target(match["ref"], said) if match["ref"] else said.within
    if new is not None and target is None and new["unit"].startswith(("§", "Art")):
        target = AmendedClause()
    if new is None or target is None:
        return None
    now = said.masked.of(match["now"])
    if match["verb"] == "vorangestellt":
        unit = new["unit"]
        if unit in _SENTENCES:
            return AmendingReading((insertion(target, Level.SENTENCE, InsertionPlace.BEFORE, now, said.line),))
        return None
    if new["unit"].startswith(("§", "Art")) and not target.clause:
        return _insert(InsertionPlace.BY_NUMBER, AmendedClause(), new, now, said.line)
    return _insert(InsertionPlace.END, target, new, now, said.line)


def _relabel(match: re.Match[str], said: Said) -> AmendingReading | None:
    old = expanded(match["ref"], said.within)
    new = expanded(match["label"], old[0] if old else said.within)
    if old is None or new is None or len(old) != len(new):
        return None
    found = tuple(
        Instruction(
            operation=AmendingOperation.RELABEL,
            line=said.line,
            clause=was.clause,
            parts=was.parts,
            label=(now.parts[-1].printed if now.parts else now.clause).split(" ", 1)[1],
        )
        for was, now in zip(old, new, strict=True)
        if len(was.parts) == len(now.parts) and was.parts[:-1] == now.parts[:-1]
    )
    return AmendingReading(found) if len(found) == len(old) else None


def _open(match: re.Match[str], said: Said) -> AmendingReading | None:
    target = _target(match["ref"], said)
    if target is not None:
        return AmendingReading(opened=target)
    instrument = re.match(r"(?:Das|Die|Der) (?P<name>[^⟦⟧]{3,400})$", match["ref"])
    named = bool(instrument) and not re.match(rf"(?:Das|Die|Der) (?:{'|'.join(UNITS.values())})", match["ref"])
    return AmendingReading(opened=AmendedClause(), instrument=instrument["name"]) if instrument and named else None


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_TEXT = rf": ?(?P<now>{_Q})"
_BE = "(?:wird|werden)"
_FORMS = (
    SentenceForm(_form(rf"(?P<ref>{_REF}) {_BE} wie folgt geändert:?"), _open),
    SentenceForm(
        _form(
            rf"(?P<ref>{_REF}) (?:{_BE} wie folgt (?:neu )?(?:gefasst|gefaßt|ersetzt)"
            r"|(?:erhält|erhalten) (?:die )?folgende[n]? (?:neue[n]? )?(?:Fassung|Wortlaut)"
            r"|(?:lautet|lauten)(?: (?:neu|wie folgt|nunmehr|künftig))?|hat folgenden Wortlaut"
            rf"|{_BE} durch (?:den |die |das )?(?:nach)?folgende[nrs]? [^⟦⟧:]{{2,60}}? ersetzt){_TEXT}"
        ),
        _rewrite,
    ),
    SentenceForm(
        _form(rf"(?P<ref>{_REF}) (?:{_BE} (?:ersatzlos )?(?:aufgehoben|gestrichen)|entfällt|entfallen|fällt weg)"),
        _remove,
    ),
    SentenceForm(
        _form(
            rf"(?P<side>Nach|Vor|nach|vor) (?P<ref>{_REF}) {_BE} (?P<new>[^⟦⟧:]{{2,80}}?) (?:eingefügt|angefügt){_TEXT}"
        ),
        _insert_beside,
    ),
    SentenceForm(
        _form(
            rf"(?:In|Im) (?P<outer>{_REF}) {_BE} (?P<side>nach|vor) (?P<ref>[^⟦⟧:]{{2,60}}?)"
            rf" (?P<new>(?:der |die |das )?folgende[^⟦⟧:]{{2,80}}?) (?:eingefügt|angefügt){_TEXT}"
        ),
        _insert_in,
    ),
    SentenceForm(
        _form(
            rf"(?:(?:Dem|Der|Den|In|Im|An|dem|der) (?P<ref>{_REF}) {_BE}|Es {_BE}) (?P<new>[^⟦⟧:]{{2,80}}?) "
            rf"(?:neu )?(?P<verb>angefügt|hinzugefügt|vorangestellt|eingefügt){_TEXT}"
        ),
        _append,
    ),
    SentenceForm(
        _form(
            rf"(?P<ref>(?!))?(?P<new>[Ff]olgende[rsn]? [^⟦⟧:]{{2,60}}?) {_BE} (?:neu )?(?P<verb>angefügt|hinzugefügt"
            rf"|eingefügt){_TEXT}"
        ),
        _append,
    ),
    SentenceForm(
        _form(
            rf"(?P<ref>{_REF}) {_BE} (?:zu(?:r|m|n|den)? )?(?P<label>(?:(?:der|die|das|den|dem) )?(?:neue[nrs]? )?"
            rf"(?:§|Artikel|Art\.|Absatz|Absätzen?|Abs\.|Nummern?|Nr\.|Nrn\.|Ziffern?|Z|Buchstaben?|Buchst\.|lit\."
            rf"|Bst\."
            rf"|Doppelbuchstaben?)[^⟦⟧:;]{{1,60}})"
        ),
        _relabel,
    ),
    SentenceForm(
        _form(
            rf"(?:In|Im) (?P<outer>{_REF}) (?P<be>{_BE}) (?P<subject>{_REF}) (?P<rest>(?:wie folgt|durch (?:den "
            rf"|die |das )?"
            r"(?:nach)?folgende|aufgehoben|gestrichen|ersatzlos|(?:(?:der|die|das|den|dem) )?(?:neue[nrs]? )?"
            r"(?:§|Absatz|Absätze|Nummern?|Buchstaben?|Doppelbuchstaben?)\b).*)"
        ),
        _turned,
    ),
    SentenceForm(_ENTFAELLT, _lacking),
    SentenceForm(
        _form(
            rf"[^:]*?(?:⟦|\b(?:{_STOP_WORDS})\b).*"
            r"(?:ersetzt|eingefügt|ergänzt|angefügt|gestrichen|hinzugefügt|aufgehoben|weggelassen)"
        ),
        _changes,
    ),
)

AMENDING = SpacedAmending(
    examples=Examples(
        replace="In § 5 Absatz 2 wird die Angabe „X“ durch die Angabe „Y“ ersetzt.",
        every="jeweils",
        item="§ 5 Absatz 2 Nummer 1",
        relabel="Der bisherige § 6 wird § 7.",
        renumber="Der bisherige § 6 wird § 7.",
        behind="Nach § 3 wird folgender § 3a eingefügt: „§ 3a …“",
        place="Nach § 3",
        numbered="Nach § 3 wird folgender § 3a eingefügt: „§ 3a …“",
        number="§ 3a",
        item_number="Dem § 5 wird folgender Absatz 4 angefügt: „(4) …“",
        insert_item="Dem § 5 wird folgender Absatz 4 angefügt: „(4) …“",
        inserted="3a",
    ),
    marks=Quotations({"„": "“”", "»": "«", "«": "»", "“": "”"}),
    verbs=re.compile(
        r"\b(?:wird|werden|lautet|lauten|entfällt|entfallen|erhält|erhalten)\b(?=.*(?:ersetzt|gefasst|gefaßt|eingefügt"
        r"|angefügt|gestrichen|aufgehoben|geändert|Fassung|hinzugefügt|vorangestellt|ergänzt|weggelassen|lautet|lauten"
        r"|entfällt|entfallen|§|Absatz|Absätze|Nummer|Buchstabe|Artikel|Abs\.|Wortlaut))"
        r"|^\W{0,3}(?:§|In |Die Wörter|Das Wort|Die Angabe|Nach (?:dem|der|§|Absatz|Artikel)|Dem |Der bisherige)",
        re.S,
    ),
    entries=re.compile(
        r"\s*(?:(Artikel [0-9IVX]{1,4}\.?\s(?=(?:In|Die|Das|Der|Nach|Dem)\s))|([0-9]{1,3}[a-z]?\.\s+)|([a-z]\)\s*)"
        r"|((?:([a-z])\5)\)\s*)|((?:([a-z])\7\7)\)\s*))"
    ),
    breaks=re.compile(r"(?<=[:;.,])\s+(?=(?:[0-9]{1,2}[a-z]?\.\s+[A-Z§]|([a-z])\1{0,2}\)\s))"),
    halves=re.compile(r"[,;]? (?:und|sowie) (?:(?=der |die |das |dem |in |im |nach |vor |§|Absatz)|es )?|; |, "),
    forms=_FORMS,
    article=re.compile(r"(?:§|Art\.|Artikel) ?[0-9]+[a-z]?(?!\w)"),
    article_list=re.compile(r"§§ ?[0-9]|Artikeln [0-9]|Artikel [0-9]+[a-z]?(?:,| und| bis) [0-9]"),
    ignored=re.compile(
        r"Artikel (?:[0-9]{1,3}|[IVX]{1,6})(?: Änderung (?:der|des|von) [^⟦⟧:]{2,200})?|Änderung (?:der|des) .{2,200}"
    ),
)
"""The amending sentences of German decisions."""
