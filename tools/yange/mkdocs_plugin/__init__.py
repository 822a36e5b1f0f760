"""The thin plugin that hands ready pages to MkDocs, and the calls that build and serve the site with it.

MkDocs is asked for what it is good at: the theme, the hand-written pages, the dev server. Pages of the library are
virtual files whose HTML never passes through Markdown. MkDocs' own templates run with autoescape off: every string
that goes to them is escaped here.
"""

from yange.mkdocs_plugin.site import build_site, prepared_site, serve_site

__all__ = ["build_site", "prepared_site", "serve_site"]
