"""Portuguese law: Portugal, Brazil and the European Union."""

from __future__ import annotations

import re
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
from yange.law.numbers import numbers_of
from yange.law.pt import PORTUGUESE
from yange.law.pt.numerals import cardinal, ordinal
from yange.model import Basis, ClauseKind, EventKind
from yange.parse import parse
from yange.statements import caption, commencements, expiries, extensions, repeals, suspensions, unread

LAW = law_named("pt")


@pytest.mark.parametrize(
    ("label", "style", "value"),
    [
        ("Artigo 1.º", "pt-artigo", (1,)),
        ("Artigo 12.º-A", "pt-artigo", (12, 1)),
        ("Art. 5º", "pt-artigo", (5,)),
        ("Art. 103-B.", "pt-artigo", (103, 2)),
        ("Art. 1.024.", "pt-artigo", (1024,)),
        ("Artigo único.", "pt-artigo", (1,)),
        ("§ 2º", "pt-parágrafo", (2,)),
        ("Parágrafo único.", "pt-parágrafo", (1,)),
        ("IV -", "pt-inciso", (4,)),
        ("CAPÍTULO III", "pt-capítulo", (3,)),
        ("Seção II", "pt-secção", (2,)),
        ("SECÇÃO I", "pt-secção", (1,)),
        ("Artigo 2.o", "pt-artigo", (2,)),
        ("Art. 7o-A", "pt-artigo", (7, 1)),
        ("Divisão II", "pt-divisão", (2,)),
        ("SUBTÍTULO I", "pt-subtítulo", (1,)),
        ("CAPÍTULO I-A", "pt-capítulo", (1, 1)),
        ("2 -", "arabic-stop", (2,)),
        ("3 —", "arabic-stop", (3,)),
        ("1)", "arabic-bracket", (1,)),
        ("XII-A -", "pt-inciso", (12, 1)),
    ],
)
def test_a_label_is_read_whole(label: str, style: str, value: tuple[int, ...]) -> None:
    number = numbers_of((PORTUGUESE,)).one(label)
    assert number is not None
    assert (number.style, number.value, number.raw) == (style, value, label)


BRAZIL = """Lei nº 7, de 3 de março de 2020

CAPÍTULO I

DO CAIS

Art. 1º Esta Lei regula o cais do município, nos termos do
art. 2º e do regulamento.

§ 1º O cais é do município.

§ 2º São embarcações:

I - as canoas;

II - os barcos à vela.

Art. 2º A taxa é de R$ 50,00.

Parágrafo único. A taxa é anual.

Art. 2º-A. O prazo é de trinta dias.

Art. 3º (Revogado).
"""


@pytest.mark.parametrize("text", [BRAZIL, BRAZIL.replace("\n\n", "\n")], ids=["paragraphs", "one-line"])
def test_the_articles_of_a_law(text: str) -> None:
    primary = parse(text, "pt").primary
    assert [clause.label for clause in primary] == ["Art. 1º", "Art. 2º", "Art. 2º-A.", "Art. 3º"]
    assert [clause.label for clause in primary if clause.placeholder] == ["Art. 3º"]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Artigo 1.º\nO cais é do município e não pode ser vendido pela câmara.", "pt"),
        (BRAZIL, "pt"),
        ("Artículo 1. El muelle es de la villa y no podrá venderse.", "es"),
    ],
)
def test_the_words_of_a_text_show_its_language(text: str, tag: str) -> None:
    assert law_of(text)[0].tag == tag


PORTUGAL = """Lei n.º 7/2020, de 3 de março

CAPÍTULO I

Disposições gerais

Artigo 1.º

Objeto

1 - A presente lei regula o cais do município, nos termos do
artigo 2.º e do regulamento.

2 - São embarcações:

a) As canoas;

b) Os barcos à vela:

i) De pesca;

ii) De recreio.

Artigo 1.º-A

Propriedade

O cais é do município.

CAPÍTULO II

Taxas

Artigo 2.º

Taxa

1 - A taxa é de 1 200,50 euros por ano.

Artigo 3.º

(Revogado.)

ANEXO

(a que se refere o artigo 1.º)

Lista dos cais

1 - O cais norte.
"""


