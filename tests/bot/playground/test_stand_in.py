"""A real Bolt app against the stand-in, over Socket Mode and over signed HTTP."""

from __future__ import annotations

import pytest
from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.playground import Channel, SlackStandIn
from bot.playground.workspace import User


def test_mention_is_answered_in_its_thread(slack: SlackStandIn, app: App) -> None:
    question = slack.post_message("小王", "审核计划", "@ClauseBot 你好")
    (answer,) = slack.wait_for(lambda: slack.replies(question))
    assert answer.blocks[0]["text"]["text"] == "回声：<@U0CLAUSEBOT> 你好"
    assert answer.thread_ts == question.ts


def test_direct_message_needs_no_mention(slack: SlackStandIn, app: App) -> None:
    slack.post_message("李工", "李工", "你好")
    texts = slack.wait_for(lambda: [m.text for m in slack.messages("李工")][1:])
    assert texts == ["回声：你好"]


def test_mention_in_a_direct_conversation_is_only_a_message(slack: SlackStandIn) -> None:
    slack.post_message("李工", "李工", "@ClauseBot 你好")
    assert [p["event"]["type"] for p in slack.events] == ["message"]


def test_ephemeral_answer_is_seen_by_one_person_only(slack: SlackStandIn, app: App) -> None:
    outcome = slack.slash_command("小王", "审核计划", "/echo", "一二三")
    assert outcome.acknowledged
    slack.wait_for(lambda: slack.messages("审核计划", seen_by="小王"))
    assert [m.text for m in slack.messages("审核计划", seen_by="小王")] == ["回声：一二三"]
    assert slack.messages("审核计划", seen_by="李工") == []


def test_button_replaces_the_message_it_stands_in(slack: SlackStandIn, app: App) -> None:
    question = slack.post_message("小王", "审核计划", "@ClauseBot 你好")
    (answer,) = slack.wait_for(lambda: slack.replies(question))
    assert slack.click("李工", answer, "press").acknowledged
    slack.wait_for(lambda: slack.replies(question)[0].text == "按了按下")
    assert slack.replies(question)[0].edited


def test_form_shows_the_errors_of_the_app_at_the_field(slack: SlackStandIn, app: App) -> None:
    slack.slash_command("小王", "审核计划", "/form")
    view = slack.wait_for(lambda: slack.modal("小王"))
    submission = slack.submit_view(view, {"people": {"count": "0"}})
    assert submission.errors == {"people": "人数应大于零。"}
    assert slack.modal("小王") is not None


def test_form_refuses_an_empty_field_before_the_app_hears_of_it(
    slack: SlackStandIn, app: App
) -> None:
    slack.slash_command("小王", "审核计划", "/form")
    view = slack.wait_for(lambda: slack.modal("小王"))
    before = len(slack.deliveries)
    assert slack.submit_view(view).errors == {"people": "请填写此必填字段。"}
    assert len(slack.deliveries) == before


def test_form_closes_once_the_app_takes_it(slack: SlackStandIn, app: App) -> None:
    slack.slash_command("小王", "审核计划", "/form")
    view = slack.wait_for(lambda: slack.modal("小王"))
    assert slack.submit_view(view, {"people": {"count": "150"}}).accepted
    assert slack.modal("小王") is None
    slack.wait_for(lambda: slack.messages("小王"))
    assert slack.messages("小王")[0].text == "150 人"


def test_closing_a_form_is_told_where_the_app_asked_for_it(slack: SlackStandIn, app: App) -> None:
    slack.slash_command("小王", "审核计划", "/form")
    slack.close_view(slack.wait_for(lambda: slack.modal("小王")))
    assert slack.modal("小王") is None
    assert slack.wait_for(lambda: slack.messages("小王"))[0].text == "表单关了"


def test_command_without_an_app_is_reported_to_the_person(slack: SlackStandIn) -> None:
    outcome = slack.slash_command("小王", "审核计划", "/echo", "有人吗")
    assert outcome.failure == "no_connection"
    (told,) = slack.messages("审核计划", seen_by="小王")
    assert told.text == "/echo 失败，错误为“dispatch_failed”。"


def test_app_hears_nothing_from_a_channel_it_is_not_in(
    slack: SlackStandIn, socket_app: App, client: WebClient
) -> None:
    slack.add_channel(Channel("C0FINANCE", "财务", frozenset({"U0LIGONG"})))
    slack.post_message("李工", "财务", "@ClauseBot 你好")
    with pytest.raises(SlackApiError, match="not_in_channel"):
        client.chat_postMessage(channel="C0FINANCE", text="在吗")
    assert slack.events == ()


