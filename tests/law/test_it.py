"""Italian law: Italy, San Marino, Ticino and the European Union."""

from __future__ import annotations

import re
import textwrap
from datetime import date

import pytest

from yange.citations import citations
from yange.compare import compare
from yange.compare.match.renumbering import follow
from yange.compare.text.atoms import find_atoms
from yange.compare.text.keys import make_key
from yange.compare.text.vocabulary import Vocabulary
from yange.law import law_named, law_of
from yange.law.aspects.titles import Bearer
from yange.law.it import ITALIAN
from yange.law.it.numerals import cardinal, ordinal
from yange.law.numbers import numbers_of
from yange.model import Basis, ClauseKind, EventKind
from yange.parse import parse
from yange.statements import caption, commencements, expiries, extensions, repeals, suspensions, unread

LAW = law_named("it")

LABELS = [
    ("Art. 1", "it-articolo", (1,)),
    ("Art. 1-bis.", "it-articolo", (1, 1)),
    ("Art. 5 ter", "it-articolo", (5, 2)),
    ("Art. 840-sexiesdecies", "it-articolo", (840, 15)),
    ("Art. 67-vicies-bis", "it-articolo", (67, 21)),
    ("Art. 10.1.", "it-articolo", (10, 0, 1)),
    ("Art. 473-bis.12", "it-articolo", (473, 1, 0, 12)),
    ("Articolo 5a", "it-articolo", (5, 1)),
    ("Art.3", "it-articolo", (3,)),
    ("Articolo unico", "it-articolo", (1,)),
    ("ARTICOLO 1.024", "it-articolo", (1024,)),
    ("LIBRO PRIMO", "it-libro", (1,)),
    ("TITOLO II-bis", "it-titolo", (2, 1)),
    ("Capo I", "it-capo", (1,)),
    ("CAPO III bis", "it-capo", (3, 1)),
    ("Sezione 2", "it-sezione", (2,)),
    ("PARTE QUATTORDICESIMA", "it-parte", (14,)),
    ("§ 1.", "it-paragrafo", (1,)),
    ("1.", "arabic-stop", (1,)),
    ("2-bis.", "arabic-stop", (2, 1)),
    ("a)", "latin-bracket", (1,)),
    ("i)", "latin-bracket", (9,)),
    ("j)", "latin-bracket", (9, 1)),
    ("l)", "latin-bracket", (10,)),
    ("z)", "latin-bracket", (21,)),
    ("aa)", "latin-bracket", (22,)),
    ("b-bis)", "latin-bracket", (2, 1)),
    ("1)", "arabic-bracket", (1,)),
    ("1.2)", "it-punto", (2,)),
]


@pytest.mark.parametrize(("label", "style", "value"), LABELS, ids=[label for label, _, _ in LABELS])
def test_a_label_is_read_whole(label: str, style: str, value: tuple[int, ...]) -> None:
    number = numbers_of((ITALIAN,)).one(label)
    assert number is not None
    assert (number.style, number.value, number.raw) == (style, value, label)


@pytest.mark.parametrize(
    "text",
    ["Art. 5 della legge", "Articolo 5, comma 2", "Titolo III del", "Capo II, sezione I", "Art. 3 comma 1", "Art. 5 e"],
)
def test_a_reference_is_no_label(text: str) -> None:
    numbers = numbers_of((ITALIAN,))
    number = numbers.one(text)
    assert number is None or numbers.refers(text, number)


LAW_2020 = """LEGGE 3 marzo 2020, n. 7

Disciplina del molo di Vistamare

TITOLO I

Disposizioni generali

Capo I

Del molo

Art. 1

(Oggetto)

1. La presente legge disciplina il molo del comune.

2. Ai fini della presente legge sono imbarcazioni:

a) le barche a remi;

b) le barche a vela:

1) da pesca;

2) da diporto;

c) le zattere.

Art. 2

(Proprietà)

1. Il molo appartiene al comune, fermo restando quanto previsto dall'articolo 3 e dall'
articolo 4. Nessuno può venderlo.

1-bis. Il comune tiene il registro delle imbarcazioni.

Art. 3

(Tariffa)

1. La tariffa è di euro 1.200,50 all'anno.

Capo II

Dei permessi

Art. 4

(Permesso)

1. Il permesso è chiesto ai sensi dell'articolo 3, comma 1, della legge 4 gennaio 1999, n. 1.

Art. 4-bis

(Termine)

1. Il comune decide entro trenta giorni. Contro la decisione è ammesso ricorso.

Art. 4-ter

(Abrogato)

TITOLO II

Sanzioni

Art. 5

(Sanzioni)

1. La sanzione non può essere superiore a euro 3.000.

Art. 6

(Entrata in vigore)

1. La presente legge entra in vigore il giorno successivo a quello della sua pubblicazione.

ALLEGATO A

Elenco dei moli

1. Il molo nord.
"""
ARTICLES = ["Art. 1", "Art. 2", "Art. 3", "Art. 4", "Art. 4-bis", "Art. 4-ter", "Art. 5", "Art. 6"]


