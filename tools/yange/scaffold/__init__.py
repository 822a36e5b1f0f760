"""Make plain text files from templates, for ``yange new`` and ``yange init``."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from yange.shipped import folders

__all__ = ["render"]


def render(name: str, root: Path, **values: object) -> str:
    """Return the template ``name`` below ``templates/`` (the project's own first) filled with ``values``.

    The result is Markdown and not HTML, so nothing is escaped; a missing value is an error.
    """
    places = [str(folder) for folder in folders(root, "templates")]
    environment = Environment(
        loader=FileSystemLoader(places),
        autoescape=False,  # noqa: S701
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    return environment.get_template(name).render(**values)
