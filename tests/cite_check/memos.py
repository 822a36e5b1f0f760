"""Twenty memos with planted faults in their citations, and what is true of each citation.

The truth was written before the memos were checked. Those of ``KEPT`` were not looked at while the checker was worked
on; the score of both is printed and held by ``test_memos.py``.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["KEPT", "TUNED", "Memo", "Truth"]


@dataclass(frozen=True)
class Truth:
    """A citation by its words: whether it is right on the day, why not, and how its clause is called today."""

    words: str
    verdict: str
    code: str = ""
    now: str = ""


@dataclass(frozen=True)
class Memo:
    """A memo, the day for which its citations are meant, and the truth about them in order."""

    day: str
    text: str
    truth: tuple[Truth, ...]


def _right(words: str, now: str = "") -> Truth:
    return Truth(words, "right", "", now)


def _wrong(words: str, code: str) -> Truth:
    return Truth(words, "wrong", code)


def _unknown(words: str, code: str) -> Truth:
    return Truth(words, "unknown", code)


TUNED = (
    Memo(  # a fine under a clause that did not exist yet
        "2020-05-01",
        "关于某渡口未安装监控的处理意见\n当事人未安装视频监控设备，违反《望海市渡口管理办法》第十九条，"
        "拟依同一办法第二十二条处理。\n另查，当事人未建立安全责任制，违反《望海市渡口管理办法》第四条。",
        (_right("第十九条", "第二十条"), _right("第二十二条", "第二十三条"), _right("第四条", "第四条")),
    ),
    Memo(  # a clause that is gone, and one that never was
        "2022-03-01",
        "乘客守则的依据是《望海市渡口管理办法》第十六条。经营人的义务见《望海市渡口管理办法》第二十六条。",
        (_right("第十六条", "第十六条"), _wrong("第二十六条", "no-such-clause")),
    ),
    Memo(  # the number of a text that never took effect
        "2025-06-01",
        "申请材料依照《望海市海洋产业发展专项资金管理办法》（望府规〔2024〕5号）第十五条准备。",
        (_wrong("第十五条", "other-text-in-force"),),
    ),
    Memo(  # a suspended item, an item in force beside it
        "2024-10-01",
        "外摆经营依照《望海市促进夜间经济繁荣发展若干措施》第（三）项，演出补贴依照该措施第（四）项。",
        (_wrong("第（三）项", "clause-not-in-force"), _right("第（四）项", "（四）")),
    ),
    Memo(  # clauses that begin later than their text
        "2023-12-01",
        "夜间照明应当符合《望海市户外招牌设置管理规定》第十条，面积应当符合《望海市户外招牌设置管理规定》第六条。",
        (_wrong("第十条", "clause-not-in-force"), _right("第六条", "第六条")),
    ),
    Memo(  # English
        "2025-01-10",
        "The holder ran a generator contrary to Article 13 of the Wanghai International Harbour Zone Rules on Small "
        "Craft Berths.\nThe fee follows from Article 9 of the Wanghai International Harbour Zone Rules on Small Craft "
        "Berths (WIHZ Rules No. 7 of 2024); Article 18 of the same Rules is not relevant.",
        (_right("Article 13", "Article 13"), _right("Article 9", "Article 9"), _wrong("Article 18", "no-such-clause")),
    ),
    Memo(  # English, before renumbering
        "2023-05-01",
        "Under Article 8 of the Wanghai International Harbour Zone Rules on Small Craft Berths the fee is RMB 60.",
        (_right("Article 8", "Article 9"),),
    ),
    Memo(  # an instrument that has expired, one that the archive does not have
        "2026-03-01",
        "一、《望海市居家养老服务补贴实施细则》第二条规定了补贴对象。\n二、《望海市老年人权益保障条例》第八条另有规定。",
        (_wrong("第二条", "not-in-force"), _unknown("第八条", "policy-not-in-archive")),
    ),
    Memo(  # several clauses in a row
        "2024-02-01",
        "申请人按《望海市既有住宅加装电梯实施办法》第八条、第九条和第二十条办理。",
        (_right("第八条"), _right("第九条"), _wrong("第二十条", "no-such-clause")),
    ),
    Memo(  # paragraph and item of an article
        "2022-05-01",
        "渡工酒后驾驶的，违反《望海市渡口管理办法》第十二条第一项；未停航的，违反《望海市渡口管理办法》第十四条第九款。",
        (_right("第十二条第一项", "第十二条第（一）项"), _wrong("第十四条第九款", "no-such-clause")),
    ),
)

KEPT = (
    Memo(  # a rule that was repealed long ago
        "2010-01-01",
        "渡船检验依照《望海市渡口船只安全管理暂行规则》办理，并适用《望海市渡口管理办法》第九条。",
        (_wrong("《望海市渡口船只安全管理暂行规则》", "not-in-force"), _right("第九条", "第九条")),
    ),
    Memo(  # before the trial measures, and between two texts
        "2021-12-01",
        "本单元的补贴依照《望海市既有住宅加装电梯实施办法（试行）》第十一条计算。",
        (_wrong("第十一条", "not-in-force"),),
    ),
    Memo(  # a short name
        "2024-04-01",
        "依据《望海市户外招牌设置管理规定》（以下简称《招牌规定》），申请许可提交材料见《招牌规定》第七条，"
        "处罚见《招牌规定》第十九条。",
        (
            _right("《望海市户外招牌设置管理规定》"),
            _right("第七条", "第七条"),
            _wrong("第十九条", "no-such-clause"),
        ),
    ),
    Memo(  # title and number of two instruments
        "2024-04-01",
        "《望海市既有住宅加装电梯实施办法》（望府规〔2023〕5号）第十四条规定了补贴标准。",
        (_wrong("第十四条", "names-disagree"),),
    ),
    Memo(  # a renumbered chain over two amendments
        "2012-07-01",
        "依《望海市渡口管理办法》第二十条，处五百元以上一千元以下罚款；依第二十四条，自2004年起施行。",
        (_right("第二十条", "第二十一条"), _right("第二十四条", "第二十五条")),
    ),
    Memo(  # on the last day in force and the day after
        "2025-12-31",
        "依据《望海市居家养老服务补贴实施细则》第十条发放。《望海市居家养老服务补贴实施细则》第十六条的过渡安排不再适用。",
        (_right("第十条"), _wrong("第十六条", "clause-not-in-force")),
    ),
    Memo(  # items repealed by another instrument
        "2023-08-01",
        "灯箱招牌和临时广告原适用《望海市促进夜间经济繁荣发展若干措施》第（八）项和第（九）项。",
        (_wrong("第（八）项", "clause-not-in-force"), _wrong("第（九）项", "clause-not-in-force")),
    ),
    Memo(  # a memo that names its instrument once
        "2025-07-01",
        "望海市海洋产业发展专项资金管理办法适用问题\n"
        "根据《望海市海洋产业发展专项资金管理办法》（望府规〔2024〕11号），申报条件见该办法第七条，"
        "不予支持的情形见该办法第八条第三项。\n绩效评价见该办法第三十条。",
        (
            _right("《望海市海洋产业发展专项资金管理办法》（望府规〔2024〕11号）"),
            _right("第七条", "第七条"),
            _right("第八条第三项", "第八条第（三）项"),
            _unknown("第三十条", "instrument-not-named"),
        ),
    ),
    Memo(  # the old number of a text in force before
        "2025-02-01",
        "在审项目依照《望海市海洋产业发展专项资金管理办法》（望府规〔2017〕9号）第八条审查，"
        "资金拨付依照《望海市海洋产业发展专项资金管理办法》第二十六条。",
        (_right("第八条", "第七条"), _wrong("第二十六条", "no-such-clause")),
    ),
    Memo(  # English, an article of the older text and a paragraph that there is not
        "2024-08-31",
        "See Article 4(b) and Article 16 of the Wanghai International Harbour Zone Rules on Small Craft Berths.\n"
        "They acted under Article 10 of the Wanghai International Harbour Zone Rules on Small Craft Berths.",
        (
            _right("Article 4(b)", "Article 4(b)"),
            _wrong("Article 16", "no-such-clause"),
            _right("Article 10", "Article 11"),
        ),
    ),
)