def one_line_each(text: str) -> str:
    return re.sub(r"\n\n+", "\n", text)


def wrapped(text: str) -> str:
    lines = [line for line in one_line_each(re.sub(r"(?<=[a-z']) ?\n(?=[a-z])", " ", text)).split("\n") if line]
    return "\n".join(piece for line in lines for piece in textwrap.wrap(line, 44))


@pytest.mark.parametrize("form", [str, one_line_each, wrapped], ids=["paragraphs", "one-line", "wrapped"])
def test_the_articles_of_a_law(form: object) -> None:
    assert [clause.label for clause in parse(form(LAW_2020), "it").primary] == ARTICLES  # type: ignore[operator]


def test_divisions_items_and_annexes_of_a_law() -> None:
    provisions = parse(LAW_2020, "it")
    labels = {kind: [c.label for c in provisions.walk() if c.kind is kind] for kind in ClauseKind}
    assert labels[ClauseKind.CHAPTER] == ["Capo I", "Capo II"]
    assert labels[ClauseKind.PART] == ["TITOLO I", "TITOLO II"]
    assert len(labels[ClauseKind.ANNEX]) == 1
    assert [clause.label for clause in provisions.primary if clause.placeholder] == ["Art. 4-ter"]
    (inner,) = [clause.path for clause in provisions.walk() if clause.label == "2)"]
    assert inner == "part_1__chp_1__art_1__item_2__subitem_2__subitem_2"


@pytest.mark.parametrize(
    ("lines", "below"),
    [
        (["a) remi", "1) lunghi", "2) corti", "b) vele"], {"1)": "a)", "2)": "a)"}),
        (["1) remi", "a) lunghi", "b) corti", "2) vele"], {"a)": "1)", "b)": "1)"}),
    ],
)
def test_numbers_are_below_letters_and_letters_below_numbers(lines: list[str], below: dict[str, str]) -> None:
    text = "Art. 1\n\nSono ammessi:\n\n" + ";\n\n".join(lines) + ".\n\nArt. 2\n\nFine.\n"
    found = {child.label: item.label for item in parse(text, "it").walk() for child in item.children}
    assert {label: found[label] for label in below} == below


def test_older_and_foreign_forms() -> None:
    swiss = "Legge sul molo\n\nArt. 1 Scopo\n\n1 La legge regola il molo.\n\n2 Il Cantone vigila.\n\nArt. 1a Tassa\n"
    assert [clause.label for clause in parse(swiss, "it").primary] == ["Art. 1", "Art. 1a"]
    marino = (
        "LEGGE 3 marzo 2020 n.7\n\nArt.1\n(Oggetto)\nLa legge regola il molo.\n\nArt.2\n(Tassa)\nLa tassa è annua.\n"
    )
    assert [clause.label for clause in parse(marino, "it").primary] == ["Art.1", "Art.2"]
    union = "Articolo 1\nOggetto\nIl regolamento disciplina il molo.\n\nArticolo 2\nTassa\nLa tassa è annua.\n"
    assert [clause.label for clause in parse(union, "it").primary] == ["Articolo 1", "Articolo 2"]


