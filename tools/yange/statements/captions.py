"""What a caption (题注) below the title says of issue, amendments and first day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from yange.model import Amendment
from yange.statements.days import HAN_DAY, read_day
from yange.statements.instruments import ORDER, find_number, normalise_number
from yange.statements.periods import commencements

_STEP = re.compile(rf"(?P<day>{HAN_DAY})(?P<by>[^，,。；;）)]{{2,60}}?)(?P<what>发布|公布|通过|颁布|修正|修订|修改)")


@dataclass(frozen=True, slots=True)
class Caption:
    """What a caption below the title tells: the issuing order, the amending orders, the printed commencement."""

    start: int
    end: int
    issued: date | None
    number: str | None
    amendments: tuple[Amendment, ...]
    commenced: date | None


def caption(text: str) -> Caption | None:
    """Read a caption (题注): （2014年12月1日…令第273号发布 2020年3月7日…令第326号修正 自2015年1月1日起施行）.

    Returns ``None`` where ``text`` does not begin with one.
    """
    bounds = re.match(rf"\s*[（(](?={HAN_DAY})[^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]", text)
    if bounds is None:
        return None
    steps = list(_STEP.finditer(bounds[0]))
    if not steps:
        return None
    issued = next((step for step in steps if step["what"] in ("发布", "公布", "颁布", "通过")), None)
    amended = tuple(
        Amendment(
            number=_order(step["by"]),
            date=read_day(step["day"]),
            kind="修订" if step["what"] == "修订" else "修正",
        )
        for step in steps
        if step["what"] in ("修正", "修订", "修改")
    )
    stated = [one.day for one in commencements(bounds[0]) if one.day is not None and one.exact]
    return Caption(
        bounds.start(),
        bounds.end(),
        None if issued is None else read_day(issued["day"]),
        None if issued is None else _order(issued["by"]),
        amended,
        stated[0] if stated else None,
    )


def _order(words: str) -> str | None:
    match = re.search(ORDER, words)
    return normalise_number(match[0]) if match else find_number(words)
