"""A channel's daily digest: turned on, turned off, sent at once, listed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.digest.schedule import days_owed, due_at
from bot.digest.subscription import Subscription
from bot.register.errors import RegisterRefuses
from bot.slack import digest_phrases
from bot.slack.blocks import kit
from bot.slack.blocks.kit import Element
from bot.slack.blocks.message import Message, sentence
from bot.slack.blocks.rich_text import channel as channel_link
from bot.slack.blocks.rich_text import plain
from bot.slack.certificates import desk_of
from bot.slack.desk import Desk
from bot.slack.digest_composing import DigestComposing
from bot.slack.digest_wishes import Wish
from bot.slack.filling import About, Filling
from bot.slack.forms.digest import DAYS, digest_form, filled_in, wish_of
from bot.slack.forms.form import Values
from bot.slack.mentioning import mention, mention_element
from bot.slack.place import Place
from bot.slack.posting import reply
from bot.slack.services import Services
from bot.slack.text import escape

_DIRECT = "D"
_ROWS = 20
_LONGEST_HOLIDAY = timedelta(days=30)
_BETWEEN = "、"


def subscribing(_view: Mapping[str, Any], about: About, services: Services) -> Filling:
    """The form of a channel's digest, with what it is now."""
    channel = about.place.channel or ""

    def take(values: Values, client: WebClient) -> Sequence[Message]:
        return [turn_on(wish_of(values), about.place, client, services)]

    now = desk_of(services).subscriptions.of(channel) or Wish()
    return Filling(digest_form(services.library.documents), DAYS, take, filled_in(now))


def turn_on(wish: Wish, place: Place, client: WebClient, services: Services) -> Message:
    """The channel has this digest from now on; RegisterRefuses where it cannot be sent there."""
    desk, channel = desk_of(services), place.channel or ""
    enter(channel, client)
    subscription = wish.subscription(channel, desk.now(), place.user)
    desk.subscriptions.turn_on(subscription)
    when = digest_phrases.set_at(_when(subscription), wish.at.isoformat("minutes"))
    first = _first_moment(subscription, desk)
    words = digest_phrases.digest_on(when, _what(subscription, services), first)
    return Message(f"{mention(place.user)}：{words}")


def turn_off(place: Place, services: Services) -> Message:
    """The channel has no digest from now on, and what it was owed is dropped."""
    desk, channel = desk_of(services), place.channel or ""
    if desk.subscriptions.of(channel) is None:
        raise RegisterRefuses(digest_phrases.DIGEST_WAS_OFF)
    desk.subscriptions.turn_off(channel, place.user)
    desk.ledger.drop(channel)
    return Message(f"{mention(place.user)}：{escape(digest_phrases.DIGEST_OFF)}")


def send_now(place: Place, client: WebClient, services: Services, *, to_channel: bool) -> None:
    """Today's digest at once: to the channel, or to the person alone."""
    desk, channel = desk_of(services), place.channel or ""
    if to_channel:
        enter(channel, client)
    wish = desk.subscriptions.of(channel) or Wish().subscription(channel, desk.now(), place.user)
    composing = DigestComposing(desk, services.library)
    composed = composing.composed(composing.content(wish, services.today()), wish)
    pages = [Message(page["text"], tuple(page["blocks"])) for page in composed.pages]
    if not to_channel:
        reply(client, place, pages)
        return
    first = _post(pages[0], channel, None, client)
    for page in pages[1:]:
        _post(page, channel, first, client)
    if composed.picture:
        file = {"filename": digest_phrases.PICTURE_NAME, "content": composed.picture()}
        client.files_upload_v2(channel=channel, thread_ts=first, file_uploads=[file])


def _post(page: Message, channel: str, thread: str | None, client: WebClient) -> str:
    posted = client.chat_postMessage(
        channel=channel,
        thread_ts=thread,
        text=page.text,
        blocks=page.blocks,
        unfurl_links=False,
        unfurl_media=False,
    )
    return str(posted["ts"])


