"""Texts with a known past: laws are made up, changed in known ways, and the truth is kept beside them.

Every text is written by a grammar over an invented city's vocabulary, so a run is the same everywhere. What becomes
of each sentence is tracked; two articles belong together where enough of one stands in the other.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from yange.compare import Comparison, Grade
from yange.law.zh_hans.numerals import chinese_numeral

VOCABULARY = json.loads((Path(__file__).parent / "data" / "vocabulary.json").read_text(encoding="utf-8"))
WHO, MUST, DO, WHAT, WHEN, HOW, WHY, TITLES = (
    tuple(VOCABULARY[name]) for name in ("who", "must", "do", "what", "when", "how", "why", "titles")
)
NEWWORDS: dict[str, str] = VOCABULARY["newwords"]


def sentence(dice: random.Random) -> str:
    """Make up one sentence."""
    who, do, what = dice.choice(WHO), dice.choice(DO), dice.choice(WHAT)
    other, how, when, why = dice.choice(WHAT), dice.choice(HOW), dice.choice(WHEN), dice.choice(WHY)
    must = dice.choice(MUST)
    forms = (
        f"{who}{must}{how}{do}{what}，{why}。",
        f"{when}，{who}{must}在{dice.randint(2, 40)}个工作日内{do}{what}和{other}。",
        f"{what}的{do}由{who}负责，每年不少于{dice.randint(1, 12)}次，所需经费不超过{dice.randint(1, 90)}万元。",
        f"未经{who}同意，任何单位和个人不得{do}{what}；{when}，由市行政执法部门处{dice.randint(2, 9) * 100}元罚款。",
        f"{who}{do}{what}时，{must}{how}留存{other}，保存期限不少于{dice.randint(1, 20)}年。",
        f"为了{why}，{who}{must}将{what}与{other}一并{do}。",
        f"{when}，可以{how}先行{do}{what}，并在事后向{dice.choice(WHO)}说明理由。",
    )
    return dice.choice(forms)


@dataclass(frozen=True)
class Sentence:
    """One sentence, and the index of the old article it comes from (``None``: it is new)."""

    text: str
    origin: int | None = None


@dataclass(frozen=True)
class Article:
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        return "".join(one.text for one in self.sentences)


@dataclass(frozen=True)
class Law:
    """Articles in chapters; ``chapters`` gives the number of articles in each.

    ``broken`` tells whether the paragraphs within an article have lines of their own, ``lined`` whether articles have.
    """

    articles: tuple[Article, ...]
    chapters: tuple[int, ...]
    broken: bool = True
    lined: bool = True

    def print(self, paragraph_breaks: bool = True) -> str:
        paragraph_breaks = paragraph_breaks and self.broken
        lines = ["# 望海市综合管理办法"]
        number = 0
        for index, count in enumerate(self.chapters, 1):
            lines.append(f"## 第{chinese_numeral(index)}章　{TITLES[(index - 1) % len(TITLES)]}")
            for article in self.articles[number : number + count]:
                number += 1
                words = [one.text for one in article.sentences]
                half = (len(words) + 1) // 2
                parts = ["".join(words[:half]), "".join(words[half:])] if paragraph_breaks else ["".join(words)]
                lines.append(f"第{chinese_numeral(number)}条　{parts[0]}")
                lines.extend(part for part in parts[1:] if part)
        if not self.lined:
            head, *body = "\n".join(lines).replace("## ", "").split("\n第", 1)
            return head.removeprefix("# ") + "\n第" + "".join(body).replace("\n", "") + "\n"
        return "\n\n".join(lines) + "\n"


def law(count: int, seed: int) -> Law:
    """Make up a law of ``count`` articles."""
    dice = random.Random(seed)
    articles = tuple(
        Article(tuple(Sentence(sentence(dice), index) for _ in range(dice.choice((1, 2, 2, 3, 3, 4, 5)))))
        for index in range(count)
    )
    chapters = max(1, count // 12)
    return Law(articles, tuple(count // chapters + (at < count % chapters) for at in range(chapters)))


@dataclass(frozen=True)
class Pair:
    """An old and a new law and what became of what (article indices from 0)."""

    kind: str
    old: Law
    new: Law
    moved: frozenset[int] = field(default_factory=frozenset)

    def edges(self) -> set[tuple[int, int]]:
        """Return the true edges: an old article of which enough stands in a new one, or makes up enough of it."""
        found = set()
        for b, article in enumerate(self.new.articles):
            shared: Counter[int] = Counter()
            for one in article.sentences:
                if one.origin is not None:
                    shared[one.origin] += len(one.text)
            for a, size in shared.items():
                if max(size / len(self.old.articles[a].text), size / len(article.text)) >= 0.15:
                    found.add((a, b))
        return found


def _relaid(base: Law, articles: Sequence[Article]) -> Law:
    count, chapters = len(articles), len(base.chapters)
    return Law(tuple(articles), tuple(count // chapters + (at < count % chapters) for at in range(chapters)))


def _fresh(dice: random.Random) -> Article:
    return Article(tuple(Sentence(sentence(dice)) for _ in range(dice.randint(1, 3))))


def _some(dice: random.Random, count: int, part: float) -> list[int]:
    return sorted(dice.sample(range(count), max(1, round(count * part))))


def renumber(base: Law, dice: random.Random) -> Pair:
    return Pair("renumber", base, _relaid(base, [_fresh(dice), *base.articles]))


def insert(base: Law, dice: random.Random) -> Pair:
    articles = list(base.articles)
    for at in reversed(_some(dice, len(articles), 0.1)):
        articles.insert(at, _fresh(dice))
    return Pair("insert", base, _relaid(base, articles))


def repeal(base: Law, dice: random.Random) -> Pair:
    gone = set(_some(dice, len(base.articles), 0.1))
    return Pair("repeal", base, _relaid(base, [a for at, a in enumerate(base.articles) if at not in gone]))


def move(base: Law, dice: random.Random) -> Pair:
    articles = list(base.articles)
    chosen = _some(dice, len(articles), 0.06)
    for at in chosen:
        article = base.articles[at]
        articles.remove(article)
        far = (at + len(articles) // 2) % len(articles)
        articles.insert(far, article)
    return Pair("move", base, _relaid(base, articles), frozenset(chosen))


def split(base: Law, dice: random.Random) -> Pair:
    long = [at for at, article in enumerate(base.articles) if len(article.sentences) >= 3]
    chosen = set(dice.sample(long, max(1, len(long) // 6)))
    articles: list[Article] = []
    for at, article in enumerate(base.articles):
        if at in chosen:
            cut = dice.randint(1, len(article.sentences) - 1)
            articles += [Article(article.sentences[:cut]), Article(article.sentences[cut:])]
        else:
            articles.append(article)
    return Pair("split", base, _relaid(base, articles))


def merge(base: Law, dice: random.Random) -> Pair:
    articles: list[Article] = []
    chosen = set(_some(dice, len(base.articles) - 1, 0.08))
    skip = False
    for at, article in enumerate(base.articles):
        if skip:
            skip = False
            continue
        if at in chosen and at + 1 < len(base.articles):
            article = Article(article.sentences + base.articles[at + 1].sentences)
            skip = True
        articles.append(article)
    return Pair("merge", base, _relaid(base, articles))


def move_sentence(base: Law, dice: random.Random) -> Pair:
    articles = list(base.articles)
    long = [at for at, article in enumerate(articles) if len(article.sentences) >= 3]
    for at in dice.sample(long, max(1, len(long) // 8)):
        one = articles[at].sentences[-1]
        articles[at] = Article(articles[at].sentences[:-1])
        home = dice.choice([b for b in range(len(articles)) if abs(b - at) > 2])
        articles[home] = Article((*articles[home].sentences, one))
    return Pair("move-sentence", base, _relaid(base, articles))


def _each(base: Law, kind: str, change: Callable[[str], str]) -> Pair:
    articles = [Article(tuple(replace(s, text=change(s.text)) for s in a.sentences)) for a in base.articles]
    return Pair(kind, base, replace(base, articles=tuple(articles)))


def swap_term(base: Law, dice: random.Random) -> Pair:
    return _each(base, "swap-term", lambda text: text.replace("市商务局", "市商务和口岸局").replace("申请人", "申报人"))


def amounts(base: Law, dice: random.Random) -> Pair:
    return _each(base, "amounts", lambda text: text.replace("万元", "5万元").replace("个工作日", "0个工作日"))


def one_amount(base: Law, dice: random.Random) -> Pair:
    """One amount in the whole text, and nothing else."""
    places = [(a, at) for a, one in enumerate(base.articles) for at, s in enumerate(one.sentences) if "万元" in s.text]
    article, place = dice.choice(places)
    sentences = list(base.articles[article].sentences)
    sentences[place] = replace(sentences[place], text=sentences[place].text.replace("万元", "5万元"))
    articles = [Article(tuple(sentences)) if at == article else one for at, one in enumerate(base.articles)]
    return Pair("one-amount", base, replace(base, articles=tuple(articles)))


def unbroken(base: Law, dice: random.Random) -> Pair:
    """The same words, and no paragraph within an article begins a line."""
    return Pair("unbroken", base, replace(base, broken=False))


def run_on(base: Law, dice: random.Random) -> Pair:
    """The same words, and not even an article begins a line."""
    return Pair("run-on", base, replace(base, lined=False))


def reword(base: Law, dice: random.Random) -> Pair:
    def change(text: str) -> str:
        for was, now in NEWWORDS.items():
            text = text.replace(was, now)
        return text.replace("，", "的同时，", 1) if dice.random() < 0.3 else text

    return _each(base, "reword", change)


def rewrite(base: Law, dice: random.Random) -> Pair:
    """Everything at once: half the sentences of many articles go, others come, numbers shift, some move."""
    articles: list[Article] = []
    for article in base.articles:
        kept = tuple(one for one in article.sentences if dice.random() < 0.75)
        if not kept and dice.random() < 0.5:
            continue
        added = tuple(Sentence(sentence(dice)) for _ in range(dice.choice((0, 0, 1, 2))))
        if kept or added:
            articles.append(Article(kept + added))
        if dice.random() < 0.1:
            articles.append(_fresh(dice))
    return Pair("rewrite", base, _relaid(base, articles))


def paraphrase(base: Law, dice: random.Random) -> Pair:
    """Half of all names and things are others now, and some articles come and go: a new text on the old pattern."""
    lists = (WHO, WHAT, DO, HOW, WHY, WHEN)
    other = {word: dice.choice(words) for words in lists for word in words if dice.random() < 0.5}
    form = re.compile("|".join(sorted(map(re.escape, other), key=lambda word: (-len(word), word))))

    def change(text: str) -> str:
        return form.sub(lambda match: other[match[0]] if dice.random() < 0.8 else match[0], text)

    changed = _each(base, "paraphrase", change).new
    return replace(insert(changed, dice), kind="paraphrase", old=base)


KINDS = (
    *(renumber, insert, repeal, move, split, merge, move_sentence, swap_term),
    *(amounts, one_amount, unbroken, run_on, reword, rewrite),
)
FLOORS = {"rewrite": (0.97, 0.98)}
"""Precision and F1 below which a kind must not fall; all edges of the other kinds are found, and no other."""

HARD = (*KINDS, paraphrase)
"""With one kind that no method solves: for watching scores and for calibrating bands, not for floors."""


def pairs(count: int, seed: int) -> list[Pair]:
    """Return one pair of every kind over a made-up law."""
    base = law(count, seed)
    return [kind(base, random.Random(seed * 100 + at)) for at, kind in enumerate(HARD)]


def score(found: set[tuple[int, int]], wanted: set[tuple[int, int]]) -> tuple[float, float, float]:
    """Return precision, recall and F1."""
    right = len(found & wanted)
    precision = right / len(found) if found else 1.0
    recall = right / len(wanted) if wanted else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def mistold(result: Comparison, pair: Pair) -> set[tuple[int, int]]:
    """Return the pairs of articles told as changed that say the same, or as unchanged that do not.

    Of articles that were split or merged nothing is said here.
    """
    found = set()
    for change in result.changes:
        if len(change.edges) == 1 and "art_" in change.edges[0].old_path:
            ends = (change.edges[0].old_path, change.edges[0].new_path)
            old, new = (int(path.rsplit("art_", 1)[1]) - 1 for path in ends)
            same = pair.old.articles[old].text == pair.new.articles[new].text
            told = all(edit.op == "equal" or edit.grade is Grade.EDITORIAL for edit in change.edges[0].edits)
            if same is not told:
                found.add((old, new))
    return found
