"""Layouts that one country has: each text with a line break a line and with blank lines gives the same units."""

from __future__ import annotations

import pytest

from yange.parse import parse

SWISS = """
Loi sur les bacs
Section 1 Dispositions générales
Art. 1 Objet
1 La présente loi règle les bacs.
2 Elle s'applique:
a. aux bacs publics;
b. aux bacs privés.
Art. 2a Exceptions
1 Le canton prévoit des exceptions.
1bis Il consulte les communes.
Art. 4bis Retrait
Le permis est retiré.
Art. 5 à 7 Abrogés
Art. 8 Entrée en vigueur
Le canton fixe la date de l'entrée en vigueur.
"""
BELGIAN = """
Loi relative aux bacs
Article 1er. § 1er. La présente loi règle les bacs.
§ 2. Le Roi peut étendre la loi.
Art. 2. <L 1999-05-04/31, art. 7, 003> § 1er. On entend par :
1° bac : un bateau;
2° passeur : celui qui conduit.
§ 2. Le Roi précise ces notions.
§ 2bis. Il peut déléguer.
Art. 2bis. Nul ne conduit un bac sans permis.
Art. 3. Le permis est délivré par le ministre.
Art. 3/1. Le ministre peut refuser.
Art. 3/2. Le refus est motivé.
Art. 4. Le permis dure un an.
"""
MEXICAN = """
LEY DE BARCAS
TÍTULO PRIMERO
DISPOSICIONES GENERALES
Artículo 1.- La presente Ley es de orden público.
Artículo 2.- Para los efectos de esta Ley se entenderá por:
I. Barca: la embarcación;
II. Barquero: quien la conduce, y
III Bis. Muelle: el lugar de atraque.
IV. a VI. (Se derogan).
Artículo 3 Bis.- La Secretaría tendrá las atribuciones siguientes:
I.- Otorgar permisos:
a) De día, y
b) De noche;
II.- Vigilar.
Artículo 4o.- Se deroga.
Artículo 4o. Bis.- El permiso dura un año.
Artículo 5–A.- El barquero lleva licencia.
Artículo reformado DOF 17-12-2015. Fe de erratas DOF 13-01-2016
3 de 9
Artículo 6.- La licencia se renueva
cada año.
Párrafo adicionado DOF 30-01-2018
Artículo 7.- La renovación es gratuita.
TRANSITORIOS
PRIMERO.- La presente Ley entrará en vigor al día siguiente de su publicación.
SEGUNDO.- Se abroga la Ley de Barcas de 1950.
"""
PERUVIAN = """
RESOLUCIÓN DE BARCAS
Artículo 1.- Apruébase el reglamento de barcas, que forma parte de la presente resolución.
Artículo 2.- Publíquese la presente resolución.
Texto Único Ordenado del Reglamento General de las Barcas
ANEXO – RESOLUCIÓN DE BARCAS
Artículo 1.- Las barcas llevan licencia.
Artículo 2.- La licencia dura un año.
"""
IRISH = """
Finance Act, 2019
1.—(1) Income tax is charged.
(2) The rate is ten per cent.
2.—Duties are abolished.
3.—The agreement in the Schedule is confirmed.
SCHEDULE
Agreement
Article 1.
Income is exempt.
Article 2.
This agreement ends in 2030.
"""
COLOMBIAN = """
DECRETO DE BARCAS
Artículo treintaitrés. Las barcas llevan licencia.
Artículo treintaicuatro. La licencia dura un año.
Artículo treinta y cinco. La licencia se renueva.
"""
AUSTRIAN = """
Fährengesetz
§ 1. (1) Fähren sind Boote.
(2) Dieses Gesetz gilt für
1. öffentliche Fähren;
2. private Fähren.
§ 2. (1) Fähren bedürfen einer Bewilligung nach
a) der Verordnung oder
b) dem Vertrag.
(2) Die Bewilligung gilt ein Jahr.
"""
PACKAGE = """
Bundesgesetz über Fähren
Artikel I
§ 1. (1) Fähren sind Boote.
(2) Stege sind keine.
§ 1a. Fähren haben eine Glocke.
§ 2. Fähren bedürfen einer Bewilligung.
Artikel II
§ 3. Die Bewilligung gilt ein Jahr.
Artikel III
(1) Dieses Bundesgesetz tritt am 1. März 2027 in Kraft.
(2) Die Behörde macht das kund.
"""
TREATY = """
Verordnung über Fähren
Artikel 1
(1) Ein Antrag hat:
a) eine Angabe:
(i) des Namens;
(ii) des Hafens;
b) eine Zeichnung:
(i) des Bootes;
(ii) des Steges.
Artikel 2
Anträge sind frei.
"""
AUSTRALIAN = """
Ferry Tax Act 1997
Chapter 1—Introduction
Part 1-1—Preliminary
Division 1—Preliminary
1-1 Short title
This Act may be cited as the Ferry Tax Act 1997.
1-7 Commencement
This Act commences on 1 July 1997.
Part 1-3—Core provisions
Division 4—How to work out the tax
4-1 Who must pay
Ferry owners must pay.
4-10 How much
(1) The tax is the rate for the year.
(2) The rate is in section 12-25.
4-25A Special rates
They are lower.
Chapter 2—Collection
Part 2-1—Payment
Division 8—Days of payment
8-1 When it is due
The tax is due on 1 July.
"""
AMERICAN = """
SEC. 101. FERRIES.
(a) In general.—The Secretary shall—
(1) make—
(A) rules; and
(B) orders; and
(2) act.
(b) Exception.—
(1) This section has none.
SEC. 102. REPORTS.
The Secretary shall report.
"""
BRAZILIAN = """
LEI DAS BALSAS
Art. 1º Esta lei trata das balsas.
§ 1º São balsas:
I - as de madeira;
II - as de ferro.
§ 2º Os barcos não são balsas.
Art. 2º As balsas têm licença.
Parágrafo único. A licença vale um ano.
"""
SCHEDULED = """
Ferries Act 2023
1 Ferry licences
(1) The Schedule makes provision about licences.
2 Short title
(1) This Act may be cited as the Ferries Act 2023.
SCHEDULE
Section 1
Ferry licences
PART 1
Grant
1 A licence is granted by the harbour authority.
2 A licence lasts a year.
"""
LUXEMBOURG = """
Loi sur les bacs
Art. 1er.
(1)
Il y a deux bacs :
1. le premier ;
2. le second.
(2)
Les bacs sont libres.
Le prix est fixé par règlement.
(3)
Les bacs ont une cloche.
Art. 2.
Texte.
"""
KOREAN = """
나루법
제1조(공고) ① 시장은 다음 각 호를 공고한다.
1. 나루
2. 배
② 시장은 다음 각 호를 정한다.
1. 삯
2. 때
제2조(기타) ① 배에는 종을 둔다.
② 종은 쇠로 한다.
"""
LIECHTENSTEIN = """
Fährengesetz
Art. 1 Zweck
1) Das Gesetz regelt Fähren.
Art. 1bis Begriffe
1) Fähre ist ein Boot.
2) Steg ist ein Ufer.
Art. 2ter Ausnahmen
Keine.
"""
BRITISH = """
Ferries Act 2019
Be it enacted as follows:—
PART 1
LICENCES
1 Duty to be licensed
(1) A person must not operate a ferry without a licence.
(2) A person who does so—
(a) commits an offence, and
(b) is liable to a fine.
2.—(1) An application must—
(a) be in writing, and
(b) state the route.
(2) The fee is £60.
3 Commencement
This Act comes into force on 1 May 2019.
SCHEDULES
SCHEDULE 1
Sections 1(2) and 2
APPLICATIONS
Part 1
Form
1 An application must state the name of the ferry.
2 (1) The authority may require more.
(2) It must give reasons.
Part 2
Fees
3 The authority may waive the fee.
SCHEDULE 2
Section 3
REPEALS
1 The Boats Act 1990 is repealed.
2 The Oars Act 1991 is repealed.
"""
INDIAN = """
THE FERRIES ACT, 2019
BE it enacted by Parliament as follows:—
1. Short title.—(1) This Act may be called the Ferries Act, 2019.
(2) It extends to the whole of the coast.
2. Licences.—No person shall ply a ferry without a licence.
1[2A. Powers.—The Board may inspect ferries.]
3A and 3B. [Omitted.]
4. Penalty.—Whoever contravenes this Act shall be punished.
5. * * * * *
6. Tolls.—Tolls are paid at the landing.
*7. Recovery.—Tolls are recovered as arrears.
7-A. Review.- The Board may review its orders.
8-9. [Repealed by Act 5 of 1940.]
10. Forms.—Forms may be short.
"""
UNION = """
REGULATION ON FERRIES
Article 1
1. The list shall contain:
1. the name;
2. the length;
3. the owner.
2. The list shall be public.
3. Each entry shall be made by:
1. the owner;
2. the master.
4. Entries shall be dated.
Article 2
This Regulation shall apply from 1 May 2019.
"""

