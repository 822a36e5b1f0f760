"""The page on adding a reader is true: its reader is loaded from a package of its own, and files a text."""

from __future__ import annotations

import re
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from invented_texts import TEXTS
from renderers import FORMATS

from yange.importers import plan
from yange.model import Library
from yange.readers import registry
from yange.readers.conformance import broken_reader_promises
from yange.readers.registry import readers

PAGE = Path(__file__).resolve().parents[2] / "docs" / "adding-a-reader.md"
FILE = b'{"law": "Ferry Rules", "number": "No. 4", "articles": [["Article 1", "The ferry is free."]]}'


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Put the files of the page into a folder that Python finds, and return the entry point that it names."""
    files = dict(re.findall(r'```\w+ title="([^"]+)"\n(.*?)```', PAGE.read_text("utf-8"), re.DOTALL))
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    entry = re.search(r'^lawfile = "(.*)"$', files["pyproject.toml"], re.MULTILINE)
    assert entry is not None
    found = [EntryPoint("lawfile", entry[1], "yange.readers")]
    monkeypatch.setattr(registry, "entry_points", lambda group: found if group == "yange.readers" else [])
    readers.cache_clear()
    registry.added_readers.cache_clear()
    yield entry[1]
    readers.cache_clear()
    registry.added_readers.cache_clear()
    sys.modules.pop("lawfile", None)
    sys.modules.pop("test_lawfile", None)


def test_the_reader_of_the_page_files_a_text(added: str) -> None:
    (document,) = plan([("ferry.lawfile", FILE)], Library()).documents
    assert document.body == "# Ferry Rules\n\nArticle 1 The ferry is free.\n"
    assert document.facts.number == "No. 4"


def test_the_test_of_the_page_passes(added: str) -> None:
    import test_lawfile  # type: ignore[import-not-found]

    test_lawfile.test_the_reader_keeps_its_promises()


BUILT_IN = {
    "text": "plain.txt", "markdown": "marked.md", "html": "page.html", "docx": "typed.docx", "xml": "act.xml",
}  # fmt: skip


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_built_in_readers_keep_their_promises(name: str) -> None:
    reader = next(one for one in readers() if one.name == name)
    form = BUILT_IN[name]
    files = {f"{text.name}.{form}": FORMATS[form](text) for text in (TEXTS[0], TEXTS[21])}
    assert broken_reader_promises(reader, files) == ()


def test_a_reader_that_breaks_promises_is_named() -> None:
    class Loud:
        name = "LOUD"
        suffixes = ("LOUD",)

        def recognises(self, name: str, data: bytes) -> bool:
            return False

        def read(self, name: str, data: bytes) -> object:
            return next(one for one in readers() if one.name == "text").read(name, data)

    broken = broken_reader_promises(Loud(), {"a.loud": "第一条　甲。".encode()})  # type: ignore[arg-type]
    assert [words.partition(":")[0] for words in broken] == ["name", "suffixes", "a.loud", "a.loud"]
