"""Which words of which clause are shown, and that none is shown that is not in its document."""

from __future__ import annotations

import pytest

from bot.assistant.evidence import MOST_CITATIONS, Evidence
from knowledge.clause import ClauseRef, Quote
from knowledge.errors import QuoteNotFound
from knowledge.library import Library

TB = "TB-GZ-036"


def tb(number: str) -> ClauseRef:
    return ClauseRef(TB, number)


def test_citation_has_headings_and_source(evidence: Evidence, library: Library) -> None:
    citation = evidence.cite(library.quote(tb("10.3.1 1)")))
    assert citation.headings[-1].startswith("10.3.1")
    assert citation.source == "《公有云保护个人可识别信息安全管理体系认证规则》 · B/2 · 10.3.1 1)"


def test_document_without_an_edition_leaves_it_out(evidence: Evidence, library: Library) -> None:
    citation = evidence.cite(library.quote(ClauseRef("RLAC-CSSMS", "3.3")))
    assert citation.source == "《云服务信息安全管理体系认证规则》 · 3.3"


def test_words_that_are_not_in_the_document_are_refused(evidence: Evidence) -> None:
    with pytest.raises(QuoteNotFound):
        evidence.cite(Quote(tb("10.3.1"), "暂停期限最长不得超过9个月"))


def test_no_more_than_five_citations_are_shown(evidence: Evidence, library: Library) -> None:
    quotes = [library.quote(tb(f"10.3.1 {place})")) for place in range(1, 9)]
    cited = evidence.cite_all(quotes)
    assert len(cited) == MOST_CITATIONS
    assert [each.quote for each in cited] == quotes[:MOST_CITATIONS]


def test_words_already_shown_are_not_cited_again(evidence: Evidence, library: Library) -> None:
    whole = library.quote_whole(tb("6.2.6"))
    own, part = library.quote(tb("6.2.6")), library.quote(tb("6.2.6"), "认证资格保持的条件")
    assert [each.quote for each in evidence.cite_all([whole, own, part, whole])] == [whole]


def test_same_words_of_another_clause_are_cited(evidence: Evidence, library: Library) -> None:
    twice = [
        library.quote(tb("8.4 1)"), "严重不符合项的纠正措施验证"),
        library.quote(tb("8.4 2)"), "严重不符合项的纠正措施验证"),
    ]
    assert len(evidence.cite_all(twice)) == 2


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("4.1", "4.1"),  # words of its own
        ("13.1", "13.1"),  # a heading with its words
        ("10.3.1", "10.3.1"),  # opens a list, shown with it
        ("10.3.1 1)", "10.3.1 1)"),  # an item of a long list
        ("6.2.6 ①", "6.2.6"),  # an item of a short list
        ("附录A 126-175", "附录A 126-175"),  # a row
    ],
)
def test_lookup_shows_the_clause_that_says_enough(
    number: str, shown: str, evidence: Evidence
) -> None:
    assert evidence.clause(tb(number)).ref.number == shown


def test_clause_that_opens_a_list_is_shown_with_its_items(
    evidence: Evidence, library: Library
) -> None:
    assert evidence.clause(tb("10.3.1")) == library.quote_whole(tb("10.3.1"))


def test_heading_above_a_chapter_is_shown_alone(evidence: Evidence, library: Library) -> None:
    assert evidence.clause(tb("5.6")) == library.quote(tb("5.6"))


def test_words_of_a_step_are_shown_with_their_clause(evidence: Evidence, library: Library) -> None:
    words = library.quote(tb("13.1"), "被注销、撤销之日起2年以上")
    assert evidence.in_full(words) == library.quote(tb("13.1"))


def test_words_from_below_the_clause_stay_as_they_are(evidence: Evidence, library: Library) -> None:
    words = library.quote(tb("10.3.1"), "管理体系持续或严重不满足认证要求")
    assert words.text not in library.quote(tb("10.3.1")).text
    assert evidence.in_full(words) == words


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("10.3.1", "10.3.1"),
        ("10.3.1 7)", "10.3.1 7)"),  # has a list of its own
        ("10.3.1 1)", "10.3.1"),
        ("附录A 126-175", "附录A 表"),
        ("13.1", "13.1"),  # no list
    ],
)
def test_list_is_shown_whole(number: str, shown: str, evidence: Evidence, library: Library) -> None:
    assert evidence.whole_list(tb(number)) == library.quote_whole(tb(shown))


@pytest.mark.parametrize("number", ["5", "10"])
def test_chapter_is_too_long_to_be_shown_whole(
    number: str, evidence: Evidence, library: Library
) -> None:
    assert evidence.whole_clause(tb(number)) == library.quote(tb(number))
    assert evidence.whole_list(tb(number)) == library.quote(tb(number))


def test_clause_asked_for_by_number_has_everything_under_it(
    evidence: Evidence, library: Library
) -> None:
    assert evidence.whole_clause(tb("5.4.5")) == library.quote_whole(tb("5.4.5"))
