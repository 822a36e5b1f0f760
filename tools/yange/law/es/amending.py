"""Read the amending sentences of decisions in Spanish: Spain and Latin America.

The forms are those of the Directrices de técnica normativa (Spain, 2005, nos. 54 to 63) and of the practice of Chile,
Argentina, Peru, Colombia, Uruguay and Mexico, whose verbs end in *-se*::

    En el artículo 5, se sustituye la expresión «X» por «Y».       Sustitúyese en el artículo 5 la palabra "X" por "Y".
    El artículo 5 queda redactado del siguiente modo: «…»          Modifícase el artículo 5, el que quedará así: "…"
    Se modifica el apartado 2 del artículo 5, que queda redactado como sigue: «…»
    Se suprime el apartado 3 del artículo 5.                       Deróganse los artículos 7 y 8.
    Se añade un artículo 5 bis, con la siguiente redacción: «…»    Agrégase al artículo 5 el siguiente inciso final: "…"
    El artículo 6 pasa a ser el artículo 7.
    El artículo 5 queda modificado como sigue: Uno. …  Dos. …
"""

from __future__ import annotations

import re

from yange.law.aspects.amending import (
    AmendedClause,
    AmendingOperation,
    AmendingReading,
    ClausePart,
    Examples,
    InsertionPlace,
    Instruction,
    PartKind,
)
from yange.law.aspects.citations import Level
from yange.law.es.amended_clauses import LATIN, expanded, instrument, targets
from yange.law.es.numerals import CARDINAL, ORDINAL, numeral
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

_VERBS = (
    ("se sustituye", (r"sustit[uú]y(?:e|a)n?se|re?empl[aá][zc][ae]n?se|c[aá]mbi[ae]n?se|se (?:sustituyen?"
                     r"|reemplazan?|cambian?)"
     r"|qued(?:a|an) sustituid[oa]s?|sustituir|reemplazar|se sustituirán?|reempl[aá]cense")),
    ("se suprime", (r"supr[ií]m[aei]n?se|elim[ií]n[ae]n?se|t[aá]ch[ae]n?se|se (?:suprimen?|eliminan?)|qued(?:a"
                   r"|an) (?:suprimid|eliminad)[oa]s?"
     r"|suprimir|eliminar")),
    ("se deroga", (r"der[oó](?:ga|gue)n?se|abr[oó](?:ga|gue)n?se|se (?:derogan?|abrogan?)|qued(?:a|an) (?:derogad"
                  r"|abrogad|sin (?:contenido|efecto))[oa]?s?"
     r"|derogar")),
    ("se añade", (r"(?:agr[eé]g(?:a|ue)|a[ñn][aá]d[ea]|adici[oó]n[ae]|incorp[oó]r[ae]|ins[eé]rt[ae]|interc[aá]l[ae]"
                 r"|introd[uú](?:c[ea]|zca))n?se"
     r"|se (?:añaden?|agregan?|adicionan?|incorporan?|insertan?|intercalan?|introducen?)|añadir|agregar|insertar"
     r"|intercalar|incorporar")),
    ("se modifica", (r"(?:modif[ií](?:ca|que)|ref[oó]rm[ae]|enmi[eé]nd[ae])n?se|se (?:modifican?|reforman?)"
                    r"|modificar|se da nueva redacción al?")),
)  # fmt: skip
_AS_SAID = tuple((verb, re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.I)) for verb, forms in _VERBS)


def _spelling(words: str) -> str:
    """Return words with each verb in one form: se sustituye for Sustitúyense and Quedan sustituidas."""
    for verb, forms in _AS_SAID:
        words = forms.sub(verb, words)
    return re.sub(
        r"(se (?:sustituye|suprime|deroga|añade|modifica)),? (?:asimismo|también|igualmente"
        r"|así)?,? ?",
        r"\1 ",
        words,
    )


