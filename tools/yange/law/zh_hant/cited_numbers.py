"""Read clause numbers that texts in traditional characters cite, in match keys: 第十二條之一, 第三條第一項第二款."""

from __future__ import annotations

from yange.law.zh_hans.cited_numbers import ChineseCitedNumbers
from yange.law.zh_hant.script import as_written

__all__ = ["CITED_NUMBERS"]

_N = "[〇零一二兩三四五六七八九十百千0-9]+"
_PLACE = rf"(?:第(?P<article>{_N})條(?:之(?P<within>{_N}))?)?(?:第(?P<para>{_N})項)?(?:第?[(]?(?P<item>{_N})[)]?款)?"
CITED_NUMBERS = ChineseCitedNumbers(as_written, place=_PLACE, item="款", first_item="一、")
"""The cited numbers in Taiwan's order 條, 項, 款. Parts of a citation in the order of Macau are not read."""
