"""Words of commencement, expiry and effects in packed Chinese text, and words that show an ordinary sense of them.

Every pattern has named parts, so that a lawyer can read its words and add one. Alternatives are tried in order: of two
with the same beginning, the longer comes first.
"""

from __future__ import annotations

import re

from yange.law.zh_hans.clause_lists import LABEL
from yange.law.zh_hans.days import LOOSE_DAY

__all__ = [
    "AFTER_APPROVAL", "ALL_USED", "BEGIN", "BY_RULES", "BY_THIS_TEXT", "CERTIFICATE", "CHANGING", "CLAUSE_START",
    "CREDENTIAL", "ELSEWHERE", "ENDING", "ENDING_CLOSED", "EXTEND", "HEADING_ONLY", "LIMITS", "MAY_SPEAK", "NAMED",
    "NEAR", "NEED_A_NAME", "NO_OBJECT", "OFTEN_ORDINARY", "OF_A_PART", "OF_THE_TEXT", "ORDINARY_BEFORE", "OWN",
    "OWN_APPROVAL", "PAST", "PENDING", "REVIVE", "RULES", "SIGNAL", "STATES_A_TERM", "SUSPEND", "TERM_OF_THE_TEXT",
    "TERM_WORDS", "USED", "VALIDITY",
]  # fmt: skip


def _either(*words: str) -> str:
    return "|".join(words)


USED = "\u2593"
"""The replacement of a character that a reader has used."""

_DIGITS = "0-9一二三四五六七八九十"
_COUNT = "[一二两三四五六七八九十半0-9]+"
_CLOSED = r"[，,。；;：:！!）)]|$"
"""The end of a sentence or of a part of it."""

# --- words that may be about commencement, expiry or effects

_BEGINNINGS = _either("施行", "生效", "试行", "起效", "实施", "执行", "实行", "启用")
_ENDS = _either("废止", "废除", "失效", "作废", "撤销", "取消", "代替", "取代", "替代", "停止", "终止", "不再")
_TERMS = _either("有效", "届满", "期满", "到期", "截止")
_PAUSES = _either("暂停", "中止", "暂缓", "恢复")
_EXTENSIONS = _either("延长", "延续", "延至", "延到", "延期", "顺延", "展期", "续期", "缩短")
MAY_SPEAK = re.compile(
    _either(_BEGINNINGS, "停用", "适用", "暂行", "有效", _ENDS, _TERMS, _PAUSES, _EXTENSIONS, "继续", "止")
)
"""A word that may be about commencement, expiry or effects."""

BEGIN = re.compile(_either(_BEGINNINGS, "适用", "(?<=起)有效"))
OFTEN_ORDINARY = frozenset({"实施", "执行", "实行", "启用", "适用"})
"""Words of commencement that are also ordinary verbs: 实施方案, 执行标准."""

# --- the subject of the sentence

_NOT_BEHIND = "文基根原资成样版日书"
"""Characters before 本 as the end of another word: 文本, 基本, 根本, 原本."""
_PLACES_AND_TIMES = "市省区县州地级人年月届次"
_BODIES_AND_PARTS = "科局厅委部院校行身类项款条章"
_BUSINESSES = _either("单位", "企业", "公司", "行业", "部门", "辖区")
_BUT_TEXTS = "例|政(?:法规|命令|长官批示)"
"""Second characters of words for a text, although the first one alone is excluded: 条 and 条例, 行 and 行政法规."""
OWN = rf"(?<![{_NOT_BEHIND}])本(?![{_PLACES_AND_TIMES}{_BODIES_AND_PARTS}](?!{_BUT_TEXTS})|{_BUSINESSES})"
"""本 of the text itself: 本办法, 本条例; not 本市, 本条, 本单位."""

