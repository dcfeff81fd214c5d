"""A table that somebody sent: what importing it would change, and the import itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from slack_sdk import WebClient

from bot.register.errors import RegisterRefuses
from bot.register.exchange import phrases as exchange_phrases
from bot.register.exchange.plan import Importing, Plan
from bot.slack import ids, import_phrases
from bot.slack.blocks import kit
from bot.slack.blocks.message import Message
from bot.slack.blocks.rich_text import listed, paragraph, plain
from bot.slack.certificates import desk_of
from bot.slack.files import read_file
from bot.slack.mentioning import mention
from bot.slack.place import Place
from bot.slack.services import Services
from bot.slack.text import escape, shorten
from bot.slack.who_may import may_not_change

_TABLES = (".csv", ".xlsx", ".xlsm", ".xltm", ".xlsb", ".xlam", ".xls")
_MOST_LINES = 12
_LINE = 200


def is_table(name: str) -> bool:
    """Whether a file of this name is meant for the register."""
    return name.lower().endswith(_TABLES)


def plan_message(file: str, place: Place, client: WebClient, services: Services) -> Message:
    """What importing the file would change; with buttons for those who may."""
    name, plan = _planned(file, client, services)
    summary = _summary(plan)
    text = f"{import_phrases.plan_of(name)}\n{summary}"
    blocks = [
        kit.header(shorten(import_phrases.plan_of(name), kit.HEADER_LENGTH)),
        paragraph(plain(summary)),
        *_lines([exchange_phrases.bad_row(b.line, b.column, b.reason) for b in plan.bad]),
        *_lines([exchange_phrases.changes(row.line, row.number, row.told) for row in plan.changed]),
    ]
    if plan.unused:
        blocks.append(kit.small_print(shorten(exchange_phrases.unused(plan.unused), _LINE)))
    refusal = may_not_change(place, client, services)
    if plan.changes:
        blocks.append(kit.small_print(refusal) if refusal else _buttons(file, plan))
    return Message(escape(text), tuple(blocks))


def import_file(
    file: str, user: str, client: WebClient, services: Services, *, skip_bad: bool
) -> Message:
    """Imports the file as a whole, or nothing of it; RegisterRefuses says why nothing."""
    name, plan = _planned(file, client, services)
    if plan.bad and not skip_bad:
        raise RegisterRefuses(import_phrases.nothing_imported(plan.bad_rows))
    if not plan.changes:
        raise RegisterRefuses(exchange_phrases.NOTHING_NEW)
    desk_of(services).register.take(plan.changes, user)
    done = exchange_phrases.taken(len(plan.new), len(plan.changed))
    left = import_phrases.left_out(plan.bad_rows) if plan.bad else ""
    words = import_phrases.imported(name, done) + left
    return Message(f"{mention(user)} {escape(words)}")


def _planned(file: str, client: WebClient, services: Services) -> tuple[str, Plan]:
    name, content = read_file(file, client)
    registered = desk_of(services).register.certificates()
    importing = Importing(registered, services.scheme_names, services.today())
    return name, importing.plan(name, content)


def _summary(plan: Plan) -> str:
    counts = exchange_phrases.planned(
        len(plan.new), len(plan.changed), plan.unchanged, plan.bad_rows
    )
    if plan.bad:
        return counts + import_phrases.BAD_ROWS_FIRST
    return counts if plan.changes else counts + exchange_phrases.NOTHING_NEW


def _lines(lines: Sequence[str]) -> Iterator[kit.Block]:
    if not lines:
        return
    shown = [shorten(line, _LINE) for line in lines[:_MOST_LINES]]
    if len(lines) > _MOST_LINES:
        shown.append(import_phrases.more_lines(len(lines) - _MOST_LINES))
    yield listed([[plain(line)] for line in shown])


def _buttons(file: str, plan: Plan) -> kit.Block:
    if plan.bad:
        taking = kit.button(import_phrases.IMPORT_REST, ids.IMPORT_REST, file)
    else:
        taking = kit.button(import_phrases.IMPORT, ids.IMPORT, file, "primary")
    return kit.actions(taking, kit.button(import_phrases.IMPORT_NOT, ids.IMPORT_NOT, file))
