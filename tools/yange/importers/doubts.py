"""Find what is wrong with a scraped text: missing parts, replaced words, personal names and numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yange.importers.drafts import BlockRole
from yange.importers.facts import Reader
from yange.importers.forms import is_closed, is_images
from yange.importers.paragraphs import Paragraph
from yange.law.numbers import read_number
from yange.model import Condition
from yange.persons import is_answer, mentions
from yange.readers.source_text import SourceBlockKind

_PAGE_COUNT = re.compile(r"[（(]\d{1,3}[)）]")
_SHORT = 20
_TABLE = "| "
"""How a table begins: its last cell ends in no full stop."""
UNKNOWN = "\ufffd"
"""What stands for a character that could not be read."""
_MOST_NAMED = 20
_BROKEN = re.compile(r"(?P<left>[A-Za-z]+)-[ \t]*\n\s*(?P<right>[a-z]+)")


def judge(reader: Reader) -> Condition:
    """Return the condition of the text, and add a warning with a line to ``reader.facts.warnings`` for each reason.

    Words that were recognised in pictures are never complete, whatever else is wrong with them.
    """
    found = [_recognised(reader), _fragment(reader), _truncated(reader), _corrupted(reader), _unread(reader)]
    _images(reader)
    _attachments(reader)
    _people(reader)
    _hyphens(reader)
    known = [condition for condition in found if condition is not None]
    order = (Condition.OCR, Condition.CORRUPTED, Condition.FRAGMENT, Condition.TRUNCATED)
    return next((condition for condition in order if condition in known), Condition.COMPLETE)


def _recognised(reader: Reader) -> Condition | None:
    if not reader.source.scanned:
        return None
    text = "the words were recognised in pictures of the pages: some are wrong, and articles may be missing"
    reader.warn("text-recognised", reader.first_line, text, "compare every clause with the pictures")
    return Condition.OCR


def _texts(reader: Reader) -> Sequence[Paragraph]:
    return (*reader.notice, *reader.main)


def _fragment(reader: Reader) -> Condition | None:
    if reader.given.partial:
        reader.warn("text-fragment", reader.first_line, "the file holds only a part of the text, as its format says")
        return Condition.FRAGMENT
    first = next((one for one in reader.main if reader.forms.label(one.text)), None)
    number = None if first is None else read_number(first.text, law=reader.law)
    if first is not None and number is not None and number.value != (1,):
        line = reader.line(first.start)
        reader.warn("text-fragment", line, f"the text begins with {number.raw}: the part before it is missing")
        return Condition.FRAGMENT
    if any(_PAGE_COUNT.fullmatch(text) for text in reader.draft.texts(BlockRole.FURNITURE)):
        reader.warn("text-fragment", reader.first_line, "a page count follows the title: this is one page of several")
        return Condition.FRAGMENT
    return None


def _truncated(reader: Reader) -> Condition | None:
    if not reader.main:
        return None
    last = reader.main[-1]
    text = last.text
    whole = (
        is_closed(text)
        or len(text) < _SHORT
        or reader.forms.is_attachment(text)
        or reader.forms.is_signature(text)
        or reader.forms.is_imprint(text)
        or text.startswith(_TABLE)
        or reader.draft.parts[-1].annexed
        or (last.given is not None and last.given.kind is SourceBlockKind.TABLE)
    )
    if whole or last.role is not BlockRole.WORDS:
        return None
    reader.warn("text-truncated", reader.line(last.start), f"the text breaks off: …{text[-12:]}")
    return Condition.TRUNCATED


def _corrupted(reader: Reader) -> Condition | None:
    found = False
    for part in reader.draft.parts:
        for printed, meant in reader.forms.replaced_words.items():
            if printed in part.block.text:
                found = True
                line = reader.line(part.block.start)
                reader.warn("words-replaced", line, f"{printed} was probably {meant}: this copy replaces words")
    return Condition.CORRUPTED if found else None


def _unread(reader: Reader) -> Condition | None:
    """Report characters that the file does not name; where they are many, the reader refuses the file."""
    text, draft = reader.source.text, reader.draft
    places = [at for at in range(draft.start, draft.end) if text[at] == UNKNOWN] if UNKNOWN in text else []
    for line in sorted({reader.line(at) for at in places})[:_MOST_NAMED]:
        reader.warn("character-unread", line, "a character here is not named by the file, so it could not be read")
    return Condition.CORRUPTED if places else None


def _images(reader: Reader) -> None:
    for part in reader.draft.parts:
        if part.role is BlockRole.FURNITURE and is_images(part.block.text):
            text = f"an image is missing here ({part.block.text}), and with it what it showed"
            reader.warn("image-missing", reader.line(part.block.start), text)


def _hyphens(reader: Reader) -> None:
    text, draft = reader.source.text, reader.draft
    for match in _BROKEN.finditer(text, draft.start, draft.end):
        word = f"{match['left']}-{match['right']}"
        message = f"a line ends in a hyphen, which may or may not be part of the word: {word}"
        reader.warn("hyphen-at-line-end", reader.line(match.start()), message, "check the original")


def _attachments(reader: Reader) -> None:
    annexes = any(part.role is BlockRole.ANNEX for part in reader.draft.parts)
    listed = next((one for one in reader.main if reader.forms.is_attachment(one.text)), None)
    if listed is not None and not annexes:
        text = "an annex is named, but its text is missing"
        reader.warn("annex-missing", reader.line(listed.start), text)


def _people(reader: Reader) -> None:
    """Report private persons in a letter or an answer to somebody; who signs a law is no private person."""
    facts = reader.facts
    if not (facts.letter or any(map(is_answer, filter(None, (facts.title, facts.cover_title))))):
        return
    for one in _texts(reader):
        line = reader.line(one.start)
        kinds = {mention.kind for mention in mentions(one.text)}
        if "telephone" in kinds:
            reader.warn("telephone", line, "this line contains a telephone number", "do not publish it")
        if "name" in kinds:
            reader.warn("personal-name", line, "this line names private persons", "do not publish the names")
