"""Find names of persons in a letter: in the salutation, after 联系人 and similar words, next to titles.

No list of names is complete, so names are recognised by their place. In running text a name must also begin with a
surname and must not begin with an ordinary word of the dictionary (方便, 单位). A name once found is withheld wherever
it occurs in the letter (:func:`yange.persons.mentions.mentions`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yange.law.zh_hans.words import part_of_speech
from yange.persons.name_words import LONG_SURNAMES, NAME_LABELS, NOBODY, NOT_NAMES, OFFICES, SURNAMES

__all__ = ["is_name", "names", "split_names"]

_HAN = "\u3400-\u9fff\U00020000-\U000323af"
_ANY_HAN = re.compile(f"[{_HAN}]")
_DOTS = "·•‧・∙"
_GAP = "[ \u3000\u00a0]{0,3}"
_CHINESE = rf"(?:(?:{LONG_SURNAMES}){_GAP}[{_HAN}]{{1,2}}|[{SURNAMES}]{_GAP}[{_HAN}]{{1,2}})"
_DOTTED = rf"[{_HAN}]{{1,8}}(?:[{_DOTS}][{_HAN}]{{1,8}}){{1,4}}"
_LATIN = r"[A-Z][A-Za-z'’.\-]{0,24}(?: [A-Z][A-Za-z'’.\-]{0,24}){0,3}"
_SURNAME = re.compile(rf"(?:{LONG_SURNAMES}|[{SURNAMES}])")
_WHOLE = re.compile(rf"{_CHINESE}|{_DOTTED}")
_ANY = re.compile(rf"[{_HAN}]{{2,4}}|[{_HAN}]{_GAP}[{_HAN}]|{_DOTTED}|{_LATIN}")

_ROLES = "代表|委员|先生|女士|同志|小姐|同学|老师|教授|医生|师傅|主席|主任|网友|居士"
_NO_ROLE = "(?!会|团|大会|人|性|处|们|组|作|制|们|本|着)"
_OFFICE_END = re.compile(r"[局委厅处科组会校院室办部署所站队]\Z")
_PRONOUNS = "您你我他她它本贵该其此有无请按如"
_LINE = 160
_SHORTEST = 2
"""Characters of a name; the name of an office is longer (王局 is a person, 交通局 is not)."""
_GAPS = r"\s{0,3}"
_LABELS = "|".join(_GAPS.join(word) for word in sorted(NAME_LABELS, key=len, reverse=True))
_LABELLED = re.compile(
    rf"(?:{_LABELS}|\b(?i:contact(?: person)?|applicant|case officer|attention|attn|name|signed))"
    r"[^:：\n|]{0,8}[:：][ \t　]*(?P<below>\n+)?"
)
_NEXT = re.compile(r" ?[、，,/和及与;；] ?| (?=[\u3400-\u9fff])|(?: and )")
_STOP = rf"(?=[^{_HAN}]|\Z|先生|女士|同志|电话|手机|联系|职务|处长|科长|局长|主任|（|等)"
_SHORT = re.compile(rf"[{_HAN}]{{2,4}}?{_STOP}|[{_HAN}]{_GAP}[{_HAN}]{_STOP}|{_DOTTED}|{_LATIN}|{_CHINESE}")

_ADDRESSED = re.compile(
    r"^(?:[^\S\n]|[>#*])*+(?P<dear>尊敬的?|敬爱的?|亲爱的?)?(?P<names>[^：:\n。！!|]{2,120}?)(?:[：:]|(?:[^\S\n]|\*){0,8}+$)",
    re.M,
)
_ROLE_LAST = re.compile(rf"(?:{_ROLES})[\s*　]*\Z")
_TAIL = re.compile(rf"(?:等|等?[一二三四五六七八九十\d两]+[位名]|各位|市|省|区|县|人大|政协|{_ROLES})+\Z")
_HEAD = re.compile(
    rf"\A(?:尊敬的?|敬爱的?|并|致|转|各位|(?:全国|[{_HAN}]{{0,8}}?[省市区县州盟旗]?)(?:人大|政协)(?:常委会?)?(?:代表|委员|常委)?|[{_HAN}]{{1,12}}?(?:{_ROLES}))"
)
_CUT = re.compile(r"[、，,；;/]|和(?=.)|与|及|并|\b and \b")

_SPACED = re.compile(rf"(?:[{_HAN}]{{2,4}}[ \u3000\u00a0]+){{1,30}}[{_HAN}]{{2,4}}")
_JOINED = rf"{_CHINESE}(?:[、，,和及与 ]{{1,2}}{_CHINESE}){{0,20}}"
_BEFORE_ROLE = re.compile(
    rf"(?:(?<![{_HAN}])|(?<=[的由向对与和及给表员于收到请复理大协转送派报经据谢见])|(?<=答复))(?P<names>{_JOINED})"
    rf"(?=等?(?:[一二三四五六七八九十\d两]+[位名])?(?:全国|省|市|区|县)?(?:人大|政协)?(?:{_ROLES}){_NO_ROLE})"
)
_DOTTED_ROLE = re.compile(
    rf"(?![的由向对与和及给表员于收到请复理大协])(?P<names>[{_HAN}]{{1,4}}(?:[{_DOTS}][{_HAN}]{{1,8}}){{1,4}}?)(?=等?(?:[省市区县]?(?:人大|政协))?(?:{_ROLES}){_NO_ROLE})"
)
_CUES = (
    "居民|村民|市民|业主|户主|经营人|经营者|负责人|申请人|信访人|来信人|反映人|投诉人|举报人|当事人|原告|被告|患者|家长|学生|"
    "职工|员工|群众|人大代表|政协委员|领衔代表|代表|委员|同志|详询|详情咨询|请联系|联系|致电|咨询|联系人|由|转交|委托"
)
_VERBS = "反提来致所在是说称与和及诉举要请给向同因于为住建议先女等的、，。；：:,;.!?？！（()））“” \n"
_BEHIND_CUE = re.compile(rf"(?:{_CUES})(?P<names>{_CHINESE}?)(?=[{_VERBS}]|\Z)")
_IN_TITLE = re.compile(
    rf"(?:关于|对于|答复|回复|给|致)对?(?P<names>{_JOINED}?)(?=等|(?:的)?(?:信访|来信|来访|投诉|举报|反映|申请|提出|提案|建议|留言))"
)
_EACH = re.compile(rf"[^、，,和及与\s]+(?:{_GAP}[^、，,和及与\s])?")
_STYLED = "Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Councillor|Cllr"
_CALLED = rf"(?:(?:{_STYLED})\.? )?{_LATIN}"
_DEAR = re.compile(rf"\b(?:Dear|Sir|Madam|{_STYLED})\.? (?P<names>{_CALLED}(?:(?:, | and | & ){_CALLED}){{0,20}})")
_EACH_LATIN = re.compile(rf"(?:(?:{_STYLED})\.? )?(?P<name>{_LATIN})")
_SIGNED = re.compile(
    rf"^[^\S\n]*+(?P<names>{_CHINESE})[^\S\n]{{0,20}}\n\s{{0,20}}"
    r"(?:\d|[一二〇○零三四五六七八九]){4}年[^\n]{2,12}日[^\S\n]{0,20}$",
    re.M,
)


def is_name(text: str) -> bool:
    """Return whether ``text`` has the form of a Chinese name: a surname and one or two characters, or dotted parts."""
    bare = re.sub(r"\s", "", text)
    if not _WHOLE.fullmatch(bare):
        return False
    if re.search(f"[{_DOTS}]", bare):
        return True
    if bare in NOT_NAMES or bare[:2] in NOT_NAMES or any(word in bare for word in OFFICES):
        return False
    return not _OFFICE_END.search(bare) and part_of_speech(bare[:2]) in {"", "nr", "nrt", "nrfg"}


def names(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of persons' names; the same span may come more than once."""
    yield from _labelled(text)
    if _ANY_HAN.search(text):
        yield from _in_chinese(text)
    for match in _DEAR.finditer(text):
        for one in _EACH_LATIN.finditer(match["names"]):
            if one["name"].split()[0] not in NOBODY:
                yield match.start("names") + one.start("name"), match.start("names") + one.end("name")


