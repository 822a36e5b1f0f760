"""Cited articles after a renumbering, as tables that a lawyer of each language can read: ``data/citations.txt``.

An article is inserted before the second of five, so that articles 2 to 5 become 3 to 6; the last one cites others.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from yange.compare import Comparison, compare
from yange.parse import parse

TABLE = Path(__file__).parent / "data" / "citations.txt"
HAN = "〇一二三四五六"
LABELS = {
    "en": ("en", "Article {n}\n\n"),
    "en-s": ("en", "Section {n}. "),
    "fr": ("fr", "Article {n}\n\n"),
    "fr-L": ("fr", "Article L. 121-{n}\n\n"),
    "de": ("de", "§ {n}\n\n"),
    "de-A": ("de", "Artikel {n}\n\n"),
    "es": ("es", "Artículo {n}. "),
    "pt": ("pt", "Artigo {n}.º\n\n"),
    "pt-BR": ("pt", "Art. {n}º "),
    "it": ("it", "Articolo {n}\n\n"),
    "nl": ("nl", "Artikel {n}\n\n"),
    "ja": ("ja", "第{han}条　"),
    "ko": ("ko", "제{n}조 "),
    "zh-Hans": ("zh-Hans", "第{han}条　"),
    "zh-Hant": ("zh-Hant", "第{han}條　"),
}
"""The language of a kind of text, and how it prints the label of an article."""
SENTENCES = {
    "en": (
        "The harbour office keeps a public list of all berths and of their holders.",
        "This Act applies to boats on the lake.",
        "A fee of five euros is due for each crossing by day.",
        "The clerk counts all passengers and writes them into the log.",
        "A bell hangs in every boat from May to October.",
    ),
    "fr": (
        "Le bureau du port tient une liste publique des places et de leurs titulaires.",
        "La présente loi s'applique aux bacs du lac.",
        "Un droit de cinq euros est dû pour chaque passage de jour.",
        "Le greffier compte les passagers et les inscrit au registre.",
        "Une cloche est suspendue dans chaque bac de mai à octobre.",
    ),
    "de": (
        "Das Hafenamt führt eine öffentliche Liste der Liegeplätze und ihrer Inhaber.",
        "Dieses Gesetz gilt für Fähren auf dem See.",
        "Für jede Überfahrt am Tage ist eine Gebühr von fünf Euro fällig.",
        "Der Schreiber zählt die Fahrgäste und trägt sie in das Buch ein.",
        "In jeder Fähre hängt von Mai bis Oktober eine Glocke.",
    ),
    "es": (
        "La oficina del puerto lleva una lista pública de los amarres y de sus titulares.",
        "La presente ley se aplica a las barcas del lago.",
        "Por cada travesía de día se paga una tasa de cinco euros.",
        "El escribano cuenta los pasajeros y los anota en el libro.",
        "En cada barca cuelga una campana de mayo a octubre.",
    ),
    "pt": (
        "A capitania mantém uma lista pública dos cais e dos seus titulares.",
        "A presente lei aplica-se às barcas do lago.",
        "Por cada travessia de dia é devida uma taxa de cinco euros.",
        "O escrivão conta os passageiros e inscreve-os no livro.",
        "Em cada barca há um sino de maio a outubro.",
    ),
    "it": (
        "L'ufficio del porto tiene un elenco pubblico degli ormeggi e dei loro titolari.",
        "La presente legge si applica alle barche del lago.",
        "Per ogni traversata di giorno è dovuto un diritto di cinque euro.",
        "Lo scrivano conta i passeggeri e li iscrive nel registro.",
        "In ogni barca è appesa una campana da maggio a ottobre.",
    ),
    "nl": (
        "Het havenkantoor houdt een openbare lijst van de ligplaatsen en hun houders bij.",
        "Deze wet is van toepassing op veren op het meer.",
        "Voor elke overtocht bij dag is een recht van vijf euro verschuldigd.",
        "De schrijver telt de reizigers en schrijft hen in het boek.",
        "In elk veer hangt van mei tot oktober een bel.",
    ),
    "ja": (
        "港務所は、係留場所及びその権利者の一覧を公表しなければならない。",
        "この法律は、湖の渡船に適用する。",
        "昼間の渡船一回につき、五百円の手数料を納めなければならない。",
        "書記は、乗客の数を数え、帳簿に記載しなければならない。",
        "渡船には、五月から十月まで鐘を備えなければならない。",
    ),
    "ko": (
        "항만사무소는 계류장과 그 권리자의 목록을 공개하여야 한다.",
        "이 법은 호수의 나룻배에 적용한다.",
        "낮에 건너는 때마다 500원의 수수료를 내야 한다.",
        "서기는 승객의 수를 세어 장부에 적어야 한다.",
        "모든 나룻배에는 5월부터 10월까지 종을 달아야 한다.",
    ),
    "zh-Hans": (
        "港务所公布泊位及其权利人名册。",
        "本办法适用于湖上渡船。",
        "白天每次过渡缴纳五元费用。",
        "书记员清点乘客并登记入册。",
        "渡船五月至十月悬挂铜铃。",
    ),
    "zh-Hant": (
        "港務所應公告泊位及其權利人名冊。",
        "本條例適用於湖上渡船。",
        "白天每次過渡應繳納五百元費用。",
        "書記應清點乘客並登記入冊。",
        "渡船於五月至十月應懸掛銅鈴。",
    ),
}
"""The sentence of the inserted article, then those of the first four."""


def rows() -> list[tuple[str, ...]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [tuple(map(str.strip, line.split("|"))) for line in lines if line.strip() and not line.startswith("#")]


def compared(kind: str, old: str, new: str) -> Comparison:
    tag, label = LABELS[kind]
    inserted, *first = SENTENCES[tag]
    sides = ([*first, old], [first[0], inserted, *first[1:], new])
    texts = (
        "\n\n".join(label.format(n=nth, han=HAN[nth]) + words for nth, words in enumerate(side, 1)) for side in sides
    )
    return compare(*(parse(text, tag) for text in texts))


@pytest.mark.parametrize(("kind", "old", "new", "grade"), rows(), ids=lambda cell: str(cell)[:60])
def test_a_citation_follows_the_article_it_cites(kind: str, old: str, new: str, grade: str) -> None:
    result = compared(kind, old, new)
    (citing,) = (change for change in result.changes if change.new_texts and new in change.new_texts[-1])
    assert (citing.grade, result.values) == (grade, ())