def test_app_renews_its_connection_when_asked(slack: SlackStandIn, socket_app: App) -> None:
    assert [c.method for c in slack.calls].count("apps.connections.open") == 1
    slack.disconnect()
    slack.wait_for(lambda: [c.method for c in slack.calls].count("apps.connections.open") == 2)
    question = slack.post_message("小王", "审核计划", "@ClauseBot 还在吗")
    slack.wait_for(lambda: slack.replies(question))


def test_edited_and_deleted_messages_are_told(slack: SlackStandIn, socket_app: App) -> None:
    message = slack.post_message("小王", "审核计划", "你好")
    slack.edit_message(message, "你好，@ClauseBot")
    current = slack.current(message)
    assert current is not None
    assert current.edited
    slack.delete_message(current)
    assert slack.current(message) is None
    subtypes = [p["event"].get("subtype") for p in slack.events]
    assert subtypes == [None, "message_changed", "message_deleted"]


def test_deleted_parent_of_a_thread_leaves_a_tombstone(slack: SlackStandIn) -> None:
    parent = slack.post_message("小王", "审核计划", "父")
    slack.post_message("李工", "审核计划", "子", thread_ts=parent.ts)
    slack.delete_message(parent)
    assert slack.messages("审核计划")[0].subtype == "tombstone"


def test_reply_to_a_reply_joins_the_same_thread(slack: SlackStandIn) -> None:
    parent = slack.post_message("小王", "审核计划", "父")
    reply = slack.post_message("李工", "审核计划", "子", thread_ts=parent.ts)
    again = slack.post_message("张总", "审核计划", "孙", thread_ts=reply.ts)
    assert again.thread_ts == parent.ts


def test_files_of_a_person_come_with_the_message(slack: SlackStandIn, client: WebClient) -> None:
    message = slack.post_message("小王", "审核计划", "名单", files={"名单.csv": b"a,b\n"})
    assert message.subtype == "file_share"
    assert slack.file(message.files[0]["id"]) == b"a,b\n"
    info = client.files_info(file=message.files[0]["id"])
    assert info["file"]["mimetype"] == "text/csv"


def test_fault_that_accepts_leaves_the_message_posted(
    slack: SlackStandIn, client: WebClient
) -> None:
    slack.fail_next("chat.postMessage", status=500, accept=True)
    with pytest.raises(SlackApiError) as caught:
        client.chat_postMessage(channel="C0AUDITPLAN", text="到了")
    assert caught.value.response.status_code == 500
    assert [m.text for m in slack.messages("审核计划")] == ["到了"]


def test_rate_limit_says_how_long_to_wait(slack: SlackStandIn, client: WebClient) -> None:
    slack.fail_next("chat.postMessage", status=429, retry_after=7)
    with pytest.raises(SlackApiError, match="ratelimited") as caught:
        client.chat_postMessage(channel="C0AUDITPLAN", text="没到")
    assert caught.value.response.headers["Retry-After"] == "7"
    assert slack.messages("审核计划") == []


def test_hanging_call_is_carried_out_but_never_answered(slack: SlackStandIn) -> None:
    # The client repeats a call whose connection broke, unless told not to.
    client = WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[])
    slack.fail_next("chat.postMessage", accept=True, hang=0.1)
    with pytest.raises(OSError):
        client.chat_postMessage(channel="C0AUDITPLAN", text="到了")
    assert [m.text for m in slack.messages("审核计划")] == ["到了"]


def test_waiting_ends_with_an_error_when_nothing_comes(slack: SlackStandIn) -> None:
    with pytest.raises(TimeoutError):
        slack.wait_for(lambda: slack.messages("审核计划"), timeout=0.05)


def test_taken_port_is_an_error(slack: SlackStandIn) -> None:
    port = int(slack.url.rpartition(":")[2])
    with pytest.raises(OSError):
        SlackStandIn(port=port).start()


def test_person_of_another_workspace_says_so_in_each_message(slack: SlackStandIn) -> None:
    slack.add_user(User("U0OTHER", "外人", team="T0OTHERS"))
    slack.post_message("外人", "审核计划", "你好")
    assert slack.events[-1]["event"]["team"] == "T0OTHERS"
    assert slack.events[-1]["team_id"] == "T0CLAUSEBOT"
