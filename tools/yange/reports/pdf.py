"""HTML as a PDF file, and a comparison as one. Only this module imports WeasyPrint, the extra ``yange[pdf]``.

WeasyPrint rather than Chromium: it is a Python package that draws with Pango, which LibreOffice and desktops bring.
It starts no browser, knows margins, running heads and page counters of CSS, writes headings as bookmarks, and gives
the same bytes for the same input. Nothing is fetched: a page may contain data, and every other address is refused.
"""

from __future__ import annotations

import html
from typing import Any

from yange.problems import YangeError
from yange.reports.html import html_fragment
from yange.reports.sides import Report

__all__ = ["comparison_pdf", "pdf_of"]

_COMMON = """
@page { size: A4; margin: 22mm 20mm 20mm }
@page { @bottom-center { content: counter(page) " / " counter(pages); font-size: 8pt; color: #595959 } }
@page { @top-left { content: element(top) } }
header { position: running(top); font-size: 8pt; color: #595959 }
body { font-family: "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "Times New Roman", serif }
body { font-size: 10.5pt; line-height: 1.7 }
h1 { font-size: 18pt; text-align: center; margin: 0 0 8mm }
h2 { font-size: 13pt; text-align: center; break-after: avoid }
p { margin: 0 0 2mm; text-align: justify }
table { border-collapse: collapse; width: 100% } thead { display: table-header-group }
th, td { border: .4pt solid #999; padding: 1.5mm 2mm; vertical-align: top } th { background: #e7e9ee }
.note { font-size: 9pt; color: #595959 }
"""
_COMPARISON = """
@page { size: A4 landscape; margin: 16mm 15mm }
body { font-size: 9.5pt; line-height: 1.55 }
tr { break-inside: avoid } .y-table { table-layout: fixed } .y-table th:last-child { width: 20% }
.y-sides dt { float: left; font-weight: bold; margin-right: 1em } .y-sides dd { margin: 0 0 1mm }
.y-meta { color: #595959; font-size: 8.5pt } .y-plain { list-style: none; margin: 0; padding: 0; font-size: 8.5pt }
summary { list-style: none; display: block; font-weight: bold; margin: 2mm 0 }
.y-unchanged > :not(summary) { display: none }
.y-unchanged summary { text-align: center; color: #595959; font-weight: normal; margin: 0 }
del { color: #b01e1e } ins { color: #1f4e9e } .y-values { font-size: 8.5pt; margin-bottom: 5mm }
"""


def comparison_pdf(report: Report) -> bytes:
    """Return a comparison as a PDF file: the table of the web page, on paper of width.

    Raises:
        YangeError: where WeasyPrint is not installed.

    """
    title = f"{report.words('report')}{report.words('colon')}{report.new.called}"
    return pdf_of(html_fragment(report), title, report.words.html_language, _COMPARISON)


def pdf_of(body: str, title: str, language: str, style: str = "") -> bytes:
    """Return ready HTML as a PDF file; the same input gives the same bytes on the same machine.

    Args:
        body: HTML, escaped; a ``header`` element in it is repeated on every page.
        title: of the document, as plain text.
        language: BCP 47 tag; it chooses the forms of Han characters.
        style: further CSS.

    Raises:
        YangeError: where WeasyPrint is not installed.

    """
    weasyprint = _weasyprint()
    page = (
        f'<!doctype html><html lang="{html.escape(language)}"><head><meta charset="utf-8">'
        f"<title>{html.escape(title)}</title><style>{_COMMON}{style}</style></head><body>{body}</body></html>"
    )
    made: bytes = weasyprint.HTML(
        string=page, url_fetcher=weasyprint.urls.URLFetcher(allowed_protocols=("data",))
    ).write_pdf()
    return made


def _weasyprint() -> Any:
    try:
        import weasyprint
    except (ImportError, OSError) as failure:  # OSError: Pango is not there
        raise YangeError(
            f"PDF files need WeasyPrint and Pango ({failure}): python -m pip install 'yange[pdf]'; on Debian: apt-get"
            " install libpango-1.0-0 libpangoft2-1.0-0"
        ) from failure
    return weasyprint
