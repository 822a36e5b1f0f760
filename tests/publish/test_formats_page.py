"""The written page on formats names every field of the data on the site and every column, in both languages."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from publishing import DAY, ROOT, all_pages

from yange.model import Library
from yange.publish.context import SiteContext
from yange.publish.files.data import lines, tables
from yange.settings import Settings
from yange.shipped import folders
from yange.timeline import build_timeline

pytestmark = pytest.mark.xdist_group("formats page")

PAGES = ("formats.md", "en/formats.md")


def section(page: str, heading: str) -> set[str]:
    """Return the names that stand as code below a heading of the page, up to the next heading of its level."""
    text = (ROOT / "site/pages" / page).read_text(encoding="utf-8")
    found = re.search(rf"^### {re.escape(heading)}\n(.*?)(?=^###? |\Z)", text, re.M | re.S)
    assert found is not None, f"{page} has no {heading}"
    return set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", found[1]))))


def names(value: object) -> set[str]:
    """Return the names of all fields within a value of JSON; front matter and counts have names of their own."""
    if isinstance(value, list):
        return set().union(*map(names, value)) if value else set()
    if not isinstance(value, dict):
        return set()
    inner = [names(one) for name, one in value.items() if name not in {"facts", "stats", "flags"}]
    return set(value).union(*inner)


@pytest.fixture(scope="module")
def records(library: Library) -> dict[str, set[str]]:
    """The names of all fields of the data of the sample city, by schema."""
    context = SiteContext(library, build_timeline(library), Settings(), DAY, folders(ROOT, "templates"))
    companions = [asset for page in all_pages(library) if page.companions for asset in page.companions()]
    found: dict[str, set[str]] = {}
    for asset in [*companions, *tables(context), *lines(context)]:
        if asset.address.endswith("/index.json"):
            value = json.loads(asset.content)
            found.setdefault(value["schema"], set()).update(names(value) - {"schema"})
    return found


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("schema", ["yange.policy/1", "yange.version/1", "yange.compare/1", "yange.data/1"])
def test_every_field_is_named_in_the_section_of_its_schema(
    records: dict[str, set[str]], schema: str, page: str
) -> None:
    told = section(page, f"`{schema}`")
    if schema == "yange.policy/1":
        told |= section(page, "`yange.compare/1`")
    elif schema == "yange.version/1":
        told |= section(page, "`yange.policy/1`")
        assert {"on", "policy", "facts", "clauses", "markdown"} <= section(page, f"`{schema}`")
    assert records[schema] - told == set()


@pytest.mark.parametrize("page", PAGES)
def test_every_column_of_the_tables_is_named_in_its_order(library: Library, page: str) -> None:
    context = SiteContext(library, build_timeline(library), Settings(), DAY, folders(ROOT, "templates"))
    text = (ROOT / "site/pages" / page).read_text(encoding="utf-8")
    for asset in tables(context):
        if asset.address.endswith(".csv"):
            columns = next(csv.reader(io.StringIO(asset.content.decode("utf-8-sig"))))
            name = asset.address.rpartition("/")[2]
            (line,) = re.findall(rf"^- `{name}`(?::|：)(.*?)(?:\. |。|\.\n)", text, re.M | re.S)
            assert re.findall(r"`(\w+)`", line) == columns
