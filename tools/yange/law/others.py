"""Words of languages without a pack, and of forms that no pack reads.

They only serve to report that something was not read. When a language gets a pack, its words are removed from here.
"""

from __future__ import annotations

import re

from yange.law.aspects.divisions import Contents, Divisions, GoneWords
from yange.numbering import BLANKS

__all__ = [
    "CITED_PLACE",
    "CITED_START",
    "COUNTED_WORD",
    "FURTHER_PLACE",
    "GOES_ON",
    "HAN_GOES_ON",
    "LATIN_ORDINALS",
    "OF_ARTICLES",
    "OTHER_DIVISIONS",
    "UNREAD_LABELS",
]

_GONE = "削除|삭제|aufgehoben|weggefallen|derogad[oa]s?|suprimid[oa]s?|revogad[oa]s?"

OTHER_DIVISIONS = Divisions(
    contents=Contents(names="(?i:Índice|Sumário)|차례|목차"),
    gone=GoneWords(words=f"(?i:{_GONE})", sentences=f"(?i:{_GONE})", last="除제"),
)
"""Names of tables of contents, and words for a repealed clause."""

_PLACE = r"\d+[a-z]?\b(?: ?(?:bis|ter|quater))?(?:\([a-z0-9]{1,4}\))*"
CITED_PLACE = re.compile(
    r"\b(?i:articles?|art\.|paragraph(?:e?s?)|para\.|points?|alinéas?|lettres?|annexes?|chapitres?|sections?|titres?"
    rf"|considérants?|recitals?|artículos?|artigos?|artikel|absatz|abs\.|nr\.) ?{_PLACE}"
)
"""A clause that is cited, in match keys: its number is a place and no value."""
CITED_START = re.compile(r"\b[AaCcLlNnPpRrSsTt](?=(?i:[ao]r|oi|li|et|nn|ha|ec|it|on|bs|r[t.]))")
"""The character that such a citation begins with."""
FURTHER_PLACE = re.compile(
    rf"(?:, ?(?:and |or |et |ou )?| (?:and|or|to|et|ou|à|y|o|und|oder) |-)({_PLACE})"
    r"(?![\d%]|\.\d| (?:day|week|month|year|hour|per|jour|semaine|mois|an|heure)s?\b)"
)
"""A further one of a list."""

_B = f"[{BLANKS}]"
_HAN = "〇○零一二三四五六七八九十百千两"
_D = r"[0-9０-９]"
_UNIT = (
    r"§{1,2}|Articles?|Art\.|Artículo|Artikel|Artigo|Articolo|Artykuł|Sections?|Sec\.|Rules?|Regulations?|Clause|Bye?-?law"
    r"|Order|Chapter|Part|Title|Schedule|Annex|Appendix|Paragraph|Kapitel|Abschnitt|Titel|Teil|Anlage|Chapitre|Titre"
    r"|Annexe|Capítulo|Capitolo|Título|Titolo|Sección|Sezione|Anexo|Anexa|Parágrafo|Disposición|Статья|Стаття|Глава|Раздел"
    r"|Розділ|Член|Члан|Пункт|Άρθρο|Madde|Điều|Chương|Pasal|Bab|Rozdział|Hlava|Člen|Článek|Článok|Članak|Straipsnis|Pants"
    r"|มาตรา|ข้อ|المادة|סעיף|अनुच्छेद|धारा"
)
_NUMERAL = (
    r"(?:[A-Z]{1,2}\.?[ \u00a0]?)?(?:[0-9๐-๙٠-٩]{1,5}|[IVXLC]{1,7}\b|premier|première|primero|único|única|unique)"
)
UNREAD_LABELS = re.compile(
    rf"(?P<unit>(?:{_UNIT})[ \u00a0]{{0,2}}{_NUMERAL}[\w.\-–º°ª¹²³⁴-⁹]*)"
    rf"|(?P<han>第{_B}{{0,2}}(?:[{_HAN}]{{1,10}}|{_D}{{1,5}}){_B}{{0,2}}(?:编|編|章|节|節|条|條|款|项|目|号|號|部分)"
    rf"(?:[之の][{_HAN}]{{1,4}}|の{_D}{{1,3}})*)"
    rf"|(?P<korean>제{_B}?{_D}{{1,4}}{_B}?(?:조|장|절|관|편|항|호|목)(?:의{_D}{{1,3}})*)"
    rf"|(?P<listed>[（(〔［\[]?(?:[{_HAN}]{{1,4}}|{_D}{{1,3}}[A-Z]{{0,2}}|[甲乙丙丁戊己庚辛壬癸]|[가나다라마바사아자차카타파하])"
    rf"(?:[）)〕］\]]|[、．](?!{_D})|\.(?=[{BLANKS}]|[^\x00-\x7f]|[A-Z—–(]|$)))"
    rf"|(?P<letter>[（(](?:[A-Za-z]{{1,2}}|[ivxlIVXL]{{1,7}})[)）]|(?:[A-Za-z]|[ivxl]{{2,6}}|[IVXL]{{1,7}})[)）.．、](?={_B}))"
    r"|(?P<sign>[①-⑳⒈-⒛⑴-⒇㈠-㈩❶-❿➀-➓㊀-㊉Ⅰ-Ⅻⅰ-ⅻ㈎-㈛㉮-㉻🄀-🄊⓪])"
    rf"|(?P<dotted>(?:[A-Z][.．]{_D}{{1,3}}(?:[.．]{_D}{{1,3}}){{0,7}}|{_D}{{1,3}}(?:[.．]{_D}{{1,3}}){{1,7}})(?![0-9.．%％])(?=[{BLANKS}]|[^\W\d_]|$))"
    rf"|(?P<bare>{_D}{{1,3}}[A-Z]{{0,2}}(?=[{BLANKS}]))"
)
"""The forms of labels in any language; the name of the matching group is the form."""
COUNTED_WORD = re.compile(
    r"(?!(?:Table|Figure|Form|Note|Page|Box|Step|Chart|Map)\b)(?P<word>[^\W\d_\u3400-\u9fff]{2,24})[ \u00a0]{1,2}"
    r"(?P<n>[0-9]{1,4})(?![0-9])[a-z]{0,2}\b\.?"
)
"""A word and a number; if the numbers of such lines count from 1, the word is a name for articles."""
GOES_ON = re.compile(
    r"[ \u00a0](?:Abs|Absatz|Satz|Nr)\b|[,;]|\s*[)）]|[ \u00a0]?\(\d{1,2}\)(?![ \u00a0][A-Z])"
    r"|(?:[款项項目]|の規定|의 규정)"
)
"""Words after such a label in a reference, in any script and in Han characters."""
LATIN_ORDINALS = re.compile(r"[ \u00a0](?:bis|ter|quater|quinquies)\b")
HAN_GOES_ON = re.compile(
    r"[的之、，,和与或及至到中]|规定|規定|所[列述称规]|第|修改|改为|增加|删去|作为|前款|以[上下内外]|除外|[。；]$|[两二三四五六七八九]款"
)
OF_ARTICLES = re.compile(
    r"(?:法|法典|条例|條例|办法|辦法|规定|規定|细则|規則|规则|章程|规程|準則|准则|规范|标准)(?:[（(][^（）()]*[）)])?$"
    r"|\b(?:Act|Code|Law|Rules|Regulations?|Ordinance|Directive|Charter|Statute|Bye?-?laws?)\b",
    re.I,
)
"""The title of an instrument that has clauses."""
