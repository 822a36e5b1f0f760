"""Print what is said of a list: as text, Markdown, an HTML page for a mail, or a whole mail.

All forms print the same lines. Whatever comes from a text or from the list is escaped in each of them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from enum import Enum
from html import escape
from types import MappingProxyType

from yange.characters import command_free, printable, visible
from yange.problems import YangeError
from yange.publish.facts.words import Words
from yange.reports.markdown import inert
from yange.reports.words import ReportWords
from yange.watch.result import EntryOutcome, WatchClause, WatchComparison, WatchedPolicy, WatchOutput

__all__ = ["FORMS", "mail", "printed"]

_LONGEST = 400
"""Most characters of a sentence about a clause in print; a longer one is cut, and its link leads to the words."""


class _Kind(Enum):
    TITLE = "title"
    LEAD = "lead"
    GROUP = "group"
    POLICY = "policy"
    FACT = "fact"
    LABEL = "label"
    EVENT = "event"
    CLAUSE = "clause"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the report; ``head`` is set in bold before the words, ``link`` is the address of its subject."""

    kind: _Kind
    words: str
    head: str = ""
    link: str = ""


def printed(output: WatchOutput, form: str) -> str:
    """Return the report in a form of :data:`FORMS`."""
    return FORMS[form](output)


def mail(output: WatchOutput, sender: str | None, receivers: tuple[str, ...]) -> bytes:
    """Return the report as a mail (RFC 5322) with a part in plain text and one in HTML.

    It has no date and no id: who sends it adds them. The same report is the same mail, byte for byte.

    Args:
        output: the report.
        sender: the address of the sender; ``None`` leaves it to who sends it.
        receivers: the addresses of the receivers.

    Raises:
        YangeError: for an address that is none.

    """
    words = Words(output.language)
    made = EmailMessage(policy=SMTP)
    made["Subject"] = printable(words("watch.title", since=output.since, until=output.until))
    if sender is not None:
        made["From"] = _address(sender)
    if receivers:
        made["To"] = tuple(map(_address, receivers))
    made["Content-Language"] = words.html_language
    made["Auto-Submitted"] = "auto-generated"
    text, page = printed(output, "text"), printed(output, "html")
    made.set_content(text, cte="base64")
    made.add_alternative(page, subtype="html", cte="base64")
    made.set_boundary(f"yange-{hashlib.sha256((text + page).encode()).hexdigest()[:32]}")
    return made.as_bytes()


def _address(given: str) -> Address:
    try:
        return Address(addr_spec=given)
    except (ValueError, IndexError, HeaderParseError) as failure:
        raise YangeError(f"{given!r} is no mail address; write name@example.org") from failure


# the lines


def _report(output: WatchOutput) -> Iterator[_Line]:
    words = Words(output.language)
    yield _Line(_Kind.TITLE, words("watch.title", since=output.since, until=output.until))
    changed = [one for one in output.policies if _has_news(one, output.until)]
    coming = [one for one in output.policies if one not in changed and _is_coming(one, output.until)]
    quiet = [one for one in output.policies if one not in changed and one not in coming]
    ahead = sum(_is_coming(one, output.until) for one in output.policies)
    counts = words("watch.counts", all=len(output.policies), changed=len(changed), coming=ahead)
    yield _Line(_Kind.LEAD, counts)
    missing = [one for one in output.entries if one.outcome is not EntryOutcome.WATCHED]
    if missing:
        yield _Line(_Kind.GROUP, words("watch.missing"))
    for entry in missing:
        key = "watch.ambiguous" if entry.outcome is EntryOutcome.AMBIGUOUS else "watch.not-held"
        choices = words("colon") + words.series(entry.choices) if entry.choices else ""
        yield _Line(_Kind.NOTE, f"{words(key)}{choices}", head=words("watch.line", line=entry.line, words=entry.words))
    for key, policies in (("watch.changed", changed), ("watch.coming", coming)):
        if policies:
            yield _Line(_Kind.GROUP, words(key))
        for policy in policies:
            yield from _policy(policy, output, words)
    if quiet:
        yield _Line(_Kind.GROUP, words("watch.quiet"))
    for policy in quiet:
        yield _Line(_Kind.NOTE, policy.standing, head=_title(policy, words), link=policy.address)
    yield _Line(_Kind.LEAD, words("watch.caution"))


