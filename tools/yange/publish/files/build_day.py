"""The one file that holds the day of the build. Pages leave it to a script: they are the same on many days."""

from __future__ import annotations

from datetime import date

from yange.publish.assets import Asset

__all__ = ["BUILT", "build_day"]

BUILT = "built.js"
"""The name of the script below ``assets/``; every page loads it."""


def build_day(on: date) -> Asset:
    """Return the script, which puts the day of the build where ``reader.js`` finds it."""
    return Asset(f"assets/{BUILT}", f'self.yangeBuilt = "{on}";\n'.encode())
