"""Amending sentences in French, and what they make of a text, as a lawyer would consolidate it by hand."""

from __future__ import annotations

import pytest

from yange.amending import amend, read_instructions

TEXT = """# Règlement du bac

Article 1er

Le bac appartient à la ville. Il est amarré au quai.

Il circule chaque jour.

Article 2

Le tarif est de cinq euros pour :

1° Les piétons ;

2° Les cyclistes ;

3° Les voitures :

a) de moins d’une tonne ;

b) de plus de trois tonnes.

Le tarif est dû au départ.

Article 3

I. – Le maire nomme le passeur. Le passeur obéit au maire.

II. – Le passeur tient un registre.

Article 4

Le présent règlement entre en vigueur le 1er janvier 2020.
"""
FIRST = "Le bac appartient à la ville. Il est amarré au quai.\n"
SECOND = "Il circule chaque jour.\n"
REGISTER = "II. – Le passeur tient un registre.\n"
LAST = "Le présent règlement entre en vigueur le 1er janvier 2020."
MAYOR = "I. – Le maire nomme le passeur. Le passeur obéit au maire.\n"


def flat(text: str) -> str:
    """Return a text with a line for each paragraph."""
    return "\n".join(line for line in text.split("\n") if line.strip())


def made(instructions: str) -> str:
    """Return the amended text, or the codes and lines of what is refused."""
    found, problems = read_instructions(instructions, "x.txt")
    if not problems:
        result = amend(TEXT, found, "x.txt", "fr")
        if result.body is not None:
            return flat(result.body)
        problems = result.problems
    return " ".join(f"{problem.code}:{problem.line}" for problem in problems)


