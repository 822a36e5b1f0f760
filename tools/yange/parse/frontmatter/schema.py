"""The front matter of texts and policies as types: the fields in order, and the purpose of each.

The reader takes field names from them, ``yange check`` their descriptions, and the JSON Schemas ``version`` and
``policy`` are generated from them. A list may be written as a single value; an unknown value is ``null`` or left out.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Annotated

from yange.coding import About, Items, Record, descriptions_of, fields_of
from yange.model import EFFECT_FIELDS, Basis, Condition, ExpiryBasis, Holding

__all__ = [
    "ALWAYS",
    "EFFECTS",
    "AmendmentFields",
    "AnsweredDocumentFields",
    "CheckedFields",
    "ClauseFields",
    "ClausePeriodFields",
    "CorrectionFields",
    "DumpFields",
    "EffectFields",
    "ExtractFields",
    "ImportAnswerFields",
    "PolicyFields",
    "SourceFields",
    "UnitsFields",
    "VersionFields",
    "about",
    "fields_of",
]

EFFECTS = tuple(EFFECT_FIELDS.values())
Texts = tuple[str, ...] | str | None
Pair = Annotated[tuple[str, ...], Items(2)]
"""Two names, older and newer. A tuple of two would become ``prefixItems``, which few editors know."""


class AmendmentFields(Record):
    """An order that amended the text, as its caption (题注) names it."""

    number: Annotated[str | None, About("文号 of the order")] = None
    date: Annotated[date | None, About("its day")] = None
    kind: Annotated[str | None, About("修正, 修订 …; 修正 where nothing is written")] = None


class ClausePeriodFields(Record, rename={"from_": "from"}):
    """A clause that begins or ends on another day than its text."""

    clause: Annotated[str | None, About("its printed label (第三条)")] = None
    from_: Annotated[date | None, About("its first day")] = None
    to: Annotated[date | None, About("its last day in force")] = None


class EffectFields(Record):
    """Another instrument, and the clauses of it that this text repeals, extends, suspends or revives."""

    policy: Annotated[str | None, About("id of the policy, where it is in the library")] = None
    number: Annotated[str | None, About("文号 of the instrument")] = None
    title: Annotated[str | None, About("its title as printed here")] = None
    extent: Annotated[Texts, About("whole, or the labels of the clauses; nothing means whole")] = None
    on: Annotated[date | None, About("the day it happens; nothing means the first day of this text")] = None
    until: Annotated[date | None, About("the new last day in force, or the last day of a suspension")] = None


class ClauseFields(Record):
    """A clause of this text."""

    clause: Annotated[str | None, About("its printed label (第三条)")] = None


class UnitsFields(Record):
    """The number of primary citable units of the text, without placeholders."""

    kind: Annotated[str | None, About("article, item …")] = None
    count: Annotated[int | None, About("how many")] = None


class ExtractFields(Record):
    """How the words were read from the file."""

    reader: Annotated[str | None, About("name of the reader: html, docx, pdf")] = None
    library: Annotated[str | None, About("what it reads with, and its version")] = None
    sha256: Annotated[str | None, About("hash of the text that it found, as UTF-8")] = None


class SourceFields(Record):
    """A document that the text was taken from."""

    name: Annotated[str | None, About("name of the file or the publication")] = None
    url: Annotated[str | None, About("its address")] = None
    page_date: Annotated[date | None, About("date of the web page: not a day of publication")] = None
    retrieved: Annotated[date | None, About("the day it was fetched")] = None
    sha256: Annotated[str | None, About("hash of the original file")] = None
    media: Annotated[str | None, About("media type, such as text/plain")] = None
    lines: Annotated[
        Annotated[tuple[int, ...], Items(2)] | None, About("first and last line in a file of several documents, from 1")
    ] = None
    variants: Annotated[Texts, About("other copies, and where their words differ")] = None
    register: Annotated[str | None, About("the register of laws that it is an entry of")] = None
    identifier: Annotated[str | None, About("key of the text in that register")] = None
    extract: Annotated[ExtractFields | None, About("how the words were read; nothing for plain text")] = None
    commit: Annotated[str | None, About("commit of another archive's git repository")] = None
    blob: Annotated[str | None, About("git's id of the file there")] = None


class CheckedFields(Record):
    """When somebody last compared status and text with the issuer's."""

    date: Annotated[date | None, About("the day")] = None
    source: Annotated[str | None, About("what it was compared with")] = None


