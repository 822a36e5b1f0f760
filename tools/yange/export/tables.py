"""The tables of an export: every fact of the archive as rows, for SQL and for data frames.

Days are those of the timeline, half-open: ``valid_from`` is the first day in force, ``valid_to`` the first day out
of force, empty where no end is known (SQL:2011 calls such a pair a period). What is not known is empty, never a guess;
``versions.validity`` says whether an empty ``valid_from`` means "unknown" or "never law".
"""

from __future__ import annotations

from collections.abc import Iterator

from yange.dates import Period
from yange.export.clause_rows import CLAUSES, OUTS
from yange.export.columns import OF_TEXT, TEXT_KEY, Column, ColumnType, Row, Table, TableLink
from yange.export.comparison_rows import CHANGED_VALUES, CHANGES, COMPARISONS
from yange.export.exported_policy import ExportedPolicy
from yange.model import Status, Version
from yange.publish.addresses import version_address
from yange.publish.context import SiteContext

__all__ = ["TABLES", "rows"]

_S, _I, _B, _D, _A = (
    ColumnType.STRING,
    ColumnType.INTEGER,
    ColumnType.BOOLEAN,
    ColumnType.DATE,
    ColumnType.ARRAY,
)
_NTH = Column("nth", "Place in the record of the text, from 1", _I, required=True)


def _policies(part: ExportedPolicy) -> Iterator[Row]:
    one = part.policy
    yield (one.id, one.title, one.place, one.kind, one.rank, one.identifier, one.sample, one.was, one.note)


def validity(context: SiteContext, version: Version, periods: tuple[Period, ...]) -> str:
    """Return ``dated``, ``unknown`` or ``never``: what the periods of a text are worth."""
    if periods:
        return "dated"
    unknown = context.timeline.version_standing(version, context.on).status is Status.UNKNOWN
    return "unknown" if unknown else "never"


def _versions(part: ExportedPolicy) -> Iterator[Row]:
    context = part.context
    for one in part.texts:
        periods = context.timeline.periods(one)
        yield (
            *(one.policy, one.key, one.title, one.cover_title, one.number, one.issuer),
            *(one.signed, one.published, one.effective, one.effective_basis.value, one.commenced),
            *(context.timeline.expires(one), one.expires_basis.value if one.expires_basis else None),
            *(periods[0].start if periods else None, periods[-1].end if periods else None, len(periods) > 1),
            *(validity(context, one, periods), context.timeline.version_standing(one, context.on).status.value),
            *(one.draft, one.text.value, one.condition.value, one.language),
            *(one.units.kind if one.units else None, one.units.count if one.units else None),
            *(one.checked.date if one.checked else None, one.checked.source if one.checked else None),
            *(one.review, one.savings, one.prevails_over, one.note, version_address(one)),
        )


def _periods(part: ExportedPolicy) -> Iterator[Row]:
    for version in part.texts:
        for nth, period in enumerate(part.context.timeline.periods(version), 1):
            yield (version.policy, version.key, nth, period.start, period.end)


def _events(part: ExportedPolicy) -> Iterator[Row]:
    timeline = part.context.timeline
    for nth, one in enumerate(timeline.events(part.policy.id), 1):
        by = (one.by_policy, one.by_version, one.number)
        yield (part.policy.id, nth, one.day, one.kind.value, one.version, *by, one.clauses, timeline.is_moot(one))


def _effects(part: ExportedPolicy) -> Iterator[Row]:
    for version in part.texts:
        for nth, (kind, one) in enumerate(version.acts, 1):
            target = part.context.policies.get(one.policy) if one.policy else None
            meant = (target.id if target else None, one.number, one.title)
            yield (version.policy, version.key, nth, kind.value, *meant, one.extent, one.on, one.until)


def _amendments(part: ExportedPolicy) -> Iterator[Row]:
    for version in part.texts:
        for nth, one in enumerate(version.amended_by, 1):
            yield (version.policy, version.key, nth, one.number, one.date, one.kind)


def _sources(part: ExportedPolicy) -> Iterator[Row]:
    for version in part.texts:
        for nth, one in enumerate(version.sources, 1):
            reader = one.extract.reader if one.extract else None
            found = (one.name, one.url, one.page_date, one.retrieved, one.sha256, one.media)
            yield (version.policy, version.key, nth, *found, one.variants, one.register, one.identifier, reader)


def _corrections(part: ExportedPolicy) -> Iterator[Row]:
    for version in part.texts:
        for nth, one in enumerate(version.corrections, 1):
            text = (one.clause, one.was, one.now, one.evidence, one.by)
            yield (version.policy, version.key, nth, one.date, one.field, *text)