def digests_messages(services: Services) -> tuple[Message, ...]:
    """Every channel's digest: when, what, who set it, and what went wrong last."""
    desk = desk_of(services)
    every = desk.subscriptions.all()
    if not every:
        return (sentence(digest_phrases.NO_DIGESTS),)
    parts = [every[start : start + _ROWS] for start in range(0, len(every), _ROWS)]
    return tuple(_listed(part, desk, services) for part in parts)


def _listed(part: Sequence[Subscription], desk: Desk, services: Services) -> Message:
    lines = [f"<#{each.channel}> {_said(each, services)}" for each in part]
    rows = [_row(each, desk, services) for each in part]
    return Message("\n\n".join(lines), (kit.table(digest_phrases.DIGEST_COLUMNS, rows),))


def _row(each: Subscription, desk: Desk, services: Services) -> Sequence[str | Element]:
    shorts = [services.scheme_names.short(document) for document in each.documents]
    scope = [plain(_BETWEEN.join(shorts) or digest_phrases.ALL)]
    for owner in each.owners:
        scope += [plain(" "), mention_element(owner)]
    return (
        _cell(channel_link(each.channel)),
        digest_phrases.set_at(_when(each), each.at.isoformat("minutes")),
        digest_phrases.days(each.days_ahead),
        _cell(*scope),
        _cell(mention_element(each.author)),
        desk.ledger.trouble(each.channel) or digest_phrases.ALL_IS_WELL,
    )


def _cell(*parts: Element) -> Element:
    section = {"type": "rich_text_section", "elements": list(parts)}
    return {"type": "rich_text", "elements": [section]}


def _said(each: Subscription, services: Services) -> str:
    when = digest_phrases.set_at(_when(each), each.at.isoformat("minutes"))
    return f"{when}，{_what(each, services)}"


def _what(each: Subscription, services: Services) -> str:
    """What the digest is about, in Slack's markup."""
    what = [_scope(each, services), digest_phrases.days(each.days_ahead)]
    if not each.says_when_nothing_is_due:
        what.append(digest_phrases.SAYS_NOTHING_THEN)
    return "，".join(what)


def _when(subscription: Subscription) -> str:
    return digest_phrases.EVERY_DAY if subscription.every_day else digest_phrases.WORKING_DAYS


def _scope(subscription: Subscription, services: Services) -> str:
    """Which schemes and whose, in Slack's markup."""
    shorts = [escape(services.scheme_names.short(each)) for each in subscription.documents]
    owners = [mention(each) for each in subscription.owners]
    return " ".join([_BETWEEN.join(shorts) or digest_phrases.ALL, *owners])


def _first_moment(subscription: Subscription, desk: Desk) -> str:
    """When the channel gets its first digest."""
    ahead = desk.now() + _LONGEST_HOLIDAY
    days = days_owed(subscription, None, ahead, desk.zone, desk.calendar.is_working_day)
    first: date = next(days)
    moment = due_at(first, subscription.at, desk.zone).astimezone(desk.zone)
    return f"{moment:%Y-%m-%d %H:%M}"


def enter(channel: str, client: WebClient) -> None:
    """Makes sure that the bot is in the channel; RegisterRefuses where a person has to invite it.

    Without reading the channel it could not find out whether a digest arrived.
    """
    if not channel:
        raise RegisterRefuses(digest_phrases.INVITE)
    try:
        _read(channel, client)
    except SlackApiError:
        _join(channel, client)
    if not channel.startswith(_DIRECT) and _is_shared(channel, client):
        raise RegisterRefuses(digest_phrases.SHARED_CHANNEL)


def _read(channel: str, client: WebClient) -> None:
    client.conversations_history(channel=channel, limit=1)


def _join(channel: str, client: WebClient) -> None:
    try:
        client.conversations_join(channel=channel)
        _read(channel, client)
    except SlackApiError as error:
        raise RegisterRefuses(digest_phrases.INVITE) from error


def _is_shared(channel: str, client: WebClient) -> bool:
    info = client.conversations_info(channel=channel)["channel"]
    return bool(info.get("is_ext_shared"))
