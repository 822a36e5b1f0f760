"""Headings above articles that are numbered as lists are: which lines they are, and what is below them."""

from __future__ import annotations

import pytest

from yange.model import ClauseKind
from yange.parse import parse

_SENTENCE = "Die Behörde führt ein Verzeichnis der Stege."


def _divisions(text: str, language: str, place: str = "") -> list[str]:
    """Return each section with its labels from the outermost, and each article with the section it is in."""
    root = parse(text, language, place).root
    found: list[str] = []

    def look(clause: object, above: tuple[str, ...]) -> None:
        for child in clause.children:
            if child.kind is ClauseKind.SECTION:
                look(child, (*above, child.label))
            elif child.kind is ClauseKind.ARTICLE:
                found.append(" ".join((*above, child.label)))
                assert not any(one.kind is ClauseKind.SECTION for one in child.walk())
            else:
                look(child, above)

    look(root, ())
    return found


def _written(outline: str, marked: bool) -> str:
    """Return a law from an outline such as "A. Zweck / Art. 1", with a sentence below each article."""
    lines = ["Gesetz über die Stege"]
    for line in outline.split(" / "):
        article = line.startswith(("Art.", "§"))
        level = 4 if article else 2 + (not line.startswith(tuple("ABCDEFGH"))) + line[0].isdigit()
        lines.append("#" * level + " " + line if marked else line)
        if article:
            lines.append(_SENTENCE)
    return "\n\n".join(lines) + "\n"


EIGHT = " / ".join(f"{letter}. Stege / Art. {at}" for at, letter in enumerate("ABCDEFGH", 1))
IN_EIGHT = [f"{letter}. Art. {at}" for at, letter in enumerate("ABCDEFGH", 1)]
TABLE = {
    "C. after I. continues A. and B., and is no Roman number": (
        "A. Zweck / I. Stege / Art. 1 / II. Brücken / Art. 2 / B. Bau / I. Eid / Art. 3 / C. Rest / I. Tag / Art. 4",
        ["A. I. Art. 1", "A. II. Art. 2", "B. I. Art. 3", "C. I. Art. 4"],
    ),
    "I. after H. is the ninth letter where no II. follows": (
        EIGHT + " / I. Bau / Art. 9",
        [*IN_EIGHT, "I. Art. 9"],
    ),
    "I. after H. is the first Roman number where II. follows": (
        EIGHT + " / I. Bau / Art. 9 / II. Abbruch / Art. 10",
        [*IN_EIGHT, "H. I. Art. 9", "H. II. Art. 10"],
    ),
    "three levels, of which the inner ones begin anew": (
        "A. Bau / I. Gesuch / 1. Form / Art. 1 / 2. Frist / Art. 2 / II. Bau / 1. Form / Art. 3 / 2. Frist / Art. 4",
        ["A. I. 1. Art. 1", "A. I. 2. Art. 2", "A. II. 1. Art. 3", "A. II. 2. Art. 4"],
    ),
}


@pytest.mark.parametrize("marked", [False, True], ids=["plain", "marked"])
@pytest.mark.parametrize(("outline", "expected"), TABLE.values(), ids=TABLE)
def test_levels_follow_the_numbers(outline: str, expected: list[str], marked: bool) -> None:
    assert _divisions(_written(outline, marked), "de") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"Art. 1\n\nDie Behörde führt:\n\nI. ein Verzeichnis\n\nII. einen Plan\n\nArt. 2\n\n{_SENTENCE}\n",
            ["Art. 1", "Art. 2"],
            id="a list right above an article",
        ),
        pytest.param(
            f"A. Zweck\n\nArt. 1\n\n{_SENTENCE}\n\nArt. 2\n\n{_SENTENCE}\n",
            ["Art. 1", "Art. 2"],
            id="a single line that nothing marks",
        ),
        pytest.param(
            "Art. 1\n\nSie führt:\n\nA. ein Verzeichnis;\n\nArt. 2\n\nSie führt:\n\nB. einen Plan;\n\nArt. 3\n\nAus.\n",
            ["Art. 1", "Art. 2", "Art. 3"],
            id="lines that end as entries of a list do",
        ),
    ],
)
def test_lists_are_no_headings(text: str, expected: list[str]) -> None:
    assert _divisions("Gesetz über die Stege\n\n" + text, "de") == expected


def test_marked_headings_may_leave_numbers_out() -> None:
    outline = "I. Bau / A. Gesuch / Art. 1 / C. Frist / Art. 2 / III. Schluss / Art. 3"
    text = _written(outline, marked=True).replace("### I. ", "## I. ").replace("### III. ", "## III. ")
    assert _divisions(text.replace("## A. ", "### A. ").replace("## C. ", "### C. "), "de") == [
        "I. A. Art. 1", "I. C. Art. 2", "III. Art. 3",
    ]  # fmt: skip


@pytest.mark.parametrize("note", ["", "[^4]"])
def test_paragraphs_above_a_heading_are_none(note: str) -> None:
    text = _written("I. Bau / Art. 1 / II. Schluss / Art. 2", marked=True)
    paragraphs = f"1) {_SENTENCE}\n\n2) Sie prüft ihn.{note}\n\n3) Sie meldet ihn.{note}\n"
    assert _divisions(text.replace(f"{_SENTENCE}\n", paragraphs), "de") == ["I. Art. 1", "II. Art. 2"]
    plain = _written("Art. 1 / Art. 2", marked=False)
    assert _divisions(plain.replace(f"{_SENTENCE}\n", f"2) Sie prüft ihn.{note}\n"), "de") == ["Art. 1", "Art. 2"]


def test_headings_of_chinese_measures() -> None:
    articles = "第一条 渡口由市管理。\n\n第二条 渡口设牌。\n\n二、罚则\n\n第三条 违反的，予以警告。\n"
    text = f"望市渡口办法\n\n一、总则\n\n{articles}"
    assert _divisions(text, "zh") == ["一、 第一条", "一、 第二条", "二、 第三条"]


@pytest.mark.parametrize(("characters", "heads"), [(40, True), (41, False)])
def test_longest_chinese_heading(characters: int, heads: bool) -> None:
    first, second = ("一、" + "渡" * (characters - 2)), ("二、" + "船" * (characters - 2))
    text = f"望市渡口办法\n\n{first}\n\n第一条 渡口由市管理。\n\n{second}\n\n第二条 违反的，予以警告。\n"
    assert (_divisions(text, "zh") == ["一、 第一条", "二、 第二条"]) is heads


@pytest.mark.parametrize(("characters", "heads"), [(120, True), (121, False)])
def test_longest_heading_of_a_spaced_script(characters: int, heads: bool) -> None:
    words = "Stege und Brücken " * 20
    first, second = ("A. " + words)[: characters - 1] + "e", ("B. " + words)[: characters - 1] + "e"
    text = _written(f"{first} / Art. 1 / {second} / Art. 2", marked=False)
    assert (_divisions(text, "de") == ["A. Art. 1", "B. Art. 2"]) is heads