class CorrectionFields(Record):
    """A correction of this record; never a change of the law."""

    date: Annotated[date | None, About("the day of the correction")] = None
    field: Annotated[str | None, About("text, or the name of the field")] = None
    clause: Annotated[str | None, About("label of the clause, for words of the text")] = None
    was: Annotated[str | None, About("what was recorded")] = None
    now: Annotated[str | None, About("what is right")] = None
    evidence: Annotated[str | None, About("what shows it")] = None
    by: Annotated[str | None, About("who corrected it")] = None


class VersionFields(Record):
    """Front matter of a text: ``policies/<place>/<slug>/<first day>.md``."""

    title: Annotated[str, About("the title as printed on this text")]
    cover_title: Annotated[str | None, About("title of the covering notice (关于印发…的通知)")] = None
    number: Annotated[str | None, About("文号")] = None
    issuer: Annotated[Texts, About("who issued it, one name each")] = None
    signed: Annotated[date | None, About("the day it was signed or adopted (成文日期)")] = None
    published: Annotated[date | None, About("the day of official promulgation; never a web page's own date")] = None
    effective: Annotated[date | None, About("this text's own first day; the file is named by it")] = None
    effective_basis: Annotated[Basis | None, About("how the first day is known")] = None
    commenced: Annotated[date | None, About("the day that the text prints for the policy")] = None
    amended_by: Annotated[
        tuple[AmendmentFields, ...] | AmendmentFields | None, About("orders that amended it, as the caption has them")
    ] = None
    expires: Annotated[date | None, About("the last day in force; null: the text states none")] = None
    expires_basis: Annotated[ExpiryBasis | None, About("how the last day is known")] = None
    clause_periods: Annotated[
        tuple[ClausePeriodFields, ...] | ClausePeriodFields | None, About("clauses that begin or end on other days")
    ] = None
    repeals: Annotated[tuple[EffectFields, ...] | EffectFields | None, About("instruments it repeals")] = None
    extends: Annotated[tuple[EffectFields, ...] | EffectFields | None, About("instruments it extends")] = None
    suspends: Annotated[tuple[EffectFields, ...] | EffectFields | None, About("instruments it suspends")] = None
    revives: Annotated[tuple[EffectFields, ...] | EffectFields | None, About("instruments it revives")] = None
    declares_lapsed: Annotated[
        tuple[EffectFields, ...] | EffectFields | None, About("instruments it declares lapsed")
    ] = None
    savings: Annotated[
        tuple[ClauseFields, ...] | ClauseFields | None, About("clauses that leave pending matters to the old text")
    ] = None
    prevails_over: Annotated[
        tuple[ClauseFields, ...] | ClauseFields | None, About("clauses that let this text prevail over others")
    ] = None
    draft: Annotated[bool | None, About("true for a draft: it is never law")] = None
    text: Annotated[Holding | None, About("whether the words are held or only the facts")] = None
    condition: Annotated[Condition | None, About("in what state the held text is")] = None
    units: Annotated[UnitsFields | None, About("how many citable units it has")] = None
    sources: Annotated[tuple[SourceFields, ...] | SourceFields | None, About("what it was taken from")] = None
    checked: Annotated[CheckedFields | None, About("when it was last compared with the issuer's")] = None
    corrections: Annotated[
        tuple[CorrectionFields, ...] | CorrectionFields | None, About("what was recorded wrongly and is right now")
    ] = None
    review: Annotated[Texts, About("fields that were inferred or are in doubt, for a person to confirm")] = None
    settled: Annotated[Texts, About("sentences of effect that a person has looked at and that fill no field")] = None
    language: Annotated[str | None, About("language of the text (BCP 47); zh where nothing is written")] = None
    note: Annotated[str | None, About("a remark for readers")] = None


