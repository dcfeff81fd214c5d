"""A stand-in with short waits, and a small real Bolt app that echoes, over both transports."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from slack_bolt import Ack, App, Respond, Say
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.playground import SlackStandIn, Timing, connect_app

QUICK = Timing(acknowledge_within=0.5, retry_delays=(0.0, 0.05, 0.1), trigger_lives=0.5)

Json = dict[str, Any]


def plain(words: str) -> Json:
    return {"type": "plain_text", "text": words}


BUTTON = {"type": "button", "action_id": "press", "value": "按下", "text": plain("按一下")}
FORM = {
    "type": "modal",
    "callback_id": "form",
    "title": plain("人数"),
    "submit": plain("计算"),
    "notify_on_close": True,
    "blocks": [
        {
            "type": "input",
            "block_id": "people",
            "label": plain("有效人数"),
            "element": {
                "type": "number_input",
                "action_id": "count",
                "is_decimal_allowed": False,
            },
        }
    ],
}


def echo_app(slack: SlackStandIn) -> App:
    """A Bolt app that does one simple thing for each way in which a person can reach it."""
    app = App(
        client=WebClient(token=slack.bot_token, base_url=slack.api_url),
        signing_secret=slack.signing_secret,
    )

    @app.event("app_mention")
    def mentioned(event: Json, say: Say) -> None:
        section = {"type": "section", "text": plain(f"回声：{event['text']}")}
        blocks: list[Json] = [section, {"type": "actions", "elements": [BUTTON]}]
        say(text="回声", blocks=blocks, thread_ts=event["ts"])

    @app.event("message")
    def said(event: Json, say: Say) -> None:
        if event["channel_type"] == "im" and "subtype" not in event:
            say(text=f"回声：{event['text']}")

    @app.command("/echo")
    def commanded(ack: Ack, body: Json, respond: Respond) -> None:
        ack()
        respond(text=f"回声：{body['text']}")

    @app.command("/form")
    def form_asked(ack: Ack, body: Json, client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=FORM)

    @app.action("press")
    def pressed(ack: Ack, action: Json, respond: Respond) -> None:
        ack()
        respond(text=f"按了{action['value']}", replace_original=True)

    @app.view("form")
    def submitted(ack: Ack, body: Json, view: Json, client: WebClient) -> None:
        count = view["state"]["values"]["people"]["count"]["value"]
        if count == "0":
            ack(response_action="errors", errors={"people": "人数应大于零。"})
            return
        ack()
        client.chat_postMessage(channel=body["user"]["id"], text=f"{count} 人")

    @app.view_closed("form")
    def closed(ack: Ack, body: Json, client: WebClient) -> None:
        ack()
        client.chat_postMessage(channel=body["user"]["id"], text="表单关了")

    return app


class QuietHandler(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def slack() -> Iterator[SlackStandIn]:
    with SlackStandIn(timing=QUICK) as stand_in:
        yield stand_in


@pytest.fixture
def client(slack: SlackStandIn) -> WebClient:
    return WebClient(token=slack.bot_token, base_url=slack.api_url)


@pytest.fixture
def socket_app(slack: SlackStandIn) -> Iterator[App]:
    app = echo_app(slack)
    disconnect = connect_app(app, slack)
    yield app
    disconnect()


@pytest.fixture
def http_app(slack: SlackStandIn) -> Iterator[App]:
    app = echo_app(slack)
    wsgi = SlackRequestHandler(app, path="/slack/events")
    server = make_server("127.0.0.1", 0, wsgi, handler_class=QuietHandler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    slack.deliver_over_http(f"http://127.0.0.1:{server.server_port}/slack/events")
    yield app
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(params=["socket_app", "http_app"])
def app(request: pytest.FixtureRequest) -> App:
    """The echo app over Socket Mode and over HTTP, one after the other."""
    found: App = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def refusal(client: WebClient) -> Callable[..., Json]:
    """Calls a method that must be refused and returns Slack's answer."""

    def call(method: str, **arguments: Any) -> Json:
        with pytest.raises(SlackApiError) as caught:
            client.api_call(method, json=arguments)
        answer: Json = caught.value.response.data
        return answer

    return call
