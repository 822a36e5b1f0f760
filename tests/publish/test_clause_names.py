"""What the annexes of a text are called when they are cited, and where an edit names one."""

from __future__ import annotations

import pytest

from yange.compare.result import Band, Edge, Edit
from yange.parse import parse
from yange.publish.facts.clause_names import names_of
from yange.publish.facts.words import Words
from yange.publish.parts.marked_words import pieces

TEXTS = {
    "Anhang": "Verordnung\n\n§ 1 Zweck\n\nGebühren.\n\n§ 2 Höhe\n\nSiehe Anhang 1.\n\nAnhang 1\n\nZehn Franken.\n",
    "Anlage": "Verordnung\n\n§ 1 Zweck\n\nGebühren.\n\n§ 2 Höhe\n\nSiehe Anlage 1.\n\nAnlage 1\n\nZehn Euro.\n",
    "annexe": "Règlement\n\nArticle 1er\n\nIl fixe les droits.\n\nArticle 2\n\nVoir annexe I.\n\nANNEXE I\n\nTarifs.\n",
    "schedule": "Ferries Act\n\n1. This Act applies to ferries.\n\n2. Schedule 1 has effect.\n\nSCHEDULE 1\n\nFees.\n",
    "anexo": "Ley de Puertos\n\nArtículo 1. Puertos.\n\nArtículo 2. Véase el anexo I.\n\nANEXO I\n\nTasas.\n",
    "別表": "港湾条例\n\n第一条　港湾。\n\n第二条　別表第一。\n\n別表第一（第二条関係）\n\n百円とする。\n",
    "별표": "항만 조례\n\n제1조(목적) 항만.\n\n제2조(사용료) 별표 1과 같다.\n\n[별표 1] 사용료\n\n백원으로 한다.\n",
    "附件": "港口办法\n\n第一条　管理港口。\n\n第二条　收费见附件1。\n\n附件1\n\n收费标准\n",
}


@pytest.mark.parametrize(
    ("text", "language", "called"),
    [
        ("Anhang", "de", "Anhang 1"),
        ("Anlage", "de", "Anlage 1"),
        ("annexe", "fr", "Annexe I"),
        ("schedule", "en", "Schedule 1"),
        ("anexo", "es", "Anexo I"),
        ("別表", "ja", "別表第一"),
        ("별표", "ko", "별표 1"),
        ("附件", "zh", "附件一"),
    ],
)
def test_an_annex_is_called_what_its_heading_calls_it(text: str, language: str, called: str) -> None:
    names = names_of(parse(TEXTS[text], language=language))
    assert [name.own for path, name in names.items() if path.startswith("annex_")] == [called]


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "to Annex 4, 1)"), ("de", "nach Anhang 4, 1)"), ("zh", "附件四 1)")],
    ids=["en", "de", "zh"],
)
def test_an_edit_names_another_annex_in_the_words_of_the_page(language: str, told: str) -> None:
    edit = Edit("delete", "Kinder", elsewhere="附件四 1)")
    edge = Edge("第一条", "第一条", "art_1", "art_1", 0.5, Band.SURE, (edit,))
    assert told in str(pieces(edge, Words(language)))