def test_contents_are_no_clauses() -> None:
    text = (
        "Legge sul molo\n\nIndice\n\nArt. 1 - Oggetto\nArt. 2 - Tassa\nArt. 3 - Permesso\n\n"
        "Art. 1\n(Oggetto)\nLa legge regola il molo.\n\nArt. 2\n(Tassa)\nLa tassa è annua.\n\nArt. 3\n(Permesso)\nNo.\n"
    )
    assert [clause.label for clause in parse(text, "it").primary] == ["Art. 1", "Art. 2", "Art. 3"]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Art. 1. Il molo appartiene al comune e non può essere venduto.\nArt. 2. La tassa è annua.", "it"),
        ("La presente legge entra in vigore il giorno della sua pubblicazione.", "it"),
        ("La présente loi entre en vigueur le jour de sa publication au Journal officiel.", "fr"),
        ("La presente ley entrará en vigor el día de su publicación en el Boletín.", "es"),
        ("A presente lei entra em vigor no dia da sua publicação e é aplicável às taxas.", "pt"),
        ("O molhe é do município e não pode ser vendido.", "pt"),
        ("El muelle es de la villa y no se puede vender.", "es"),
        ("Il molo è del comune e non si può vendere.", "it"),
        ("Le quai est à la commune et ne peut être vendu.", "fr"),
        ("È vietato l'ormeggio. Chiunque viola il divieto è punito con la sanzione prevista dall'articolo 5.", "it"),
    ],
)
def test_the_words_of_a_text_show_its_language(text: str, tag: str) -> None:
    assert law_of(text)[0].tag == tag


@pytest.mark.parametrize(
    ("words", "paths", "owner"),
    [
        ("l'articolo 3", ["art_3"], ""),
        ("gli articoli 1, 3 e 5", ["art_1", "art_3", "art_5"], ""),
        ("gli articoli da 3 a 5", ["art_3", "art_4", "art_5"], ""),
        ("l'art. 4-bis", ["art_4-1"], ""),
        ("gli articoli 4-bis e 5", ["art_4-1", "art_5"], ""),
        ("l'articolo 1, comma 2, lettera b), numero 2)", ["art_1__item_2__subitem_2__subitem_2"], ""),
        ("la lettera b) del comma 2 dell'articolo 1", ["art_1__item_2__subitem_2"], ""),
        ("l'articolo 1, comma 2, lettere a) e c)", ["art_1__item_2__subitem_1", "art_1__item_2__subitem_3"], ""),
        ("i commi 1 e 1-bis dell'articolo 2", ["art_2__item_1", "art_2__item_1-1"], ""),
        ("il comma 1-bis", ["art_2__item_1-1"], ""),
        ("l'articolo 3 della presente legge", ["art_3"], "own"),
        ("l'articolo 3 della legge 4 gennaio 1999, n. 1", [], "other"),
        ("l'articolo 5 del codice civile", [], "other"),
        ("l'articolo 5, comma 1, del decreto legislativo 1° marzo 2001, n. 4", [], "other"),
        ("l'articolo 117 della Costituzione", [], "other"),
        ("l'articolo 3, punto 1, della direttiva 2009/73/CE", [], "other"),
        ("l'articolo 3, primo comma, numero 2, della legge 4 gennaio 1999, n. 1", [], "other"),
        ("l'articolo 3 del medesimo decreto", [], "other"),
        ("gli articoli 3 e seguenti del codice civile", [], "other"),
        ("l'articolo 99", [], ""),
        ("il presente articolo", ["art_2"], ""),
        ("l'articolo precedente", ["art_1"], ""),
        ("il capo II", ["chp_2"], ""),
        ("l'allegato A", ["annex_a"], ""),
    ],
)
def test_a_citation_finds_its_target(words: str, paths: list[str], owner: str) -> None:
    text = LAW_2020.replace("Nessuno può venderlo", f"Si applica {words}")
    provisions = parse(text, "it")
    at = text.index("Si applica ")
    found = [one for one in citations(provisions) if at <= one.start < at + len(words) + 12]
    assert [one.reference.owner.value for one in found if one.reference] == [owner]
    assert [re.sub(r"^(?:part_\d+__)?(?:chp_\d+__(?=art))?", "", path) for path in found[0].paths] == paths


def test_the_number_of_a_law_is_no_item() -> None:
    text = LAW_2020.replace("Nessuno può venderlo", "Vale il decreto n. 2 e la legge 7 maggio 1990, n. 3")
    provisions = parse(text, "it")
    at = text.index("Vale il")
    assert [one for one in citations(provisions) if at <= one.start < at + 50 and one.paths] == []


