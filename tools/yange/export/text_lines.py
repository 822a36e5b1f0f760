"""What files of one text share: what a reader must know of it, and labels with the marks of clauses out of force."""

from __future__ import annotations

from yange.messages import messages, nearest
from yange.model import Policy, Version
from yange.publish.addresses import version_address
from yange.publish.context import SiteContext
from yange.publish.facts.blocks import ClauseBlock
from yange.publish.facts.permanent_ids import link
from yange.publish.files.text_files import text_notes
from yange.withdrawn import bracketed

__all__ = ["front_lines", "is_rule", "marked_label"]


def front_lines(context: SiteContext, policy: Policy, version: Version) -> tuple[list[str], list[str]]:
    """Return the notes for the reader, and the lines of a header: what this is, where it is from, its status."""
    words = messages(nearest(version.language))
    where = f"{version.policy}@{version.key}"
    if context.settings.address is not None:
        where += f"  {link(context.settings, '', version_address(version))}"
    own = context.wordings[context.settings.languages[0]]
    standing = context.timeline.version_standing(version, context.on)
    status = own.words.sentence([own.words("as-of", day=context.on), own.sentence(policy, standing)])
    return text_notes(context, policy, version), [f"{words['site.unofficial']}  {where}", status]


def is_rule(block: ClauseBlock) -> bool:
    """Return whether a block is a line by which our files part a notice from the text; it is no word of it."""
    return block.kind == "heading" or (block.kind == "cover" and bool(block.level))


def marked_label(context: SiteContext, version: Version, block: ClauseBlock) -> str:
    """Return the label of a clause, marked where it is out of force on the day."""
    return block.label + bracketed(context.withdrawn(version).naming(block.paths), context.on, version.language)
