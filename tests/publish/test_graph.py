from __future__ import annotations

import re
from dataclasses import replace

from publishing import DAY, ROOT

from yange.model import Library
from yange.publish.addresses import policy_address
from yange.publish.context import SiteContext
from yange.publish.parts.related_graph import ROW, Graph, arcs, graph
from yange.settings import Settings
from yange.shipped import folders
from yange.timeline import build_timeline

NIGHT = "wanghai/cujin-yejian-jingji-fanrong-fazhan-ruogan-cuoshi"


def drawn(library: Library, policy_id: str) -> Graph | None:
    context = SiteContext(library, build_timeline(library), Settings(), DAY, folders(ROOT, "templates"))
    return graph(context.view("zh", policy_address(policy_id)), context.policies[policy_id])


def test_what_acts_on_a_policy_and_what_it_cites_stand_around_it_in_order_of_time(library: Library) -> None:
    found = drawn(library, NIGHT)
    assert found is not None
    days = [node.day for node in found.nodes if node.day is not None]
    assert days == sorted(days)
    told = {node.policy.id.rpartition("/")[2]: node.relations for node in found.nodes}
    assert told["cujin-yejian-jingji-fanrong-fazhan-ruogan-cuoshi"] == ()
    assert told["zanting-zhixing-bufen-yejian-jingji-cuoshi-tonggao"] == ("graph.acts",)
    assert told["huwai-zhaopai-shezhi-guanli-guiding"][0] == "graph.acts"
    assert found.height == ROW * len(found.nodes)
    assert found.left_out == 0


def test_neighbours_are_joined_among_each_other(library: Library) -> None:
    found = drawn(library, NIGHT)
    assert found is not None
    assert any(not arc.own for arc in found.arcs), "the notice of revival ends the one of suspension"


def test_no_drawing_is_made_of_less_than_two_neighbours(library: Library) -> None:
    assert drawn(library, "wanghai/dukou-guanli-banfa") is None


def test_of_many_those_that_act_are_drawn_before_those_that_only_cite(library: Library) -> None:
    policy = library.policy("wanghai/rules-on-small-craft-berths")
    assert policy is not None
    first = replace(policy.versions[0], repeals=(), body="# A\n\nArticle 1. See 《望海市渡口管理办法》.\n")
    citing = tuple(
        replace(policy, id=f"wanghai/a-{n}", versions=(replace(first, policy=f"wanghai/a-{n}"),)) for n in range(30)
    )
    found = drawn(Library((*library.policies, *citing)), "wanghai/dukou-guanli-banfa")
    assert found is not None
    assert len(found.nodes) == 21
    assert found.left_out == 31 - 20
    assert any(node.relations == ("graph.repeals.passive",) for node in found.nodes)


def test_an_arc_leads_from_row_to_row_and_stays_in_the_picture() -> None:
    order = [str(n) for n in range(12)]
    edges = {("0", "11"): "cites", ("3", "2"): "repeals"}
    near, far = sorted(arcs(order, edges, "3"), key=lambda arc: not arc.own)
    assert (near.kind, near.own) == ("repeals", True)
    assert near.line.startswith(f"M58 {3 * ROW + ROW // 2}C")
    assert near.line.endswith(f" {2 * ROW + ROW // 2}")
    # a cubic with both middle points at x reaches three quarters of the way to x
    outermost = min(float(x) for x in re.findall(r"C(-?\d+)", far.line))
    assert 58 - 0.75 * (58 - outermost) >= 0
