"""Amending sentences in Spanish, and what they make of a text, as a lawyer would consolidate it by hand."""

from __future__ import annotations

import pytest

from yange.amending import amend, read_instructions
from yange.parse import parse

TEXT = """# Reglamento de la barca

Artículo 1. Objeto.

La barca pertenece al municipio. Está amarrada en el muelle.

Navega cada día.

Artículo 2. Tarifa.

1. La tarifa es de cinco euros.

2. Pagan la tarifa:

a) Los peatones.

c) Los ciclistas.

3. La tarifa se paga al subir.

Artículo 3. Barquero.

1. El alcalde nombra al barquero. El barquero obedece al alcalde.

2. El barquero lleva un registro.

Artículo 4. Entrada en vigor.

Este reglamento entra en vigor el 1 de enero de 2020.
"""
FERRYMAN = "1. El alcalde nombra al barquero. El barquero obedece al alcalde.\n"
REGISTER = "2. El barquero lleva un registro.\n"
ARTICLE_3 = f"Artículo 3. Barquero.\n{FERRYMAN}{REGISTER}"
LAST = "Este reglamento entra en vigor el 1 de enero de 2020."
ARTICLE_4 = f"Artículo 4. Entrada en vigor.\n{LAST}"


def flat(text: str) -> str:
    """Return a text with a line for each paragraph."""
    return "\n".join(line.replace("\\.", ".") for line in text.split("\n") if line.strip())


def made(instructions: str) -> str:
    """Return the amended text, or the codes and lines of what is refused."""
    found, problems = read_instructions(instructions, "x.txt")
    if not problems:
        result = amend(TEXT, found, "x.txt", "es")
        if result.body is not None:
            return flat(result.body)
        problems = result.problems
    return " ".join(f"{problem.code}:{problem.line}" for problem in problems)


@pytest.mark.parametrize(
    ("sentence", "was", "now"),
    [
        ("En el artículo 2, se sustituye la expresión «cinco euros» por «seis euros».", "cinco", "seis"),
        ("En el artículo 2.1, se sustituye la palabra «cinco» por la palabra «seis».", "cinco", "seis"),
        ('Sustitúyese en el artículo 2 la palabra "cinco" por "seis".', "cinco", "seis"),
        ("Sustitúyese, en el apartado 1 del artículo 2, el guarismo “cinco” por “seis”.", "cinco", "seis"),
        ("Se sustituye la palabra «cinco» por «seis» en el apartado 1 del artículo 2.", "cinco", "seis"),
        ("En el apartado 1 del artículo 2, donde dice: «cinco», debe decir: «seis».", "cinco", "seis"),
        ("En el artículo 2 del citado reglamento, se sustituye «cinco» por «seis».", "cinco", "seis"),
        ('Reemplázase en la letra a) del apartado 2 del artículo 2 la palabra "peatones" por "caminantes".', "peatones",
         "caminantes"),
        ("En la letra c) del artículo 2.2, se añade después de la palabra «ciclistas» la expresión «y jinetes».",
         "ciclistas", "ciclistas y jinetes"),
        ('Intercálase en el artículo 1, a continuación de la palabra "municipio", la frase "y al puerto".',
         "municipio.",
         "municipio y al puerto."),
        ("En el artículo 1, tras la palabra «municipio», se añade «, según ley».", "municipio.",
         "municipio, según ley."),
        ('Agrégase en el párrafo primero del artículo 1, entre "pertenece" y "al municipio", la palabra "siempre".',
         "pertenece", "pertenece siempre"),
        ('Suprímese en el artículo 3 la frase "El barquero obedece al alcalde.".', " El barquero obedece al alcalde.",
         ""),
        ('Elimínase en el apartado 2 del artículo 3 la expresión "un registro".', "lleva un registro", "lleva"),
        ("En el artículo 3, la voz «registro» se sustituye por «libro» todas las veces que aparece.", "registro",
         "libro"),
        ("El artículo 4 queda redactado del siguiente modo: «Artículo 4. Publicación.\n\nSe publica.»", ARTICLE_4,
         "Artículo 4. Publicación.\nSe publica."),
        ("Se modifica el artículo 4, que queda redactado como sigue:\n«Artículo 4. Publicación.\nSe publica.»",
         ARTICLE_4,
         "Artículo 4. Publicación.\nSe publica."),
        ('Modifícase el artículo 4, el que quedará redactado de la siguiente manera: "Artículo 4. Fin. Se publica."',
         ARTICLE_4, "Artículo 4. Fin. Se publica."),
        ('Sustitúyese el artículo 4 por el siguiente: "Artículo 4.- Se publica."', ARTICLE_4,
         "Artículo 4. Se publica."),
        ("El artículo 4 quedará así:\n“Artículo 4. Fin. Se publica.”", ARTICLE_4, "Artículo 4. Fin. Se publica."),
        ("Se modifica el apartado 2 del artículo 3, que queda redactado en los siguientes términos:\n«2. Descansa.»",
         REGISTER, "2. Descansa.\n"),
        ("Se da nueva redacción al apartado 2 del artículo 3, que queda redactado como sigue: «2. Descansa.»", REGISTER,
         "2. Descansa.\n"),
        ("El apartado 1 del artículo 2 tendrá la siguiente redacción: «1. Es de un euro.»",
         "La tarifa es de cinco euros",
         "Es de un euro"),
        ("La rúbrica del artículo 2 queda redactada como sigue: «Precio.».", "Tarifa.", "Precio."),
        ("Se suprime el apartado 3 del artículo 2.", "3. La tarifa se paga al subir.\n", ""),
        ("Se suprimen las letras a) y c) del apartado 2 del artículo 2.", "a) Los peatones.\nc) Los ciclistas.\n", ""),
        ("Se deroga el artículo 3.", ARTICLE_3, ""),
        ("Deróganse los artículos 3 y 4.", f"\n{ARTICLE_3}{ARTICLE_4}", ""),
        ("Quedan derogados los artículos 3 a 4.", f"\n{ARTICLE_3}{ARTICLE_4}", ""),
        ("El apartado 2 del artículo 3 queda suprimido.", REGISTER, ""),
        ("Se suprime el segundo párrafo del artículo 1.", "Navega cada día.\n", ""),
        ("Se suprime el párrafo segundo del artículo 1.", "Navega cada día.\n", ""),
        ("Se suprime la frase segunda del apartado 1 del artículo 3.", " El barquero obedece al alcalde.", ""),
        ("Se añade un artículo 3 bis, con la siguiente redacción:\n«Artículo 3 bis. Seguro.\n\nSí.»", REGISTER,
         f"{REGISTER}Artículo 3 bis. Seguro.\nSí.\n"),
        ('Incorpórase como artículo 3 bis el siguiente: "Artículo 3 bis. Seguro. Sí."', REGISTER,
         f"{REGISTER}Artículo 3 bis. Seguro. Sí.\n"),
        ('Agrégase, a continuación del artículo 3, el siguiente artículo 3 bis:\n"Artículo 3 bis. Sí."', REGISTER,
         f"{REGISTER}Artículo 3 bis. Sí.\n"),
        ("Tras el artículo 3, se añade un artículo 3 bis con la siguiente redacción: «Artículo 3 bis. Sí.»", REGISTER,
         f"{REGISTER}Artículo 3 bis. Sí.\n"),
        ("Se añade un apartado 3 al artículo 3, con la siguiente redacción: «3. El barquero nada.»", REGISTER,
         f"{REGISTER}3. El barquero nada.\n"),
        ("En el artículo 3 se añade un apartado 3, con la siguiente redacción: «3. El barquero nada.»", REGISTER,
         f"{REGISTER}3. El barquero nada.\n"),
        ("Se añade una letra b) al apartado 2 del artículo 2, con la siguiente redacción: «b) Los jinetes.»",
         "peatones.\n",
         "peatones.\nb) Los jinetes.\n"),
        ("Se añade un párrafo tercero al artículo 1, con el siguiente tenor: «Es gratuita.»", "cada día.\n",
         "cada día.\nEs gratuita.\n"),
        ('Agrégase al artículo 1 el siguiente inciso final: "Es gratuita."', "cada día.\n",
         "cada día.\nEs gratuita.\n"),
        ("Se añade un segundo párrafo al artículo 1, con la siguiente redacción: «Es gratuita.»", "muelle.\n",
         "muelle.\nEs gratuita.\n"),
        ("El artículo 4 pasa a ser el artículo 5.", "Artículo 4", "Artículo 5"),
        ("Los actuales apartados 1 y 2 del artículo 3 pasan a ser los apartados 2 y 3.", FERRYMAN + REGISTER,
         f"2{FERRYMAN[1:]}3{REGISTER[1:]}"),
    ],
)  # fmt: skip
def test_what_a_sentence_does(sentence: str, was: str, now: str) -> None:
    plain = flat(TEXT)
    assert made(sentence) == plain.replace(was, now) != plain