_REF = "[^⟦⟧;]{1,220}?"
_KIND = (
    r"(?:(?:el|la|los|las|lo|al?|de la|del|de las|de los|un|una) )?(?:(?:siguientes?|nueva) )?"
    r"(?:(?:palabras?|expresi[óo]n(?:es)?|frases?|t[ée]rminos?|vocablos?|voz|voces|guarismos?|n[úu]meros?|cifras?"
    r"|oraci[óo]n|oraciones"
    r"|locuci[óo]n|importes?|referencias?(?: a)?|fechas?|años?|cantidad(?:es)?|sumas?|porcentajes?|montos?|plazos?"
    r"|denominaci[óo]n|menci[óo]n"
    r"|menciones|texto|conjunci[óo]n|preposici[óo]n|inciso|sigla|valor|tipo|edad|coma|punto|signo|caracteres|párrafo)"
    r"(?: siguientes?)?)?"
)
_COLON = ",? ?:? ?"
_WORD = rf"{_KIND}{_COLON}(?P<%s>{QUOTED})"
_ANY = rf"{_KIND}{_COLON}{QUOTED}"
_TIMES = (
    r"(?:,? (?P<every>(?:todas|las (?:dos|tres|cuatro)|cada una de las) (?:las )?veces(?: en)? que (?:aparecen?"
    r"|figuran?|se mencionan?|es mencionad[oa])"
    r"|cada vez que (?:aparecen?|figuran?|se mencionen?)|en tod[oa]s (?:sus|las) (?:menciones|apariciones"
    r"|ocasiones)(?: en que (?:aparecen?|figuran?))?"
    r"|dondequiera que (?:aparezcan?|figuren?)|donde aparezcan?)(?: en (?:él|el mismo|dicho artículo))?,?)?"
)
_EACH = _TIMES.replace("<every>", "<each>")
_INSIDE = r"(?:,? en (?P<in>[^⟦⟧;:]{3,120}?),?)?"
_BESIDE = r"(?:después del?|a continuación del?|luego del?|seguidamente del?|tras|antes del?)"
_CHANGES = (
    ("replaced", rf"se sustituye{_INSIDE} {_WORD % 'was'}{_TIMES},? (?:por|con) {_WORD % 'now'}{_EACH}"),
    ("replaced", rf"{_WORD % 'was'}{_TIMES} se sustituye por {_WORD % 'now'}{_EACH}"),
    ("replaced", rf"donde dice{_COLON}(?P<was>{QUOTED}),? (?:debe decir|dirá|diga){_COLON}(?P<now>{QUOTED})"),
    ("between", rf"se añade{_INSIDE},? entre {_WORD % 'was'} [ye] {_WORD % 'other'},? {_WORD % 'now'}"),
    ("between", rf"entre {_WORD % 'was'} [ye] {_WORD % 'other'},? se añade {_WORD % 'now'}"),
    ("beside", rf"se añade{_INSIDE},? (?P<side>{_BESIDE}) {_WORD % 'was'},? {_WORD % 'now'}"),
    ("beside", rf"(?P<side>{_BESIDE}) {_WORD % 'was'},? se añade {_WORD % 'now'}"),
    ("beside", rf"se añade{_INSIDE} {_WORD % 'now'},? (?P<side>{_BESIDE}) {_WORD % 'was'}"),
    ("gone", rf"se (?:suprime|deroga){_INSIDE} {_WORD % 'was'}{_TIMES}"),
    ("gone", rf"{_WORD % 'was'}{_TIMES} se (?:suprime|deroga)"),
    (
        "added",
        (
            rf"se añade(?:,? al final(?: (?:del?|de la"
            rf"|de su) (?P<in>[^⟦⟧;:]{{3,100}}?))?)?,? {_WORD % 'now'}(?:,? al final)?"
        ),
    ),
)
_FORMS_OF_CHANGE = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _CHANGES)
_ELLIPSIS = re.compile(rf"{_WORD % 'was'}{_TIMES},? por {_WORD % 'now'}", re.I)
_AND = re.compile(r"(?:[;,]? [ye],? |[;,] )", re.I)
_TAIL_REF = re.compile(
    r"(?P<changes>.*⟦\d+⟧),? (?:en|del?) (?P<ref>(?:el |la |los |las )?(?:art|apart|p[áa]rr|inc"
    r"|num|lit|letra|frac)[^⟦⟧;:]{1,150})",
    re.I,
)


