"""Answer questions about the archive for programs that ask in words: the tools of ``yange mcp``.

``AssistantAnswers`` has one method a tool; everything it says is worked out by :mod:`yange.api` and the timeline. Each
answer names the day, the status and its basis, what is not held, how to cite it and where it is; a question that cannot
be answered is refused with a reason, never with a guess.
"""

from yange.assistant.answers import AssistantAnswers, PublicProject

__all__ = ["AssistantAnswers", "PublicProject"]
