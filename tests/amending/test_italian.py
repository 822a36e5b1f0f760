"""Amending sentences in Italian: the consolidated text, and the sentences that are refused."""

from __future__ import annotations

import pytest

from yange.amending import amend, read_instructions
from yange.law.it import ITALIAN

TEXT = """# Legge sul molo

Art. 1

1. La legge disciplina il molo del comune.

2. Sono imbarcazioni:

a) le barche a remi;

b) le barche a vela.

Art. 2

1. La tariffa è di 60 euro. Il comune può ridurla.

Art. 3

1. Il permesso dura un anno.

Art. 4

1. La legge entra in vigore il 1° marzo 2020.
"""


def made(instructions: str, text: str = TEXT) -> str:
    """Return the amended text, a line for a paragraph; or the refusal's code."""
    found, problems = read_instructions(instructions, "x.txt")
    if problems:
        return " ".join(problem.code for problem in problems)
    result = amend(text, found, "x.txt")
    return " ".join(p.code for p in result.problems) if result.body is None else flat(result.body)


def flat(text: str) -> str:
    return text.replace("\n\n", "\n").replace("\\.", ".").strip()


@pytest.mark.parametrize(
    ("instruction", "was", "now"),
    [
        ("All'articolo 2, le parole: «60 euro» sono sostituite dalle seguenti: «75 euro».", "60 euro", "75 euro"),
        ("All'articolo 2, comma 1, la parola «60» è sostituita dalla seguente: «75».", "60", "75"),
        (
            "Al comma 1 dell'articolo 2 le parole: “60 euro” sono sostituite dalle seguenti: “75 euro”;",
            "60 euro",
            "75 euro",
        ),
        ("1. Nell'articolo 3 le parole: «un anno» sono sostituite con le seguenti: «due anni».", "un anno", "due anni"),
        (
            "All'articolo 2, dopo le parole: «60 euro» sono inserite le seguenti: «al mese».",
            "60 euro.",
            "60 euro al mese.",
        ),
        ("All'articolo 1, comma 2, lettera b), le parole: «a vela» sono soppresse.", "le barche a vela", "le barche"),
        (
            (
                "All'articolo 2 le parole: «60 euro» sono sostituite dalle seguenti: «75 euro» e le parole: "
                "«può ridurla» sono sostituite dalle seguenti: «la riduce»."
            ),
            "60 euro. Il comune può ridurla",
            "75 euro. Il comune la riduce",
        ),
        ("L'articolo 3 è abrogato.", "Art. 3\n1. Il permesso dura un anno.\n", ""),
        ("La lettera a) del comma 2 dell'articolo 1 è soppressa.", "a) le barche a remi;\n", ""),
        (
            "Il comma 1 dell'articolo 3 è sostituito dal seguente: «1. Il permesso dura due anni.»",
            "dura un anno",
            "dura due anni",
        ),
        (
            "L'articolo 3 è sostituito dal seguente: «Art. 3\n\n1. Il permesso è illimitato.»",
            "1. Il permesso dura un anno.",
            "1. Il permesso è illimitato.",
        ),
        (
            "Dopo l'articolo 3 è inserito il seguente: «Art. 3-bis\n\n1. Il permesso è gratuito.»",
            "dura un anno.\n",
            "dura un anno.\nArt. 3-bis\n1. Il permesso è gratuito.\n",
        ),
        (
            "Dopo il comma 1 dell'articolo 3 è aggiunto il seguente: «1-bis. Il permesso è gratuito.»",
            "dura un anno.\n",
            "dura un anno.\n1-bis. Il permesso è gratuito.\n",
        ),
        (
            (
                "All'articolo 3 sono apportate le seguenti modificazioni:\na) al comma 1, le parole: «un anno» sono "
                "sostituite dalle seguenti: «due anni»;\nb) dopo il comma 1 è aggiunto il seguente: «1-bis. Il "
                "permesso è gratuito.»."
            ),
            "dura un anno.\n",
            "dura due anni.\n1-bis. Il permesso è gratuito.\n",
        ),
    ],
)
def test_a_sentence_changes_the_text(instruction: str, was: str, now: str) -> None:
    assert was in flat(TEXT)
    assert made(instruction) == flat(TEXT).replace(was, now, 1).strip()


@pytest.mark.parametrize(
    "instruction",
    [
        "All'articolo 2, le parole: «60 euro» sono sostituite.",
        "All'articolo 2 della legge sui porti di cui sopra e altrove le parole «60» sono tolte.",
        "L'articolo 3 è sostituito da un altro.",
        "Il presente articolo è abrogato.",
        "L'articolo 3 è sostituito dal seguente: «Art. 3\n\n1. [...].\n\n2. Il permesso è gratuito.»",
    ],
)
def test_a_sentence_of_another_form_is_refused(instruction: str) -> None:
    assert made(instruction).startswith("amend")


@pytest.mark.parametrize("example", ["replace", "behind", "item_number", "insert_item", "relabel"])
def test_the_examples_of_hints_are_read(example: str) -> None:
    sentence = getattr(ITALIAN.amending.examples, example).replace("…", "Fine.")
    found, problems = read_instructions(sentence, "x.txt")
    assert found
    assert problems == ()