def _has_news(policy: WatchedPolicy, until: date) -> bool:
    begun = any(one.day <= until for one in policy.compared)
    return bool(policy.past or policy.corrections or policy.unseen or begun)


def _is_coming(policy: WatchedPolicy, until: date) -> bool:
    return bool(policy.coming) or any(one.day > until for one in policy.compared)


def _title(policy: WatchedPolicy, words: Words) -> str:
    return words("sample.title", title=policy.title) if policy.sample else policy.title


def _policy(policy: WatchedPolicy, output: WatchOutput, words: Words) -> Iterator[_Line]:
    yield _Line(_Kind.POLICY, _title(policy, words), link=policy.address)
    status = words("watch.status", day=output.until, status=policy.standing)
    yield _Line(_Kind.FACT, f"{status}{words('open')}{policy.record}{words('close')}")
    for key, events, first in (("watch.past", policy.past, True), ("watch.ahead", policy.coming, False)):
        compared = [one for one in policy.compared if (one.day <= output.until) is first]
        if events or compared:
            yield _Line(_Kind.LABEL, words(key))
        for event in events:
            yield _Line(_Kind.EVENT, event.sentence, link=event.address)
        for one in compared:
            yield from _comparison(one, words)
    if policy.unseen:
        yield _Line(_Kind.NOTE, words("watch.unseen", texts=words.series(policy.unseen)))
    if policy.corrections:
        yield _Line(_Kind.LABEL, words("feed.corrections"))
    for fixed in policy.corrections:
        what = " → ".join(text for text in (fixed.was, fixed.now) if text)
        yield _Line(_Kind.EVENT, words.sentence([str(fixed.day), fixed.field, fixed.clause or "", what]))


def _comparison(one: WatchComparison, words: Words) -> Iterator[_Line]:
    old, new = one.old, one.new
    if old.partition("@")[0] == new.partition("@")[0]:
        old, new = (name.partition("@")[2].removeprefix("v") for name in (old, new))
    yield _Line(_Kind.LABEL, words("watch.compared", old=old, new=new), link=one.address or "")
    for change in one.changes:
        yield _Line(_Kind.CLAUSE, _cut(change, words), head=_named(change, words), link=change.address)
    if not one.changes:
        yield _Line(_Kind.NOTE, words("watch.no-clause"))
    if one.renumbered:
        yield _Line(_Kind.NOTE, words.count("watch.renumbered", one.renumbered))
    if one.editorial:
        yield _Line(_Kind.NOTE, words.count("watch.editorial", one.editorial))
    if one.not_held:
        yield _Line(_Kind.NOTE, words("watch.between", texts=words.series(one.not_held)))


def _named(change: WatchClause, words: Words) -> str:
    said = ReportWords(words.language)
    return words.of("operation", change.operation.value) + words("colon") + said.series(change.new or change.old)


def _cut(change: WatchClause, words: Words) -> str:
    line = " ".join(change.sentence.split("\n"))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


# the forms


def _text(output: WatchOutput) -> str:
    lines = []
    for one in _report(output):
        indent, before, after = _TEXT_FORMS[one.kind]
        head = f"{one.head}  " if one.head else ""
        said = command_free(visible(f"{indent}{head}{printable(one.words)}"))
        lines += [*before, said, *(f"{indent or '  '}{printable(one.link)}" for _ in (1,) if one.link and after)]
    return "\n".join([*lines, ""]).lstrip("\n")


_TEXT_FORMS: Mapping[_Kind, tuple[str, tuple[str, ...], bool]] = MappingProxyType(
    {
        _Kind.TITLE: ("", (), False),
        _Kind.LEAD: ("", ("",), False),
        _Kind.GROUP: ("== ", ("",), False),
        _Kind.POLICY: ("", ("",), True),
        _Kind.FACT: ("  ", (), False),
        _Kind.LABEL: ("  ", (), True),
        _Kind.EVENT: ("  - ", (), False),
        _Kind.CLAUSE: ("    * ", (), False),
        _Kind.NOTE: ("  - ", (), False),
    }
)
"""For each kind of line what stands before it, blank lines above, and whether the address is printed below."""


