"""What the page of a text needs so that a script can show it as of any day (``?on=``), whatever day it was built on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yange.messages import Messages, messages, nearest
from yange.model import Policy, Version
from yange.publish.assets import json_text
from yange.publish.context import SiteView
from yange.publish.parts.status_changes import Turn, turns

__all__ = ["AskedDay", "asked_day"]


@dataclass(frozen=True, slots=True)
class AskedDay:
    """The statuses of a text from day to day, and the texts of its policy that were law from day to day.

    ``words`` is JSON: what a citation says of the day and of each status, in the language of the text and in English.
    """

    days: Sequence[Turn]
    lives: Sequence[Turn]
    words: str


def asked_day(view: SiteView, policy: Policy, version: Version) -> AskedDay:
    """Return what the page of a text says of any day."""
    days = turns(view, policy, version)
    lives = turns(view, policy)
    own, english = messages(nearest(version.language)), messages("en")
    said = {turn.status: [_within(own, turn.status), _within(english, turn.status)] for turn in days}
    frames = [own["asked.cited"], english["asked.cited"]]
    return AskedDay(days, lives, json_text({"frame": frames, "status": said}))


def _within(words: Messages, status: str) -> str:
    """Return a status as it is written within a sentence: without the capital that begins one."""
    told = words[f"status.{status}"]
    return told[:1].lower() + told[1:]