class PolicyFields(Record):
    """Front matter of ``policy.md``: the facts that are the same for all texts of a policy."""

    id: Annotated[str, About("permanent: place and slug, the address of its page")]
    title: Annotated[str, About("its title")]
    place: Annotated[str, About("the place it is law in")]
    kind: Annotated[str | None, About("办法, 条例, 通知 …")] = None
    rank: Annotated[str | None, About("地方性法规, 规章, 规范性文件 …; null where it is not known")] = None
    identifier: Annotated[str | None, About("key of the law in the register that its texts are from")] = None
    was: Annotated[Texts, About("former ids")] = None
    sample: Annotated[bool | None, About("true for invented texts")] = None
    note: Annotated[str | None, About("a remark for readers")] = None


class AnswerFields(Record):
    """A person's answer on the alignment of clauses of two texts."""

    old: Annotated[str, About("key of the older text (v2019-01-06), or id@key of another policy's")]
    new: Annotated[str, About("key of the newer text")]
    together: Annotated[tuple[Pair, ...] | None, About("pairs of clauses, old and new, that are one")] = None
    apart: Annotated[tuple[Pair, ...] | None, About("pairs of clauses that are not one")] = None
    renamings: Annotated[
        tuple[Pair, ...] | None, About("pairs of names, old and new, that mean the same body or thing")
    ] = None
    note: Annotated[str | None, About("a remark")] = None


AnswersFile = tuple[AnswerFields, ...] | None
"""``alignment.yml``: a list of answers."""


class DumpFields(Record):
    """How the records of a dump of laws are read: which of their fields is what (``fields.yml``)."""

    records: Annotated[str | None, About("the list in a JSON file, as names with dots: data.items")] = None
    title: Annotated[str | None, About("field with the title")] = None
    text: Annotated[str | None, About("field with the words")] = None
    text_format: Annotated[str | None, About("how the words are written: text, html or markdown")] = None
    number: Annotated[str | None, About("field with the document number")] = None
    issuer: Annotated[str | None, About("field with the issuing body")] = None
    place: Annotated[str | None, About("field with the place")] = None
    kind: Annotated[str | None, About("field with the kind")] = None
    language: Annotated[str | None, About("field with the language (BCP 47)")] = None
    signed: Annotated[str | None, About("field with the day of signing")] = None
    published: Annotated[str | None, About("field with the day of official publication")] = None
    effective: Annotated[str | None, About("field with the first day, as the register says")] = None
    expires: Annotated[str | None, About("field with the last day in force")] = None
    page_date: Annotated[str | None, About("field with the date of the web page")] = None
    url: Annotated[str | None, About("field with the address")] = None
    identifier: Annotated[str | None, About("field with the key of the text in the register")] = None
    register: Annotated[str | None, About("the name of the register itself, the same for all records")] = None
    days: Annotated[str | None, About("how days are written: %Y-%m-%d (the default), %d.%m.%Y, …")] = None


class AnsweredDocumentFields(Record):
    """A document that a question of an import was about."""

    sha256: Annotated[str, About("hash of its file")]
    lines: Annotated[tuple[int, ...], Items(2), About("its first and last line in the text of the file")]
    text: Annotated[int | None, About("which text of a file with several, from 1; 1 where nothing is written")] = None
    name: Annotated[str | None, About("its file, for people")] = None
    title: Annotated[str | None, About("its title, for people")] = None


class ImportAnswerFields(Record):
    """A person's answer to a question of an import, and the documents that it was about."""

    ask: Annotated[str, About("place, kind, language, or series")]
    answer: Annotated[str, About("a name, a tag of a language, or for series: version, copy, other")]
    documents: Annotated[tuple[AnsweredDocumentFields, ...], About("the documents that the answer is for")]
    policy: Annotated[str | None, About("id of the policy that a question of the series names")] = None
    note: Annotated[str | None, About("a remark")] = None


ImportAnswersFile = tuple[ImportAnswerFields, ...] | None
"""``yange-answers.yml``: a list of answers to questions of an import."""

ALWAYS = {
    "number", "issuer", "signed", "published", "effective", "effective_basis", "expires", "text", "condition", "units",
    "sources", "checked",
}  # fmt: skip
"""Fields of a version that are written even if unknown: readers would take their absence for an oversight."""


@cache
def about(kind: type[Record], name: str) -> str:
    """Return the description of a field, as in its JSON Schema."""
    return descriptions_of(kind)[name]