def _changes(match: re.Match[str], said: Said) -> AmendingReading | None:
    """Read the changes of words of one or more clauses."""
    words, name = match[0], ""
    named: list[tuple[AmendedClause, bool]] | None = [(said.within, False)] if said.within is not None else None
    head = re.match(r"(?:en|al|a) (?P<ref>[^⟦⟧;:]{3,200}?),? (?=(?:se (?:sustituye|añade|suprime|deroga)|donde dice"
                    r"|entre|después|tras|a continuación|luego|antes"
                    rf"|{_KIND} ?⟦))", words, re.I)  # fmt: skip
    tail = _TAIL_REF.fullmatch(words) if head is None else None
    if head is not None:
        ref, name = instrument(head["ref"])
        named, words = targets(ref, said.within), words[head.end() :]
    elif tail is not None:
        ref, name = instrument(tail["ref"])
        named, words = targets(ref, said.within), tail["changes"]
    if named is not None and any(last for _, last in named):
        return None
    found = _chain(words, said, named)
    return AmendingReading(tuple(found[0]), instrument=found[1] or name) if found else None


def _chain(
    words: str, said: Said, named: list[tuple[AmendedClause, bool]] | None
) -> tuple[list[Instruction], str] | None:
    found: list[Instruction] = []
    at, last, name = 0, "", ""
    while at < len(words):
        kind, match = next(
            ((kind, one) for kind, form in _FORMS_OF_CHANGE if (one := form.match(words, at)) is not None), ("", None)
        )
        if match is None and last == "replaced":
            kind, match = "replaced", _ELLIPSIS.match(words, at)
        if match is None:
            return None
        here = named
        inside = match.groupdict().get("in")
        if inside:
            ref, other = instrument(inside)
            name = name or other
            here = targets(ref, named[0][0] if named and len(named) == 1 else said.within)
            named = here if not found else named
        if not here or any(end for _, end in here):
            return None
        change = _change(kind, match, said)
        found += [about(change, target, every=False) for target, _ in here]
        at, last = match.end(), kind
        if at < len(words):
            join = _AND.match(words, at)
            if join is None:
                return None
            at = join.end()
    return (found, name) if found else None


def _change(kind: str, match: re.Match[str], said: Said) -> Instruction:
    groups = match.groupdict()
    now = said.masked.of(groups["now"]) if groups.get("now") else ""
    if kind == "added":
        return Instruction(operation=AmendingOperation.INSERT, line=said.line, now=now, place=InsertionPlace.END)
    was, every = said.masked.of(groups["was"]), bool(groups.get("every") or groups.get("each"))
    if kind == "gone":
        return Instruction(operation=AmendingOperation.REMOVE, line=said.line, was=was, every=every)
    if kind == "between":
        other = said.masked.of(groups["other"])
        was, now = put_beside(was, other), put_beside(put_beside(was, now), other)
    elif kind == "beside":
        now = put_beside(now, was) if groups["side"].lower().startswith("antes") else put_beside(was, now)
    return Instruction(operation=AmendingOperation.REPLACE, line=said.line, was=was, now=now, every=every)


def _named(words: str, said: Said) -> tuple[list[tuple[AmendedClause, bool]] | None, str]:
    ref, name = instrument(words.strip(", "))
    return targets(ref, said.within), name


def _with_name(reading: AmendingReading | None, name: str) -> AmendingReading | None:
    return (
        None if reading is None else AmendingReading(reading.instructions, reading.opened, reading.instrument or name)
    )


def _rewrite(match: re.Match[str], said: Said) -> AmendingReading | None:
    named, name = _named(match["ref"], said)
    return _with_name(rewriting(named, said.masked.of(match["now"]), said.line), name)


def _remove(match: re.Match[str], said: Said) -> AmendingReading | None:
    named, name = _named(match["ref"], said)
    return _with_name(removals(named or (), said.line), name)