@pytest.mark.parametrize("text", [PORTUGAL, PORTUGAL.replace("\n\n", "\n")], ids=["paragraphs", "one-line"])
def test_a_law_of_portugal(text: str) -> None:
    provisions = parse(text, "pt")
    assert [clause.label for clause in provisions.primary] == [
        "Artigo 1.º", "Artigo 1.º-A", "Artigo 2.º", "Artigo 3.º",
    ]  # fmt: skip
    assert [clause.label for clause in provisions.primary if clause.placeholder] == ["Artigo 3.º"]
    (inner,) = [clause.path for clause in provisions.walk() if clause.label == "ii)"]
    assert inner == "chp_1__art_1__item_2__subitem_2__subitem_2"
    assert sum(clause.kind is ClauseKind.ANNEX for clause in provisions.walk()) == 1


@pytest.mark.parametrize(
    ("words", "paths", "owner"),
    [
        ("o artigo 2.º", ["art_2"], ""),
        ("os artigos 1.º, 2.º e 3.º", ["art_1", "art_2", "art_3"], ""),
        ("os artigos 1.º a 3.º", ["art_1", "art_2", "art_3"], ""),
        ("o artigo 1.º-A", ["art_1-1"], ""),
        ("a alínea b) do n.º 2 do artigo 1.º", ["art_1__item_2__subitem_2"], ""),
        ("a subalínea ii) da alínea b) do n.º 2 do artigo 1.º", ["art_1__item_2__subitem_2__subitem_2"], ""),
        ("as alíneas a) e b) do n.º 2 do artigo 1.º", ["art_1__item_2__subitem_1", "art_1__item_2__subitem_2"], ""),
        ("os n.os 1 e 2 do artigo 1.º", ["art_1__item_1", "art_1__item_2"], ""),
        ("o artigo 1.º, n.º 2, alínea a)", ["art_1__item_2__subitem_1"], ""),
        ("o n.º 1", ["art_2__item_1"], ""),
        ("o artigo 2.º da presente lei", ["art_2"], "own"),
        ("o artigo 2.º da Lei n.º 5/2000, de 3 de maio", [], "other"),
        ("o artigo 5.º do Código Civil", [], "other"),
        ("o n.º 3 do artigo 112.º da Constituição", [], "other"),
        ("o artigo 2.º, ponto 1, da Diretiva 2009/73/CE", [], "other"),
        ("o artigo 3.º do/a Decreto-Lei n.º 7/2001", [], "other"),
        ("o artigo 99.º", [], ""),
        ("o presente artigo", ["art_2"], ""),
        ("o artigo anterior", ["art_1-1"], ""),
        ("o capítulo II", ["chp_2"], ""),
    ],
)
def test_a_citation_finds_its_target(words: str, paths: list[str], owner: str) -> None:
    text = PORTUGAL.replace("euros por ano.", f"euros por ano. Vale {words}.")
    provisions = parse(text, "pt")
    at = text.index("Vale ")
    found = [one for one in citations(provisions) if at <= one.start < at + len(words) + 6]
    assert [one.reference.owner.value for one in found if one.reference] == [owner]
    assert [re.sub(r"^chp_\d+__(?=art)", "", path) for path in found[0].paths] == paths


