"""The clauses of a text as a script beside its page: what the browser compares with any other text."""

from __future__ import annotations

from yange.model import Policy, Version
from yange.publish.addresses import CLAUSES, version_address
from yange.publish.assets import Asset, script_json
from yange.publish.context import SiteContext

__all__ = ["clauses_script"]


def clauses_script(context: SiteContext, policy: Policy, version: Version) -> Asset:
    """Return the clauses of a text as a script, beside its page: anchor, name, words and line of each.

    The script calls ``yangeText`` with the key of the text, the clauses, and the id of the policy. A line is
    a number, the same in every text of the policy; ``null`` where no line is known.
    """
    threads = context.threads(policy.id)
    numbers = {id(line): number for number, line in enumerate(threads.lines)}
    clauses = []
    for unit in context.units(version.body):
        line = threads.at.get((version.key, unit.path))
        clauses.append((unit.path, unit.label, unit.text, None if line is None else numbers[id(line)]))
    body = f"yangeText({script_json(version.key)},{script_json(clauses)},{script_json(policy.id)});\n"
    return Asset(f"{version_address(version)}{CLAUSES}", body.encode())
