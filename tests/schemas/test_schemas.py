"""JSON Schemas: those of the package are those of its types, and hold of what commands print and people write."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft7Validator, Draft202012Validator
from making import NAMED, WRITTEN, made

from gitting import Repo, version
from yange.cli.app import group
from yange.coding import Output, fields_of
from yange.compare.answers import read_answers
from yange.model import Library
from yange.parse.frontmatter import plain_values, read_policy, read_version, rewrite_version, split
from yange.parse.frontmatter.schema import PolicyFields, VersionFields
from yange.publish.context import SiteContext
from yange.publish.files.data import comparison_data, policy_data, tables, version_data
from yange.schemas import schema_files
from yange.settings import Settings
from yange.shipped import folders
from yange.timeline import build_timeline

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 23)
FILES = dict(schema_files())
BERTHS = "wanghai/rules-on-small-craft-berths"
FERRIES = "wanghai/dukou-guanli-banfa"


@cache
def validator(name: str) -> Any:
    kind = Draft7Validator if name in WRITTEN else Draft202012Validator
    schema = json.loads(FILES[f"{name}.json"])
    kind.check_schema(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


def faults(name: str, value: object) -> list[str]:
    return [f"{'/'.join(map(str, one.absolute_path))}: {one.message}" for one in validator(name).iter_errors(value)]


@pytest.mark.parametrize("name", NAMED)
def test_the_schema_of_the_package_is_that_of_the_types(name: str) -> None:
    assert FILES[f"{name}.json"].decode() == made(name), "make schemas writes it anew"


def test_every_output_of_the_package_has_a_schema() -> None:
    def documents(kind: type) -> Iterator[str]:
        for one in kind.__subclasses__():
            tag = one.__struct_config__.tag  # type: ignore[attr-defined]
            yield from [tag] if tag else []
            yield from documents(one)

    assert set(FILES) == {f"{name}.json" for name in NAMED}
    ours = {tag for tag in documents(Output) if not tag.startswith(("yange.archive-state/", "yange.outer/"))}
    assert ours == {title for title, _ in NAMED.values() if title.startswith("yange.")}


def printed(root: Path, *words: str) -> Any:
    result = CliRunner().invoke(group, ["--project", str(root), *words])
    assert result.exit_code in {0, 1}, result.output
    return json.loads(result.stdout)


READING = {
    "list": ("list", "--all"),
    "list of a day": ("list", "--on", "2020-06-01"),
    "show": ("show", FERRIES),
    "show a clause": ("show", f"{FERRIES}@2021-06-01", "--clause", "第三条"),
    "timeline": ("timeline",),
    "check": ("check",),
    "blame": ("blame", FERRIES),
    "history": ("history", FERRIES, "第三条"),
    "compare": ("compare", f"{FERRIES}@2016-01-01", f"{FERRIES}@2021-06-01"),
    "compare by steps": ("compare", f"{BERTHS}@2021-06-01", f"{BERTHS}@2024-09-01", "--steps"),
}


@pytest.mark.parametrize("words", READING.values(), ids=READING)
def test_what_a_command_prints_is_as_its_schema_says(words: tuple[str, ...]) -> None:
    assert faults(words[0], printed(ROOT, *words, "--json")) == []


def test_files_with_mistakes_and_files_outside_the_library(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("关于渡口的通知\n第一条　渡船应当登记。\n第一节 甲乙丙\n", "utf-8")
    (tmp_path / "b.txt").write_text("没有条号的一段话。", "utf-8")
    assert faults("compare", printed(tmp_path, "compare", f"{tmp_path}/a.txt", f"{tmp_path}/b.txt", "--json")) == []
    assert (
        faults("import", printed(tmp_path, "import", f"{tmp_path}/a.txt", f"{tmp_path}/b.txt", "--dry-run", "--json"))
        == []
    )
    folder = tmp_path / "policies" / "a" / "b"
    folder.mkdir(parents=True)
    (folder / "policy.md").write_text("---\nid: [\n---\n", "utf-8")
    found = printed(tmp_path, "check", "--json")
    assert found["problems"]
    assert faults("check", found) == []


def test_review_archive_and_editions(tmp_path: Path, project_root: Path) -> None:
    repo = Repo.make(tmp_path / "project")
    shutil.copy(project_root / "mkdocs.yml", repo.folder)
    (repo.folder / ".gitignore").write_text("build/\narchive/.*\narchive/history.git\narchive/edition-*\n")
    repo.commit({})
    on = ("--on", "2026-05-01")
    for words in (("archive", *on), ("archive", "--verify"), ("archive", "--publish", *on)):
        assert faults("editions" if "--publish" in words else "archive", printed(repo.folder, *words, "--json")) == []
    repo.commit({})
    base = repo.git("rev-parse", "HEAD").strip()
    repo.commit({"policies/wanghai/dukou/2026-01-01.md": version("2026-01-01", number="望府规〔2026〕1号")})
    found = printed(repo.folder, "review", base, "--json")
    assert found["policies"]
    assert faults("review", found) == []
    assert faults("editions", printed(repo.folder, "editions", "--json")) == []
    assert faults("editions", printed(repo.folder, "archive", "--edition", "1", "--json")) == []
    assert faults("list", printed(repo.folder, "list", "--as-recorded", base, "--json")) == []


def test_the_data_of_the_site_is_as_its_schemas_say(library: Library) -> None:
    few = Library(tuple(policy for policy in library.policies if policy.id in {FERRIES, BERTHS}))
    named = {title: name for name, (title, _) in NAMED.items()}
    seen = set()
    context = SiteContext(few, build_timeline(few), Settings(), DAY, folders(ROOT, "templates"))
    assets = list(tables(context))
    for policy in few.policies:
        assets.append(policy_data(context, policy))
        assets += [version_data(context, policy, version) for version in policy.versions]
        assets += [comparison_data(context, *pair) for pair in context.pairs.of(policy.id)]
    for asset in assets:
        if asset.address.endswith("index.json"):
            value = json.loads(asset.content)
            seen.add(value["schema"])
            assert faults(named[value["schema"]], value) == [], asset.address
    assert seen == {"yange.policy/1", "yange.version/1", "yange.compare/1", "yange.data/1"}


class _Core(yaml.SafeLoader):
    """YAML 1.2 as editors read it: days and ``on`` are text."""


_Core.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"true|false", "tf"),
    ("int", r"[0-9]+", "0123456789"),
    ("null", r"null|~|", "n~\0"),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})\Z"), [*_first, ""])


def front_matter(path: Path) -> object:
    parts = split(path.read_text("utf-8"))
    assert parts is not None
    return yaml.load(parts[0], _Core)


def test_every_file_of_the_sample_city_is_as_its_schema_says() -> None:
    files = sorted((ROOT / "policies").glob("*/*/*.md"))
    assert len(files) > 20
    for path in files:
        assert faults("policy" if path.name == "policy.md" else "version", front_matter(path)) == [], path
    answers = sorted((ROOT / "policies").glob("*/*/alignment.yml"))
    for path in answers:
        assert faults("alignment", yaml.load(path.read_text("utf-8"), _Core)) == [], path


TEXTS = {
    "title: 甲\n": True,
    "title: 甲\nissuer: 某市人民政府\nsigned: 2020-03-01\n": True,
    "title: 甲\nissuer: [甲, 乙]\nunits: {kind: article, count: 24}\n": True,
    "title: 甲\nrepeals: [{title: 乙, extent: whole}]\namended_by: {kind: 修正}\n": True,
    "title: 甲\neffective: null\nexpires: ~\nsources:\n": True,
    "number: 1\n": False,
    "title: 甲\nsigned: 2020-13-01\n": False,
    "title: 甲\nsigned: yesterday\n": False,
    "title: 甲\ntext: perhaps\n": False,
    "title: 甲\ndraft: maybe\n": False,
    "title: 甲\nunits: {count: many}\n": False,
    "title: 甲\ncolour: red\n": False,
    "title: 甲\nrepeals: [{name: 乙}]\n": False,
}


@pytest.mark.parametrize(("facts", "right"), TEXTS.items(), ids=range(len(TEXTS)))
def test_the_schema_and_the_reader_agree(facts: str, right: bool) -> None:
    assert (faults("version", yaml.load(facts, _Core)) == []) is right
    _, problems = read_version(f"---\n{facts}---\n", "policies/a/b/2020-03-01.md", "a/b")
    assert (problems == ()) is right


def test_the_schema_of_a_policy_and_its_reader_agree() -> None:
    right = "id: a/b\ntitle: 甲\nplace: 望海市\nsample: true\n"
    for facts, good in ((right, True), (right.replace("title: 甲\n", ""), False), (right + "colour: red\n", False)):
        assert (faults("policy", yaml.load(facts, _Core)) == []) is good
        assert (read_policy(f"---\n{facts}---\n", "policies/a/b/policy.md")[1] == ()) is good


def test_the_schema_of_answers_and_their_reader_agree() -> None:
    right = "- {old: v2019-01-06, new: v2020-03-01, together: [[第三条, 第五条]]}\n"
    wrongs = (right.replace(", 第五条", ""), right.replace("together", "twogether"), "- {old: v2019-01-06}\n", "a: b\n")
    for text in (right, *wrongs):
        values, _ = plain_values(text, "alignment.yml")
        assert (faults("alignment", yaml.load(text, _Core)) == []) is (text == right)
        assert (read_answers(values, "alignment.yml")[1] == ()) is (text == right)


def test_a_problem_ends_with_the_words_of_the_schema() -> None:
    words = json.loads(FILES["version.json"])["$defs"]["VersionFields"]["properties"]["signed"]["description"]
    facts = "---\ntitle: 甲\nsigned: yesterday\nissuer:\n  - {a: b}\n---\n"
    _, problems = read_version(facts, "policies/a/b/2020-03-01.md", "a/b")
    first, second = sorted(problems, key=lambda problem: problem.line or 0)
    assert (first.where, first.hint.endswith(f"(signed: {words})")) == ("policies/a/b/2020-03-01.md:3:9", True)
    assert (second.line, second.hint.endswith("(issuer: who issued it, one name each)")) == (5, True)


def test_every_field_that_a_person_writes_is_described() -> None:
    for kind in (VersionFields, PolicyFields):
        schema = json.loads(FILES["version.json" if kind is VersionFields else "policy.json"])
        properties = schema["$defs"][kind.__name__]["properties"]
        assert [name for name in fields_of(kind) if not properties[name].get("description")] == []


def test_a_line_for_a_language_server_is_kept_and_read_as_a_comment() -> None:
    line = "# yaml-language-server: $schema=https://example.org/schemas/version.json\n"
    text = f"---\n{line}title: 甲\n---\n\n# 甲\n"
    read, problems = read_version(text, "policies/a/b/undated.md", "a/b")
    assert (problems, read is not None) == ((), True)
    assert read is not None
    assert line in rewrite_version(text, read, replace(read, number="望府规〔2026〕1号"))


@pytest.mark.parametrize("page", ["formats.md", "en/formats.md"])
def test_the_page_on_formats_names_every_schema(page: str) -> None:
    words = (ROOT / "site" / "pages" / page).read_text("utf-8")
    part = words[words.index("## JSON Schema") :]
    assert [name for name in NAMED if f"`{name}`" not in part] == []


def test_the_lines_of_check_are_those_that_the_matcher_of_compilers_reads(tmp_path: Path) -> None:
    folder = tmp_path / "policies" / "a" / "b"
    folder.mkdir(parents=True)
    (folder / "policy.md").write_text("---\nid: a/b\ntitle: 甲\nplace: 乙\ncolour: red\n---\n", "utf-8")
    said = CliRunner().invoke(group, ["--project", str(tmp_path), "check"]).stdout
    # the pattern of VS Code's $gcc
    found = re.findall(r"^(.*?):(\d+):(\d*):?\s+(?:fatal\s+)?(warning|error):\s+(.*)$", said, re.M)
    assert ("policies/a/b/policy.md", "5", "1", "error") in [one[:4] for one in found]