_ACTS_OF_A_TEXT = _either(
    "施行", "实施", "执行", "生效", "试行", "有效", "失效", "废止", "停止", "终止", "暂停", "恢复", "延长", "继续"
)
_PREPOSITIONS = _either("自", "从", "由", "于", "在", "经", "待", "随", "与")
_ADVERBS = _either("即", "立即", "开始", "正式", "暂", "将")
_RUN_OUT = _either("届满", "期满", "到期")
OF_THE_TEXT = re.compile(
    rf"{OWN}[一-鿿]{{1,24}}?(?={_PREPOSITIONS}|{_ADVERBS}|{_RUN_OUT}|适用|实行|[0-9]|的?(?:{_ACTS_OF_A_TEXT}))"
)
OF_A_PART = re.compile(rf"本[一-鿿]{{1,12}}?(?:中的?)?{LABEL}")

# --- a commencement, and the words that show one

_LENGTH = rf"[{_DIGITS}]+[年月日天](?!常)"
_RELATIVE_DAYS = _either("之日", "次日", "翌日", "即日", "当日", "[日月年后]起", "起(?!诉|草)", "日期", "时间")
_EVENTS = _either("公布", "发布", "印发", "批准", "通过", "备案", "审定", "通车", "验收", "下发", "颁布")
_MANNERS = _either("同步", "随(?!时|机|意|后)", "追溯", "正式", "开始", "另行")
_LATER = _either("之时", "待", "俟", "立即", "分[步批阶]", "逐步")
SIGNAL = re.compile(rf"{LOOSE_DAY}|{_LENGTH}|{_RELATIVE_DAYS}|{_MANNERS}|(?:{_EVENTS})[^，。；]{{0,8}}[后时]|{_LATER}")
"""Words that show a commencement: a day, an event, a manner of commencing."""

CLAUSE_START = re.compile(r"[，,：:。；;]")
_FOLLOWING = _either("参照", "依照", "按照", "比照", "遵照", "依据", "根据", "按", "依", "照", "仍")
_CARRYING_OUT = _either("贯彻", "组织", "强制", "监督", "负责", "严格", "认真", "抓好", "拒不", "代为", "协助", "配合")
_PROMOTING = _either("统筹", "推进", "推动", "推行", "保障", "保证", "申请", "不予", "违法", "具体", "有效", "分别")
_DUTIES = _either("应当", "可以", "必须", "不得", "先予", "先行", "由")
ORDINARY_BEFORE = re.compile(rf"(?:{_FOLLOWING}|{_CARRYING_OUT}|{_PROMOTING}|{_DUTIES})[^，,。；;]*$")
"""Words before 实施 or 执行 that show the ordinary verb: 组织实施, 依照…执行."""

_APPROVALS = _either("批准", "同意", "审查", "审定", "备案", "审议", "通过", "公布", "发布", "制定")
AFTER_APPROVAL = re.compile(rf"(?:{_APPROVALS})(?:通过|同意|批准|后|并)*(?:公布|发布|予以|后|并)*$")
_LEADS_TO_APPROVAL = _either("自", "从", "经", "报", "由", "于", "待", "在")
OWN_APPROVAL = re.compile(
    rf"^(?:{LABEL}|[0-9.．、（）()一二三四五六七八九十 \u3000])*(?:{OWN}(?:(?!报)[一-鿿]){{1,12}}?)?"
    rf"(?:{_LEADS_TO_APPROVAL})"
)
_FIXED_BY = _either("由", "为", "另", "是", "定", "以")
HEADING_ONLY = re.compile(
    rf"(?:{LABEL}|[0-9]{{1,3}}[A-Z]*[.．、])\s*(?:简称及|名称及)?(?:开始)?(?:生效|实施|施行)(?:日期|时间)?"
)
"""A numbered heading: the statement follows below it."""
PENDING = re.compile(
    rf"(?:施行|生效|试行|实施|执行)的?(?:具体)?(?:日期|时间|之日(?=[，,]?(?:{_FIXED_BY})))|(?:试行|施行)期限?(?={_FIXED_BY})"
)
"""A first day that a body has still to fix: 施行日期由国务院规定."""

