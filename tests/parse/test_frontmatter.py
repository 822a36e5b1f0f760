"""Front matter: written facts are read back equal, and written again as the same bytes."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from yange.model import (
    Amendment,
    Basis,
    Checked,
    ClausePeriod,
    Condition,
    Correction,
    Effect,
    ExpiryBasis,
    Holding,
    Library,
    Policy,
    Source,
    Units,
    Version,
)
from yange.parse.frontmatter import (
    plain_values,
    read_policy,
    read_version,
    split,
    version_facts,
    write_facts,
    write_policy,
    write_version,
)

T = TypeVar("T")
NASTY = (
    "null", "~", "true", "no", "on", "2020-03-01", "3", "0x1F", "1e3", "- a", "a: b", "# a", "[a]", "{a}", "'a'",
    '"a"', "*a", "&a", "!a", "%a", "@a", "`a", "|", ">", "?", ":", "---", "a\n---\nb", " a ", "\t", "\n", "a #b",
    "\\", "\x00", "\x85", "\u2028", "\ufeff", "《渡口办法》：“试行”", "深府规〔2020〕3号", "=", "<<", "a\r\nb", "a,b",
    "a]b", "…", "😀",
)  # fmt: skip
TEXT = st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30)
MAYBE = st.none() | TEXT
DAY = st.dates(date(1000, 1, 2), date(9998, 12, 30))
DAYS = st.none() | DAY


def tuples(items: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(items, max_size=3).map(tuple)


EXTENT = tuples(TEXT).filter(lambda labels: labels != ("whole",))
EFFECTS = tuples(
    st.builds(Effect, policy=MAYBE, number=MAYBE, title=MAYBE, extent=EXTENT, on=DAYS, until=DAYS, line=st.none())
)
VERSIONS = st.builds(
    Version,
    policy=st.just("wanghai/dukou"),
    key=st.just("v2020-03-01"),
    path=st.just("policies/wanghai/dukou/2020-03-01.md"),
    title=TEXT,
    cover_title=MAYBE,
    number=MAYBE,
    issuer=tuples(TEXT),
    signed=DAYS,
    published=DAYS,
    effective=DAYS,
    effective_basis=st.sampled_from(Basis),
    commenced=DAYS,
    amended_by=tuples(st.builds(Amendment, number=MAYBE, date=DAYS, kind=TEXT)),
    expires=DAYS,
    expires_basis=st.none() | st.sampled_from(ExpiryBasis),
    clause_periods=tuples(st.builds(ClausePeriod, clause=TEXT, first=DAYS, until=DAYS)),
    repeals=EFFECTS,
    extends=EFFECTS,
    suspends=EFFECTS,
    revives=EFFECTS,
    declares_lapsed=EFFECTS,
    savings=tuples(TEXT),
    prevails_over=tuples(TEXT),
    text=st.sampled_from(Holding),
    condition=st.sampled_from(Condition),
    units=st.none() | st.builds(Units, kind=TEXT, count=st.integers(0, 10**9 - 1)),
    sources=tuples(
        st.builds(
            Source,
            name=TEXT,
            url=MAYBE,
            page_date=DAYS,
            retrieved=DAYS,
            sha256=MAYBE,
            media=MAYBE,
            lines=st.none() | st.tuples(st.integers(1, 9999), st.integers(1, 9999)),
            variants=tuples(TEXT),
        )
    ),
    checked=st.none() | st.builds(Checked, date=DAY, source=TEXT),
    corrections=tuples(
        st.builds(Correction, date=DAYS, field=TEXT, clause=MAYBE, was=MAYBE, now=MAYBE, evidence=MAYBE, by=MAYBE)
    ),
    review=tuples(TEXT),
    language=TEXT,
    note=MAYBE,
    body=st.text(st.characters(exclude_categories=("Cs",)), max_size=60),
)
POLICIES = st.builds(
    Policy,
    id=TEXT,
    title=TEXT,
    place=TEXT,
    kind=MAYBE,
    rank=MAYBE,
    was=tuples(TEXT),
    sample=st.booleans(),
    note=MAYBE,
    path=st.just("policies/a/b/policy.md"),
)


def without_lines(version: Version) -> Version:
    """Ignore the line of an effect in the file, which is not a fact of the version."""
    names = ("repeals", "extends", "suspends", "revives", "declares_lapsed")
    bare = {name: tuple(replace(effect, line=None) for effect in getattr(version, name)) for name in names}
    return replace(version, **bare)


@given(VERSIONS)
def test_a_written_version_reads_back_the_same(version: Version) -> None:
    text = write_version(version)
    read, problems = read_version(text, version.path, version.policy)
    assert problems == ()
    assert read is not None
    assert without_lines(read) == version
    assert write_version(read) == text


@given(POLICIES)
def test_a_written_policy_reads_back_the_same(policy: Policy) -> None:
    text = write_policy(policy)
    read, problems = read_policy(text, policy.path)
    assert problems == ()
    assert read == policy
    assert write_policy(read) == text


@given(TEXT)
@example("a: b\n---\nc")
def test_every_fact_is_one_line(text: str) -> None:
    """So a contributor's change of one fact is a change of one line."""
    assert write_facts({"title": text, "note": text, "issuer": [text]}).count("\n") == 5


