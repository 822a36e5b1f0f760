"""Kept comparisons: used when everything they were made from is the same, and never when they are not what was kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yange.cache import comparisons as module
from yange.cache.comparisons import KeptComparisons, algorithm, not_kept
from yange.cache.store import Seal, Store
from yange.coding import encoded, reader
from yange.compare import Answers, Comparison, compare
from yange.compare.answers import NO_ANSWERS
from yange.parse import parse

loads = reader(Comparison)
OLD = "渡口办法\n第一条　给予5万元补助，自申请之日起十日内发放。\n第二条　渡船应当登记，未登记的不得载客。\n"
NEW = "渡口办法\n第一条　给予8万元补助，自申请之日起七日内发放。\n第三条　渡船应当登记,未登记的不得载客。\n"


def made() -> Comparison:
    return compare(parse(OLD), parse(NEW))


def plain(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def kept_in(folder: Path) -> KeptComparisons:
    return KeptComparisons(Store(folder, Seal(b"k" * 32)))


def never() -> Comparison:
    raise AssertionError("worked out although it was kept")


def entries(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


def test_a_comparison_reads_back_equal() -> None:
    assert loads(encoded(made())) == made()
    assert loads(encoded(Comparison(()))) == Comparison(())


def test_the_second_time_it_is_not_worked_out(tmp_path: Path) -> None:
    keep = kept_in(tmp_path / "cache" / "compare")
    assert keep(OLD, NEW, made) == made()
    assert keep(OLD, NEW, never) == made()
    assert kept_in(tmp_path / "cache" / "compare")(OLD, NEW, never) == made()
    assert (keep.found, keep.made, keep.store.refused) == (1, 1, None)


def test_another_text_another_order_or_another_answer_is_another_comparison(tmp_path: Path) -> None:
    keep = kept_in(tmp_path)
    keep(OLD, NEW, made)
    keep(NEW, OLD, made)
    keep(OLD, NEW + " ", made)
    keep(OLD, NEW, made, Answers(apart=(("第一条", "第一条"),)))
    assert (keep.found, keep.made) == (0, 4)
    assert len(entries(tmp_path)) == 4


def test_a_new_algorithm_takes_the_old_ones_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_in(tmp_path)(OLD, NEW, made)
    monkeypatch.setattr(module, "algorithm", lambda: "2-another")
    keep = kept_in(tmp_path)
    keep(OLD, NEW, made)
    assert (keep.found, keep.made, len(entries(tmp_path))) == (0, 1, 1)
    assert keep(OLD, NEW, never) == made()


def test_the_algorithm_is_named_by_its_code() -> None:
    assert algorithm() == algorithm.__wrapped__()
    number, _, digest = algorithm().partition("-")
    assert (number, len(digest)) == (str(module.VERSION), 64)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data.replace("8万元".encode(), "9万元".encode()),
        lambda data: b"0" * 64 + data[64:],
        lambda data: b"\xff\xfe" + data,
        lambda data: b"[" * 100_000,
        lambda data: b"null\n" + data.split(b"\n", 1)[1],
        lambda data: data + b"\n",
    ],
)
def test_what_is_not_what_was_kept_counts_as_nothing(tmp_path: Path, spoil: object) -> None:
    kept_in(tmp_path)(OLD, NEW, made)
    (entry,) = entries(tmp_path)
    whole = entry.read_bytes()
    assert callable(spoil)
    entry.write_bytes(spoil(whole))
    keep = kept_in(tmp_path)
    assert keep(OLD, NEW, made) == made()
    assert keep.made == 1
    assert entry.read_bytes() == whole, "written anew"


def test_an_entry_of_another_pair_in_its_place_counts_as_nothing(tmp_path: Path) -> None:
    keep = kept_in(tmp_path)
    keep(OLD, NEW, made)
    (entry,) = entries(tmp_path)
    keep(OLD, OLD, lambda: compare(parse(OLD), parse(OLD)))
    (other,) = set(entries(tmp_path)) - {entry}
    entry.write_bytes(other.read_bytes())
    assert kept_in(tmp_path)(OLD, NEW, made) == made()


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    """A branch knows the name of an entry and can put a link there."""
    (tmp_path / "cache").mkdir()
    kept_in(tmp_path / "cache")(OLD, NEW, made)
    (entry,) = entries(tmp_path / "cache")
    (tmp_path / "mine").write_text("a diary")
    entry.unlink()
    entry.symlink_to(tmp_path / "mine")
    assert kept_in(tmp_path / "cache")(OLD, NEW, made) == made()
    assert (tmp_path / "mine").read_text() == "a diary"


def test_an_entry_with_a_right_seal_and_another_shape_counts_as_nothing(tmp_path: Path) -> None:
    keep = kept_in(tmp_path)
    keep(OLD, NEW, made)
    (entry,) = entries(tmp_path)
    shaped = json.loads(encoded(made()))
    shaped["changes"][0]["operation"] = "burnt"
    keep.store.put(entry.stem, algorithm(), shaped)
    assert b"burnt" in entry.read_bytes()
    assert kept_in(tmp_path)(OLD, NEW, made) == made()
    assert b"burnt" not in entry.read_bytes()


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=3), lambda x: st.lists(x, max_size=3)))
def test_no_other_json_is_taken_for_a_comparison(value: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        loads(plain(value).encode())


@pytest.mark.parametrize("field", ["changes", "values", "terms", "stats"])
def test_a_missing_field_is_not_filled_in(field: str) -> None:
    shaped = json.loads(encoded(made()))
    del shaped[field]
    with pytest.raises(ValueError, match=r"missing required field|not how a Comparison is written"):
        loads(plain(shaped).encode())


def test_nothing_is_converted_left_out_or_set_in_another_order() -> None:
    shaped = json.loads(encoded(made()))
    assert loads(plain(shaped).encode()) == made()
    for other in (
        {**shaped, "more": 1},
        dict(reversed(shaped.items())),
        {**shaped, "stats": {name: float(count) for name, count in shaped["stats"].items()}},
        {**shaped, "terms": None},
    ):
        with pytest.raises(ValueError, match=r".+"):
            loads(plain(other).encode())


def test_a_folder_that_cannot_be_written_changes_no_result(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    keep = kept_in(blocked / "cache")
    assert keep(OLD, NEW, made) == made()
    assert keep(OLD, NEW, made) == made()
    assert keep.store.refused is not None
    assert keep.made == 2


def test_nothing_is_left_beside_an_entry(tmp_path: Path) -> None:
    kept_in(tmp_path)(OLD, NEW, made)
    assert [entry.suffix for entry in entries(tmp_path)] == [".json"]


def test_without_a_folder_all_is_worked_out() -> None:
    assert not_kept(OLD, NEW, made, NO_ANSWERS) == made()