_TERM_BEHIND = rf"{_COUNT}(?:个月|周?年)(?!后|以后|内|之?前|度)"
NO_OBJECT = re.compile(rf"{_CLOSED}|至|到|期(?!间)|{_TERM_BEHIND}|日期|时间|{USED}")
"""Words after a verb of commencement without an object: 施行。, 试行两年."""

BY_THIS_TEXT = re.compile(
    rf"{LOOSE_DAY}(?:之?日)?(?:起|以?后|之后)[^。；]{{0,40}}?"
    rf"(?:按照?|依照?|依据|根据|遵照|适用|执行|实施|施行|实行){OWN}|{LOOSE_DAY}起(?:计算|起算|算)"
)
"""A day from which this text is applied, said otherwise than by its commencement; counts if no first day was read."""

# --- things that have a term of their own

_CREDENTIALS = _either("证(?!券)", "许可", "执照", "资格", "合同", "协议", "批准文件", "批文", "指标", "标识", "票")
_PROCEEDINGS = _either("登记", "委托", "判决", "裁定", "裁决", "处罚", "法院", "诉讼", "复议", "仲裁")
_GOODS = _either(
    "债", "保险", "担保", "药品", "产品", "食品", "设备", "商品", "商标", "承包", "保质期", "货物", "股", "专利"
)
CREDENTIAL = re.compile(_either(_CREDENTIALS, _PROCEEDINGS, _GOODS))
"""Things other than texts that are valid, lapse or are extended."""
CERTIFICATE = re.compile(r"[证照书票]》")

# --- other instruments

_NUMBERED = r"[〕\]］】）)][0-9]+号(?:文件?)?"
_ORDER = "令第?[0-9一二三四五六七八九十百]+号"
NEAR = rf"(?:》|{_NUMBERED}|{_ORDER})"
"""The end of an instrument's title or number."""
NAMED = re.compile(rf"{NEAR}[^，。；]{{0,16}}$")
RULES = re.compile(
    _either(
        "规定", "文件", "办法", "政策", "法规", "规章", "条例", "细则", "通知", "解释", "制度", "公告", "通告", "意见",
        "决定", "批复",
    )
)  # fmt: skip
BY_RULES = re.compile(r"(?:按照?|依照?|根据|依据)[^，。；]{0,12}?(?:规定|政策)")

# --- an end

_ENDED = _either("废止", "废除", "失效", "作废", "停用", "撤销", "取消", "代替", "取代", "替代")
_STOPPED = _either(
    "停止(?:执行|施行|实施|适用|使用)",
    "终止(?:执行|施行|实施)",
    "不再(?:执行|施行|实施|适用|有效|具有|作为[^，。；]{0,16}依据)",
    "(?:停止|终止)(?=《)",
    "终止(?=[。；，]|$)",
)
ENDING = re.compile(_either(_ENDED, _STOPPED))
NEED_A_NAME = frozenset({"废除", "停用", "撤销", "取消", "代替", "取代", "替代", "停止使用"})
"""Words of ending that are mostly about other things than texts."""
_LIST_BEHIND = _either("《", "经[^，。；]{2,60}修[正订改]的", "以下", "下列", "原", rf"[{_DIGITS}]+[件部项个]")
_GOES_ON = _either("之?前已", "并", "但", "处理", USED)
_NUMBER_BEHIND = r"[一-鿿]{1,14}[〔\[［（(【](?:19|20)"
_RULES_BEHIND = "[^，。；的]{0,24}(?:规定|办法|文件|条例)[。；，]"
ENDING_CLOSED = re.compile(
    _either(
        _CLOSED, _LIST_BEHIND, _GOES_ON, _NUMBER_BEHIND, _RULES_BEHIND, rf"{_COUNT}(?:个?月|周?年|[日天周])", "至|到"
    )
)
"""Words after a verb that ends a text."""
_DRAFTING = _either("修改", "制定", "修订", "解释", "评估", "修正", "补充")
_ORDERING = _either("责令", "已经?", "应当", "可以", "及时", "建议", "是否", "逾期", "宣告", "声明", "公告")
CHANGING = re.compile(rf"(?:{_DRAFTING})[^，。；]{{0,6}}(?:、|和|或者?|以及|与)$|(?:{_ORDERING})[^，。；]{{0,6}}$")
"""Words before an ending that make it a task, a list of possible acts, or a past event."""

