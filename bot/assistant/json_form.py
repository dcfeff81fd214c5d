"""The answer as JSON, exactly as the command-line contract has it."""

from __future__ import annotations

from typing import Any

from bot.assistant.answer import Answer, Citation
from bot.assistant.figures import as_json
from calculators.calculation import Alternative, Calculation, Step
from calculators.person_day_variations import Variation
from knowledge.clause import Quote


def answer_as_json(answer: Answer, question_id: str | None = None) -> dict[str, Any]:
    """One JSON object; ``id`` only where the question had one."""
    body: dict[str, Any] = {} if question_id is None else {"id": question_id}
    clarification = answer.clarification
    variations = [_variation(each) for each in answer.variations]
    return body | {
        "kind": str(answer.kind),
        "text": answer.text,
        "citations": [_citation(citation) for citation in answer.citations],
        "calculations": [
            _calculation(each) | {"variations": variations} for each in answer.calculations
        ],
        "clarification": clarification
        and {
            "ask": list(clarification.ask),
            "prompt": clarification.prompt,
            "options": [
                {"name": option.name, "value": option.value, "label": option.label}
                for option in clarification.options
            ],
        },
        "warnings": list(answer.warnings),
    }


def _citation(citation: Citation) -> dict[str, str]:
    return _quote(citation.quote)


def _quote(quote: Quote) -> dict[str, str]:
    return {"document": quote.ref.document, "clause": quote.ref.number, "quote": quote.text}


def _calculation(calculation: Calculation) -> dict[str, Any]:
    return {
        "document": calculation.document,
        "calculator": calculation.calculator,
        "label": calculation.label,
        "value": as_json(calculation.value),
        "unit": calculation.unit,
        "inputs": dict(calculation.inputs),
        "steps": [_step(step) for step in calculation.steps],
        "alternatives": [_alternative(each) for each in calculation.alternatives],
        "warnings": list(calculation.warnings),
    }


def _variation(variation: Variation) -> dict[str, Any]:
    return {
        "label": variation.label,
        "value": as_json(variation.value),
        "unit": variation.unit,
    }


def _step(step: Step) -> dict[str, Any]:
    clause = step.quote.ref.number if step.quote else None
    return {"text": step.text, "value": as_json(step.value), "clause": clause}


def _alternative(alternative: Alternative) -> dict[str, Any]:
    clause = alternative.quote.ref.number if alternative.quote else None
    return {"value": as_json(alternative.value), "why": alternative.why, "clause": clause}
