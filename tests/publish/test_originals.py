"""A clause opens its page of the original: on the site where that may be published, else at the source."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from publishing import DAY, ROOT

from made_sources import MadeLine, made_reading
from yange.importers import plan_readings
from yange.library import load
from yange.model import Library, Source
from yange.problems import YangeError
from yange.publish import Page, assets, pages
from yange.publish.assets import Asset
from yange.readers.source_text import DocumentReading, SourcePlace
from yange.settings import Settings
from yange.shipped import folders
from yange.storage.writing import write_files
from yange.timeline import build_timeline

DATA = (b"%PDF-1.7 made in 2016", b"%PDF-1.7 made in 2021")
OPEN = Settings(publish_originals=True)


def words(hours: str, first: str) -> list[tuple[str, int, int | None]]:
    return [
        ("第一条 为了管好渡口，制定本条例。", 1, None),
        (f"第二条 渡口每日六时开放，{hours}关闭。", 2, 3),
        (f"第三条 本条例自{first}。", 3, None),
    ]


def source(data: bytes, name: str, *told: str) -> DocumentReading:
    lines = [MadeLine(line, SourcePlace(page=page, last_page=last)) for line, page, last in words(*told)]
    return made_reading(name, data, "望海市渡口条例", lines)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with two texts of one policy, each read from a PDF file."""
    (tmp_path / "policies").mkdir()
    readings = [
        (DATA[0], source(DATA[0], "渡口<旧>.pdf", "二十时", "2016年3月1日起施行")),
        (
            DATA[1],
            source(
                DATA[1], "渡口新.pdf", "二十一时", "2021年9月1日起施行。2016年3月1日起施行的《望海市渡口条例》同时废止"
            ),
        ),
    ]
    made = plan_readings(readings, Library(), places=("望海市",))
    assert write_files(tmp_path, made.files())
    return tmp_path


def library_of(project: Path) -> Library:
    library, problems = load(project)
    assert not [one for one in problems if one.severity.value == "error"]
    return library


def site(project: Path, library: Library, settings: Settings = OPEN) -> list[Page]:
    timeline = build_timeline(library)
    return list(pages(library, timeline, settings, DAY, folders(ROOT, "templates"), project=project))


def links(made: list[Page], ending: str) -> dict[str, str]:
    """Return what the page says of the original by the link, or by the words where there is none."""
    (page,) = (page for page in made if page.address.endswith(ending) and page.language == "zh")
    found = re.findall(r'<(?:a|span) class="y-original"(?: href="([^"]*)")?[^>]*>([^<]*)<', page.html())
    return {address or said: said for address, said in found}


def files(project: Path, library: Library, settings: Settings = OPEN) -> dict[str, bytes]:
    made = assets(library, build_timeline(library), settings, DAY, folders(ROOT, "templates"), project=project)
    found: list[Asset] = [asset for one in made if one.name == "*originals" for asset in one.files()]
    return {asset.address: asset.content for asset in found}


def digest(nth: int) -> str:
    return hashlib.sha256(DATA[nth]).hexdigest()


def test_each_clause_of_a_text_opens_its_page_of_the_original(project: Path) -> None:
    made = site(project, library_of(project))
    file = f"../../../data/originals/{digest(1)}.pdf"
    assert links(made, "v2021-09-01/") == {
        f"{file}#page=1": "原件第1页",
        f"{file}#page=2": "原件第2–3页",
        f"{file}#page=3": "原件第3页",
    }
    assert files(project, library_of(project)) == {f"data/originals/{digest(n)}.pdf": DATA[n] for n in (0, 1)}


def test_the_history_of_a_clause_opens_the_page_of_each_text(project: Path) -> None:
    found = links(site(project, library_of(project)), "/history/")
    assert {f"../../../data/originals/{digest(n)}.pdf#page=2" for n in (0, 1)} <= set(found)


def test_a_page_of_another_language_has_its_own_words_and_way(project: Path) -> None:
    made = site(project, library_of(project))
    for ending, depth in (("v2021-09-01/", 4), ("/history/", 4)):
        (page,) = (page for page in made if page.address.endswith(ending) and page.language == "en")
        address = f'href="{"../" * depth}data/originals/{digest(1)}.pdf#page=2"'
        assert f'{address} title="渡口新.pdf">pages 2–3 of the original</a>' in page.html()


