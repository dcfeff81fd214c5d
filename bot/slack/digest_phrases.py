"""What the command and the form of the daily digest say, in Chinese."""

from __future__ import annotations

DIGEST_TITLE = "每日提醒"
DIGEST_AT = "几点"
DIGEST_DAYS = "提前多少天"
DIGEST_WHEN = "哪些天发"
WORKING_DAYS = "工作日"
EVERY_DAY = "每天"
DIGEST_SCOPE = "哪些项目（不选就是全部）"
DIGEST_OWNER = "只看谁负责的（不选就是全部）"
DIGEST_NOTHING = "没有到期的那天"
SAYS_SO = "发一句“没有到期的”"
SAYS_NOTHING = "不发"
DIGEST_OFF = "本频道不再有每日提醒；还没发出的也不发了。"
DIGEST_WAS_OFF = "本频道本来就没有每日提醒。打开：/digest on 09:00 30天。"
INVITE = "我不在这个频道里，看不到提醒发到没有。请先邀请我（/invite @ClauseBot），再设置每日提醒。"
SHARED_CHANNEL = "这个频道和别的工作区共用，登记册不给外面看，不能在这里发每日提醒。"
NO_DIGESTS = "还没有频道订阅每日提醒。打开：在频道里写 /digest on 09:00 30天。"
DIGEST_COLUMNS = ("频道", "几点", "天数", "范围", "谁设的", "最近的问题")
DIGEST_USAGE = (
    "用法：/digest on 09:00 30天 腾标 @负责人 每天 没有就不发（后面几样都可以不写）；"
    "/digest off；/digest now；/digest list；什么都不写打开表单。"
)
PICTURE_NAME = "期限.png"
ALL_IS_WELL = "无"


def bad_hour(words: str) -> str:
    """An hour that no day has."""
    return f"时刻“{words}”不对，请写 00:00 到 23:59，例如 09:00。"


def bad_days(words: str, most: int) -> str:
    """A number of days that no digest looks ahead."""
    return f"天数“{words}”不对，请写 1 到 {most} 天，例如 30天。"


def said_twice(what: str, first: str, second: str) -> str:
    """The same thing is said in two ways."""
    return f"{what}写了两次：“{first}”和“{second}”，请只留一个。"


def unclear_wish(words: str) -> str:
    """A word behind ``on`` that says nothing of a digest."""
    return (
        f"“{words}”看不懂：不是时刻、天数、认证项目、@负责人、每天/工作日、没有就不发。"
        f"{DIGEST_USAGE}"
    )


def digest_on(when: str, what: str, first: str) -> str:
    """A channel gets a digest from now on; ``what`` is markup already."""
    return f"本频道{when} 发每日提醒：{what}。第一次：{first}。"


SAYS_NOTHING_THEN = "没有到期的就不发"
ALL = "全部"


def days(count: int) -> str:
    """How far a digest looks ahead."""
    return f"提前 {count} 天"


def set_at(when: str, at: str) -> str:
    """On which days and at which hour."""
    return f"{when} {at}"
