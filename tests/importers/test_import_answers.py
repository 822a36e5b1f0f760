"""What people answered to questions of an import: what it changes, for which documents, and the file that keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yange.importers import ImportPlan, plan
from yange.importers.answers import AnsweredDocument, ImportAnswer, ImportAnswers, ImportAsk, answered_document
from yange.importers.answers_file import read_import_answers, with_appended
from yange.importers.questions import ImportQuestion, divided, questions
from yange.library import load
from yange.model import Library
from yange.parse.frontmatter import write_policy
from yange.problems import YangeError
from yange.storage.writing import write_files

FERRY = "渡口管理办法\n\n第一条　渡船应当登记。\n\n第二条　本办法自2020年3月1日起施行。\n"
QUAY = "码头收费标准\n\n第一条　货船每日{}元。\n\n第二条　客船每日{}元。\n\n第三条　自{}年3月1日起施行。\n"
HARBOUR = (
    "Zákon o prístave\n\n§ 1 Prístav patrí mestu a spravuje ho rada mesta podľa tohto zákona.\n\n"
    "§ 2 Lode sa zapisujú do zoznamu, ktorý vedie rada.\n\n§ 3 Tento zákon nadobúda účinnosť 1. marca 2020.\n"
)
CITED = FERRY.replace("渡船应当", "望海市的渡船应当").replace("登记。", "登记，望海市另有规定的除外。")

FILES = [
    ("a/ferry.txt", FERRY.encode()),
    ("a/2021.txt", QUAY.format(50, 20, 2021).encode()),
    ("b/2023.txt", QUAY.format(60, 30, 2023).encode()),
]


def answers(made: ImportPlan, ask: ImportAsk, answer: str, *names: str, policy: str | None = None) -> ImportAnswers:
    documents = tuple(answered_document(one) for one in made.documents if one.source.name in names)
    assert len(documents) == len(names)
    return ImportAnswers([ImportAnswer(ask, answer, documents, policy)])


def open_questions(made: ImportPlan) -> dict[ImportAsk, list[str]]:
    return {
        question.ask: [one.document.name for one in question.asked] for group in questions(made) for question in group
    }


def filed(made: ImportPlan) -> dict[str, str]:
    return {
        document.source.name: place.entry.version.path
        for document, place in zip(made.documents, made.filed, strict=True)
    }


def test_what_a_text_leaves_open_is_asked() -> None:
    made = plan([*FILES, ("sk.txt", HARBOUR.encode())], Library())
    assert open_questions(made) == {
        ImportAsk.LANGUAGE: ["sk.txt"],
        ImportAsk.PLACE: ["a/ferry.txt", "a/2021.txt", "b/2023.txt", "sk.txt"],
        ImportAsk.KIND: ["sk.txt"],
        ImportAsk.SERIES: ["b/2023.txt"],
    }
    national = FERRY.replace("渡口", "中华人民共和国渡口")
    assert ImportAsk.PLACE not in open_questions(plan([("n.txt", national.encode())], Library()))


def test_a_question_is_divided_by_policy_by_folder_and_by_document() -> None:
    (_, (place, *_), _) = questions(plan(FILES, Library()))

    def names(parts: Sequence[ImportQuestion]) -> list[list[str]]:
        return [[one.document.name for one in part.asked] for part in parts]

    parts = divided(place)
    assert names(parts) == [["a/ferry.txt", "a/2021.txt"], ["b/2023.txt"]]
    assert names(divided(parts[0])) == [["a/ferry.txt"], ["a/2021.txt"]]
    assert divided(parts[1]) == (parts[1],)


def test_a_place_is_given_to_the_documents_that_were_asked_and_to_no_other() -> None:
    made = plan(FILES, Library())
    again = plan(FILES, Library(), answers=answers(made, ImportAsk.PLACE, "青屿县", "a/ferry.txt"))
    assert filed(again)["a/ferry.txt"] == "policies/qingyu/dukou-guanli-banfa/2020-03-01.md"
    assert {path.split("/")[1] for name, path in filed(again).items() if name != "a/ferry.txt"} == {"unplaced"}
    other = [("a/ferry.txt", FERRY.replace("登记", "检验").encode())]
    (path,) = filed(plan(other, Library(), answers=answers(made, ImportAsk.PLACE, "青屿县", "a/ferry.txt"))).values()
    assert path.startswith("policies/unplaced/"), "another file of the same name"


def test_an_answered_place_is_not_inferred_any_more() -> None:
    sources = [("a.txt", FERRY.encode()), ("b.txt", CITED.replace("望海市", "深圳市").encode())]
    made = plan(sources, Library())
    (_, (_, inferred, *_), _) = questions(made)
    assert (inferred.found, [one.document.name for one in inferred.asked]) == ("深圳市", ["b.txt"])
    assert "place" in made.output().documents[1].review
    again = plan(sources, Library(), answers=answers(made, ImportAsk.PLACE, "深圳市", "b.txt"))
    assert again.output().documents[1].review == ()
    assert again.output().documents[1].warnings == ()
    assert again.output().documents[1].place == "深圳市"


def test_a_text_that_says_something_else_stands_and_both_are_named() -> None:
    sources = [("a.txt", FERRY.replace("渡口", "深圳市渡口").encode())]
    made = plan(sources, Library())
    for ask, answer in ((ImportAsk.PLACE, "青屿县"), (ImportAsk.KIND, "规定")):
        again = plan(sources, Library(), answers=answers(made, ask, answer, "a.txt"))
        assert filed(again) == filed(made)
        (warned,) = [one for one in again.warnings if one.code == "answer-disagrees"]
        assert answer in warned.message


def test_an_answered_language_is_recorded_and_not_doubted() -> None:
    sources = [("sk.txt", HARBOUR.encode())]
    made = plan(sources, Library())
    again = plan(sources, Library(), answers=answers(made, ImportAsk.LANGUAGE, "sk", "sk.txt"))
    assert made.filed[0].entry.version.language != "sk"
    version = again.filed[0].entry.version
    assert (version.language, "language" in version.review) == ("sk", False)
    assert ImportAsk.LANGUAGE not in open_questions(again)


def test_a_kind_is_filed_with_the_policy() -> None:
    sources = [("a.txt", FERRY.replace("办法", "").encode())]
    made = plan(sources, Library())
    assert made.filed[0].shelf.policy.kind is None
    again = plan(sources, Library(), answers=answers(made, ImportAsk.KIND, "办法", "a.txt"))
    assert "kind: 办法" in write_policy(again.filed[0].shelf.policy)
    assert ImportAsk.KIND not in open_questions(again)


QUAYS = "unplaced/matou-shoufei-biaozhun"


@pytest.mark.parametrize(
    ("answer", "path"),
    [
        ("version", f"policies/{QUAYS}/2023-03-01.md"),
        ("copy", f"policies/{QUAYS}/2021-03-01.md"),
        ("other", f"policies/{QUAYS}-2/2023-03-01.md"),
    ],
)
@pytest.mark.parametrize("recorded", [False, True])
def test_the_series_is_what_a_person_says(tmp_path: Path, answer: str, path: str, *, recorded: bool) -> None:
    """The other text is in the same import, or in the library already."""
    (tmp_path / "policies").mkdir()
    if recorded:
        write_files(tmp_path, plan(FILES[:2], Library()).files())
    library, _ = load(tmp_path)
    made = plan(FILES, library)
    assert [one.code for one in made.warnings] == ["same-title"]
    assert filed(made)["b/2023.txt"] == f"policies/{QUAYS}-2/2023-03-01.md"
    again = plan(FILES, library, answers=answers(made, ImportAsk.SERIES, answer, "b/2023.txt", policy=QUAYS))
    assert filed(again)["b/2023.txt"] == path
    assert "same-title" not in {one.code for one in again.warnings}
    assert ImportAsk.SERIES not in open_questions(again)
    sources = [source.name for source in again.filed[2].entry.version.sources]
    assert sources == (["a/2021.txt", "b/2023.txt"] if answer == "copy" else ["b/2023.txt"])
    write_files(tmp_path, again.files(lambda name: (tmp_path / name).read_text("utf-8") if recorded else None))
    later = plan(FILES, load(tmp_path)[0])
    assert later.files().keys() <= {f"archive/sources/{one.source.sha256}.txt" for one in later.documents}
    assert "same-title" not in {one.code for one in later.warnings}


# -- the file -------------------------------------------------------------------------------------------------------

SHA = "0123456789abcdef" * 4
WRITTEN = f"""\
# mine: do not touch
- ask: place   # because of the seal
  answer: 望海市
  note: by telephone
  documents:
    - {{sha256: {SHA}, lines: [1, 7]}}
