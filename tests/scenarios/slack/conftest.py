"""The Slack app, connected to the stand-in by real sockets, with an assistant of few words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from importlib.resources import as_file, files

import pytest

from bot.assistant.answer import Answer, AnswerKind, Citation, Clarification, Option, Question
from bot.playground import AppManifest, Message, SlackStandIn, Timing
from bot.settings import Settings
from bot.slack.http_connection import HttpConnection
from bot.slack.remembered_answers import Assistant
from bot.slack.services import Services
from bot.slack.serving import connect
from knowledge.errors import OutOfRange
from knowledge.library import Library

QUICK = Timing(acknowledge_within=1.0, retry_delays=(0.0, 0.1, 0.2))
TODAY = date(2026, 11, 21)
SCHEMES = (Option("scheme", "TB-GZ-036", "腾标"), Option("scheme", "WAL-QP-21", "网安联"))


class PreparedAssistant:
    """Quotes one clause; asks for the scheme where 哪天 is asked; has no rule on 食堂; can fail."""

    def __init__(self, library: Library) -> None:
        clause = library.find("TB-GZ-036", "5.4.4 2)")
        assert clause
        self.quote = library.quote(clause.ref)
        self.asked: list[Question] = []

    def answer(self, question: Question) -> Answer:
        self.asked.append(question)
        if "坏" in question.text:
            raise RuntimeError("secret cause")
        if "负" in question.text:
            raise OutOfRange("headcount", -1, "有效人数不能是 -1。")
        citation = Citation(self.quote, (), "《认证规则》 · 5.4.4 2)")
        if "哪天" in question.text and question.scheme is None:
            options = (
                Option("scheme", "TB-GZ-036", "腾标"),
                Option("scheme", "WAL-QP-21", "网安联"),
            )
            asking = Clarification(("scheme",), "哪个项目？", options)
            return Answer(AnswerKind.CLARIFICATION, "哪个项目？", (citation,), (), asking)
        if "食堂" in question.text:
            return Answer(AnswerKind.NO_ANSWER, "没有规定。", (citation,))
        return Answer(AnswerKind.CLAUSES, f"答：{question.text}", (citation,))


@pytest.fixture(scope="session")
def library() -> Library:
    return Library.load()


@pytest.fixture
def assistant(library: Library) -> PreparedAssistant:
    return PreparedAssistant(library)


@pytest.fixture
def services(assistant: Assistant, library: Library) -> Services:
    return Services(assistant, lambda: TODAY, library)


@pytest.fixture(params=["socket", "http"])
def slack(request: pytest.FixtureRequest, services: Services) -> Iterator[SlackStandIn]:
    """A Slack that enforces our manifest, with the app connected in either of the two ways."""
    with as_file(files("bot.slack").joinpath("manifest.json")) as path:
        manifest = AppManifest.read(path)
    with SlackStandIn(timing=QUICK, manifest=manifest) as stand_in:
        settings = Settings.model_validate(
            {
                "slack_bot_token": stand_in.bot_token,
                "slack_app_token": stand_in.app_token if request.param == "socket" else "",
                "slack_signing_secret": stand_in.signing_secret,
                "slack_api_url": stand_in.api_url,
                "port": 0,
            }
        )
        connection = connect(settings, services, host="127.0.0.1")
        if isinstance(connection, HttpConnection):
            stand_in.deliver_over_http(f"http://127.0.0.1:{connection.port}/slack/events")
        yield stand_in
        connection.close()


@pytest.fixture
def replies(slack: SlackStandIn) -> Callable[[Message, int], list[Message]]:
    """The replies below a message, once there are so many."""

    def wait(message: Message, count: int = 1) -> list[Message]:
        slack.wait_for(lambda: len(slack.replies(message)) >= count)
        return slack.replies(message)

    return wait
