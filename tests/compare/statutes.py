"""Laws as they are printed, revised as they are revised, with the truth kept: parts, chapters, duties and penalties.

The traps are those of real statute books: families of penalties that differ in a few words, articles made from one
template, citations that shift with the numbers, formulas that close every law, articles put in as 之一. Nothing here
is taken from a real text.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field, replace

from mutations import DO, HOW, TITLES, WHAT, WHEN, WHO, WHY

from yange.law.zh_hans.numerals import chinese_numeral

_FINES = (
    "五百元以上五千元以下",
    "一千元以上一万元以下",
    "五千元以上五万元以下",
    "二万元以上二十万元以下",
    "十万元以下",
)
_KINDS = ("甲类", "乙类", "丙类", "一级", "二级", "三级", "临时", "长期", "季节性", "跨区", "自用", "经营性")
_SWAPS = (
    ("市商务局", "市商务和口岸局"),
    ("市行政执法部门", "市综合行政执法部门"),
    ("应当", "必须"),
    ("二十日", "十五个工作日"),
    ("五千元以上五万元以下", "一万元以上十万元以下"),
    ("责令限期改正", "给予警告，责令限期改正"),
    ("规定", "要求"),
    ("情况", "工作情况"),
)
_CITE = re.compile(r"\{(\d+)\}")


@dataclass(frozen=True)
class Clause:
    """An article: its sentences (``{7}`` cites the article with identity 7), and where its words come from.

    ``origins`` gives for each sentence the identity of the old article it comes from, ``None`` for new words.
    ``chapter`` is the index of its chapter; ``inserted`` prints it as 之一 after the article before.
    """

    identity: int
    sentences: tuple[str, ...]
    origins: tuple[int | None, ...]
    chapter: int
    inserted: bool = False


@dataclass(frozen=True)
class Statute:
    """Articles in order; chapters by name, ``parts`` tells after how many chapters a new 编 begins (0: none)."""

    articles: tuple[Clause, ...]
    chapters: tuple[str, ...]
    parts: int = 0

    def labels(self) -> dict[int, str]:
        """Return the printed number of each article by identity."""
        number, within, found = 0, 0, {}
        for article in self.articles:
            if article.inserted and number:
                within += 1
                found[article.identity] = f"第{chinese_numeral(number)}条之{chinese_numeral(within)}"
            else:
                number, within = number + 1, 0
                found[article.identity] = f"第{chinese_numeral(number)}条"
        return found

    def print(self, layout: str = "markdown") -> str:
        """Print as ``markdown``, as ``plain`` text with contents, caption and page numbers, or ``run-on``."""
        labels = self.labels()
        lines: list[tuple[str, str]] = []
        chapter = -1
        for article in self.articles:
            if article.chapter != chapter:
                chapter = article.chapter
                if self.parts and chapter % self.parts == 0:
                    part = chapter // self.parts
                    lines.append(("part", f"第{chinese_numeral(part + 1)}编　{TITLES[part % len(TITLES)]}规则"))
                name = chinese_numeral(chapter % self.parts + 1 if self.parts else chapter + 1)
                lines.append(("chapter", f"第{name}章　{self.chapters[chapter]}"))
            words = [_CITE.sub(lambda m: labels.get(int(m[1]), "第九百条"), one) for one in article.sentences]
            lines.append(("article", f"{labels[article.identity]}　{words[0]}"))
            lines += [("more", one) for one in words[1:]]
        return _laid_out(lines, layout)


def _laid_out(lines: list[tuple[str, str]], layout: str) -> str:
    title = "望海市海岸综合管理条例"
    if layout == "markdown":
        marks = {"part": "## ", "chapter": "### "}
        return "\n\n".join([f"# {title}", *(marks.get(kind, "") + line for kind, line in lines)]) + "\n"
    headings = [line for kind, line in lines if kind in {"part", "chapter"}]
    top = [title, "（2019年3月1日望海市第六届人民代表大会常务委员会第十次会议通过）", "目　录", *headings]
    body: list[str] = []
    for kind, line in lines:
        if kind == "more" and layout == "run-on":
            body[-1] += line
        else:
            body.append(("　　" if kind in {"article", "more"} else "") + line)
    for page, at in enumerate(range(30, len(body), 31), 1):
        body.insert(at, f"— {page} —")
    return "\n".join((*top, "", *body)) + "\n"


def statute(count: int, seed: int, parts: int = 0) -> Statute:
    """Make up a law of ``count`` articles: general rules, duties, templates, penalties, final rules."""
    dice = random.Random(seed)
    chapters = max(3, min(30, count // 11))
    duties = count - 7 - count // 4
    articles: list[Clause] = []

    def add(chapter: int, *sentences: str) -> None:
        articles.append(Clause(len(articles), sentences, (len(articles),) * len(sentences), chapter))

    add(0, f"为了{dice.choice(WHY)}，{dice.choice(WHY)}，根据有关法律、法规，结合本市实际，制定本条例。")
    add(0, "本条例适用于本市行政区域内海岸的保护、利用及其监督管理活动。")
    add(0, f"市人民政府应当加强对{dice.choice(WHAT)}和{dice.choice(WHAT)}工作的领导。",
        "市商务局、市财政局等部门按照各自职责做好相关工作。")  # fmt: skip
    for at in range(duties):
        chapter = 1 + at * (chapters - 2) // duties
        add(chapter, *_duty(dice, at))
    cited = [article.identity for article in articles[3:]]
    dice.shuffle(cited)
    for at in range(count // 4):
        add(chapters - 1, *_penalty(dice, cited[at % len(cited)], articles))
    add(chapters - 1, "国家工作人员在海岸管理工作中玩忽职守、滥用职权、徇私舞弊的，依法给予处分。")
    add(chapters - 1, "违反本条例规定，构成犯罪的，依法追究刑事责任。")
    add(chapters - 1, "市人民政府可以根据本条例制定实施细则。")
    add(chapters - 1, "本条例自2019年6月1日起施行。")
    names = tuple(
        f"{TITLES[at % len(TITLES)]}{'' if at < len(TITLES) else chinese_numeral(at)}" for at in range(chapters)
    )
    return Statute(tuple(articles), names, parts)


def _duty(dice: random.Random, at: int) -> tuple[str, ...]:
    who, do, what, other = dice.choice(WHO), dice.choice(DO), dice.choice(WHAT), dice.choice(WHAT)
    kind = dice.choice(_KINDS)
    first = dice.choice(
        (
            f"{who}应当{dice.choice(HOW)}{do}{what}，{dice.choice(WHY)}。",
            f"{dice.choice(WHEN)}，{who}应当自知道之日起{dice.randint(2, 30)}日内{do}{what}和{other}。",
            f"本条例所称{kind}{what}，是指由{who}{do}并用于{other}的{what}。",
            f"{kind}{what}的{do}，由{who}向市商务局提出申请，市商务局应当自受理之日起二十日内作出决定。",
            f"申请{do}{kind}{what}的，应当符合下列条件：（一）有与{other}相适应的场所；（二）有合格的{dice.choice(WHAT)}；（三）其他法定条件。",
            f"禁止{who}在{other}范围内擅自{do}{what}。",
        )
    )
    more = (
        f"{who}不得将{what}用于{dice.choice(WHAT)}。",
        "具体办法由市人民政府另行制定。",
        f"{dice.choice(WHO)}应当对{what}的{dice.choice(DO)}情况进行监督检查，发现问题的，应当及时处理。",
        f"前款规定的{what}，有效期为{dice.randint(1, 9)}年，期满需要延续的，应当在期满三十日前{dice.choice(HOW)}提出。",
        f"依照本条例{{{max(3, 3 + at - dice.randint(1, 9))}}}的规定办理的，不受前款限制。"
        if at > 9
        else f"{other}参照执行。",
    )
    return (first, *dice.sample(more, dice.choice((0, 1, 1, 2))))


def _penalty(dice: random.Random, cited: int, articles: list[Clause]) -> tuple[str, ...]:
    first = articles[cited].sentences[0]
    what = next((word for word in WHAT if word in first), WHAT[0])
    do = next((word for word in DO if word in first), DO[0])
    fine, more = dice.choice(_FINES), dice.choice(_FINES)
    grave = (f"情节严重的，处{more}罚款，并吊销许可证件。", f"拒不改正的，处{more}罚款。", "")[dice.randint(0, 2)]
    text = f"违反本条例{{{cited}}}规定，未按照规定{do}{what}的，由市行政执法部门责令限期改正，处{fine}罚款"
    return (text + ("；" + grave if grave else "。"),)


@dataclass(frozen=True)
class Revision:
    """An old and a new law; what was repealed, inserted and moved, by identity, and what was done to it."""

    old: Statute
    new: Statute
    moved: frozenset[int] = frozenset()
    done: dict[str, int] = field(default_factory=dict)

    def edges(self) -> set[tuple[str, str]]:
        """Return the true edges by printed number: enough of one article stands in the other."""
        was, now = self.old.labels(), self.new.labels()
        sizes = {a.identity: sum(map(len, a.sentences)) for a in self.old.articles}
        found = set()
        for article in self.new.articles:
            whole = sum(map(len, article.sentences))
            for origin in {one for one in article.origins if one is not None}:
                pairs = zip(article.sentences, article.origins, strict=True)
                size = sum(len(text) for text, one in pairs if one == origin)
                if max(size / sizes[origin], size / whole) >= 0.15:
                    found.add((was[origin], now[article.identity]))
        return found


def revise(base: Statute, seed: int, strength: float = 0.1, numbering: str = "anew") -> Revision:
    """Revise a law as legislators do; ``numbering`` is ``anew`` or ``inserted`` (new articles stand as 之一)."""
    dice = random.Random(seed)
    done: dict[str, int] = {}
    articles: list[Clause] = []
    fresh = 10_000
    last = base.articles[-1].identity
    skip = False
    for at, article in enumerate(base.articles):
        fixed = article.identity < 3 or article.identity >= last - 3
        following = base.articles[at + 1] if at + 1 < len(base.articles) else None
        if skip:
            skip = False
            continue
        act = dice.random()
        if fixed or act > strength * 3:
            articles.append(article)
        elif act < strength * 0.4:
            done["repealed"] = done.get("repealed", 0) + 1
            if numbering == "inserted":  # a number that fell free is kept free by the words "（删去）" in practice
                articles.append(replace(article, sentences=(_new_duty(dice),), origins=(None,), identity=fresh))
                fresh += 1
        elif act < strength * 0.9:
            mode = numbering == "inserted"
            articles += [article, Clause(fresh, (_new_duty(dice),), (None,), article.chapter, mode)]
            fresh += 1
        elif (
            act < strength * 1.1 and following and following.chapter == article.chapter and not _fixed(following, last)
        ):
            joined = replace(
                article, sentences=article.sentences + following.sentences, origins=article.origins + following.origins
            )
            articles.append(joined)
            skip = True
        elif act < strength * 1.3 and len(article.sentences) > 1 and numbering == "anew":
            articles.append(replace(article, sentences=article.sentences[:1], origins=article.origins[:1]))
            rest = replace(article, sentences=article.sentences[1:], origins=article.origins[1:], identity=fresh)
            articles.append(rest)
            fresh += 1
        else:
            articles.append(_amended(dice, article))
    moved: frozenset[int] = frozenset()
    if numbering == "anew" and len(articles) > 30:
        articles, moved = _moved(dice, articles, last)
    return Revision(base, replace(base, articles=tuple(articles)), moved, done)


def _fixed(article: Clause, last: int) -> bool:
    return article.identity < 3 or article.identity >= last - 3


def _new_duty(dice: random.Random) -> str:
    return (
        f"本市推行{dice.choice(WHAT)}电子证照，{dice.choice(WHO)}应当{dice.choice(HOW)}核验，"
        f"实现{dice.choice(WHAT)}与{dice.choice(WHAT)}信息互通。"
    )


def _amended(dice: random.Random, article: Clause) -> Clause:
    """Change words, amounts or bodies of an article, or give it a sentence."""
    texts = list(article.sentences)
    for was, now in dice.sample(_SWAPS, 3):
        texts = [text.replace(was, now) for text in texts]
    origins = article.origins
    if dice.random() < 0.4:
        texts.append(f"{dice.choice(WHO)}应当为此提供便利。")
        origins = (*origins, None)
    return replace(article, sentences=tuple(texts), origins=origins)


def _moved(dice: random.Random, articles: list[Clause], last: int) -> tuple[list[Clause], frozenset[int]]:
    """Move two articles whose words stayed whole to another chapter."""
    whole = [a for a in articles if len(a.sentences) > 1 and set(a.origins) == {a.identity} and not _fixed(a, last)]
    chosen = dice.sample(whole, min(2, len(whole)))
    rest = [article for article in articles if article not in chosen]
    for article in chosen:
        others = [at for at, one in enumerate(rest) if abs(at - articles.index(article)) > 12 and not _fixed(one, last)]
        at = dice.choice(others)
        rest.insert(at + 1, replace(article, chapter=rest[at].chapter))
    return rest, frozenset(article.identity for article in chosen)