def test_a_code_counts_its_commi_in_words() -> None:
    text = "Art. 1\n\nIl molo è pubblico.\n\nIl comune lo cura.\n\nArt. 2\n\nVale il secondo comma dell'articolo 1.\n"
    (found,) = citations(parse(text, "it"))
    assert found.paths == ("art_1__para_2",)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("ai sensi dell'articolo 12-bis e degli articoli 5, 6 e da 8 a 10", [(12, 1), (5,), (6,), (8,), (10,)]),
        ("di cui all'articolo 5, comma 2, lettera a)", [(5,)]),
        ("gli articoli 3, comma 1, e 10.1", [(3,), (10, 0, 1)]),
        ("l'articolo 5 del codice civile", []),
        ("gli articoli 5 e 6 della legge 3 marzo 2020, n. 7", []),
    ],
)
def test_the_cited_numbers_of_a_key(text: str, cited: list[tuple[int, ...]]) -> None:
    assert [one.value for one in ITALIAN.cited_numbers.cited(make_key(text).text)] == cited


@pytest.mark.parametrize(
    ("printed", "value", "written"),
    [("5", (7,), "7"), ("5-bis", (7, 2), "7-ter"), ("5 bis", (7, 1), "7 bis"), ("10", (10, 0, 1), "10.1")],
)
def test_a_number_is_written_as_another_one(printed: str, value: tuple[int, ...], written: str) -> None:
    assert ITALIAN.cited_numbers.written(printed, value) == written


BEGINNINGS = [
    ("La presente legge entra in vigore il 1° gennaio 2021.", (Basis.STATED, date(2021, 1, 1), 0, 0)),
    ("Il presente regolamento si applica a decorrere dal 25 maggio 2018.", (Basis.STATED, date(2018, 5, 25), 0, 0)),
    ("Esso si applica a decorrere dal 25 maggio 2018.", (Basis.STATED, date(2018, 5, 25), 0, 0)),
    (
        "La presente legge entra in vigore il giorno successivo a quello della sua pubblicazione nella Gazzetta.",
        (Basis.PUBLISHED, None, 1, 0),
    ),
    ("Il presente decreto entra in vigore il giorno stesso della sua pubblicazione.", (Basis.PUBLISHED, None, 0, 0)),
    (
        "La presente legge entra in vigore il quinto giorno successivo a quello della sua legale pubblicazione.",
        (Basis.PUBLISHED, None, 5, 0),
    ),
    (
        (
            "Il presente regolamento entra in vigore il ventesimo giorno successivo alla pubblicazione nella Gazzetta"
            " ufficiale dell'Unione europea."
        ),
        (Basis.PUBLISHED, None, 20, 0),
    ),
    ("La presente legge entra in vigore trenta giorni dopo la sua pubblicazione.", (Basis.PUBLISHED, None, 30, 0)),
    ("La presente legge entra in vigore decorsi sei mesi dalla data di pubblicazione.", (Basis.PUBLISHED, None, 0, 6)),
    ("La presente legge entra in vigore dalla data della sua promulgazione.", (Basis.SIGNED, None, 0, 0)),
    (
        "Art. 9 (Entrata in vigore)\n1. La presente legge entra in vigore il 3 marzo 2021.",
        (Basis.STATED, date(2021, 3, 3), 0, 0),
    ),
]


