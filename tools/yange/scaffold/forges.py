"""What a project has at a forge: workflows, forms for reports, owners, and the guide for contributors.

The workflows are those of this repository: they give least rights, run nothing of what is proposed with a secret, and
name no registry. Gitea's differ, since it knows neither ``workflow_run`` nor pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from yange.parse.frontmatter import plain_values
from yange.shipped import shipped

__all__ = ["forge_files"]

_SETUP = "python -m venv .venv && .venv/bin/python -m pip install --quiet -r requirements.txt"
_FORMS = ("correction", "text")
_WORDS = {
    "github": (
        "Workflows: `check` and `review` for pull requests, `comment` shows the review, `pages` publishes the site",
        "(Settings, Pages, Source: GitHub Actions), also every night, `digest` opens an issue every Monday, and",
        "`watch` mails what changed for the policies in `watch.txt` (its head says what that needs).",
    ),
    "gitlab": (
        "`.gitlab-ci.yml` checks and reviews merge requests and publishes the site with GitLab Pages. For the nightly",
        "rebuild add a schedule under Build, Pipeline schedules; one that sets `YANGE_DIGEST` to 1 writes the digest,",
        "and one that sets `YANGE_WATCH` to 1 mails what changed for the policies in `watch.txt`.",
    ),
    "gitea": (
        "Workflows: `check` reviews pull requests in its log, `pages` pushes the site to the branch `pages`, also",
        "every night, `digest` opens an issue every Monday, and `watch` mails what changed for the policies in",
        "`watch.txt`. Enable Actions in the settings of the repository.",
    ),
}


def forge_files(kind: str, values: Mapping[str, str]) -> dict[str, str]:
    """Return the files for a kind of forge (github, gitlab, gitea) by path.

    Args:
        kind: of the forge.
        values: what stands for ``@NAME@`` and the like: NAME, CONTACT, VERSION.

    """
    made = _MADE[kind]()
    texts = {
        **made,
        "CONTRIBUTING.md": _contributing(_ours("CONTRIBUTING.md")),
        "README.md": _template("all/readme.md").replace("@FORGE@", "\n".join(_WORDS[kind])),
        "requirements.txt": _template("all/requirements.txt"),
        ".pre-commit-config.yaml": _template("all/pre-commit.yaml"),
    }
    return {path: _filled(text, values) for path, text in texts.items()}


def _github() -> dict[str, str]:
    flows = ".github/workflows/"
    return {
        f"{flows}check.yml": _installed(_check(_ours(f"{flows}ci.yml"))),
        f"{flows}review.yml": _installed(_ours(f"{flows}review.yml")),
        f"{flows}comment.yml": _ours(f"{flows}comment.yml"),
        f"{flows}pages.yml": _installed(_ours(f"{flows}pages.yml")),
        f"{flows}digest.yml": _installed(_template("github/digest.yml")),
        f"{flows}watch.yml": _installed(_template("github/watch.yml")),
        **{f".github/ISSUE_TEMPLATE/{name}.yml": _form(name) for name in (*_FORMS, "config")},
        ".github/pull_request_template.md": _request(),
        ".github/CODEOWNERS": _template("all/codeowners"),
    }


def _gitlab() -> dict[str, str]:
    text = _ours(".gitlab-ci.yml")
    text = re.sub(r"^code:\n(?:[ ].*\n)+\n", "", text, flags=re.M)
    text = text.replace(
        "make -C base setup",
        "python -m venv base/.venv && base/.venv/bin/python -m pip install --quiet -r base/requirements.txt",
    )
    text = text.replace("    - make site\n", f"    - {_SETUP}\n    - .venv/bin/yange build\n")
    return {
        ".gitlab-ci.yml": text + _template("gitlab/digest.yml") + _template("gitlab/watch.yml"),
        **{f".gitlab/issue_templates/{name}.md": _form_as_text(name) for name in _FORMS},
        ".gitlab/merge_request_templates/Default.md": _request(),
        ".gitlab/CODEOWNERS": _template("all/codeowners"),
    }


def _gitea() -> dict[str, str]:
    flows = ("check", "pages", "digest", "watch")
    return {
        **{f".gitea/workflows/{name}.yml": _installed(_template(f"gitea/{name}.yml")) for name in flows},
        **{f".gitea/ISSUE_TEMPLATE/{name}.yml": _form(name) for name in (*_FORMS, "config")},
        ".gitea/pull_request_template.md": _request(),
        ".gitea/CODEOWNERS": _template("all/codeowners"),
    }


_MADE: Mapping[str, Callable[[], dict[str, str]]] = {"github": _github, "gitlab": _gitlab, "gitea": _gitea}


def _ours(path: str) -> str:
    return (shipped() / path).read_text("utf-8")


def _template(name: str) -> str:
    return (shipped() / "templates" / "new" / "forge" / Path(name)).read_text("utf-8")


def _filled(text: str, values: Mapping[str, str]) -> str:
    return re.sub(r"@([A-Z]+)@", lambda found: values[found[1]], text)


def _installed(text: str) -> str:
    """Return a workflow that installs the package where ours sets up a clone."""
    site = f"- run: {_SETUP}\n      - run: .venv/bin/yange build"
    if "make setup" in text:
        site = "- run: .venv/bin/yange build"
    text = text.replace("- run: make site", site).replace("run: make site", "run: .venv/bin/yange build")
    return text.replace("make setup", _SETUP)


def _check(text: str) -> str:
    """Return of our workflow for texts and code the part for texts."""
    head, _, _ = text.partition("\n  # This job runs what is proposed")
    return re.sub(r"\bci\b", "check", head.rstrip("\n") + "\n")


def _form(name: str) -> str:
    return _ours(f".github/ISSUE_TEMPLATE/{name}.yml")


def _form_as_text(name: str) -> str:
    """Return a form as the headings of a Markdown template, for forges without forms."""
    values, _ = plain_values(_form(name), name)
    lines = [f"<!-- {values['description']} -->"]  # type: ignore[index]
    for part in values["body"]:  # type: ignore[index]
        found = part["attributes"]
        if part["type"] == "markdown":
            lines.append(f"<!--\n{found['value'].strip()}\n-->")
        elif part["type"] == "checkboxes":
            lines.append("\n".join(f"- [ ] {option['label']}" for option in found["options"]))
        else:
            hint = f"\n\n<!-- {found['description']} -->" if "description" in found else ""
            lines.append(f"### {found['label']}{hint}")
    return "\n\n".join(lines) + "\n"


def _request() -> str:
    """Return the template of a pull request without the words about code."""
    return re.sub(r"\A<!--.*?-->\n+", "", _ours(".github/pull_request_template.md"), flags=re.S)


def _contributing(text: str) -> str:
    """Return the guide without its part for coders and without the examples that are only here."""
    text = text.partition("\n## For coders")[0] + "\n"
    text = re.sub(r" · \[For coders\]\(#for-coders\)", "", text)
    text = re.sub(r"`policies/wanghai/` 是虚构的示例城市[^\n]*\n\n?", "", text)
    example = r" The\nChinese part above shows both kinds of file in full, and.*?copy one of them\."
    return re.sub(example, " The Chinese part\nabove shows both kinds of file in full.", text, flags=re.S)