@pytest.mark.parametrize(
    ("words", "paths", "owner"),
    [
        ("o art. 1º, § 2º, II", ["art_1__para_2__item_2"], ""),
        ("o inciso II do § 2º do art. 1º", ["art_1__para_2__item_2"], ""),
        ("o § 1º deste artigo", ["art_1__para_1"], ""),
        ("o § 2º do art. 1º", ["art_1__para_2"], ""),
        ("o parágrafo único do art. 2º", ["art_2__para_1"], ""),
        ("os arts. 1º e 2º", ["art_1", "art_2"], ""),
        ("o art. 2º-A", ["art_2-1"], ""),
        ("o art. 5º, LXXIV, da Constituição Federal", [], "other"),
        ("o art. 3º da Lei nº 8.078, de 11 de setembro de 1990", [], "other"),
    ],
)
def test_a_citation_in_a_law_of_brazil(words: str, paths: list[str], owner: str) -> None:
    text = BRAZIL.replace("§ 1º O cais é do município.", f"§ 1º O cais é do município. Vale {words}.")
    provisions = parse(text, "pt")
    at = text.index("Vale ")
    found = [one for one in citations(provisions) if at <= one.start < at + len(words) + 6]
    assert next(one.reference.owner.value for one in found if one.reference) == owner
    assert [re.sub(r"^chp_\d+__(?=art)", "", path) for path in found[0].paths] == paths


@pytest.mark.parametrize(
    "words", ["a Lei n.º 2", "o juiz, o réu, e, a final, o autor", "o Suplemento n.º 1", "n.º 2-A/98"]
)
def test_a_number_or_a_letter_that_is_no_citation(words: str) -> None:
    text = PORTUGAL.replace("euros por ano.", f"euros por ano. Vale {words}.")
    at = text.index("Vale ")
    assert [one for one in citations(parse(text, "pt")) if at <= one.start < at + len(words) + 6] == []


def test_an_item_of_brazil_is_below_its_alinea() -> None:
    lines = [
        "Art. 1º Valem:",
        "I - as taxas:",
        "a) fixas;",
        "b) variáveis:",
        "1. no verão;",
        "2. no inverno.",
        "Art. 2º Fim.",
    ]
    text = "\n\n".join(lines)
    (path,) = [clause.path for clause in parse(text, "pt").walk() if clause.label == "2."]
    assert path == "art_1__item_1__subitem_2__subitem_2"


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("nos termos do artigo 12.º-A e dos artigos 5.º, 6.º e 8.º a 10.º", [(12, 1), (5,), (6,), (8,), (10,)]),
        ("do art. 5º, § 2º, e dos arts. 7º e 10", [(5,), (7,), (10,)]),
        ("o artigo 5.º do Código Civil", []),
        ("os artigos 5.º e 6.º da Lei n.º 5/2000", []),
    ],
)
def test_the_cited_numbers_of_a_key(text: str, cited: list[tuple[int, ...]]) -> None:
    assert [one.value for one in PORTUGUESE.cited_numbers.cited(make_key(text).text)] == cited


@pytest.mark.parametrize(
    ("printed", "value", "written"),
    [("5.º", (7,), "7.º"), ("12.º-A", (13, 2), "13.º-B"), ("5º", (7,), "7º"), ("9º", (10,), "10"), ("10", (9,), "9º")],
)
def test_a_number_is_written_as_another_one(printed: str, value: tuple[int, ...], written: str) -> None:
    assert PORTUGUESE.cited_numbers.written(printed, value) == written


