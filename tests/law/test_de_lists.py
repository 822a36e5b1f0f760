"""Lists as Liechtenstein writes them: 1) above a) above 1., and letters without j; headings between articles."""

from __future__ import annotations

import pytest

from yange.check.clauses import numbers_follow
from yange.check.subject import Subject
from yange.model import ClauseKind, Condition, Library, Policy, Version
from yange.parse import parse
from yange.parse.unread import unread_labels
from yange.timeline import build_timeline

LIECHTENSTEIN = """# Stegverordnung

## I. Allgemeine Bestimmungen

### A. Grundsatz

Art. 1

1\\) Ein Steg wird bewertet:

a) als Holzsteg:

1\\. nach seinem Alter;

2\\. nach seiner Breite;

b) als Steinsteg:

1\\. nach seinem Gewicht.

2\\) Abs. 1 gilt auch für Brücken.

## II. Verfahren

### 2\\. Einsprache

Art. 2

Ende.
"""
GERMANY = "§ 1\n\n(1) Es gilt:\n\n1. für Boote\n\na) der Tag,\n\nb) die Nacht,\n\n2. für Flöße\n\na) die Woche.\n"


def _shown(text: str) -> list[str]:
    clauses = parse(text, "de").walk()
    kinds = (ClauseKind.ITEM, ClauseKind.SUBITEM, ClauseKind.SECTION, ClauseKind.ARTICLE)
    return [f"{clause.path.count('__')} {clause.label}" for clause in clauses if clause.kind in kinds]


def test_numbers_with_a_stop_are_below_letters_in_liechtenstein() -> None:
    depth = [
        "0 I.", "1 A.", "2 Art. 1", "3 1)", "4 a)", "5 1.", "5 2.", "4 b)", "5 1.", "3 2)", "0 II.", "1 2.", "2 Art. 2",
    ]  # fmt: skip
    assert _shown(LIECHTENSTEIN) == depth


def test_numbers_with_a_stop_are_above_letters_in_germany() -> None:
    assert _shown(GERMANY) == ["0 § 1", "1 (1)", "2 1.", "3 a)", "3 b)", "2 2.", "3 a)"]


def _gaps(body: str) -> list[str]:
    version = Version(
        policy="a/b", key="x", path="x.md", title="Steggesetz", body=body, language="de", condition=Condition.COMPLETE
    )
    library = Library((Policy(id="a/b", title="Steggesetz", place="", versions=(version,)),))
    return [problem.message for problem in numbers_follow(Subject(library, build_timeline(library)))]


@pytest.mark.parametrize(
    ("labels", "messages"),
    [
        (("h)", "i)", "k)"), []),
        (("h)", "i)", "l)"), ["l) follows i)."]),
        (("h)", "i)", "j)", "k)"), []),
        (("f)", "h)"), ["h) follows f)."]),
    ],
)
def test_lists_may_leave_out_the_letter_j(labels: tuple[str, ...], messages: list[str]) -> None:
    before = [f"{chr(letter)})" for letter in range(ord("a"), ord(labels[0][0]))]
    body = "# Steggesetz\n\nArt. 1\n\nEs gelten:\n\n" + "\n\n".join(f"{one} ein Steg;" for one in (*before, *labels))
    assert _gaps(body + "\n\nArt. 2\n\nEnde.\n") == messages


def test_inserted_articles_may_leave_out_the_letter_j() -> None:
    labels = ["11", *(f"11{letter}" for letter in "abcdefghik"), "12"]
    body = "\n\n".join(f"Art. {label}\n\nEin Steg ist breit." for label in ("1", "2", *labels))
    assert [one for one in _gaps("# Steggesetz\n\n" + body + "\n") if "11k" in one or "12" in one] == []


CAPTIONED = """# Steggesetz

Art. 1

a) Allgemeines

Der Steg ist breit.

Art. 2

d) Lageplan

1\\) Der Plan zeigt den Steg.

2\\) Er ist öffentlich.

Art. 3

a) der Steg;

b) die Brücke.
"""


def test_a_letter_may_head_an_article() -> None:
    provisions = parse(CAPTIONED, "de")
    found = [f"{clause.path} {clause.label}" for clause in provisions.walk() if clause.number is not None]
    assert found == [
        "art_1 Art. 1",
        "art_2 Art. 2",
        "art_2__item_1 1)",
        "art_2__item_2 2)",
        "art_3 Art. 3",
        "art_3__item_1 a)",
        "art_3__item_2 b)",
    ]
    assert unread_labels(provisions) == ()
