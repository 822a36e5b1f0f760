"""Read Markdown with or without front matter, and the files of repositories of laws that are written in it."""

from yange.readers.markdown.reader import MarkdownReader

__all__ = ["MarkdownReader"]
