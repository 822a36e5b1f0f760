"""The tools of ``yange mcp``, asked by the official SDK's own client: ten questions, refusals, and a real process."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import sys
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pytest
from mcp import Client, StdioServerParameters

import yange
from yange.assistant import AssistantAnswers
from yange.assistant.answers import PublicProject
from yange.assistant.server import TOOLS, server

FERRY = "wanghai/dukou-guanli-banfa"
NIGHT = "wanghai/cujin-yejian-jingji-fanrong-fazhan-ruogan-cuoshi"
T = TypeVar("T")
Ask = Callable[..., dict[str, Any]]


def awaited(work: Coroutine[Any, Any, T]) -> T:
    """Run work in a thread of its own: the browser of this worker may have a loop in this one."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, work).result()


@pytest.fixture(scope="module")
def answers(project_root: Path) -> AssistantAnswers:
    return AssistantAnswers(PublicProject(project_root), date(2026, 12, 1))


@pytest.fixture(scope="module")
def ask(answers: AssistantAnswers) -> Ask:
    """A question as a client of the protocol asks it."""
    made = server(lambda: answers)

    async def asked(name: str, arguments: dict[str, str]) -> dict[str, Any]:
        async with Client(made) as client:
            result = await client.call_tool(name, arguments)
            assert not result.is_error, result.content
            assert result.structured_content is not None
            return dict(result.structured_content)

    return lambda name, **arguments: awaited(asked(name, arguments))


def test_every_tool_is_described(answers: AssistantAnswers) -> None:
    async def listed() -> dict[str, Any]:
        async with Client(server(lambda: answers)) as client:
            return {tool.name: tool for tool in (await client.list_tools()).tools}

    tools = awaited(listed())
    assert tuple(tools) == TOOLS
    for tool in tools.values():
        assert tool.description
        assert tool.annotations.read_only_hint
        assert "self" not in tool.input_schema.get("properties", {})
    assert tools["clause"].input_schema["required"] == ["policy", "clause", "day"]


def test_what_was_in_force_on_a_day(ask: Ask, project_root: Path) -> None:
    said = ask("in_force_on", day="2020-06-01", place="望海市")
    expected = yange.open(project_root).on("2020-06-01").in_force(place="望海市")
    assert said["in_force_count"] == len(expected)
    assert [one["policy"] for one in said["in_force"]] == [one.policy for one in expected]
    for one in said["in_force"]:
        assert {"citation", "address", "effective_basis", "status_on", "held", "sample"} <= set(one)
    assert isinstance(said["unknown"], list)


def test_a_text_and_a_clause_are_those_of_the_day(ask: Ask, project_root: Path) -> None:
    archive = yange.open(project_root)
    for day in ("2010-01-01", "2018-01-01", "2022-06-01"):
        text = archive.text(FERRY, on=day)
        assert ask("text_on", policy=FERRY, day=day)["words"] == text.words
        said = ask("clause", policy="渡口管理办法", clause="第三条", day=day)
        assert said["words"] == text["第三条"].text
        assert said["clause_in_force"] is True
        assert "第三条" in said["citation"]


def test_a_repealed_clause_says_so_and_by_what(ask: Ask) -> None:
    said = ask("clause", policy=NIGHT, clause="（八）", day="2024-01-01")
    assert said["clause_in_force"] is False
    assert "望府规〔2023〕5号" in "".join(said["out_of_force"])
    assert said["status"] == "in-force"
    assert ask("clause", policy=NIGHT, clause="（八）", day="2023-01-01")["clause_in_force"] is True


def test_what_changed_between_two_days(ask: Ask, project_root: Path) -> None:
    said = ask("compare", policy=FERRY, old_day="2010-01-01", new_day="2022-06-01")
    report = yange.open(project_root).compare(f"{FERRY}@2010-01-01", f"{FERRY}@2022-06-01")
    assert said["changes_count"] == len(report.changes)
    assert [one["summary"] for one in said["changes"]] == [one.summary for one in report.changes][:50]
    assert ask("compare", policy=FERRY, old_day="2010-01-01", new_day="2010-01-02")["same_text"]


def test_the_history_of_a_clause(ask: Ask) -> None:
    said = ask("history", policy=FERRY, clause="第三条", day="2022-06-01")
    steps = [(one["day"], one["operation"]) for one in said["steps"]]
    assert steps == [("2004-01-01", "inserted"), ("2015-09-08", "amended"), ("2021-03-26", "amended")]
    assert said["steps"][0]["not_held_between"] == ["v1964-06-10"]


def test_who_cites_a_policy(ask: Ask) -> None:
    said = ask("cited_by", policy=NIGHT)
    assert any(one["policy"].startswith("wanghai/zanting-zhixing") for one in said["cited_by"])


def test_what_happened_in_a_year(ask: Ask) -> None:
    said = ask("changes_between", since="2023-01-01", until="2023-12-31", place="望海市")
    assert ("2023-08-01", "partial-repeal") in {(one["day"], one["kind"]) for one in said["events"]}
    days = [one["day"] for one in said["events"]]
    assert days == sorted(days)
    assert all("2023-01-01" <= day <= "2023-12-31" for day in days)


def test_words_are_searched_in_the_law_of_the_day(ask: Ask) -> None:
    said = ask("search", words="外摆", day="2023-01-01")
    assert any(one["policy"] == NIGHT for one in said["clauses"])
    assert ask("search", words="外摆", day="2018-01-01")["clauses"] == []


