"""Legal time: periods, statuses, events.

``build_timeline(library)`` works out what every instrument does to every other and answers for any day. A text ends at
the earliest of its successor's first day, its repeal, and the day after its last day in force.
"""

from yange.timeline.lifespan import Out
from yange.timeline.standing import Standing
from yange.timeline.timeline import Timeline, build_timeline

__all__ = ["Out", "Standing", "Timeline", "build_timeline"]