@pytest.mark.parametrize(("sentence", "read"), BEGINNINGS, ids=[sentence for sentence, _ in BEGINNINGS])
def test_a_first_day(sentence: str, read: tuple[Basis, date | None, int, int]) -> None:
    (one,) = commencements(sentence, LAW)
    assert (one.basis, one.day, one.delay, one.months) == read
    assert one.clauses == ()
    assert not unread([sentence], LAW)


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        ("L'articolo 3 entra in vigore il 1° gennaio 2022.", ("articolo 3",)),
        ("Gli articoli 3, 4 e 5 si applicano a decorrere dal 1° gennaio 2022.", ("articoli 3, 4 e 5",)),
        ("Le disposizioni dell'articolo 3, comma 2, hanno effetto dal 1° gennaio 2022.", ("articolo 3, comma 2",)),
    ],
)
def test_the_first_day_of_some_clauses(sentence: str, clauses: tuple[str, ...]) -> None:
    (one,) = commencements(sentence, LAW)
    assert (one.day, one.clauses) == (date(2022, 1, 1), clauses)


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("La presente legge entra in vigore il 1° gennaio 2021, salvo quanto previsto dall'articolo 5.", "effective"),
        ("La presente legge entra in vigore alla data fissata dal Consiglio di Stato.", "effective"),
        ("Sono abrogate le disposizioni elencate nell'allegato.", "repeals"),
        ("La presente legge cessa di avere efficacia con la riforma del porto.", "expires"),
        ("È sospesa l'applicazione dell'articolo 3 della legge sul molo.", "suspends"),
        ("Il comma 3 dell'articolo 5 è soppresso.", "repeals"),
        ("Il decreto legislativo n. 51 ha disposto che la presente legge entra in vigore il 1° gennaio 2021.", ""),
        (
            "Per tutti i casi di cui all'articolo 27 la disposizione si applica a decorrere dal 31 ottobre 2025.",
            "effective",
        ),
        ("L'obbligo di cui alla presente legge si applica a decorrere dal 1° gennaio 2021.", "effective"),
        ("Al comma 2 le parole: «e il molo» sono soppresse.", ""),
        ("L'autorizzazione resta in vigore per cinque anni.", ""),
        ("Il termine di cui all'articolo 5 è prorogato al 31 dicembre 2021.", ""),
        ("Sono abrogate tutte le disposizioni incompatibili con la presente legge.", ""),
        ("Gli atti adottati prima della data di entrata in vigore della presente legge restano validi.", ""),
    ],
)
def test_words_of_effect_that_are_not_read_are_reported(sentence: str, field: str) -> None:
    assert not commencements(sentence, LAW)
    assert not repeals(sentence, LAW)
    assert [one.field for one in unread([sentence], LAW)] == ([field] if field else [])


@pytest.mark.parametrize(
    ("sentence", "day", "years", "months"),
    [
        ("La presente legge ha efficacia fino al 31 dicembre 2025.", date(2025, 12, 31), None, None),
        ("Il presente decreto resta in vigore fino al 31 dicembre 2025.", date(2025, 12, 31), None, None),
        ("La presente ordinanza cessa di avere efficacia dal 1° gennaio 2026.", date(2025, 12, 31), None, None),
        ("La presente ordinanza ha una durata di cinque anni.", None, 5, None),
        ("La presente ordinanza ha validità di sei mesi.", None, None, 6),
    ],
)
def test_a_last_day(sentence: str, day: date | None, years: int | None, months: int | None) -> None:
    (one,) = expiries(sentence, LAW)
    assert (one.day, one.years, one.months) == (day, years, months)
    assert not unread([sentence], LAW)


REPEALS = [
    ("La legge 5 maggio 1987, n. 3, è abrogata.", [("legge 5 maggio 1987, n. 3", "n. 3", ())]),
    ("È abrogato il regio decreto 16 marzo 1942, n. 262.", [("regio decreto 16 marzo 1942, n. 262", "n. 262", ())]),
    (
        "Sono abrogati gli articoli 2 e 3 della legge 3 maggio 2000, n. 5.",
        [("legge 3 maggio 2000, n. 5", "n. 5", ("articoli 2 e 3",))],
    ),
    (
        "L'articolo 4 della legge 3 maggio 2000, n. 5, è abrogato.",
        [("legge 3 maggio 2000, n. 5", "n. 5", ("articolo 4",))],
    ),
    (
        "Sono abrogati la legge 5 maggio 1987, n. 3, e il decreto legislativo 1° giugno 1999, n. 12.",
        [
            ("legge 5 maggio 1987, n. 3", "n. 3", ()),
            ("decreto legislativo 1° giugno 1999, n. 12", "n. 12", ()),
        ],
    ),
    (
        "La legge 5 maggio 1987, n. 3, recante norme sul molo, è abrogata.",
        [("legge 5 maggio 1987, n. 3, recante norme sul molo", "n. 3", ())],
    ),
    ("Il decreto 5 maggio 1987, n. 3, e' abrogato.", [("decreto 5 maggio 1987, n. 3", "n. 3", ())]),
    (
        "L'articolo 15, comma 1, della legge 15 marzo 1997, n. 59, è abrogato.",
        [("legge 15 marzo 1997, n. 59", "n. 59", ("articolo 15, comma 1",))],
    ),
    ("La direttiva 95/46/CE è abrogata a decorrere dal 25 maggio 2018.", [("direttiva 95/46/CE", "95/46/CE", ())]),
    ("1. La direttiva 95/46/CE è abrogata.", [("direttiva 95/46/CE", "95/46/CE", ())]),
    ("La legge 5 maggio 1987, n. 3, è abrogata, salvo gli articoli 2 e 3.", []),
    ("Sono abrogati la legge 5 maggio 1987, n. 3, e ogni altro atto sul molo.", []),
    ("Non è abrogata la legge 5 maggio 1987, n. 3.", []),
]


