"""Which hand-written pages a site has, and where: those of its languages, the first one at the root.

Pages of a language are in ``site/pages/<language>/``. Pages that are directly in ``site/pages`` belong to the first
language of the site that has no folder of its own. Those of other languages are left out, so that one folder serves
sites in one language and in several.
"""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from yange.messages import LANGUAGES

__all__ = ["place_pages"]


def place_pages(files: Files, config: MkDocsConfig, languages: Sequence[str]) -> None:
    """Put the hand-written pages of each language where its pages are; leave out those of other languages.

    Pictures and other files go with the pages. Those outside the folders of languages stay at the root as well, where
    settings may name them.

    Args:
        files: of the site; hand-written ones and those of the theme.
        config: of the site.
        languages: of the site, the first one at the root.

    """
    written = [file for file in files if file.generated_by is None and file.src_dir == config.docs_dir]
    with_folder = {_folder(file) for file in written if file.is_documentation_page()} & set(LANGUAGES)
    at_root = next((language for language in languages if language not in with_folder), None)
    moved = []
    for file in written:
        folder = _folder(file) if _folder(file) in with_folder else ""
        language = folder or at_root
        inside = file.src_uri.removeprefix(f"{folder}/") if folder else file.src_uri
        wanted = None if language not in languages else inside if language == languages[0] else f"{language}/{inside}"
        if wanted == file.src_uri:
            continue
        if folder or file.is_documentation_page():
            files.remove(file)
        if wanted is not None:
            moved.append(File.generated(config, wanted, abs_src_path=str(file.abs_src_path)))
    for file in moved:
        files.append(file)


def _folder(file: File) -> str:
    """Return the outermost folder of a page; empty for one that is in none."""
    return file.src_uri.partition("/")[0] if "/" in file.src_uri else ""