@pytest.mark.parametrize(
    ("sentence", "was", "now"),
    [
        ("À l'article 2, le mot : « cinq » est remplacé par le mot : « six ».", "cinq euros", "six euros"),
        ("A l’article 2, les mots \"cinq euros\" sont remplacés par les mots \"six euros\".", "cinq euros",
         "six euros"),
        ("À l'article 2 du règlement du 1er janvier 2020 susvisé, le mot : « cinq » est remplacé par le mot : « six ».",
         "cinq euros", "six euros"),
        ("À l'article 2, alinéa 1er, le mot « cinq » est remplacé par le mot « six ».", "cinq euros", "six euros"),
        ("À l'article 2 du même règlement, le mot : « cinq » est remplacé par le mot : « six ».", "cinq", "six"),
        ("Au 1° de l'article 2, le mot : « piétons » est remplacé par les mots : « gens à pied ».", "piétons",
         "gens à pied"),
        ("Au a du 3° de l'article 2, les mots : « d'une tonne » sont remplacés par les mots : « de deux tonnes ».",
         "moins d’une tonne", "moins de deux tonnes"),
        ("À l'article 2, 3°, a), les mots «d'une tonne» sont remplacés par les mots «de deux tonnes».",
         "moins d’une tonne", "moins de deux tonnes"),
        ("Au premier alinéa de l'article 1er, après le mot : « ville », sont insérés les mots : « et au port ».",
         "la ville.", "la ville et au port."),
        ("Au premier alinéa de l'article 1er, après le mot : « ville », il est inséré le mot : « , hélas ».",
         "la ville.", "la ville, hélas."),
        (("À la première phrase du premier alinéa de l'article 1er, le mot : « ville » est remplacé par le mot :"
         " « commune »."), "la ville.", "la commune."),
        ("Au I de l'article 3, les mots : « au maire » sont supprimés.", "obéit au maire.", "obéit."),
        ("Au I de l'article 3, le mot : « passeur » est remplacé, à chaque occurrence, par le mot : « batelier ».",
         "nomme le passeur. Le passeur", "nomme le batelier. Le batelier"),
        ("À la seconde phrase du I de l'article 3, le mot : « passeur » est remplacé par le mot : « batelier ».",
         "Le passeur obéit", "Le batelier obéit"),
        ("À la fin du premier alinéa de l'article 1er, les mots : « au quai » sont supprimés.", " au quai.", "."),
        ("À l'article 4, l'année : « 2020 » est remplacée par l'année : « 2021 ».", "2020", "2021"),
        ("Dans l'ensemble du règlement, le mot : « bac » est remplacé, à chaque occurrence, par le mot : « bateau ».",
         "bac", "bateau"),
        ("L'article 4 est ainsi rédigé : « Art. 4. - Il est affiché. »", LAST, "Il est affiché."),
        ("L'article 4 est remplacé par les dispositions suivantes :\n« Article 4\n« Il est affiché.\n« Il est lu. »",
         LAST,
         "Il est affiché.\nIl est lu."),
        ("Le II de l'article 3 est ainsi rédigé :\n« II. – Le passeur tient deux registres. »", "un registre",
         "deux registres"),
        ("À l'article 2, le b du 3° est ainsi rédigé : « b) de plus de deux tonnes. »", "trois", "deux"),
        ("Le deuxième alinéa de l'article 1er est ainsi rédigé : « Il circule la nuit. »", "chaque jour", "la nuit"),
        ("Le second alinéa de l'article 1er est supprimé.", SECOND, ""),
        ("À l'article 1er, le second alinéa est supprimé.", SECOND, ""),
        ("La seconde phrase du premier alinéa de l'article 1er est supprimée.", " Il est amarré au quai.", ""),
        ("À l'article 3, le II est abrogé.", REGISTER, ""),
        ("Le 2° de l'article 2 est supprimé.", "2° Les cyclistes ;\n", ""),
        ("Les 1° et 2° de l'article 2 sont abrogés.", "1° Les piétons ;\n2° Les cyclistes ;\n", ""),
        ("L'article 3 est abrogé.", f"Article 3\n{MAYOR}{REGISTER}", ""),
        ("Est abrogé l'article 3.", f"Article 3\n{MAYOR}{REGISTER}", ""),
        ("Les articles 3 et 4 sont abrogés.", f"\nArticle 3\n{MAYOR}{REGISTER}Article 4\n{LAST}", ""),
        ("Les articles 3 à 4 sont abrogés.", f"\nArticle 3\n{MAYOR}{REGISTER}Article 4\n{LAST}", ""),
        ("Après l'article 3, il est inséré un article 3 bis ainsi rédigé :\n« Art. 3 bis. – Le bac est assuré. »",
         REGISTER,
         f"{REGISTER}Article 3 bis\nLe bac est assuré.\n"),
        ("Après l’article 3, il est inséré un article 3-1 ainsi rédigé :\n« Art. 3-1. – Un.\n« Deux. »", REGISTER,
         f"{REGISTER}Article 3-1\nUn.\nDeux.\n"),
        (("Après l'article 3, sont insérés deux articles 3 bis et 3 ter ainsi rédigés :\n« Art. 3 bis. – Un.\n"
         "« Art. 3 ter. – Deux. »"), REGISTER, f"{REGISTER}Article 3 bis\nUn.\nArticle 3 ter\nDeux.\n"),
        ("Il est ajouté un article 5 ainsi rédigé : « Art. 5. – Fin. »", LAST, f"{LAST}\nArticle 5\nFin."),
        ("Après le 2° de l'article 2, il est inséré un 2° bis ainsi rédigé : « 2° bis Les cavaliers ; »",
         "cyclistes ;\n",
         "cyclistes ;\n2° bis Les cavaliers ;\n"),
        ("L'article 1er est complété par un alinéa ainsi rédigé : « Il est gratuit. »", SECOND,
         f"{SECOND}Il est gratuit.\n"),
        ("L'article 2 est complété par deux alinéas ainsi rédigés :\n« Un.\n« Deux. »", "au départ.\n",
         "au départ.\nUn.\nDeux.\n"),
        ("Après le premier alinéa de l'article 1er, il est inséré un alinéa ainsi rédigé : « Il est gratuit. »", FIRST,
         f"{FIRST}Il est gratuit.\n"),
        ("Le premier alinéa de l'article 1er est complété par une phrase ainsi rédigée : « Il est vieux. »", FIRST,
         f"{FIRST.strip()} Il est vieux.\n"),
        (("Après la première phrase du premier alinéa de l'article 1er, il est inséré une phrase ainsi rédigée :"
         " « Il est vieux. »"), "la ville.", "la ville. Il est vieux."),
        ("Le premier alinéa de l'article 1er est complété par les mots : « du port ».", "au quai.", "au quai du port."),
        ("L'article 4 devient l'article 5.", "Article 4", "Article 5"),
        ("Le 3° de l'article 2 devient le 4°.", "3° Les", "4° Les"),
    ],
)  # fmt: skip
def test_what_a_sentence_does(sentence: str, was: str, now: str) -> None:
    plain = flat(TEXT)
    assert made(sentence) == plain.replace(was, now) != plain


