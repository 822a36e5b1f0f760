"""References in English texts: which clauses they name, and whose."""

from __future__ import annotations

import pytest

from yange.citations import citations
from yange.law.aspects.citations import Owner
from yange.law.en.citations import CITATIONS
from yange.law.en.cited_numbers import CITED_NUMBERS
from yange.parse import parse

BY_SECTIONS = CITATIONS.of_text("1 Fees\nA fee is due.\n")
BY_ARTICLES = CITATIONS.of_text("Article 1\nA fee is due.\n")


def read(text: str, by_articles: bool = False) -> list[tuple[str, list[str]]]:
    reader = BY_ARTICLES if by_articles else BY_SECTIONS
    return [
        (
            one.text,
            ["/".join(f"{step.level.value} {'.'.join(map(str, step.value))}" for step in way) for way in one.targets],
        )
        for one in reader.references(text, 0, len(text))
    ]


@pytest.mark.parametrize(
    ("text", "words", "targets"),
    [
        ("under section 5(1)(a)", "section 5(1)(a)", ["article 5/subsection 1/letter 1"]),
        ("see s 5 and", "s 5", ["article 5"]),
        ("see s. 5 and", "s. 5", ["article 5"]),
        ("ss 3–5 apply", "ss 3–5", ["article 3", "article 4", "article 5"]),
        ("sections 3, 4 and 6(2)", "sections 3, 4 and 6(2)", ["article 3", "article 4", "article 6/subsection 2"]),
        ("section 5(1) or (2)", "section 5(1) or (2)", ["article 5/subsection 1", "article 5/subsection 2"]),
        (
            "section 5(1)(a) to (c)",
            "section 5(1)(a) to (c)",
            ["article 5/subsection 1/letter 1", "article 5/subsection 1/letter 2", "article 5/subsection 1/letter 3"],
        ),
        ("subsections (1) and (3)", "subsections (1) and (3)", ["subsection 1", "subsection 3"]),
        ("paragraph (a)", "paragraph (a)", ["letter 1"]),
        ("paragraph (a) of subsection (2)", "paragraph (a) of subsection (2)", ["subsection 2/letter 1"]),
        (
            "clause (b) of sub-section (1) of section 5",
            "clause (b) of sub-section (1) of section 5",
            ["article 5/subsection 1/letter 2"],
        ),
        ("paragraph 3 of Schedule 2", "paragraph 3 of Schedule 2", ["annex 2/article 3"]),
        ("Schedule 2 paragraph 3", "Schedule 2 paragraph 3", ["annex 2/article 3"]),
        ("Part 1 of Schedule 2", "Part 1 of Schedule 2", ["annex 2/part 1"]),
        ("regulation 4(2)", "regulation 4(2)", ["article 4/subsection 2"]),
        ("reg. 4", "reg. 4", ["article 4"]),
        ("regs 4 and 5", "regs 4 and 5", ["article 4", "article 5"]),
        ("rule 3.1", "rule 3.1", ["article 3.1"]),
        ("sections 12A and 12AA", "sections 12A and 12AA", ["article 12.1", "article 12.1.1"]),
        (
            "section 101(a)(1)(A)(i)(I)",
            "section 101(a)(1)(A)(i)(I)",
            ["article 101/letter 1/subsection 1/item 1/subitem 1/subitem 1"],
        ),
        ("§§ 101 and 102", "§§ 101 and 102", ["article 101", "article 102"]),
    ],
)
def test_what_a_reference_names(text: str, words: str, targets: list[str]) -> None:
    assert read(text) == [(words, targets)]


def test_a_section_is_a_division_in_a_text_with_articles() -> None:
    assert read("Section 2 of Chapter III", by_articles=True)[0][1] == ["chapter 3/section 2"]
    assert read("Article 5(2)(b)", by_articles=True)[0][1] == ["article 5/subsection 2/letter 2"]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("section 5 of this Act", Owner.OWN),
        ("section 5 above", Owner.OWN),
        ("section 5", Owner.UNSAID),
        ("paragraph 3 of the Schedule", Owner.UNSAID),
        ("section 5 in the prescribed manner", Owner.UNSAID),
        ("s 5 of the Harbour Act 1990", Owner.OTHER),
        ("section 5 of that Act", Owner.OTHER),
        ("section 5 of the principal Act", Owner.OTHER),
        ("section 2 of the Companies Act, 1956 (1 of 1956)", Owner.OTHER),
        ("the Harbour Act 1990 (c. 12), section 5", Owner.OTHER),
        ("Article 5 of Directive 95/46/EC", Owner.OTHER),
        ("section 1983 of title 42, United States Code", Owner.OTHER),
        ("42 U.S.C. 1983", Owner.OTHER),
        ("42 U.S.C. § 1983(a)", Owner.OTHER),
    ],
)
def test_whose_clause_it_is(text: str, owner: Owner) -> None:
    assert [one.owner for one in BY_SECTIONS.references(text, 0, len(text))] == [owner]


@pytest.mark.parametrize(
    "text",
    ["5 boats", "articles of rope", "paragraphs", "Rs 500", "the Boats Regulations 1990", "the Court Rules 2020"],
)
def test_no_reference(text: str) -> None:
    assert read(text) == []


def test_references_find_their_clauses() -> None:
    text = (
        "Harbour Boats Act 2020\n\n1 Fees\n\n(1) A fee is due under paragraph 2 of Schedule 1.\n\n"
        "(2) Subsection (1) does not apply under section 2(1).\n\n2 Waivers\n\n(1) Section 1(2) applies.\n\n"
        "(2) This Act may be cited as the Harbour Boats Act 2020.\n\n"
        "Schedule 1\n\n1 A boat of one mast.\n\n2 Any other boat.\n"
    )
    found = {one.text: one.paths for one in citations(parse(text, "en"))}
    assert found["section 2(1)"] == ("art_2__item_1",)
    assert found["Subsection (1)"] == ("art_1__item_1",)
    assert found["Section 1(2)"] == ("art_1__item_2",)
    assert [path.split("__")[0] for path in found["paragraph 2 of Schedule 1"]] == ["annex_1"]


@pytest.mark.parametrize(
    ("key", "numbers"),
    [
        ("under section 5 and sections 6 and 7A", [((5,), "section 5"), ((6,), "section 6"), ((7, 1), "section 7A")]),
        ("regulation 4 applies", [((4,), "regulation 4")]),
        ("section 5 of the Harbour Act 1990", []),
        ("Section 2 of Chapter III", []),
        ("Article 5", [((5,), "Article 5")]),
    ],
)
def test_cited_numbers(key: str, numbers: list[tuple[tuple[int, ...], str]]) -> None:
    assert [(one.value, one.label) for one in CITED_NUMBERS.cited(key)] == numbers
