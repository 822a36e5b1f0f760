"""What a Portuguese text says of its own first and last day, and what it does to other instruments.

Portugal: Lei 74/98, art. 2.º (entry into force on the fifth day after publication where the law says nothing else), and
Regras de legística, on final provisions. Brazil: Lei Complementar 95/1998, arts. 8.º and 9.º (clause of commencement;
repeal names the laws), Decreto-Lei 4.657/1942, art. 1.º. The formulas of the European Union are read too.
"""

from __future__ import annotations

import re

from yange.law.pt.citations import ARTICLE_NUMBER
from yange.law.pt.days import DAY, DAYS
from yange.law.pt.numerals import CARDINAL, ORDINAL, cardinal, ordinal
from yange.law.pt.titles import NAMED
from yange.law.romance_effects import EffectWords, RomanceEffects
from yange.model import EventKind

__all__ = ["EFFECTS"]

_KIND = (
    r"(?:lei(?: complementar| constitucional| orgânica)?|decreto(?:-lei| regulamentar| legislativo(?: regional)?)?"
    r"|medida"
    r" provisória|portaria|despacho|regulamento|diretiva|directiva|decisão|resolução|emenda(?: constitucional)?|código"
    r"|diploma|estatuto|deliberação|instrução normativa|convenção|acordo)"
)
_COUNT = rf"(?P<n>[0-9]{{1,3}}|{CARDINAL})(?: \([0-9a-zà-ÿ ]{{1,24}}\))?"
_BEGINS = (
    r"(?:entr(?:a|am|ará|arão) em (?:vigor|vigência)|produz(?:em|irá|irão)?(?: os)?(?: seus)? efeitos?|começa a vigorar"
    r"|vigorar(?:á|ão)?|vigora|(?:aplica(?:m)?-se|é aplicável|são aplicáveis|aplicar-se-á))"
)
_ON = r"(?:,? a partir d[eo]| desde| com efeitos a partir de| em| no| a)?(?: o)?"
_WHAT = r"(?P<what>publicação|promulgação|assinatura|aprovação)"
_ITS = r"(?:d[ae] |à |ao d[ae] |a d[ae] )?(?:data d[ae] |dia d[ae] )?(?:sua |respetiva |respectiva )?"
_ARTICLES = rf"{ARTICLE_NUMBER}(?:(?:,| e| a| ou|, e) (?:o artigo )?{ARTICLE_NUMBER}(?! de [a-z]+ de))*"
_INSIDE = (
    r"(?:, (?:(?:n\.(?:º|os)|§§?) ?[0-9]+\.?[º°o]?(?:(?:, | e )[0-9]+\.?[º°o]?)*|(?:inciso )?[IVX]+(?!\w)|alíneas?"
    r" [a-z]\)"
    r"(?:(?:, | e )[a-z]\))*))*"
)
_PARTS = (
    r"((?:(?:alíneas? [a-z]\)(?:(?:, | e )[a-z]\))* d[oa] |(?:n\.º|§|incisos?) ?[0-9IVX]+\.?[º°o]?(?:(?:, | e"
    r" )[0-9IVX]+\.?[º°o]?)* do )*"
    rf"(?:artigos?|arts?\.) {_ARTICLES}{_INSIDE})|(?:capítulos?|títulos?|sec?ç(?:ão|ões)|anexos?)"
    r" (?:[IVXLC]+|[0-9]+|[A-Z])(?!\w)(?:(?:, | e )(?:[IVXLC]+|[0-9]+|[A-Z])(?!\w))*)"
)
_THESE = r"(?:a presente|o presente|as presentes|os presentes|esta|este)"

