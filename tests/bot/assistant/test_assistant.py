"""From a question to an answer: which part answers, and what holds for every answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import wording
from bot.assistant.answer import Answer, AnswerKind, Question
from bot.assistant.assistant import LONGEST_QUESTION, Assistant
from bot.assistant.evidence import MOST_CITATIONS
from bot.composition import assistant_over
from knowledge.clause import ClauseRef
from knowledge.errors import UnknownDocument
from knowledge.library import Library
from tests.bot.assistant.conftest import TODAY, Ask
from tests.fakes.listed_search import ListedSearch

CASES = Path(__file__).parents[2] / "cases"
TB = "TB-GZ-036"


def tb(number: str) -> ClauseRef:
    return ClauseRef(TB, number)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", wording.EMPTY_QUESTION),
        ("  \n ", wording.EMPTY_QUESTION),
        ("🎉🎉", wording.NO_WORDS),
        ("？？？", wording.NO_WORDS),
        ("你好", wording.GREETING),
        ("谢谢！", wording.GREETING),
        ("问" * (LONGEST_QUESTION + 1), wording.question_too_long(2001, LONGEST_QUESTION)),
        ("腾标2026-02-30签发的证哪天到期", wording.impossible_date("2026-02-30")),
        ("腾标13月5日审的，下次哪天", wording.impossible_date("13月5日")),
    ],
)
def test_what_cannot_be_read_gets_one_sentence(words: str, sentence: str, ask: Ask) -> None:
    answer = ask(words, tb("4.1"))
    assert (answer.kind, answer.text) == (AnswerKind.NO_ANSWER, sentence)


def test_longest_question_is_still_read(ask: Ask) -> None:
    words = "腾标合同谁签".ljust(LONGEST_QUESTION, "签")
    assert ask(words, tb("5.3.1")).kind is AnswerKind.CLAUSES


def test_unknown_scheme_of_a_channel_is_an_error_and_no_answer(ask: Ask) -> None:
    with pytest.raises(UnknownDocument):
        ask("监督多久一次", scheme="NOPE")


def test_clause_asked_for_by_number_comes_before_everything_else(ask: Ask) -> None:
    answer = ask("腾标 附录A 注⑤ 监督几个人天", tb("4.1"))
    assert answer.kind is AnswerKind.CLAUSES
    assert answer.citations[0].quote.ref.number == "附录A 注⑤"


def test_what_can_be_computed_is_not_searched_for(ask: Ask) -> None:
    answer = ask("腾标80人初审几个人天", tb("4.1"))
    assert answer.kind is AnswerKind.CALCULATION
    assert tb("4.1") not in [each.quote.ref for each in answer.citations]


def test_what_cannot_be_computed_is_searched_for(ask: Ask) -> None:
    assert ask("腾标合同谁签", tb("5.3.1")).citations[0].quote.ref == tb("5.3.1")


def test_scheme_of_the_channel_answers_where_none_is_named(ask: Ask) -> None:
    answer = ask("80人初审几个人天", scheme="RLAC-CSSMS")
    assert [each.document for each in answer.calculations] == ["RLAC-CSSMS"]


def test_fact_that_no_rule_can_be_applied_to_is_refused_in_one_sentence(ask: Ask) -> None:
    answer = ask("腾标0人初审几个人天", tb("4.1"))
    assert answer.kind is AnswerKind.NO_ANSWER
    assert answer.text.count("。") == 1
    assert answer.citations == ()


def test_comparison_comes_before_the_question_which_scheme(ask: Ask) -> None:
    assert ask("80人初审几个人天，各家比一下").clarification is None


def test_reply_is_read_after_what_was_asked_before(library: Library) -> None:
    assistant = assistant_over(library, ListedSearch())
    before = ("腾标80人初审几个人天",)
    answer = assistant.answer(Question("换成200人呢", TODAY, before=before))
    assert [each.inputs["headcount"] for each in answer.calculations] == [200]


def test_signals_are_those_of_the_clauses_found(library: Library) -> None:
    search = ListedSearch((tb("4.1"),))
    signals = assistant_over(library, search).signals(Question("腾标合同谁签", TODAY))
    assert signals
    assert signals.is_named
    assert assistant_over(library, ListedSearch()).signals(Question("合同", TODAY)) is None


def asked_questions() -> Iterator[tuple[str, date]]:
    for file in sorted(CASES.glob("asked*/*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            body = json.loads(line)
            yield body["q"], date.fromisoformat(body["today"])


@pytest.fixture(scope="module")
def answers(real_assistant: Assistant) -> list[tuple[str, Answer]]:
    return [
        (words, real_assistant.answer(Question(words, day))) for words, day in asked_questions()
    ]


@pytest.mark.model
def test_every_quote_of_every_answer_is_verbatim(
    answers: list[tuple[str, Answer]], real_assistant: Assistant
) -> None:
    library = real_assistant.answering.library
    quotes = [each.quote for _, answer in answers for each in answer.citations]
    quotes += [
        quote
        for _, answer in answers
        for calculation in answer.calculations
        for quote in (*calculation.quotes, *(step.quote for step in calculation.steps))
        if quote
    ]
    assert len(quotes) > 1000
    assert [quote for quote in quotes if not library.holds(quote)] == []


@pytest.mark.model
def test_no_answer_has_more_than_five_citations_or_cites_one_twice(
    answers: list[tuple[str, Answer]],
) -> None:
    for words, answer in answers:
        quotes = [citation.quote for citation in answer.citations]
        assert len(quotes) <= MOST_CITATIONS, words
        assert len(set(quotes)) == len(quotes), words


@pytest.mark.model
def test_every_answer_says_something_and_is_of_its_kind(
    answers: list[tuple[str, Answer]],
) -> None:
    for words, answer in answers:
        assert answer.text, words
        match answer.kind:
            case AnswerKind.CALCULATION:
                assert answer.calculations and not answer.clarification, words
            case AnswerKind.CLAUSES:
                assert answer.citations and not answer.calculations, words
            case AnswerKind.CLARIFICATION:
                assert answer.clarification, words
            case AnswerKind.NO_ANSWER:
                assert not answer.calculations and not answer.clarification, words


@pytest.mark.model
def test_every_calculation_rests_on_a_clause_that_is_cited(
    answers: list[tuple[str, Answer]],
) -> None:
    for words, answer in answers:
        cited = {citation.quote.ref for citation in answer.citations}
        for calculation in answer.calculations[:MOST_CITATIONS]:
            assert calculation.quotes, words
            assert {quote.ref for quote in calculation.quotes} & cited, words


@pytest.mark.model
def test_every_warning_is_said_once(answers: list[tuple[str, Answer]]) -> None:
    for words, answer in answers:
        assert len(set(answer.warnings)) == len(answer.warnings), words


@given(st.text(max_size=60))
def test_any_text_gets_an_answer(words: str) -> None:
    assert ANY.answer(Question(words, TODAY)).text


ANY = assistant_over(Library.load(), ListedSearch((tb("4.1"),)))
