"""Boilerplate of French legal texts: clauses that each text has once, and set phrases."""

from __future__ import annotations

import re

from yange.law.aspects.boilerplate import Boilerplate, StandingClause

__all__ = ["BOILERPLATE"]

_TEXT = "(?:loi|ordonnance|décret|arrêté|règlement|directive|décision|code)"

BOILERPLATE = Boilerplate(
    standing=(
        (
            StandingClause.COMMENCEMENT,
            re.compile(
                rf"(?:présente?s?|dispositions)[^.]{{0,80}}(?:entre(?:nt|ra|ront)?|mise?) en vigueur|^L[ae] "
                rf"présente? {_TEXT} sera (?:exécutée?|publiée?)"
            ),
        ),
        (
            StandingClause.PURPOSE,
            re.compile(rf"^L[ae] présente? {_TEXT} (?:a pour (?:objet|but|objectif)|vise à|fixe|établit|règle)\b"),
        ),
        (
            StandingClause.INTERPRETATION,
            re.compile(rf"^(?:Au sens|Aux fins|Pour l'application) d(?:u|e la) présente? {_TEXT}|^On entend par"),
        ),
    ),
    liability=(r"^(?:Les? présente?s? [^.]{0,60})?[Ss]ans préjudice des poursuites pénales[^.]{0,80}\.?$",),
    phrases=(
        r"(?:est|sont) punie?s? d'une (?:peine d')?amende",
        r"(?:est|sont) punie?s? de [^,.;]{1,40} d'emprisonnement et de [^,.;]{1,24} d'amende",
        (
            r"[Uu]n décret en Conseil d'[EÉ]tat (?:fixe|détermine|précise) les (?:modalités|conditions) "
            r"d'application du présent article"
        ),
        (
            r"dans des conditions (?:fixées|prévues|définies|déterminées) par (?:décret(?: en Conseil "
            r"d'[EÉ]tat)?|arrêté|voie réglementaire)"
        ),
        r"dans les conditions (?:fixées|prévues|définies) (?:à l'article|aux articles|par)",
        r"[Ss]ans préjudice d(?:e|es|u)\b",
        r"(?:au sens|en application|en vertu) (?:de l'article|des articles|du présent article)",
        r"[Pp]our l'application d(?:u présent|e la présente) [a-z]+",
    ),
)
"""The boilerplate of French."""
