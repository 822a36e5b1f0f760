"""Make ASCII addresses: pinyin by pypinyin, which reads whole words (重庆 chongqing, 重点 zhongdian).

Syllables are joined into words by the dictionary that comparison uses. Letters of other scripts, and letters with
marks, are written in ASCII by anyascii (Fährverordnung fahrverordnung, 나루터 naluteo); kanji are read as pinyin.
"""

from __future__ import annotations

import re
import unicodedata

from yange.law.zh_hans.words import cut
from yange.names import DEVICES

LONGEST = 60
_READ = re.compile(r"[a-z0-9]+")
_LETTERS = re.compile("[^\\W\\d_A-Za-z\u3400-\u9fff]+")
"""Letters that are neither ASCII nor Han."""


def slug(title: str, longest: int = LONGEST) -> str:
    """Return ``title`` as ASCII words joined by hyphens, cut at a whole word.

    A title without any readable letter or character gives ``text``, and no name of a Windows device is given.
    """
    from anyascii import anyascii  # here, because a comparison needs no address, and pinyin takes a second to load
    from pypinyin import lazy_pinyin

    kept: list[str] = []
    for word in cut(_LETTERS.sub(lambda letters: anyascii(letters[0]), unicodedata.normalize("NFC", title))):
        syllables = lazy_pinyin(word, errors=_ascii_only)
        read = "".join(_READ.findall("".join(syllables).lower()))
        if read and len("-".join([*kept, read])) > longest:
            break
        kept.extend([read] if read else [])
    found = "-".join(kept) or "text"
    return f"{found}-text" if found in DEVICES else found


def joined(name: str) -> str:
    """Return the pinyin of a place name as one word: 深圳 shenzhen."""
    return slug(name).replace("-", "")


def _ascii_only(text: str) -> str:
    return "".join(_READ.findall(text.lower()))
