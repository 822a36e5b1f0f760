"""A text read section by section has the blocks of the whole text: its words, kinds, labels and lines."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from yange.readers.markdown.blocks import MarkdownWriter, tokens_of
from yange.readers.markdown.sections import SectionedText, written_sections

_PIECES = (
    "# Fährordnung", "## 1. Abschnitt", "###### § 2", "Die Fähre legt um acht Uhr ab.", "1. Hunde", "- Boote",
    "  # Netze", "> Wer mitfährt, zahlt.", "```", "~~~", "<!-- Vermerk", "-->", "<div>", "</div>", "<pre>", "</pre>",
    "| Fahrt | Taler |", "| --- | --- |", "| hin | 2 |", "~~gestrichen~~", "---", "    eingerückt", "",
)  # fmt: skip


def _whole(text: str) -> tuple[list[tuple[object, ...]], list[object]]:
    writer = MarkdownWriter(1, notes=False)
    writer.write(tokens_of(text))
    words = writer.blocks.text
    found = [
        (words[one.start : one.end], one.kind, one.level, one.label, one.computed, one.place.path)
        for one in writer.blocks.blocks
    ]
    return found, list(writer.left_out)


def _shown(read: SectionedText) -> tuple[list[tuple[object, ...]], list[object]]:
    found = [(one.words, one.kind, one.level, one.label, one.computed, f"line[{one.line}]") for one in read.blocks]
    return found, list(read.left_out)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_PIECES), st.sampled_from(("\n", "\n\n", "\n\n\n"))), max_size=14))
@example([("```", "\n\n"), ("# Fährordnung", "\n\n"), ("```", "\n\n"), ("# Fährordnung", "\n")])
@example([("1. Hunde", "\n\n"), ("# Fährordnung", "\n\n"), ("1. Hunde", "\n")])
@example([("~~gestrichen~~", "\n\n"), ("# Fährordnung", "\n\n"), ("~~gestrichen~~", "\n")])
def test_sections_are_read_as_the_whole_text(pieces: list[tuple[str, str]]) -> None:
    text = "".join(words + end for words, end in pieces)
    assert _shown(written_sections(text)) == _whole(text)


def test_each_section_of_a_text_is_read_once() -> None:
    from yange.readers.markdown import sections  # its cache is looked into

    sections._written.cache_clear()
    text = "# Fährordnung\n\n## § 1\n\nDie Fähre legt ab.\n\n## § 2\n\nDie Fähre legt an.\n"
    written_sections(text)
    written_sections(text.replace("legt an", "legt wieder an"))
    assert sections._written.cache_info().misses == 4, "three sections, and the one that was amended"