def test_coverage_says_what_is_not_there(ask: Ask, project_root: Path) -> None:
    said = ask("coverage")
    held = sum(one.get("texts_held", 0) for one in said["places"])
    assert held == sum(one.held for one in yange.open(project_root).library.versions())
    assert sum(one.get("texts_not_held", 0) for one in said["places"]) > 0


@pytest.mark.parametrize(("tool", "arguments", "reason"), [
    ("text_on", {"policy": FERRY, "day": "yesterday"}, "unknown-day"),
    ("text_on", {"policy": "不存在的办法", "day": "2020-01-01"}, "unknown-name"),
    ("text_on", {"policy": "办法", "day": "2020-01-01"}, "ambiguous-name"),
    ("text_on", {"policy": FERRY, "day": "1990-01-01"}, "not-in-force"),
    ("clause", {"policy": FERRY, "clause": "第九十九条", "day": "2022-06-01"}, "unknown-clause"),
    ("compare", {"policy": FERRY, "old_day": "1990-01-01", "new_day": "2020-01-01"}, "not-in-force"),
    ("in_force_on", {"day": "2020-01-01", "place": "月球"}, "unknown-name"),
    ("changes_between", {"since": "2021-01-01", "until": "2020-01-01"}, "unknown-day"),
    ("search", {"words": " ", "day": "2020-01-01"}, "unknown-name"),
])  # fmt: skip
def test_refusals_are_typed(ask: Ask, tool: str, arguments: dict[str, str], reason: str) -> None:
    said = ask(tool, **arguments)
    assert said["refused"] == reason
    assert said["message"]
    assert "words" not in said


def test_a_text_that_is_not_held_is_refused(ask: Ask, project_root: Path) -> None:
    archive = yange.open(project_root)
    unheld = next(
        one for one in archive.on("2024-06-01").in_force() if one.version is not None and not one.version.held
    )
    said = ask("text_on", policy=unheld.policy, day="2024-06-01")
    assert said["refused"] == "not-held"
    assert said["status"] == "in-force"


def within(expected: object, said: object) -> bool:
    """Return whether an answer has the fields that a page shows of it, and the rows of a list in their order."""
    if isinstance(expected, dict):
        return isinstance(said, dict) and all(within(one, said.get(name)) for name, one in expected.items())
    if isinstance(expected, list) and expected:
        rest = iter(said if isinstance(said, list) else ())
        return all(any(within(one, other) for other in rest) for one in expected)
    return expected == said


def test_the_ten_questions_of_the_page_have_the_answers_that_it_shows(ask: Ask, project_root: Path) -> None:
    page = (project_root / "docs/how-to/assistants.md").read_text("utf-8").split("## Ten questions")[1]
    blocks = [json.loads(found) for found in re.findall(r"```json\n(.*?)```", page, re.S)]
    pairs = list(zip(blocks[::2], blocks[1::2], strict=True))
    assert len(pairs) == 10
    assert {call["tool"] for call, _ in pairs} == {*TOOLS} - {"coverage"}
    for call, answer in pairs:
        said = ask(call["tool"], **call["arguments"])
        assert within(answer, said), (call, said)


def test_private_persons_are_left_out(tmp_path: Path) -> None:
    letter = tmp_path / "policies/wanghai/dukou-fuhan"
    letter.mkdir(parents=True)
    (letter / "policy.md").write_text(
        "---\nid: wanghai/dukou-fuhan\ntitle: 关于渡口的复函\nplace: 望海市\nkind: 复函\n---\n", "utf-8"
    )
    (letter / "2020-03-01.md").write_text(
        "---\ntitle: 关于渡口的复函\nnumber: null\nissuer: []\nsigned: 2020-03-01\neffective: 2020-03-01\n"
        "effective_basis: stated\ntext: held\n---\n\n# 关于渡口的复函\n\n尊敬的王小明代表：\n\n收悉。\n",
        "utf-8",
    )
    answers = AssistantAnswers(PublicProject(tmp_path), date(2026, 12, 1))
    for said in (
        answers.text_on("关于渡口的复函", "2021-01-01"),
        answers.search("收悉", "2021-01-01"),
        answers.coverage(),
    ):
        assert "王小明" not in repr(said)


def test_a_process_answers_and_sees_a_changed_file(project_root: Path, tmp_path: Path) -> None:
    shutil.copytree(project_root / "policies/wanghai", tmp_path / "policies/wanghai")
    command = [sys.executable, "-m", "yange", "--project", str(tmp_path), "mcp"]
    ferry = tmp_path / "policies" / FERRY

    async def talk() -> list[str]:
        started = StdioServerParameters(command=command[0], args=command[1:])
        async with Client(started) as client:
            before = await client.call_tool("text_on", {"policy": FERRY, "day": "2022-06-01"})
            for file in (ferry / "2021-03-26.md",):
                file.write_text(file.read_text("utf-8").replace("渡船", "轮渡船"), "utf-8")
            after = await client.call_tool("text_on", {"policy": FERRY, "day": "2022-06-01"})
        return [str((one.structured_content or {}).get("words")) for one in (before, after)]

    before, after = awaited(talk())
    assert before != after
    assert after == before.replace("渡船", "轮渡船")