BEGINNINGS = [
    ("A presente lei entra em vigor no dia 1 de janeiro de 2021.", (Basis.STATED, date(2021, 1, 1), 0, 0)),
    ("A presente lei entra em vigor em 1 de janeiro de 2021.", (Basis.STATED, date(2021, 1, 1), 0, 0)),
    ("O presente decreto-lei produz efeitos a partir de 1 de julho de 2021.", (Basis.STATED, date(2021, 7, 1), 0, 0)),
    ("O presente regulamento é aplicável a partir de 25 de maio de 2018.", (Basis.STATED, date(2018, 5, 25), 0, 0)),
    ("A presente lei entra em vigor no dia seguinte ao da sua publicação.", (Basis.PUBLISHED, None, 1, 0)),
    ("A presente lei entra em vigor 30 dias após a sua publicação.", (Basis.PUBLISHED, None, 30, 0)),
    ("A presente lei entra em vigor no prazo de 90 dias após a sua publicação.", (Basis.PUBLISHED, None, 90, 0)),
    ("Esta Lei entra em vigor na data de sua publicação.", (Basis.PUBLISHED, None, 0, 0)),
    ("Esta Lei entra em vigor após decorridos 180 (cento e oitenta) dias de sua publicação oficial.",
     (Basis.PUBLISHED, None, 180, 0)),
    ("Este Código entra em vigor após decorrido 1 (um) ano da data de sua publicação oficial.",
     (Basis.PUBLISHED, None, 0, 12)),
    ("Este código entrará em vigor dentro de cento e oitenta dias a contar de sua publicação.",
     (Basis.PUBLISHED, None, 180, 0)),
    ("Art. 9º Esta Lei entrará em vigor 45 dias após a data de sua publicação.", (Basis.PUBLISHED, None, 45, 0)),
    ("O presente regulamento entra em vigor no vigésimo dia seguinte ao da sua publicação.",
     (Basis.PUBLISHED, None, 20, 0)),
    ("A presente lei entra em vigor seis meses após a sua publicação.", (Basis.PUBLISHED, None, 0, 6)),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "read"), BEGINNINGS, ids=[sentence for sentence, _ in BEGINNINGS])
def test_a_first_day(sentence: str, read: tuple[Basis, date | None, int, int]) -> None:
    (one,) = commencements(sentence, LAW)
    assert (one.basis, one.day, one.delay, one.months) == read
    assert one.clauses == ()
    assert not unread([sentence], LAW)


@pytest.mark.parametrize(
    ("sentence", "clauses"),
    [
        ("O artigo 3.º entra em vigor em 1 de janeiro de 2022.", ("artigo 3.º",)),
        ("Os artigos 3.º, 4.º e 5.º produzem efeitos a partir de 1 de janeiro de 2022.", ("artigos 3.º, 4.º e 5.º",)),
        (
            "O disposto no n.º 2 do artigo 5.º produz efeitos a partir de 1 de janeiro de 2022.",
            ("n.º 2 do artigo 5.º",),
        ),
    ],
)
def test_the_first_day_of_some_clauses(sentence: str, clauses: tuple[str, ...]) -> None:
    (one,) = commencements(sentence, LAW)
    assert (one.day, one.clauses) == (date(2022, 1, 1), clauses)


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("A presente lei entra em vigor em 1 de janeiro de 2021, salvo o artigo 5.º.", "effective"),
        ("A presente lei entra em vigor com o Orçamento do Estado subsequente à sua publicação.", "effective"),
        ("A presente lei entra em vigor no primeiro dia do mês seguinte ao da sua publicação.", "effective"),
        ("São revogados os diplomas constantes do anexo.", "repeals"),
        ("A presente lei caduca com a reforma do porto.", "expires"),
        ("É suspensa a vigência das normas sobre o cais.", "suspends"),
        ("É repristinado o regime dos cais.", "revives"),
        ("Para os casos do artigo 27.º a norma aplica-se a partir de 1 de janeiro de 2021.", "effective"),
        ("A obrigação prevista na presente lei produz efeitos a partir de 1 de janeiro de 2021.", "effective"),
        ("A desistência só produz efeitos quanto a custas.", ""),
        ("A execução fica suspensa se for prestada caução.", ""),
        ("A licença caduca em cinco anos.", ""),
        ("Revogam-se as disposições em contrário.", ""),
        ("Os processos pendentes à data da entrada em vigor da presente lei seguem o regime anterior.", ""),
    ],
)
def test_words_of_effect_that_are_not_read_are_reported(sentence: str, field: str) -> None:
    assert not commencements(sentence, LAW)
    assert not repeals(sentence, LAW)
    assert [one.field for one in unread([sentence], LAW)] == ([field] if field else [])


