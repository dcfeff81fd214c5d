"""Real quotes, a calculation made of them, and an app with an assistant of prepared words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest
from slack_bolt import App

from bot.assistant.answer import Answer, AnswerKind, Citation, Question
from bot.playground import SlackStandIn
from bot.settings import Settings
from bot.slack.app import build_app
from bot.slack.client import web_client
from bot.slack.lanes import TwoLanes
from bot.slack.services import Services
from calculators.calculation import Alternative, Calculation, Step
from calculators.person_day_request import PersonDayRequest
from calculators.person_day_variations import Variation
from knowledge.clause import Quote
from knowledge.library import Library


@pytest.fixture(scope="session")
def library() -> Library:
    return Library.load()


@pytest.fixture(scope="session")
def rounding(library: Library) -> Quote:
    clause = library.find("TB-GZ-036", "5.4.4 2)")
    assert clause
    return library.quote(clause.ref)


@pytest.fixture(scope="session")
def citation(rounding: Quote) -> Citation:
    return Citation(rounding, ("5.4.4 审核时间",), "《认证规则》 · A/3 · 5.4.4 2)")


@pytest.fixture(scope="session")
def calculation(rounding: Quote) -> Calculation:
    return Calculation(
        document="TB-GZ-036",
        calculator="mandays",
        label="监督审核人日",
        value=Fraction(3),
        unit="人天",
        inputs={"headcount": 150},
        steps=(
            Step("查附录A", Fraction(8), rounding),
            Step("× 1.1", Fraction(44, 5), rounding),
            Step("× 1/3", Fraction(44, 15)),
            Step("修约", Fraction(3), rounding),
        ),
        quotes=(rounding,),
        alternatives=(Alternative(Fraction(44, 15), "不修约", rounding),),
    )


@pytest.fixture(scope="session")
def variations() -> tuple[Variation, ...]:
    more, less = PersonDayRequest(headcount=176), PersonDayRequest(headcount=125)
    return (
        Variation("降到 125 人", less, Fraction(5, 2), "人天"),
        Variation("增到 176 人", more, Fraction(7, 2), "人天"),
    )


class PreparedAssistant:
    """Says the same to every question, and remembers what it was asked."""

    def __init__(self, answer: Answer) -> None:
        self.asked: list[Question] = []
        self._answer = answer

    def answer(self, question: Question) -> Answer:
        self.asked.append(question)
        return self._answer


@pytest.fixture
def assistant() -> PreparedAssistant:
    return PreparedAssistant(Answer(AnswerKind.NO_ANSWER, "没有规定。"))


@pytest.fixture
def services(assistant: PreparedAssistant, library: Library) -> Services:
    return Services(assistant, lambda: date(2026, 11, 21), library)


@pytest.fixture
def signing_secret() -> str:
    return "f8ed4f3bd8cdcb2bcdb2a8d4c4f7f2ea"


@pytest.fixture
def more_settings() -> dict[str, object]:
    """What a test sets besides the way to Slack."""
    return {}


@pytest.fixture
def app(services: Services, signing_secret: str, more_settings: dict[str, object]) -> Iterator[App]:
    """The app, which knows a Slack but takes its requests from the test."""
    executor = TwoLanes()
    with SlackStandIn() as slack:
        settings = Settings.model_validate(
            {
                "slack_bot_token": slack.bot_token,
                "slack_api_url": slack.api_url,
                "slack_signing_secret": signing_secret,
                **more_settings,
            }
        )
        client = web_client(settings)
        yield build_app(settings, services, client, executor)
        executor.shutdown()
        client.pool.close()
