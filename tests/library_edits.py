"""A small library on disk whose policies act on one another, and random edits of it as people make them."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

DAYS = tuple(date(year, month, 1) for year in range(2000, 2012, 2) for month in (1, 7))
NUMBERS = tuple(f"望市〔{year}〕{n}号" for year in (2001, 2003) for n in (1, 2))
ACTS = ("repeals", "extends", "suspends", "revives", "declares_lapsed")
PLACES = ("a", "a-b", "b")


class EditedLibrary:
    """The folder ``policies`` of a project; every edit is drawn from ``chance``."""

    POLICIES = 7
    ACTING = 0.45
    """The share of texts with an effect, for each of two kinds."""

    def __init__(self, root: Path, chance: random.Random) -> None:
        self.root = root
        self.chance = chance
        for _ in range(self.POLICIES):
            self.add_policy()

    @property
    def folders(self) -> list[Path]:
        return sorted(path.parent for path in self.root.glob("policies/*/*/policy.md"))

    @property
    def texts(self) -> list[Path]:
        return sorted(path for path in self.root.glob("policies/*/*/*.md") if path.name != "policy.md")

    def edit(self) -> str:
        """Make one edit; return its name."""
        ways: list[Callable[[], None]] = [
            self.add_policy, self.add_text, self.add_text, self.change_words, self.change_words, self.rewrite_text,
            self.rewrite_text, self.rewrite_policy, self.remove_text, self.remove_policy, self.rename_policy,
            self.rename_text, self.break_text, self.stray, self.answer, self.touch, self.swap,
        ]  # fmt: skip
        way = self.chance.choice(ways)
        way()
        return way.__name__

    def add_policy(self) -> None:
        place, slug = self.chance.choice(PLACES), f"p{self.chance.randrange(14)}"
        folder = self.root / "policies" / place / slug
        if folder.exists():
            return
        folder.mkdir(parents=True)
        self._policy(folder, f"{place}/{slug}")
        for _ in range(self.chance.randint(1, 3)):
            self._text(folder, self.chance.choice(DAYS))

    def add_text(self) -> None:
        self._text(self.chance.choice(self.folders), self.chance.choice(DAYS))

    def change_words(self) -> None:
        """Change the words of a text without changing the size of its file, in place."""
        if self.texts:
            path = self.chance.choice(self.texts)
            text = path.read_bytes().decode()
            one, other = self.chance.sample("甲乙丙", 2)
            path.write_bytes(text.replace(one, other).encode())

    def rewrite_text(self) -> None:
        if self.texts:
            path = self.chance.choice(self.texts)
            self._text(path.parent, date.fromisoformat(path.stem[:10]), path.name)

    def rewrite_policy(self) -> None:
        folder = self.chance.choice(self.folders)
        self._policy(folder, self.chance.choice([f"{folder.parent.name}/{folder.name}", "a/p1", "b/p2"]))

    def remove_text(self) -> None:
        if self.texts:
            self.chance.choice(self.texts).unlink()

    def remove_policy(self) -> None:
        if len(self.folders) > 3:
            shutil.rmtree(self.chance.choice(self.folders))

    def rename_policy(self) -> None:
        folder = self.chance.choice(self.folders)
        target = self.root / "policies" / self.chance.choice(PLACES) / f"p{self.chance.randrange(14)}"
        if not target.exists():
            target.parent.mkdir(exist_ok=True)
            folder.rename(target)

    def rename_text(self) -> None:
        if self.texts:
            path = self.chance.choice(self.texts)
            path.rename(path.with_name(f"{self.chance.choice(DAYS)}.md"))

    def break_text(self) -> None:
        if self.texts:
            self.chance.choice(self.texts).write_bytes(b"---\ntitle: [\n---\n")

    def stray(self) -> None:
        place = self.chance.choice(["policies/note.txt", "policies/a/note.txt", "policies/No Name/x.md"])
        path = self.root / place
        if path.exists():
            path.unlink()
        else:
            path.parent.mkdir(exist_ok=True, parents=True)
            path.write_bytes(b"")

    def answer(self) -> None:
        folder = self.chance.choice(self.folders)
        texts = sorted(path.stem for path in folder.glob("2*.md"))
        if len(texts) > 1:
            say = f"- old: {texts[0]}\n  new: {texts[1]}\n  apart: [[第一条, 第一条]]\n"
            (folder / "alignment.yml").write_bytes(say.encode())

    def touch(self) -> None:
        self.chance.choice(self.folders).joinpath("policy.md").touch()

    def swap(self) -> None:
        """Let two texts change places, with their times."""
        if len(self.texts) > 1:
            one, other = self.chance.sample(self.texts, 2)
            aside = one.with_name("aside")
            one.rename(aside)
            other.rename(one)
            aside.rename(other)

    def _policy(self, folder: Path, name: str) -> None:
        was = self.chance.choice(["[]", "[]", "[old/one]", "[old/two]", "[b/p2]"])
        kind = self.chance.choice(["办法", "办法", "函"])
        facts = f"id: {name}\ntitle: {self.chance.choice('甲乙')}办法\nplace: {folder.parent.name}\nkind: {kind}\n"
        (folder / "policy.md").write_bytes(f"---\n{facts}was: {was}\n---\n".encode())

    def _text(self, folder: Path, day: date, name: str | None = None) -> None:
        chance = self.chance
        lines = [f"title: {chance.choice('甲乙丙')}办法", f"number: {chance.choice((*NUMBERS, 'null'))}"]
        known = chance.random() < 0.85
        lines += [f"effective: {day if known else 'null'}", f"effective_basis: {'stated' if known else 'unknown'}"]
        if chance.random() < 0.3:
            lines.append(f"signed: {chance.choice(DAYS)}")
        if chance.random() < 0.4:
            lines += [f"expires: {chance.choice(DAYS)}", "expires_basis: stated"]
        if chance.random() < 0.1:
            lines.append("draft: true")
        for field in chance.sample(ACTS, 2):
            if chance.random() < self.ACTING:
                lines.append(f"{field}: [{self._effect(field)}]")
        body = f"# {chance.choice('甲乙丙')}办法\n\n第一条　{chance.choice('甲乙丙')}方应当支付。\n\n第二条　照办。\n"
        text = "\n".join(["---", *lines, "---", "", body])
        (folder / (name or f"{day}.md")).write_bytes(text.encode())

    def _effect(self, field: str) -> str:
        chance = self.chance
        names = ["old/one", "old/two", "b/p2", *(f"{place}/p{n}" for place in PLACES for n in range(7))]
        target = f"policy: {chance.choice(names)}" if chance.random() < 0.6 else f"number: {chance.choice(NUMBERS)}"
        on = f", on: {chance.choice(DAYS)}" if chance.random() < 0.5 else ""
        until = f", until: {chance.choice(DAYS)}" if field in ("extends", "suspends") else ""
        extent = ", extent: [第二条]" if field == "repeals" and chance.random() < 0.3 else ""
        return f"{{{target}, title: 办法{extent}{on}{until}}}"
