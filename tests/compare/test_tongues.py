"""Laws in thirteen languages: typed anew nothing changes, and each plain revision is found whole and alone."""

from __future__ import annotations

import random

import pytest
from tongues import TONGUES, articles_of, printed, typed_anew

from yange.compare import Comparison, Edge, Grade, Operation, compare
from yange.parse import parse

LANGUAGES = sorted(TONGUES)


def compared(old: list[str], new: list[str], language: str) -> Comparison:
    return compare(parse(printed(old, language)), parse(printed(new, language)))


def real(result: Comparison) -> list[tuple[str, int, int]]:
    """Return what happened to articles, but for those that stayed or only have another number: operation, old, new."""

    def at(paths: tuple[str, ...]) -> int:
        return int(paths[0].rsplit("_", 1)[1]) if paths else 0

    kept = {Operation.UNCHANGED, Operation.RENUMBERED}
    changes = (change for change in result.changes if change.operation not in kept)
    return [(change.operation.value, at(change.old_paths), at(change.new_paths)) for change in changes]


def marked(edges: tuple[Edge, ...]) -> list[tuple[str, str]]:
    return [(edit.op, edit.text.strip()) for edge in edges for edit in edge.edits if edit.op != "equal"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_article_is_a_unit(language: str) -> None:
    result = compared(articles_of(language), articles_of(language), language)
    assert [change.operation for change in result.changes] == [Operation.UNCHANGED] * 12


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_law_typed_anew_is_unchanged(language: str, seed: int) -> None:
    text = printed(articles_of(language), language)
    again = typed_anew(text, language, random.Random(seed))
    assert again != text
    result = compare(parse(text), parse(again))
    assert [change.operation for change in result.changes] == [Operation.UNCHANGED] * 12
    assert {change.grade for change in result.changes} <= {None, Grade.EDITORIAL}
    assert (result.values, result.terms) == ((), ())


@pytest.mark.parametrize("at", [0, 5, 11])
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_article_less_is_one_repeal(language: str, at: int) -> None:
    old = articles_of(language)
    assert real(compared(old, old[:at] + old[at + 1 :], language)) == [("repealed", at + 1, 0)]


@pytest.mark.parametrize("at", [0, 5, 11])
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_article_more_is_one_insertion(language: str, at: int) -> None:
    new = articles_of(language)
    assert real(compared(new[:at] + new[at + 1 :], new, language)) == [("inserted", 0, at + 1)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_article_in_another_place_moved(language: str) -> None:
    old = articles_of(language)
    assert real(compared(old, [*old[1:9], old[0], *old[9:]], language)) == [("moved", 1, 9)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_number_is_one_replacement_and_one_value(language: str) -> None:
    old = articles_of(language)
    new = [words.replace("14", "41") for words in old]
    result = compared(old, new, language)
    assert real(result) == [("amended", 5, 5)]
    (gone, come) = marked(next(change for change in result.changes if change.edges[0].edits[1:]).edges)
    assert (gone[0], come[0]) == ("delete", "insert")
    assert ("14" in gone[1], "41" in come[1]) == (True, True)
    assert [value.kind for value in result.values] == ["deadline"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_name_is_marked_as_that_name_wherever_it_is_used(language: str) -> None:
    old = articles_of(language)
    was, now = TONGUES[language].what[4], TONGUES[language].what[4][::-1]
    result = compared(old, [words.replace(was, now) for words in old], language)
    places = sum(was in words for words in old)
    changed = [change for change in result.changes if change.operation is Operation.AMENDED]
    assert len(changed) == places >= 3
    for change in changed:
        for (_, gone), (_, come) in zip(*[iter(marked(change.edges))] * 2, strict=True):
            # a Korean particle belongs to the word before it
            assert gone.removesuffix("을").removesuffix("이") in was
            assert come.removesuffix("을").removesuffix("이") in now


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_more_is_that_sentence(language: str) -> None:
    old = articles_of(language)
    stop = old[8][-1]
    new = [*old[:8], old[8] + TONGUES[language].gap + old[2][::-1].replace(stop, "") + stop, *old[9:]]
    result = compared(old, new, language)
    assert real(result) == [("amended", 9, 9)]
    (come,) = marked(result.changes[8].edges)
    assert come[0] == "insert"


def parted(article: str, language: str) -> tuple[str, str]:
    """Return the two sentences of an article."""
    stop = "。" if not TONGUES[language].gap else "."
    first, rest = article.split(stop, 1)
    return first + stop, rest.strip()


def ends(result: Comparison) -> set[tuple[str, str]]:
    return {(edge.old_path, edge.new_path) for change in result.changes for edge in change.edges}


@pytest.mark.parametrize("language", LANGUAGES)
def test_articles_only_numbered_anew_change_in_nothing_else(language: str) -> None:
    old = articles_of(language)
    result = compared(old[:11], [old[11], *old[:11]], language)
    assert real(result) == [("inserted", 0, 1)]
    assert result.values == ()
    assert {change.grade for change in result.changes if change.old} == {Grade.CONSEQUENTIAL}


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_articles_that_changed_places_moved(language: str) -> None:
    old = articles_of(language)
    new = [*old[:3], old[8], *old[4:8], old[3], *old[9:]]
    found = real(compared(old, new, language))
    assert set(found) == {("moved", 4, 9), ("moved", 9, 4)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_in_another_article_is_the_same_sentence(language: str) -> None:
    old, gap = articles_of(language), TONGUES[language].gap
    first, second = parted(old[3], language)
    new = [*old[:3], second, *old[4:8], old[8] + gap + first, *old[9:]]
    result = compared(old, new, language)
    edits = [edit for change in result.changes for edge in change.edges for edit in edge.edits if edit.op != "equal"]
    assert {edit.grade for edit in edits} <= {Grade.RELOCATED, Grade.EDITORIAL}
    assert ("art_4", "art_9") in ends(result)
    assert result.values == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_article_divided_in_two_is_split(language: str) -> None:
    old = articles_of(language)
    result = compared(old, [*old[:5], *parted(old[5], language), *old[6:]], language)
    assert real(result) == [("split", 6, 6)]
    assert result.values == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_articles_in_one_are_merged(language: str) -> None:
    old = articles_of(language)
    result = compared(old, [*old[:5], old[5] + TONGUES[language].gap + old[6], *old[7:]], language)
    assert real(result) == [("merged", 6, 6)]
    assert result.values == ()
