"""Boilerplate of Korean legal texts: clauses that each text has once, and set phrases of penal provisions."""

from __future__ import annotations

import re

from yange.law.aspects.boilerplate import Boilerplate, StandingClause

__all__ = ["BOILERPLATE"]

_THIS = "이 ?(?:법|영|규칙|조례|고시|훈령|규정|지침)"
_HEAD = r"(?:\([^()]{1,40}\) ?)?"

BOILERPLATE = Boilerplate(
    standing=(
        (StandingClause.COMMENCEMENT, re.compile(rf"^{_HEAD}{_THIS}[은는] [^.]{{2,60}}부터 시행한다")),
        (StandingClause.PURPOSE, re.compile(rf"^{_HEAD}{_THIS}[은는] .{{10,400}}목적으로 한다")),
    ),
    phrases=(
        r"다음 각 ?호의 (?:어느 하나|사항|구분)(?:에 해당하는 (?:자|사람|경우)(?:는|에게는|에는)?)?",
        r"\d{1,2}년 이하의 (?:징역|금고)(?: ?또는)?",
        r"[\d천백만억]{1,8} ?원 이하의 (?:벌금|과태료)(?:에 처한다|를 부과한다)?",
        r"(?:대통령령|총리령|[가-힣]{2,8}부령|조례|규칙)으?로 정하는 바에 따라",
        r"제\d{1,4}조(?:의\d{1,2})?(?:제\d{1,2}항)?(?:을|를) 위반(?:하여|한 (?:자|사람))",
        r"에 관하여 필요한 사항은 (?:대통령령|총리령|[가-힣]{2,8}부령|조례)으?로 정한다",
        r"종전의 (?:규정|예)에 따른다",
    ),
)
"""The boilerplate of Korean."""
