"""Which words of a sentence speak of beginning, end or effect, and of which field; the ordinary senses left out.

The sentence comes packed, with what readers used replaced by :data:`USED` and titles masked (see :mod:`.unread`). The
lists name the *ordinary* senses, so that a wording nobody thought of is reported and not passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yange.statements.days import LOOSE_DAY
from yange.statements.labels import LABEL

USED = "\u2593"
"""What stands for a character that a reader has used."""

MAY_SPEAK = re.compile(
    r"施行|生效|试行|起效|实施|执行|实行|启用|停用|适用|暂行|有效|废止|废除|失效|作废|撤销|取消|代替|取代|替代|停止|终止|不再|有效|届满|期满|到期|截止|暂停|中止|暂缓|恢复|延长|延续|延至|延到|延期|顺延|展期|继续|止"
)
"""A word that may speak of beginning, end or effect."""

_BEGIN = re.compile(r"施行|生效|试行|起效|实施|执行|实行|启用|适用|(?<=起)有效")
_OFTEN_ORDINARY = frozenset({"实施", "执行", "实行", "启用", "适用"})
_OWN = (
    r"(?<![文基根原资成样版日书])本(?![市省区县州地级人年月届次科局厅委部院校行身类项款条章](?!例)|单位|企业"
    r"|公司|行业|部门|辖区)"
)
_OF_THE_TEXT = re.compile(
    rf"{_OWN}[一-鿿]{{1,24}}?(?=自|从|由|于|在|经|待|随|与|即|立即|开始|正式|暂|将|届满|期满|到期|适用|实行|[0-9]"
    r"|的?(?:施行|实施|执行|生效|试行|有效|失效|废止|停止|终止|暂停|恢复|延长|继续))"
)
_OF_A_PART = re.compile(rf"本[一-鿿]{{1,12}}?(?:中的?)?{LABEL}")
_SIGNAL = re.compile(
    rf"{LOOSE_DAY}|[0-9一二三四五六七八九十]+[年月日天](?!常)|之日|次日|翌日|即日|当日|[日月年后]起|起(?!诉|草)|日期|时间|同步|随(?!时|机|意|后)|追溯"
    r"|正式|开始|另行|(?:公布|发布|印发|批准|通过|备案|审定|通车|验收|下发|颁布)[^，。；]{0,8}[后时]|之时|待|俟|立即|分[步批阶]|逐步"
)
_CLAUSE_START = re.compile(r"[，,：:。；;]")
_ORDINARY_BEFORE = re.compile(
    r"(?:参照|依照|按照|比照|遵照|依据|根据|按|依|照|仍|贯彻|组织|强制|监督|负责|严格|认真|抓好|拒不|代为|协助|配合|统筹|推进|推动|推行"
    r"|保障|保证|申请|不予|违法|具体|有效|分别|应当|可以|必须|不得|先予|先行|由)[^，,。；;]*$"
)
_AFTER_APPROVAL = re.compile(
    r"(?:批准|同意|审查|审定|备案|审议|通过|公布|发布|制定)(?:通过|同意|批准|后|并)*(?:公布|发布|予以|后|并)*$"
)
_OWN_APPROVAL = re.compile(
    rf"^(?:{LABEL}|[0-9.．、（）()一二三四五六七八九十 ])*(?:{_OWN}(?:(?!报)[一-鿿]){{1,12}}?)?(?:自|从"
    rf"|经|报|由|于|待|在)"
)
_PENDING = re.compile(
    r"(?:施行|生效|试行|实施|执行)的?(?:具体)?(?:日期|时间|之日(?=由|为|另|是|定|以))|(?:试行|施行)期限?(?=由|为|另|是|定|以)"
)
_NO_OBJECT = re.compile(
    rf"[，,。；;：:！!）)]|$|至|到|期(?!间)|[一二两三四五六七八九十半0-9]+(?:个月|周?年)(?!后|以后|内|之?前|度)|日期|时间|{USED}"
)
_CREDENTIAL = re.compile(
    r"证(?!券)|许可|执照|资格|合同|协议|批准文件|批文|指标|标识|票|登记|委托|判决|裁定|裁决|处罚|法院|诉讼|复议|仲裁|债|保险|担保|药品|产品|食品"
    r"|设备|商品|商标|承包|保质期|货物|股|专利"
)
_CERTIFICATE = re.compile(r"[证照书票]》")
_NEAR = r"(?:》|[〕\]］】）)][0-9]+号(?:文件?)?|令第?[0-9一二三四五六七八九十百]+号)"
_NAMED = re.compile(rf"{_NEAR}[^，。；]{{0,16}}$")
_RULES = re.compile(r"规定|文件|办法|政策|法规|规章|条例|细则|通知|解释|制度|公告|通告|意见|决定|批复")
_BY_RULES = re.compile(r"(?:按照?|依照?|根据|依据)[^，。；]{0,12}?(?:规定|政策)")
_ENDING = re.compile(
    r"废止|废除|失效|作废|停用|撤销|取消|代替|取代|替代|停止(?:执行|施行|实施|适用|使用)|终止(?:执行|施行|实施)|不再(?:执行|施行|实施|适用|有效|具有|作为[^，。；]{0,16}依据)|(?:停止|终止)(?=《)"
)
_NEED_A_NAME = frozenset({"废除", "停用", "撤销", "取消", "代替", "取代", "替代", "停止使用"})
"""Words for an ending that mostly end other things than texts."""
_ENDING_CLOSED = re.compile(
    rf"[，,。；;：:！!）)]|$|《|以下|下列|原|[0-9一二三四五六七八九十]+[件部项个]|之?前已|并|但|处理|{USED}|[一-鿿]{{1,14}}[〔\[［（(【](?:19|20)|[^，。；的]{{0,24}}(?:规定|办法|文件|条例)[。；，]"
)
_CHANGING = re.compile(
    r"(?:修改|制定|修订|解释|评估|修正|补充)[^，。；]{0,6}(?:、|和|或者?|以及|与)$|(?:责令|已经?|应当|可以|及时|建议|是否|逾期|宣告|声明|公告)[^，。；]{0,6}$"
)
_TERM = re.compile(
    r"有效期|试行期|施行期|执行期|实施期|有效(?=至|到|[0-9一二两三四五六七八九十半])|截止|为止|暂[定行](?=[0-9一二两三四五六七八九十半])|届满|期满|到期"
    r"|(?:施行|实施|执行|试行|适用|实行)(?=至|到(?!位|底|期)|满)|(?<=前)(?:继续)?有效|终止于|(?<=[日年月底])止(?=[。；，]|$)|(?<!长期)(?<!继续)有效(?=[。；，,）)]|$)"
)
_TERM_OF_THE_TEXT = re.compile(
    rf"(?:有效|试行|施行)期[限间]?(?:届满|期满|满)?|{_OWN}[一-鿿]{{1,12}}?(?:期满|届满|到期)"
)
_SUSPEND = re.compile(r"(?:暂停|中止|暂缓|暂不|暂时停止)(?:执行|实施|施行|适用|生效)|(?:暂停|中止|暂缓)(?=《)")
_REVIVE = re.compile(r"恢复(?:执行|实施|施行|适用|效力)|恢复(?=《)")
_EXTEND = re.compile(r"延长|延续|延至|延到|延期|顺延|展期|继续(?:有效|执行|实施|施行|适用|试行)")
_VALIDITY = re.compile(r"有效期|试行期|施行期|执行期|实施期|施行|试行|执行|有效|实施|适用")
_READ_PART = rf"(?:{LABEL}|[、和及与至的])*{USED}"
_LIMITS = re.compile(
    rf"但(?!是?{_READ_PART})(?!是?[^，。；]{{0,30}}(?:另有规定|从其规定))|其中(?!{_READ_PART})|不早于|不迟于|不晚于|方可|待|俟"
    r"|以(?!本)[^，。；]{1,20}为准|另行|暂不|分[步批阶]|逐步|除[^，。；]{1,40}外|除外|视情况?"
)
_ELSEWHERE = re.compile(
    r"(?:另有|已有|有明确|有特别)[^，。；]{0,12}(?:规定|期限)|另有规定|从其规定|解释|由[^，。；]{2,20}另行(?:制定|规定)"
)
_ALL_USED = re.compile(rf"除(?:本[一-鿿]{{1,12}}?)?(?:{LABEL}|[、和及与至，,]|{USED})+{USED}[，,]?(?:以|之)?外")
_PAST = re.compile(r"会议|通过|印发|发布|公布|颁布|批准|签署|出台|令")


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around a sentence.

    ``begun``: a first day of the whole text was read in it. ``excepted``: labels that it excepts from that day, and
    ``started`` those for which a day was read somewhere. ``ended``: a last day was read somewhere in the text.
    """

    begun: bool
    excepted: frozenset[str]
    started: frozenset[str]
    ended: bool


