"""What the package's metadata say of its home, filled in by Hatchling when the package is built.

The address of the project at its forge is a setting of the site (``repository`` in mkdocs.yml). Where it is set, the
package gets its addresses (``project.urls``) and the README's links lead to the forge: on a registry's page there is
no folder that a relative link could lead into. Where it is not, no address is invented: those links leave their words.
"""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import Any

import yaml
from hatchling.metadata.plugin.interface import MetadataHookInterface

_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\((?![a-z][a-z+.-]*:|#)([^)\s]+)\)")
_README = "README.md"


class PackageMetadata(MetadataHookInterface):
    """The hook, as Hatchling calls it."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Fill in ``readme`` and ``urls``."""
        root = Path(self.root)
        settings = _settings(yaml.safe_load((root / "mkdocs.yml").read_text("utf-8")))
        forge_at = runpy.run_path(str(root / "tools" / "yange" / "forge.py"))["forge_at"]
        forge = forge_at(settings.get("repository"), settings.get("branch", "main"), settings.get("forge"))
        words = (root / _README).read_text("utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": readme(words, forge)}
        metadata["urls"] = urls(forge, settings.get("site_url"))


def _settings(config: dict[str, Any]) -> dict[str, str]:
    """Return the plugin's settings, and the site's address."""
    plugins = (plugin for plugin in config.get("plugins", ()) if isinstance(plugin, dict))
    found = next((plugin["yange"] for plugin in plugins if "yange" in plugin), None) or {}
    return {**found, "site_url": config.get("site_url") or ""}


def readme(words: str, forge: Any) -> str:
    """Return a README as a registry can show it: links to files lead to the forge, or leave their words."""

    def absolute(match: re.Match[str]) -> str:
        name, _, anchor = match[2].partition("#")
        if forge is None:
            return match[1]
        return f"[{match[1]}]({forge.file(name)}{f'#{anchor}' if anchor else ''})"

    return _LINK.sub(absolute, words)


def urls(forge: Any, site: str | None) -> dict[str, str]:
    """Return the addresses of the project that are known."""
    found = {"Homepage": site} if site else {}
    if forge is not None:
        found |= {"Source": forge.home, "Issues": forge.issues, "Changelog": forge.file("CHANGELOG.md")}
    return found
