"""Long clauses that share two phrases no third clause has: how far apart they are decides whether they are one."""

from __future__ import annotations

import pytest

from yange.compare import compare
from yange.compare.result import Band
from yange.parse import parse

STAYED = (
    "The harbour master keeps a register of every ferry that calls at the town quay.",
    "Tickets are printed with the hour of departure and the name of the pier.",
    "Dogs travel on the lower deck and wear a lead until the gangway is down.",
    "A skipper who leaves the helm in fog is suspended for one season.",
    "Lamps on both piers burn from dusk until the last boat is moored.",
    "The council sets the timetable for summer in March and for winter in September.",
)
FEES = (
    "Mooring costs four coins a night. A boat that stays for a week pays for six nights only. "
    "Fishermen of the parish pay half. The clerk writes a receipt and keeps the counterfoil until Christmas. "
    "Whoever moors without paying is charged double on the second day. "
    "Arrears are collected from the vessels licensed for the upper river, together with the toll for the lock. "
    "Children's rafts are free. Money is counted every Friday in the presence of the treasurer. "
    "What remains after repairs belongs to the bridge fund."
)
RESCUE = (
    "Each pier has two rings, a rope of forty metres and a bell. The bell is rung when somebody falls into the water. "
    "Everyone within hearing leaves the bank clear for swimmers. A doctor trains the crews in spring. "
    "Lifeboats are painted orange and carry blankets. "
    "On the first Sunday in May everybody practises on the vessels licensed for the upper river. "
    "Reports of rescues hang in the waiting room for a month. "
    "A medal is given for courage in the presence of the treasurer. "
    "Broken oars are replaced at once."
)


def numbered(articles: list[str]) -> str:
    return "".join(f"Article {number}\n\n{text}\n\n" for number, text in enumerate(articles, 1))


FAR = [STAYED[0], FEES, *STAYED[1:]], [*STAYED, RESCUE]
"""The clause on fees is gone, and one on rescues is at the end."""


MORE = (
    " The clerk sells calendars for the benefit of widows. His desk opens at eight and closes at noon. "
    "Foreign notes are changed at the rate of the savings bank. Nobody haggles over the price of a berth."
)
STILL_MORE = (
    " Swimmers who saved a life bathe without charge. Nets may not hang across the ladders. "
    "Ice is broken around the steps each winter morning. Whoever rings in jest sweeps the pier."
)
BESIDE = [STAYED[0], FEES + MORE, *STAYED[1:]], [STAYED[0], RESCUE + STILL_MORE, *STAYED[1:]]
"""The same two phrases in longer clauses, in one place."""
NEAR = [STAYED[0], FEES, *STAYED[1:]], [*STAYED[:3], RESCUE, *STAYED[3:]]
"""The clause on rescues is two clauses further on."""
JOINED = [STAYED[0], FEES, *STAYED[1:]], [STAYED[0], f"{STAYED[1]} {RESCUE}", *STAYED[2:]]
"""The clause on rescues follows another within one clause."""


def also(*sentences: tuple[int, str]) -> list[str]:
    """Return the clauses that stayed, some of which say one thing more: on either side."""
    found = [*STAYED]
    for at, words in sentences:
        found[at] = f"{found[at]} {words}"
    return found