def is_own(words: str) -> bool:
    """Tell whether the sentence has the whole text itself as what it is about (本办法…), and not a part of it."""
    return _OF_THE_TEXT.search(words) is not None and _OF_A_PART.search(words) is None


def names_instrument(words: str) -> bool:
    """Tell whether the sentence names an instrument by title or number."""
    return re.search(_NEAR, words) is not None


def fields(words: str, context: Context) -> Iterator[str]:
    """Yield the front matter field that each word left in the sentence may concern."""
    limited = context.begun and _is_limited(words, context)
    if limited or any(_may_begin(words, match) for match in _BEGIN.finditer(words)):
        yield "effective"
    elif context.begun and _leaves_a_day(words):
        yield "expires"
    for match in _ENDING.finditer(words):
        if _may_end(words, match, context):
            yield _ended_field(words, match)
    if any(_may_be_term(words, match, context) for match in _TERM.finditer(words)):
        yield "expires"
    yield from _acts(words)


def _clause(words: str, at: int) -> str:
    """The words of the clause in front of ``at``, from the last comma on."""
    cut = max((match.end() for match in _CLAUSE_START.finditer(words, 0, at)), default=0)
    return words[cut:at]


def _may_begin(words: str, match: re.Match[str]) -> bool:
    if _PENDING.match(words, match.start()):
        return not re.search(r"(?:证|许可|合同|计划|项目|方案)的?$", words[: match.start()])
    if not _NO_OBJECT.match(words, match.end()):
        return False
    clause = _clause(words, match.start())
    if re.search(rf"(?:{_SUSPEND.pattern}|{_REVIVE.pattern}|{_ENDING.pattern}|继续{match[0]})$", clause + match[0]):
        return False
    if _ORDINARY_BEFORE.search(clause) and not re.search(rf"{LOOSE_DAY}|之日|起", clause):
        return False
    if re.search(r"(?:的|发生|已经?|法律效力|《|※)$", clause):
        return False
    if _AFTER_APPROVAL.search(clause) and not _OWN_APPROVAL.search(words):
        return False
    if match[0] in _OFTEN_ORDINARY:
        return bool(_SIGNAL.search(clause)) and not _CREDENTIAL.search(words)
    if match[0] == "生效":
        return bool(_OF_THE_TEXT.search(words)) or (bool(_SIGNAL.search(clause)) and not _CREDENTIAL.search(words))
    return True


