"""The theme's inline scripts: what they are, asked of its templates, so that pages may run these and no others."""

from __future__ import annotations

from jinja2 import Environment, TemplateNotFound
from mkdocs.config.defaults import MkDocsConfig

from yange.publish.csp import inline_scripts, script_hash

__all__ = ["style_hashes", "theme_hashes"]

_TEMPLATES = ("announce", "base", "consent", "content", "outdated", "palette")
_DEEPEST = 16


def theme_hashes(env: Environment, config: MkDocsConfig, root: str) -> frozenset[str]:
    """Return the hashes of the theme's inline scripts for pages of every depth.

    Ours are the same at every depth (``site/overrides/partials/javascripts``); a project's own theme may differ.

    Args:
        env: the theme's environment.
        config: of the site; templates ask it for features.
        root: the base address of pages without an address of their own (404).

    """
    bases = [".", *("/".join([".."] * depth) for depth in range(1, _DEEPEST)), root, root.rstrip("/")]
    found: set[str] = set()
    for name in _TEMPLATES:
        try:
            template = env.get_template(f"partials/javascripts/{name}.html")
        except TemplateNotFound:
            continue
        for base in bases:
            html = template.render(config=config, base_url=base, features=config.theme.get("features") or [])
            found.update(map(script_hash, inline_scripts(html)))
    return frozenset(found)


def style_hashes(env: Environment) -> frozenset[str]:
    """Return the hash of the one inline style, that of the page for addresses that are not there."""
    try:
        return frozenset({script_hash(env.get_template("partials/lost_style.html").render())})
    except TemplateNotFound:
        return frozenset()
