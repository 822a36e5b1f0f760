"""Boilerplate of Japanese legal texts: clauses that each text has once, and set phrases of penalties and endings."""

from __future__ import annotations

import re

from yange.law.aspects.boilerplate import Boilerplate, StandingClause

__all__ = ["BOILERPLATE"]

_THIS = "この(?:法律|政令|省令|府令|規則|条例|訓令|告示|要綱|規程|命令)"
_HEAD = r"(?:\([^()]{1,30}\))?"

BOILERPLATE = Boilerplate(
    standing=(
        (StandingClause.COMMENCEMENT, re.compile(rf"^{_HEAD}{_THIS}は、[^。]{{2,60}}から施行する。")),
        (StandingClause.PURPOSE, re.compile(rf"^{_HEAD}{_THIS}は、[^。]{{10,400}}を目的とする。")),
        (
            StandingClause.PURPOSE,
            re.compile(rf"^{_HEAD}{_THIS}は、[^。]{{10,200}}(?:について|に関し)必要な事項を定めるものとする。"),
        ),
    ),
    phrases=(
        r"次の各号の(?:いずれか)?(?:一)?に該当する(?:者|とき|場合)(?:は、|には、)?",
        r"次(?:の各号)?に掲げる(?:事項|者|場合|もの)",
        r"(?:[^、。]{1,6}年|[^、。]{1,4}月)以下の(?:懲役|拘禁刑|禁錮)(?:若しくは|又は)?",
        r"[^、。]{1,10}円以下の(?:罰金|過料)(?:に処する。?)?",
        r"又はこれを併科する",
        r"(?:政令|省令|[^、。]{1,6}省令|規則|条例)で定める(?:ところにより|もの|事項)?",
        r"(?:前項|前条|第[^、。]{1,16}[条項])の規定に(?:よる|より|違反した)",
        r"当該各号に定める",
        r"なお従前の例による",
        r"について準用する",
    ),
)
"""The boilerplate of Japanese."""
