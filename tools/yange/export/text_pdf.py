"""One text as a PDF file: its words as its page prints them, with what a reader must know above the title."""

from __future__ import annotations

import html
from collections.abc import Iterator

from yange.characters import visible
from yange.export.text_lines import front_lines, is_rule, marked_label
from yange.model import Policy, Version
from yange.publish.context import SiteContext
from yange.publish.facts.blocks import ClauseBlock
from yange.publish.facts.words import html_language
from yange.reports.pdf import pdf_of

__all__ = ["text_pdf"]

_STYLE = """
p { text-indent: 2em } .note, .caption, .number, .heading, .addressee, .signature { text-indent: 0 }
.caption, .number, .heading { text-align: center } .signature { text-align: right; margin-right: 4em }
.annex { break-before: page }
b { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "SimHei", sans-serif }
"""


def text_pdf(context: SiteContext, policy: Policy, version: Version) -> bytes:
    """Return the PDF file of a held text.

    Raises:
        YangeError: where WeasyPrint is not installed.

    """
    notes, header = front_lines(context, policy, version)
    body = [
        f"<header>{_escaped(' '.join(header))}</header>",
        *(f'<p class="note">{_escaped(note)}</p>' for note in notes),
    ]
    for block in context.blocks_of(version):
        if not is_rule(block):
            body.extend(_block(block, marked_label(context, version, block)))
    return pdf_of("\n".join(body), version.title, html_language(version.language), _STYLE)


def _block(block: ClauseBlock, label: str) -> Iterator[str]:
    if block.rows:
        rows = "".join(f"<tr>{''.join(f'<td>{_escaped(cell)}</td>' for cell in row)}</tr>" for row in block.rows)
        yield f"<table>{rows}</table>"
        return
    lines = [text for _, text in block.paragraphs] or ([block.name] if block.level and not block.label else [""])
    tag = "h1" if block.kind == "title" else "h2" if block.level and not block.role else "p"
    css = " ".join(filter(None, (block.kind, block.role, f"d{block.depth}")))
    for nth, line in enumerate(lines):
        head = f"<b>{_escaped(label)}</b>" if label and not nth else ""
        yield f'<{tag} class="{html.escape(css)}">{head}{_escaped(line)}</{tag}>'


def _escaped(text: str) -> str:
    return html.escape(visible(text))