LICENSED = also((1, "Spare tickets go to vessels licensed elsewhere."))
SHARED = [LICENSED[0], FEES, *LICENSED[1:]], [*LICENSED[:3], RESCUE, *LICENSED[3:]]
"""A third clause has some of the words."""
FAMILIAR = also(
    (1, "Spare tickets go to the vessels licensed for the upper river."),
    (2, "Dogs swim in the presence of the treasurer."),
)
SHORTER = RESCUE.replace("A doctor trains the crews in spring. ", "").replace(" Broken oars are replaced at once.", "")
COMMON = [FAMILIAR[0], FEES, *FAMILIAR[1:]], [*FAMILIAR[:3], SHORTER, *FAMILIAR[3:]]
"""Other clauses have both phrases."""
WAIVED = f"{RESCUE} The toll for the lock is waived."
LIKELY = [STAYED[0], FEES, *STAYED[1:]], [*STAYED[:3], WAIVED, *STAYED[3:]]
"""One phrase more."""
MORE_STILL = (
    " Fishermen pay half. Ropes are dried in the sun and coiled on hooks. Buoys are counted when the ice has gone."
)
LIKELIER = [LICENSED[0], FEES, *LICENSED[1:]], [*LICENSED[:3], WAIVED + MORE_STILL, *LICENSED[3:]]
"""Two phrases more, some words of which a third clause has: just likely."""
CUSTOMS = (
    "the upper landing about lanterns and bells",
    "the lower market about barrels and fish",
    "the old lock about gates and frost",
    "the new mill about rafts and charcoal",
    "the north quay about weighing and salt",
    "the south weir about hemp and abbots",
    "the east tower about ropes and railings",
    "the west chapel about oars and anchors",
    "the inner ferry about nets and eels",
)
REPLACED = "Subject to what the council decides, these rules take the place of the following customs: " + "; ".join(
    f"the custom of {custom}" for custom in CUSTOMS
)
LIST_LOST = (
    [*STAYED[:2], f"{REPLACED}.", *STAYED[2:]],
    [*STAYED[:2], "Subject to Articles 5 and 6, these rules take the place of older usage.", *STAYED[2:]],
)
"""A clause lost a long list, between the neighbours that it had."""
CLAUSES = [f"{sentence}." for sentence in FEES.rstrip(".").split(". ")]
EXPLAINED = (
    [STAYED[0], FEES, *STAYED[1:]],
    [*STAYED[:2], f"{CLAUSES[1]} {CLAUSES[3]} {RESCUE}{MORE}", f"{CLAUSES[1]}{STILL_MORE}", *STAYED[2:]],
)
"""Two sentences of a clause are in another one, and one of them is also in a third."""
TEXTS = {
    "a list lost": LIST_LOST,
    "explained before": EXPLAINED,
    "three phrases": LIKELY,
    "four phrases": LIKELIER,
    "two phrases, shared": SHARED,
    "two phrases, common": COMMON,
    "two phrases, joined": JOINED,
    "two phrases, far apart": FAR,
    "two phrases, in one place": BESIDE,
    "two phrases, near": NEAR,
}


@pytest.mark.parametrize(
    ("case", "new", "one"),
    [
        ("two phrases, far apart", "Article 7", False),
        ("two phrases, in one place", "Article 2", False),
        ("two phrases, near", "Article 4", True),
        ("two phrases, joined", "Article 2", True),
        ("three phrases", "Article 4", True),
        ("four phrases", "Article 4", True),
        ("two phrases, shared", "Article 4", True),
        ("two phrases, common", "Article 4", False),
    ],
)
def test_two_phrases_make_two_long_clauses_one_only_near_by(case: str, new: str, one: bool) -> None:
    old, now = (parse(numbered(side)) for side in TEXTS[case])
    edges = {(edge.old, edge.new) for change in compare(old, now).changes for edge in change.edges}
    assert (("Article 2", new) in edges) is one


@pytest.mark.parametrize(
    ("case", "band"),
    [("two phrases, near", Band.CHECK), ("three phrases", Band.CHECK), ("four phrases", Band.LIKELY)],
)
def test_the_more_phrases_the_surer(case: str, band: Band) -> None:
    old, now = (parse(numbered(side)) for side in TEXTS[case])
    (found,) = (
        edge
        for change in compare(old, now).changes
        for edge in change.edges
        if (edge.old, edge.new) == ("Article 2", "Article 4")
    )
    assert found.band is band


def test_a_clause_that_lost_a_long_list_is_the_same_between_its_neighbours() -> None:
    old, now = (parse(numbered(side)) for side in LIST_LOST)
    edges = {(edge.old, edge.new) for change in compare(old, now).changes for edge in change.edges}
    assert ("Article 3", "Article 3") in edges


def test_what_one_clause_explains_counts_for_no_other() -> None:
    old, now = (parse(numbered(side)) for side in EXPLAINED)
    edges = {(edge.old, edge.new) for change in compare(old, now).changes for edge in change.edges}
    assert ("Article 2", "Article 3") in edges
    assert ("Article 2", "Article 4") not in edges
