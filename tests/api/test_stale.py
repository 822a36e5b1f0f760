"""Clauses that rest on law that is gone: what is found, what is left out, and what is said not to be known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import yange
from yange.api.archive import Archive
from yange.api.stale_result import StaleCitation
from yange.cli.app import group

ON = "2024-06-01"


def _text(title: str, number: str, day: str, body: list[str], **more: str) -> str:
    facts = {"expires": "null", "repeals": "[]", **more}
    lines = "\n".join(f"{name}: {value}" for name, value in facts.items())
    return (
        f"---\ntitle: {title}\nnumber: {number}\nissuer: [林岸市人民政府]\nsigned: {day}\npublished: null\n"
        f"effective: {day}\neffective_basis: stated\ncommenced: {day}\n{lines}\ntext: held\ncondition: complete\n"
        f"units: {{kind: article, count: {len(body)}}}\nsources: []\nchecked: null\n---\n\n# {title}\n\n"
        + "\n\n".join(body)
        + "\n"
    )


def _numbered(words: list[str]) -> list[str]:
    digits = "一二三四五六七八九"
    return [f"第{digits[nth]}条　{sentence}" for nth, sentence in enumerate(words)]


WASTE = [
    "为了加强河道采砂管理，保护堤防安全，制定本办法。",
    "河道采砂实行许可制度，由水务部门负责审批和监督检查。",
    "申请采砂许可的，应当提交采砂船舶证书和作业方案。",
    "禁止在桥梁上下游五百米范围内采砂作业。",
    "违反本办法第四条规定的，处一万元以上三万元以下罚款。",
]
WASTE_NEW = [WASTE[0], "本办法所称采砂，包括采石和取土。", *WASTE[1:3], WASTE[4].replace("第四条", "规划禁采区")]
"""第二条 and 第三条 become 第三条 and 第四条; what was 第四条 is gone."""
CITING = [
    "为了规范砂石码头经营行为，制定本规定。",
    "砂石来源应当符合《林岸市河道采砂管理办法》第二条的规定。",
    "码头选址应当遵守《林岸市河道采砂管理办法》第四条。",
    "经营者应当依照《林岸市砂石堆场管理办法》办理备案。",
    "装卸作业适用《林岸市码头作业安全规定》。",
    "运输车辆依照《林岸市渣土运输管理办法》管理。",
    "《林岸市砂石税费征收办法》另有规定的，从其规定。",
    "罚款依照《林岸市河道采砂管理办法》（林府〔2010〕1号）执行。",
    "本规定自2012年1月1日起施行。《林岸市砂石码头管理暂行规定》同时废止。",
]


def _project(root: Path) -> Path:
    def policy(slug: str, title: str, **texts: str) -> None:
        folder = root / "policies" / "linan" / slug
        folder.mkdir(parents=True)
        (folder / "policy.md").write_text(
            f"---\nid: linan/{slug}\ntitle: {title}\nplace: 林岸市\nkind: 办法\nrank: 规章\nsample: true\n---\n",
            "utf-8",
        )
        for day, text in texts.items():
            (folder / f"{day}.md").write_text(text, "utf-8")

    sand, yard, work, soil = (
        "林岸市河道采砂管理办法",
        "林岸市砂石堆场管理办法",
        "林岸市码头作业安全规定",
        "林岸市渣土运输管理办法",
    )
    policy("sand", sand, **{
        "2010-01-01": _text(sand, "林府〔2010〕1号", "2010-01-01", _numbered(WASTE)),
        "2018-01-01": _text(sand, "林府〔2018〕7号", "2018-01-01", _numbered(WASTE_NEW)),
    })  # fmt: skip
    policy("yard", yard, **{"2011-01-01": _text(yard, "林府〔2011〕2号", "2011-01-01", _numbered(WASTE[:2]))})
    gone = f"{{policy: linan/yard, number: 林府〔2011〕2号, title: {yard}, extent: whole, on: 2020-01-01}}"
    ending, repeals = "林岸市人民政府关于废止部分规章的决定", _numbered([f"废止《{yard}》（林府〔2011〕2号）。"])
    ended = _text(ending, "林府〔2020〕5号", "2020-01-01", repeals, repeals=f"[{gone}]")
    policy("ending", ending, **{"2020-01-01": ended})
    expired = _text(
        work, "林府〔2011〕9号", "2011-06-01", _numbered(WASTE[:2]), expires="2016-05-31", expires_basis="stated"
    )
    policy("work", work, **{"2011-06-01": expired})
    policy("soil", soil, **{"2011-07-01": _text(soil, "林府〔2011〕12号", "2011-07-01", _numbered(WASTE[:2]))})
    old = "林岸市砂石码头管理暂行规定"
    policy("wharf-old", old, **{"2005-01-01": _text(old, "林府〔2005〕3号", "2005-01-01", _numbered(WASTE[:2]))})
    own = f"[{{policy: linan/wharf-old, number: null, title: {old}, extent: whole, on: 2012-01-01}}]"
    new = "林岸市砂石码头经营规定"
    later = _numbered(CITING)
    later[2] = "第三条　码头选址应当遵守《林岸市河道采砂管理办法》第三条，并向社会公示。"
    later[8] = later[8].replace("2012", "2019")
    again = own.replace("on: 2012", "on: 2019")
    policy("wharf", new, **{
        "2012-01-01": _text(new, "林府〔2011〕30号", "2012-01-01", _numbered(CITING), repeals=own),
        "2019-01-01": _text(new, "林府〔2018〕40号", "2019-01-01", later, repeals=again),
    })  # fmt: skip
    return root


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return yange.open(_project(tmp_path_factory.mktemp("stale")))


def of_wharf(archive: Archive, day: str) -> dict[str, StaleCitation]:
    return {one.clause: one for one in archive.stale(day) if one.policy == "linan/wharf"}


def test_what_became_of_the_cited_law(archive: Archive) -> None:
    assert not [one for one in archive.check() if one.severity.value == "error"]
    found = of_wharf(archive, "2018-06-01")
    assert {clause: one.kind.value for clause, one in found.items()} == {
        "第二条": "renumbered",
        "第三条": "clause-gone",
        "第五条": "ended",  # expired
        "第七条": "unknown",  # the archive does not have it
        "第八条": "other-text",  # by the number of a text that was replaced
    }
    assert found["第二条"].today is not None
    assert found["第二条"].today.endswith("第三条")
    assert (found["第三条"].today, found["第五条"].today) == (None, None)
    assert found["第八条"].today is not None
    assert "林府〔2018〕7号" in found["第八条"].today
    assert found["第二条"].cites == "《林岸市河道采砂管理办法》第二条"
    assert found["第二条"].cited_policy == "linan/sand"


@pytest.mark.parametrize(("day", "clause", "kind"), [
    ("2016-05-31", "第五条", None), ("2016-06-01", "第五条", "ended"),  # its last day in force, and the first day out
    ("2017-12-31", "第二条", None), ("2018-01-01", "第二条", "renumbered"),
    ("2019-12-31", "第四条", None), ("2020-01-01", "第四条", "ended"),
])  # fmt: skip
def test_days_on_each_side(archive: Archive, day: str, clause: str, kind: str | None) -> None:
    found = of_wharf(archive, day).get(clause)
    assert (found.kind.value if found else None) == kind


def test_a_citation_means_the_law_of_the_day_on_which_its_clause_was_written(archive: Archive) -> None:
    """第二条 kept its words of 2012 in the text of 2019; 第三条 was written anew then, and is right."""
    found = of_wharf(archive, "2019-06-01")
    assert found["第二条"].kind.value == "renumbered"
    assert found["第二条"].written.isoformat() == "2012-01-01"
    assert "第三条" not in found


def test_what_a_text_repeals_itself_is_no_law_it_rests_on(archive: Archive) -> None:
    assert "第九条" not in of_wharf(archive, ON)
    assert [one for one in archive.stale(ON) if one.policy == "linan/ending"] == []


def test_the_command(archive: Archive) -> None:
    call = ["--project", str(archive.project.root), "stale", "--on", ON]
    said = CliRunner().invoke(group, call)
    assert said.exit_code == 0
    assert "renumbered" in said.stdout
    assert "林岸市砂石税费征收办法" not in said.stdout
    assert "林岸市砂石税费征收办法" in CliRunner().invoke(group, [*call, "--unknown"]).stdout
    output = json.loads(CliRunner().invoke(group, [*call, "linan/wharf", "--json"]).stdout)
    assert output["schema"] == "yange.stale/1"
    assert output["texts"] == 1
    assert sum(output["counts"].values()) == len(output["stale"])
    assert CliRunner().invoke(group, [*call, "--place", "nowhere"]).exit_code == 2
