"""What the pages of all languages share, as HTML: clauses and the pieces of a change, whatever signs they hold."""

from __future__ import annotations

from datetime import date

import pytest

from yange.compare.result import Band, Edge, Edit, Grade
from yange.model import Library, Policy, Version
from yange.parse import parse
from yange.publish.facts.blocks import ClauseBlock
from yange.publish.facts.clause_names import Called
from yange.publish.facts.words import Words
from yange.publish.parts.citation_forms import CitationForm, Forms
from yange.publish.parts.clause_html import ClauseHtml, Permalinks, clauses
from yange.publish.parts.marked_words import names_others, new_side, pieces
from yange.timeline import build_timeline
from yange.withdrawn import Withdrawn

UNTOUCHED = Version(policy="a/b", key="undated", path="a/b/undated.md", title="甲", language="zh", body="")
OF = Library((Policy(id="a/b", title="甲", place="乙", versions=(UNTOUCHED,)),))
NOTHING_OUT = Withdrawn(build_timeline(OF), UNTOUCHED, parse(""))
FORMS = Forms(CitationForm("《甲<乙》"), CitationForm(""), CitationForm(""), CitationForm(""), chinese=True)
ARTICLE = ClauseBlock(
    "article", "art_3", "第三条", "第三条　", 0, 0, (("art_3__para_1", "不得“<b>”。"), ("", "甲&乙。"))
)
LETTER = ClauseBlock(
    "paragraph", "closing_1", "", "", 2, 0, (("", "特此函复。"),), hangs=True, role="leave", group="cover"
)


def made(block: ClauseBlock, called: Called | None) -> ClauseHtml:
    ((group, (clause,)),) = clauses(
        [block], {block.path: called} if called else {}, FORMS, NOTHING_OUT, date(2026, 1, 1)
    )
    assert group == block.group
    return clause


def test_a_clause_is_printed_with_its_label_its_paragraphs_and_its_anchors() -> None:
    clause = made(ARTICLE, Called("第三条", 'art. "3"'))
    assert clause.opening + clause.words == (
        '<div class="y-clause y-article y-d0 y-numbered" id="art_3"><span class="y-label">第三条　</span>'
        '<div class="y-words"><p id="art_3__para_1">不得“&lt;b&gt;”。</p><p>甲&amp;乙。</p></div>'
    )
    assert clause.named == ' data-zh="第三条" data-en="art. &#34;3&#34;"'
    assert clause.quoted == "《甲&lt;乙》第三条"


def test_a_clause_that_another_text_has_too_tells_the_scripts_so() -> None:
    forms = Forms(*((CitationForm(""),) * 4), chinese=True, shared=frozenset({"第三条"}))
    ((_, (clause,)),) = clauses([ARTICLE], {"art_3": Called("第三条", "art. 3")}, forms, NOTHING_OUT, date(2026, 1, 1))
    assert clause.named == ' data-zh="第三条" data-en="art. 3" data-shared'


def test_a_part_of_a_letter_is_set_as_one_and_has_no_name() -> None:
    clause = made(LETTER, None)
    assert clause.opening + clause.words == (
        '<div class="y-clause y-paragraph y-d2 y-hangs y-as-leave" id="closing_1">'
        '<div class="y-words"><p>特此函复。</p></div>'
    )
    assert (clause.called, clause.named, clause.quoted) == (None, "", "")


@pytest.mark.parametrize(
    ("language", "tag", "said", "unnamed"),
    [
        ("zh", "zh-Hans", Words("zh")("version.permalink", label="第三条"), Words("zh")("version.permalink.plain")),
        ("en", "en", "Permanent link to 第三条", Words("en")("version.permalink.plain")),
    ],
)
def test_a_clause_links_to_itself_in_words_of_the_page(language: str, tag: str, said: str, unnamed: str) -> None:
    links = Permalinks(Words(language))
    named = f'<a class="y-perma" href="#art_3" lang="{tag}" aria-label="{said}" data-zh="第三条" data-en="art. 3">#</a>'
    assert links.of(made(ARTICLE, Called("第三条", "art. 3"))) == named
    plain = f'<a class="y-perma" href="#closing_1" lang="{tag}" aria-label="{unnamed}">#</a>'
    assert links.of(made(LETTER, None)) == plain


def edge(*edits: Edit) -> Edge:
    return Edge("第一条", "第一条", "art_1", "art_1", 0.5, Band.SURE, edits)


def test_the_pieces_of_a_change_are_marked_and_escaped() -> None:
    change = edge(
        Edit("equal", "补助"),
        Edit("delete", "5<6", Grade.SUBSTANTIVE),
        Edit("insert", "\n8&9", Grade.SUBSTANTIVE),
        Edit("insert", "", None),
    )
    assert not names_others(change)
    assert pieces(change) == ('补助<del class="y-substantive">5&lt;6</del>\n<ins class="y-substantive">8&amp;9</ins>')
    assert new_side(change) == '补助\n<ins class="y-substantive">8&amp;9</ins>'


def test_words_that_came_from_another_clause_name_it_in_the_language_of_the_page() -> None:
    change = edge(Edit("insert", "每年一次", None, elsewhere="第<二>条"))
    assert names_others(change)
    for language in ("zh", "en"):
        note = Words(language).html("compare.from", label=Words(language).label("第<二>条"))
        assert "第&lt;二&gt;条" in note
        shown = f'<ins class="y-elsewhere">每年一次<span class="y-else">{note}</span></ins>'
        assert pieces(change, Words(language)) == new_side(change, Words(language)) == shown
    with pytest.raises(ValueError, match="no words"):
        pieces(change)
