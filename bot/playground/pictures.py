"""Pictures of what the bot says, taken of the playground's page in a headless browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from bot.playground.stand_in import SlackStandIn
from knowledge.errors import ClauseBotError

if TYPE_CHECKING:
    from playwright.sync_api import Page

PERSON = "小王"
CHANNEL = "审核计划"
HOME = "home"
TIMELINE = "timeline"
NO_BROWSER = (
    "拍照要用 Chromium 和 playwright：apt-get install chromium（或别的办法装好，放进 PATH），"
    "再用 pip install playwright。"
)
SWITCHES = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
# High enough for every message, so that nothing is scrolled out of the picture.
WIDTH, HEIGHT = 1240, 4000
# The thread as wide as a channel is in Slack, its list as high as its messages, nothing blinking,
# and dates in no language but ours, whichever the browser speaks.
STYLE = """
.app.with-thread { grid-template-columns: 0 minmax(0, 1fr) 780px; }
.messages { flex: none; padding-bottom: 14px; }
.messages .day, .tools { display: none; }
.home { overflow: visible; }
input[type="date"]::-webkit-datetime-edit { display: none; }
input[type="date"] { display: flex; }
input[type="date"]::before { content: "选择日期"; flex: 1; }
.modal { max-height: none; }
* { animation: none !important; caret-color: transparent !important; }
"""
# Enough for smooth letters and emoji, at a third of the bytes.
_COLOURS = 160


class NoBrowser(ClauseBotError):
    """There is no Chromium, or no playwright to drive it."""

    def __init__(self) -> None:
        super().__init__(NO_BROWSER)


@dataclass(frozen=True, slots=True)
class Scene:
    """What a picture shows: the thread below a mention, or what a command shows to one person.

    A command without words opens a form; ``opened_by`` is the button below the answer that opens
    a window; ``with_assistant``: the question is put in a new conversation of the assistant's pane.
    """

    name: str
    question: str
    command: str = ""
    opened_by: str = ""
    with_assistant: bool = False


SCENES = (
    Scene("answer", "腾标公有云PII，150人，高风险，监督要几个人天"),
    Scene("deadline", "腾标证书2025-03-10签发，第一次监督2026-02-20做的，第二次最晚哪天"),
    Scene("side_by_side", "停证最长能停多久"),
    Scene("comparison", "两次监督审核最多隔多久", command="/compare"),
    Scene("clarification", "监督审核最晚哪天"),
    Scene("list", "云服务证书上得写哪些内容"),
    Scene("no_answer", "审核组长要有几年工作经验才能申请注册"),
    Scene("whole_clause", "腾标 5.4.5 3)", command="/clause", opened_by="看全文"),
    Scene("digest", "now", command="/digest"),
    Scene("form", "", command="/mandays"),
    Scene("assistant", "网安联换证提前多久申请", with_assistant=True),
)


def take_pictures(
    slack: SlackStandIn, folder: Path, scenes: Sequence[Scene] = SCENES
) -> Iterator[Path]:
    """A PNG of every scene and of the home tab; yields each path once it is written.

    The bot must be connected to ``slack``. Raises ``NoBrowser`` before anything is asked.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _page() as page:
        page.goto(slack.url)
        page.add_style_tag(content=STYLE)
        for scene in scenes:
            yield _taken(page, _shown(page, slack, scene), folder / f"{scene.name}.png")
        yield _taken(page, _show_home(page, slack), folder / f"{HOME}.png")


@contextmanager
def _page() -> Iterator[Page]:
    chromium = shutil.which("chromium")
    try:
        from playwright.sync_api import ViewportSize, sync_playwright  # noqa: PLC0415
    except ImportError as error:
        raise NoBrowser from error
    if chromium is None:
        raise NoBrowser
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(SWITCHES))
        yield browser.new_page(viewport=ViewportSize(width=WIDTH, height=HEIGHT), locale="zh-CN")
        browser.close()


def _shown(page: Page, slack: SlackStandIn, scene: Scene) -> str:
    """Brings the scene about; the part of the page to take."""
    # Whatever window the scene before has opened.
    page.keyboard.press("Escape")
    if scene.with_assistant:
        return _show_assistant(page, slack, scene)
    if not scene.question:
        slack.slash_command(PERSON, CHANNEL, scene.command)
        return _window(page, slack)
    show = _show_command if scene.command else _show_thread
    part = show(page, slack, scene)
    if not scene.opened_by:
        return part
    page.locator(part).get_by_role("button", name=scene.opened_by).click()
    return _window(page, slack)


def _window(page: Page, slack: SlackStandIn) -> str:
    slack.wait_for(lambda: slack.modal(PERSON))
    page.locator("#modal[open]").wait_for()
    return "#modal"


def _show_assistant(page: Page, slack: SlackStandIn, scene: Scene) -> str:
    """Opens a new conversation and asks in it below the greeting."""
    page.get_by_role("button", name="ClauseBot").first.click()
    page.get_by_role("tab", name="消息").click()
    page.get_by_role("button", name="新对话").click()
    page.locator(".prompts").wait_for()
    said = len(slack.messages(PERSON))
    root = next(each for each in slack.messages(PERSON) if each.subtype == "assistant_app_thread")
    slack.post_message(PERSON, PERSON, scene.question, thread_ts=root.ts)
    slack.wait_for(lambda: len(slack.messages(PERSON)) >= said + 2)
    return "#thread-messages"


def _show_thread(page: Page, slack: SlackStandIn, scene: Scene) -> str:
    """Asks by a mention and opens the thread; the part of the page to take."""
    asked = slack.post_message(PERSON, CHANNEL, f"@ClauseBot {scene.question}")
    slack.wait_for(lambda: slack.replies(asked))
    page.locator(f'[data-ts="{asked.ts}"] .thread-line').click()
    return "#thread-messages"


def _show_command(page: Page, slack: SlackStandIn, scene: Scene) -> str:
    """Gives the command and finds what only the person sees."""
    before = len(slack.messages(CHANNEL, seen_by=PERSON))
    slack.slash_command(PERSON, CHANNEL, scene.command, scene.question)
    shown = slack.wait_for(lambda: slack.messages(CHANNEL, seen_by=PERSON)[before:])
    page.keyboard.press("Escape")
    return f'[data-ts="{shown[0].ts}"]'


def _show_home(page: Page, slack: SlackStandIn) -> str:
    page.keyboard.press("Escape")
    page.get_by_role("button", name="ClauseBot").first.click()
    page.get_by_role("tab", name="主页").click()
    slack.wait_for(lambda: slack.home(PERSON))
    return ".sheet"


def _taken(page: Page, part: str, path: Path) -> Path:
    page.locator(part).screenshot(path=path)
    return make_smaller(path)


def make_smaller(path: Path) -> Path:
    """Fewer colours, at a third of the bytes."""
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(
            path, optimize=True
        )
    return path
