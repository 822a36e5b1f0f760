"""Every order that amended a policy is in its timeline, under its own number and on a day that is its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pytest

from yange.model import Amendment, Basis, Library, Policy, Version, version_key
from yange.publish.facts.permanent_ids import event_name
from yange.timeline import Timeline, build_timeline
from yange.timeline.line import orders_between, paper_number

FIRST = "望府令〔2010〕1号"
SECOND = Amendment(number="望府令〔2015〕2号", date=date(2015, 5, 1), kind="修正")
THIRD = Amendment(number="望府令〔2015〕3号", date=date(2015, 6, 1), kind="修正")
NAMELESS = Amendment(number=None, date=date(2012, 3, 1), kind="修订")
DAYLESS = Amendment(number="望府令〔2013〕9号", date=None, kind="修正")


@dataclass(frozen=True)
class Text:
    """A text of one policy: file name, amending orders, day of signing, number."""

    stem: str
    orders: tuple[Amendment, ...] = ()
    signed: str | None = None
    number: str = FIRST
    extra: dict[str, object] = field(default_factory=dict)


def version(text: Text) -> Version:
    dated = text.stem != "undated"
    return Version(
        policy="wanglan/dukou",
        key=version_key(text.stem),
        path=f"policies/wanglan/dukou/{text.stem}.md",
        title="望岚市渡口管理办法",
        number=text.number,
        signed=date.fromisoformat(text.signed) if text.signed else None,
        effective=date.fromisoformat(text.stem[:10]) if dated else None,
        effective_basis=Basis.AMENDMENT if text.orders else Basis.STATED,
        commenced=date(2010, 5, 1),
        amended_by=text.orders,
    )


def timeline_of(*texts: Text) -> Timeline:
    versions = tuple(version(text) for text in texts)
    return build_timeline(
        Library((Policy(id="wanglan/dukou", title="望岚市渡口管理办法", place="望岚市", versions=versions),))
    )


ORIGINAL = Text("2010-05-01", signed="2010-04-01")
STORIES: dict[str, tuple[tuple[Text, ...], list[tuple[str, str, str | None]]]] = {
    "two orders of one day, both texts held": (
        (ORIGINAL, Text("2015-07-01", (SECOND,)), Text("2015-07-01.2", (SECOND, THIRD))),
        [
            ("2010-04-01", "signed", FIRST),
            ("2010-05-01", "commencement", FIRST),
            ("2015-07-01", "amendment", SECOND.number),
            ("2015-07-01", "amendment", THIRD.number),
        ],
    ),
    "the text between is not held: its order has a day of making, and no day of effect is guessed": (
        (ORIGINAL, Text("2015-07-01", (SECOND, THIRD))),
        [
            ("2010-04-01", "signed", FIRST),
            ("2010-05-01", "commencement", FIRST),
            ("2015-05-01", "amending-order", SECOND.number),
            ("2015-07-01", "amendment", THIRD.number),
        ],
    ),
    "an order without a number, one without a day": (
        (ORIGINAL, Text("2015-07-01", (NAMELESS, DAYLESS, THIRD))),
        [
            ("2010-04-01", "signed", FIRST),
            ("2010-05-01", "commencement", FIRST),
            ("2012-03-01", "amending-order", None),
            ("2015-07-01", "amendment", THIRD.number),
        ],
    ),
    "only the amended text is held": (
        (Text("2015-07-01", (SECOND, THIRD), signed="2010-04-01"),),
        [
            ("2010-04-01", "signed", FIRST),
            ("2010-05-01", "commencement", None),
            ("2015-05-01", "amending-order", SECOND.number),
            ("2015-07-01", "amendment", THIRD.number),
        ],
    ),
    "what the amending order signed bears the number of that order": (
        (ORIGINAL, Text("2015-07-01", (SECOND,), signed="2015-05-01")),
        [
            ("2010-04-01", "signed", FIRST),
            ("2010-05-01", "commencement", FIRST),
            ("2015-05-01", "signed", SECOND.number),
            ("2015-07-01", "amendment", SECOND.number),
        ],
    ),
    "the day of the original in an amended text is reported once, by the original": (
        (ORIGINAL, Text("2015-07-01", (SECOND,), signed="2010-04-01")),
        [
            ("2010-04-01", "signed", FIRST),
            ("2010-05-01", "commencement", FIRST),
            ("2015-07-01", "amendment", SECOND.number),
        ],
    ),
    "an undated text": (
        (Text("undated", (SECOND,)),),
        [("2015-05-01", "amending-order", SECOND.number)],
    ),
}


@pytest.mark.parametrize("name", STORIES)
def test_the_events_of_a_policy(name: str) -> None:
    texts, told = STORIES[name]
    events = timeline_of(*texts).events()
    assert [(event.day.isoformat(), event.kind.value, event.number) for event in events] == told


@pytest.mark.parametrize("name", STORIES)
def test_each_event_has_a_name_of_its_own(name: str) -> None:
    timeline = timeline_of(*STORIES[name][0])
    policies = {policy.id: policy for policy in timeline.library.policies}
    names = [event_name(policies, event) for event in timeline.events()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("day", "number"),
    [
        ("2010-04-01", FIRST),  # before every order: the instrument as first issued
        ("2015-04-30", FIRST),  # the last day before the first order
        ("2015-05-01", SECOND.number),  # the day of an order
        ("2015-05-02", None),  # between two orders: nobody knows
        ("2015-06-01", THIRD.number),
        ("2015-06-02", THIRD.number),  # after the last one, such as its publication
    ],
)
def test_whose_paper_it_is(day: str, number: str | None) -> None:
    text = version(Text("2015-07-01", (SECOND, THIRD)))
    assert paper_number(text, date.fromisoformat(day)) == number


def test_the_orders_that_made_a_text_are_those_the_older_one_does_not_record() -> None:
    one, two = version(Text("2015-07-01", (SECOND,))), version(Text("2015-07-01.2", (SECOND, THIRD)))
    assert orders_between(None, two) == (SECOND, THIRD)
    assert orders_between(one, two) == (THIRD,)
    assert orders_between(two, one) == ()


def test_the_last_day_is_that_of_the_last_extension_and_of_the_earlier_end() -> None:
    timeline = timeline_of(Text("2010-05-01"), Text("2015-07-01", (SECOND,)))
    first, second = timeline.library.policies[0].versions
    assert (timeline.last_day(first), timeline.last_day(second)) == (date(2015, 6, 30), None)
    assert timeline.expires(first) is None
