"""The words of a report, in the two languages reports are written in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

__all__ = ["LANGUAGES", "Words"]

LANGUAGES = ("zh", "en")

_WORDS: dict[str, tuple[str, str]] = {
    "report": ("修订对照表", "Table of amendments"),
    "old": ("原条文", "Old text"),
    "new": ("现条文", "New text"),
    "notes": ("说明", "Notes"),
    "old-side": ("原文本", "Old"),
    "new-side": ("现文本", "New"),
    "kind": ("类别", "Kind"),
    "was": ("原", "Old"),
    "now": ("现", "New"),
    "at-old": ("原条款", "Old clause"),
    "at-new": ("现条款", "New clause"),
    "values": ("数值、期限、主体等的变化", "Changed values"),
    "terms": ("通篇替换", "Replaced throughout"),
    "term": ("“{old}”改为“{new}”（{count}处）", "“{old}” → “{new}” ({count} times)"),
    "summary": ("改动一览", "At a glance"),
    "changes": ("逐条对照", "Clause by clause"),
    "suggestions": ("可能的对应，未予认定", "Possible counterparts, not asserted"),
    "legend": (
        "下划线为增加的文字，删除线为删去的文字；未修改的条款合并为一行。",
        "Underlined words were inserted, struck words were deleted; clauses that did not change stand in one line.",
    ),
    "noise": (
        "全角半角、空白、引号、分段等排印差异{count}处，未作标注。",
        "{count} differences of typography alone (width, blanks, quotes, paragraphing) are not marked.",
    ),
    "noise-one": (
        "全角半角、空白、引号、分段等排印差异{count}处，未作标注。",
        "{count} difference of typography alone (width, blanks, quotes, paragraphing) is not marked.",
    ),
    "noise-here": ("排印差异{count}处，未标注", "typography: {count}, not marked"),
    "same": ("两个文本的条款相同。", "The clauses of the two texts are the same."),
    "effective": ("{day}起施行", "in force from {day}"),
    "page": ("第 {page} 页，共 {pages} 页", "Page {page} of {pages}"),
    "comma": ("，", ", "),
    "series": ("、", ", "),
    "semicolon": ("；", "; "),
    "colon": ("：", ": "),
    "bracketed": ("（{text}）", " ({text})"),
    "through": ("{first}至{last}", "{first} – {last}"),
    "units": ("{count}个条款", "{count} clauses"),
    "became": ("{old} → {new}", "{old} → {new}"),
    "fold.unchanged": ("未修改", "unchanged"),
    "fold.renumbered": ("仅条号变化，内容未修改", "renumbered only, the words are unchanged"),
    "note.unchanged": ("未修改", "Unchanged"),
    "note.amended": ("修改", "Amended"),
    "note.replaced": ("重写", "Rewritten"),
    "note.inserted": ("新增", "Inserted"),
    "note.repealed": ("删去", "Deleted"),
    "note.moved": ("{old}移至{new}，内容未修改", "{old} moved to {new}, the words are unchanged"),
    "note.renumbered": ("仅条号由{old}改为{new}", "Only renumbered, {old} to {new}"),
    "note.split": ("{old}拆分为{new}", "{old} split into {new}"),
    "note.merged": ("{old}合并为{new}", "{old} merged into {new}"),
    "note.reorganised": ("{old}调整合并、拆分为{new}", "{old} reorganised as {new}"),
    "note.number": ("条号由{old}改为{new}", "renumbered, {old} to {new}"),
    "note.place": ("位置移动", "moved"),
    "note.chapter": ("所属章节改变", "now under another heading"),
    "note.editorial": ("仅排印差异", "typography only"),
    "note.style": ("仅文字润饰", "wording only"),
    "note.consequential": ("仅随条号、名称调整", "consequential only"),
    "note.share": ("{old}与{new}相同{share}%", "{old} and {new}: {share}% the same"),
    "note.likely": ("对应关系很可能成立", "the match is likely"),
    "note.check": ("对应关系请核对", "please check the match"),
    "note.value": ("{old}改为{new}", "{old} → {new}"),
    "note.value-new": ("增加{new}", "adds {new}"),
    "note.value-old": ("删去{old}", "drops {old}"),
    "cite.follows": ("引用的{old}随条号改为{new}", "its reference to {old} follows the number to {new}"),
    "cite.retargeted": ("引用由{old}改指{new}", "its reference to {old} now points at {new}"),
    "cite.stale": (
        "引用{new}未随条号调整，请核对",
        "its reference to {new} did not follow the renumbering, please check",
    ),
    "cite.dangling": ("引用的{new}在现文本中不存在，请核对", "its reference to {new} points at nothing, please check"),
    "operation.reorganised": ("调整合分", "reorganised"),
    "operation.split": ("拆分", "split"),
    "operation.merged": ("合并", "merged"),
    "operation.replaced": ("重写", "rewritten"),
    "operation.amended": ("修改", "amended"),
    "operation.moved": ("移动", "moved"),
    "operation.renumbered": ("仅条号变", "renumbered"),
    "operation.unchanged": ("未修改", "unchanged"),
    "operation.inserted": ("新增", "inserted"),
    "operation.repealed": ("删去", "deleted"),
    "kind.amount": ("金额", "amount"),
    "kind.deadline": ("期限", "deadline"),
    "kind.percentage": ("百分比", "percentage"),
    "kind.ratio": ("比例", "ratio"),
    "kind.count": ("数量", "count"),
    "kind.date": ("日期", "date"),
    "kind.body": ("机构", "body"),
    "kind.document-number": ("文号", "document number"),
    "kind.modality": ("情态、界限", "modality"),
    "label.标题": ("标题", "Title"),
    "label.题注": ("题注", "Caption"),
    "label.通知": ("通知", "Covering notice"),
    "label.序言": ("序言", "Preamble"),
    "label.尾段": ("尾段", "Closing"),
    "label.": ("未编号部分", "Unnumbered part"),
}


class Words:
    """The words in one language; called with a key and what stands in its braces.

    Raises:
        ValueError: when reports are not written in the language.

    """

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise ValueError(f"reports are written in {', '.join(LANGUAGES)}, not in {language!r}")
        self.language = language
        self._at = LANGUAGES.index(language)

    def __call__(self, key: str, **values: object) -> str:
        """Return the words for a key."""
        return _WORDS[key][self._at].format(**values)

    def series(self, names: Sequence[str]) -> str:
        """Return names one after another: 第三条、第四条."""
        return self("series").join(self.name(name) for name in names)

    def label(self, label: str) -> str:
        """Return what a clause is called: printed numbers as they are, unnumbered parts in the language."""
        key = f"label.{label}"
        return self(key) if key in _WORDS else label

    def name(self, label: str) -> str:
        """Return what a clause is called within a sentence: without the separator printed behind its number (四、)."""
        return self.label(label).rstrip("、．. ")

    def named(self, key: str, default: str) -> str:
        """Return the words for a key that may not be known, else ``default``."""
        return self(key) if key in _WORDS else default

    def day(self, day: date) -> str:
        """Return a day as it is written: 2017年7月1日 or 1 July 2017, in years of any length."""
        if self.language == "zh":
            return f"{day.year}年{day.month}月{day.day}日"
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