_FORMULA = re.compile(
    r",? ?(?:con (?:la siguiente redacción|el siguiente (?:tenor(?: literal)?|texto|contenido)"
    r"|la redacción siguiente|el texto siguiente)|del siguiente tenor(?: literal)?"
    r"|que (?:queda|quedan|quedará|tendrá|tendrán|dirá|dice|pasa)[^:]{0,60}|cuya redacción[^:]{0,30}|cuyo (?:texto"
    r"|tenor)[^:]{0,30}|en los (?:siguientes términos|términos siguientes)"
    r"|redactad[oa]s?[^:]{0,50}|(?:el|la|los|las) (?:cual|cuales|que)[^:]{0,60}|para quedar[^:]{0,30}"
    r"|quedando[^:]{0,60}|así|de la siguiente (?:manera|forma)"
    r"|como sigue|a saber)$",
    re.I,
)
_N_OF_NEW = (
    rf"\d{{1,4}}[º°]?(?:[ -](?:{LATIN})\b|-[A-Z]\b)?|[a-zñ](?: (?:{LATIN}))?\)|[IVXLC]{{1,8}}\b|{ORDINAL}"
    rf"|final|[úu]ltimo"
)
_NEW = re.compile(
    r"(?:(?:un|una|unos|unas|el|la|los|las|dos|tres|cuatro|cinco|como) )?(?:(?:nuev[oa]s?|siguientes?"
    r"|[úu]ltim[oa]) ){0,2}"
    rf"(?:(?P<nth>{ORDINAL}) )?"
    r"(?P<unit>art[íi]culos?|apartados?|p[áa]rrafos?|incisos?|letras?|literal(?:es)?|numeral(?:es)?|n[úu]meros?"
    r"|fracci[óo]n(?:es)?|puntos?|par[áa]grafos?"
    r"|disposici[óo]n(?:es)?(?: (?:adicional|transitoria|final|derogatoria)(?:es)?)?|cap[íi]tulos?"
    r"|secci[óo]n(?:es)?|t[íi]tulos?|anexos?|frases?|oraci[óo]n(?:es)?"
    rf"|enunciados?|apartes?)(?: nuev[oa]s?)?(?: (?P<n>{_N_OF_NEW})(?:(?:, | [ye] "
    rf"| al? )(?:{_N_OF_NEW}))*)?(?: nuev[oa]s?)?"
    r"(?:,? (?:el|la|los|las) siguientes?| siguientes?)?",
    re.I,
)
_PLACE = re.compile(
    rf"(?P<side>{_BESIDE}) (?:l[oa]s? |el )?(?P<beside>[^⟦⟧;:]{{3,150}})|(?:al?|en|de) (?P<end>(?:l[oa]s? "
    rf"|el )?(?:[^⟦⟧;:]{{3,150}}))|al (?P<al>[^⟦⟧;:]{{3,150}})"
    r"|del (?P<del>art[^⟦⟧;:]{3,150})",
    re.I,
)


def _insert(match: re.Match[str], said: Said) -> AmendingReading | None:
    """Read *se añade …: «…»*: what is added and where, in either order."""
    words = match["what"].strip(" ,")
    while (shorter := _FORMULA.sub("", words).strip(" ,")) != words:
        words = shorter
    now = said.masked.of(match["now"])
    head = match.groupdict().get("outer")
    outer, name = _named(head, said) if head else ([(said.within, False)] if said.within else None, "")
    if head and not outer:
        return None
    within = outer[0][0] if outer else None
    for new, place in _readings(words):
        side, target, other = _placed(place, within) if place else (InsertionPlace.END, within, "")
        if place and target is None:
            continue
        found = _new(new, side, target, now, said.line)
        if found is not None:
            return _with_name(found, name or other)
    return None


def _readings(words: str) -> list[tuple[re.Match[str], str]]:
    """Return the ways to read words as a new unit and its place, in either order."""
    found: list[tuple[re.Match[str], str]] = []
    for cut in [
        *(
            match.start()
            for match in re.finditer(
                r",? (?=al? |en |del? |después |tras |antes |luego "
                r"|seguid)",
                words,
            )
        ),
        len(words),
    ]:
        new = _NEW.fullmatch(words[:cut].strip(" ,"))
        if new is not None:
            found.append((new, words[cut:].strip(" ,")))
    for cut in (match.end() for match in re.finditer(r",? (?=(?:el|la|los|las|un|una|como|dos|tres) )", words)):
        new = _NEW.fullmatch(words[cut:].strip(" ,"))
        if new is not None:
            found.append((new, words[:cut].strip(" ,")))
    return found


def _placed(words: str, within: AmendedClause | None) -> tuple[InsertionPlace, AmendedClause | None, str]:
    place = _PLACE.fullmatch(words)
    if place is None:
        return InsertionPlace.END, None, ""
    ref, name = instrument(next(place[group] for group in ("beside", "end", "al", "del") if place[group]))
    named = targets(ref, within)
    target = named[0][0] if named and len(named) == 1 else None
    if named is None and within is None and re.fullmatch(r"(?:la |el )?\w+ .*", ref):
        target = None
    side = InsertionPlace.END
    if place["side"]:
        side = InsertionPlace.BEFORE if place["side"].lower().startswith("antes") else InsertionPlace.AFTER
    return side, target, name


