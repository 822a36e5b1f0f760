"""Cited clause numbers, as comparison follows them through a renumbering."""

from __future__ import annotations

import pytest

from yange.compare.findings.citation_fates import same_place
from yange.compare.match.renumbering import covered_articles, follow, is_own, own_citations
from yange.law import law_named

LAW = law_named("zh-Hans")
MOVED = {(3,): (5,), (3, 1): (6,), (4,): (5, 1), (0, 1): (0, 2), (9,): (12, 27), (8,): (12, 0, 1)}


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("按照第三条办理", "按照第五条办理"),
        ("按照第3条办理", "按照第5条办理"),
        ("按照第三条之一第二款办理", "按照第六条第二款办理"),
        ("按照第四条办理", "按照第五条之一办理"),
        ("见附件1", "见附件2"),
        ("见附录一", "见附录二"),
        ("按照本条例第三条办理", "按照本条例第五条办理"),
        ("按照《早市条例》第三条、第四条办理", "按照《早市条例》第三条、第四条办理"),
        ("under Article 3", "under Article 5"),
        ("under Articles 3, 4 and 7", "under Articles 5, 5A and 7"),
        ("under Article 3 of the Ports Act", "under Article 3 of the Ports Act"),
        ("under Articles 8 and 9", "under Articles 12ZA and 12AA"),
        ("第三方", "第三方"),
    ],
)
def test_citations_follow_their_articles(was: str, now: str) -> None:
    assert follow(was, MOVED, LAW) == now


def test_how_a_cited_clause_is_called() -> None:
    assert own_citations("第三条和附件1, Articles 5 and 6", LAW) == [
        ("第三条", (3,)),
        ("Article 5", (5,)),
        ("Article 6", (6,)),
    ]


@pytest.mark.parametrize(("key", "numbers"), [("第三条至第五条", {(3,), (4,), (5,)}), ("第三条、第五条", {(3,), (5,)})])
def test_what_a_range_covers(key: str, numbers: set[tuple[int, ...]]) -> None:
    assert covered_articles(key, LAW) == numbers


@pytest.mark.parametrize(
    ("key", "own"),
    [
        ("第三条", True),
        ("条例第三条", False),
        ("本条例第三条", True),
        ("《甲》(乙)第三条", False),
        ("《甲》第二条、第三条", False),
    ],
)
def test_whose_article_is_cited(key: str, *, own: bool) -> None:
    assert is_own(key, key.index("第三条"), LAW) is own


@pytest.mark.parametrize(
    ("was", "now", "same"),
    [
        ("第三条第(二)项", "第三条第二项", True),
        ("第三条第二款", "第三条第二款", True),
        ("第三条第二款", "第三条第三款", False),
        ("第三条之一", "第三条", False),
        ("第三方", "第三方", False),
    ],
)
def test_one_place_printed_in_two_ways(was: str, now: str, *, same: bool) -> None:
    assert same_place(was, now, LAW) is same


def test_each_number_is_read_by_one_pack() -> None:
    assert own_citations("第三条", (*LAW, *LAW)) == [("第三条", (3,))]