def _in_chinese(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of names in a salutation, beside a rank and above a date, all of which are in Chinese."""
    for match in _ADDRESSED.finditer(text):
        if match["dear"] or _ROLE_LAST.search(match["names"]):
            yield from _addressed(match["names"], match.start("names"), bool(match["dear"]))
    for pattern in (_BEFORE_ROLE, _BEHIND_CUE, _IN_TITLE):
        for match in pattern.finditer(text):
            yield from _those(match["names"], match.start("names"))
    yield from (match.span("names") for match in _DOTTED_ROLE.finditer(text))
    for match in _SIGNED.finditer(text):
        if is_name(match["names"]):
            yield match.span("names")


def split_names(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the names in a cell, or after a label, that has only names."""
    at = len(text) - len(text.lstrip())
    while match := _SHORT.match(text, at):
        if not _is_office(match[0]):
            yield match.span()
        after = _NEXT.match(text, match.end())
        if after is None:
            return
        at = after.end()


def _labelled(text: str) -> Iterator[tuple[int, int]]:
    for label in _LABELLED.finditer(text):
        rest = text[label.end() : label.end() + _LINE].split("\n", 1)[0].split("|", 1)[0]
        for start, end in split_names(rest):
            if label["below"] is None or is_name(rest.strip()):
                yield label.end() + start, label.end() + end


def _is_office(text: str) -> bool:
    bare = re.sub(r"\s", "", text)
    long = len(bare) > _SHORTEST and _OFFICE_END.search(bare) is not None
    return long or bare[0] in _PRONOUNS or any(word in bare for word in OFFICES)


def _addressed(line: str, start: int, dear: bool) -> Iterator[tuple[int, int]]:
    """Yield the names in a salutation: each part of it without ranks and offices."""
    done = 0
    for cut in [*_CUT.finditer(line), None]:
        piece, at = line[done : cut.start() if cut else len(line)], start + done
        done = cut.end() if cut else len(line)
        whole = piece
        while (head := _HEAD.match(piece.lstrip())) and head.end() < len(piece.strip()):
            taken = len(piece) - len(piece.lstrip()) + head.end()
            piece, at = piece[taken:], at + taken
        piece = piece[: len(piece) - len(piece.lstrip())] + _TAIL.sub("", piece.strip())
        bare = piece.strip()
        at += len(piece) - len(piece.lstrip())
        titled = dear or piece.strip() != whole.strip()
        if _ANY.fullmatch(bare) and not _is_office(bare) and (titled or is_name(bare)):
            yield at, at + len(bare)
        elif _SPACED.fullmatch(bare):
            yield from ((at + one.start(), at + one.end()) for one in re.finditer(r"\S+", bare) if is_name(one[0]))


def _those(text: str, start: int) -> Iterator[tuple[int, int]]:
    for match in _EACH.finditer(text):
        if is_name(match[0]):
            yield start + match.start(), start + match.end()
