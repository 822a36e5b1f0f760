"""A second build compares only what changed, and its pages are the same to the byte."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from publishing import DAY, ROOT

from yange.cache.comparisons import Keep, KeptComparisons
from yange.cache.store import Seal, Store
from yange.model import Library
from yange.publish import pages
from yange.settings import Settings
from yange.shipped import folders
from yange.timeline import build_timeline

FERRIES = "wanghai/dukou-guanli-banfa"


def kept_in(folder: Path) -> KeptComparisons:
    return KeptComparisons(Store(folder, Seal(b"k")))


def small(library: Library) -> Library:
    return Library(tuple(policy for policy in library.policies if policy.id == FERRIES))


def built(library: Library, keep: Keep) -> dict[str, str]:
    settings = Settings(languages=("zh",))
    ready = pages(library, build_timeline(library), settings, DAY, folders(ROOT, "templates"), keep)
    return {page.address: page.html() for page in ready}


def test_the_second_build_works_nothing_out_and_gives_the_same_pages(library: Library, tmp_path: Path) -> None:
    first, second = kept_in(tmp_path), kept_in(tmp_path)
    before = built(small(library), first)
    assert first.made == len(list(tmp_path.iterdir())) >= 3, "each of three texts with each other, none twice"
    assert built(small(library), second) == before
    assert (second.made, second.found >= 3) == (0, True)


def test_a_corrected_text_is_compared_anew_and_the_rest_is_not(library: Library, tmp_path: Path) -> None:
    built(small(library), kept_in(tmp_path))
    (policy,) = small(library).policies
    last = policy.versions[-1]
    mended = replace(last, body=last.body.replace("渡口", "渡　口", 1))
    again = kept_in(tmp_path)
    built(Library((replace(policy, versions=(*policy.versions[:-1], mended)),)), again)
    assert again.made == 2, "the two pairs in which the corrected text stands"
    assert again.found >= 1


def test_a_text_whose_language_is_corrected_is_compared_anew(library: Library, tmp_path: Path) -> None:
    built(small(library), kept_in(tmp_path))
    (policy,) = small(library).policies
    mended = replace(policy.versions[-1], language="en")
    again = kept_in(tmp_path)
    built(Library((replace(policy, versions=(*policy.versions[:-1], mended)),)), again)
    assert again.made == 2, "another pack reads it"