def test_a_decision_names_an_article_and_lists_its_changes() -> None:
    decision = """Le règlement du 1er janvier 2020 susvisé est ainsi modifié :
1° L'article 1er est ainsi modifié :
a) Au premier alinéa, le mot : « ville » est remplacé par le mot : « commune » ;
b) Le second alinéa est supprimé ;
2° L'article 3 est ainsi modifié : a) Au I, le mot : « nomme » est remplacé par : « choisit » ; b) Le II est abrogé.
"""
    expected = flat(TEXT).replace("la ville", "la commune").replace(SECOND, "").replace("nomme", "choisit")
    assert made(decision) == expected.replace(REGISTER, "")


@pytest.mark.parametrize(
    "sentence",
    [
        "À l'article 2, le mot : « cinq » est remplacé par le mot : « six » et le mot : « dû » par le mot : « payé ».",
        (
            "À l'article 2, les mots : « cinq » et « dû » sont respectivement remplacés par les mots : « si"
            "x » et « payé »."
        ),
        (
            "À l'article 2, le mot : « cinq » est remplacé par le mot : « six », et le mot : « dû » est rem"
            "placé par « payé »."
        ),
    ],
)
def test_two_changes_in_a_sentence(sentence: str) -> None:
    assert made(sentence) == flat(TEXT).replace("cinq", "six").replace(" dû", " payé")


def test_the_second_half_of_a_sentence_goes_on_with_the_article() -> None:
    sentence = (
        "Au 2° de l'article 2, après le mot : « cyclistes », sont insérés les mots : « et cavaliers », et au 1°, "
        "le mot : « piétons » est remplacé par le mot : « marcheurs »."
    )
    assert made(sentence) == flat(TEXT).replace("cyclistes", "cyclistes et cavaliers").replace("piétons", "marcheurs")


@pytest.mark.parametrize(
    ("instructions", "codes"),
    [
        ("Merci d'améliorer l'article 2.", "amend-form:1"),
        ("Au même alinéa, le mot : « x » est supprimé.", "amend-form:1"),  # of which article?
        ("Le présent article est abrogé.", "amend-form:1"),
        ("Le second alinéa est supprimé.", "amend-form:1"),
        ("Après l'article 3, il est inséré un article 3 bis ainsi rédigé : « Art. 3 ter. – Un. »", "amend-form:1"),
        ("L'article 9 est abrogé.", "amend-fit:1"),
        ("Au I de l'article 3, le mot : « passeur » est remplacé par le mot : « batelier ».", "amend-fit:1"),  # twice
        ("Le deuxième alinéa de l'article 2 est supprimé.", "amend-fit:1"),  # 1°, or what follows the list?
        (("À l'article 2 de la loi A, le mot : « cinq » est supprimé.\n"
          "À l'article 4 de la loi B, le mot : « présent » est supprimé."), "amend-other:2"),
    ],
)  # fmt: skip
def test_what_is_refused(instructions: str, codes: str) -> None:
    assert made(instructions) == codes
