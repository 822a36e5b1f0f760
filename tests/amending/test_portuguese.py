"""Amending sentences in Portuguese: the consolidated text, and the sentences that are refused."""

from __future__ import annotations

import pytest

from yange.amending import amend, read_instructions
from yange.law.pt import PORTUGUESE

PORTUGAL = """# Lei do cais

Artigo 1.º

1 - A lei regula o cais do município.

2 - São embarcações:

a) As canoas;

b) Os barcos à vela.

Artigo 2.º

A taxa é de 60 euros. O município pode reduzi-la.

Artigo 3.º

1 - A licença dura um ano.

Artigo 4.º

A lei entra em vigor em 1 de março de 2020.
"""
BRAZIL = """# Lei do cais

Art. 1º O cais é público:

I - de dia;

II - de noite.

§ 1º O cais é limpo.

§ 2º A taxa é de R$ 60,00.

Art. 2º A licença dura um ano.
"""


def made(instructions: str, text: str) -> str:
    """Return the amended text, a line for a paragraph; or the refusal's code."""
    found, problems = read_instructions(instructions, "x.txt")
    if problems:
        return " ".join(problem.code for problem in problems)
    result = amend(text, found, "x.txt")
    return " ".join(p.code for p in result.problems) if result.body is None else flat(result.body)


def flat(text: str) -> str:
    return text.replace("\n\n", "\n").replace("\\.", ".").replace("\\-", "-").strip()


@pytest.mark.parametrize(
    ("instruction", "was", "now"),
    [
        ("No artigo 2.º, as palavras «60 euros» são substituídas por «75 euros».", "60 euros", "75 euros"),
        ("1 - No artigo 2.º a expressão «60 euros» é substituída pela expressão «75 euros».", "60 euros", "75 euros"),
        ("No n.º 1 do artigo 3.º, as palavras «um ano» são substituídas por «dois anos».", "um ano", "dois anos"),
        ("Na alínea b) do n.º 2 do artigo 1.º é eliminada a expressão «à vela».", "Os barcos à vela", "Os barcos"),
        ("É revogado o artigo 2.º.", "Artigo 2.º\nA taxa é de 60 euros. O município pode reduzi-la.\n", ""),
        ("O artigo 2.º é revogado.", "Artigo 2.º\nA taxa é de 60 euros. O município pode reduzi-la.\n", ""),
        ("É revogada a alínea a) do n.º 2 do artigo 1.º.", "a) As canoas;\n", ""),
        (
            "O artigo 3.º passa a ter a seguinte redação: «Artigo 3.º\n\n1 - A licença é vitalícia.»",
            "1 - A licença dura um ano.",
            "1 - A licença é vitalícia.",
        ),
        (
            "O n.º 1 do artigo 3.º passa a ter a seguinte redação: «1 - A licença dura dois anos.»",
            "dura um ano",
            "dura dois anos",
        ),
        (
            "É aditado o artigo 3.º-A, com a seguinte redação: «Artigo 3.º-A\n\nA licença é gratuita.»",
            "dura um ano.\n",
            "dura um ano.\nArtigo 3.º-A\nA licença é gratuita.\n",
        ),
        (
            "É aditado à Lei n.º 7/20 o artigo 3.º-A, com a seguinte redação:\n«Artigo 3.º-A\n\nA licença é gratuita.»",
            "dura um ano.\n",
            "dura um ano.\nArtigo 3.º-A\nA licença é gratuita.\n",
        ),
        (
            "É aditado ao artigo 3.º o n.º 2, com a seguinte redação: «2 - A licença é gratuita.»",
            "dura um ano.\n",
            "dura um ano.\n2 - A licença é gratuita.\n",
        ),
    ],
)  # fmt: skip
def test_a_sentence_changes_a_law_of_portugal(instruction: str, was: str, now: str) -> None:
    assert was in flat(PORTUGAL)
    assert made(instruction, PORTUGAL) == flat(PORTUGAL).replace(was, now, 1).strip()


@pytest.mark.parametrize(
    ("instruction", "was", "now"),
    [
        ("No § 2º do art. 1º, a expressão “R$ 60,00” é substituída por “R$ 75,00”.", "R$ 60,00", "R$ 75,00"),
        ("Fica revogado o § 1º do art. 1º.", "§ 1º O cais é limpo.\n", ""),
        ("Fica revogado o inciso II do art. 1º.", "II - de noite.\n", ""),
        (
            "O art. 2º passa a vigorar com a seguinte redação: “Art. 2º A licença dura dois anos.” (NR)",
            "dura um ano",
            "dura dois anos",
        ),
    ],
)
def test_a_sentence_changes_a_law_of_brazil(instruction: str, was: str, now: str) -> None:
    assert was in flat(BRAZIL)
    assert made(instruction, BRAZIL) == flat(BRAZIL).replace(was, now, 1).strip()


@pytest.mark.parametrize(
    "instruction",
    [
        "O artigo 3.º passa a ter a seguinte redação: «Artigo 3.º\n\n1 - [...].\n\n2 - A licença é gratuita.»",
        "O art. 3º passa a vigorar com a seguinte redação: “Art. 3º ..........................”",
        "As palavras «60 euros» do artigo 2.º são outras.",
        "É revogado o presente artigo.",
    ],
)
def test_a_sentence_of_another_form_is_refused(instruction: str) -> None:
    assert made(instruction, PORTUGAL).startswith("amend")


@pytest.mark.parametrize("example", ["replace", "behind", "numbered", "item_number", "insert_item", "relabel"])
def test_the_examples_of_hints_are_read(example: str) -> None:
    sentence = getattr(PORTUGUESE.amending.examples, example).replace("…", "Fim.")
    found, problems = read_instructions(sentence, "x.txt")
    assert found
    assert problems == ()
