"""A text to download: as Markdown and as plain text, in files beside its page."""

from __future__ import annotations

from collections.abc import Iterator

from yange.model import Policy, Status, Version
from yange.persons import marked
from yange.publish.addresses import MARKDOWN, PLAIN, version_address
from yange.publish.assets import Asset
from yange.publish.context import SiteContext
from yange.publish.facts.blocks import ClauseBlock
from yange.timeline.line import is_letter
from yange.withdrawn import bracketed, lost_marks
from yange.withdrawn import marked as with_marks

__all__ = ["text_files", "text_notes"]

_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Without it browsers and editors take Chinese in a plain file for another encoding."""


def text_files(context: SiteContext, policy: Policy, version: Version) -> Iterator[Asset]:
    """Yield the files of a text; none where only its facts are held.

    Both begin with what every page says of it: that it is a sample, that it is not whole, that persons are left out,
    that it is not in force. Clauses out of force are marked behind their labels.
    """
    if not version.held:
        return
    address, notes = version_address(version), text_notes(context, policy, version)
    withdrawn, language = context.withdrawn(version), version.language
    if context.has_markdown(policy, version):
        quoted = "".join(f"> {note}\n\n" for note in notes)
        yield Asset(f"{address}{MARKDOWN}", f"{quoted}{with_marks(withdrawn, context.on, language)}".encode())

    def mark(block: ClauseBlock) -> str:
        return bracketed(withdrawn.naming(block.paths), context.on, language)

    lines = [*notes, *filter(None, (_line(block, mark(block)) for block in context.blocks_of(version)))]
    yield Asset(f"{address}{PLAIN}", (_MARK + "".join(f"{line}\n\n" for line in lines).rstrip("\n") + "\n").encode())


def text_notes(context: SiteContext, policy: Policy, version: Version) -> list[str]:
    """Return what is said of a text before its words: a sample, not whole, persons left out, not in force."""
    words = context.wordings[context.settings.languages[0]].words
    found = [f"{words('sample.mark')}{words('colon')}{words('sample.words')}"] if policy.sample else []
    if version.condition != "complete":
        found.append(words(f"condition.{version.condition}"))
    if marked(version.body):
        found.append(words("withheld"))
    standing = context.timeline.version_standing(version, context.on)
    if standing.status is not Status.IN_FORCE and not is_letter(policy):
        found.append(context.wordings[words.language].sentence(policy, standing))
    lost = lost_marks(context.withdrawn(version), context.on, words.language)
    return [*found, lost] if lost else found


def _line(block: ClauseBlock, mark: str) -> str:
    """Return a clause as it reads: its label, its paragraphs, a table's rows with tabs between the cells.

    The mark of a clause that is out of force is after its label.
    """
    words = [text for _, text in block.paragraphs] or ([block.name] if block.level and not block.label else [])
    return block.label + mark + "\n".join([*words, *("\t".join(row) for row in block.rows)])