def test_names_of_files_are_data(project: Path) -> None:
    made = site(project, library_of(project))
    page = next(page for page in made if page.address.endswith("v2016-03-01/") and "/compare/" not in page.address)
    assert 'title="渡口&lt;旧&gt;.pdf"' in page.html()


def test_without_the_setting_nothing_is_published_and_the_words_stay(project: Path) -> None:
    library = library_of(project)
    assert set(links(site(project, library, Settings()), "v2021-09-01/")) == {"原件第1页", "原件第2–3页", "原件第3页"}
    assert files(project, library, Settings()) == {}


def with_source(library: Library, **facts: object) -> Library:
    (policy,) = library.policies
    versions = tuple(
        replace(version, sources=tuple(replace(source, **facts) for source in version.sources))  # type: ignore[arg-type]
        for version in policy.versions
    )
    return Library((replace(policy, versions=versions),))


@pytest.mark.parametrize(
    ("facts", "link"),
    [
        ({"url": "https://wanghai.example/d?id=1#top"}, "https://wanghai.example/d?id=1#page=1"),
        ({"url": "https://wanghai.example/d", "retrieved": None}, None),
        ({"url": "https://wanghai.example/d", "media": "application/ofd"}, None),
        ({"url": "javascript:alert(1)"}, None),
        ({"url": "https://wanghai.example/\"><script>"}, "https://wanghai.example/&#34;&gt;&lt;script&gt;#page=1"),
    ],
)  # fmt: skip
def test_the_source_is_linked_where_the_file_was_fetched_from_it(
    project: Path, facts: dict[str, object], link: str | None
) -> None:
    told = {"retrieved": date(2026, 11, 1), **facts}
    found = links(site(project, with_source(library_of(project), **told), Settings()), "v2021-09-01/")
    assert next(iter(found)) == (link or "原件第1页")


def test_a_file_of_which_a_text_is_withheld_is_not_published(project: Path) -> None:
    library = library_of(project)
    (policy,) = library.policies
    old, new = policy.versions
    shared = replace(old, sources=(*old.sources, Source(name="x", sha256=digest(1), media="application/pdf")))
    bare = Library((replace(policy, versions=(replace(shared, text="catalogue-only"), new)),))
    assert files(project, bare) == {}
    letter = Library((replace(policy, kind="函", versions=(old, new)),))
    assert files(project, letter) == {}


@pytest.mark.parametrize("content", [b"<html>", b"\n%PDF-1.7"])
def test_only_pdf_files_are_published(project: Path, content: bytes) -> None:
    (project / f"archive/sources/{digest(0)}.pdf").write_bytes(content)
    assert set(files(project, library_of(project))) == {f"data/originals/{digest(1)}.pdf"}


def test_links_to_files_are_not_followed(project: Path) -> None:
    file = project / f"archive/sources/{digest(0)}.pdf"
    file.rename(project / "elsewhere.pdf")
    file.symlink_to(project / "elsewhere.pdf")
    assert set(files(project, library_of(project))) == {f"data/originals/{digest(1)}.pdf"}


def test_a_file_that_is_not_the_one_imported_stops_the_build(project: Path) -> None:
    (project / f"archive/sources/{digest(0)}.pdf").write_bytes(b"%PDF-1.7 made in 2017")
    with pytest.raises(YangeError, match="its hash differs from its name"):
        files(project, library_of(project))


def basis(project: Path, settings: Settings = OPEN) -> dict[str, str | None]:
    return {page.address: page.basis for page in site(project, library_of(project), settings)}


def test_pages_are_made_anew_when_their_places_change(project: Path) -> None:
    before = basis(project)
    places = project / f"archive/sources/{digest(1)}.places.json"
    places.write_bytes(places.read_bytes().replace(b'"page":2', b'"page":4'))
    after = basis(project)
    shown = [address for address in before if address.endswith(("v2021-09-01/", "/history/"))]
    assert len(shown) == 4
    assert [address for address in shown if before[address] == after[address]] == []
    assert "原件第4页" in str(links(site(project, library_of(project)), "v2021-09-01/"))


def test_pages_are_made_anew_when_an_original_comes_or_goes(project: Path) -> None:
    before = basis(project)
    (project / f"archive/sources/{digest(1)}.pdf").unlink()
    after = basis(project)
    assert [a for a in before if a.endswith("v2021-09-01/") and before[a] == after[a]] == []