def _may_end(words: str, match: re.Match[str], context: Context) -> bool:
    before = words[: match.start()]
    if context.ended and re.search(r"(?:届满|期满|到期)[^，,。；]{0,8}$", before):
        return False
    if not _ENDING_CLOSED.match(words, match.end()) or _CHANGING.search(before) or _CERTIFICATE.search(before):
        return False
    near = _NAMED.search(before) is not None or words.startswith("《", match.end())
    if match[0] in _NEED_A_NAME:
        return near
    if _CREDENTIAL.search(words) and not near and not _OF_THE_TEXT.search(words):
        return False
    return (
        near
        or bool(_OF_THE_TEXT.search(words) or _RULES.search(_BY_RULES.sub("", words)))
        or bool(re.search(rf"{LOOSE_DAY}|起|同时|{USED}", words))
    )


def _ended_field(words: str, match: re.Match[str]) -> str:
    others = re.sub(rf"{_OWN}[一-鿿]{{1,8}}", "", words)
    if re.search(_NEAR, others) or _RULES.search(_BY_RULES.sub("", others)) or words.startswith("《", match.end()):
        return "declares_lapsed" if match[0] == "失效" else "repeals"
    return "expires"


def _may_be_term(words: str, match: re.Match[str], context: Context) -> bool:
    if _CREDENTIAL.search(words) or (context.ended and match[0] in ("届满", "期满", "到期", "有效期")):
        return False
    if re.search(r"已经?$", words[: match.start()]) or words.startswith("的", match.end()):
        return False
    if match[0] == "有效" and re.match(r"[。；，,）)]|$", words[match.end() :]):
        return context.begun or re.search(rf"{_OWN}[一-鿿]{{1,12}}$", words[: match.start()]) is not None
    if match[0] in ("届满", "期满", "到期", "截止"):
        return context.begun or bool(_TERM_OF_THE_TEXT.search(words))
    before = words[: match.start()]
    if _ELSEWHERE.search(words, match.start()):
        return False
    return context.begun or bool(_OF_THE_TEXT.search(words)) or bool(re.fullmatch(rf"\W*(?:{LABEL})?\W*", before))


