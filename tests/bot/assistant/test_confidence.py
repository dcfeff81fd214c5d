from __future__ import annotations

from dataclasses import replace

from bot.assistant.confidence import Confidence, Signals

SIGNALS = Signals(
    meaning=0.5,
    best_meaning=0.5,
    words=0.3,
    best_words=0.3,
    lacks_figure=False,
    is_named=True,
    length=8,
)
NOTHING = (0.0,) * len(SIGNALS.as_row())


def test_document_without_a_bank_is_judged_by_its_own_measurement() -> None:
    always, never = Confidence(NOTHING, 1.0, 0.0), Confidence(NOTHING, 1.0, 1.0)
    judge = replace(never, without_bank=always)
    assert judge.answers(replace(SIGNALS, has_bank=False))
    assert not judge.answers(SIGNALS)


def test_bundled_measurement_asks_less_of_a_document_without_a_bank() -> None:
    confidence = Confidence.load()
    assert confidence.answers(replace(SIGNALS, has_bank=False))
    assert not confidence.answers(SIGNALS)
