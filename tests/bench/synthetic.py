"""A synthetic archive of any size: places, policies with several texts, repeals between them, all drawn from a seed.

Clauses are made of words of officialese in new order, so that pairs of characters are as frequent as in real texts. A
new text does to the one before what ordinary amendments do: it changes amounts and single sentences, now and then words
an article wholly anew, puts one in or takes one out. Articles all worded anew are the other kind to measure.
"""

from __future__ import annotations

import random
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

from yange.shipped import shipped

__all__ = ["PHRASES", "project", "write_policies"]

NOUNS = [
    "企业", "资金", "项目", "单位", "申请人", "主管部门", "街道办事处", "行政审批", "技术改造", "科技创新",
    "人才住房", "专项资金", "公共服务", "数据资源", "港口", "物流", "养老服务", "生态环境", "建筑工程",
    "食品安全", "信用信息", "监督检查", "财政补贴", "知识产权", "中小微企业", "产业园区", "社会保险", "城市更新",
    "交通运输", "网络安全",
]  # fmt: skip
VERBS = [
    "申报", "审核", "拨付", "使用", "管理", "监督", "建立", "完善", "推进", "支持", "落实", "公示",
    "备案", "变更", "撤销", "委托", "评估", "验收", "整改", "补助",
]  # fmt: skip
TAILS = (
    "应当自受理之日起{n}个工作日内作出决定",
    "按照实际投入的百分之{n}给予补助，最高不超过{n}万元",
    "不符合条件的，应当书面说明理由",
    "由市主管部门会同区人民政府组织实施",
    "每年至少开展{n}次检查，并向社会公布结果",
    "可以依法申请行政复议或者提起行政诉讼",
)
KINDS = ("办法", "若干措施", "规定", "实施细则", "行动计划")
PHRASES = (
    "技术改造",
    "专项资金",
    "信用信息",
    "最高不超过",
    "行政复议",
    "养老服务",
    "每年至少开展",
    "书面说明理由",
)
_ARTICLES = 24
NUMERALS = "零一二三四五六七八九"


def numeral(number: int) -> str:
    """Return a number below 100 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{NUMERALS[tens]}十"
    return head + (NUMERALS[ones] if ones or not tens else "")


def sentence(chance: random.Random) -> str:
    """Return a sentence of some forty characters."""
    tail = chance.choice(TAILS).format(n=chance.randint(1, 90))
    return f"{chance.choice(NOUNS)}的{chance.choice(VERBS)}和{chance.choice(VERBS)}，{tail}。"


def clause(chance: random.Random) -> list[str]:
    """Return the sentences of an article."""
    return [sentence(chance) for _ in range(3)]


def reworded(chance: random.Random, words: list[str]) -> list[str]:
    """Return an article with another amount or another sentence; of six, one is worded wholly anew."""
    at = chance.randrange(len(words))
    if chance.random() < 1 / 6:
        return clause(chance)
    if re.search("[0-9]", words[at]) and chance.random() < 1 / 2:
        other = re.sub("[0-9]+", str(chance.randint(1, 90)), words[at], count=1)
    else:
        other = sentence(chance)
    return [*words[:at], other, *words[at + 1 :]]


def amend(chance: random.Random, articles: list[list[str]], *, anew: bool = False) -> None:
    """Change three articles; one text in two has an article more or less. ``anew``: word all three anew, no more."""
    for n in chance.sample(range(len(articles)), 3):
        articles[n] = clause(chance) if anew else reworded(chance, articles[n])
    turn = 1.0 if anew else chance.random()
    if turn < 1 / 4:
        articles.insert(chance.randrange(len(articles)), clause(chance))
    elif turn < 1 / 2:
        del articles[chance.randrange(len(articles))]


def write_policies(root: Path, policies: int, versions: int = 4, *, anew: bool = False) -> int:
    """Write ``policies`` policies of ``versions`` texts each below ``root``; return how many texts there are."""
    chance = random.Random(7)
    for number in range(policies):
        place = f"city-{number % 40:02}"
        folder = root / "policies" / place / f"policy-{number:05}"
        folder.mkdir(parents=True)
        name = f"{chance.choice(NOUNS)}{chance.choice(VERBS)}{chance.choice(NOUNS)}{chance.choice(KINDS)}"
        title = f"第{number % 40}市{name}"
        facts = f"id: {place}/policy-{number:05}\ntitle: {title}\nplace: 第{number % 40}市\n"
        kind = f"kind: {chance.choice(KINDS)}\nrank: 规范性文件\n"
        (folder / "policy.md").write_text(f"---\n{facts}{kind}---\n", encoding="utf-8")
        clauses = [clause(chance) for _ in range(_ARTICLES)]
        for turn in range(versions):
            day = date(2000 + 6 * turn, 1 + number % 12, 1 + number % 28)
            if turn:
                amend(chance, clauses, anew=anew)
            (folder / f"{day}.md").write_text(_version(title, number, day, clauses), encoding="utf-8")
    return policies * versions


def _version(title: str, number: int, day: date, clauses: list[list[str]]) -> str:
    facts = (
        f"title: {title}\nnumber: 市{number % 40}府规〔{day.year}〕{number}号\nissuer: [第{number % 40}市人民政府]\n"
        f"signed: {day - timedelta(days=20)}\npublished: null\neffective: {day}\neffective_basis: stated\n"
        f"expires: {day.replace(year=day.year + 8)}\nexpires_basis: stated\ntext: held\ncondition: complete\n"
        f"units: {{kind: article, count: {len(clauses)}}}\n"
        f"sources: [{{name: 公报, sha256: {number:064x}}}]\nchecked: null\n"
    )
    printed = [f"第{numeral(n)}条　{''.join(words)}" for n, words in enumerate(clauses, 1)]
    parts = printed[:8], printed[8:16], printed[16:]
    chapters = [f"## 第{numeral(n + 1)}章　{NOUNS[n]}\n\n" + "\n\n".join(part) for n, part in enumerate(parts)]
    return f"---\n{facts}---\n\n# {title}\n\n" + "\n\n".join(chapters) + "\n"


def project(root: Path, policies: int, versions: int = 4, *, anew: bool = False) -> int:
    """Make a whole project at ``root`` with the site's hand-written side and the settings that ship with it.

    Returns:
        How many texts it has.

    """
    shutil.copytree(shipped() / "site", root / "site")
    shutil.copy(shipped() / "mkdocs.yml", root)
    return write_policies(root, policies, versions, anew=anew)