@pytest.mark.parametrize(("sentence", "named"), REPEALS, ids=[sentence for sentence, _ in REPEALS])
def test_a_repeal(sentence: str, named: list[tuple[str, str, tuple[str, ...]]]) -> None:
    found = repeals(sentence, LAW)
    assert [(one.title, one.number, one.extent) for one in found] == named
    assert all(one.kind is EventKind.REPEAL for one in found)


def test_a_suspension_and_an_extension() -> None:
    (one,) = suspensions("È sospesa l'efficacia della legge 5 maggio 1987, n. 3.", LAW)
    assert (one.title, one.kind) == ("legge 5 maggio 1987, n. 3", EventKind.SUSPENSION)
    (one,) = extensions("L'efficacia del decreto-legge 5 maggio 2020, n. 3, è prorogata fino al 31 dicembre 2021.", LAW)
    assert (one.number, one.until) == ("n. 3", date(2021, 12, 31))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sanzione di euro 1.200,50", ("euro 1.200,50", "amount")),
        ("sanzione di 5.000 euro", ("5.000 euro", "amount")),
        ("multa da lire cinquecento", ("lire cinquecento", "amount")),
        ("due milioni di euro", ("due milioni di euro", "amount")),
        ("entro trenta giorni", ("trenta giorni", "deadline")),
        ("entro 30 (trenta) giorni lavorativi", ("30(trenta)giorni lavorativi", "deadline")),
        ("il 5 per cento", ("5 per cento", "percentage")),
        ("la legge 7 agosto 1990, n. 241", ("legge 7 agosto 1990,n.241", "document-number")),
        ("regolamento (UE) 2016/679", ("(UE)2016/679", "document-number")),
        ("il 1° ottobre 2015", ("1°ottobre 2015", "date")),
        ("il Ministero dell'interno", ("Ministero dell'interno", "body")),
        ("dell'articolo 12-bis", ("articolo 12-bis", "citation")),
    ],
)
def test_a_value(text: str, expected: tuple[str, str]) -> None:
    key = make_key(text).text
    found = [(key[atom.start : atom.end], atom.kind.value) for atom in find_atoms(key, Vocabulary(LAW))]
    assert [one for one in found if one[1] != "word"] == [expected]


@pytest.mark.parametrize(
    ("title", "kind", "rank", "draft", "amends"),
    [
        ("LEGGE 7 agosto 1990, n. 241", "Legge", "statute", False, False),
        ("Legge costituzionale 18 ottobre 2001, n. 3", "Legge costituzionale", "legge costituzionale", False, False),
        ("DECRETO-LEGGE 5 maggio 2020, n. 3", "Decreto-legge", "statute", False, False),
        ("DECRETO LEGISLATIVO 6 settembre 2005, n. 206", "Decreto legislativo", "statute", False, False),
        ("Regio decreto 16 marzo 1942, n. 262", "Regio decreto", None, False, False),
        ("Decreto del Presidente della Repubblica 5 ottobre 2010, n. 207",
         "Decreto del Presidente della Repubblica", None, False, False),
        ("Regolamento (UE) 2016/679", "Regolamento", None, False, False),
        ("Costituzione della Repubblica", "Costituzione", "constitution", False, False),
        ("Disegno di legge sul molo", None, None, True, False),
        ("Legge 3 marzo 2020, n. 7 - Modifiche alla legge sul molo", "Legge", "statute", False, True),
    ],
)  # fmt: skip
def test_a_title(title: str, kind: str | None, rank: str | None, *, draft: bool, amends: bool) -> None:
    titles = ITALIAN.titles
    assert titles.kind(title) == kind
    assert titles.rank(Bearer(kind or "", "", (), local=False)) == rank
    assert titles.is_draft(title) is draft
    assert titles.amends(title) is amends