@pytest.mark.parametrize(
    ("sentence", "day", "years", "months"),
    [
        ("A presente lei vigora até 31 de dezembro de 2025.", date(2025, 12, 31), None, None),
        ("Esta Lei terá vigência até 31 de dezembro de 2025.", date(2025, 12, 31), None, None),
        ("A presente lei cessa a sua vigência em 1 de janeiro de 2026.", date(2025, 12, 31), None, None),
        ("A presente portaria vigora pelo prazo de cinco anos.", None, 5, None),
        ("A presente portaria vigora por seis meses.", None, None, 6),
    ],
)
def test_a_last_day(sentence: str, day: date | None, years: int | None, months: int | None) -> None:
    (one,) = expiries(sentence, LAW)
    assert (one.day, one.years, one.months) == (day, years, months)
    assert not unread([sentence], LAW)


REPEALS = [
    ("É revogado o Decreto-Lei n.º 3/87, de 5 de maio.", [("Decreto-Lei n.º 3/87, de 5 de maio", "n.º 3/87", ())]),
    ("Fica revogada a Lei nº 5.000, de 3 de maio de 2000.", [("Lei nº 5.000, de 3 de maio de 2000", "nº 5.000", ())]),
    ("A Lei n.º 5/2000, de 3 de maio, é revogada.", [("Lei n.º 5/2000, de 3 de maio", "n.º 5/2000", ())]),
    ("São revogados os artigos 2.º e 3.º da Lei n.º 5/2000, de 3 de maio.",
     [("Lei n.º 5/2000, de 3 de maio", "n.º 5/2000", ("artigos 2.º e 3.º",))]),
    ("Ficam revogados os arts. 2º e 3º da Lei nº 5.000, de 3 de maio de 2000.",
     [("Lei nº 5.000, de 3 de maio de 2000", "nº 5.000", ("arts. 2º e 3º",))]),
    ("Revoga-se a Lei nº 5.000, de 3 de maio de 2000.", [("Lei nº 5.000, de 3 de maio de 2000", "nº 5.000", ())]),
    ("São revogados a Lei n.º 5/2000, de 3 de maio, e o Decreto-Lei n.º 3/87, de 5 de maio.",
     [("Lei n.º 5/2000, de 3 de maio", "n.º 5/2000", ()), ("Decreto-Lei n.º 3/87, de 5 de maio", "n.º 3/87", ())]),
    ("É revogado o Decreto-Lei n.º 3/87, de 5 de maio, que aprova o regime dos cais.",
     [("Decreto-Lei n.º 3/87, de 5 de maio, que aprova o regime dos cais", "n.º 3/87", ())]),
    ("A Diretiva 95/46/CE é revogada com efeitos a partir de 25 de maio de 2018.",
     [("Diretiva 95/46/CE", "95/46/CE", ())]),
    ("1. A Diretiva 95/46/CE é revogada.", [("Diretiva 95/46/CE", "95/46/CE", ())]),
    ("§ 2º - Ficam revogados os incisos IX e X do art. 1º da Lei Complementar nº 4, de 2 de dezembro de 1969.",
     [("Lei Complementar nº 4, de 2 de dezembro de 1969", "nº 4", ("incisos IX e X do art. 1º",))]),
    ("É revogada a Lei n.º 5/2000, de 3 de maio, exceto os artigos 2.º e 3.º.", []),
    ("São revogados a Lei n.º 5/2000, de 3 de maio, e os demais diplomas sobre os cais.", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "named"), REPEALS, ids=[sentence for sentence, _ in REPEALS])
def test_a_repeal(sentence: str, named: list[tuple[str, str, tuple[str, ...]]]) -> None:
    found = repeals(sentence, LAW)
    assert [(one.title, one.number, one.extent) for one in found] == named
    assert all(one.kind is EventKind.REPEAL for one in found)


