"""Measures the weights of the confidence on questions with and without an answer."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.assistant.answer import Question
from bot.assistant.assistant import Assistant
from bot.assistant.confidence import Confidence, Signals
from bot.assistant.familiar_words import FamiliarWords
from bot.measuring_words import measure_in_turn

Matrix = NDArray[np.float64]
_STEPS = 400
_RIDGE = 1.0
_TEMPLATE = """\
# 由 clausebot calibrate 测得，不要手改。
# 信号的次序见 bot/assistant/confidence.py 的 Signals.as_row。
# 有答案的问题 {answerable} 个，没有的 {unanswerable} 个。
# 误拒不超过 {allowed:.0%} 时拒答 {refused:.1%}。
weights = {weights}
bias = {bias}
threshold = {threshold}
"""


@dataclass(frozen=True, slots=True)
class Calibration:
    """The measured confidence and how it does on the questions it was measured on."""

    confidence: Confidence
    answerable: int
    unanswerable: int
    allowed: float
    refused: float

    def as_toml(self) -> str:
        """The file that the assistant reads."""
        return _TEMPLATE.format(
            answerable=self.answerable,
            unanswerable=self.unanswerable,
            allowed=self.allowed,
            refused=self.refused,
            weights=[round(weight, 4) for weight in self.confidence.weights],
            bias=round(self.confidence.bias, 4),
            threshold=round(self.confidence.threshold, 4),
        )


def signals_for(
    assistant: Assistant, questions: Iterable[Question], words: FamiliarWords
) -> list[Signals]:
    """The signals of each question that would be looked up, those with nothing found left out."""
    confidence = replace(assistant.clauses.confidence, words=words)
    judging = replace(assistant, clauses=replace(assistant.clauses, confidence=confidence))
    found = (judging.signals(question) for question in questions)
    return [signals for signals in found if signals is not None]


def signals_in_turn(
    assistant: Assistant, questions: Sequence[Question], answered: Sequence[str]
) -> list[Signals]:
    """Of unanswerable questions: each is judged by words that were measured without it."""
    said = [asked_words(assistant, question) for question in questions]
    return [
        signals
        for words, left_out in measure_in_turn(answered, said)
        for signals in signals_for(assistant, [questions[place] for place in left_out], words)
    ]


def asked_words(assistant: Assistant, question: Question) -> str:
    """What of a question its words are measured on."""
    return assistant.reader.read(question.text, question.today).words_without_schemes


def calibrate(
    answerable: Sequence[Signals], unanswerable: Sequence[Signals], allowed: float
) -> Calibration:
    """Fit the weights; the threshold refuses the ``allowed`` share of the answerable questions."""
    rows = np.array([each.as_row() for each in (*answerable, *unanswerable)])
    labels = np.array([1.0] * len(answerable) + [0.0] * len(unanswerable))
    weights, bias = _fit(rows, labels)
    plain = Confidence(tuple(weights), bias, 0.0)
    right = np.sort([plain.probability(each) for each in answerable])
    threshold = float(right[int(len(right) * allowed)])
    wrong = np.array([plain.probability(each) for each in unanswerable])
    confidence = Confidence(plain.weights, plain.bias, threshold)
    refused = float((wrong < threshold).mean())
    return Calibration(confidence, len(answerable), len(unanswerable), allowed, refused)


def _fit(rows: Matrix, labels: Matrix) -> tuple[list[float], float]:
    """Logistic regression by Newton's method on standardised signals, weighing both sides alike."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    spread[spread == 0] = 1.0
    design = np.hstack([(rows - mean) / spread, np.ones((len(rows), 1))])
    share = labels.mean()
    balance = np.where(labels == 1, 0.5 / share, 0.5 / (1 - share))
    ridge = _RIDGE * np.diag([1.0] * rows.shape[1] + [0.0])
    beta = np.zeros(design.shape[1])
    for _ in range(_STEPS):
        probability = 1 / (1 + np.exp(-design @ beta))
        gradient = design.T @ (balance * (probability - labels)) + ridge @ beta
        curvature = balance * probability * (1 - probability)
        step = np.linalg.solve((design.T * curvature) @ design + ridge, gradient)
        beta -= step
        if np.abs(step).max() < 1e-8:  # noqa: PLR2004 - numerical convergence
            break
    weights = beta[:-1] / spread
    return [float(weight) for weight in weights], float(beta[-1] - weights @ mean)


def read_plain_questions(path: Path) -> list[str]:
    """The questions ``q`` of a file of JSON lines."""
    lines = path.read_text("utf-8").splitlines()
    return [json.loads(line)["q"] for line in lines if line.strip()]