CASES = [
    ("Swiss", "fr", SWISS, ["Art. 1", "Art. 2a", "Art. 4bis", "Art. 5 à 7", "Art. 8"],
     ["sec_1__art_1__item_1", "sec_1__art_1__item_2__subitem_2", "sec_1__art_2-1__item_1-1"]),
    ("Belgian", "fr", BELGIAN,
     ["Article 1er.", "Art. 2.", "Art. 2bis.", "Art. 3.", "Art. 3/1.", "Art. 3/2.", "Art. 4."],
     ["art_1__item_1", "art_1__item_2", "art_2__item_1__subitem_2", "art_2__item_2", "art_2__item_2-1"]),
    ("Mexican", "es", MEXICAN,
     ["Artículo 1.-", "Artículo 2.-", "Artículo 3 Bis.-", "Artículo 4o.-", "Artículo 4o. Bis.-", "Artículo 5–A.-",
      "Artículo 6.-", "Artículo 7.-"],
     ["part_1__art_2__item_1", "part_1__art_2__item_3-1", "part_1__art_2__item_4-to-6",
      "part_1__art_3-1__item_1__subitem_2", "part_1__art_3-1__item_2", "annex_transitorios__art_2"]),
    ("Peruvian", "es", PERUVIAN, ["Artículo 1.-", "Artículo 2.-"], ["annex_1__art_1", "annex_1__art_2"]),
    ("Colombian", "es", COLOMBIAN,
     ["Artículo treintaitrés.", "Artículo treintaicuatro.", "Artículo treinta y cinco."], ["art_33", "art_35"]),
    ("Austrian", "de", AUSTRIAN, ["§ 1.", "§ 2."],
     ["art_1__item_1", "art_1__item_2__subitem_2", "art_2__item_1__subitem_2", "art_2__item_2"]),
    ("Austrian package", "de", PACKAGE, ["§ 1.", "§ 1a.", "§ 2.", "§ 3.", "Artikel III"],
     ["part_1__art_1__item_2", "part_1__art_1-1", "part_2__art_3", "art_3__item_2"]),
    ("treaty", "de", TREATY, ["Artikel 1", "Artikel 2"],
     ["art_1__item_1__subitem_1__subitem_2", "art_1__item_1__subitem_2__subitem_2"]),
    ("Australian", "en", AUSTRALIAN, ["1-1", "1-7", "4-1", "4-10", "4-25A", "8-1"],
     ["chp_1__part_1-1__sec_1__art_1-7", "chp_1__part_1-3__sec_4__art_4-10__item_2",
      "chp_2__part_2-1__sec_8__art_8-1"]),
    ("American", "en", AMERICAN, ["SEC. 101.", "SEC. 102."],
     ["art_101__item_1__subitem_1__subitem_2", "art_101__item_1__subitem_2", "art_101__item_2__subitem_1"]),
    ("Brazilian", "pt", BRAZILIAN, ["Art. 1º", "Art. 2º"],
     ["art_1__intro", "art_1__para_1__item_2", "art_1__para_2", "art_2__intro", "art_2__para_1"]),
    ("scheduled", "en", SCHEDULED, ["1", "2"], ["annex_1__part_1__art_2"]),
    ("Luxembourg", "fr", LUXEMBOURG, ["Art. 1er.", "Art. 2."],
     ["art_1__item_1__subitem_2", "art_1__item_2", "art_1__item_3"]),
    ("Korean", "ko", KOREAN, ["제1조", "제2조"],
     ["art_1__para_1__item_2", "art_1__para_2__item_2", "art_2__para_1", "art_2__para_2"]),
    ("Liechtenstein", "de", LIECHTENSTEIN, ["Art. 1", "Art. 1bis", "Art. 2ter"], ["art_1__item_1", "art_1-1__item_2"]),
    ("British", "en", BRITISH, ["1", "2.—", "3"],
     ["part_1__art_1__item_2__subitem_1", "part_1__art_2__item_1__subitem_2", "part_1__art_2__item_2",
      "annex_1__part_1__art_2__item_1", "annex_1__part_2__art_3", "annex_2__art_1"]),
    ("Irish", "en", IRISH, ["1.—", "2.—", "3.—"], ["art_1__item_1", "art_1__item_2"]),
    ("Indian", "en", INDIAN,
     ["1.", "2.", "1[2A.", "3A and 3B.", "4.", "5.", "6.", "*7.", "7-A.", "8-9.", "10."],
     ["art_1__item_2", "art_2-1", "art_3-1-to-3-2"]),
    ("European", "en", UNION, ["Article 1", "Article 2"],
     ["art_1__item_1__subitem_3", "art_1__item_2", "art_1__item_3__subitem_2", "art_1__item_4"]),
]  # fmt: skip