_PARAGRAPHS = ("párrafo", "parrafo", "inciso", "aparte")


def _new(
    new: re.Match[str], place: InsertionPlace, target: AmendedClause | None, now: str, line: int
) -> AmendingReading | None:
    """Return the insertion of a unit that the sentence names and the quotation prints."""
    unit, named = new["unit"].lower(), new["n"] or new["nth"] or ""
    first = read_number(now, law=law_named("es"))
    if unit.startswith(("art", "disposi")):
        return _new_article(unit, named, place, target, now, line)
    if target is None or not target.clause:
        return None
    if unit.startswith(("frase", "oraci", "enunci")):
        return AmendingReading((insertion(target, Level.SENTENCE, place, now, line),))
    if (
        unit.startswith(_PARAGRAPHS)
        and place is InsertionPlace.END
        and not re.match(
            r"(?:\d+|[IVX]+"
            r"|[a-z])\)?$",
            named,
        )
    ):
        nth = numeral(named) if named and named.lower() not in ("final", "último", "ultimo") else None
        if nth is not None and nth > 1:
            before = ClausePart(PartKind.PARAGRAPH, f"párrafo {nth - 1}", (nth - 1,))
            target, place = AmendedClause(target.clause, (*target.parts, before)), InsertionPlace.AFTER
        elif nth == 1:
            return None
    elif named and first is not None and re.sub(r"\W", "", first.bare) != re.sub(r"\W|º|°", "", named):
        return None  # the sentence and the quotation name different numbers
    return AmendingReading((insertion(target, Level.PARAGRAPH, place, now, line),))


def _new_article(
    unit: str, named: str, place: InsertionPlace, target: AmendedClause | None, now: str, line: int
) -> AmendingReading | None:
    first = read_number(now, law=law_named("es"))
    label = f"{'Artículo' if unit.startswith('art') else unit.capitalize()} {named}" if named else ""
    announced = read_number(f"{label}.", law=law_named("es")) if label else None
    if first is not None and announced is not None and (first.style, first.value) != (announced.style, announced.value):
        return None
    if first is None and announced is None:
        return None
    if target is None or not target.clause:
        place, target = InsertionPlace.BY_NUMBER, AmendedClause()
    bare = first.bare if first else announced.bare if announced else ""
    return AmendingReading((insertion(target, Level.ARTICLE, place, now, line, bare),))


def _relabel(match: re.Match[str], said: Said) -> AmendingReading | None:
    ref, name = instrument(match["ref"])
    old = expanded(ref, said.within)
    if not old:
        return None
    label = match["label"]
    above = AmendedClause(old[0][0].clause, old[0][0].parts[:-1])
    new = expanded(label, above) or _bare_numbers(label, ref, above)
    if new is None or len(old) != len(new):
        return None
    found = []
    for (was, _), (now, number) in zip(old, new, strict=True):
        if len(was.parts) != len(now.parts):
            return None
        printed = number.rstrip(").")
        found.append(
            Instruction(
                operation=AmendingOperation.RELABEL, line=said.line, clause=was.clause, parts=was.parts, label=printed
            )
        )
    return AmendingReading(tuple(found), instrument=name)


def _bare_numbers(label: str, ref: str, above: AmendedClause) -> list[tuple[AmendedClause, str]] | None:
    """Return the clauses of *pasan a ser 4 y 5* with the unit that the words before name."""
    unit = re.search(r"(?:art[íi]culo|apartado|letra|numeral|n[úu]mero|fracci[óo]n|literal|inciso)", ref, re.I)
    return expanded(f"{unit[0]} {label}", above) if unit else None


def _open(match: re.Match[str], said: Said) -> AmendingReading | None:
    named, name = _named(match["ref"], said)
    if named and len(named) == 1:
        return AmendingReading(opened=named[0][0], instrument=name)
    act = re.fullmatch(
        r"(?:en |a )?(?:la|el|al|los|las) (?P<name>(?:ley|real decreto|decreto|reglamento|c[óo]digo|orden|ordenanza"
        r"|resoluci[óo]n|estatuto|texto|constituci[óo]n"
        r"|acuerdo|norma|directiva)\b.*)",
        match["ref"].strip(" ,"),
        re.I,
    )
    return AmendingReading(opened=AmendedClause(), instrument=act["name"]) if act else None


