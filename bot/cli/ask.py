"""`clausebot ask`: one question, or a stream of them as JSON lines."""

from __future__ import annotations

import json
import re
import shlex
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import click

from bot import wording
from bot.assistant import composing
from bot.assistant.answer import Question
from bot.assistant.assistant import Assistant
from bot.assistant.json_form import answer_as_json
from bot.cli.parameters import Day
from bot.cli.ruled import RulingsBeside
from bot.composition import clock, load_assistant, load_library
from bot.settings import Settings
from bot.store.register_on_record import CertificatesOnRecord
from bot.store.rulings_on_record import RulingsOnRecord
from knowledge.errors import ClauseBotError

_MINUS_NUMBER = re.compile(r"-\d")


class _QuestionCommand(click.Command):
    """A command whose argument may begin like an option: 「-5人的客户」 is a question."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Shield what begins with a minus and a digit."""
        return super().parse_args(
            ctx, [f" {each}" if _MINUS_NUMBER.match(each) else each for each in args]
        )


@dataclass(frozen=True, slots=True)
class _Asking:
    """The assistant, and what the technical department ruled on the clauses that it cites."""

    assistant: Assistant
    rulings: RulingsBeside

    @classmethod
    def by(cls, settings: Settings) -> _Asking:
        """As the settings say."""
        library = load_library(settings)
        record = RulingsOnRecord(settings.database_url)
        certificates = CertificatesOnRecord(settings.database_url, library)
        assistant = load_assistant(settings, library, certificates)
        return cls(assistant, RulingsBeside(record, library))

    def json(self, question: Question, question_id: str | None = None) -> dict[str, Any]:
        """The answer by the contract, and the rulings beside it where there are any."""
        answer = self.assistant.answer(question)
        return answer_as_json(answer, question_id) | self.rulings.json(answer)


@click.command(cls=_QuestionCommand)
@click.argument("question", metavar="问题", required=False)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON")
@click.option("--jsonl", is_flag=True, help='从标准输入逐行读 {"id","q","today"?,"scheme"?}')
@click.option(
    "--today",
    metavar="日期",
    type=Day(),
    help="按哪一天算，默认今天，例如 2026-11-21",
)
@click.option("--scheme", metavar="文件编号", help="限定认证项目，例如 TB-GZ-036")
def ask(
    question: str | None,
    *,
    as_json: bool,
    jsonl: bool,
    today: date | None,
    scheme: str | None,
) -> None:
    """回答一个问题。

    例：clausebot ask "腾标公有云PII，150人，高风险，监督要几个人天"
    """
    settings = Settings()
    day = today or clock(settings)()
    if jsonl:
        _answer_lines(sys.stdin, _Asking.by(settings), day, scheme)
        return
    if question is None:
        raise click.UsageError(wording.EMPTY_QUESTION)
    asking = _Asking.by(settings)
    asked = Question(question, day, scheme)
    if as_json:
        click.echo(json.dumps(asking.json(asked), ensure_ascii=False))
        return
    answer = asking.assistant.answer(asked)
    click.echo(composing.joined(answer.text, asking.rulings.text(answer)))
    if answer.is_silence:
        command = f"clausebot questions record {shlex.quote(question)}"
        click.echo(f"\n{wording.how_to_note(command)}")


def _answer_lines(lines: Iterable[str], asking: _Asking, today: date, scheme: str | None) -> None:
    """One JSON object for each line that is not blank; a wrong line gets an ``error`` object."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            body = _answer_line(line, number, asking, today, scheme)
            click.echo(json.dumps(body, ensure_ascii=False))


def _answer_line(
    line: str, number: int, asking: _Asking, today: date, scheme: str | None
) -> dict[str, Any]:
    question_id: str | None = None
    try:
        body = json.loads(line)
        question_id = str(body["id"]) if "id" in body else str(number)
        day = date.fromisoformat(body["today"]) if body.get("today") else today
        question = Question(str(body["q"]), day, body.get("scheme") or scheme)
        return asking.json(question, question_id)
    except ClauseBotError as error:
        return _unanswerable(question_id, str(error))
    except (ValueError, KeyError, TypeError):
        return _unanswerable(question_id, wording.wrong_line(number))


def _unanswerable(question_id: str | None, sentence: str) -> dict[str, Any]:
    return {
        "id": question_id,
        "kind": "no_answer",
        "text": sentence,
        "citations": [],
        "calculations": [],
        "clarification": None,
        "warnings": [],
    }
