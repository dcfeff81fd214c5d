"""Delivery under strain: a crowd at once, a link that is used up."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Callable

from bot.playground import Message, SlackStandIn

Replies = Callable[..., list[Message]]
CHANNEL = "市场部"


def test_crowd_is_answered_each_once_and_nobody_is_delivered_twice(slack: SlackStandIn) -> None:
    asked = [slack.post_message("小王", CHANNEL, f"@ClauseBot 第{n}问") for n in range(60)]
    slack.wait_for(lambda: all(slack.replies(message) for message in asked), timeout=60)
    assert all(len(slack.replies(message)) == 1 for message in asked)
    assert all(delivery.parcel.attempt == 0 for delivery in slack.deliveries)


def test_five_hundred_mentions_a_third_of_them_delivered_twice_have_an_answer_each(
    slack: SlackStandIn,
) -> None:
    asked = [slack.post_message("小王", CHANNEL, f"@ClauseBot 第{n}问") for n in range(500)]
    for delivery in slack.deliveries[::3]:
        slack.redeliver(delivery.parcel.payload["event_id"])
    slack.wait_for(lambda: len(_answers(slack)) >= 500, timeout=120)
    later = slack.post_message("小王", CHANNEL, "@ClauseBot 后来问")
    slack.wait_for(lambda: slack.replies(later), timeout=60)
    answered = [str(message.thread_ts) for message in _answers(slack)]
    assert sorted(answered) == sorted(message.ts for message in (*asked, later))


def test_form_opens_while_a_crowd_asks(slack: SlackStandIn) -> None:
    asked = [slack.post_message("小王", CHANNEL, f"@ClauseBot 第{n}问") for n in range(40)]
    slack.slash_command("李工", CHANNEL, "/mandays")
    slack.wait_for(lambda: slack.modal("李工"))
    slack.wait_for(lambda: all(slack.replies(message) for message in asked), timeout=60)


def test_link_that_is_used_up_does_not_lose_the_answer(slack: SlackStandIn) -> None:
    slack.slash_command("小王", CHANNEL, "/mandays", "修约")
    (answer,) = slack.wait_for(lambda: slack.messages(CHANNEL, seen_by="小王"))
    slack.slash_command("小王", CHANNEL, "/mandays")
    form = slack.wait_for(lambda: slack.modal("小王"))
    url = json.loads(form.definition["private_metadata"])["response_url"]
    body = json.dumps({"text": "x", "response_type": "in_channel"}).encode()
    for _ in range(5):
        request = urllib.request.Request(url, body, {"Content-Type": "application/json"})
        urllib.request.urlopen(request).close()
    facts = {
        "facts:scheme": {"fill_fact:scheme": "TB-GZ-036"},
        "facts:audit_type": {"fill_fact:audit_type": "surveillance"},
        "facts:headcount": {"fill_fact:headcount": "150"},
    }
    assert slack.submit_view(form, facts).accepted
    slack.wait_for(
        lambda: [m for m in slack.messages(CHANNEL, seen_by="小王") if "150人" in m.text]
    )
    assert answer.blocks


def _answers(slack: SlackStandIn) -> list[Message]:
    return [message for message in slack.messages(CHANNEL) if message.user == slack.bot_user]