"""


def document(nth: int = 1, **more: object) -> AnsweredDocument:
    return AnsweredDocument(SHA, nth, (1, 7), **more)  # type: ignore[arg-type]


def test_what_people_wrote_is_kept_to_the_letter() -> None:
    more = [ImportAnswer(ImportAsk.SERIES, "copy", (document(2, name="a: b.txt", title="《办法》"),), "x/y")]
    made = with_appended(WRITTEN, "f.yml", more)
    assert made.startswith(WRITTEN)
    known, problems = read_import_answers(made, "f.yml")
    assert problems == ()
    assert known.answers[1:] == tuple(more)
    assert with_appended(WRITTEN, "f.yml", ()) == WRITTEN
    indented = "".join(f"  {line}\n" for line in WRITTEN.splitlines())
    assert with_appended(indented, "f.yml", more).startswith(indented)
    assert with_appended(WRITTEN.removesuffix("\n"), "f.yml", more) == made


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("note:", "colour:", 4, "unknown field 'colour'"),
        ("ask: place", "ask: weather", 2, "'weather' is not one of"),
        ("answer: 望海市", "answer:", 2, "no question, no words"),
        ("lines: [1, 7]", "lines: [1]", 6, "without its hash or its lines"),
        (SHA, "abc", 6, "without its hash or its lines"),
        ("note:", "policy: x/y #", 2, "is one too many"),
        ("ask: place", "ask: series", 3, "is no answer to this question"),
        ("ask: place", "ask: language", 3, "write the tag of a language"),
        (WRITTEN, "ask: place\n", 1, "the file is no list of answers"),
        ("- ask: place", "- [", 4, "this is not YAML"),
    ],
)
def test_mistakes_in_the_file_have_their_line_and_stop_everything(old: str, new: str, line: int, said: str) -> None:
    text = WRITTEN.replace(old, new)
    _, problems = read_import_answers(text, "f.yml")
    assert (problems[0].path, problems[0].line) == ("f.yml", line)
    assert said in f"{problems[0].message} {problems[0].hint}"
    with pytest.raises(YangeError, match=f"f.yml:{line}"):
        with_appended(text, "f.yml", [ImportAnswer(ImportAsk.PLACE, "甲", (document(),))])


def test_two_answers_for_one_document_are_a_mistake() -> None:
    twice = WRITTEN + WRITTEN.replace("望海市", "青屿县")
    (problem,) = read_import_answers(twice, "f.yml")[1]
    assert (problem.line, "another answer" in problem.message) == (8, True)
    assert read_import_answers(WRITTEN + WRITTEN, "f.yml")[1] == ()


def test_a_list_on_one_line_is_not_added_to() -> None:
    flow = f"[{{ask: place, answer: 甲, documents: [{{sha256: {SHA}, lines: [1, 7]}}]}}]\n"
    with pytest.raises(YangeError, match="begin each answer with -"):
        with_appended(flow, "f.yml", [ImportAnswer(ImportAsk.KIND, "办法", (document(),))])


NAMES = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)


@given(
    st.lists(st.tuples(st.sampled_from(["办法", "null", "yes", "a: b", "#x", "'", "- x"]), NAMES, NAMES), max_size=4)
)
def test_any_name_and_title_comes_back(given_names: list[tuple[str, str, str]]) -> None:
    made = [
        ImportAnswer(ImportAsk.KIND, answer, (document(nth, name=name, title=title),))
        for nth, (answer, name, title) in enumerate(given_names, 1)
    ]
    known, problems = read_import_answers(with_appended("", "f.yml", made), "f.yml")
    assert problems == ()
    assert known.answers == tuple(made)
