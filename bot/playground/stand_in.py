"""SlackStandIn: a local Slack for the playground and for tests, with people who do things in it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from bot.playground import people, posting
from bot.playground.delivery import Outcome
from bot.playground.faults import Fault
from bot.playground.form import Entered
from bot.playground.json_object import JsonObject
from bot.playground.people import Submission
from bot.playground.served import ServedSlack
from bot.playground.views import View
from bot.playground.workspace import Message


class SlackStandIn(ServedSlack):
    """A served Slack in which a test or a script acts for the people and orders faults."""

    def post_message(
        self,
        user: str,
        channel: str,
        text: str,
        thread_ts: str | None = None,
        files: Mapping[str, bytes] | None = None,
    ) -> Message:
        """Posts as a person; ``@ClauseBot`` becomes a mention; ``files`` maps name to content."""
        person, place = self.user(user).id, self.channel(channel).id
        stored = [
            self._do(self._slack.files.add, name, content, person)
            for name, content in (files or {}).items()
        ]
        post = partial(people.post, thread_ts=thread_ts, files=stored)
        return self._do(post, self._slack, person, place, text)

    def edit_message(self, message: Message, text: str) -> Message:
        """Edits a person's message."""
        return self._do(people.edit, self._slack, message, text)

    def delete_message(self, message: Message) -> None:
        """Deletes a person's message."""
        self._do(posting.delete, self._slack, message)

    def react(self, user: str, message: Message, name: str) -> Message:
        """Adds a person's reaction, or takes it back."""
        return self._do(people.react, self._slack, self.user(user).id, message, name)

    def slash_command(self, user: str, channel: str, command: str, text: str = "") -> Outcome:
        """Runs a slash command and returns how the app acknowledged it."""
        ids = self.user(user).id, self.channel(channel).id
        return self._await(people.command(self._slack, *ids, command, text))

    def click(
        self,
        user: str,
        message: Message,
        what: str,
        *,
        value: Any = None,
        values: Entered | None = None,
    ) -> Outcome:
        """Uses an element of a message, named by action id, button value or label.

        ``value`` is what is chosen in a menu or picker; ``values`` what stands in other inputs.
        """
        now = self.current(message) or message
        element = people.find_element(now.blocks, what)
        return self._await(
            people.use_element(
                self._slack,
                self.user(user).id,
                now,
                element,
                plain=value,
                entered=values or {},
            )
        )

    def click_in_view(
        self, view: View, what: str, value: Any = None, values: Entered | None = None
    ) -> Outcome:
        """Uses an element of a modal or a home tab."""
        element = people.find_element(view.definition["blocks"], what)
        return self._await(people.use_in_view(self._slack, view, element, value, values or {}))

    def submit_view(self, view: View, values: Entered | None = None) -> Submission:
        """Submits a modal: block id → action id → plain value (text, date, option value)."""
        return self._await(people.submit(self._slack, view, values or {}))

    def close_view(self, view: View, everything: bool = False) -> None:
        """Closes a modal, or all of them."""
        self._await(people.close(self._slack, view, everything))

    def suggest(self, view: View, block_id: str, action_id: str, typed: str) -> list[JsonObject]:
        """The options of an external menu for what was typed."""
        return self._await(people.suggest(self._slack, view, block_id, action_id, typed))

    def shortcut(self, user: str, callback_id: str) -> Outcome:
        """Uses a global shortcut."""
        return self._await(people.shortcut(self._slack, self.user(user).id, callback_id))

    def message_shortcut(self, user: str, message: Message, callback_id: str) -> Outcome:
        """Uses a shortcut from a message's menu."""
        user_id = self.user(user).id
        return self._await(people.message_shortcut(self._slack, user_id, message, callback_id))

    def open_home(self, user: str) -> None:
        """Opens the app's home tab."""
        self._do(people.open_home, self._slack, self.user(user).id)

    def start_assistant(self, user: str) -> Message:
        """Opens a new thread with the assistant and returns its root."""
        return self._do(people.start_assistant, self._slack, self.user(user).id)

    def fail_next(
        self,
        method: str,
        *,
        status: int = 500,
        error: str = "",
        retry_after: int | None = None,
        accept: bool = False,
        hang: float | None = None,
        times: int = 1,
    ) -> None:
        """Lets the next calls of a Web API method fail.

        ``status`` 429 wants ``retry_after``; ``error`` answers with this code instead; ``hang``
        keeps the caller waiting so many seconds and then drops the connection; with ``accept``
        the call is carried out all the same.
        """
        fault = Fault(status, error, retry_after, accept, hang)
        self._do(self._slack.faults.order, method, fault, times)

    def redeliver(self, event_id: str | None = None) -> None:
        """Delivers an event once more under its id (the last one where none is named)."""
        sent = self._slack.events.sent
        payload = next(p for p in reversed(sent) if event_id in (None, p["event_id"]))
        self._do(self._slack.events.redeliver, payload)

    def deliver(self, payload: JsonObject) -> None:
        """Delivers an event as it is given, such as one of a workspace other than this."""
        self._do(self._slack.events.redeliver, payload)

    def disconnect(self, reason: str = "refresh_requested") -> None:
        """Asks the app to renew its Socket Mode connections."""
        self._await(self._slack.socket.disconnect(reason))

    def deliver_over_http(self, url: str) -> None:
        """Delivers to the app at this URL from now on, signed, instead of over Socket Mode."""
        self._do(self._slack.deliver_over_http, url)

    def verify_events_url(self) -> bool:
        """Whether the app's URL answers Slack's challenge."""
        if self._slack.http is None:
            return False
        return self._await(self._slack.http.verify())
