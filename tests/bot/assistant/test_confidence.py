"""Whether what was found is an answer: more that speaks for it never makes it less of one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.assistant.confidence import Confidence, Signals, signals_of
from knowledge.clause import ClauseRef
from tests.bot.assistant.conftest import Read, ScopeOf
from tests.fakes.listed_search import Hit, Why

SIGNALS = Signals(
    meaning=0.5,
    best_meaning=0.5,
    words=0.3,
    best_words=0.3,
    lacks_figure=False,
    is_named=True,
    length=8,
    in_document=0.9,
    missing_word=3.0,
    missing_pairs=0.6,
    pairs_not_in_document=0.1,
    longest_gap=3,
    familiar=0.0,
)
BETTER = {
    "meaning": replace(SIGNALS, meaning=0.9, best_meaning=0.9),
    "words": replace(SIGNALS, words=0.9, best_words=0.9),
}
NOTHING = (0.0,) * len(SIGNALS.as_row())


WORSE = {
    "the figure asked for": replace(SIGNALS, lacks_figure=True),
    "pairs of characters": replace(SIGNALS, missing_pairs=0.9, longest_gap=8),
    "a word in the document": replace(SIGNALS, missing_word=8.0),
    "familiar words": replace(SIGNALS, familiar=-3.0),
}


def test_document_without_a_bank_is_judged_by_its_own_measurement() -> None:
    always, never = Confidence(NOTHING, 1.0, 0.0), Confidence(NOTHING, 1.0, 1.0)
    judge = replace(never, without_bank=always)
    assert judge.answers(replace(SIGNALS, has_bank=False))
    assert not judge.answers(SIGNALS)


def test_bundled_measurement_asks_less_of_a_document_without_a_bank() -> None:
    confidence = Confidence.load()
    half_of_the_words = replace(SIGNALS, words=0.5, best_words=0.5)
    assert confidence.answers(replace(half_of_the_words, has_bank=False))
    assert not confidence.answers(half_of_the_words)


@pytest.mark.parametrize("name", BETTER)
def test_better_hit_is_more_of_an_answer(name: str) -> None:
    confidence = Confidence.load()
    assert confidence.probability(BETTER[name]) > confidence.probability(SIGNALS)


@pytest.mark.parametrize("lack", WORSE)
def test_hit_that_lacks_something_is_less_of_an_answer(lack: str) -> None:
    confidence = Confidence.load()
    assert confidence.probability(WORSE[lack]) < confidence.probability(SIGNALS)


@pytest.mark.parametrize(("bias", "probability"), [(0.0, 0.5), (1000.0, 1.0), (-1000.0, 0.0)])
def test_probability_stays_between_nothing_and_certainty(bias: float, probability: float) -> None:
    assert Confidence(NOTHING, bias, 0.5).probability(SIGNALS) == pytest.approx(probability)


def test_threshold_itself_is_enough() -> None:
    assert Confidence(NOTHING, 0.0, 0.5).answers(SIGNALS)
    assert not Confidence(NOTHING, 0.0, 0.51).answers(SIGNALS)


def test_signals_are_those_of_the_best_hit_and_of_the_best_three(
    read: Read, scope: ScopeOf
) -> None:
    ref = ClauseRef("TB-GZ-036", "4.1")
    hits = [Hit(ref, 1.0, Why(each, each / 2)) for each in (0.4, 0.6, 0.5, 0.9)]
    words = "腾标合同谁签"
    found = signals_of(read(words), scope(words), hits, lacks_figure=True, familiar=1.5)
    assert (found.meaning, found.best_meaning) == (0.4, 0.6)
    assert (found.words, found.best_words) == (0.2, 0.3)
    assert (found.lacks_figure, found.is_named, found.length) == (True, True, 4)
    assert (found.in_document, found.longest_gap, found.familiar) == (1.0, 0, 1.5)
    assert found.has_bank


def test_document_that_staff_added_has_no_bank(read: Read, scope: ScopeOf) -> None:
    hits = [Hit(ClauseRef("NEW-1", "1"), 1.0, Why(0.4, 0.2))]
    assert not signals_of(
        read("谁签"), scope("谁签"), hits, lacks_figure=False, familiar=0.0
    ).has_bank