@pytest.mark.parametrize(("place", "language", "text", "labels", "paths"), CASES, ids=[case[0] for case in CASES])
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["lines", "paragraphs"])
def test_the_units_of_a_layout(
    place: str, language: str, text: str, labels: list[str], paths: list[str], gap: str
) -> None:
    parsed = parse(text.strip().replace("\n", gap), language)
    assert [unit.label for unit in parsed.primary] == labels
    assert [path for path in paths if parsed.at(path) is None] == []


def test_a_heading_without_a_number_stays_in_the_part_above_it() -> None:
    lines = """# Ferries Act 2011
## PART 1 — LICENCES
### General
#### Duty
##### 1
Text.
#### Accounts
##### 2
Text.
## PART 2 — FUNDS
### Reserves
##### 3
Text."""
    text = lines.replace("\n", "\n\n")
    paths = [unit.path for unit in parse(text, "en").primary]
    assert paths == ["part_1__art_1", "part_1__art_2", "part_2__art_3"]


def test_a_heading_of_the_same_level_ends_the_chapter_above_it() -> None:
    text = "# Ferries Act\n\n## CHAPTER I\n\nArticle 1\n\nText.\n\n## Final words\n\nArticle 2\n\nText."
    assert [unit.path for unit in parse(text, "en").primary] == ["chp_1__art_1", "art_2"]


@pytest.mark.parametrize("line", ["§ 2 est applicable", "3 mois après", "12 La"])
def test_what_is_no_paragraph_of_a_swiss_article(line: str) -> None:
    parsed = parse(f"Loi sur les bacs\nArt. 1 Objet\nLe délai est fixé au\n{line}\nArt. 2 Fin\nTexte.", "fr")
    assert [unit.label for unit in parsed.primary] == ["Art. 1", "Art. 2"]
    assert not parsed.primary[0].children
