"""Projects of a few policies of the sample city, for tests that build sites."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BERTHS = "wanghai/rules-on-small-craft-berths"


def small_project(root: Path, *policies: str, languages: str = "zh, en") -> Path:
    """Make a project of these policies with the settings and the pages of the repository.

    In one language a site has half the pages: enough where the site as a whole is tested, and not its words.
    """
    shutil.copytree(ROOT / "site", root / "site")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert settings.count("languages: [zh, en]") == 1
    (root / "mkdocs.yml").write_text(
        settings.replace("languages: [zh, en]", f"languages: [{languages}]"), encoding="utf-8"
    )
    for policy in policies:
        shutil.copytree(ROOT / "policies" / policy, root / "policies" / policy)
    return root
