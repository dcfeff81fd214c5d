"""What a person can do in Slack; the page and the tests both come through here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from bot.playground import form, interactions, posting
from bot.playground.core import Slack
from bot.playground.delivery import COMMANDS, INTERACTIVE, Outcome
from bot.playground.files import StoredFile
from bot.playground.json_object import JsonObject
from bot.playground.slack_error import SlackError
from bot.playground.tickets import ResponseTarget
from bot.playground.typed_text import rich_text, stored_text
from bot.playground.view_schema import parse_view
from bot.playground.views import View
from bot.playground.wire import escaped
from bot.playground.workspace import BOT_ID, BOT_USER, Change, Message

COMMAND_FAILURES = {
    "no_connection": "dispatch_failed",
    "connection_failed": "dispatch_failed",
    "http_error": "dispatch_failed",
    "too_many_redirects": "dispatch_failed",
    "timeout": "operation_timeout",
    "http_timeout": "operation_timeout",
}


@dataclass(frozen=True)
class Submission:
    """What became of a submitted form: errors at its fields, or ``failure`` of the delivery."""

    errors: dict[str, str]
    failure: str = ""

    @property
    def accepted(self) -> bool:
        """Whether the form was taken."""
        return not self.errors and not self.failure


def post(
    slack: Slack,
    user: str,
    channel: str,
    typed: str,
    *,
    thread_ts: str | None = None,
    files: Sequence[StoredFile] = (),
) -> Message:
    """Posts a message in the person's name."""
    text = stored_text(slack.workspace, typed)
    message = Message(
        channel=channel,
        ts=slack.workspace.next_ts(),
        user=user,
        text=text,
        blocks=rich_text(text),
        thread_ts=posting.thread_root(slack, channel, thread_ts),
        subtype="file_share" if files else None,
        files=tuple(file.json(slack.address) for file in files),
        extra={"client_msg_id": str(uuid4()), "team": slack.workspace.users[user].team},
    )
    slack.workspace.add(message)
    for file in files:
        slack.events.file_shared(channel, user, file.id)
    slack.events.posted(message)
    return message


def edit(slack: Slack, message: Message, typed: str) -> Message:
    """Edits the person's own message."""
    text = stored_text(slack.workspace, typed)
    changed = slack.workspace.replace(
        message,
        text=text,
        blocks=rich_text(text),
        edited={"user": message.user, "ts": slack.workspace.next_ts()},
    )
    slack.events.changed(message, changed)
    return changed


def react(slack: Slack, user: str, message: Message, name: str) -> Message:
    """Adds the person's reaction, or takes it back where it is there already."""
    users = message.reactions.get(name, ())
    taken_back = user in users
    now = tuple(u for u in users if u != user) if taken_back else (*users, user)
    changed = slack.workspace.replace(message, reactions={**message.reactions, name: now})
    kind = "reaction_removed" if taken_back else "reaction_added"
    slack.events.reacted(message, user, name, kind)
    return changed


async def command(slack: Slack, user: str, channel: str, name: str, text: str) -> Outcome:
    """Runs a slash command; what goes wrong the person is told as Slack tells it."""
    if not slack.manifest.knows_command(name):
        posting.say_as_slackbot(slack, channel, user, f"{name} 不是有效的命令。")
        return Outcome("unknown_command")
    escapes = slack.manifest.escapes(name)
    said = stored_text(slack.workspace, text) if escapes else escaped(text)
    payload = interactions.command(slack, user, channel, name, said)
    outcome = await slack.courier.once(COMMANDS, payload)
    if not outcome.acknowledged:
        code = COMMAND_FAILURES.get(outcome.failure, outcome.failure)
        words = f"{name} 失败，错误为“{code}”。"
        posting.say_as_slackbot(slack, channel, user, words)
    elif outcome.response:
        _answer_command(slack, ResponseTarget(user, channel, None), outcome.response)
    return outcome


async def use_element(
    slack: Slack,
    user: str,
    message: Message,
    element: JsonObject,
    *,
    plain: Any,
    entered: form.Entered,
) -> Outcome:
    """Clicks a button of a message or chooses in one of its menus."""
    block = _block_of(message.blocks, element)
    entry = interactions.action(slack, block, element, plain)
    entered = _with(entered, block, element, plain)
    payload = interactions.message_action(slack, user, message, entry, entered)
    return await slack.courier.once(INTERACTIVE, payload)


async def use_in_view(
    slack: Slack, view: View, element: JsonObject, plain: Any, entered: form.Entered
) -> Outcome:
    """Clicks a button or chooses in a menu of a modal or a home tab."""
    block = _block_of(view.definition["blocks"], element)
    view = slack.views.store(_filled(view, _with(entered, block, element, plain)))
    entry = interactions.action(slack, block, element, plain)
    payload = interactions.view_action(slack, view, entry)
    return await slack.courier.once(INTERACTIVE, payload)