def test_a_spanish_decision_lists_its_changes_in_words() -> None:
    decision = """El Reglamento de la barca, aprobado en 2020, queda modificado como sigue:
Uno. El artículo 2 queda modificado como sigue:
a) En el apartado 1, se sustituye «cinco» por «seis».
b) Se suprime el apartado 3.
Dos. El artículo 4 queda redactado como sigue:
«Artículo 4. Publicación.

Se publica.»
Tres. Se suprime el artículo 3.
"""
    expected = flat(TEXT).replace("cinco", "seis").replace("3. La tarifa se paga al subir.\n", "")
    assert made(decision) == expected.replace(ARTICLE_3, "").replace(ARTICLE_4, "Artículo 4. Publicación.\nSe publica.")


def test_a_chilean_law_names_the_law_it_amends() -> None:
    decision = """Introdúcense las siguientes modificaciones en la ley N° 12.345:
1. Suprímese el artículo 3.
2. Sustitúyese en el artículo 2 la palabra "cinco" por "seis".
"""
    assert made(decision) == flat(TEXT).replace(ARTICLE_3, "").replace("cinco", "seis")


@pytest.mark.parametrize(
    ("instructions", "codes"),
    [
        ("Mejórese el artículo 2.", "amend-form:1"),
        ("Se suprime el apartado 2.", "amend-form:1"),  # of which article?
        ("Se añade un artículo 3 bis: «Artículo 3 ter. X»", "amend-form:1"),  # two numbers
        ("Se suprime el artículo 9.", "amend-fit:1"),
        ("En el artículo 3, se sustituye «barquero» por «batelero».", "amend-fit:1"),  # three times
        (
            "Se suprime el artículo 3 de la Ley A.\nSe suprime el artículo 4 de la Ley B.",
            "amend-other:2",
        ),
    ],
)
def test_what_is_refused(instructions: str, codes: str) -> None:
    assert made(instructions) == codes


@pytest.mark.parametrize(
    ("line", "closing"),
    [
        ("Este reglamento entra en vigor el 1 de enero de 2020.", False),
        ("Villa de la Sierra, a 1 de enero de 2020.", True),
        ("San Juan 1 de enero de 2020.", True),
    ],
)
def test_a_sentence_that_ends_with_a_day_is_no_signature(line: str, closing: bool) -> None:
    found = parse(f"Reglamento\n\nArtículo 1. Vigor.\n\n{line}\n", "es")
    assert any(clause.kind == "closing" for clause in found.walk()) is closing