def _citations(part: ExportedPolicy) -> Iterator[Row]:
    for version in part.held:
        for nth, (one, link) in enumerate(part.context.references.read(part.policy, version), 1):
            meant: tuple[str | None, str | None, tuple[str, ...]] = (None, None, ())
            if one.paths and one.sure:
                meant = (version.policy, version.key, one.paths)
            elif link is not None:
                text = link.version.key if link.version else None
                meant = (link.policy.id, text, (link.path,) if link.path else ())
            named = (one.kind.value, one.text, one.title, one.number)
            yield (version.policy, version.key, nth, one.at, one.start, one.end, *named, *meant, one.missing, one.sure)


_TEXT_OF = Column("policy", "Id of the policy", required=True)

TABLES = (
    Table(
        "policies",
        "The instruments, each across its whole life.",
        (
            Column("id", "Permanent id, the address of its page", required=True),
            Column("title", "Title", required=True),
            Column("place", "Place whose law it is", required=True),
            Column("kind", "Kind of instrument: 办法, regulation"),
            Column("rank", "Rank in the order of sources of law"),
            Column("identifier", "Key in the register from which the texts were taken"),
            Column("sample", "Whether the texts are invented", _B, required=True),
            Column("was", "Former ids", _A, required=True),
            Column("note", "Remark of the archive"),
        ),
        ("id",),
        _policies,
        indexes=(("title",), ("place", "kind")),
    ),
    Table(
        "versions",
        "The texts of the policies, each from one effective day on.",
        (
            *TEXT_KEY,
            Column("title", "Title as printed on this text", required=True),
            Column("cover_title", "Title of the covering notice"),
            Column("number", "Document number (文号)"),
            Column("issuer", "Issuing bodies", _A, required=True),
            Column("signed", "Day of signing", _D),
            Column("published", "Day of official promulgation", _D),
            Column("effective", "First day of this text as recorded", _D),
            Column("effective_basis", "Basis of that day: stated, signed, published, amendment, register, unknown"),
            Column("commenced", "Day on which the policy began, as printed", _D),
            Column("expires", "Last day of validity, extensions included", _D),
            Column("expires_basis", "Basis of that day: stated, computed, register"),
            Column("valid_from", "First day in force", _D),
            Column("valid_to", "First day out of force; empty: no end is known", _D),
            Column("interrupted", "Whether it is out of force for a time between; see periods", _B, required=True),
            Column("validity", "dated; unknown: no days are known; never: was or will not be law", required=True),
            Column("status", "Status on the day of the export", required=True),
            Column("draft", "Whether it is a draft, which is law on no day", _B, required=True),
            Column("text", "held, or catalogue-only: the words are not in the archive", required=True),
            Column("condition", "complete, fragment, truncated, corrupted or ocr", required=True),
            Column("language", "Language tag of the text", required=True),
            Column("units_kind", "Kind of its primary units, such as article"),
            Column("units_count", "Number of its primary units", _I),
            Column("checked", "Day on which somebody last compared it with the issuer's text", _D),
            Column("checked_source", "With what it was compared"),
            Column("review", "Facts that are inferred or doubtful", _A, required=True),
            Column("savings", "Clauses under which old text still governs pending matters", _A, required=True),
            Column("prevails_over", "Clauses that put this text above others", _A, required=True),
            Column("note", "Remark of the archive"),
            Column("address", "Address of its page below that of the site", required=True),
        ),
        ("policy", "version"),
        _versions,
        (TableLink(("policy",), "policies", ("id",)),),
        (("number",), ("valid_from", "valid_to")),
    ),
    Table(
        "periods",
        "The days on which texts are in force: several where a text was suspended or revived.",
        (
            *TEXT_KEY,
            _NTH,
            Column("valid_from", "First day in force", _D, required=True),
            Column("valid_to", "First day out of force; empty: no end is known", _D),
        ),
        ("policy", "version", "nth"),
        _periods,
        (OF_TEXT,),
        (("valid_from", "valid_to"),),
    ),
    CLAUSES,
    OUTS,
    Table(
        "events",
        "What happens to a policy, past and future.",
        (
            _TEXT_OF,
            Column("nth", "Place among the events of the policy, from 1", _I, required=True),
            Column("day", "First day; of an expiry, the day after the last day in force", _D, required=True),
            Column("kind", "Kind of event", required=True),
            Column("version", "Key of the affected text", required=True),
            Column("by_policy", "Policy that acts"),
            Column("by_version", "Key of its text"),
            Column("number", "Document number of what acts"),
            Column("clauses", "Labels of the affected clauses; none: the whole", _A, required=True),
            Column("moot", "Whether it changed nothing, because the text had ended", _B, required=True),
        ),
        ("policy", "nth"),
        _events,
        (OF_TEXT, TableLink(("by_policy",), "policies", ("id",))),
        (("day",), ("by_policy", "by_version")),
    ),
    Table(
        "effects",
        "What texts say that they do to other instruments: repeals, extensions, suspensions, revivals.",
        (
            *TEXT_KEY,
            _NTH,
            Column("kind", "repeal, extension, suspension, revival or declared-lapsed", required=True),
            Column("target", "Id of the affected policy, if the archive has it"),
            Column("number", "Its document number as printed"),
            Column("title", "Its title as printed"),
            Column("extent", "Labels of the affected clauses; none: the whole", _A, required=True),
            Column("on", "Day of the effect; empty: first day of the text that states it", _D),
            Column("until", "New last day of an extension, last day of a suspension", _D),
        ),
        ("policy", "version", "nth"),
        _effects,
        (OF_TEXT, TableLink(("target",), "policies", ("id",))),
        (("target",),),
    ),
    Table(
        "amendments",
        "Amending orders that the caption of a text lists.",
        (
            *TEXT_KEY,
            _NTH,
            Column("number", "Document number of the order"),
            Column("date", "Its day", _D),
            Column("kind", "修正 or 修订, or the word of the caption", required=True),
        ),
        ("policy", "version", "nth"),
        _amendments,
        (OF_TEXT,),
    ),
    COMPARISONS,
    CHANGES,
    CHANGED_VALUES,
    Table(
        "citations",
        "References in the texts to clauses of their own, to other instruments and to clauses of those.",
        (
            *TEXT_KEY,
            _NTH,
            Column("path", "Path of the citing clause", required=True),
            Column("start", "Offset of its first character in the text", _I, required=True),
            Column("end", "Offset of its end, exclusive", _I, required=True),
            Column("kind", "clause, relative, foreign (a clause of another instrument) or instrument", required=True),
            Column("words", "The reference as printed", required=True),
            Column("title", "Title of the cited instrument as printed"),
            Column("number", "Its document number as printed"),
            Column("target_policy", "Policy that is meant, if the archive has it"),
            Column("target_version", "Text that is meant, where one is"),
            Column("target_paths", "Clauses of that text that are meant", _A, required=True),
            Column("missing", "Number of cited clauses that the text does not have", _I, required=True),
            Column("sure", "Whether the text says whose clause it is", _B, required=True),
        ),
        ("policy", "version", "nth"),
        _citations,
        (OF_TEXT, TableLink(("target_policy",), "policies", ("id",))),
        (("target_policy", "target_version"),),
    ),
    Table(
        "corrections",
        "Mistakes of the record that were corrected, with the evidence.",
        (
            *TEXT_KEY,
            _NTH,
            Column("date", "Day of the correction", _D),
            Column("field", "What was corrected: text, or a fact", required=True),
            Column("clause", "Clause that was corrected"),
            Column("was", "What the record said"),
            Column("now", "What it says"),
            Column("evidence", "Evidence"),
            Column("by", "Who corrected it"),
        ),
        ("policy", "version", "nth"),
        _corrections,
        (OF_TEXT,),
    ),
    Table(
        "sources",
        "Documents from which texts were taken.",
        (
            *TEXT_KEY,
            _NTH,
            Column("name", "Name of the document", required=True),
            Column("url", "Address"),
            Column("page_date", "Day that the page shows as its own", _D),
            Column("retrieved", "Day on which it was fetched", _D),
            Column("sha256", "Hash of the file"),
            Column("media", "Media type"),
            Column("variants", "Differences between copies", _A, required=True),
            Column("register", "Register of laws of which it is an entry"),
            Column("identifier", "Key of the text in that register"),
            Column("reader", "Reader that read the words from the file"),
        ),
        ("policy", "version", "nth"),
        _sources,
        (OF_TEXT,),
        (("sha256",),),
    ),
)


def rows(context: SiteContext) -> Iterator[tuple[Table, list[Row]]]:
    """Yield the rows of all tables, policy by policy in order of id: those of one policy in one table at a time.

    Every text is parsed and every comparison read once, and only what belongs to one policy is kept at a time.
    """
    for policy in context.library.policies:
        part = ExportedPolicy(context, policy)
        for table in TABLES:
            if found := list(table.rows(part)):
                yield table, found