async def submit(slack: Slack, view: View, entered: form.Entered) -> Submission:
    """Submits a modal and does with it what the app's acknowledgement says."""
    view = slack.views.store(_filled(view, entered))
    refused = form.refusals(view.definition["blocks"], view.values)
    if refused:
        return Submission(refused)
    outcome = await slack.courier.once(INTERACTIVE, interactions.submission(slack, view))
    if not outcome.acknowledged:
        return Submission({}, outcome.failure)
    return _after_submission(slack, view, outcome.response or {})


async def close(slack: Slack, view: View, everything: bool = False) -> None:
    """Closes a modal, or all of them; the app hears of it where it asked to."""
    everything = everything or bool(view.definition.get("clear_on_close"))
    closing = slack.views.stack(view.user) if everything else [view]
    for each in reversed(closing):
        slack.views.close(each)
        if each.definition.get("notify_on_close"):
            payload = interactions.closed(slack, each, everything)
            await slack.courier.once(INTERACTIVE, payload)


async def shortcut(slack: Slack, user: str, callback_id: str) -> Outcome:
    """Uses a global shortcut."""
    payload = interactions.shortcut(slack, user, callback_id)
    return await slack.courier.once(INTERACTIVE, payload)


async def message_shortcut(slack: Slack, user: str, message: Message, callback_id: str) -> Outcome:
    """Uses a shortcut from a message's menu."""
    payload = interactions.message_shortcut(slack, user, message, callback_id)
    return await slack.courier.once(INTERACTIVE, payload)


async def suggest(
    slack: Slack, view: View, block_id: str, action_id: str, typed: str
) -> list[JsonObject]:
    """The options that the app offers in an external menu for what was typed."""
    payload = interactions.suggestion(slack, view, block_id, action_id, typed)
    outcome = await slack.courier.once(INTERACTIVE, payload)
    response = outcome.response or {}
    groups = response.get("option_groups", ())
    return [*response.get("options", ()), *(o for g in groups for o in g["options"])]


def open_home(slack: Slack, user: str) -> None:
    """Opens the app's home tab."""
    view = slack.views.home(user)
    slack.events.home_opened(user, "home", view.json() if view else None)


def start_assistant(slack: Slack, user: str, context_channel: str | None = None) -> Message:
    """Opens a new thread with the assistant."""
    channel = slack.workspace.direct_channel(user)
    root = Message(
        channel.id,
        slack.workspace.next_ts(),
        BOT_USER,
        "新对话",
        bot_id=BOT_ID,
        subtype="assistant_app_thread",
    )
    slack.assistant_threads[root.ts] = {"title": "新对话", "status": "", "prompts": []}
    slack.workspace.add(root)
    slack.workspace.tell(Change("assistant", {"channel": channel.id, "ts": root.ts}, only_for=user))
    context = {"channel_id": context_channel} if context_channel else {}
    slack.events.assistant_started(user, root.ts, context)
    return root


def find_element(
    blocks: Sequence[JsonObject], wanted: str, block_id: str | None = None
) -> JsonObject:
    """The element with this action id, or else with this value or label."""
    every = [e for block, e in form.elements(blocks) if block_id in (None, block["block_id"])]
    names: tuple[Callable[[JsonObject], Any], ...] = (
        lambda element: element.get("action_id"),
        lambda element: element.get("value"),
        lambda element: element.get("text", {}).get("text"),
    )
    for name in names:
        for element in every:
            if name(element) == wanted:
                return element
    raise SlackError("element_not_found")


def _after_submission(slack: Slack, view: View, response: JsonObject) -> Submission:
    action = response.get("response_action")
    if action == "errors":
        return Submission(dict(response["errors"]))
    if action == "clear":
        slack.views.clear(view.user)
    elif action == "update":
        slack.views.update(view, parse_view(response["view"], "modal"))
    elif action == "push":
        slack.views.push(view.user, parse_view(response["view"], "modal"))
    else:
        slack.views.close(view)
    return Submission({})


def _answer_command(slack: Slack, target: ResponseTarget, response: JsonObject) -> None:
    try:
        posting.respond(slack, target, response)
    except SlackError as error:
        words = f"命令的答复无法显示：{error.code}"
        posting.say_as_slackbot(slack, target.channel, target.user, words)


def _block_of(blocks: Sequence[JsonObject], element: JsonObject) -> JsonObject:
    return next(block for block, e in form.elements(blocks) if e is element)


def _with(
    entered: form.Entered, block: JsonObject, element: JsonObject, plain: Any
) -> form.Entered:
    if element["type"] not in form.STATEFUL:
        return entered
    own = {**entered.get(block["block_id"], {}), element["action_id"]: plain}
    return {**entered, block["block_id"]: own}


def _filled(view: View, entered: form.Entered) -> View:
    return replace(view, values=form.values(view.definition["blocks"], entered, view.values))
