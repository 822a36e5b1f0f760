"""The search of a static site: a bigram index in hashed shards, loaded as scripts by the query and verified on the hit.

No service, no wasm, no fetch: it works from any host, from the file system, and under ``script-src 'self'``.
"""

from __future__ import annotations

from yange.publish.search.index_files import search_files, search_part
from yange.publish.search.search_page import search_page

__all__ = ["search_files", "search_page", "search_part"]