def _acts(words: str) -> Iterator[str]:
    for pattern, field in ((_SUSPEND, "suspends"), (_REVIVE, "revives")):
        for match in pattern.finditer(words):
            closed = _ENDING_CLOSED.match(words, match.end()) or re.compile(_OWN).match(words, match.end())
            if closed and not _CREDENTIAL.search(words) and not _CHANGING.search(words[: match.start()]):
                yield field
    yield from _extensions(words)


def _extensions(words: str) -> Iterator[str]:
    for match in _EXTEND.finditer(words):
        near = words[max(0, match.start() - 16) : match.end() + 16]
        if re.search(rf"{_NEAR}[^，。；]{{0,6}}$", words[: match.start()]) and not _CERTIFICATE.search(near):
            yield "extends"
            continue
        if (
            _CERTIFICATE.search(near)
            or not _VALIDITY.search(near)
            or not _ENDING_CLOSED.match(
                re.sub(r"^(?:(?:至|到|[0-9一二两三四五六七八九十半]).*)", "", words[match.end() :])
            )
        ):
            continue
        before = words[: match.start()]
        if re.search(rf"{_NEAR}[^，。；证照书票]{{0,12}}$", before) or "《" in words[match.end() : match.end() + 16]:
            yield "extends"
        elif not _CREDENTIAL.search(words) and re.search(
            rf"{_OWN}[一-鿿]{{1,6}}(?:的?有效期限?)?(?:可以?|予以|届满后|期满后)?$|{USED}", near[: near.find(match[0])]
        ):
            yield "expires"


def _is_limited(words: str, context: Context) -> bool:
    """Tell whether the sentence of a first day goes on in a way that may change it."""
    for match in _LIMITS.finditer(words):
        if match[0].startswith("除") and (
            (context.excepted and context.excepted <= context.started) or _ALL_USED.match(match[0])
        ):
            continue
        if not _ELSEWHERE.search(words[match.start() :]):
            return True
    return False


def _leaves_a_day(words: str) -> bool:
    """Tell whether a day is left in the sentence of a first day that is not the day on which a text was made."""
    return any(not _PAST.search(words[match.end() : match.end() + 30]) for match in re.finditer(LOOSE_DAY, words))
