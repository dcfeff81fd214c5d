"""`clausebot questions`: what staff asked, above all in vain; `review` takes it into the bank."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

import click

from bot.cli.parameters import Day
from bot.cli.reviewing import review_all
from bot.settings import Settings

# Stands where a message from Slack has the person's id.
_TERMINAL = "terminal"


@click.group(invoke_without_command=True)
@click.option("--unanswered", is_flag=True, help="只看没有答出来的")
@click.option("--complaints", is_flag=True, help="只看有人点了 👎 的")
@click.option("--wanted", is_flag=True, help="只看文件没有规定、有人要求记下的")
@click.option("--since", type=Day(), metavar="日期", help="从哪天起，例如 2026-11-01")
@click.pass_context
def questions(
    context: click.Context,
    *,
    unanswered: bool,
    complaints: bool,
    wanted: bool,
    since: date | None,
) -> None:
    """同事问过什么，意思相近的归在一起，问得多的在前。

    例：clausebot questions --unanswered --since 2026-11-01
    """
    if context.invoked_subcommand is not None:
        return
    from bot.assistant.answer import AnswerKind
    from bot.store.journal_entries import JournalEntries
    from bot.store.question_groups import grouped
    from bot.store.question_report import report
    from bot.store.services import open_database

    settings = Settings()
    zone = ZoneInfo(settings.timezone)
    moment = datetime(since.year, since.month, since.day, tzinfo=zone) if since else None
    kind = AnswerKind.NO_ANSWER if unanswered else None
    with open_database(settings) as database:
        entries = JournalEntries(database).since(moment, kind)
    if complaints:
        entries = tuple(entry for entry in entries if entry.complaints)
    if wanted:
        entries = tuple(entry for entry in entries if entry.is_wanted)
    for line in report(grouped(entries), zone):
        click.echo(line)


@questions.command()
def review() -> None:
    """逐个过目有人点了 👍 的问题，收进题库或跳过。

    例：clausebot questions review
    """
    from bot.composition import load_bank, load_library
    from bot.store import phrases
    from bot.store.bank_additions import bank_folder
    from bot.store.question_review import QuestionReview
    from bot.store.services import now, open_database

    settings = Settings()
    library = load_library(settings)
    with open_database(settings) as database:
        reviewing = QuestionReview(database, now)
        proposals = reviewing.proposals(library, load_bank(settings, library))
        click.echo(phrases.proposals(len(proposals)))
        folder_of = partial(bank_folder, own=settings.documents_folder)
        if review_all(proposals, reviewing, library, folder_of):
            click.echo(phrases.BUILD_THE_INDEX)


@questions.command()
@click.argument("question", metavar="问题")
def record(question: str) -> None:
    """记下一个文件没有规定的问题，留给技术部过目。

    例：clausebot questions record "审核员出差住宿标准是多少"
    """
    from bot.composition import clock, load_assistant
    from bot.slack.asked import Asked
    from bot.slack.journal import WANTED, AnsweredQuestion, Feedback
    from bot.slack.place import Place
    from bot.store import phrases
    from bot.store.journal import StoredJournal
    from bot.store.services import now, open_database
    from indexes import artefact

    settings = Settings()
    asked, place = Asked(question), Place(_TERMINAL)
    answer = load_assistant(settings).answer(asked.question(clock(settings)()))
    with open_database(settings) as database:
        version = artefact.current_folder(settings.index_folder).name
        journal = StoredJournal(database, now, version)
        journal.answered(AnsweredQuestion(place, asked, answer))
        journal.judged(Feedback(place, asked, is_good=False, reason=WANTED))
    click.echo(phrases.noted(question))