def _turned(match: re.Match[str], said: Said) -> AmendingReading | None:
    """Read *En el artículo 5, el apartado 2 queda suprimido* as *El apartado 2 queda suprimido*, of article 5."""
    named, name = _named(match["outer"], said)
    if not named or len(named) > 1:
        return None
    inner = Said(Masked(match["rest"], said.masked.quotations), said.line, named[0][0])
    found = AMENDING.form(inner)
    if found is None or any(one.clause != named[0][0].clause for one in found.instructions):
        return None
    return _with_name(found, name)


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


_TEXT = rf" ?:? ?(?P<now>{QUOTED})"
_AS = (
    r"(?:(?:del|de) (?:el )?siguiente modo|como sigue|de la siguiente (?:manera|forma)"
    r"|en los (?:siguientes términos|términos siguientes)|así|(?:con|en) el siguiente (?:tenor(?: literal)?"
    r"|texto|sentido)|con la siguiente redacción|del siguiente tenor|de este modo|en la siguiente forma)"
)
_READS = (
    rf"(?:qued(?:a|an|ará|arán)(?: redactad[oa]s?| modificad[oa]s?)?,? {_AS}|tendrán? (?:la siguiente redacción"
    rf"|el siguiente (?:texto|tenor)|la redacción siguiente)"
    rf"|pasan? a (?:tener la siguiente redacción|quedar redactad[oa]s? {_AS}|redactarse {_AS})|se redactan? {_AS}"
    rf"|dirán?(?: así| lo siguiente)?|se leerán? así)"
)
_HEAD = rf"(?P<ref>{_REF})"
_FORMS = (
    SentenceForm(_form(rf"se (?:sustituye|modifica) {_HEAD},? (?:(?:que|el cual|la cual|los cuales|las cuales"
                       rf"|el que|la que|quedando|para)[^⟦⟧;:]{{0,90}}|por (?:el|la|los|las"
                       rf"|lo) (?:texto )?(?:siguientes?"
                       rf"(?: [^⟦⟧;:]{{2,40}})?|texto siguiente|que sigue)|{_AS}){_TEXT}"), _rewrite),
    SentenceForm(_form(rf"se (?:sustituye|modifica) {_HEAD}(?: ?:) ?(?P<now>{QUOTED})"), _rewrite),
    SentenceForm(_form(rf"{_HEAD},? (?:{_READS}|se (?:modifica|sustituye) (?:{_AS}|por (?:el|la|los|las"
                       rf"|lo) (?:texto )?(?:siguientes?|que sigue))){_TEXT}"), _rewrite),
    SentenceForm(_form(rf"se modifica {_HEAD},? (?:{_AS}|que queda[^⟦⟧;:]{{0,40}}):?"), _open),
    SentenceForm(_form(rf"{_HEAD},? (?:qued(?:a|an) modificad[oa]s? {_AS}|se modifica {_AS}):?"), _open),
    SentenceForm(_form(rf"se añade (?:las? |los? )?siguientes? (?:modificaci(?:ón|ones)|cambios?|enmiendas?) (?:en"
                       rf"|a) {_HEAD}:?"), _open),
    SentenceForm(_form(r"se añade (?:las? |los? )?siguientes? (?:modificaci(?:ón|ones)|cambios?"
                       r"|enmiendas?) (?P<ref>al [^⟦⟧;]{1,200}?):?"), _open),
    SentenceForm(_form(rf"en {_HEAD},? se (?:añade|realizan|efectúan) las siguientes modificaciones:?"), _open),
    SentenceForm(_form(rf"se modifica {_HEAD}:"), _open),
    SentenceForm(_form(rf"se (?:suprime|deroga) {_HEAD}"), _remove),
    SentenceForm(_form(rf"{_HEAD},? se (?:suprime|deroga)"), _remove),
    SentenceForm(_form(rf"{_HEAD} pasan? a (?:ser|numerarse como|denominarse|constituir)(?: (?:el|la|los"
                       rf"|las))? (?P<label>[^⟦⟧:;]{{1,80}})"), _relabel),
    SentenceForm(_form(rf"se renumeran? {_HEAD} como (?P<label>[^⟦⟧:;]{{1,80}})"), _relabel),
    SentenceForm(_form(r"(?P<changes>.*⟦.*)"), _changes),
    SentenceForm(_form(rf"se añade,? (?P<what>[^⟦⟧;]{{2,260}}?){_TEXT}"), _insert),
    SentenceForm(_form(rf"(?:en|al|a) (?P<outer>{_REF}),? se añade,? (?P<what>[^⟦⟧;]{{2,260}}?){_TEXT}"), _insert),
    SentenceForm(_form(rf"(?P<side>{_BESIDE}) (?P<beside>{_REF}),? se añade,? (?P<new>[^⟦⟧;]{{2,200}}?){_TEXT}"),
                 lambda match, said: _insert_after(match, said)),
    SentenceForm(_form(rf"en (?P<outer>{_REF}),? (?P<rest>(?:el |la |los |las |se ).*)"), _turned),
)  # fmt: skip


