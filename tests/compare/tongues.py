"""Invented harbour laws in thirteen languages: twelve articles of two sentences each, and ways to type them anew."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["TONGUES", "Tongue", "articles_of", "printed", "typed_anew"]


@dataclass(frozen=True)
class Tongue:
    """One language: how an article is numbered, two forms of sentences, and the words that go into them."""

    label: str
    forms: tuple[str, str]
    who: tuple[str, ...]
    do: tuple[str, ...]
    what: tuple[str, ...]
    gap: str = " "


TONGUES = {
    "en": Tongue(
        "Article {}",
        (
            "{who} shall {do} {what} within {n} days.",
            'Where "{what}" is refused, {who} may {do} it in well-lit water.',
        ),
        (
            "the harbour master", "the pilot", "the berth holder",
            "the toll keeper", "the lamp warden", "the diver",
        ),
        ("inspect", "register", "remove", "repair", "announce", "measure"),
        (
            "the outer mole", "the log of arrivals", "the winter berth",
            "the timber cargo", "the red buoy", "the tug",
        ),
    ),
    "fr": Tongue(
        "Article {}",
        (
            "{who} doit {do} {what} dans un délai de {n} jours.",
            "Lorsque «{what}» est refusé, {who} peut {do} l'objet.",
        ),
        (
            "le capitaine du port", "le pilote", "le plaisancier",
            "le receveur", "le gardien du phare", "le scaphandrier",
        ),
        ("inspecter", "inscrire", "enlever", "réparer", "annoncer", "mesurer"),
        (
            "le môle extérieur", "le journal d'arrivée", "le poste d'hiver",
            "le bois flotté", "le ballon rouge", "le bac",
        ),
    ),
    "de": Tongue(
        "§ {}",
        (
            "{who} hat {what} binnen {n} Tagen zu {do}.",
            "Wird „{what}“ verweigert, darf {who} den Gegenstand {do}.",
        ),
        ("der Hafenmeister", "der Lotse", "der Pächter", "der Zöllner", "der Leuchtwärter", "der Taucher"),
        ("prüfen", "melden", "räumen", "erneuern", "sperren", "messen"),
        ("die Außenmole", "das Fahrtenbuch", "den Winterplatz", "das Flößholz", "die rote Tonne", "die Fähre"),
    ),
    "es": Tongue(
        "Artículo {}",
        (
            "{who} deberá {do} {what} en el plazo de {n} días.",
            "Si se niega «{what}», {who} podrá {do} el objeto.",
        ),
        ("el capitán del puerto", "el práctico", "el patrón", "el recaudador", "el torrero", "el buzo"),
        ("inspeccionar", "inscribir", "retirar", "reparar", "anunciar", "medir"),
        (
            "el muelle exterior", "el diario de llegadas", "la plaza de invierno",
            "la madera", "la boya roja", "la barca",
        ),
    ),
    "nl": Tongue(
        "Artikel {}",
        ("{who} moet {what} binnen {n} dagen {do}.", 'Wordt "{what}" geweigerd, dan mag {who} de zaak {do}.'),
        ("de havenmeester", "de loods", "de huurder", "de tolgaarder", "de lichtwachter", "de duiker"),
        ("keuren", "melden", "opruimen", "herstellen", "afsluiten", "meten"),
        ("de buitenpier", "het aankomstboek", "de winterplaats", "het vlothout", "de rode ton", "de veerpont"),
    ),
    "pt": Tongue(
        "Artigo {}",
        ("{who} deve {do} {what} no prazo de {n} dias.", "Se for recusado «{what}», {who} pode {do} o objeto."),
        ("o capitão do porto", "o piloto", "o locatário", "o cobrador", "o faroleiro", "o mergulhador"),
        ("inspecionar", "inscrever", "retirar", "reparar", "anunciar", "medir"),
        (
            "o molhe exterior", "o diário de chegadas", "o lugar de inverno",
            "a madeira", "a boia vermelha", "a barca",
        ),
    ),
    "it": Tongue(
        "Articolo {}",
        (
            "{who} deve {do} {what} entro {n} giorni.",
            "Se è rifiutato «{what}», {who} può {do} l'oggetto.",
        ),
        ("il capitano del porto", "il pilota", "il conduttore", "l'esattore", "il fanalista", "il palombaro"),
        ("ispezionare", "iscrivere", "rimuovere", "riparare", "annunciare", "misurare"),
        (
            "il molo esterno", "il registro degli arrivi", "il posto d'inverno",
            "il legname", "la boa rossa", "la chiatta",
        ),
    ),
    "et": Tongue(
        "§ {}.",
        (
            "{who} peab {n} päeva jooksul {what} {do}.",
            "Kui „{what}“ on keelatud, võib {who} eseme ise {do}.",
        ),
        ("sadamakapten", "loots", "kai rentnik", "maksukoguja", "tuletornivaht", "tuuker"),
        ("üle vaatama", "registreerima", "kõrvaldama", "parandama", "teatama", "mõõtma"),
        ("välimise muuli", "saabumiste raamatu", "talvise kaikoha", "puidulasti", "punase poi", "praami"),
    ),
    "vi": Tongue(
        "Điều {}.",
        (
            "{who} phải {do} {what} trong thời hạn {n} ngày.",
            "Khi “{what}” bị từ chối, {who} có thể tự {do} vật đó.",
        ),
        ("người quản lý cảng", "hoa tiêu", "người thuê bến", "người thu phí", "người gác đèn biển", "thợ lặn"),
        ("kiểm tra", "đăng ký", "di dời", "sửa chữa", "công bố", "đo đạc"),
        (
            "đê chắn sóng ngoài", "sổ ghi tàu đến", "chỗ đậu mùa đông",
            "kiện gỗ", "phao đỏ", "kế hoạch tàu kéo",
        ),
    ),
    "ko": Tongue(
        "제{}조",
        ('{who}는 {what}을 {n}일 이내에 {do}하여야 한다.', '"{what}"이 거부된 경우 {who}는 이를 {do}할 수 있다.'),
        ("항만 관리자", "도선사 대표", "선석 임차자", "요금 징수자", "등대 관리자", "잠수 작업자"),
        ("검사", "등록", "제거", "수리", "공고", "측정"),
        (
            "외곽 방파제 구간", "입항 기록 장부", "겨울 계류 구역",
            "목재 화물 더미", "붉은 부표 표지판", "예인선 운항 계획",
        ),
    ),
    "ja": Tongue(
        "第{}条",
        (
            "{who}は、{what}を{n}日以内に{do}しなければならない。",
            "「{what}」が拒まれた場合、{who}は、これを{do}することができる。",
        ),
        ("港湾管理者", "水先人", "係留者", "徴収員", "灯台守", "潜水士"),
        ("検査", "登録", "撤去", "修理", "公告", "測定"),
        ("外防波堤", "入港記録簿", "冬季係留場", "木材貨物", "赤色浮標", "曳航船舶"),
        "",
    ),
    "zh": Tongue(
        "第{}条",
        ("{who}应当在{n}日内将{what}{do}完毕。", "“{what}”遭拒绝的，{who}可以自行{do}。"),
        ("港口管理人", "引航人", "泊位承租人", "收费员", "灯塔看守人", "潜水员"),
        ("检查", "登记", "移除", "修理", "公告", "测量"),
        ("外防波堤", "进港记录簿", "冬季泊位", "木材货物", "红色浮标", "拖船航线"),
        "",
    ),
    "zh-Hant": Tongue(
        "第{}條",
        ("{who}應於{n}日內將{what}{do}完畢。", "「{what}」遭拒絕時，{who}得自行{do}之。"),
        ("港口管理人", "引水人", "泊位承租人", "收費員", "燈塔看守人", "潛水員"),
        ("檢查", "登記", "移除", "修理", "公告", "測量"),
        ("外防波堤", "入港紀錄簿", "冬季泊位", "木材貨物", "紅色浮標", "拖船航線"),
        "",
    ),
}  # fmt: skip
_DIGITS = "〇一二三四五六七八九十"


def _number(at: int, language: str) -> str:
    if language not in {"ja", "zh", "zh-Hant"}:
        return str(at)
    tens, ones = divmod(at, 10)
    return (("" if tens == 1 else _DIGITS[tens]) + "十" if tens else "") + (_DIGITS[ones] if ones or not tens else "")


def articles_of(language: str) -> list[str]:
    """Return the articles of the law of a language: no two have the same subject, verb and object."""
    tongue = TONGUES[language]
    found = []
    for at in range(12):
        words = {"who": tongue.who[at % 6], "do": tongue.do[(at * 5 + at // 6) % 6]}
        words |= {"what": tongue.what[(at + at // 6 * 2) % 6], "n": str(10 + at)}
        other = {"who": tongue.who[(at + 3) % 6], "do": tongue.do[(at + 2) % 6], "what": tongue.what[(at * 5 + 1) % 6]}
        first, second = tongue.forms[0].format(**words), tongue.forms[1].format(**other)
        found.append((first[0].upper() + first[1:]) + tongue.gap + second)
    return found


def printed(articles: Sequence[str], language: str) -> str:
    """Return articles as a text, numbered in order."""
    labels = (TONGUES[language].label.format(_number(at, language)) for at in range(1, len(articles) + 1))
    blank = "\u3000" if not TONGUES[language].gap else "\n"
    return "\n\n".join(f"{label}{blank}{words}" for label, words in zip(labels, articles, strict=True)) + "\n"


_QUOTES = {"«": "“", "»": "”", "„": "»", "「": "『", "」": "』"}


def typed_anew(text: str, language: str, dice: random.Random) -> str:
    """Return a text with other blanks, quotes, hyphens and line breaks inside sentences, and not one other word."""
    typed = re.sub("[«»„「」]", lambda match: _QUOTES[match[0]] if dice.random() < 0.5 else match[0], text)
    typed = re.sub('["“”]', lambda _: dice.choice('"“”'), typed).replace("-", "\u2011")
    if not TONGUES[language].gap:
        return typed
    return re.sub(r"(?<=[^\W\d] )(?=[^\W\d])", lambda _: dice.choice(("", "", " ", "\u00a0", "\n")), typed)
