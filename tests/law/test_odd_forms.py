"""Forms of drafting manuals that are rare: lists and ranges in capitals, fractions, shares, terms of their own."""

from __future__ import annotations

import pytest

from yange.citations.scan import references
from yange.compare.text.atoms import find_atoms
from yange.compare.text.keys import make_key
from yange.compare.text.vocabulary import Vocabulary
from yange.law import law_named
from yange.law.aspects.citations import Level
from yange.parse import parse

SHORT = {
    Level.ARTICLE: "", Level.PARAGRAPH: "¶", Level.SUBSECTION: "¶", Level.SENTENCE: "s", Level.ITEM: "n",
    Level.LETTER: "l", Level.ANNEX: "A",
}  # fmt: skip

# language, words, clauses: the article, then ¶ paragraph, s sentence, n number, l letter
CITED = [
    ("fr", "AUX ARTICLES 3 ET 4", "3 4"),
    ("fr", "les articles 3 à 5, 7 et 9 bis", "3 4 5 7 9.1"),
    ("fr", "articles 12-1 à 12-4", "12.1 12.2 12.3 12.4"),
    ("fr", "aux alinéas 1er et 2 de l'article 4", "4¶1 4¶2"),
    ("fr", "aux alinéas 2 à 4 de l'article 4", "4¶2 4¶3 4¶4"),
    ("fr", "aux lettres a et b de l'article 4", "4l1 4l2"),
    ("fr", "l'art. 5, ch. 2", "5n2"),
    ("fr", "l'art. 1, let. a et b, est", "1l1 1l2"),
    ("fr", "l'art. 1, let. b à d", "1l2 1l3 1l4"),
    ("fr", "l'art. 1, let. b, y compris", "1l2"),
    ("fr", "l'art. 1, let. b, a le droit", "1l2"),
    ("fr", "l'article 3, §§ 1er et 2, de la loi", "3n1 3n2"),
    ("fr", "l'article 3, §§ 2 à 4", "3n2 3n3 3n4"),
    ("fr", "l'article 3, § 1er, et 2 bacs", "3n1"),
    ("en", "article 3 (1) or (2)", "3¶1 3¶2"),
    ("en", "article 3 (a boat)", "3"),
    ("fr", "l'article 3, § 2, alinéa 1er, 3°", "3n2¶1n3"),
    ("de", "DIE §§ 3 UND 4", "3 4"),
    ("de", "DIE ARTIKEL 3 BIS 5", "3 4 5"),
    ("de", "§ 5 Abs. 1 S. 2 Nr. 3 Buchst. a", "5¶1s2n3l1"),
    ("de", "Artikel 3 Absatz 1 Buchstaben a bis c", "3¶1l1 3¶1l2 3¶1l3"),
    ("de", "Art. 3 Bst. c und d", "3l3 3l4"),
    ("de", "BGBl. I 2003 S. 22", ""),
    ("es", "LOS ARTÍCULOS 3 Y 4", "3 4"),
    ("es", "los artículos 3o. y 4o.", "3 4"),
    ("es", "las fracciones I a III y V del artículo 3", "3n1 3n2 3n3 3n5"),
    ("es", "los apartados 2 y 3 del artículo 5", "5n2 5n3"),
    ("es", "los párrafos segundo y tercero del artículo 5", "5¶2 5¶3"),
    ("es", "las letras a) y c) del artículo 5", "5l1 5l3"),
    ("pt", "OS ARTIGOS 3.º E 4.º", "3 4"),
    ("pt", "OS ARTIGOS 3.º A 5.º", "3 4 5"),
    ("it", "GLI ARTICOLI 3 E 4", "3 4"),
    ("it", "lettere a), b) e c) dell'articolo 2", "2l1 2l2 2l3"),
    ("it", "lettere d) ed e) dell'articolo 2", "2l4 2l5"),
    ("nl", "DE ARTIKELEN 3 EN 4", "3 4"),
    ("nl", "DE ARTIKELEN 3 TOT EN MET 5", "3 4 5"),
    ("nl", "art. 3:40", "3.40"),
    ("nl", "artikel 3, §§ 1 en 2, van de wet", "3n1 3n2"),
    ("nl", "artikel 3, § 2", "3n2"),
    ("en", "ARTICLES 3 AND 4", "3 4"),
    ("en", "ARTICLES 3 TO 5", "3 4 5"),
    ("en", "Articles 3A to 3C", "3.1 3.2 3.3"),
]


@pytest.mark.parametrize(("language", "words", "clauses"), CITED)
def test_a_list_or_a_range(language: str, words: str, clauses: str) -> None:
    readers = [pack.citations.of_text(words) for pack in law_named(language)]
    found = [
        "".join(f"{SHORT[step.level]}{'.'.join(map(str, step.value))}" for step in target)
        for one in references(readers, words)
        for target in one.targets
    ]
    assert " ".join(found) == clauses


