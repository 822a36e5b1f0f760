"""What an Italian text says of its own first and last day, and what it does to other instruments.

Italy: Constitution, art. 73 (entry into force on the fifteenth day after publication where the law says nothing else),
preleggi, arts. 10 and 15; circular on drafting of 20 April 2001, no. 3 (entry into force) and no. 15 (express repeal).
The formulas of San Marino, Ticino and the European Union are read too.
"""

from __future__ import annotations

import re

from yange.law.it.citations import ARTICLE_NUMBER
from yange.law.it.days import DAY, DAYS
from yange.law.it.numerals import CARDINAL, ORDINAL, cardinal, ordinal
from yange.law.it.titles import NAMED
from yange.law.romance_effects import EffectWords, RomanceEffects
from yange.model import EventKind

__all__ = ["EFFECTS"]

_KIND = (
    r"(?:legge(?: costituzionale| regionale| provinciale)?|decreto(?:[- ]legge| legislativo| delegato)?|regolamento"
    r"|direttiva|decisione|ordinanza|codice|testo unico|provvedimento|atto|convenzione|accordo|statuto|deliberazione)"
)
_COUNT = rf"(?P<n>[0-9]{{1,3}}|{CARDINAL})(?: \([0-9a-zàèéìòù]{{1,16}}\))?"
_BEGINS = (
    r"(?:entr(?:a|ano|erà|eranno) in vigore|(?:ha|hanno|avrà|avranno) (?:effetto|efficacia)|acquista(?:no)? efficacia"
    r"|(?:si applica(?:no)?|è applicabile|sono applicabili|si applicherà|si applicheranno)|produc(?:e|ono) effett[oi])"
)
_ON = r"(?:,? a (?:decorrere|partire)(?: dal?|dalla data del)?|,? con (?:effetto|decorrenza) dal?| dal?| il| in data)?"
_WHAT = r"(?P<what>pubblicazione|promulgazione|emanazione|firma|sottoscrizione|adozione)"
_ITS = (
    r"(?:(?:d(?:ella|i|alla)|alla|quello della|quello di|quella della|la) )?(?:data di |giorno della |data della )?"
    r"(?:(?:sua|loro|propria) )?(?:legale |ufficiale )?"
)
_SEQUENCE = rf"(?:(?:[,;]|,? (?:e|ed|o|a)) (?:da |l['’]articolo )?{ARTICLE_NUMBER}(?! (?:gennaio|febbraio|marzo)))*"
_PARTS = (
    rf"((?:articol[oi] {ARTICLE_NUMBER}{_SEQUENCE}(?:, comm[ai] [0-9]+(?:-[a-z]+)?(?:(?:, | e )[0-9]+(?:-[a-z]+)?)*)?"
    r"(?:, letter[ae] [a-z]{1,2}\)(?:(?:, | e )[a-z]{1,2}\))*)?"
    r"|comm[ai] [0-9]+(?:-[a-z]+)?(?:(?:, | e )[0-9]+(?:-[a-z]+)?)*|(?:cap[oi]|titol[oi]|sezion[ei]|allegat[oi])"
    r" (?:[IVXLC]+|[0-9]+|[A-Z])(?!\w)(?:(?:, | e )(?:[IVXLC]+|[0-9]+|[A-Z])(?!\w))*))"
)
_THESE = r"(?:la presente|il presente|le presenti|i presenti|questa|questo|tale)"

