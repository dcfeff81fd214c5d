"""What the page calls: its state and deeds, and that no other site may call them."""

from __future__ import annotations

import http.client
import json
from typing import Any
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from slack_bolt import App

from bot.playground import SlackStandIn

Json = dict[str, Any]


def call(
    slack: SlackStandIn,
    method: str,
    path: str,
    body: Json | None = None,
    headers: dict[str, str] | None = None,
) -> tuple[int, bytes]:
    host = slack.url.removeprefix("http://")
    connection = http.client.HTTPConnection(host, timeout=5)
    sent = {"Content-Type": "application/json", **(headers or {})}
    connection.request(method, path, json.dumps(body) if body else None, sent)
    response = connection.getresponse()
    content = response.read()
    connection.close()
    return response.status, content


def do(slack: SlackStandIn, deed: str, **body: Any) -> Json:
    status, content = call(slack, "POST", f"/page/do/{deed}", body)
    assert status == 200
    answer: Json = json.loads(content)
    return answer


def snapshot(slack: SlackStandIn, user: str) -> Json:
    status, content = call(slack, "GET", f"/page/snapshot?user={user}")
    assert status == 200
    shown: Json = json.loads(content)
    return shown


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1.evil.example:80"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["/", "/page/snapshot?user=U0LIGONG", "/api/api.test", "/link/"])
def test_other_sites_are_refused(slack: SlackStandIn, headers: Json, path: str) -> None:
    assert call(slack, "GET", path, headers=headers)[0] == 403


def test_page_itself_may_call(slack: SlackStandIn) -> None:
    own = {"Origin": slack.url, "Sec-Fetch-Site": "same-origin"}
    assert call(slack, "GET", "/", headers=own)[0] == 200
    assert call(slack, "GET", "/page/assets/main.js", headers=own)[0] == 200


def test_page_runs_no_foreign_script(slack: SlackStandIn) -> None:
    with urlopen(slack.url) as response:
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]


def test_deed_must_be_json(slack: SlackStandIn) -> None:
    form = {"Content-Type": "text/plain"}
    assert call(slack, "POST", "/page/do/post", {"user": "U0LIGONG"}, form)[0] == 404


def test_stranger_has_no_page(slack: SlackStandIn) -> None:
    assert call(slack, "GET", "/page/snapshot?user=U9")[0] == 404


def test_snapshot_shows_only_what_the_person_may_see(slack: SlackStandIn, app: App) -> None:
    slack.slash_command("小王", "审核计划", "/echo", "悄悄")
    slack.wait_for(lambda: slack.messages("审核计划", seen_by="小王"))
    (seen,) = snapshot(slack, "U0XIAOWANG")["messages"]["C0AUDITPLAN"]
    assert seen["ephemeral"]
    shown = snapshot(slack, "U0LIGONG")
    assert shown["messages"]["C0AUDITPLAN"] == []
    assert [c["id"] for c in shown["channels"]] == ["C0AUDITPLAN", "C0MARKETING", "D0LIGONG"]


def test_deeds_of_the_page_are_those_of_a_person(slack: SlackStandIn, app: App) -> None:
    place = {"user": "U0XIAOWANG", "channel": "C0AUDITPLAN"}
    ts = do(slack, "post", **place, text="@ClauseBot 你好")["ts"]
    question = slack.messages("审核计划")[0]
    (answer,) = slack.wait_for(lambda: slack.replies(question))
    pressed = {"ts": answer.ts, "action_id": "press", "block_id": answer.blocks[1]["block_id"]}
    assert do(slack, "use", **place, **pressed)["failure"] == ""
    do(slack, "react", **place, ts=ts, name="+1")
    do(slack, "edit", **place, ts=ts, text="改了")
    current = slack.current(question)
    assert current is not None
    assert (current.text, current.reactions) == ("改了", {"+1": ("U0XIAOWANG",)})


def test_form_of_the_page_is_refused_and_taken(slack: SlackStandIn, app: App) -> None:
    place = {"user": "U0XIAOWANG", "channel": "C0AUDITPLAN"}
    do(slack, "command", **place, command="/form", text="")
    view = slack.wait_for(lambda: slack.modal("小王"))
    values = {"people": {"count": "0"}}
    assert do(slack, "submit", view_id=view.id, values=values)["errors"] == {
        "people": "人数应大于零。"
    }
    do(slack, "close", view_id=view.id)
    assert snapshot(slack, "U0XIAOWANG")["modals"] == []


def test_deed_on_what_is_gone_is_refused(slack: SlackStandIn) -> None:
    answer = do(slack, "delete", user="U0LIGONG", channel="C0AUDITPLAN", ts="1.1")
    assert answer == {"ok": False, "error": "message_not_found"}


def test_file_is_given_to_the_page_and_to_the_apps_token_only(slack: SlackStandIn) -> None:
    message = slack.post_message("小王", "审核计划", "表", files={"甲.csv": b"a"})
    path = f"/files-pri/{message.files[0]['id']}/{quote('甲.csv')}"
    assert call(slack, "GET", path)[0] == 403
    bearer = {"Authorization": f"Bearer {slack.bot_token}"}
    assert call(slack, "GET", path, headers=bearer) == (200, b"a")
    assert call(slack, "GET", path, headers={"Sec-Fetch-Site": "same-origin"}) == (200, b"a")


def test_changes_are_streamed_to_those_who_may_see_them(slack: SlackStandIn) -> None:
    connection = http.client.HTTPConnection(slack.url.removeprefix("http://"), timeout=5)
    connection.request("GET", "/page/changes?user=U0LIGONG")
    response = connection.getresponse()
    assert response.readline() == b": open\n"
    slack.open_home("小王")
    slack.post_message("小王", "小王", "只有小王和机器人看得见")
    slack.post_message("小王", "审核计划", "大家看")
    response.readline()
    change = json.loads(response.readline().removeprefix(b"data: "))
    assert (change["kind"], change["message"]["text"]) == ("message", "大家看")
    response.close()
    connection.close()


def test_open_page_is_let_go_when_the_stand_in_stops() -> None:
    with SlackStandIn() as slack:
        connection = http.client.HTTPConnection(slack.url.removeprefix("http://"), timeout=5)
        connection.request("GET", "/page/changes?user=U0LIGONG")
        response = connection.getresponse()
        assert response.readline() == b": open\n"
    assert response.read() == b"\n"
    connection.close()
