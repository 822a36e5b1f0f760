"""Call ``yange`` as if it were another day: ``python on_day.py 2026-11-24 build …``, the clock being at noon in UTC."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, tzinfo

from yange.cli import building
from yange.cli.app import main
from yange.mkdocs_plugin import site
from yange.settings import Settings


class Clock(datetime):
    """A clock that stands still."""

    day = date.min

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Clock:
        """Return noon of the day."""
        return cls(cls.day.year, cls.day.month, cls.day.day, 12, tzinfo=tz or UTC)


if __name__ == "__main__":
    Clock.day = date.fromisoformat(sys.argv.pop(1))
    Settings.today = lambda self, now: self.on or Clock.day  # type: ignore[method-assign]
    for module in (building, site):
        vars(module)["datetime"] = Clock
    main()
