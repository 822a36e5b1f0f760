"""The files from which a browser tells how the corpus stood on a day: from when on a policy is in the lists."""

from __future__ import annotations

import json
from datetime import date

import pytest
from publishing import DAY, ROOT

from yange.model import Amendment, Basis, Library, Policy, Version
from yange.publish.context import SiteContext
from yange.publish.facts.day_statuses import DAY_STATUSES
from yange.publish.files.day_files import day_files
from yange.settings import Settings
from yange.shipped import folders
from yange.timeline import build_timeline

FIRST = date(2020, 3, 1)
IN_FORCE, NOT_HELD, AHEAD, UNKNOWN = (
    DAY_STATUSES.index(name) for name in ("in-force", "not-held", "not-yet-in-force", "unknown")
)


def turns(**facts: object) -> list[list[object]]:
    key = facts["effective"].isoformat() if isinstance(facts.get("effective"), date) else "undated"
    basis = Basis.UNKNOWN if key == "undated" else Basis.STATED
    version = Version(
        policy="a/b",
        key=key,
        path=f"policies/a/b/{key}.md",
        title="某办法",
        effective_basis=basis,
        **facts,  # type: ignore[arg-type]
    )
    library = Library((Policy(id="a/b", title="某办法", place="某市", kind="办法", versions=(version,)),))
    context = SiteContext(library, build_timeline(library), Settings(), DAY, folders(ROOT, "templates"))
    (asset,) = day_files(context)
    value = json.loads(asset.content.decode().partition(".push(")[2].removesuffix(");\n"))
    found: list[list[object]] = value["policies"][0][5]
    return [turn[:2] for turn in found]


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        # made before it took effect: not yet in force from the day it was made
        ({"signed": date(2020, 1, 5), "effective": FIRST}, [["2020-01-05", AHEAD], ["2020-03-01", IN_FORCE]]),
        ({"published": date(2020, 1, 5), "effective": FIRST}, [["2020-01-05", AHEAD], ["2020-03-01", IN_FORCE]]),
        # made on its first day, or after it: in no list before
        ({"signed": date(2020, 3, 1), "effective": FIRST}, [["2020-03-01", IN_FORCE]]),
        ({"signed": date(2020, 4, 1), "effective": FIRST}, [["2020-03-01", IN_FORCE]]),
        # an amended text: another one, not recorded, was law before it, and the page counts it as law
        (
            {
                "signed": date(2020, 2, 1),
                "effective": FIRST,
                "commenced": date(2015, 1, 1),
                "amended_by": (Amendment(number="望海市人民政府令第71号", date=date(2020, 2, 1), kind="修正"),),
            },
            [["2015-01-01", NOT_HELD], ["2020-03-01", IN_FORCE]],
        ),
        # nobody knows when it was made
        ({"effective": FIRST}, [["", AHEAD], ["2020-03-01", IN_FORCE]]),
        ({}, [["", UNKNOWN]]),
        ({"signed": date(2020, 1, 5)}, [["2020-01-05", UNKNOWN]]),
    ],
)  # fmt: skip
def test_a_policy_is_listed_from_the_day_it_was_made(facts: dict[str, object], told: list[list[object]]) -> None:
    assert turns(**facts) == told
