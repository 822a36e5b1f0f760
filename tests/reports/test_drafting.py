"""A change as drafters write it: the sentence names the clause and quotes words that occur once in it."""

from __future__ import annotations

import pytest

from yange.compare import compare
from yange.compare.result import Band, Change, Edge, Edit, Grade, Operation
from yange.compare.text.vocabulary import law_of_both
from yange.parse import parse
from yange.reports.drafting import NEW_WORDS, drafted
from yange.reports.korean_particles import with_particles
from yange.reports.words import ReportWords

KEEPS = "第一条　为了管理渡口，制定本办法。\n\n第三条　渡船应当按照核定的人数载客，并在船身标明。\n"


def sentences(old: str, new: str, language: str) -> list[str]:
    before, after = parse(old), parse(new)
    law = law_of_both(before, after)
    found = (
        drafted(change, change.old, change.new, ReportWords(language), law) for change in compare(before, after).changes
    )
    return [sentence.replace(NEW_WORDS, "…") for sentence in found if sentence]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "渡工应当年满十八周岁，身体健康。",
            "渡工应当年满二十周岁，身体健康。",
            "将第二条中的“十八周岁”修改为“二十周岁”",
        ),
        ("渡工应当持证上岗并且服从调度。", "渡工应当持证上岗。", "删去第二条中的“并且服从调度”"),
        ("渡工应当持证上岗。", "渡工应当持证上岗并且服从调度。", "在第二条中的“上岗”后增加“并且服从调度”"),
        # the same amount is there twice: the words around it tell which one is meant
        (
            "无证载客的，处200元罚款；超员载客的，处200元罚款。",
            "无证载客的，处200元罚款；超员载客的，处500元罚款。",
            "将第二条中的“超员载客的，处200元”修改为“超员载客的，处500元”",
        ),
        ("渡工应当遵守“先下后上”的规矩，不得抢渡。", "渡工应当遵守“先下后上”的规矩，不得超载。", None),
    ],
)
def test_words_of_an_article(old: str, new: str, sentence: str | None) -> None:
    (found,) = sentences(
        KEEPS.replace("第三条", f"第二条　{old}\n\n第三条"), KEEPS.replace("第三条", f"第二条　{new}\n\n第三条"), "zh"
    )
    if sentence is None:
        assert "“抢渡”修改为“超载”" in found
    else:
        assert found == sentence


def test_whole_articles() -> None:
    more = KEEPS + "\n第四条　本办法自2024年1月1日起施行。\n"
    assert sentences(KEEPS, more, "zh") == ["增加一条，作为第四条：“…”"]
    assert sentences(more, KEEPS, "zh") == ["删去第四条"]
    assert sentences(more, KEEPS, "en") == ["Omit 第四条"]
    moved = KEEPS.replace("第三条", "第二条")
    assert sentences(KEEPS, moved, "zh") == ["将第三条改为第二条"]
    lists = KEEPS + "\n第四条　渡口应当：\n\n（一）设置灯火；\n\n（二）配备救生衣。\n"
    longer = lists.replace("（二）配备救生衣。", "（二）配备救生衣；\n\n（三）张贴告示。")
    assert sentences(lists, longer, "zh") == ["将第四条修改为：“…”"]


def test_english() -> None:
    old = "Article 1\nThe master shall moor the craft within four hours of arrival.\n\nArticle 2\nThe fee is RMB 60.\n"
    new = old.replace("four hours", "three hours").replace("RMB 60", "RMB 75")
    assert sentences(old, new, "en") == [
        "In Article 1, for “four hours” substitute “three hours”",
        "In Article 2, for “RMB 60” substitute “RMB 75”",
    ]


def test_the_heading_of_a_chapter_is_not_the_chapter() -> None:
    old = "## 第一章 总则\n\n第一条　为了便民，制定本办法。\n\n## 第二章 设置的条件\n\n第二条　渡口有路。\n"
    new = old.replace("设置的条件", "设置和撤销的条件")
    assert sentences(old, new, "zh") == ["在第二章的标题中的“设置”后增加“和撤销”"]


LAWS = {
    "fr": ("Article {}", "Le patron amarre la barque dans les quatre heures.",
           "La redevance est de soixante euros par jour."),
    "de": ("§ {}", "Der Schiffer meldet die Ankunft binnen vier Stunden.",
           "Die Gebühr beträgt sechzig Euro für jeden Tag."),
    "es": ("Artículo {}", "El patrón amarra la barca en cuatro horas.", "La tasa es de sesenta euros por cada día."),
    "ja": ("第{}条", "船長は、到着後四時間以内に届け出る。", "使用料は、一日につき六十円とする。"),
    "ko": ("제{}조", "선장은 도착 후 네 시간 이내에 신고하여야 한다.", "사용료는 하루에 육십 원으로 한다."),
    "zh-hant": ("第{}條", "船長應於抵達後四小時內申報。", "使用費每日新臺幣六十元，按日計算。"),
}  # fmt: skip
"""Invented laws of two articles: how an article is numbered, and its words."""


def law(language: str, *changes: tuple[str, str], articles: int = 2) -> str:
    label, *words = LAWS[language]
    numerals = "一二" if label[0] == "第" else "12"
    whole = "\n\n".join(
        f"{label.format(number)}　{sentence}" if label[0] in "第제" else f"{label.format(number)}\n{sentence}"
        for number, sentence in zip(numerals[:articles], words, strict=False)
    )
    for old, new in changes:
        assert old in whole
        whole = whole.replace(old, new)
    return whole + "\n"


