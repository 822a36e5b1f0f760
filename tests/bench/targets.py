"""What a measurement wants of its figures: each is printed beside it, and a miss makes the measurement end with 1."""

from __future__ import annotations

import sys

__all__ = ["Targets"]


class Targets:
    """Figures and what is wanted of them."""

    def __init__(self) -> None:
        self._missed: list[str] = []

    def said(self, name: str, found: str, held: bool, wanted: object) -> None:
        """Print a figure beside what is wanted of it."""
        print(f"  {name}: {found} (wanted: {wanted}{'' if held else '; NOT REACHED'})", flush=True)
        if not held:
            self._missed.append(name)

    def end(self) -> None:
        """End the process: with 1 if something that is wanted was not reached."""
        if self._missed:
            print(f"not reached: {', '.join(self._missed)}", file=sys.stderr)
        sys.exit(1 if self._missed else 0)