def _markdown(output: WatchOutput) -> str:
    lines: list[str] = []
    for one in _report(output):
        before, blank = _MARKDOWN_FORMS[one.kind]
        words = inert(printable(one.words))
        head = f"**{inert(printable(one.head))}**" if one.head else ""
        link = _markdown_link(one.link)
        if link and head:
            head = f"[{head}]({link})"
        elif link:
            words = f"[{words}]({link})"
        lines += [*([""] if blank and lines else []), before + " ".join(filter(None, (head, words)))]
    return "\n".join([*lines, ""])


_MARKDOWN_FORMS: Mapping[_Kind, tuple[str, bool]] = MappingProxyType(
    {
        _Kind.TITLE: ("# ", False),
        _Kind.LEAD: ("", True),
        _Kind.GROUP: ("## ", True),
        _Kind.POLICY: ("### ", True),
        _Kind.FACT: ("", True),
        _Kind.LABEL: ("", True),
        _Kind.EVENT: ("- ", False),
        _Kind.CLAUSE: ("  - ", False),
        _Kind.NOTE: ("- ", False),
    }
)


def _markdown_link(address: str) -> str:
    return f"<{address}>" if address.startswith(("http://", "https://")) and not set(address) & set("<>\n ") else ""


_STYLES: Mapping[_Kind, tuple[str, str]] = MappingProxyType(
    {
        _Kind.TITLE: ("h1", "margin:0 0 8px;font-size:22px;line-height:1.3;color:#1a1a1a"),
        _Kind.LEAD: ("p", "margin:0 0 12px;color:#444"),
        _Kind.GROUP: ("h2", "margin:28px 0 8px;padding:0 0 4px;border-bottom:2px solid #8a1f11;font-size:17px"),
        _Kind.POLICY: ("h3", "margin:20px 0 4px;font-size:16px;line-height:1.4"),
        _Kind.FACT: ("p", "margin:0 0 8px;font-size:13px;color:#595959"),
        _Kind.LABEL: ("p", "margin:10px 0 2px;font-weight:bold"),
        _Kind.EVENT: ("p", "margin:2px 0 2px 12px;padding-left:8px;border-left:3px solid #8a1f11"),
        _Kind.CLAUSE: ("p", "margin:4px 0 4px 24px"),
        _Kind.NOTE: ("p", "margin:2px 0 2px 24px;font-size:14px;color:#444"),
    }
)
_BODY = (
    "margin:0;padding:0;background:#ffffff;color:#1a1a1a;font-size:15px;line-height:1.6;"
    "font-family:'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',Arial,sans-serif"
)
_LINK = "color:#8a1f11"


def _html(output: WatchOutput) -> str:
    """Return a page that needs nothing beside it: mail programs load no files and drop style sheets."""
    words = Words(output.language)
    title = escape(printable(words("watch.title", since=output.since, until=output.until)))
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(words.html_language)}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title></head>",
        f'<body style="{_BODY}"><div style="max-width:680px;margin:0 auto;padding:20px 16px">',
    ]
    for one in _report(output):
        tag, style = _STYLES[one.kind]
        said = escape(printable(one.words))
        head = f"<strong>{escape(printable(one.head))}</strong>" if one.head else ""
        if one.link.startswith(("http://", "https://")):
            linked = f'<a href="{escape(one.link)}" style="{_LINK}">{head or said}</a>'
            said = " ".join((linked, said)) if head else linked
        elif head:
            said = f"{head} {said}"
        parts.append(f'<{tag} style="{style}">{said}</{tag}>')
    return "\n".join([*parts, "</div></body></html>", ""])


FORMS: Mapping[str, Callable[[WatchOutput], str]] = MappingProxyType(
    {"text": _text, "markdown": _markdown, "html": _html}
)
"""The printer of each form."""
