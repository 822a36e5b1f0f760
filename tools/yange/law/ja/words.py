"""The words of Japanese without a dictionary: they end where the script changes from kanji to kana.

Nouns of the law are written in kanji or katakana, what joins them in hiragana, so that 許可を受けた者 is 許可, を,
受, け, た, 者. A library
was not taken: MeCab and Sudachi need dictionaries of 50 MB and more, and cut 許可申請書 differently in two sentences.
"""

from __future__ import annotations

import re

from yange.law.aspects.words import LanguageWords

__all__ = ["WORDS", "cut", "is_word"]

_JOINING = "及び|並びに|又は|若しくは|且つ|乃至"
"""Words for and, or, that begin in kanji: 係留者及び水先人 is 係留者, 及び, 水先人."""
_WORD = re.compile(
    f"(?:{_JOINING})|(?:(?!{_JOINING})[\u3400-\u9fff々])+|[\u30a1-\u30fa\u30fc]+|[A-Za-z]+|[0-9]+|(?s:.)"
)
_NOUN = re.compile("[\u3400-\u9fff々]{2,}|[\u30a1-\u30fa\u30fc]{2,}")


def cut(text: str) -> list[str]:
    """Return the runs of kanji, katakana, letters and figures of a text and its other characters, in order."""
    return _WORD.findall(text)


def is_word(text: str) -> bool:
    """Return whether a text is a run of at least two kanji or katakana."""
    return _NOUN.fullmatch(text) is not None


WORDS = LanguageWords(
    made_under_titles=(
        re.compile(
            r"([^、。()「」\n]{1,40}?(?:法|令|条例|規則))(?:\([^)]*\))?(?:第[^、。]{1,40}?)?(?:の規定)?に基づき、[^。]{0,60}?(?:制定する|定める)"
        ),
    ),
    implementing=(re.compile("施行(?:令|規則)$"),),
    spaced=False,
    cut=cut,
    is_word=is_word,
    heads=frozenset(
        {
            "機関",
            "団体",
            "法人",
            "組合",
            "会社",
            "委員会",
            "審議会",
            "施設",
            "職員",
            "大臣",
            "長官",
            "知事",
            "基金",
            "資金",
            "証明書",
            "許可証",
        }
    ),
    names=("[\u3400-\u9fff々]{2,}", "[\u30a1-\u30fa\u30fc]{2,}"),
    no_terms=("第[^\\W条項号]{1,9}[条項号]", "[\u3041-\u309f]+$", ".*[\u3041-\u309f]$"),
    definitions=(
        re.compile(r"以下(?:[^\"'、。()]{0,20}において)?(?:単に)?[\"']([^\"']{2,30})[\"']と(?:いう|総称する)"),
        re.compile(r"[\"']([^\"']{2,30})[\"']とは、"),
    ),
)
"""The words of Japanese."""
