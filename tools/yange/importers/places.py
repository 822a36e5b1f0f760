"""Names of places: find the place of a text, and where an issuer's name begins in joined lines.

The packs have the tables of their countries; names from the settings and from the beginning of bodies in the sources
are added.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from yange.importers.slugs import joined
from yange.law import packs

__all__ = ["Gazetteer", "Place"]

_SHORTEST_LOST = 3
"""Characters. A shorter name without its first character may be anything."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place: ``name`` is its full printed name (深圳市, 上海市徐汇区), ``slug`` its part of an address."""

    name: str
    slug: str


class Gazetteer:
    """The places of an import: the tables, names from the settings, and names that begin bodies in the files."""

    def __init__(self, extra: Iterable[str] = ()) -> None:
        """Join the tables of all packs and the names given."""
        self._forms = tuple(grammar.importing.places for grammar in packs())
        self.names = {full: short for forms in self._forms for full, short in forms.names.items()}
        given = [name for name in extra if name not in self.names]
        self.names.update({name: self._short(name) for name in given})
        alternatives = "|".join(sorted(self.names, key=lambda name: (-len(name), name)))
        shorts = "|".join(sorted(set(self.names.values()), key=lambda name: (-len(name), name)))
        parts = "|".join(forms.part for forms in self._forms)
        zones = "|".join(forms.zone for forms in self._forms)
        self.pattern = rf"(?:{alternatives})"
        """A regular expression (without groups) for the full name of a place."""
        self._named = re.compile(rf"(?P<whole>{alternatives})(?P<part>{parts})?")
        self._prefix = re.compile(rf"(?:{alternatives}|(?:{shorts})(?={zones}))")
        self._governed = [(forms.government, (*forms.names, *given)) for forms in self._forms if forms.government]

    @classmethod
    def of(cls, texts: Iterable[str], extra: Iterable[str] = ()) -> Gazetteer:
        """Return the table with the names at the beginning of bodies (…人民政府, …局) in ``texts``.

        A name at the beginning of titles counts if at least two have it: one may be an accident (大型超市管理办法).
        """
        kept = tuple(texts)
        known: list[str] = []
        for grammar in packs():
            forms = grammar.importing.places
            heads = [name for text in kept for name in forms.heading_bodies(text)]
            titled = [name for text in kept for name in forms.heading_titles(text)]
            heads += [name for name in titled if titled.count(name) > 1]
            known += [name for name in heads if forms.may_be_name(name)]
        return cls((*extra, *dict.fromkeys(known)))

    def _short(self, name: str) -> str:
        """Return a name without the word for its kind, as the first pack that knows the word writes it."""
        return next((short for forms in self._forms if (short := forms.short(name)) and short != name), name)

    def _place(self, whole: str, part: str | None) -> Place:
        base = joined(self.names[whole])
        if part is None:
            return Place(whole, base)
        return Place(whole + part, f"{base}-{joined(self._short(part))}")

    def called(self, name: str) -> Place:
        """Return the place with this full name, whether or not the table has it."""
        known = self.leading(name)
        return known if known is not None and known.name == name else Place(name, joined(self._short(name)))

    def leading(self, text: str) -> Place | None:
        """Return the place with whose full name ``text`` begins, with its district, or ``None``."""
        match = self._named.match(text.strip())
        if match is None:
            return None
        part = match["part"]
        if part is not None and not all(forms.is_part(part) for forms in self._forms):
            part = None
        return self._place(match["whole"], part)

    def head_lost(self, text: str) -> Place | None:
        """Return the place with whose name ``text`` begins, without its first character: 圳市人民政府."""
        for government, names in self._governed:
            lost = {full[1:]: full for full in names if len(full) >= _SHORTEST_LOST}
            for tail, full in lost.items():
                if text.startswith(tail + government):
                    alike = [other for other in names if other[1:] == tail]
                    return self._place(full, None) if len(alike) == 1 else None
        return None

    def without(self, title: str) -> str:
        """Return ``title`` without the name of the place it begins with: 深圳市电子商务办法 → 电子商务办法."""
        match = self._prefix.match(title)
        return title if match is None else title[match.end() :] or title

    def mentioned(self, text: str) -> Place | None:
        """Return the place that ``text`` mentions, or ``None`` if that is not clear.

        Its full name (cities go before provinces) occurs more than once, and twice as often as that of any other.
        """
        counts = Counter(match[0] for match in re.finditer(self.pattern, text))
        cities = Counter({name: count for name, count in counts.items() if self._is_city(name)}) or counts
        (first, most), (_, next_most) = (*cities.most_common(2), ("", 0), ("", 0))[:2]
        return self._place(first, None) if most > 1 and most >= 2 * next_most else None

    def _is_city(self, name: str) -> bool:
        return any(forms.is_city(name) for forms in self._forms)

    def named(self, name: str) -> Place | None:
        """Return the place with this full or short name, or ``None`` if the table has none."""
        kinds = (kind for forms in self._forms for kind in forms.kinds)
        return next(filter(None, map(self.leading, (name, *(name + kind for kind in kinds)))), None)
