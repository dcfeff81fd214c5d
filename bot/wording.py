"""Every Chinese sentence that ClauseBot says of its own accord, grouped by where it is said."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from knowledge.errors import RuleAbsent

# ---- 提问本身有问题 ---------------------------------------------------------------------------
EMPTY_QUESTION = "请写出要问的问题，例如“腾标监督审核最晚哪天”。"
NO_WORDS = "没有看到文字。请用一句话写出问题，例如“网安联换证提前多久申请”。"


def question_too_long(length: int, limit: int) -> str:
    """The question is longer than we read."""
    return f"这段话有 {length} 个字，超过了 {limit} 字的上限。请只写要问的那一句。"


def impossible_date(words: str) -> str:
    """A date that no calendar has."""
    return f"“{words}”不是日历上有的日期，请核对后重写，例如 2026-02-28。"


def impossible_headcount(count: int) -> str:
    """A headcount of 0 or below."""
    return f"有效人数不能是 {count}，请写一个大于 0 的整数，例如“120人”。"


def unknown_scheme(scheme: str, known: Iterable[str]) -> str:
    """A document id that we do not hold."""
    return f"没有收录 {scheme}。可以用：{'、'.join(known)}。"


# ---- 反问 -------------------------------------------------------------------------------------
ASK = {
    "scheme": "问的是哪个认证项目？",
    "headcount": "体系覆盖的有效人数是多少？",
    "audit_type": "是哪种审核：初次、监督还是再认证？",
    "issue_date": "证书是哪天签发的？",
    "initial_audit_date": "初次审核是哪天结束的？",
    "last_surveillance_date": "上一次监督审核是哪天？",
    "expiry_date": "证书哪天到期？",
    "suspension_start_date": "证书是哪天起暂停的？",
    "decision_date": "认证决定是哪天做出的？",
    "stage_1_end": "第一阶段审核是哪天结束的？",
    "stage_2_end": "第二阶段审核是哪天结束的？",
    "event_date": "这件事是哪天发生的？",
    "site_count": "一共有多少个场所？",
    "site_similarity": "这些场所的活动、过程和风险相似吗？",
    "risk_level": "风险等级是高、中还是低？",
    "certificate": "是登记册里的哪一张证书？",
}


def ask_for(names: Iterable[str]) -> str:
    """What to ask when these facts are missing."""
    return "".join(ASK.get(name, f"还需要：{name}。") for name in names)


def vague_dates(words: Iterable[str]) -> str:
    """Times that were told and name no day of the calendar in use."""
    told = "、".join(f"“{each}”" for each in words)
    return f"{told}没有说到公历的哪一天，请写出日期，例如 2026-02-28。"


SIMILAR_SITES = "相似场所"
DISSIMILAR_SITES = "非相似场所"

# ---- 答不了 -----------------------------------------------------------------------------------
GREETING = (
    "我只回答认证规则里写着的事：条款原文、审核人日、期限、抽样数和费用。"
    "例如“腾标公有云PII，150人，高风险，监督要几个人天”。"
)


def no_answer(searched: Iterable[str]) -> str:
    """The documents do not answer the question."""
    return f"在已收录的文件里没有找到这个问题的规定，所以不能回答。查过：{'、'.join(searched)}。"


def named_elsewhere(scheme: str, topic: str) -> str:
    """The rule is only referred to, or has no number; the clause that says so is quoted below."""
    return f"{scheme}的文件没有给出{topic}，所以不能计算；与此有关的条款只写了下面的话。"


def nearest() -> str:
    """Before the clauses that come nearest to an unanswerable question."""
    return "最接近的条款（并不回答这个问题）："


OFFER_TO_NOTE = "需要文件补上这一条的话，可以记下这个问题，由技术部过目。"


def how_to_note(command: str) -> str:
    """How the question is noted from a terminal."""
    return f"记下这个问题：{command}"


def not_held(name: str) -> str:
    """The question is about a scheme whose documents we do not hold."""
    return f"收录的文件里没有{name}的规则。"


# ---- 答复的拼装 -------------------------------------------------------------------------------
def source_line(title: str, version: str, number: str) -> str:
    """Which document, version and clause a quote comes from."""
    return " · ".join(part for part in (f"《{title}》", version, number) if part)


PEOPLE_NEEDED = "比较审核人日要写 --people 人数"


def not_given(topic: str) -> str:
    """A scheme of a table that has no such rule."""
    return f"没有给出{topic}"


def strictest(label: str) -> str:
    """The strictest of several schemes."""
    return f"{label}（最严）"


def absent_here(scheme: str, absent: RuleAbsent) -> str:
    """A scheme of a comparison that has no such rule, with the clause that would have it."""
    if absent.clauses:
        return f"{scheme}：文件没有给出{absent.topic}（{'、'.join(absent.clauses)}）。"
    return f"{scheme}：文件没有关于“{absent.topic}”的规定。"


def counted_from(label: str, day: date) -> str:
    """One of several results, told from the others by the day that was given."""
    return f"{label}（按 {day} 计）"


def so_many_people(count: int | None) -> str:
    """One of several headcounts."""
    return "" if count is None else f"{count} 人"


def told_apart(label: str, facts: Iterable[str]) -> str:
    """One of several results, told from the others by the facts that differ."""
    return f"{label}（{'，'.join(fact for fact in facts if fact)}）"


def only_this_checked(topic: str) -> str:
    """One requirement is met; there are others."""
    return f"只核对了这一条，“{topic}”的其他条件没有核对。"


STAYS = "同为"
BECOMES = "为"


def if_otherwise(cases: Iterable[str]) -> str:
    """What other facts would give."""
    return f"换个条件：{'；'.join(cases)}。"


def _from_to(least: int, most: int) -> str:
    return f"{least} 人" if least == most else f"{least}～{most} 人"


def if_so_many(least: int, most: int) -> str:
    """The other headcounts that another result is for."""
    return f"人数若为 {_from_to(least, most)}"


def rough_headcount(words: str, least: int, most: int, taken: int, *, changes: bool) -> str:
    """The headcount is not exact; whether another one that may be meant changes the result."""
    effect = "结果会变，见其他读法；说出确切人数可以重算" if changes else "结果不变"
    return f"“{words}”不是确切人数，按 {taken} 人计算；在 {_from_to(least, most)}之间{effect}。"


def reads_as(said: str, means: str) -> str:
    """A colloquial or mistyped word and what it was read as."""
    return f"{said} = {means}"


# ---- 出错 -------------------------------------------------------------------------------------
def failed(reference: str) -> str:
    """Something broke; the log has the cause under this reference."""
    return f"这次没能答出来，问题已记录（编号 {reference}）。请稍后再试，或把编号告诉管理员。"


def refused(sentence: str, reference: str) -> str:
    """A refusal in its own words, with the reference under which the log has it."""
    return f"{sentence}（编号 {reference}）"


def wrong_line(number: int) -> str:
    """A line of questions that is not a JSON object with a question in it."""
    return f'第 {number} 行读不懂。每行应是 {{"id": "…", "q": "问题", "today": "2026-11-21"}}。'


def by_register(label: str, known: str) -> str:
    """From which certificate of the register the facts were taken."""
    return f"按登记册计算：{label}（{known}）。"


def which_certificate(labels: Iterable[str]) -> str:
    """A name that fits several certificates."""
    return "登记册里有几家对得上，请选一张证书：" + "；".join(labels) + "。"
