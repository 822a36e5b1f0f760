from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yange.model import Version
from yange.publish.addresses import Addresses, compare_address, policy_address, relative, version_address


def version(policy: str, key: str) -> Version:
    return Version(policy=policy, key=key, path=f"policies/{policy}/{key.removeprefix('v')}.md", title="t")


def test_addresses_are_the_ones_promised() -> None:
    old, new = version("w/a", "v2020-03-01"), version("w/a", "v2022-01-01.2")
    assert policy_address("w/a") == "w/a/"
    assert version_address(new) == "w/a/v2022-01-01.2/"
    assert compare_address(old, new) == "w/a/v2022-01-01.2/compare/v2020-03-01/"
    assert compare_address(version("w/b", "undated"), new) == "w/a/v2022-01-01.2/compare/w/b/undated/"


@pytest.mark.parametrize(
    ("origin", "target", "anchor", "link"),
    [
        ("", "", "", "./"),
        ("", "w/a/", "", "w/a/"),
        ("w/a/", "", "", "../../"),
        ("w/a/", "w/a/v2020-03-01/", "art_3", "v2020-03-01/#art_3"),
        ("w/a/v2020-03-01/", "w/a/", "", "../"),
        ("w/a/v2020-03-01/", "w/b/", "", "../../b/"),
        ("en/w/a/", "en/", "", "../../"),
        ("w/a/", "w/a/", "art_12-1", "#art_12-1"),
        ("w/a/", "w/b/", 'x"y', "../b/#x%22y"),
    ],
)
def test_links_are_relative(origin: str, target: str, anchor: str, link: str) -> None:
    assert relative(origin, target, anchor) == link


ADDRESS = st.lists(st.sampled_from(["a", "b", "en", "2020-03-01", "x-1"]), max_size=5).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)


@given(ADDRESS, ADDRESS)
def test_a_browser_finds_the_target_from_anywhere(origin: str, target: str) -> None:
    for base in ("https://h.test/", "https://h.test/sub/path/", "file:///site/"):
        assert urljoin(base + origin, relative(origin, target)) == base + target


@given(ADDRESS, ADDRESS, st.sampled_from(["", "art_3"]))
def test_a_link_is_the_same_in_every_language(origin: str, target: str, anchor: str) -> None:
    assert relative(f"en/{origin}", f"en/{target}", anchor) == relative(origin, target, anchor)


def test_the_first_language_stands_at_the_root() -> None:
    addresses = Addresses(("en", "zh"))
    assert addresses.of("en", "w/a/") == "w/a/"
    assert addresses.of("zh", "w/a/") == "zh/w/a/"
    assert addresses.alternates("zh", "") == (("en", ""),)
