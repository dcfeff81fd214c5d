"""The Slack app, connected to the stand-in by real sockets, with an assistant of few words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from bot.assistant.answer import Answer, AnswerKind, Citation, Clarification, Option, Question
from bot.playground import AppManifest, Message, SlackStandIn, Timing, View
from bot.settings import Settings
from bot.slack.desk import Desk
from bot.slack.http_connection import HttpConnection
from bot.slack.remembered_answers import Assistant
from bot.slack.services import Services
from bot.slack.serving import connect
from bot.store.database import Database
from bot.store.upgrading import upgrade
from knowledge.errors import OutOfRange
from knowledge.library import Library
from tests.fakes.clock import Clock
from tests.fakes.desks import desk_over

Filled = Callable[..., dict[str, dict[str, object]]]
Told = Callable[..., Message]
Open = Callable[..., View]
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


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def editors() -> frozenset[str]:
    """小王 may change the register, and the group of the technical department."""
    return frozenset({"U0XIAOWANG", "S0TECHNICAL"})


@pytest.fixture
def desk(tmp_path: Path, library: Library, clock: Clock, editors: frozenset[str]) -> Iterator[Desk]:
    """An empty register."""
    database = Database(f"sqlite:///{tmp_path}/register.db")
    upgrade(database)
    yield desk_over(database, library, clock, editors)
    database.close()


@pytest.fixture
def filled() -> Filled:
    """What is entered in the fields of a form, by their names."""

    def entered(**facts: object) -> dict[str, dict[str, object]]:
        return {f"facts:{name}": {f"fill_fact:{name}": value} for name, value in facts.items()}

    return entered


@pytest.fixture
def told(slack: SlackStandIn) -> Told:
    """The next message that a person sees in a channel after doing something."""

    def after(user: str, act: Callable[[], object], channel: str = "市场部") -> Message:
        before = len(slack.messages(channel, seen_by=user))
        act()
        slack.wait_for(lambda: len(slack.messages(channel, seen_by=user)) > before)
        return slack.messages(channel, seen_by=user)[before]

    return after


@pytest.fixture
def send(slack: SlackStandIn, told: Told, filled: Filled) -> Callable[..., Message]:
    """Sends a form with these values in it, and gives what the person is told then."""

    def sent(form: View, user: str = "小王", channel: str = "市场部", **facts: object) -> Message:
        return told(user, lambda: slack.submit_view(form, filled(**facts)), channel)

    return sent


@pytest.fixture
def refused(slack: SlackStandIn, filled: Filled) -> Callable[..., dict[str, str]]:
    """Sends a form, and gives what is said at its fields."""

    def at_fields(form: View, **facts: object) -> dict[str, str]:
        errors = slack.submit_view(form, filled(**facts)).errors
        return {block.removeprefix("facts:"): words for block, words in errors.items()}

    return at_fields


@pytest.fixture
def form(slack: SlackStandIn) -> Open:
    """The form that a command opens."""

    def opened(words: str, user: str = "小王") -> View:
        slack.slash_command(user, "市场部", "/cert", words)
        return slack.wait_for(lambda: slack.modal(user))

    return opened
