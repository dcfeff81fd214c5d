"""The playground's page in a real browser: write a mention, read the reply, fill in a form."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from slack_bolt import Ack, App, Say
from slack_sdk import WebClient

from bot.playground import SlackStandIn

pytestmark = pytest.mark.browser

CHROMIUM = shutil.which("chromium")
SWITCHES = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
Json = dict[str, Any]


def plain(words: str) -> Json:
    return {"type": "plain_text", "text": words}


FORM = {
    "type": "modal",
    "callback_id": "form",
    "title": plain("算审核人日"),
    "submit": plain("计算"),
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


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("没有安装 chromium（Debian：apt-get install chromium）")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(SWITCHES))
        yield chromium
        chromium.close()


@pytest.fixture
def page(
    browser: Browser,
    slack: SlackStandIn,
    web_client: WebClient,
    connect: Callable[[App], None],
) -> Iterator[Page]:
    """The page with an app in the workspace that echoes and has a form."""
    app = App(client=web_client)

    @app.event("app_mention")
    def mentioned(event: Json, say: Say) -> None:
        say(text=f"*回声* {event['text']}", thread_ts=event["ts"])

    @app.command("/form")
    def asked_for_form(ack: Ack, body: Json, client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=FORM)

    @app.view("form")
    def submitted(ack: Ack, view: Json) -> None:
        count = view["state"]["values"]["people"]["count"]["value"]
        if count == "0":
            ack(response_action="errors", errors={"people": "人数应大于零。"})
        else:
            ack()

    @app.event("message")
    def said() -> None:
        """Takes what needs no answer."""

    connect(app)
    page = browser.new_page(locale="zh-CN")
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    page.goto(slack.url)
    page.get_by_role("combobox", name="发消息到 # 审核计划").wait_for()
    yield page
    page.close()
    assert faults == []


def test_mention_is_completed_sent_and_answered_in_its_thread(page: Page) -> None:
    box = page.get_by_role("combobox", name="发消息到 # 审核计划")
    box.press_sequentially("@Cl")
    expect(page.get_by_role("option")).to_have_text("ClauseBot条文助手应用")
    box.press("Enter")
    box.press_sequentially("<b>监督</b>要几个人天")
    box.press("Enter")
    page.get_by_role("button", name="1 条回复").click()
    answer = page.locator("#thread-messages article").last
    expect(answer).to_contain_text("回声 @ClauseBot <b>监督</b>要几个人天")
    expect(answer.locator("strong", has_text="回声")).to_be_visible()


def test_form_shows_problems_at_the_field_until_it_is_right(page: Page) -> None:
    box = page.get_by_role("combobox", name="发消息到 # 审核计划")
    box.fill("/form")
    box.press("Enter")
    form = page.get_by_role("dialog", name="算审核人日")
    count = form.get_by_label("有效人数")
    expect(count).to_be_focused()
    form.get_by_role("button", name="计算").click()
    expect(form.get_by_role("alert")).to_have_text("请填写此必填字段。")
    count.fill("0")
    count.press("Enter")
    expect(form.get_by_role("alert")).to_have_text("人数应大于零。")
    count.fill("150")
    count.press("Enter")
    expect(form).to_be_hidden()


def test_other_persons_see_what_is_said_but_not_what_is_theirs_alone(
    page: Page, slack: SlackStandIn, web_client: WebClient
) -> None:
    web_client.chat_postEphemeral(channel="C0AUDITPLAN", user="U0XIAOWANG", text="只给小王")
    slack.post_message("李工", "市场部", "市场部有新消息")
    expect(page.get_by_text("只给小王")).to_be_visible()
    expect(page.get_by_label("1 条未读")).to_be_visible()
    page.get_by_role("button", name="张总").click()
    expect(page.get_by_text("只给小王")).to_be_hidden()
    page.get_by_role("button", name="市场部", exact=False).first.click()
    expect(page.get_by_text("市场部有新消息")).to_be_visible()
