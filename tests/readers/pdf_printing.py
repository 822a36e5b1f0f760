"""Print made-up documents to PDF with a browser, and write small PDF files by hand for what no browser prints."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping

from pdf_samples import Sample
from playwright.sync_api import Browser, Page


def printed(samples: Iterable[Sample], browser: Browser) -> dict[str, bytes]:
    """Return the PDF file of each sample by its name."""
    page = browser.new_page()
    try:
        return {sample.name: _printed(sample, page) for sample in samples}
    finally:
        page.close()


def _printed(sample: Sample, page: Page) -> bytes:
    page.set_content(sample.html)
    above, beside = sample.margins
    style = "font: 9pt 'Noto Serif CJK SC'; width: 100%; text-align: center"
    return page.pdf(
        format=sample.size,
        prefer_css_page_size=True,
        margin={"top": above, "bottom": above, "left": beside, "right": beside},
        display_header_footer=bool(sample.head or sample.foot),
        header_template=f'<div style="{style}">{sample.head}</div>',
        footer_template=f'<div style="{style}">{sample.foot}</div>',
    )


def by_hand(contents: str | list[str], *, fonts: Mapping[str, str] | None = None, page: str = "", extra: str = "",
            compress: bool = False) -> bytes:  # fmt: skip
    """Return a PDF file with the given page descriptions; ``/F1`` is Helvetica."""
    pages = [contents] if isinstance(contents, str) else contents
    named = {"F1": "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>", **(fonts or {})}
    resources = "<< /Font << " + " ".join(f"/{name} {spec}" for name, spec in named.items()) + f" >> {extra} >>"
    kids = " ".join(f"{3 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()]
    for at, content in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {resources} /Contents {4 + 2 * at} 0 R "
            f"{page} >>".encode()
        )
        data = content.encode("latin-1")
        packed = zlib.compress(data) if compress else data
        kind = "/Filter /FlateDecode " if compress else ""
        objects.append(f"<< {kind}/Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream")
    return whole(objects)


def whole(objects: list[bytes], trailer: str = "") -> bytes:
    """Return the file of numbered objects."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(out)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return (
        out
        + f"{head}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    )


def lines(
    words: Iterable[str], *, x: float = 72, y: float = 770, size: float = 12, step: float = 18, before: str = ""
) -> str:
    """Return the description of lines of text below each other."""
    shown = "".join(f"({word}) Tj 0 -{step} Td " for word in words)
    return f"BT /F1 {size} Tf {before} {x} {y} Td {shown}ET"
