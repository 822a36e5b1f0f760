"""Addresses at the forge that hosts the texts: the page that edits a line, and the page that reports a mistake.

They are made from the setting ``repository``; the forge is not contacted.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

__all__ = ["KINDS", "Forge", "forge_at"]

KINDS = ("github", "gitlab", "gitea")
"""The kinds of forges with known addresses; Forgejo has those of Gitea."""

_LONGEST = 1500
"""Characters of a quotation in an address; browsers and forges accept about 8,000 bytes in all."""

_ASKED = "应当是 · It should say:\n\n\n依据 · Evidence:\n"
_EDIT = {
    "github": "{home}/edit/{branch}/{path}#L{line}",
    "gitlab": "{home}/-/edit/{branch}/{path}#L{line}",
    "gitea": "{home}/_edit/{branch}/{path}#L{line}",
}
_FILE = {
    "github": "{home}/blob/{branch}/{path}",
    "gitlab": "{home}/-/blob/{branch}/{path}",
    "gitea": "{home}/src/branch/{branch}/{path}",
}
_ISSUES = {"github": "{home}/issues", "gitlab": "{home}/-/issues", "gitea": "{home}/issues"}
_GITEA = ("codeberg.org", "gitea.com")


@dataclass(frozen=True, slots=True)
class Forge:
    """A project at a forge. ``kind`` is github, gitlab or gitea, ``home`` its address without a slash at the end."""

    kind: str
    home: str
    branch: str = "main"

    @property
    def issues(self) -> str:
        """The address of the list of reports."""
        return _ISSUES[self.kind].format(home=self.home)

    def file(self, path: str) -> str:
        """Return the address of a file or folder of the project."""
        form = _FILE[self.kind]
        return form.format(home=self.home, branch=quote(self.branch, safe="/"), path=quote(path))

    def edit(self, path: str, line: int) -> str:
        """Return the address of the forge's editor for a file of the project, at a line (from 1)."""
        form = _EDIT[self.kind]
        return form.format(home=self.home, branch=quote(self.branch, safe="/"), path=quote(path), line=line)

    def report(self, path: str, clause: str, words: str) -> str:
        """Return the address of a new report on a clause, with file, clause and present words filled in.

        At GitHub it fills in the issue form ``correction.yml``, at other forges title and description.
        """
        words = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        title = f"勘误：{path} {clause}".strip()
        if self.kind == "github":
            fields = {"template": "correction.yml", "title": title, "path": path, "clause": clause, "was": words}
        else:
            text = f"{path}\n{clause}\n\n现在写的是 · It says now:\n\n{words}\n\n{_ASKED}"
            names = ("issue[title]", "issue[description]") if self.kind == "gitlab" else ("title", "body")
            fields = dict(zip(names, (title, text), strict=True))
        return f"{self.issues}/new?{urlencode(fields, quote_via=quote)}"


def forge_at(address: str | None, branch: str = "main", forge: str | None = None) -> Forge | None:
    """Return the forge at a project's address, or ``None`` if there is no address or the kind is unknown.

    ``forge`` is the kind of forge, needed if the host's name does not show it.
    """
    try:
        parts = urlsplit((address or "").strip().removesuffix("/").removesuffix(".git"))
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.")
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc or not parts.path.strip("/"):
        return None
    home = f"{parts.scheme}://{parts.netloc}{quote(parts.path)}"
    if forge is not None:
        return Forge(forge, home, branch)
    if host == "github.com" or host.startswith("github."):
        return Forge("github", home, branch)
    if host == "gitlab.com" or "gitlab" in host.split("."):
        return Forge("gitlab", home, branch)
    return Forge("gitea", home, branch) if host in _GITEA or host.split(".")[0] in ("gitea", "forgejo") else None
