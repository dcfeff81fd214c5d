"""The Web API through Slack's own client: answers, refusals, and what they leave behind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from bot.playground import AppManifest, Channel, SlackStandIn
from bot.playground.workspace import BOT_USER

Json = dict[str, Any]
Refusal = Callable[..., Json]

PLAN = "C0AUDITPLAN"
OTHERS_ONLY = Channel("C0FINANCE", "财务", frozenset({"U0LIGONG"}))
ARCHIVED = Channel("C0OLD", "旧频道", frozenset({BOT_USER}), is_archived=True)
DIVIDER = {"type": "divider"}
MARKDOWN = {"type": "markdown", "text": "字" * 7000}
METADATA = {"event_type": "digest", "event_payload": {"day": "2026-11-24"}}

# method, arguments, Slack's error code
REFUSALS: dict[str, tuple[str, Json, str]] = {
    "unknown method": ("chat.shout", {}, "unknown_method"),
    "no channel": ("chat.postMessage", {"text": "字"}, "channel_not_found"),
    "unknown channel": ("chat.postMessage", {"channel": "C9", "text": "字"}, "channel_not_found"),
    "archived": ("chat.postMessage", {"channel": "C0OLD", "text": "字"}, "is_archived"),
    "not a member": ("chat.postMessage", {"channel": "C0FINANCE", "text": "字"}, "not_in_channel"),
    "nothing to say": ("chat.postMessage", {"channel": PLAN}, "no_text"),
    "long text": ("chat.postMessage", {"channel": PLAN, "text": "字" * 40_001}, "msg_too_long"),
    "blocks of no JSON": (
        "chat.postMessage",
        {"channel": PLAN, "blocks": "[{"},
        "invalid_blocks_format",
    ),
    "faulty blocks": (
        "chat.postMessage",
        {"channel": PLAN, "blocks": [DIVIDER] * 51},
        "invalid_blocks",
    ),
    "long blocks together": (
        "chat.postMessage",
        {"channel": PLAN, "blocks": [MARKDOWN, MARKDOWN]},
        "msg_blocks_too_long",
    ),
    "faulty metadata": (
        "chat.postMessage",
        {"channel": PLAN, "text": "字", "metadata": {"event_type": "x"}},
        "invalid_metadata_schema",
    ),
    "no such parent": (
        "chat.postMessage",
        {"channel": PLAN, "text": "字", "thread_ts": "1.000001"},
        "thread_not_found",
    ),
    "ephemeral to a stranger": (
        "chat.postEphemeral",
        {"channel": PLAN, "user": "U0NOBODY", "text": "字"},
        "user_not_found",
    ),
    "update of nothing": (
        "chat.update",
        {"channel": PLAN, "ts": "1.000001", "text": "字"},
        "message_not_found",
    ),
    "delete of nothing": ("chat.delete", {"channel": PLAN, "ts": "1.1"}, "message_not_found"),
    "link to nothing": (
        "chat.getPermalink",
        {"channel": PLAN, "message_ts": "1.1"},
        "message_not_found",
    ),
    "unknown user": ("users.info", {"user": "U9"}, "user_not_found"),
    "unknown group": ("usergroups.users.list", {"usergroup": "S9"}, "no_such_subteam"),
    "unknown type": ("conversations.list", {"types": "public"}, "invalid_types"),
    "unknown cursor": ("users.list", {"cursor": "x"}, "invalid_cursor"),
    "too large a page": ("users.list", {"limit": 1001}, "invalid_limit"),
    "no such thread": (
        "conversations.replies",
        {"channel": PLAN, "ts": "1.1"},
        "thread_not_found",
    ),
    "unread channel": ("conversations.history", {"channel": "C0FINANCE"}, "not_in_channel"),
    "view of no trigger": (
        "views.open",
        {
            "trigger_id": "1.2.a",
            "view": {"type": "home", "blocks": []},
        },
        "invalid_arguments",
    ),
    "unknown view": ("views.update", {"view_id": "V9", "view": {}}, "not_found"),
    "file of nothing": (
        "files.getUploadURLExternal",
        {"filename": "a.txt", "length": 0},
        "invalid_arguments",
    ),
    "file that never came": (
        "files.completeUploadExternal",
        {"files": [{"id": "F9"}]},
        "file_not_found",
    ),
    "five prompts": (
        "assistant.threads.setSuggestedPrompts",
        {"channel_id": PLAN, "prompts": [{"title": "问", "message": "问"}] * 5},
        "invalid_arguments",
    ),
    "status of no thread": (
        "assistant.threads.setStatus",
        {"channel_id": PLAN, "thread_ts": "1.1", "status": "正在…"},
        "invalid_thread_ts",
    ),
    "error asked for": ("api.test", {"error": "my_error"}, "my_error"),
}


@pytest.mark.parametrize(("method", "arguments", "code"), REFUSALS.values(), ids=REFUSALS.keys())
def test_call_is_refused_with_slacks_code(
    slack: SlackStandIn, refusal: Refusal, method: str, arguments: Json, code: str
) -> None:
    slack.add_channel(OTHERS_ONLY)
    slack.add_channel(ARCHIVED)
    assert refusal(method, **arguments)["error"] == code


def test_refusal_says_where_the_fault_is(refusal: Refusal) -> None:
    answer = refusal("chat.postMessage", channel=PLAN, blocks=[{"type": "divider"}, {"type": "x"}])
    words = "unsupported type: x [json-pointer:/blocks/1/type]"
    assert answer["errors"] == [words]
    assert answer["response_metadata"] == {"messages": [f"[ERROR] {words}"]}


@pytest.mark.parametrize(
    ("token", "method", "code"),
    [
        (None, "auth.test", "not_authed"),
        ("xoxb-wrong", "auth.test", "invalid_auth"),
        ("app", "auth.test", "not_allowed_token_type"),
        ("bot", "apps.connections.open", "not_allowed_token_type"),
        ("xoxb-wrong", "no.such", "unknown_method"),
    ],
)
def test_token_is_checked(slack: SlackStandIn, token: str | None, method: str, code: str) -> None:
    tokens = {"app": slack.app_token, "bot": slack.bot_token}
    client = WebClient(token=tokens.get(token or "", token), base_url=slack.api_url)
    with pytest.raises(SlackApiError) as caught:
        client.api_call(method)
    assert caught.value.response["error"] == code


def test_token_may_come_as_a_form_field(slack: SlackStandIn) -> None:
    client = WebClient(base_url=slack.api_url)
    answer = client.api_call("auth.test", data={"token": slack.bot_token})
    assert answer["user_id"] == BOT_USER


def test_scope_that_the_manifest_lacks_is_named() -> None:
    manifest = AppManifest(scopes=frozenset({"chat:write"}))
    with SlackStandIn(manifest=manifest) as slack:
        client = WebClient(token=slack.bot_token, base_url=slack.api_url)
        client.chat_postMessage(channel=PLAN, text="字")
        with pytest.raises(SlackApiError) as caught:
            client.users_list()
    assert caught.value.response["error"] == "missing_scope"
    assert caught.value.response["needed"] == "users:read"
    assert caught.value.response["provided"] == "chat:write"


def test_reading_a_conversation_needs_the_scope_of_its_kind() -> None:
    manifest = AppManifest(scopes=frozenset({"channels:history"}))
    with SlackStandIn(manifest=manifest) as slack:
        client = WebClient(token=slack.bot_token, base_url=slack.api_url)
        client.conversations_history(channel=PLAN)
        with pytest.raises(SlackApiError) as caught:
            client.conversations_history(channel="D0LIGONG")
    assert caught.value.response["needed"] == "im:history"


def test_home_tab_that_the_manifest_lacks_cannot_be_published() -> None:
    with SlackStandIn(manifest=AppManifest(has_home=False)) as slack:
        client = WebClient(token=slack.bot_token, base_url=slack.api_url)
        with pytest.raises(SlackApiError, match="not_enabled"):
            client.views_publish(user_id="U0LIGONG", view={"type": "home", "blocks": []})


def test_posted_message_can_be_read_updated_and_deleted(
    slack: SlackStandIn, client: WebClient
) -> None:
    posted = client.chat_postMessage(channel="#审核计划", text="一", metadata=METADATA)
    ts = posted["ts"]
    history = client.conversations_history(channel=PLAN, include_all_metadata=True)
    assert history["messages"][0]["metadata"] == METADATA
    assert "metadata" not in client.conversations_history(channel=PLAN)["messages"][0]
    client.chat_update(channel=PLAN, ts=ts, text="二")
    assert client.conversations_history(channel=PLAN)["messages"][0]["text"] == "二"
    client.chat_delete(channel=PLAN, ts=ts)
    assert client.conversations_history(channel=PLAN)["messages"] == []


def test_update_takes_less_text_than_a_post(client: WebClient, refusal: Refusal) -> None:
    ts = client.chat_postMessage(channel=PLAN, text="一")["ts"]
    assert refusal("chat.update", channel=PLAN, ts=ts, text="字" * 4001)["error"] == "msg_too_long"


def test_message_of_a_person_is_not_the_apps_to_change(
    slack: SlackStandIn, refusal: Refusal
) -> None:
    ts = slack.post_message("小王", "审核计划", "我的").ts
    assert (
        refusal("chat.update", channel=PLAN, ts=ts, text="你的")["error"] == "cant_update_message"
    )
    assert refusal("chat.delete", channel=PLAN, ts=ts)["error"] == "cant_delete_message"


def test_block_and_action_ids_are_made_up_where_missing(client: WebClient) -> None:
    button = {"type": "button", "text": {"type": "plain_text", "text": "好"}}
    blocks = [{"type": "actions", "elements": [button]}]
    (block,) = client.chat_postMessage(channel=PLAN, text="一", blocks=blocks)["message"]["blocks"]
    assert block["block_id"]
    assert block["elements"][0]["action_id"]


def test_history_leaves_out_replies_and_ephemeral_messages(client: WebClient) -> None:
    parent = client.chat_postMessage(channel=PLAN, text="父")["ts"]
    client.chat_postMessage(channel=PLAN, text="子", thread_ts=parent)
    client.chat_postEphemeral(channel=PLAN, user="U0LIGONG", text="悄悄话")
    (shown,) = client.conversations_history(channel=PLAN)["messages"]
    assert (shown["text"], shown["reply_count"]) == ("父", 1)
    thread = client.conversations_replies(channel=PLAN, ts=parent)["messages"]
    assert [m["text"] for m in thread] == ["父", "子"]


def test_long_list_comes_page_by_page(client: WebClient) -> None:
    pages = client.users_list(limit=2)
    sizes = [len(page["members"]) for page in pages]
    assert sizes == [2, 2, 1]


def test_time_stamps_are_never_the_same_twice(client: WebClient) -> None:
    stamps = [client.chat_postMessage(channel=PLAN, text="字")["ts"] for _ in range(20)]
    assert stamps == sorted(set(stamps))


def test_person_can_be_written_to_by_id(slack: SlackStandIn, client: WebClient) -> None:
    posted = client.chat_postMessage(channel="U0LIGONG", text="提醒")
    opened = client.conversations_open(users="U0LIGONG")
    assert posted["channel"] == opened["channel"]["id"]
    assert slack.messages("李工")[0].text == "提醒"


def test_uploaded_file_is_shared_in_the_thread(slack: SlackStandIn, client: WebClient) -> None:
    parent = client.chat_postMessage(channel=PLAN, text="父")["ts"]
    client.files_upload_v2(
        channel=PLAN, thread_ts=parent, filename="理由.md", content="# 理由", title="审核时间理由"
    )
    shared = slack.messages("审核计划")[-1]
    assert shared.thread_ts == parent
    assert shared.files[0]["title"] == "审核时间理由"
    assert slack.file(shared.files[0]["id"]).decode() == "# 理由"


def test_reaction_can_be_added_once(client: WebClient, refusal: Refusal) -> None:
    ts = client.chat_postMessage(channel=PLAN, text="一")["ts"]
    client.reactions_add(channel=PLAN, timestamp=ts, name="eyes")
    again = refusal("reactions.add", channel=PLAN, timestamp=ts, name="eyes")
    assert again["error"] == "already_reacted"
    assert client.conversations_history(channel=PLAN)["messages"][0]["reactions"] == [
        {"name": "eyes", "users": [BOT_USER], "count": 1}
    ]


def test_permalink_leads_to_the_message(slack: SlackStandIn, client: WebClient) -> None:
    ts = client.chat_postMessage(channel=PLAN, text="一")["ts"]
    link = client.chat_getPermalink(channel=PLAN, message_ts=ts)["permalink"]
    assert link == f"{slack.url}/archives/{PLAN}/p{ts.replace('.', '')}"


def test_assistant_thread_has_title_prompts_and_status(
    slack: SlackStandIn, client: WebClient
) -> None:
    root = slack.start_assistant("小王")
    place = {"channel_id": root.channel, "thread_ts": root.ts}
    client.assistant_threads_setTitle(**place, title="人日")
    client.assistant_threads_setSuggestedPrompts(
        **place, prompts=[{"title": "问", "message": "要几天"}]
    )
    client.assistant_threads_setStatus(channel_id=root.channel, thread_ts=root.ts, status="正在查…")
    assert slack.assistant_thread(root)["status"] == "正在查…"
    client.chat_postMessage(channel=root.channel, thread_ts=root.ts, text="三天")
    thread = slack.assistant_thread(root)
    assert (thread["title"], thread["status"]) == ("人日", "")
    assert thread["prompts"] == [{"title": "问", "message": "要几天"}]


def test_workspace_and_app_are_described(client: WebClient) -> None:
    assert client.team_info()["team"]["name"] == "认证中心"
    assert client.bots_info(bot="B0CLAUSEBOT")["bot"]["user_id"] == BOT_USER
    assert client.users_info(user="U0LIGONG")["user"]["real_name"] == "李工"
    assert client.usergroups_users_list(usergroup="S0TECHNICAL")["users"] == ["U0ZHANGZONG"]
    names = [c["name"] for c in client.conversations_list()["channels"]]
    assert names == ["审核计划", "市场部"]
    assert len(client.conversations_members(channel=PLAN)["members"]) == 4


def test_response_url_serves_five_times(slack: SlackStandIn, socket_app: object) -> None:
    slack.slash_command("小王", "审核计划", "/echo", "一")
    command = next(d.parcel.payload for d in slack.deliveries if "command" in d.parcel.payload)
    slack.wait_for(lambda: slack.messages("审核计划", seen_by="小王"))
    webhook = WebhookClient(command["response_url"])
    answers = [webhook.send(text="再来", response_type="in_channel") for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 404]
    assert "used_url" in answers[-1].body
    assert len(slack.messages("审核计划")) == 4


def test_response_url_refuses_faulty_blocks(slack: SlackStandIn, socket_app: object) -> None:
    slack.slash_command("小王", "审核计划", "/echo", "一")
    command = next(d.parcel.payload for d in slack.deliveries if "command" in d.parcel.payload)
    answer = WebhookClient(command["response_url"]).send(text="字", blocks=[DIVIDER] * 51)
    assert "invalid_blocks" in answer.body
