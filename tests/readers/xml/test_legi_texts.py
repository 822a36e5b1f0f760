"""Texts of LEGI that are put together from their files: states, days, headings, proofs, and what is missing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from legi_files import CID, OPEN, article, files, links, section, structure, version

from yange.importers import collect, plan, plan_readings
from yange.model import Basis, Condition, Library
from yange.provenance.second_reading import remark_second_reading
from yange.readers.registry import read, reader_of
from yange.readers.source_text import DocumentReading
from yange.readers.xml import legi_texts
from yange.readers.xml.legi_package import LegiFiles

FRAME = ("Ordonnance n° 80-17 du 6 mai 2080 relative aux bacs", "Vu la Constitution ;")
END = ("Le ministre des bacs",)
FIRST = ("Titre Ier : Des passages d'eau", "Article 1 Les bacs sont des navires.")
TWO = ("Article 2 Un bac a deux passeurs :", "1° Un pilote ;")
INSERTED = ("Article 2-1 Le passeur porte un gilet.",)
EURO = ("Article 3 Le passage coûte un euro.",)
STATES = {
    date(2080, 6, 1): (*FRAME, *FIRST, "Article 2 Un bac a un passeur.", "Titre II : Des péages", *EURO, *END),
    date(2085, 1, 1): (*FRAME, *FIRST, *TWO, "Titre II : Des péages", *EURO, *END),
    date(2089, 7, 1): (*FRAME, *FIRST, *TWO, *INSERTED, "Titre II : Des tarifs", *EURO, *END),
    date(2095, 1, 1): (*FRAME, *FIRST, *TWO, *INSERTED, *END),
}


def package(given: Mapping[str, bytes]) -> list[tuple[str, bytes]]:
    """Return what an import is handed for files."""
    parts = LegiFiles()
    assert all(parts.take(name, data) for name, data in given.items())
    return list(parts.files())


def reading(given: Mapping[str, bytes]) -> DocumentReading:
    """Return the reading of the only text in files."""
    ((name, data),) = package(given)
    assert reader_of("any.bin", data).name == "legi"
    return read(name, data)


def shown(found: DocumentReading) -> dict[date | None, tuple[str, ...]]:
    """Return the lines of each state by its first day."""
    return {text.given.effective: tuple(text.text.split("\n\n")) for text in found.texts}


def changed(**others: bytes | None) -> dict[str, bytes]:
    """Return the files with some replaced; ``None`` removes one. Names are those of the identifiers."""
    made = {name: others.get(Path(name).stem, data) for name, data in files().items()}
    return {name: data for name, data in made.items() if data is not None}


def test_every_state_has_its_articles_below_their_headings() -> None:
    found = reading(files())
    assert shown(found) == STATES
    assert [text.given.expires for text in found.texts] == [None] * 4
    assert {text.given.identifier for text in found.texts} == {CID}
    assert [one.message for one in found.problems] == ["articles that begin on a day that is not known yet (1): 4"]


def test_words_of_each_file_are_proved_by_a_second_reading() -> None:
    found = reading(files())
    assert list(remark_second_reading(found)) == []
    assert len(found.parts) == 7
    (first, *_) = found.parts
    assert first.words is not None
    lost = DocumentReading(parts=(DocumentReading(first.texts, words=f"{first.words} et des péniches"),))
    assert [one.code for one in remark_second_reading(lost)] == ["second-reading-differs"]


def test_places_lead_into_the_file_of_the_article() -> None:
    (first, *_) = reading(files()).texts
    block = next(one for one in first.blocks if one.label == "Article 1")
    assert block.place.path == "LEGIARTI000099000001.xml:/ARTICLE"


def test_one_policy_with_all_states_is_filed() -> None:
    made = plan(package(files()), Library())
    assert len({place.shelf.policy.id for place in made.filed}) == 1
    found = [place.entry.version for place in made.filed]
    assert [one.effective for one in found] == list(STATES)
    assert {one.effective_basis for one in found} == {Basis.REGISTER}
    assert [one.units.count if one.units else 0 for one in found] == [3, 3, 4, 3]
    assert [one.code for one in made.warnings] == ["provision-not-in-force"]


def test_the_text_ends_with_its_last_day() -> None:
    found = reading(changed(LEGITEXT000099000001=version("2091-01-01")) | {"s.xml": files()[STRUCTURE]})
    assert [text.given.effective for text in found.texts] == list(STATES)[:3]
    assert [text.given.expires for text in found.texts] == [None, None, date(2090, 12, 31)]


STRUCTURE = "texte/struct/LEGITEXT000099000001.xml"


def test_a_text_whose_articles_all_end_ends_with_them() -> None:
    parts = {
        STRUCTURE: structure(links(("LEGIARTI000099000002", "2080-06-01", "2085-01-01", "2"))),
        "version": version(),
        "article": files()["article/LEGIARTI000099000002.xml"],
    }
    (text,) = reading(parts).texts
    assert (text.given.effective, text.given.expires) == (date(2080, 6, 1), date(2084, 12, 31))


def test_an_article_without_its_file_makes_a_fragment() -> None:
    found = reading(changed(LEGIARTI000099000012=None))
    assert [text.given.partial for text in found.texts] == [False, True, True, True]
    assert "articles whose files are missing (1): 2" in [one.message for one in found.problems]
    made = plan(package(changed(LEGIARTI000099000012=None)), Library())
    conditions = [place.entry.version.condition for place in made.filed]
    assert conditions[:2] == [Condition.COMPLETE, Condition.FRAGMENT]


def test_a_text_as_published_has_no_days() -> None:
    parts = {
        STRUCTURE: structure(links(("LEGIARTI000099000001", OPEN, OPEN, "1", ""))),
        "version": version(),
        "article": files()["article/LEGIARTI000099000001.xml"],
    }
    assert shown(reading(parts)) == {None: (*FRAME, "Article 1 Les bacs sont des navires.", *END)}


def circle() -> dict[str, bytes]:
    one = links(("LEGISCTA000099000001", "2080-06-01", OPEN, "Titre Ier"), ("LEGIARTI000099000001", OPEN, OPEN, "1"))
    return changed(LEGISCTA000099000001=section("LEGISCTA000099000001", "Titre Ier", one))


def wide() -> dict[str, bytes]:
    """Return a text in which each division lists the next one many times: more links than atoms."""
    found = {STRUCTURE: structure(links(("LEGISCTA000000000000", "2080-06-01", OPEN, "0")))}
    for nth in range(18):
        target = f"LEGISCTA{nth + 1:012}" if nth < 17 else "LEGIARTI000099000001"
        several = links(*((target, "2080-06-01", f"29{year:02}-01-01", f"{year}") for year in range(40)))
        found[f"{nth}.xml"] = section(f"LEGISCTA{nth:012}", "Titre", several)
    return found | {"a.xml": files()["article/LEGIARTI000099000001.xml"]}


@pytest.mark.parametrize("parts", [circle(), wide()], ids=["circle", "wide"])
def test_hostile_structures_end(parts: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legi_texts, "MOST_LINKS", 20_000)
    found = reading(parts)
    assert found.texts == ()
    assert [one.code for one in found.problems] == ["source-too-large"]


def test_too_many_words_end(monkeypatch: pytest.MonkeyPatch) -> None:
    words = sum(len(line) for lines in STATES.values() for line in lines)
    monkeypatch.setattr(legi_texts, "MOST_WORDS", words)
    assert len(reading(files()).texts) == 4
    monkeypatch.setattr(legi_texts, "MOST_WORDS", words - 1)
    assert [one.code for one in reading(files()).problems] == ["source-too-large"]


def test_a_folder_and_a_zip_give_the_same_container(tmp_path: Path) -> None:
    for name, data in files().items():
        (tmp_path / "a" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "a" / name).write_bytes(data)
    with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in reversed(files().items()):
            packed.writestr(f"legi/{name}", data)
    (one,), (other,) = tuple(collect([tmp_path / "a"])), tuple(collect([tmp_path / "b.zip"]))
    assert one == other
    with zipfile.ZipFile(io.BytesIO(one[1])) as container:
        kept = {name: container.read(name) for name in container.namelist() if name != "mimetype"}
    assert sorted(kept.values()) == sorted(files().values())


def test_articles_without_their_text_are_handed_on() -> None:
    lone = {"a.xml": article("LEGIARTI000099000001", "1", "2080-06-01", "<p>Un bac.</p>")}
    assert package(lone) == list(lone.items())
    made = plan_readings([(data, read(name, data)) for name, data in package(lone)], Library())
    assert made.filed[0].entry.version.condition is Condition.FRAGMENT


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/x-legi+zip", b"<ARTICLE/>"], ids=["cut", "other"]
)
def test_a_broken_container_is_refused(data: bytes) -> None:
    if data.startswith(b"<"):
        assert not LegiFiles().take("a.xml", data)
        return
    found = read("a.zip", data)
    assert (found.texts, [one.code for one in found.problems]) == ((), ["source-damaged"])