def test_a_suspension_and_an_extension() -> None:
    (one,) = suspensions("É suspensa a vigência do Decreto-Lei n.º 3/87, de 5 de maio.", LAW)
    assert (one.title, one.kind) == ("Decreto-Lei n.º 3/87, de 5 de maio", EventKind.SUSPENSION)
    (one,) = extensions("É prorrogada até 31 de dezembro de 2021 a vigência da Lei n.º 5/2000, de 3 de maio.", LAW)
    assert (one.number, one.until) == ("n.º 5/2000", date(2021, 12, 31))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("multa de R$ 1.200,50", ("R$1.200,50", "amount")),
        ("coima de 1 200,50 euros", ("1 200,50 euros", "amount")),
        ("coima de € 5000", ("€5000", "amount")),
        ("dois milhões de euros", ("dois milhões de euros", "amount")),
        ("duzentos e cinquenta euros", ("duzentos e cinquenta euros", "amount")),
        ("no prazo de trinta dias", ("trinta dias", "deadline")),
        ("no prazo de 30 (trinta) dias úteis", ("30(trinta)dias úteis", "deadline")),
        ("o juro de 5 %", ("5%", "percentage")),
        ("o juro de cinco por cento", ("cinco por cento", "percentage")),
        ("a Lei n.º 46/2018", ("Lei n.º46/2018", "document-number")),
        ("a Lei nº 8.078", ("Lei nº8.078", "document-number")),
        ("em 1 de outubro de 2015", ("1 de outubro de 2015", "date")),
        ("o Ministério da Justiça", ("Ministério da Justiça", "body")),
        ("do artigo 12.º-A", ("artigo 12.º-A", "citation")),
    ],
)
def test_a_value(text: str, expected: tuple[str, str]) -> None:
    key = make_key(text).text
    found = [(key[atom.start : atom.end], atom.kind.value) for atom in find_atoms(key, Vocabulary(LAW))]
    assert [one for one in found if one[1] != "word"] == [expected]


@pytest.mark.parametrize(
    ("title", "kind", "rank", "draft", "amends"),
    [
        ("Lei n.º 46/2018, de 13 de agosto", "Lei", "statute", False, False),
        ("LEI Nº 8.078, DE 11 DE SETEMBRO DE 1990", "Lei", "statute", False, False),
        ("Lei Complementar nº 95, de 26 de fevereiro de 1998", "Lei Complementar", "statute", False, False),
        ("Decreto-Lei n.º 131/95, de 6 de junho", "Decreto-Lei", None, False, False),
        ("Medida Provisória nº 2.200-2, de 24 de agosto de 2001", "Medida Provisória", "statute", False, False),
        ("Constituição da República Portuguesa", "Constituição", "constitution", False, False),
        ("Portaria n.º 5/2020, de 3 de março", "Portaria", None, False, False),
        ("Regulamento (UE) 2016/679", "Regulamento", None, False, False),
        ("Projeto de lei n.º 12", None, None, True, False),
        ("Lei n.º 7/2021, de 3 de maio, que altera a Lei n.º 7/2020", "Lei", "statute", False, True),
    ],
)
def test_a_title(title: str, kind: str | None, rank: str | None, *, draft: bool, amends: bool) -> None:
    titles = PORTUGUESE.titles
    assert titles.kind(title) == kind
    assert titles.rank(Bearer(kind or "", "", (), local=False)) == rank
    assert titles.is_draft(title) is draft
    assert titles.amends(title) is amends


def test_titles_of_one_policy_differ_by_day_and_number() -> None:
    old, new = "Lein.º7/2020,de3demarço,docais", "Lein.º12/2024,de5deabril,docais"
    assert PORTUGUESE.titles.same(old) == PORTUGUESE.titles.same(new)


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("primeiro", 1),
        ("décimo quinto", 15),
        ("vigésima primeira", 21),
        ("único", 1),
        ("sétima", 7),
        ("XIV", 14),
        ("3.º", 3),
    ],
)
def test_an_ordinal(word: str, value: int) -> None:
    assert ordinal(word) == value