@pytest.mark.parametrize(
    ("language", "changes", "sentence"),
    [
        ("fr", ("barque", "chaloupe"), "À l’article 1, le mot « barque » est remplacé par le mot « chaloupe »"),
        (
            "fr",
            ("quatre heures", "deux jours"),
            "À l’article 1, les mots « quatre heures » sont remplacés par les mots « deux jours »",
        ),
        ("fr", (" par jour", ""), "À l’article 2, les mots « par jour » sont supprimés"),
        (
            "fr",
            ("barque", "barque au quai"),
            "À l’article 1, après le mot « barque », sont insérés les mots « au quai »",
        ),
        (
            "de",
            ("vier Stunden", "zwei Tagen"),
            "In § 1 wird die Angabe „vier Stunden“ durch die Angabe „zwei Tagen“ ersetzt",
        ),
        ("de", (" für jeden Tag", ""), "In § 2 wird die Angabe „für jeden Tag“ gestrichen"),
        (
            "de",
            ("Ankunft", "Ankunft im Hafen"),
            "In § 1 wird nach der Angabe „Ankunft“ die Angabe „im Hafen“ eingefügt",
        ),
        (
            "es",
            ("cuatro horas", "dos días"),
            "En el artículo 1, la expresión «cuatro horas» se sustituye por «dos días»",
        ),
        ("es", (" por cada día", ""), "En el artículo 2, se suprime la expresión «por cada día»"),
        ("ja", ("六十円", "八十円"), "第二条中「六十円」を「八十円」に改める"),
        ("ko", ("네 시간", "세 시간"), "제1조 중 “네”를 “세”로 한다"),
        ("zh-hant", ("四小時", "三小時"), "將第一條中之「四小時」修正為「三小時」"),
        ("zh-hant", ("，按日計算", ""), "刪除第二條中之「，按日計算」"),
    ],
)
def test_words_of_an_article_as_each_language_drafts(language: str, changes: tuple[str, str], sentence: str) -> None:
    (found,) = sentences(law(language), law(language, changes), language)
    assert found.replace("\N{NO-BREAK SPACE}", " ") == sentence


@pytest.mark.parametrize(
    ("language", "added", "removed"),
    [
        ("fr", "Il est inséré un article 2 ainsi rédigé : « … »", "L’article 2 est abrogé"),
        ("de", "Folgender § 2 wird eingefügt: „…“", "§ 2 wird aufgehoben"),
        ("es", "Se añade un artículo 2 con la siguiente redacción: «…»", "El artículo 2 queda suprimido"),
        ("ja", "次の一条を第二条として加える。「…」", "第二条を削る"),
        ("ko", "제2조를 다음과 같이 신설한다. “…”", "제2조를 삭제한다"),
        ("zh-hant", "增訂第二條：「…」", "刪除第二條"),
    ],
)
def test_whole_articles_as_each_language_drafts(language: str, added: str, removed: str) -> None:
    one, both = law(language, articles=1), law(language)
    found = sentences(one, both, language) + sentences(both, one, language)
    assert [sentence.replace("\N{NO-BREAK SPACE}", " ") for sentence in found] == [added, removed]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("제6조을(를) 제7항(으)로", "제6조를 제7항으로"),
        ("“배”을(를) “강”(으)로", "“배”를 “강”으로"),
        ("“일”을(를) “길”(으)로", "“일”을 “길”로"),
        ("10을(를) 12(으)로", "10을 12로"),
        ("“x”을(를) “y”(으)로", "“x”을(를) “y”(으)로"),
    ],
)
def test_korean_particles_follow_the_last_sound(text: str, said: str) -> None:
    assert with_particles(text) == said


@pytest.mark.parametrize(
    ("language", "rewritten", "moved"),
    [
        ("fr", "L’article 1 est remplacé par les dispositions suivantes : « … »", "L’article 2 devient l’article 3"),
        ("de", "§ 1 wird wie folgt gefasst: „…“", "§ 2 wird § 3"),
        ("es", "El artículo 1 queda redactado como sigue: «…»", "El artículo 2 pasa a ser el artículo 3"),
        ("ja", "第一条を次のように改める。「…」", "第二条を第三条とする"),
        ("ko", "제1조를 다음과 같이 한다. “…”", "제2조를 제3조로 한다"),
        ("zh-hant", "將第一條修正為：「…」", "將第二條改列為第三條"),
    ],
)
def test_rewritten_and_renumbered_articles(language: str, rewritten: str, moved: str) -> None:
    label, first, _ = LAWS[language]
    names = [label.format(number) for number in ("一二三" if label[0] == "第" else "123")]
    edits = (Edit("delete", first, Grade.SUBSTANTIVE), Edit("insert", "…", Grade.SUBSTANTIVE))
    text, found = parse(law(language)), []
    for operation, old, new, edges in ((Operation.REPLACED, 1, 1, edits), (Operation.RENUMBERED, 2, 3, ())):
        was, now, paths = names[old - 1], names[new - 1], (f"art_{old}", f"art_{new}")
        edge = Edge(was, now, *paths, 0.0, Band.SURE, edges)
        change = Change(operation, (was,), (now,), paths[:1], paths[1:], (edge,))
        sentence = drafted(change, [was], [now], ReportWords(language), law_of_both(text, text))
        found.append(sentence.replace(NEW_WORDS, "…").replace("\N{NO-BREAK SPACE}", " "))
    assert found == [rewritten, moved]