WORDS = EffectWords(
    days=DAYS,
    count=lambda word: int(word) if word.isdigit() else cardinal(word) or ordinal(word),
    months={"giorn": 0, "settiman": -7, "mes": 1, "ann": 12},
    may_speak=re.compile(
        r"(?i)\b(?:vigore|vigenza|effett[oi]|efficacia|applica(?:no|bile|bili)?|applicheranno|abrog\w+|sospes[aoei]"
        r"|prorog\w+|cessa\w*|scad\w+|durata|validità|riviv\w+|ripristin\w+|soppress[aoei])\b"
    ),
    sentence=re.compile(
        r"(?:[^.;\n]|\.(?=[0-9a-zà-ù])|(?<=\b[Aa]rt)\.|(?<=\b[Aa]rtt)\.|(?<=\bn)\.|(?<=\bnn)\.|(?<=\bd)\.|(?<=\bl)\."
        r"|(?<=\blett)\.|(?<=\bD)\.|(?<=\bL)\.|(?<=\bLgs)\.|(?<=\blgs)\.|(?<=\bR)\.|(?<=\bP)\.){1,2000}[.;]?"
    ),
    lead=re.compile(
        rf"^\s*(?:\(\()?(?:(?:Art\.|Articolo|ART\.) ?{ARTICLE_NUMBER}\.?(?: ?[-–—])?(?: ?\([^()]{{1,80}}\))?\s*)?"
        r"(?:[0-9]{1,2}(?:-[a-z]+)?[.)]|[a-z]{1,2}\))?\s*"
    ),
    unsure=re.compile(
        r"(?i)\b(?:non|salv[oiae]|eccezione|eccetto|qualora|purché|se|quando|finché|fino a quando|subordinat\w+"
        r"|condizione|condizioni|limitatamente|esclusivamente|esclus[oiae]|previ[ao]|nella parte|in quanto|con decreto"
        r"|ove|pu[oò]|possono|potr\w+|fatt[oiae] salv[oiae]|fermo restando|ferm[ai] restando|comunque)\b"
    ),
    own=re.compile(
        rf"(?i)\b{_THESE} {_KIND}\b|\b(?:le )?disposizioni (?:della|del|di cui alla|di cui al) presente {_KIND}"
        r"|^\W*(?:ess[oa]|ess[ie])\b"
    ),
    part=re.compile(rf"(?i:(?<!\w){_PARTS})"),
    of_other=re.compile(
        r"(?i),? (?:del(?:la|lo)?|dei|delle) (?!presente)(?:[a-z]+ )?(?:legge|decreto|codice|regolamento)"
    ),
    whole=re.compile(
        rf"(?i)[\W\d]*(?:entrata in vigore\W+)?(?:le disposizioni (?:della|del|di cui alla|di cui al) )?"
        rf"(?:(?:{_THESE}|presente) {_KIND}(?: (?!che\b|si\b)[a-zà-ù]+){{0,4}}(?:,[^,]{{1,120}},)?|ess[oaie])"
        rf"(?: (?:(?:entra|entrerà) in vigore(?:,? {DAY},?)?(?: ed?)?|(?:vige|si applica) e))?\W*"
    ),
    joins=re.compile(
        r"(?i)(?:[\s,;§()«»:-]|\b(?:le|la|il|lo|i|gli|disposizion[ei]|norm[ae]|previsioni|disposto|di|cui|al|ai"
        r"|agli|alla"
        rf"|alle|del|dei|degli|della|delle|e|ed|nonché|contenut[eaio]|previst[eaio]|nel|nei|negli|nella|nelle|presente"
        rf"|{_KIND})\b|\b(?:l|all|dell|nell)['’])*+"
    ),
    start=re.compile(rf"\b{_BEGINS}{_ON} (?P<day>{DAY})"),
    after=re.compile(
        rf"\b{_BEGINS}"
        r"(?:,? (?:a (?:decorrere|partire) dal |dal |il |lo )?(?:giorno (?:(?P<next>(?:immediatamente )?successivo"
        r"|seguente)"
        r"|(?:stesso|medesimo))|stesso giorno|medesimo giorno|giorno)"
        rf"|,? (?:a (?:decorrere|partire) dal |dal |il |lo )?(?P<nth>{ORDINAL}|[0-9]{{1,2}}[°º]?) giorno"
        r" (?:successivo|seguente"
        r"|dopo|dalla)"
        rf"|,? (?:a (?:decorrere|partire) (?:da )?|decors[ie] |trascors[ie] |dopo |entro )?{_COUNT}"
        r" (?P<unit>giorn[oi]|mes[ei]"
        r"|ann[oi]|settiman[ae]) (?:dopo|dalla|dal|successivi|a decorrere dalla)"
        r"|,? (?:a (?:decorrere|partire) |con effetto )?(?:dalla|alla) data)"
        rf"(?: a)? ?{_ITS}{_WHAT}\b"
    ),
    signed=re.compile("promulg|emana|firma|sottos|adoz"),
    until=re.compile(
        r"\b(?:(?:rest|riman)(?:a|e|ano|gono)(?: in vigore| efficac[ei])?|(?:ha|hanno|conserva|conservano)"
        r" (?:effetto|efficacia"
        r"|validità)|con (?:effetto|validità)|(?:si applica(?:no)?|è valid[oa]|è in vigore|vige|è efficace"
        r"|è applicabile)),? (?:sino|fino)"
        rf" (?:al|a) (?P<day>{DAY})"
    ),
    leaves=re.compile(
        r"\b(?:cessa(?:no)? (?:di (?:avere|produrre) (?:efficacia|effett[oi])|di applicarsi|di essere in vigore"
        r"|la (?:propria|sua) efficacia)|perd(?:e|ono) efficacia)(?: a (?:decorrere|partire) dal?| dal?| il)?"
        rf" (?P<day>{DAY})"
    ),
    term=re.compile(
        r"\b(?:(?:ha|hanno|avrà) (?:una )?(?:durata|validità|efficacia|effetto) (?:di|per)|(?:resta|rimane|è) in vigore"
        rf" per) {_COUNT} (?P<unit>ann[oi]|mes[ei])\b"
    ),
    first={
        EventKind.REPEAL: re.compile(
            r"(?:(?:È|E['’]|è|Sono|sono) (?:o restano |e restano )?(?:(?:espressamente|altresì|inoltre)"
            r" )?(?:abrogat[oaie])"
            r"|(?:Si abrogano|si abrogano|Si abroga))(?: (?:espressamente|altresì|inoltre))?:? "
        ),
        EventKind.SUSPENSION: re.compile(
            r"(?:È|E['’]|è|Sono|sono) sospes[oaie] (?:(?:l['’]efficacia|l['’]applicazione|gli effetti) (?=del|dell"
            r"|di))?"
        ),
        EventKind.REVIVAL: re.compile(r"(?:È|E['’]|è|Sono|sono) (?:ripristinat[oaie]|richiamat[oaie] in vigore) "),
    },
    last={
        EventKind.REPEAL: re.compile(
            r",? (?:è|e['’]|sono|resta|restano|sarà|saranno) (?:(?:espressamente|altresì) )?abrogat[oaie]"
        ),
        EventKind.SUSPENSION: re.compile(r",? (?:è|e['’]|sono) sospes[oaie]"),
        EventKind.REVIVAL: re.compile(
            r",? (?:riviv(?:e|ono)|(?:è|e['’]|sono) ripristinat[oaie]|riacquista(?:no)? efficacia)"
        ),
    },
    name=re.compile(
        r"(?:(?:[Ll]e disposizioni di cui (?:all['’]|agli |al )|dell['’]|degli |del |il |lo |la |l['’]|i |gli |le "
        r"|Il |Lo |La |L['’]|I "
        r"|Gli |Le"
        rf" |nonché (?:il |la |gli |l['’]))?(?P<extent>(?i:{_PARTS})),? (?:del(?:la|lo)?|dei|delle|dell['’]) ?"
        r"(?:(?:citata|predetta|medesima) )?|(?:il |lo |la |l['’]|i |le |Il |Lo |La |L['’]|I |Le |dell[ao]? |del )?)"
        rf"(?P<title>{NAMED})"
    ),
    between=re.compile(
        r",? (?:ed?|nonché) (?=(?:il|lo|la|l['’]|gli|le|i|articol)\b)|, (?=(?:il|lo|la|l['’]|gli|le|i)\b)"
    ),
    said=re.compile(r"\s*[.;]?\s*"),
    day=re.compile(rf"(?:,? ?(?:A|a|Con|con) (?:decorrere|partire|effetto|decorrenza) dal? (?P<day>{DAY}),? ?)"),
    stays=re.compile(rf",? ?(?:sino|fino) al? (?P<day>{DAY})(?: compreso)?(?:,? |(?=[.;]|$))"),
    validity=re.compile(r"(?i:l['’](?:efficacia|applicazione|esecuzione) |la (?:vigenza|validità) |gli effetti )(?=d)"),
    lengthens=(
        re.compile(
            rf"(?:l['’]|L['’]|la |La )?(?:efficacia|vigenza|validità) del(?:la|lo|l['’])? ?(?P<title>{NAMED}),? è"
            r" (?:ulteriormente )?"
            rf"prorogata (?:fino )?al? (?P<day>{DAY})"
        ),
    ),
    left=re.compile(
        r"(?i)\b(?:(?P<effective>(?:può|possono|potrà|potranno|potrebbe|deve|dovrà|dovrebbe) (?:\w+ )?entrare in vigore"
        r"|(?:determin|fiss|stabilisc|decid|disciplin)(?:a|ano|e|ono) (?:la data (?:di|dell['’]) ?|l['’])"
        r"entrata in vigore"
        r"|entr(?:a|ano|erà|eranno|ata) in vigore|acquista(?:no)? efficacia|(?:ha|hanno|avrà"
        r"|avranno)"
        r" (?:effetto|efficacia) (?:dal|a decorrere)|si applica(?:no)? (?:a decorrere|a partire|dal)|(?:è|sono)"
        r" applicabil[ei] (?:a"
        r" decorrere|a partire|dal))"
        r"|(?P<expires>cessa(?:no)? di (?:avere|produrre|applicarsi|essere)|perd(?:e|ono) efficacia|(?:fino|sino)"
        r" al [0-9]"
        r"|(?:resta|restano|rimane|rimangono) in vigore|durata di|validità di"
        r"|(?:ha|hanno|avrà|avranno) (?:effetto|efficacia|validità) per)"
        r"|(?P<repeals>(?:è|sono|e['’]|resta|restano)(?: \w+){0,2} abrogat[oaie]|si abrogan?o?|(?:è|sono|e['’])"
        r" soppress[oaie])"
        r"|(?P<suspends>(?:è|sono|e['’])(?: \w+){0,1} sospes[oaie])"
        r"|(?P<revives>riviv(?:e|ono)|(?:è|e['’]|sono) ripristinat[oaie])"
        r"|(?P<extends>(?:è|sono|e['’])(?: \w+){0,2} prorogat[oaie]))\b"
    ),
    ago=re.compile(
        r"(?i)\b(?:data (?:di|della)|dalla|dopo|prima|alla|anteriormente|dall['’]|dell['’]|con|dell|giorno (?:della"
        r"|di|dell['’]))"
        r"(?: data)?(?: di| della| dell['’]| la| l['’])?\s?$|l['’]$|\(\s*$|^\W*$|(?:Art\.|Articolo) ?[\w.-]+\.?\s?$"
    ),
    quoted=re.compile(r"(?i)\b(?:ha|hanno) (?:\w+ )?(?:disposto|stabilito|dichiarato)\b"),
    general=re.compile(
        r"(?i)(?:\b(?:tutte le|ogni altra?|le) (?:altre )?(?:disposizion[ei]"
        r"|norm[ae])\b.{0,60}\b)?(?:incompatibil[ei]|in contrasto|contrari[ae])\b"
    ),
    other=re.compile(
        r"(?i)\b(?:contratt[oi]|licenz[ae]|permess[oi]|autorizzazion[ei]|termin[ei]|incaric[oh]i?|certificat[oi]"
        r"|mandat[oi]"
        r"|person[ae]|parol[ae]|period[oi]|procediment[oi]|pena|sanzion[ei]|attività|carica|concession[ei])\b"
    ),
)
EFFECTS = RomanceEffects(
    words=WORDS,
    article=re.compile(r"\s*(?:#+ *)?(?:\(\()?(?:Art\.|Articolo|ART\.|ARTICOLO) ?[0-9IVXu]"),
    unit=re.compile(r"\s*(?:#+ *)?(?:\(\()?(?:Art\.|Articolo|ART\.|[0-9]{1,3}(?:-[a-z]+)?[.)]|[a-z]{1,2}\))"),
    last_heading=re.compile(r"(?i)\s*(?:#+ *)?.{0,40}(?:disposizioni|norme) (?:transitorie|finali|abrogative)"),
    names_a_moment=re.compile(r"(?i)\b(?:quando|dopo|dalla data|a decorrere|successiv[oa]|seguente)\b"),
    listed_elsewhere=re.compile(r"(?i)\b(?:seguenti|allegat[oaie]|tabell[ae]|elenc\w+)\b"),
)
