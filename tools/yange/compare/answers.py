"""What a person has said about the alignment of two texts, and how the file of it is read. It overrides the algorithm.

The file ``alignment.yml`` beside a policy is a list; each entry is about one pair of versions::

    - old: 2019-01-06            # the text of that file or key, or policy@key where another policy replaced this one
      new: 2020-03-01
      together: [[第三条, 第五条]]     # these are one, whatever their words say
      apart: [[第四条, 第四条]]        # these are not
      renamings: [[市金融办, 市地方金融监管局]]   # mere renamings, no change of substance
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from yange.compare.text.units import Unit, units_of
from yange.model import Library, Policy, Provisions, Version, version_key
from yange.parse.frontmatter.schema import AnswerFields, fields_of
from yange.problems import Problem, error, warning

__all__ = ["NO_ANSWERS", "Answers", "answers_by_text", "pair_of", "read_answers", "unknown_clauses"]

_LISTS = ("together", "apart", "renamings")
_SHAPE = "write a list of entries with old, new, and lists of pairs under together, apart or renamings"


@dataclass(frozen=True, slots=True)
class Answers:
    """A person's answers for one pair of versions (``alignment.yml`` beside the policy).

    ``together`` and ``apart`` are pairs (old, new) of labels or paths: the clauses that are one, and those that are
    not, whatever their words say. ``renamings`` are bodies or terms (old, new) that were merely renamed.
    """

    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    renamings: tuple[tuple[str, str], ...] = ()

    def pairs(
        self, named: Iterable[tuple[str, str]], old: Sequence[Unit], new: Sequence[Unit]
    ) -> frozenset[tuple[int, int]]:
        """Return the index pairs of those named pairs whose clauses both exist."""
        olds, news = _index(old), _index(new)
        return frozenset((olds[a], news[b]) for a, b in named if a in olds and b in news)


def _index(units: Sequence[Unit]) -> dict[str, int]:
    printed = {unit.printed: unit.index for unit in reversed(units) if unit.printed}
    labels = {unit.label: unit.index for unit in reversed(units) if unit.label}
    return printed | labels | {unit.path: unit.index for unit in units}


NO_ANSWERS = Answers()


def read_answers(values: object, path: str) -> tuple[dict[tuple[str, str], Answers], tuple[Problem, ...]]:
    """Read plain values (of ``yange.parse.frontmatter.plain_values``) as answers by (old, new) version key.

    What cannot be read is left out and reported; several entries about one pair are merged.
    """
    if values is None:
        return {}, ()
    if not isinstance(values, list):
        return {}, (error("answers-shape", path, "the file is no list of answers", hint=_SHAPE),)
    found: dict[tuple[str, str], Answers] = {}
    problems: list[Problem] = []
    for place, entry in enumerate(values, 1):
        where = f"entry {place}"
        if not isinstance(entry, Mapping) or not all(isinstance(entry.get(name), str) for name in ("old", "new")):
            problems.append(error("answers-shape", path, f"{where} names no old and new version", hint=_SHAPE))
            continue
        unknown = sorted(set(entry) - set(fields_of(AnswerFields)))
        problems += [
            warning("answers-field", path, f"{where} has an unknown field {name}", hint=_SHAPE) for name in unknown
        ]
        lists = {}
        for name in _LISTS:
            lists[name] = tuple(_pairs(entry.get(name), f"{where}, {name}", path, problems))
        key = (str(entry["old"]), str(entry["new"]))
        before = found.get(key, Answers())
        found[key] = Answers(
            before.together + lists["together"], before.apart + lists["apart"], before.renamings + lists["renamings"]
        )
    return found, tuple(problems)


def answers_by_text(library: Library) -> dict[tuple[str, str], Answers]:
    """Return every answer of a library by the bodies of the two texts that it is about.

    An entry that names no held pair of versions has no effect here; ``yange check`` reports it.
    """
    found = {}
    for policy in library.policies:
        answers, _ = read_answers(policy.alignment, policy.path)
        for key, said in answers.items():
            old, new = pair_of(library, policy, key)
            if old is not None and new is not None:
                found[old.body, new.body] = said
    return found


def pair_of(library: Library, policy: Policy, key: tuple[str, str]) -> tuple[Version | None, Version | None]:
    """Return the two held versions that an entry beside ``policy`` names; ``None`` for one that is not there."""
    found = []
    for name in key:
        owner, at, version = name.rpartition("@")
        named = library.policy(owner) if at else policy
        text = named.version(version_key(version)) if named else None
        found.append(text if text is not None and text.held else None)
    return found[0], found[1]


def _pairs(value: object, where: str, path: str, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    if value is None:
        return
    for pair in value if isinstance(value, list) else [value]:
        if isinstance(pair, list) and len(pair) == 2 and all(isinstance(name, str) and name for name in pair):
            yield str(pair[0]), str(pair[1])
        else:
            problems.append(error("answers-pair", path, f"{where}: {pair!r} is no pair of names", hint=_SHAPE))


def unknown_clauses(answers: Answers, old: Provisions, new: Provisions, path: str) -> tuple[Problem, ...]:
    """Return a problem for each clause that answers name and a text does not have: such an answer has no effect."""
    sides = (_names(units_of(old)), _names(units_of(new)))
    problems = []
    for pair in (*answers.together, *answers.apart):
        for name, names, side in zip(pair, sides, ("old", "new"), strict=True):
            if name not in names:
                message = f"the {side} text has no clause {name}, so the answer {pair[0]} → {pair[1]} has no effect"
                problems.append(warning("answers-clause", path, message, hint="name a clause by its label or its path"))
    return tuple(dict.fromkeys(problems))


def _names(units: tuple[Unit, ...]) -> frozenset[str]:
    return frozenset(name for unit in units for name in unit.names)