VALUES = [
    ("fr", "de 2,5 M€", "2,5 M€", "amount"),
    ("fr", "de 5 ‰", "5‰", "percentage"),
    ("de", "binnen Monatsfrist", "Monatsfrist", "deadline"),
    ("de", "nach anderthalb Jahren", "anderthalb Jahren", "deadline"),
    ("de", "von fünf Promille", "fünf Promille", "percentage"),
    ("de", "von 5 v. T.", "5 v.T.", "percentage"),
    ("es", "el 5 por 1000", "5 por 1000", "percentage"),
    ("es", "el dos por mil", "dos por mil", "percentage"),
    ("pt", "em 1 de Janeiro de 2020", "1 de Janeiro de 2020", "date"),
    ("pt", "em 1.º de janeiro de 2020", "1.ºde janeiro de 2020", "date"),
    ("it", "di due terzi", "due terzi", "ratio"),
    ("nl", "van 5 promille", "5 promille", "percentage"),
    ("nl", "van 10 ten honderd", "10 ten honderd", "percentage"),
    ("nl", "een boete van de derde categorie", "boete van de derde categorie", "amount"),
    ("nl", "bij twee derde meerderheid", "twee derde", "ratio"),
    ("et", "kaks kolmandikku", "kaks kolmandikku", "ratio"),
    ("ko", "천분의 5", "천분의 5", "percentage"),
    ("en", "at 5 per centum", "5 per centum", "percentage"),
]


@pytest.mark.parametrize(("language", "text", "value", "kind"), VALUES)
def test_a_value(language: str, text: str, value: str, kind: str) -> None:
    key = make_key(text).text
    found = [(key[one.start : one.end], one.kind.value) for one in find_atoms(key, Vocabulary(law_named(language)))]
    assert (value, kind) in found


MODAL = [
    ("fr", "Le maire est habilité à agir.", "est habilité"),
    ("fr", "Elles ont le droit d'agir.", "ont le droit"),
    ("de", "Der Verkauf ist untersagt.", "ist untersagt"),
    ("de", "Sie sind befugt.", "sind befugt"),
    ("es", "Se vende, queda prohibido.", "queda prohibido"),
    ("es", "La venta se prohíbe.", "se prohíbe"),
    ("es", "El barquero habrá de avisar.", "habrá de"),
    ("pt", "É obrigatório e é obrigatória.", "é obrigatória"),
    ("it", "Il barcaiolo ha diritto.", "ha diritto"),
]


@pytest.mark.parametrize(("language", "text", "word"), MODAL)
def test_a_word_of_duty_or_permission(language: str, text: str, word: str) -> None:
    (duty,) = (pattern for name, pattern in law_named(language)[0].style.modality if name == "duty")
    assert word in [match[0] for match in duty.finditer(make_key(text).text)]


def test_a_clause_that_speaks_of_itself() -> None:
    texts = ("the purposes of this section", "this Regulation", "In this Part, boat", "this Part 3")
    law = law_named("en")
    found = [[one.text for one in law[0].citations.references(text, 0, len(text))] for text in texts]
    assert found == [["this section"], [], ["this Part"], ["Part 3"]]


@pytest.mark.parametrize(
    ("language", "label", "numbers", "paths"),
    [
        ("es", "Artículo {}.", "3-07 3-08 3-09", "3-7 3-8 3-9"),
        ("et", "§ {}.", "1 2 21 22 3 4 5 6 7 8 9 10 11 12 121 13", "1 2 2-1 2-2 3 4 5 6 7 8 9 10 11 12 12-1 13"),
        ("et", "§ {}.", "10 11 12 13 20 21 22", "10 11 12 13 20 21 22"),
    ],
)
def test_numbers_that_the_chain_reads(language: str, label: str, numbers: str, paths: str) -> None:
    """A raised number that a copy lost (§ 23¹ as § 231) is told by its neighbours; 21 behind 20 is 21."""
    text = "\n\n".join(f"{label.format(one)} Parv {one}" for one in numbers.split())
    assert [clause.path.removeprefix("art_") for clause in parse(text, language).primary] == paths.split()


def test_the_sections_of_an_act_in_capitals() -> None:
    text = "The Harbour Act\n\n1. This Act may be cited as the Harbour Act.\n\n2. SECTIONS 3 TO 5 apply."
    readers = [pack.citations.of_text(text) for pack in law_named("en")]
    (one,) = references(readers, text)
    assert [target[0].value for target in one.targets] == [(3,), (4,), (5,)]
