"""Read dumps of laws: JSON, JSON lines and CSV files whose fields a person names in a mapping (``fields.yml``).

A dump says nothing about its own fields, so it is read with a mapping only, never by guess. Each record is a text.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from yange.dates import day_in_format
from yange.parse.frontmatter.schema import DumpFields, fields_of
from yange.parse.frontmatter.yaml_text import FieldReader, compose
from yange.problems import Problem, error, warning
from yange.readers.html.fragments import written_fragment
from yange.readers.markdown.blocks import MarkdownWriter, tokens_of
from yange.readers.source_text import (
    BlockWriter,
    DocumentReading,
    GivenFacts,
    LeftOut,
    SourceBlock,
    SourceBlockKind,
    SourcePlace,
    SourceText,
)
from yange.readers.text import decode

__all__ = ["DUMPS", "DumpMapping", "read_dump", "read_mapping"]

DUMPS = (".json", ".jsonl", ".ndjson", ".csv", ".tsv")
"""The endings of files that are read with a mapping."""
MOST_RECORDS = 100_000
_FORMATS = ("text", "html", "markdown")
_DAYS = ("signed", "published", "effective", "expires", "page_date")
_WORDS = ("number", "place", "kind", "language", "url", "identifier")
_MEDIA = {".csv": "text/csv", ".tsv": "text/tab-separated-values", ".json": "application/json"}
_LINES = "application/jsonl"


@dataclass(frozen=True, slots=True)
class DumpMapping:
    """Which field of a record is what: ``fields`` gives the name in the dump for each of ours."""

    fields: Mapping[str, str]
    text_format: str
    register: str | None
    days: str
    records: tuple[str, ...]


def read_mapping(text: str, path: str) -> tuple[DumpMapping | None, tuple[Problem, ...]]:
    """Read the mapping of a dump; every mistake in it is a problem with its line."""
    node, problems = compose(text, path)
    read = FieldReader(path, 1, list(problems))
    if node is None:
        return None, (
            *problems,
            error("dump-fields", path, "the mapping is empty", hint="name title and text at least"),
        )
    nodes = read.mapping(node, DumpFields, "the mapping")
    values = {name: value for name in fields_of(DumpFields) if (value := read.text(nodes.get(name))) is not None}
    form = values.pop("text_format", "text")
    if form not in _FORMATS:
        read.wrong(nodes["text_format"], f"{form} is no format", f"write {', '.join(_FORMATS)}", "dump-fields")
    for name in ("title", "text"):
        if name not in values and not read.problems:
            read.wrong(node, f"the mapping does not name {name}", f"write {name}: and the field's name", "dump-fields")
    register, days, records = (values.pop(name, "") for name in ("register", "days", "records"))
    if read.problems:
        return None, tuple(read.problems)
    where = tuple(records.split(".")) if records else ()
    return DumpMapping(values, form, register or None, days or "%Y-%m-%d", where), ()


def read_dump(name: str, data: bytes, mapping: DumpMapping) -> DocumentReading:
    """Read every record of a dump as a text.

    Args:
        name: the name of the file; its ending says whether it is CSV, JSON or JSON lines.
        data: its bytes, UTF-8 or GB18030.
        mapping: which field is what.

    Returns:
        The texts in order, named ``name#1`` and so on; a record without words is a warning, a broken file an error.

    """
    source, problems = decode(name, data, longest_line=len(data))
    if source is None:
        return DocumentReading((), problems)
    try:
        records = list(_records(name, source.text, mapping))
    except (ValueError, TypeError, csv.Error, RecursionError) as failure:
        message, hint = f"the file cannot be read as a dump: {failure}", "check the file, and `records` in the mapping"
        return DocumentReading((), (error("dump-broken", name, message, hint=hint),))
    if len(records) > MOST_RECORDS:
        message = f"the dump has {len(records):,} records (at most {MOST_RECORDS:,})"
        return DocumentReading((), (error("dump-broken", name, message, hint="divide it"),))
    texts: list[SourceText] = []
    doubts: list[Problem] = []
    digest = hashlib.sha256(data).hexdigest()
    for number, record in enumerate(records, 1):
        made = _Record(f"{name}#{number}", record, mapping, doubts).text()
        if made is not None:
            texts.append(replace(made, sha256=digest, media=_media(name), encoding=source.encoding))
    return DocumentReading(tuple(texts), tuple(doubts))


def _media(name: str) -> str:
    return next((media for suffix, media in _MEDIA.items() if name.lower().endswith(suffix)), _LINES)


def _records(name: str, text: str, mapping: DumpMapping) -> Iterator[Mapping[str, object]]:
    if name.lower().endswith((".csv", ".tsv")):
        # The limit is that of the whole process: it is raised where a field could be longer, and never lowered.
        csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
        rows = csv.DictReader(io.StringIO(text), delimiter="\t" if name.lower().endswith(".tsv") else ",")
        _refuse_repeated(rows.fieldnames or (), mapping)
        for row in rows:
            if any(one.strip() for one in row.get(None) or ()):
                raise ValueError(f"line {rows.line_num} has more fields than the first line has names")
            yield row
        return
    made = partial(_object, mapping)
    if name.lower().endswith((".jsonl", ".ndjson")):
        found = [json.loads(line, object_pairs_hook=made) for line in text.split("\n") if line.strip()]
    else:
        found = _listed(json.loads(text, object_pairs_hook=made), mapping.records)
    for number, record in enumerate(found, 1):
        if not isinstance(record, dict):
            raise TypeError(f"record {number} is no object with named fields")
        yield record


def _object(mapping: DumpMapping, pairs: list[tuple[str, object]]) -> dict[str, object]:
    _refuse_repeated([name for name, _ in pairs], mapping)
    return dict(pairs)


def _refuse_repeated(names: Sequence[str], mapping: DumpMapping) -> None:
    """Refuse fields that the mapping names and that are there twice: the words of one of them would be lost."""
    wanted = {*mapping.fields.values(), *mapping.records}
    twice = next((name for name, count in Counter(names).items() if count > 1 and name in wanted), None)
    if twice is not None:
        raise ValueError(f"the field {twice[:100]} is there twice")


def _listed(value: object, path: tuple[str, ...]) -> list[object]:
    for name in path:
        if not isinstance(value, dict) or name not in value:
            raise ValueError(f"there is no {'.'.join(path)} in it")
        value = value[name]
    if not isinstance(value, list):
        raise TypeError("it is no list; name the list with `records`")
    return value


class _Record:
    """One record, read by the mapping."""

    def __init__(self, name: str, record: Mapping[str, object], mapping: DumpMapping, doubts: list[Problem]) -> None:
        self._name, self._record, self._mapping, self._doubts = name, record, mapping, doubts

    def text(self) -> SourceText | None:
        """Return the record as a text, ``None`` if it has no title or no words."""
        title, words = self._value("title"), self._value("text")
        if not title or not words:
            lacking = "title" if not title else "text"
            message = f"the record has nothing in {self._mapping.fields[lacking]}, its {lacking}"
            hint = "look whether the mapping names the right field"
            self._doubts.append(warning("dump-record", self._name, message, hint=hint))
            return None
        writer = BlockWriter()
        at_title = SourcePlace(path=self._mapping.fields["title"])
        writer.add(" ".join(title.split()), SourceBlockKind.TITLE, place=at_title)
        pieces, left_out = _pieces(words, self._mapping.text_format)
        first = "".join(pieces[0][0].split()) if pieces else ""
        for at, (piece, block) in enumerate(pieces):
            if at == 0 and first == "".join(title.split()):
                continue
            kind = SourceBlockKind.HEADING if block.kind is SourceBlockKind.TITLE else block.kind
            place = SourcePlace(path=self._mapping.fields["text"])
            writer.add(piece, kind, level=block.level, label=block.label, computed=block.computed, place=place)
        return SourceText(
            name=self._name, sha256="", text=writer.text, reader="dump", blocks=writer.blocks, whole=True,
            given=self._facts(" ".join(title.split())), left_out=left_out,
        )  # fmt: skip

    def _facts(self, title: str) -> GivenFacts:
        words = {name: self._value(name) or None for name in _WORDS}
        days = {name: self._day(name) for name in _DAYS}
        issuer = self._value("issuer")
        return GivenFacts(
            title=title, issuer=(issuer,) if issuer else (), register=self._mapping.register,
            number=words["number"], place=words["place"], kind=words["kind"], language=words["language"],
            url=words["url"], identifier=words["identifier"], signed=days["signed"], published=days["published"],
            effective=days["effective"], expires=days["expires"], page_date=days["page_date"],
        )  # fmt: skip

    def _value(self, name: str) -> str:
        field = self._mapping.fields.get(name)
        value = self._record.get(field) if field else None
        if value is None or isinstance(value, (dict, list)):
            return ""
        return str(value).replace("\r\n", "\n").replace("\r", "\n").strip()

    def _day(self, name: str) -> date | None:
        printed = self._value(name)
        if not printed:
            return None
        day = day_in_format(printed, self._mapping.days)
        if day is None:
            message = f"{printed} in {self._mapping.fields[name]} is no day of the form {self._mapping.days}"
            hint = "write the form of the days in the mapping: `days`"
            self._doubts.append(warning("dump-day", self._name, message, hint=hint))
        return day


def _pieces(words: str, form: str) -> tuple[list[tuple[str, SourceBlock]], tuple[LeftOut, ...]]:
    """Return the blocks of the words of a record, and what was left out of them."""
    if form == "html":
        fragment = written_fragment(words)
        return list(fragment.blocks), fragment.left_out
    if form == "markdown":
        writer = MarkdownWriter(1, notes=True)
        writer.write(tokens_of(words))
        text = writer.blocks.text
        return [(text[block.start : block.end], block) for block in writer.blocks.blocks], tuple(writer.left_out)
    lines = [line.strip() for line in words.split("\n")]
    return [(line, SourceBlock(0, len(line))) for line in lines if line], ()