# --- a term

_PERIODS = _either("有效期", "试行期", "试点期", "施行期", "执行期", "实施期")
_UNTIL = _either(
    "有效(?=至|到|[0-9一二两三四五六七八九十半])", "截止", "为止", "暂[定行](?=[0-9一二两三四五六七八九十半])"
)
_VERB_UNTIL = "(?:施行|实施|执行|试行|适用|实行)(?=至|到(?!位|底|期)|满)"
_STILL_VALID = _either("(?<=前)(?:继续)?有效", "终止于", "(?<=[日年月底])止(?=[。；，]|$)")
_IS_VALID = "(?<!长期)(?<!继续)有效(?=[。；，,）)]|$)"
TERM_WORDS = re.compile(_either(_PERIODS, _UNTIL, _RUN_OUT, _VERB_UNTIL, _STILL_VALID, _IS_VALID))
STATES_A_TERM = re.compile(
    rf"[限间]?(?:暂?定?[为是至到]|截至|截?止|[:：])?(?:{LOOSE_DAY}|{_COUNT}(?:个?月|周?年|[日天周]))"
)
"""Words after 有效期 that give a term, even if the text has another one: 第三条有效期2年."""
TERM_OF_THE_TEXT = re.compile(rf"(?:有效|试行|施行)期[限间]?(?:届满|期满|满)?|{OWN}[一-鿿]{{1,12}}?(?:期满|届满|到期)")

# --- suspension, revival, extension

_APPLYING = "(?:执行|实施|施行|适用|{})"
SUSPEND = re.compile(rf"(?:暂停|中止|暂缓|暂不|暂时停止){_APPLYING.format('生效')}|(?:暂停|中止|暂缓)(?=《)")
REVIVE = re.compile(rf"恢复{_APPLYING.format('效力')}|恢复(?=《)|重新{_APPLYING.format('生效|有效')}")
EXTEND = re.compile(_either(_EXTENSIONS, "继续(?:有效|执行|实施|施行|适用|试行)"))
VALIDITY = re.compile(_either(_PERIODS, "施行", "试行", "执行", "有效", "实施", "适用"))

# --- words that may change a first day that was read

_READ_PART = rf"(?:{LABEL}|[、和及与至的])*{USED}"
_BUT = rf"但(?!是?{_READ_PART})(?!是?[^，。；]{{0,30}}(?:另有规定|从其规定))|其中(?!{_READ_PART})"
_BOUNDS = _either("不早于", "不迟于", "不晚于", "方可", "待", "俟")
_DECIDED_BY = "以(?!本)[^，。；]{1,20}为准"
_STEPS = _either("另行", "暂不", "分[步批阶]", "逐步", "追溯[至到]")
_EXCEPT = _either("除[^，。；]{1,40}外", "除外", "视情况?")
LIMITS = re.compile(_either(_BUT, _BOUNDS, _DECIDED_BY, _STEPS, _EXCEPT))
ELSEWHERE = re.compile(
    r"(?:另有|已有|有明确|有特别)[^，。；]{0,12}(?:规定|期限)|另有规定|从其规定|解释|由[^，。；]{2,20}另行(?:制定|规定)"
)
"""Words that leave the exception to other rules, so that nothing in this text changes."""
ALL_USED = re.compile(rf"除(?:本[一-鿿]{{1,12}}?)?(?:{LABEL}|[、和及与至，,]|{USED})+{USED}[，,]?(?:以|之)?外")
PAST = re.compile(_either("会议", "通过", "印发", "发布", "公布", "颁布", "批准", "签署", "出台", "令"))
"""Events of the day on which a text was issued."""
