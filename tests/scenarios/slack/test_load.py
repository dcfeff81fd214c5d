"""A crowd asks at once, and one person presses a button meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from bot.playground import Message, SlackStandIn

Replies = Callable[..., list[Message]]


def test_crowd_is_answered_each_once_and_nothing_is_delivered_twice(slack: SlackStandIn) -> None:
    asked = [slack.post_message("小王", "市场部", f"@ClauseBot 第{n}问") for n in range(60)]
    slack.wait_for(lambda: all(slack.replies(message) for message in asked), timeout=60)
    assert all(len(slack.replies(message)) == 1 for message in asked)
    assert all(delivery.parcel.attempt == 0 for delivery in slack.deliveries)
