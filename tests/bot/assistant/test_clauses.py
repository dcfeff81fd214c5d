"""Answers that quote: which of the clauses that were found are shown, and when none is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.assistant.answer import Answer, AnswerKind
from bot.assistant.answering import Answering
from bot.assistant.clauses import ClauseAnswers
from bot.assistant.conclusions import Conclusions
from bot.assistant.confidence import Confidence
from bot.assistant.rulebooks import Rulebooks
from bot.assistant.understanding.cues import bundled_cues
from knowledge.clause import ClauseRef
from knowledge.library import Library
from tests.bot.assistant.conftest import Read, ScopeOf
from tests.fakes.listed_search import DOUBTFUL, SURE, ListedSearch

TB, RLAC, WAL = "TB-GZ-036", "RLAC-CSSMS", "WAL-QP-21"


def tb(number: str) -> ClauseRef:
    return ClauseRef(TB, number)


@pytest.fixture(scope="module")
def search() -> ListedSearch:
    return ListedSearch()


@pytest.fixture(scope="module")
def clauses(
    library: Library, answering: Answering, rulebooks: Rulebooks, search: ListedSearch
) -> ClauseAnswers:
    conclusions = Conclusions(
        library, rulebooks.status, rulebooks.classification, rulebooks.deadlines, bundled_cues()
    )
    return ClauseAnswers(answering, search, Confidence.load(), conclusions)


@pytest.fixture
def found(clauses: ClauseAnswers, search: ListedSearch, read: Read, scope: ScopeOf) -> Found:
    return Found(clauses, search, read, scope)


class Found:
    """Asks with a search that finds the given clauses."""

    def __init__(
        self, clauses: ClauseAnswers, search: ListedSearch, read: Read, scope: ScopeOf
    ) -> None:
        self._clauses, self._search, self._read, self._scope = clauses, search, read, scope

    def answer(self, words: str, *refs: ClauseRef, sure: bool = True) -> Answer:
        self._search.refs, self._search.why = refs, SURE if sure else DOUBTFUL
        return self._clauses.by_words(self._read(words), self._scope(words))

    def numbers(self, words: str, *refs: ClauseRef) -> list[str]:
        answer = self.answer(words, *refs)
        assert answer.kind is AnswerKind.CLAUSES
        return [citation.quote.ref.number for citation in answer.citations]

    def by_number(self, words: str) -> Answer | None:
        asked, scope = self._read(words), self._scope(words)
        if not self._clauses.names_a_clause(asked, scope):
            return None
        return self._clauses.by_number(asked, scope)


def refs(answer: Answer | None) -> list[str]:
    assert answer
    return [str(citation.quote.ref) for citation in answer.citations]


def test_clause_asked_for_by_number_is_shown_whole(found: Found, library: Library) -> None:
    answer = found.by_number("腾标 5.4.5")
    assert refs(answer) == [f"{TB} 5.4.5"]
    assert answer
    assert answer.citations[0].quote == library.quote_whole(tb("5.4.5"))


def test_number_without_a_scheme_shows_the_clause_of_every_document(found: Found) -> None:
    assert refs(found.by_number("6.1是什么")) == [
        f"{TB} 6.1",
        f"{RLAC} 6.1",
        f"{WAL} 6.1",
    ]


@pytest.mark.parametrize(
    "words", ["腾标 99.9", "5.4.5里面相似场所年审到底要跑几个点我算不明白", "合同谁签字"]
)
def test_question_that_asks_more_than_a_number_is_searched(words: str, found: Found) -> None:
    assert found.by_number(words) is None


def test_clause_named_in_a_longer_question_stands_first(found: Found) -> None:
    numbers = found.numbers("TB 13.1里说的归档留存期限满了以后这些资料由谁来处理", tb("4.1"))
    assert numbers == ["13.1", "4.1"]


def test_three_best_clauses_of_a_named_scheme_are_shown(found: Found) -> None:
    numbers = found.numbers("腾标合同谁签", tb("5.3.1"), tb("4.1"), tb("4.2"), tb("13.1"))
    assert numbers == ["5.3.1", "4.1", "4.2"]


def test_search_is_told_the_schemes_and_not_their_names(found: Found, search: ListedSearch) -> None:
    found.answer("腾标合同谁签", tb("5.3.1"))
    found.answer("合同谁签", tb("5.3.1"))
    assert search.asked[-2:] == [("合同谁签", (TB,)), ("合同谁签", None)]


def test_words_read_as_others_are_searched_for_too(found: Found, search: ListedSearch) -> None:
    found.answer("年审谁去", tb("6.2.3"))
    assert search.asked[-1][0] == "年审谁去 监督审核"


def test_without_a_scheme_the_best_clause_of_each_is_shown(found: Found) -> None:
    hits: Sequence[ClauseRef] = (
        ClauseRef(WAL, "6.3"),
        tb("5.3.1"),
        ClauseRef(WAL, "6.6"),
        ClauseRef(RLAC, "4.3 (1)"),
    )
    answer = found.answer("合同谁签", *hits)
    assert [each.quote.ref.document for each in answer.citations] == [WAL, TB, RLAC]


def test_doubtful_hits_are_no_answer_but_are_named_as_nearest(found: Found) -> None:
    answer = found.answer("腾标食堂在哪", tb("4.1"), tb("4.2"), sure=False)
    assert answer.kind is AnswerKind.NO_ANSWER
    assert len(answer.citations) == 2
    assert "最接近的条款（并不回答这个问题）" in answer.text


def test_nearest_clauses_of_one_short_list_are_shown_once(found: Found) -> None:
    answer = found.answer("腾标食堂在哪", tb("6.2.6 ①"), tb("6.2.6 ②"), sure=False)
    assert [each.quote.ref for each in answer.citations] == [tb("6.2.6")]


def test_nothing_found_is_no_answer(found: Found) -> None:
    answer = found.answer("腾标食堂在哪")
    assert answer.kind is AnswerKind.NO_ANSWER
    assert answer.citations == ()


def test_question_about_a_foreign_scheme_is_not_answered_from_ours(found: Found) -> None:
    answer = found.answer("ISO9001的合同谁签", tb("5.3.1"))
    assert answer.kind is AnswerKind.NO_ANSWER


def test_clause_with_the_figure_asked_for_stands_before_one_without(found: Found) -> None:
    numbers = found.numbers("腾标暂停最长多久", tb("4.1"), tb("10.3.1 末段"), tb("4.2"))
    assert numbers == ["10.3.1 末段", "4.1", "4.2"]


def test_only_clauses_about_the_other_level_answer_for_it(found: Found) -> None:
    hits = [ClauseRef("CNITSEC-CLOUD-1", number) for number in ("3.2.3 5.", "5 第7段")]
    assert found.numbers("测评中心二级资质怎么申请", *hits) == ["5 第7段"]


def test_list_is_quoted_whole(found: Found, library: Library) -> None:
    answer = found.answer("腾标暂停的情形有哪些", tb("10.3.1 3)"), tb("4.1"))
    assert answer.citations[0].quote == library.quote_whole(tb("10.3.1"))


def test_both_sides_of_a_contradiction_are_shown(found: Found) -> None:
    words = "腾标证书信息到底是30个工作日还是次月10号前上报"
    numbers = found.numbers(words, tb("4.1"), tb("12.3 1)"))
    assert numbers[:2] == ["12.3 1)", "9.4.4 6)"]


def test_contradicted_clause_is_shown_with_its_other_side_unasked(found: Found) -> None:
    numbers = found.numbers("腾标证书信息怎么报", tb("12.3 1)"), tb("4.1"))
    assert numbers[:2] == ["12.3 1)", "9.4.4 6)"]


def test_conclusion_stands_with_the_clause_that_it_rests_on(found: Found) -> None:
    answer = found.answer("腾标客户欠费，暂停还是撤销", tb("10.3.1 9)"), tb("4.1"))
    assert answer.kind is AnswerKind.CALCULATION
    assert [each.value for each in answer.calculations] == ["暂停"]
    assert answer.citations[0].quote.ref == tb("10.3.1 9)")


def test_signals_tell_what_the_decision_rests_on(
    clauses: ClauseAnswers, search: ListedSearch, read: Read, scope: ScopeOf
) -> None:
    search.refs, search.why = (tb("4.1"),), SURE
    signals = clauses.signals(read("腾标证书有效期几年"), scope("腾标证书有效期几年"))
    assert signals
    assert (signals.meaning, signals.is_named, signals.lacks_figure) == (0.95, True, True)
    search.refs = ()
    assert clauses.signals(read("证书"), scope("证书")) is None


def test_the_row_of_a_table_is_the_one_whose_band_holds_the_number_asked_about(
    found: Found,
) -> None:
    assert found.numbers("腾标表里60人那一档怎么写", tb("附录A ≤15")) == ["附录A 46-65"]
