"""Facts that a format gives as data: they fill what the text leaves open, and what the text says stands."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from given_texts import HEADING, TITLE, filed, given, source

from yange.check import check
from yange.importers import ImportPlan, plan, plan_readings
from yange.importers.originals import suffix_of
from yange.model import Basis, Condition, ExpiryBasis, Library, Policy, Version
from yange.parse.frontmatter import read_version, write_version
from yange.problems import Severity, error
from yange.readers.source_text import DocumentReading
from yange.timeline import build_timeline

TEXT = (("望海市渡口条例", TITLE), "第一条 渡口由市交通局管理。", "第二条 渡船应当每年检验。")
BEGINS = (*TEXT, "第三条 本条例自2021年9月1日起施行。")
DAY = date(2022, 3, 1)


def version(made: ImportPlan) -> Version:
    (place,) = made.filed
    return place.entry.version


def said(made: ImportPlan) -> list[str]:
    return [one.message for one in made.warnings if one.code == "given-disagrees"]


def test_what_the_text_leaves_open_is_filled() -> None:
    facts = given(
        title="Statut przystani",
        number="Nr 7/2021",
        issuer=("Rada Portu",),
        place="Portowo",
        kind="ustawa",
        language="pl",
        signed=date(2021, 1, 2),
        published=date(2021, 1, 3),
        effective=DAY,
        expires=date(2030, 12, 31),
        page_date=date(2024, 1, 1),
        url="https://register.example/7",
        identifier="PL-7",
        register="Rejestr Portowy",
    )
    made = filed(source(["Ustawa określa zasady.", "Przystań jest otwarta."], whole=True, given=facts))
    held = version(made)
    assert (held.title, held.number, held.issuer, held.language) == (facts.title, "Nr 7/2021", ("Rada Portu",), "pl")
    assert (held.signed, held.published, held.effective, held.expires) == (
        facts.signed, facts.published, DAY, facts.expires,
    )  # fmt: skip
    assert (held.effective_basis, held.expires_basis) == (Basis.REGISTER, ExpiryBasis.REGISTER)
    (place,) = made.filed
    assert (place.shelf.policy.place, place.shelf.policy.kind) == ("Portowo", "ustawa")
    (witness,) = held.sources
    assert (witness.url, witness.page_date, witness.identifier, witness.register) == (
        facts.url, facts.page_date, "PL-7", "Rejestr Portowy",
    )  # fmt: skip
    assert held.review == ()
    again, problems = read_version(write_version(held), held.path, held.policy)
    assert (again, problems) == (held, ())


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"title": "望海市桥梁条例"}, "title: the text has 望海市渡口条例, the data of the file has 望海市桥梁条例"),
        ({"effective": date(2021, 8, 1)}, "effective: the text has 2021-09-01, the data of the file has 2021-08-01"),
        (
            {"register": "某库", "number": "望府〔2021〕9号"},
            "number: the text has 望府〔2021〕8号, 某库 has 望府〔2021〕9号",
        ),
    ],
)
def test_where_text_and_format_disagree_the_text_stands_and_both_are_named(facts: dict[str, Any], words: str) -> None:
    blocks = [BEGINS[0], "望府〔2021〕8号", *BEGINS[1:]]
    plain, made = filed(source(blocks)), filed(source(blocks, given=given(**facts)))
    assert said(made) == [words]
    for name in ("title", "number", "effective", "effective_basis"):
        assert getattr(version(made), name) == getattr(version(plain), name)


def test_a_place_that_the_title_names_stands() -> None:
    made = filed(source([("深圳市渡口条例", TITLE), *BEGINS[1:]], given=given(place="宁河市")))
    assert made.filed[0].shelf.policy.place == "深圳市"
    assert said(made) == ["place: the text has 深圳市, the data of the file has 宁河市"]


@pytest.mark.parametrize("title", ["望海市渡口条例_望海市人民政府", "渡口条例", "《望海市渡口条例》"])
def test_a_title_with_more_or_less_around_it_is_the_same(title: str) -> None:
    assert said(filed(source(BEGINS, given=given(title=title)))) == []


def test_a_day_that_the_text_prints_needs_no_register() -> None:
    held = version(filed(source(BEGINS, given=given(effective=date(2021, 9, 1)))))
    assert held.effective_basis is Basis.STATED


def test_an_inferred_day_yields_to_the_register() -> None:
    signed = [*TEXT, "2021年5月1日"]
    plain, made = filed(source(signed)), filed(source(signed, given=given(effective=DAY)))
    assert (version(plain).effective, "effective" in version(plain).review) == (date(2021, 5, 1), True)
    held = version(made)
    assert (held.effective, held.effective_basis, held.review) == (DAY, Basis.REGISTER, ())
    assert said(made) == ["effective: the text has 2021-05-01 (inferred), the data of the file has 2022-03-01"]


def test_a_later_version_of_a_register_prints_the_first_day_of_the_original() -> None:
    made = filed(source(BEGINS, given=given(effective=DAY, register="某库")))
    held = version(made)
    assert (held.effective, held.effective_basis, held.commenced) == (DAY, Basis.REGISTER, date(2021, 9, 1))
    assert held.review == ("effective",)
    assert len(said(made)) == 1
    (place,) = made.filed
    library = Library(
        (Policy(id=held.policy, title=held.title, place="望海市", path=place.shelf.policy.path, versions=(held,)),)
    )
    assert place.shelf.policy.id == held.policy
    found = check(library, build_timeline(library))
    assert [one.code for one in found if one.severity is Severity.ERROR] == []


def test_facts_of_a_page_are_not_those_of_each_of_its_documents() -> None:
    second = (("望海市桥梁条例", TITLE), "第一条 桥梁每年检验。", "第二条 本条例自2022年1月1日起施行。")
    facts = given(title="公报", number="第9号", effective=DAY, url="https://a.example/", page_date=DAY)
    made = filed(source([*BEGINS, *second], given=facts))
    assert [(one.facts.title, one.facts.number) for one in made.documents] == [
        ("望海市渡口条例", None), ("望海市桥梁条例", None),
    ]  # fmt: skip
    assert {place.entry.version.sources[0].url for place in made.filed} == {"https://a.example/"}
    assert {one.facts.page_date for one in made.documents} == {DAY}


@pytest.mark.parametrize(
    "facts", [{"url": "javascript:alert(1)"}, {"language": "../x"}, {"title": "x" * 5000}, {"issuer": ("", " ")}]
)
def test_a_value_that_is_none_is_not_given(facts: dict[str, Any]) -> None:
    plain, made = version(filed(source(BEGINS))), version(filed(source(BEGINS, given=given(**facts))))
    assert made == plain


def test_half_a_character_is_refused_in_a_text_and_dropped_in_a_fact() -> None:
    made = filed(source([*BEGINS, "坏\ud83d"], sha256="0" * 64))
    assert [one.code for one in made.problems] == ["source-characters"]
    assert made.documents == ()
    assert version(filed(source(TEXT, given=given(number="第\ud83d号")))).number is None


def test_a_name_is_put_on_one_line() -> None:
    assert version(filed(source(TEXT, given=given(number="第 9\n号")))).number == "第 9 号"


def test_recognised_words_are_never_complete() -> None:
    made = filed(source(BEGINS, scanned=True))
    assert version(made).condition is Condition.OCR
    assert "text-recognised" in {one.code for one in made.warnings}


def test_how_the_words_were_read_is_recorded() -> None:
    text = source(BEGINS, reader="pdf", library="pdfplumber 0.11.7", media="application/pdf", whole=True)
    made = filed(text)
    (witness,) = version(made).sources
    assert witness.extract is not None
    assert (witness.extract.reader, witness.extract.library) == ("pdf", "pdfplumber 0.11.7")
    assert witness.extract.sha256 == text.text_sha256
    assert (witness.media, witness.lines) == ("application/pdf", None)
    assert f"archive/sources/{text.sha256}.pdf" in made.files()


def test_plain_text_has_no_extract() -> None:
    lines = [block if isinstance(block, str) else block[0] for block in BEGINS]
    made = plan([("a.txt", "\n".join(lines).encode())], Library())
    assert version(made).sources[0].extract is None


@pytest.mark.parametrize(
    ("media", "name", "suffix"),
    [
        ("text/html", "a.txt", ".html"),
        ("text/plain", "a", ".txt"),
        ("application/x-unknown", "a.abc", ".abc"),
        ("application/x-unknown", "a/../b.<x>", ".bin"),
        ("text/HTML; charset=gbk", "", ".html"),
    ],
)
def test_an_original_is_named_by_what_it_is(media: str, name: str, suffix: str) -> None:
    assert suffix_of(media, name) == suffix


def test_a_remark_names_the_place_in_the_file() -> None:
    made = filed(source([*BEGINS, ("附则", HEADING), "本条例印发后施行，至2020年1月1日止。"], name="a.docx"))
    assert {one.path.partition("#")[2][:2] for one in made.warnings} <= {"p[", ""}
    assert all(one.line is None for one in made.warnings)


def test_two_texts_of_one_file_are_told_apart_when_it_is_read_again() -> None:
    one = source(BEGINS, name="a.jsonl#1", whole=True)
    other = [("望海市桥梁条例", TITLE), *BEGINS[1:]]
    two = source(other, name="a.jsonl#2", whole=True, sha256=one.sha256)
    data = f"{one.name}\n{one.text}".encode()
    reading = DocumentReading((one, two))
    first = plan_readings([(data, reading)], Library())
    policies = tuple(
        Policy(id=s.policy.id, title=s.policy.title, place=s.policy.place, path=s.policy.path, kind=s.policy.kind,
               rank=s.policy.rank, versions=tuple(entry.version for entry in s.entries))
        for s in first.cabinet.shelves
    )  # fmt: skip
    assert len(policies) == 2
    again = plan_readings([(data, reading)], Library(policies))
    assert [path for path in again.files() if path.startswith("policies/")] == []


def test_a_broken_file_is_reported_and_the_others_are_filed() -> None:
    broken = error("source-broken", "b.docx", "the file is broken")
    made = filed(source(BEGINS), problems=(broken,))
    assert (made.documents, made.ok, [one.code for one in made.problems]) == ((), False, ["source-broken"])
