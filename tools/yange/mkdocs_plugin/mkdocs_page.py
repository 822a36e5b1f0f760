"""A generated page as a page of MkDocs."""

from __future__ import annotations

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from yange.publish import Heading, Page

__all__ = ["ReadyPage"]


class ReadyPage(MkDocsPage):
    """A page whose HTML is ready: nothing is read, nothing goes through Markdown.

    ``shared`` pages are put into a frame that they share with others; the few others, which the theme may name, are
    rendered by MkDocs.
    ``real`` is the page itself, or the one that it stands in for.
    """

    def __init__(self, ready: Page, file: File, config: MkDocsConfig) -> None:
        """Bind a page of ours to a virtual file."""
        self.ready = ready
        self.shared = ready.basis is not None
        self.real = self
        super().__init__(str(escape(ready.title)), file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what MkDocs would read from a file."""
        self.markdown = ""
        self.meta = {
            "title": str(escape(self.ready.title)),
            "description": str(escape(self.ready.description)),
            "hide": ["navigation"],
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Set nothing yet: words and contents are made when the page is written, to keep memory small."""
        self.content = ""
        self.toc = TableOfContents([])

    def fill(self) -> None:
        """Make the page's words and its table of contents."""
        self.content = self.ready.html()
        self.toc = TableOfContents([_anchor(heading, 1) for heading in self.ready.headings])

    def empty(self) -> None:
        """Let go of them again."""
        self.content = ""
        self.toc = TableOfContents([])


def _anchor(heading: Heading, level: int) -> AnchorLink:
    link = AnchorLink(str(escape(heading.title)), str(escape(heading.anchor)), level + 1)
    link.children = [_anchor(child, level + 1) for child in heading.children]
    return link