WORDS = EffectWords(
    days=DAYS,
    count=lambda word: int(word) if word.isdigit() else cardinal(word) or ordinal(word),
    months={"dia": 0, "semana": -7, "mes": 1, "mês": 1, "ano": 12},
    may_speak=re.compile(
        r"(?i)\b(?:vigor|vigência|vigorar\w*|vigora|vigoram|efeitos?|aplicáve(?:l|is)|aplicam?-se|revog\w+"
        r"|revogam-se|suspens\w+"
        r"|suspend\w+|prorrog\w+|cessa\w*|caduc\w+|repristin\w+|restabelecid\w+|validade|eficácia)\b"
    ),
    sentence=re.compile(
        r"(?:[^.;\n]|\.(?=[0-9a-zà-ÿºª°])|(?<=\b[Aa]rt)\.|(?<=\b[Aa]rts)\.|(?<=\b[Nn])\.|(?<=\b[Ii]nc)\.){1,2000}[.;]?"
    ),
    lead=re.compile(
        rf"^\s*(?:(?:Art\.|Artigo|ARTIGO) ?{ARTICLE_NUMBER}\.?(?: ?[-–—])?\s*)?(?:(?:[0-9]{{1,2}}(?: ?[-–—]|\.|\))"
        r"|§ ?[0-9]+\.?º?(?: ?[-–—])?|Parágrafo único(?:\.| ?[-–—])|[a-z]\)|[IVX]+ ?[-–—]))?\s*"
    ),
    unsure=re.compile(
        r"(?i)\b(?:não|salvo|exceto|excepto|exceção|excepção|ressalvad\w+|(?<!-)se|quando|enquanto|desde que|logo"
        r" que|até que"
        r"|caso|condição|condicionad\w+|condições|sem prejuízo|apenas|somente|pod(?:e|em|erá|erão)|poder|na parte"
        r" em que"
        r"|naquilo|mediante|conforme|orçamento|regulamentação|mantendo|mantém)\b"
    ),
    own=re.compile(
        rf"(?i)\b{_THESE} {_KIND}\b|\b(?:as )?disposições (?:da|do|desta|deste) (?:presente )?{_KIND}"
        r"|\bd[oa] presente \w+|^\W*(?:el[ea]s?)\b"
    ),
    part=re.compile(rf"(?i:(?<!\w){_PARTS})"),
    of_other=re.compile(r"(?i),? d[oa]s? (?!presente)(?:mesm[oa] |referid[oa] )?(?:lei|decreto|código|regulamento)"),
    whole=re.compile(
        rf"(?i)[\W\d]*(?:entrada em vigor\W+)?(?:as disposições (?:da|do) )?(?:(?:{_THESE}|presente|desta|deste)"
        rf" {_KIND}"
        r"(?: (?!que\b|se\b)[a-zà-ÿ-]+){0,4}(?:,[^,]{1,120},)?|el[ea]s?)\W*"
    ),
    joins=re.compile(
        rf"(?i)(?:[\s,;§()«»:-]|\b(?:os?|as?|disposto|disposições|normas?|n[oa]s?|d[oa]s?|e|bem|como|previst[oa]s?"
        rf"|constantes?|presente|dest[ea]|{_KIND})\b)*+"
    ),
    start=re.compile(rf"\b{_BEGINS}{_ON} (?P<day>{DAY})"),
    after=re.compile(
        rf"\b{_BEGINS}"
        r"(?:,? (?:n[oa]|a partir d[oa]) (?:própri[oa] )?(?:mesmo )?(?:dia|data)(?P<next> (?:imediato"
        r"|(?:imediatamente )?seguinte))?"
        rf"|,? (?:n?o|a partir do) (?P<nth>{ORDINAL}|[0-9]{{1,2}}\.?[º°o]?) dia (?:seguinte|posterior|subsequente|após)"
        rf"|,? (?:no prazo de |dentro de |em |após (?:decorridos? )?|decorridos? |passados? )?{_COUNT}"
        r" (?P<unit>dias?|mes(?:es)?"
        r"|mês|anos?"
        r"|semanas?) (?:após|depois|da|a contar(?: da)?|contados|de|seguintes)"
        r"|,? (?:após|com|a partir d[ae]|desde))"
        rf"(?: a| da| de| ao| à)? ?{_ITS}{_WHAT}\b(?: oficial)?"
    ),
    signed=re.compile("promulg|assin|aprova"),
    until=re.compile(
        r"\b(?:vigora(?:m|rá|rão)?|(?:mantém-se|mantêm-se|permanece(?:m)?|fica(?:m)?|terá|tem) (?:em vigor|vigência"
        r"|vigentes?)"
        r"|é válid[oa]|(?:tem|terá) validade|produz(?:em|irá|irão)? efeitos|aplica(?:m)?-se),? até (?:a |ao"
        rf" )?(?P<day>{DAY})"
    ),
    leaves=re.compile(
        r"\b(?:cessa(?:m|rá|rão)? (?:a (?:sua )?vigência|(?:os )?(?:seus )?efeitos|de vigorar|a produção de"
        r" efeitos)|caduca(?:m)?"
        r"|deixa(?:m|rá|rão)? de (?:vigorar|produzir efeitos|estar em vigor))(?: a partir d[eo]| em| a| no)?"
        rf" (?P<day>{DAY})"
    ),
    term=re.compile(
        r"\b(?:vigora(?:m|rá|rão)?|(?:tem|terá) (?:vigência|validade|a duração|duração)|é válid[oa]) (?:pelo"
        r" (?:prazo|período)"
        rf" de |por (?:um (?:prazo|período) de )?|de |durante ){_COUNT} (?P<unit>anos?|mes(?:es)?|mês)\b"
    ),
    first={
        EventKind.REPEAL: re.compile(
            r"(?:(?:É|São|é|são|Fica|Ficam|fica|ficam)(?: também| expressamente| ainda)? revogad[oa]s?|Revoga(?:m)?-se"
            r"|revoga(?:m)?-se)(?: expressamente)?:? "
        ),
        EventKind.SUSPENSION: re.compile(
            r"(?:É|São|é|são|Fica|Ficam|fica|ficam) suspens[oa]s? (?:a (?:vigência|execução|aplicação|eficácia)"
            r" (?=d[oa]s? ))?"
        ),
        EventKind.REVIVAL: re.compile(
            r"(?:É|São|é|são|Fica|Ficam|fica|ficam) (?:repristinad[oa]s?|restabelecid[oa]s?)(?: a vigência(?= d))? "
        ),
    },
    last={
        EventKind.REPEAL: re.compile(
            r",? (?:é|são|fica|ficam|será|serão)(?: também| expressamente)? revogad[oa]s?"
        ),
        EventKind.SUSPENSION: re.compile(r",? (?:é|são|fica|ficam) suspens[oa]s?"),
        EventKind.REVIVAL: re.compile(r",? (?:é|são|fica|ficam) (?:repristinad[oa]s?|restabelecid[oa]s?)"),
    },
    name=re.compile(
        rf"(?:(?:o |a |os |as |O |A |Os |As )?(?P<extent>(?i:{_PARTS}))(?:,? d[oa]s? |,? todos d[oa]s? )(?:(?:mesm"
        r"|referid)[oa]"
        rf" )?(?:Código [^,.;]{{1,60}}, aprovado pel[oa] )?|(?:o |a |os |as |O |A |Os |As |d[oa]s?"
        rf" )?)(?P<title>{NAMED})"
    ),
    between=re.compile(r"(?:,|;)? (?:e|bem como) (?=(?:o|a|os|as)\b)|, (?=(?:o|a|os|as)\b)"),
    said=re.compile(r"\s*[.;]?\s*"),
    day=re.compile(
        rf",? ?(?:[Aa] partir d[eo]|[Cc]om efeitos (?:a partir de|desde|a)|[Dd]esde|[Ee]m|[Aa]) (?P<day>{DAY}),? ?"
    ),
    stays=re.compile(rf",? ?até (?:ao? )?(?:dia )?(?P<day>{DAY})(?: inclusive)?(?:,? |(?=[.;]|$))"),
    validity=re.compile(r"(?i:a (?:vigência|execução|aplicação|eficácia)|os efeitos) (?=d[oa]s? )"),
    lengthens=(
        re.compile(
            rf"(?:É|Fica|é|fica) prorrogad[oa] até (?:a |ao )?(?P<day>{DAY}),? (?:a vigência|o prazo de vigência|a"
            r" validade|os efeitos)"
            rf" d[oa] (?P<title>{NAMED})"
        ),
        re.compile(
            rf"(?:A vigência|O prazo de vigência|a vigência) d[oa] (?P<title>{NAMED}),? (?:é|fica) prorrogad[oa]"
            r" até (?:a |ao )?"
            rf"(?P<day>{DAY})"
        ),
    ),
    left=re.compile(
        r"(?i)\b(?:(?P<effective>(?:(?:pode[m]?|poderá|poderão|poderia|deve[m]?|deverá|deverão|deveria|há[ -]de)"
        r" (?:\w+ )?"
        r"entrar em (?:vigor|vigência)|entr(?:a|am|ará|arão|ada) em (?:vigor|vigência)|começa a vigorar"
        r"|produz(?:em|irá|irão)?(?: os)?(?: seus)? efeitos (?:a partir|desde|em [0-9]|n[oa] (?:dia|data)|com a|[0-9])"
        r"|reporta(?:m)? os seus efeitos|aplica(?:m)?-se (?:a partir|desde) d?[eoa]?\b|(?:é|são) aplicáve(?:l|is) (?:a"
        r" partir|desde)))"
        r"|(?P<expires>cessa(?:m|rá|rão)? (?:a (?:sua )?vigência|de vigorar)|deixa(?:m)? de vigorar"
        r"|caduca(?:m)?\b|deixa(?:m)? de produzir|vigora(?:m|rá|rão)? (?:até|por|pelo|durante)|(?:em vigor|vigência"
        r"|validade) até)"
        r"|(?P<repeals>(?:é|são|fica|ficam|será|serão)(?: \w+){0,2} revogad[oa]s?|revoga(?:m)?-se)"
        r"|(?P<suspends>(?:é|são|fica|ficam)(?: \w+){0,1} suspens[oa]s?\b(?:[^.;]{0,60}? a (?:vigência|aplicação"
        r"|eficácia|execução) d"
        r"| os? (?:artigo|decreto)| a lei)|(?:artigo|decreto|lei)[^.;,]{0,60} (?:é|são|fica|ficam) suspens[oa]s?)"
        r"|(?P<revives>(?:é|são|fica|ficam)(?: \w+){0,1} repristinad[oa]s?)"
        r"|(?P<extends>(?:é|são|fica|ficam)(?: \w+){0,2} prorrogad[oa]s?))"
    ),
    ago=re.compile(
        r"(?i)\b(?:data (?:de|da)|à|após(?: a)?|antes d[ae]|depois d[ae]|desde a|até à|anterior(?:es)? à"
        r"|prévi[ao]s? à|com a|da"
        r"|sua|respetiva|respectiva|dia d[ae]|a)(?: sua| data d[ae])?\s?$|\(\s*$|^\W*$|(?:Art\.|Artigo)"
        r" ?[\w.-]+º?\.?\s?$"
    ),
    quoted=re.compile(r"(?i)\b(?:alterad|aditad|rec?tificad|revogad|republicad)[oa]s? pel[oa]/[oa]\b"),
    general=re.compile(
        r"(?i)\b(?:disposições|normas|legislação) (?:legais )?(?:em contrário|que contrariem|incompatíve(?:l|is))"
    ),
    other=re.compile(
        r"(?i)\b(?:caduca(?:m)?|deixa(?:m)? de produzir|contratos?|licenças?|autorizaç(?:ão|ões)|prazos?|alvarás?"
        r"|certificados?|mandatos?|nomeaç(?:ão"
        r"|ões)|registos?"
        r"|registros?|procedimentos?|processos?|penas?|direitos?|garantias?|procuraç(?:ão|ões)|cargos?)\b"
    ),
)  # fmt: skip
EFFECTS = RomanceEffects(
    words=WORDS,
    article=re.compile(r"\s*(?:#+ *)?(?:Art\.|Artigo|ARTIGO) ?(?:[0-9]|único)"),
    unit=re.compile(r"\s*(?:#+ *)?(?:Art\.|Artigo|§|Parágrafo|[0-9]{1,3}(?: ?[-–—]|[.)])|[a-z]\)|[IVXLC]+ ?[-–—])"),
    last_heading=re.compile(
        r"(?i)\s*(?:#+ *)?.{0,40}(?:disposições|normas?) (?:finais|transitórias|revogatórias?|complementares)"
    ),
    names_a_moment=re.compile(r"(?i)\b(?:quando|após|a partir|seguinte|decorridos)\b"),
    listed_elsewhere=re.compile(r"(?i)\b(?:seguintes|anexos?|constantes?|relacionad[oa]s)\b"),
)