def test_titles_of_one_policy_differ_by_day_and_number() -> None:
    old, new = "LEGGE3marzo2020,n.7Disciplinadelmolo", "LEGGE5aprile2024,n.12Disciplinadelmolo"
    assert ITALIAN.titles.same(old) == ITALIAN.titles.same(new)


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("primo", 1), ("quattordicesimo", 14), ("decimoquarto", 14), ("ventunesimo", 21), ("ventitreesimo", 23),
        ("unica", 1), ("trentottesimo", 38), ("seconda", 2), ("XIV", 14),
    ],
)  # fmt: skip
def test_an_ordinal(word: str, value: int) -> None:
    assert ordinal(word) == value


@pytest.mark.parametrize(
    ("word", "value"),
    [("uno", 1), ("ventuno", 21), ("ventotto", 28), ("sessanta", 60), ("novantanove", 99), ("cento", 100)],
)
def test_a_cardinal(word: str, value: int) -> None:
    assert cardinal(word) == value


def test_a_law_and_its_amended_version() -> None:
    amended = (
        LAW_2020.replace("euro 1.200,50", "euro 1.350")
        .replace("trenta giorni", "quarantacinque giorni")
        .replace("può essere superiore", "può mai essere superiore")
    )
    result = compare(parse(LAW_2020, "it"), parse(amended, "it"))
    changed = {
        (change.old or change.new)[0]: change.operation.value
        for change in result.changes
        if change.operation.value != "unchanged"
    }
    assert changed == {"Art. 3": "amended", "Art. 4-bis": "amended", "Art. 5": "amended"}
    values = {(row.old, row.new) for row in result.values}
    assert {("euro 1.200,50", "euro 1.350"), ("trenta giorni", "quarantacinque giorni")} <= values


def test_a_citation_follows_a_renumbering() -> None:
    old = "ai sensi dell'articolo 5, comma 2, e degli articoli 6 e 7"
    moved = {(5,): (6,), (6,): (7,), (7,): (8,)}
    assert (
        follow(make_key(old).text, moved, LAW)
        == make_key("ai sensi dell'articolo 6, comma 2, e degli articoli 7 e 8").text
    )


def test_citations_are_written_as_italian_law_writes_them() -> None:
    citing = ITALIAN.citing
    steps = [
        citing.part(ClauseKind.ARTICLE, "5", "5", in_outline=False),
        citing.part(ClauseKind.ITEM, "2.", "2", in_outline=False),
    ]
    assert (
        citing.joined([*steps, citing.part(ClauseKind.SUBITEM, "a)", "1", in_outline=False)]) == "art. 5, comma 2, a)"
    )


@pytest.mark.parametrize(
    ("lines", "commenced", "amendments"),
    [
        (
            "(GU n. 235 del 8-10-2005 - Suppl. Ordinario n. 162)\n\nEntrata in vigore del provvedimento: 23/10/2005",
            date(2005, 10, 23),
            [],
        ),
        (
            "(modificata dalla legge 3 marzo 2021, n. 5, e dal decreto-legge 1° aprile 2022, n. 7)",
            None,
            [("n. 5", date(2021, 3, 3)), ("n. 7", date(2022, 4, 1))],
        ),
    ],
)
def test_the_lines_below_a_title(lines: str, commenced: date | None, amendments: list[tuple[str, date | None]]) -> None:
    found = caption(f"{lines}\n\nArt. 1\n\nIl molo.\n", LAW)
    assert found is not None
    assert found.commenced == commenced
    assert [(one.number, one.date) for one in found.amendments] == amendments
    assert (found.end, found.unread) == (len(lines), ())


def test_a_list_of_amendments_that_is_not_read_whole_is_reported() -> None:
    line = "(modificata dalla legge 3 marzo 2021, n. 5, e da altri atti)"
    found = caption(f"{line}\n\nArt. 1\n\nIl molo.\n", LAW)
    assert found is not None
    assert (found.amendments, found.unread) == ((), (line,))


@pytest.mark.parametrize("text", ["Art. 1\n\nIl molo.", "La legge è modificata dalla legge 3 marzo 2021, n. 5."])
def test_a_text_without_such_lines_has_no_caption(text: str) -> None:
    assert caption(text, LAW) is None