@pytest.mark.parametrize(
    ("word", "value"),
    [("um", 1), ("vinte e um", 21), ("dezesseis", 16), ("dezasseis", 16), ("noventa", 90), ("cem", 100)],
)
def test_a_cardinal(word: str, value: int) -> None:
    assert cardinal(word) == value


def test_a_law_and_its_amended_version() -> None:
    amended = PORTUGAL.replace("1 200,50 euros", "1 350 euros").replace("O cais é do município.", "O cais é do Estado.")
    result = compare(parse(PORTUGAL, "pt"), parse(amended, "pt"))
    changed = {
        (change.old or change.new)[0]: change.operation.value
        for change in result.changes
        if change.operation.value != "unchanged"
    }
    assert changed == {"Artigo 1.º-A": "amended", "Artigo 2.º": "amended"}
    assert ("1 200,50 euros", "1 350 euros") in {(row.old, row.new) for row in result.values}


def test_a_citation_follows_a_renumbering() -> None:
    old = "nos termos do artigo 5.º, n.º 2, e dos artigos 6.º e 7.º"
    moved = {(5,): (6,), (6,): (7,), (7,): (8,)}
    new = "nos termos do artigo 6.º, n.º 2, e dos artigos 7.º e 8.º"
    assert follow(make_key(old).text, moved, LAW) == make_key(new).text


def test_citations_are_written_as_portuguese_law_writes_them() -> None:
    citing = PORTUGUESE.citing
    article = citing.part(ClauseKind.ARTICLE, "Artigo 5.º", "5", in_outline=False)
    item = citing.part(ClauseKind.ITEM, "2 -", "2", in_outline=False)
    assert citing.joined([article, item, "a)"]) == "Artigo 5.º, n.º 2, a)"


@pytest.mark.parametrize(
    ("lines", "commenced", "amendments"),
    [
        (
            "Diário da República n.º 155/2018, Série I de 2018-08-13\n\nData de entrada em vigor: 2018-08-14",
            date(2018, 8, 14),
            [],
        ),
        (
            "Com as alterações introduzidas por: Lei n.º 1/2010, de 3 de março; Decreto-Lei n.º 5/2015;",
            None,
            [("n.º 1/2010", None), ("n.º 5/2015", None)],
        ),
        ("(Alterada pela Lei nº 12.039, de 1º de outubro de 2009)", None, [("n.º 12.039", date(2009, 10, 1))]),
    ],
)
def test_the_lines_below_a_title(lines: str, commenced: date | None, amendments: list[tuple[str, date | None]]) -> None:
    found = caption(f"{lines}\n\nArtigo 1.º\n\nO cais.\n", LAW)
    assert found is not None
    assert found.commenced == commenced
    assert [(one.number, one.date) for one in found.amendments] == amendments
    assert (found.end, found.unread) == (len(lines), ())


def test_a_list_of_amendments_that_is_not_read_whole_is_reported() -> None:
    line = "(Alterada pela Lei nº 12.039 e por outras)"
    found = caption(f"{line}\n\nArt. 1º O cais.\n", LAW)
    assert found is not None
    assert (found.amendments, found.unread) == ((), (line,))


def test_two_statements_of_one_subject() -> None:
    sentence = (
        "A presente lei entra em vigor no dia seguinte ao da sua publicação e produz efeitos desde 1 de julho de 2021."
    )
    first, second = sorted(commencements(sentence, LAW), key=lambda one: one.start)
    assert (first.basis, first.delay, first.clauses) == (Basis.PUBLISHED, 1, ())
    assert (second.day, second.clauses) == (date(2021, 7, 1), ())