@given(st.text(max_size=200))
def test_no_file_breaks_the_reader(text: str) -> None:
    for whole in (text, f"---\n{text}\n---\n", f"---\ntitle: {text}\n---\n"):
        read_version(whole, "a/b/2020-03-01.md", "a/b")
        read_policy(whole, "a/b/policy.md")
        plain_values(whole, "mkdocs.yml")


def test_every_field_of_a_version_is_written() -> None:
    """A field that somebody adds to the model and forgets here would be lost on the next writing."""
    known = {field.name for field in fields(Version)} - {"policy", "key", "path", "body", "lines", "body_line"}
    amended = replace(_full(), language="en")
    assert set(version_facts(amended)) == known


def _full() -> Version:
    day = date(2020, 3, 1)
    effect = (Effect(policy="a", number="b", title="c"),)
    return Version(
        policy="a/b", key="2020-03-01", path="x", title="t", cover_title="c", number="n", issuer=("i",), signed=day,
        published=day, effective=day, effective_basis=Basis.STATED, commenced=day,
        amended_by=(Amendment(number="n", date=day, kind="修正"),), expires=day, expires_basis=ExpiryBasis.STATED,
        clause_periods=(ClausePeriod(clause="第一条", first=day),), repeals=effect, extends=effect, suspends=effect,
        revives=effect, declares_lapsed=effect, savings=("第一条",), prevails_over=("第一条",),
        units=Units(kind="article", count=1), sources=(Source(name="s"),), checked=Checked(date=day, source="s"),
        corrections=(Correction(date=day, field="text"),), review=("signed",), note="n",
        draft=True, settled=("另行公布",),
    )  # fmt: skip


def test_the_lines_of_fields_are_those_of_the_file() -> None:
    text = write_version(_full())
    read, _ = read_version(text, "x", "a/b")
    assert read is not None
    lines = text.split("\n")
    assert all(lines[line - 1].startswith(f"{name}:") for name, line in read.lines.items())
    assert all(lines[effect.line - 1].startswith("  - {policy: a") for effect in read.repeals if effect.line)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("---\na: b\n---\n\n# c\n", ("a: b\n", "\n# c\n", 4)),
        ("--- \na: b\n---\t\nc", ("a: b\n", "c", 4)),
        ("---\n---\n", ("", "", 3)),
        ("---\na: b\n---", ("a: b\n", "", 4)),
        ("---\na: b\n----\nc\n---\n", ("a: b\n----\nc\n", "", 6)),
        ("---\na: b\n", None),
        ("\n---\na: b\n---\n", None),
        ("# a\n\n---\n", None),
        ("", None),
    ],
)
def test_the_fences(text: str, parts: tuple[str, str, int] | None) -> None:
    assert split(text) == parts


def test_a_line_of_dashes_in_the_body_is_body() -> None:
    version = replace(_full(), body="甲\n\n---\n\n乙\n")
    read, _ = read_version(write_version(version), "x", "a/b")
    assert read is not None
    assert read.body == version.body


def test_plain_values_guess_nothing() -> None:
    text = "a: no\nb: 2020-03-01\nc: [1, ~, 'null']\nd: {e: !!python/name:os.system x}\nf:\n"
    values, problems = plain_values(text, "mkdocs.yml")
    assert problems == ()
    assert values == {"a": "no", "b": "2020-03-01", "c": ["1", None, "null"], "d": {"e": "x"}, "f": None}
    assert plain_values("a: [", "mkdocs.yml")[1][0].line == 2
    assert plain_values("", "mkdocs.yml") == (None, ())


def test_the_files_that_ship_are_written_as_we_write_them(library: Library, project_root: Path) -> None:
    """Keep the facts of a hand-edited file with another layout."""
    for version in library.versions():
        text = (project_root / version.path).read_text(encoding="utf-8")
        again, problems = read_version(write_version(version), version.path, version.policy)
        assert problems == ()
        assert again is not None
        assert without_lines(again) == without_lines(version)
        assert text.endswith(version.body)
