"""Small archives of invented laws in the forms of other archives, as real git repositories."""

from __future__ import annotations

from pathlib import Path

from gitting import Repo

FRONT = """---
title: "{title}"
identifier: "{key}"
country: "li"
rank: "gesetz"
publication_date: "{published}"
last_updated: "{day}"
status: "{status}"
source: "https://law.example/{key}"
{more}---
# {title}

"""
FERRY = "Fährgesetz"


def articles(*words: str) -> str:
    """Number the words as a German law does."""
    return "\n\n".join(f"##### Art. {nth}[^{nth}]\n\n{each}" for nth, each in enumerate(words, 1)) + "\n"


def law(
    *words: str,
    key: str = "L-1",
    day: str = "2001-03-01",
    title: str = FERRY,
    published: str = "2001-02-01",
    status: str = "in_force",
    more: str = "",
) -> str:
    """Return the file of a state of a law in the Legalize format."""
    words = words or ("Die Fähre verkehrt täglich.", "Die Aufsicht obliegt der Hafenbehörde.")
    front = FRONT.format(title=title, key=key, day=day, published=published, status=status, more=more)
    return front + articles(*words)


def message(kind: str = "reform", key: str = "L-1", day: str = "2001-03-01", entry: str = "") -> str:
    """Return the message of a commit with its trailers."""
    named = f"Source-Id: {entry}\n" if entry else ""
    return f"[{kind}] {FERRY}\n\n{named}Source-Date: {day}\nNorm-Id: {key}\n"


def legalize(folder: Path) -> Repo:
    """Make an archive of one law with two states, and another law with one."""
    repo = Repo.make(folder, {"README.md": "An invented archive.\n"})
    state(repo, "2001-03-01", "Die Fähre verkehrt täglich.", "Die Aufsicht obliegt der Hafenbehörde.", kind="bootstrap")
    state(repo, "2010-07-01", "Die Fähre verkehrt stündlich.", "Die Aufsicht obliegt der Hafenbehörde.")
    other = law("Der Steg ist sechs Meter breit.", key="L-2", day="2005-01-01", title="Steggesetz")
    repo.commit({"li/L-2.md": other}, message=message("bootstrap", "L-2", "2005-01-01", "L-2-v1"))
    return repo


def state(repo: Repo, day: str, *words: str, kind: str = "reform", path: str = "li/L-1.md", **facts: str) -> str:
    """Commit a state of the ferry law; return the commit."""
    text = law(*words, day=day, **facts)
    return repo.commit({path: text}, message=message(kind, "L-1", day, f"L-1-{day}"))


def archeo_lex(folder: Path) -> Repo:
    """Make an archive of one French code with two versions and its repeal."""
    repo = Repo.make(folder, {"README.md": "Un code inventé.\n"})
    for day, width in (("1er mars 1965", "quatre"), ("15 juin 2012", "six")):
        first = f"## Livre Ier\n\n### Article 1\n\nLe bac a une largeur de {width} mètres.\n\n"
        text = first + "### Article 2\n\nIl est gratuit.\n"
        repo.commit({"code_des_bacs.md": text}, message=f"Version consolidée au {day}")
    repo.commit({"code_des_bacs.md": ""}, message="Texte abrogé au 1er janvier 2020")
    return repo


def law_ref_book(folder: Path) -> Repo:
    """Make an archive of one file for each law and state, and of a file that is no law."""
    first = """# 望海市渡口管理条例

2015年3月2日 望海市第一届人民代表大会第三次会议通过

<!-- INFO END -->

## 第一章 总则

第一条 为了加强渡口管理，制定本条例。 <!-- 备注 -->

第二条 本条例自2015年5月1日起施行。
"""
    decision = "2021年6月9日 望海市第二届人民代表大会常务委员会第六次会议《关于修改〈望海市渡口管理条例〉的决定》修正"
    later = first.replace("<!-- INFO END", f"{decision}\n\n<!-- INFO END").replace("加强", "规范")
    files: dict[str, str | bytes] = {
        "地方性法规/望海市渡口管理条例(2015-03-02).md": first,
        "地方性法规/望海市渡口管理条例(2021-06-09).md": later,
        "地方性法规/_index.md": "---\nbookCollapseSection: true\n---\n",
        "案例/一个案件.md": "# 一个案件\n\n<!-- INFO END -->\n\n张某起诉。\n",
    }
    return Repo.make(folder, files)
