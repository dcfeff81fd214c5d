"""Modals and the home tab: stacks, hashes, and what stays entered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.playground import SlackStandIn
from bot.playground.slack_error import SlackError
from bot.playground.view_schema import parse_view
from bot.playground.views import ViewStore

Json = dict[str, Any]


def plain(words: str) -> Json:
    return {"type": "plain_text", "text": words}


def modal(**fields: Any) -> Json:
    return {"type": "modal", "title": plain("表"), "blocks": [], **fields}


FIELD = {
    "type": "input",
    "block_id": "name",
    "label": plain("名称"),
    "element": {"type": "plain_text_input", "action_id": "typed"},
}

FAULTY = {
    "long title": (modal(title=plain("字" * 25)), "[json-pointer:/view/title/text]"),
    "long submit": (modal(submit=plain("字" * 25)), "[json-pointer:/view/submit/text]"),
    "long metadata": (
        modal(private_metadata="x" * 3001),
        "[json-pointer:/view/private_metadata]",
    ),
    "input without submit": (modal(blocks=[FIELD]), "missing required field: submit"),
    "no title": ({"type": "modal", "blocks": []}, "missing required field: title"),
    "wrong kind": ({"type": "home", "blocks": []}, "must be a modal view"),
    "unknown field": (modal(colour="red"), "invalid additional property: colour"),
    "faulty block": (modal(blocks=[{"type": "x"}]), "unsupported type: x"),
    "no view": (None, "missing required field: view"),
    "no JSON": ("{", "view must be valid JSON"),
}


@pytest.mark.parametrize(("view", "words"), FAULTY.values(), ids=FAULTY.keys())
def test_faulty_view_is_refused(view: Any, words: str) -> None:
    with pytest.raises(SlackError, match="invalid_arguments") as caught:
        parse_view(view, "modal")
    assert words in caught.value.problems[0]


@pytest.fixture
def store() -> ViewStore:
    return ViewStore(lambda _user: None)


def test_fourth_modal_is_one_too_many(store: ViewStore) -> None:
    store.open("U1", modal())
    store.push("U1", modal())
    store.push("U1", modal())
    with pytest.raises(SlackError, match="push_limit_reached"):
        store.push("U1", modal())


def test_pushed_modal_knows_the_one_below(store: ViewStore) -> None:
    root = store.open("U1", modal())
    above = store.push("U1", modal())
    assert (above.root_id, above.previous_id) == (root.id, root.id)


def test_update_with_an_old_hash_is_a_conflict(store: ViewStore) -> None:
    view = store.open("U1", modal())
    newer = store.update(view, modal(title=plain("新")), view.hash)
    with pytest.raises(SlackError, match="hash_conflict"):
        store.update(newer, modal(), view.hash)


def test_external_id_serves_once_while_it_is_open(store: ViewStore) -> None:
    store.open("U1", modal(external_id="mine"))
    assert store.find("mine") is not None
    with pytest.raises(SlackError, match="duplicate_external_id"):
        store.open("U2", modal(external_id="mine"))


def test_home_of_one_person_is_not_that_of_another(store: ViewStore) -> None:
    store.publish("U1", {"type": "home", "blocks": []})
    assert store.home("U1") is not None
    assert store.home("U2") is None


def open_form(slack: SlackStandIn, client: WebClient, view: Json) -> str:
    """Opens a view with the trigger of a command that nobody answers."""
    slack.slash_command("小王", "审核计划", "/form")
    trigger: str = slack.deliveries[-1].parcel.payload["trigger_id"]
    client.views_open(trigger_id=trigger, view=view)
    return trigger


def test_entered_text_stays_when_the_app_updates_the_form(
    slack: SlackStandIn, client: WebClient
) -> None:
    button = {"type": "button", "action_id": "more", "text": plain("更多")}
    more = {"type": "actions", "block_id": "b", "elements": [button]}
    form = modal(submit=plain("好"), blocks=[FIELD, more])
    open_form(slack, client, form)
    view = slack.modal("小王")
    assert view is not None
    slack.click_in_view(view, "more", values={"name": {"typed": "华信云"}})
    client.views_update(view_id=view.id, view=form | {"title": plain("改过")})
    after = slack.modal("小王")
    assert after is not None
    assert after.json()["title"]["text"] == "改过"
    assert after.values["name"]["typed"]["value"] == "华信云"


def test_view_that_has_changed_since_is_not_updated(
    slack: SlackStandIn, client: WebClient, refusal: Callable[..., Json]
) -> None:
    open_form(slack, client, modal())
    view = slack.modal("小王")
    assert view is not None
    client.views_update(view_id=view.id, view=modal(), hash=view.hash)
    again = refusal("views.update", view_id=view.id, view=modal(), hash=view.hash)
    assert again["error"] == "hash_conflict"


def test_trigger_serves_once(
    slack: SlackStandIn, client: WebClient, refusal: Callable[..., Json]
) -> None:
    trigger = open_form(slack, client, modal())
    again = refusal("views.open", trigger_id=trigger, view=modal())
    assert again["error"] == "exchanged_trigger_id"


def test_trigger_that_nobody_issued_is_invalid(refusal: Callable[..., Json]) -> None:
    answer = refusal("views.open", trigger_id="1.2.abc", view=modal())
    assert answer["error"] == "invalid_trigger_id"


def test_home_is_published_for_one_person(slack: SlackStandIn, client: WebClient) -> None:
    client.views_publish(user_id="U0XIAOWANG", view={"type": "home", "blocks": []})
    slack.open_home("小王")
    assert slack.events[-1]["event"]["type"] == "app_home_opened"
    assert slack.events[-1]["event"]["view"]["type"] == "home"
    assert slack.home("李工") is None