def _insert_after(match: re.Match[str], said: Said) -> AmendingReading | None:
    """Read *Tras el artículo 5, se añade un artículo 5 bis: «…»*."""
    new = _FORMULA.sub("", match["new"].strip(" ,")).strip(" ,")
    words = f"se añade {new} {match['side'].lower()} {match['beside'].strip(' ,')}: {match['now']}"
    return AMENDING.form(Said(Masked(words, said.masked.quotations), said.line, said.within))


AMENDING = SpacedAmending(
    examples=Examples(
        replace="En el artículo 5, se sustituye la expresión «X» por «Y».",
        every="todas las veces que aparece",
        item="la letra a) del apartado 2 del artículo 5",
        relabel="El artículo 6 pasa a ser el artículo 7.",
        renumber="El artículo 6 pasa a ser el artículo 7.",
        behind="Se añade un artículo 3 bis, con la siguiente redacción: «Artículo 3 bis. …»",
        place="a continuación del artículo 3",
        numbered="Se añade un artículo 3 bis, con la siguiente redacción: «Artículo 3 bis. …»",
        number="Artículo 3 bis",
        item_number="Se añade una letra d) al apartado 2 del artículo 5, con la siguiente redacción: «d) …»",
        insert_item="Se añade un apartado 4 al artículo 5, con la siguiente redacción: «4. …»",
        inserted="3 bis",
    ),
    marks=Quotations({"«": "»", "“": "”", "‘": "’"}, repeats="«"),
    verbs=re.compile(
        rf"(?<!\w)(?:{'|'.join(forms for _, forms in _VERBS)}|qued(?:a|an|ará|arán)(?= (?:redactad|modificad"
        rf"|suprimid|así|como))|pasan? a"
        r"|se renumeran?|donde dice|tendrán? la siguiente redacción|se (?:realizan"
        r"|efectúan) las siguientes modificaciones)(?!\w)"
        r"|^\W{0,3}(?:En el artículo|El artículo|Los artículos|El apartado) ",
        re.I,
    ),
    entries=re.compile(
        rf"\s*(?:(Art[íi]culo (?:[úu]nico|\d{{1,3}}[º°]?|{ORDINAL})\s?\.?\s?[-–—]*\s+(?=[A-ZÁÉÍÓÚ])|(?:{CARDINAL}"
        rf"|{ORDINAL})\.?[-–—]?\s+(?=[A-ZÁÉÍÓÚ]))"
        r"|([IVX]{1,5}\.\s?[-–—]?\s+)|(\d{1,3}(?:[.)]|\.?[º°][.)]?|\.-)\s+)|([a-zñ]\)\s*)|((?:i{1,3}|iv|v)\)\s*)"
        r"|([-–—]\s+))"
    ),
    breaks=re.compile(
        r"(?<=[:;.])\s+(?=(?:\d{1,2}[.)]\s+[A-ZÁÉÍÓÚ]|[a-zñ]\)\s|(?:Uno|Dos|Tres|Cuatro|Cinco|Seis"
        r"|Siete)\.\s))"
    ),
    halves=re.compile(
        r"[,;]? [ye] (?=(?:el |la |los |las |se |en |tras |al ))|; |, (?=(?:el |la |los |las |se |en "
        r"|y se ))"
    ),
    forms=_FORMS,
    article=re.compile(r"[Aa]rt[íi]culos? \d+[º°]?(?: (?:bis|ter|quater))?(?![\w.])"),
    article_list=re.compile(r"[Aa]rt[íi]culos \d"),
    ignored=re.compile(rf"Art[íi]culo (?:[úu]nico|\d{{1,3}}[º°]?|{ORDINAL})\.?[-–—]?"),
    spelling=_spelling,
)
"""The amending sentences of Spanish decisions."""
