"""Forty invented texts of law in eight languages, with their parts as data: the truth for every file format.

Nothing here is a sentence of a real text. A text is put together from the sentences of its language by counting alone,
so the same forty texts are made on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import count

from yange.parse import escape


class PartKind(StrEnum):
    TITLE = "title"
    CHAPTER = "chapter"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"


@dataclass(frozen=True)
class Part:
    """A part of a text. ``label`` is its number as printed, ``gap`` what stands between number and words."""

    kind: PartKind
    words: str
    label: str = ""
    gap: str = ""
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def printed(self) -> str:
        """The whole part as printed; a table as Markdown rows."""
        if not self.rows:
            return f"{self.label}{self.gap}{self.words}"
        head, *rest = (f"| {' | '.join(row)} |" for row in self.rows)
        return "\n".join((head, f"| {' | '.join('---' for _ in self.rows[0])} |", *rest))


@dataclass(frozen=True)
class InventedText:
    """A text with its parts in order."""

    name: str
    language: str
    parts: tuple[Part, ...]
    heading: str
    """The marks of a chapter's heading in the body: a pack's chapter may be below its part."""

    @property
    def title(self) -> str:
        return self.parts[0].words

    @property
    def body(self) -> str:
        """The body of the version that every format of this text must give."""
        return "\n\n".join(map(self._written, self.parts)) + "\n"

    def _written(self, part: Part) -> str:
        if part.kind is PartKind.TABLE:
            return part.printed
        marks = {PartKind.TITLE: "# ", PartKind.CHAPTER: f"{self.heading} "}
        return marks.get(part.kind, "") + escape(part.printed)

    @property
    def articles(self) -> list[str]:
        """The printed numbers of the articles."""
        return [part.label for part in self.parts if part.kind is PartKind.ARTICLE]


@dataclass(frozen=True)
class _Language:
    """The sentences and the numbering of a language; ``{n}`` in a sentence is a number that differs in each text."""

    tag: str
    titles: tuple[str, ...]
    chapters: tuple[str, ...]
    sentences: tuple[str, ...]
    second: tuple[str, ...]
    intro: str
    items: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]
    last: str
    numbers: tuple[str, str, str]
    """The forms of the numbers of chapters, articles and items, with ``{}`` for the numeral."""
    gaps: tuple[str, str, str]
    han: bool = False
    """Whether the numerals are written in characters."""
    stops: tuple[str, str] = (";", ".")
    """The sign after an item, and after the last one."""


_DIGITS = "零一二三四五六七八九"


def _numeral(value: int, language: _Language, *, item: bool = False) -> str:
    if not language.han:
        return (
            chr(ord("a") + value - 1) if item and "{}" in language.numbers[2] and language.tag == "en" else str(value)
        )
    tens, ones = divmod(value, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else f"{_DIGITS[tens]}十")
    return head + (_DIGITS[ones] if ones or not tens else "")


_ZH = _Language(
    tag="zh-Hans",
    titles=(
        "望海市渡船停靠管理办法",
        "望海市街巷名牌设置规定",
        "望海市公共书屋管理办法",
        "望海市潮间带采集管理规定",
        "望海市夜市摊位管理办法",
        "望海市雨水收集补助办法",
        "望海市古树认养管理规定",
        "望海市社区厨房管理办法",
        "望海市渔网回收管理办法",
        "望海市屋顶绿化奖励办法",
        "望海市灯塔开放管理规定",
        "望海市盐田保护办法",
        "望海市码头货场管理规定",
        "望海市共享工具库管理办法",
    ),
    chapters=("总则", "申请与受理", "日常管理", "监督检查", "附则"),
    sentences=(
        "为了把有关事项管理清楚，结合本市实际，制定本办法。",
        "本市行政区域内的有关活动适用本办法。",
        "市主管部门负责本办法的组织实施，每年公布{n}项重点工作。",
        "申请人应当在开始活动前{n}日提交申请。",
        "主管部门应当自收到申请之日起{n}个工作日内作出答复。",
        "每处场所的面积不得超过{n}平方米。",
        "经营者应当保持场所整洁，并在每日二十二时前清理完毕。",
        "任何人发现设施损坏的，可以拨打公示的电话告知管理单位。",
        "管理单位每季度至少检查{n}次，并把结果张贴在入口处。",
        "违反本办法规定的，由主管部门责令改正，可以处{n}00元罚款。",
        "有关费用由管理单位承担，不得向居民收取。",
        "档案应当保存{n}年，期满后交市档案馆选留。",
    ),
    second=("前款规定的期限遇节假日顺延。", "情况紧急的，可以先行处理，再补办手续。"),
    intro="提交申请应当附下列材料：",
    items=("申请人的姓名和住址", "场所的平面图", "邻近住户的书面意见"),
    table=(("事项", "期限", "单位"), ("受理", "3日", "窗口"), ("答复", "10日", "科室")),
    last="本办法自20{n}年3月1日起施行。",
    numbers=("第{}章", "第{}条", "（{}）"),
    gaps=("　", "　", ""),
    han=True,
    stops=("；", "。"),
)
_ZH_HANT = _Language(
    tag="zh-Hant",
    titles=("望海市渡船停靠管理自治條例", "望海市街巷名牌設置辦法", "望海市屋頂綠化獎勵辦法", "望海市燈塔開放管理辦法"),
    chapters=("總則", "申請及受理", "管理", "附則"),
    sentences=(
        "為管理本市有關事項，特訂定本辦法。",
        "本辦法之主管機關為望海市政府。",
        "申請人應於開始使用前{n}日提出申請。",
        "主管機關應於受理後{n}日內答復申請人。",
        "每處場所之面積不得逾{n}平方公尺。",
        "使用人應維持場所整潔，並於每日晚間十時前清理完畢。",
        "主管機關每季至少檢查{n}次，並公告其結果。",
        "違反本辦法規定者，處新臺幣{n}千元罰鍰。",
        "相關紀錄應保存{n}年，期滿後移交檔案單位。",
    ),
    second=("前項期間遇假日者，順延之。", "情形急迫者，得先行處理，再補辦手續。"),
    intro="申請應檢附下列文件：",
    items=("申請人之姓名及住址", "場所之平面圖", "鄰近住戶之書面意見"),
    table=(("事項", "期限", "單位"), ("受理", "3日", "櫃檯"), ("答復", "10日", "科室")),
    last="本辦法自中華民國一百零九年三月一日施行。",
    numbers=("第{}章", "第{}條", "{}、"),
    gaps=("　", "　", ""),
    han=True,
    stops=("。", "。"),
)
_EN = _Language(
    tag="en",
    titles=(
        "Ferry Moorings (Wanghai) Regulations 2019",
        "Street Name Plates (Wanghai) Regulations 2020",
        "Rain Barrels (Grants) Regulations 2018",
        "Lighthouse Visits Regulations 2021",
        "Fishing Nets (Collection) Regulations 2017",
        "Tool Libraries Regulations 2022",
        "Salt Pans (Protection) Regulations 2016",
        "Night Markets (Stalls) Regulations 2023",
    ),
    chapters=("General provisions", "Applications", "Supervision", "Final provisions"),
    sentences=(
        "These Regulations apply to every landing place in the district of Wanghai.",
        "The Harbour Office shall keep a register of all permits.",
        "An applicant shall apply at least {n} days before the first day of use.",
        "The Office shall answer an application within {n} working days.",
        "No stall may be larger than {n} square metres.",
        "The holder of a permit shall keep the place clean and shall close it before ten in the evening.",
        "The Office shall inspect each place at least {n} times a year.",
        "A person who contravenes these Regulations is liable to a fine of {n}00 crowns.",
        "Records shall be kept for {n} years and then offered to the town archive.",
    ),
    second=(
        "Where the last day is a holiday, the period ends on the next working day.",
        "In an emergency the work may be done first and the application made later.",
    ),
    intro="An application shall state:",
    items=("the name and address of the applicant", "the place and its size", "the opinion of the neighbours"),
    table=(("Matter", "Period", "Desk"), ("Receipt", "3 days", "Counter"), ("Answer", "10 days", "Office")),
    last="These Regulations come into force on 1 March 20{n}.",
    numbers=("Chapter {}", "Article {}", "({})"),
    gaps=(" ", " ", " "),
)
_JA = _Language(
    tag="ja",
    titles=("望海市渡船係留場条例", "望海市街路名板設置条例", "望海市灯台公開条例", "望海市屋上緑化奨励条例"),
    chapters=("総則", "申請", "管理", "雑則"),
    sentences=(
        "この条例は、望海市における施設の管理に関し必要な事項を定める。",
        "この条例において「施設」とは、市長が指定する場所をいう。",
        "使用しようとする者は、使用の日の{n}日前までに市長に申請しなければならない。",
        "市長は、申請を受けた日から{n}日以内に許可するかどうかを決定する。",
        "使用者は、施設を清潔に保たなければならない。",
        "市長は、年に{n}回以上施設を点検するものとする。",
        "使用者は、施設を他人に使用させてはならない。",
        "この条例に違反した者は、{n}万円以下の過料に処する。",
        "記録は、{n}年間保存しなければならない。",
    ),
    second=(
        "市長は、必要があると認めるときは、前項の許可に条件を付することができる。",
        "前項の期間の末日が休日に当たるときは、その翌日をもって期間の末日とする。",
    ),
    intro="申請書には、次に掲げる事項を記載しなければならない。",
    items=("申請者の氏名及び住所", "使用する場所", "使用する期間"),
    table=(("区分", "期間", "窓口"), ("受付", "3日", "窓口"), ("決定", "10日", "課")),
    last="この条例の施行に関し必要な事項は、規則で定める。",
    numbers=("第{}章", "第{}条", "{}"),
    gaps=("　", "　", "　"),
    han=True,
    stops=("", ""),
)
_KO = _Language(
    tag="ko",
    titles=("망해시 나루터 관리 조례", "망해시 등대 개방 조례", "망해시 옥상 녹화 지원 조례"),
    chapters=("총칙", "신청", "관리", "보칙"),
    sentences=(
        "이 조례는 망해시의 시설 관리에 필요한 사항을 정함을 목적으로 한다.",
        "이 조례에서 시설이란 시장이 지정하는 장소를 말한다.",
        "사용하려는 사람은 사용일 {n}일 전까지 시장에게 신청하여야 한다.",
        "시장은 신청을 받은 날부터 {n}일 이내에 허가 여부를 알려야 한다.",
        "사용자는 시설을 깨끗하게 유지하여야 한다.",
        "시장은 시설을 해마다 {n}회 이상 점검하여야 한다.",
        "이 조례를 위반한 사람에게는 {n}만원 이하의 과태료를 부과한다.",
        "기록은 {n}년 동안 보존하여야 한다.",
    ),
    second=("시장은 필요하면 조건을 붙일 수 있다.", "기간의 마지막 날이 공휴일이면 그 다음 날에 기간이 끝난다."),
    intro="신청서에는 다음 각 호의 사항을 적어야 한다.",
    items=("신청인의 이름과 주소", "사용할 장소", "사용할 기간"),
    table=(("구분", "기간", "부서"), ("접수", "3일", "창구"), ("결정", "10일", "담당과")),
    last="이 조례의 시행에 필요한 사항은 규칙으로 정한다.",
    numbers=("제{}장", "제{}조", "{}."),
    gaps=(" ", " ", " "),
    stops=("", ""),
)
_DE = _Language(
    tag="de",
    titles=(
        "Verordnung über Bootsanleger in Wanghai",
        "Verordnung über Straßenschilder in Wanghai",
        "Verordnung über den Besuch des Leuchtturms",
    ),
    chapters=("Allgemeine Vorschriften", "Antrag", "Aufsicht", "Schlussvorschriften"),
    sentences=(
        "Diese Verordnung gilt für alle Anlegestellen der Stadt Wanghai.",
        "Das Hafenamt führt ein Verzeichnis aller Genehmigungen.",
        "Der Antrag ist spätestens {n} Tage vor dem ersten Tag der Nutzung zu stellen.",
        "Das Hafenamt muss innerhalb von {n} Tagen über den Antrag entscheiden.",
        "Kein Stand darf größer als {n} Quadratmeter sein.",
        "Der Inhaber muss den Platz sauber halten und um 22 Uhr schließen.",
        "Das Hafenamt prüft jede Anlegestelle mindestens {n} Mal im Jahr.",
        "Die Unterlagen sind {n} Jahre lang aufzubewahren.",
    ),
    second=(
        "Fällt der letzte Tag auf einen Feiertag, so endet die Frist am nächsten Werktag.",
        "In dringenden Fällen kann die Arbeit vor dem Antrag beginnen.",
    ),
    intro="Der Antrag muss enthalten:",
    items=("den Namen und die Anschrift", "den Ort und die Größe", "die Stellungnahme der Nachbarn"),
    table=(("Sache", "Frist", "Stelle"), ("Eingang", "3 Tage", "Schalter"), ("Antwort", "10 Tage", "Amt")),
    last="Diese Verordnung tritt am 1. März 20{n} in Kraft.",
    numbers=("Kapitel {}", "§ {}", "{}."),
    gaps=(" ", " ", " "),
    stops=(",", "."),
)
_FR = _Language(
    tag="fr",
    titles=("Règlement sur les appontements de Wanghai", "Règlement sur la visite du phare"),
    chapters=("Dispositions générales", "Demande", "Contrôle", "Dispositions finales"),
    sentences=(
        "Le présent règlement s'applique à tous les appontements de la ville de Wanghai.",
        "Le bureau du port tient un registre des autorisations.",
        "La demande est présentée au moins {n} jours avant le premier jour d'utilisation.",
        "Le bureau doit répondre à la demande dans un délai de {n} jours.",
        "Aucun étal ne peut dépasser {n} mètres carrés.",
        "Le titulaire doit tenir le lieu propre et le fermer à vingt-deux heures.",
        "Le bureau contrôle chaque lieu au moins {n} fois par an.",
        "Les dossiers sont conservés pendant {n} ans.",
    ),
    second=(
        "Si le dernier jour est férié, le délai prend fin le jour ouvrable suivant.",
        "En cas d'urgence, les travaux peuvent commencer avant la demande.",
    ),
    intro="La demande indique :",
    items=("le nom et l'adresse du demandeur", "le lieu et sa surface", "l'avis des voisins"),
    table=(("Objet", "Délai", "Service"), ("Réception", "3 jours", "Guichet"), ("Réponse", "10 jours", "Bureau")),
    last="Le présent règlement entre en vigueur le 1er mars 20{n}.",
    numbers=("Chapitre {}", "Article {}", "{}°"),
    gaps=(" ", " ", " "),
)
_ES = _Language(
    tag="es",
    titles=("Reglamento de los atracaderos de Wanghai", "Reglamento de visitas al faro"),
    chapters=("Disposiciones generales", "Solicitud", "Control", "Disposiciones finales"),
    sentences=(
        "El presente reglamento se aplica a todos los atracaderos de la ciudad de Wanghai.",
        "La oficina del puerto lleva un registro de los permisos.",
        "La solicitud se presentará al menos {n} días antes del primer día de uso.",
        "La oficina deberá contestar la solicitud en un plazo de {n} días.",
        "Ningún puesto podrá superar los {n} metros cuadrados.",
        "El titular deberá mantener limpio el lugar y cerrarlo a las veintidós horas.",
        "La oficina revisará cada lugar al menos {n} veces al año.",
        "Los expedientes se conservarán durante {n} años.",
    ),
    second=("Si el último día es festivo, el plazo termina el siguiente día hábil.",
            "En caso de urgencia, la obra podrá comenzar antes de la solicitud."),
    intro="La solicitud indicará:",
    items=("el nombre y el domicilio del solicitante", "el lugar y su superficie", "la opinión de los vecinos"),
    table=(("Asunto", "Plazo", "Servicio"), ("Entrada", "3 días", "Ventanilla"), ("Respuesta", "10 días", "Oficina")),
    last="El presente reglamento entrará en vigor el 1 de marzo de 20{n}.",
    numbers=("Capítulo {}", "Artículo {}", "{})"),
    gaps=(" ", ". ", " "),
)  # fmt: skip


def _text(k: int, title: str, language: _Language) -> InventedText:
    heading = "##" if language.han or language.tag == "ko" else "###"
    return InventedText(f"{language.tag}-{k:02}", language.tag, tuple(_parts(k, title, language)), heading)


def _parts(k: int, title: str, language: _Language) -> Iterator[Part]:
    """Yield the parts of the ``k``-th text: one in three has chapters, one in two items, one in four a table."""
    yield Part(PartKind.TITLE, title)
    sentences = len(language.sentences)
    articles = [(k + j) % sentences if j else 0 for j in range(7 + k % 5)]
    chapters = len(language.chapters) if k % 3 == 0 else 0
    numbers = count(1)
    chapter, article, item = language.numbers
    for j, which in enumerate(articles):
        if chapters and j % 3 == 0 and j // 3 < chapters:
            number = j // 3 + 1
            name = language.chapters[number - 1]
            yield Part(PartKind.CHAPTER, name, chapter.format(_numeral(number, language)), language.gaps[0])
        label = article.format(_numeral(next(numbers), language))
        sentence = language.sentences[which].format(n=3 + (k + j) % 7)
        if j == 4 and k % 2 == 0:
            yield Part(PartKind.ARTICLE, language.intro, label, language.gaps[1])
            for n, words in enumerate(language.items, 1):
                stop = language.stops[n == len(language.items)]
                number = item.format(_numeral(n, language, item=True))
                yield Part(PartKind.ITEM, words + stop, number, language.gaps[2])
            continue
        yield Part(PartKind.ARTICLE, sentence, label, language.gaps[1])
        if j % 4 == 2:
            yield Part(PartKind.PARAGRAPH, language.second[(k + j) % 2])
        if j == 5 and k % 4 == 1:
            yield Part(PartKind.TABLE, "", rows=language.table)
    label = article.format(_numeral(next(numbers), language))
    yield Part(PartKind.ARTICLE, language.last.format(n=10 + k % 10), label, language.gaps[1])


TEXTS: tuple[InventedText, ...] = tuple(
    _text(k, title, language)
    for language in (_ZH, _ZH_HANT, _EN, _JA, _KO, _DE, _FR, _ES)
    for k, title in enumerate(language.titles)
)
