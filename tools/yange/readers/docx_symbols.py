"""The characters of Word's symbol fonts, whose codes are places in the font and no characters.

The table of Symbol is Adobe's encoding of that font; of Wingdings only what stands for a character of text is listed.
"""

from __future__ import annotations

__all__ = ["symbol"]

_FIRST, _LAST = 0xF000, 0xF0FF
"""The private characters by which Word names the places of a symbol font."""

_SYMBOL_ROWS = {
    0x20: " !∀#∃%&∋()∗+,−./0123456789:;<=>?",
    0x40: "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",
    0x60: "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    0xA0: "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵",
    0xC0: "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑",
    0xF1: "⟩∫",
}
_WINGDINGS_ROWS = {
    0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x45: "☜☞", 0x6C: "●❍■□", 0x71: "❑❒⬧⧫◆❖⬥", 0x80: "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿",
    0x9F: "•", 0xA7: "▪□", 0xAB: "★", 0xD8: "➢", 0xDF: "←→↑↓", 0xE8: "➔", 0xEF: "⇦⇨⇧⇩", 0xFB: "✗✓☒☑",
}  # fmt: skip
_WINGDINGS_2_ROWS = {0x4F: "✗✓", 0x52: "☑☒☒", 0x6A: "⓪①②③④⑤⑥⑦⑧⑨⑩", 0x97: "●", 0xA2: "■□"}
_WEBDINGS_ROWS = {0x61: "✓", 0x63: "□", 0x67: "■"}


def _table(rows: dict[int, str]) -> dict[int, str]:
    return {start + nth: character for start, row in rows.items() for nth, character in enumerate(row)}


_FONTS = {
    "symbol": _table(_SYMBOL_ROWS),
    "wingdings": _table(_WINGDINGS_ROWS),
    "wingdings 2": _table(_WINGDINGS_2_ROWS),
    "webdings": _table(_WEBDINGS_ROWS),
    "wingdings 3": {},
}


def symbol(character: str, font: str) -> str | None:
    """Return the character that a font shows for a character of a file, or ``None`` if it is not known.

    Outside symbol fonts it is the character itself.
    """
    code = ord(character)
    private = _FIRST <= code <= _LAST
    table = _FONTS.get(font.strip().lower())
    if table is None:
        return None if private else character
    if private or code < 0x100:
        return table.get(code - _FIRST if private else code)
    return character
