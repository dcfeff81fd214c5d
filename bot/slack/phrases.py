"""What ClauseBot says only in Slack, in Chinese, grouped by where it is said."""

from __future__ import annotations

from collections.abc import Iterable

# ---- Slack ------------------------------------------------------------------------------------
SLACK_NOT_CONFIGURED = (
    "没有设置怎样连接 Slack：请设 SLACK_BOT_TOKEN，"
    "再设 SLACK_APP_TOKEN（Socket Mode）或 SLACK_SIGNING_SECRET（HTTP）。"
)
HEADINGS_JOINED = " › "
QUOTE_CONTINUED = "（接上）"
GOES_ON = "\n……"
OTHER_READINGS = "其他读法"
WARNING_SIGN = "⚠️ "
SEVERAL_WARNINGS = "⚠️ 请注意"
IF_OTHERWISE = "换个条件会怎样"
STEP_COLUMNS = ("步骤", "结果", "依据")
COMPARISON_COLUMNS = ("项目", "结果", "依据")
STRICTEST = "★ 最严　"
CHOOSE = "请选择"
FACTS_MISSING = "还缺下面的条件，填好再点按钮，或直接在这个话题里回复："
ANSWER_WITH_FACTS = "按以上条件回答"
REPLY_IN_THREAD = "请直接在这个话题里回复。"
TOO_LONG_FOR_ONE_PERSON = "后面还有内容，这里放不下了；请在频道里 @我 再问一次，可以看到全文。"
STALE_BUTTON = "这个按钮是旧版本的消息留下的，已经不能用了。请把问题再问一次。"
# 表单里填的事实，怎样接在原来的问题后面
FACTS = {
    "headcount": "有效人数{}人",
    "site_count": "共{}个场所",
    "issue_date": "证书{}签发",
    "initial_audit_date": "初次审核{}结束",
    "last_surveillance_date": "上次监督审核{}完成",
    "expiry_date": "证书{}到期",
    "suspension_start_date": "{}起暂停",
    "decision_date": "{}做出认证决定",
    "stage_1_end": "第一阶段审核{}结束",
    "stage_2_end": "第二阶段审核{}结束",
    "event_date": "{}发生",
}


def fact(name: str, value: str) -> str:
    """A fact that was filled in, in the words of a question."""
    return FACTS.get(name, "{}").format(value)


def the_same(result: str) -> str:
    """A result that other facts leave as it is."""
    return f"{result}（同）"


def compared(label: str) -> str:
    """The heading of a comparison."""
    return f"各项目对比 · {label}"


def slack_unreachable(address: str, reason: str) -> str:
    """Slack refused the token or could not be reached."""
    return f"连不上 Slack（{address}：{reason}）。请核对令牌和网络后再启动。"


def serving(how: str) -> str:
    """The bot is connected and listens."""
    return f"ClauseBot 已连上 Slack（{how}），按 Ctrl-C 停止。"


# ---- Slack：答复下面的按钮 --------------------------------------------------------------------
PRAISE = "👍"
COMPLAIN = "👎"
WANT_RULE = "记下这个问题"
SHARE = "发到频道"
READ_WHOLE = "看全文"
CHANGE_FACTS = "换个条件"
MAKE_STATEMENT = "复制为审核时间理由"
NO_STATEMENT = "这个问题现在没有唯一的人天结果，写不成“审核时间确定及理由”。请先把条件补全。"
STATEMENT_READY = "审核时间确定及理由：Word 文件可直接归档，Markdown 文件可复制粘贴。"
STATEMENT_SENT = "文件已发到你和我的私信里。"
STATEMENT_DOCX = "审核时间确定及理由.docx"
STATEMENT_MARKDOWN = "审核时间确定及理由.md"
THANKS = "已记下，谢谢。"
THANKS_FOR_COMPLAINT = "已记下，技术部会核对这个答复，谢谢。"
WANTED_NOTED = "已记下：文件里没有这个问题的规定，技术部会看到它。"
WHOLE_TITLE = "条款全文"
CLOSE = "关闭"
CLAUSE_BEFORE = "上一条："
CLAUSE_AFTER = "下一条："
NOTHING_FILLED_IN = "还没有填写，请先填好再点“按以上条件回答”。"
FILE_NOT_READ = "我还不会读文件。请把要问的事写成一句话，例如“网安联换证提前多久申请”。"
LOOKING_UP = "正在查条款…"


def this_clause(number: str) -> str:
    """The clause that a person wanted to read."""
    return f"本条：{number}"


def shared_by(user: str, words: str) -> str:
    """Who shows an answer to the channel; ``words`` are escaped already."""
    return f"<@{user}> 问：{words}"


def by_channel(short: str) -> str:
    """The answer used the scheme that the channel is about."""
    return f"按本频道的默认认证项目回答：{short}"


# ---- Slack：表单 ------------------------------------------------------------------------------
FORM_SEND = "计算"
FORM_LOOK_UP = "查找"
FORM_COMPARE = "对比"
FORM_CANCEL = "取消"
FORM_SUBMIT = "提交"
MANDAYS_TITLE = "审核人天"
DEADLINE_TITLE = "期限"
SAMPLING_TITLE = "多场所抽样"
FEE_TITLE = "费用"
CLAUSE_TITLE = "查条款"
COMPARE_TITLE = "各项目对比"
FIELD_SCHEME = "认证项目"
FIELD_AUDIT = "审核类型"
FIELD_HEADCOUNT = "体系覆盖的有效人数"
FIELD_RISK = "风险等级（不知道就空着）"
FIELD_REDUCTIONS = "减少审核时间的理由（没有就空着）"
FIELD_SITES = "场所总数"
FIELD_SIMILARITY = "各场所的活动、过程和风险"
FIELD_WHAT = "要问什么"
FIELD_WORDS = "条款号或要问的话"
FIELD_DATES = {
    "issue_date": "证书签发日",
    "initial_audit_date": "初次审核结束日",
    "last_surveillance_date": "上次监督审核日",
    "expiry_date": "证书到期日",
    "suspension_start_date": "暂停起始日",
    "stage_1_end": "第一阶段审核结束日",
    "stage_2_end": "第二阶段审核结束日",
}
REDUCTIONS = {
    "document_review": "已做文件审核",
    "maturity": "体系成熟",
    "combined": "与其他体系结合审核",
}
MANDAYS_ENDING = "要几个审核人日"
SAMPLING_ENDING = "要抽几个场所"
# 每个问题从哪些日子起算：别的日子填了也不说，免得问成另一件事
DEADLINES = {
    "首次监督审核最晚哪天": ("issue_date", "initial_audit_date"),
    "下一次监督审核最晚哪天": ("last_surveillance_date", "issue_date", "initial_audit_date"),
    "证书哪天到期": ("issue_date",),
    "最晚哪天申请再认证": ("expiry_date", "issue_date"),
    "再认证最晚哪天做完": ("expiry_date",),
    "暂停最晚到哪天": ("suspension_start_date",),
    "第二阶段审核最晚哪天": ("stage_1_end",),
    "认证决定最晚哪天": ("stage_2_end",),
}
FEES = ("首次认证一共要多少钱", "维持换证一共要多少钱", "年金多少钱")
CLAUSE_WORDS = "例如 5.4.5 3)，或“换证提前多久申请”"
COMPARISON_ENDING = "各家比一下"
COMPARISONS = (
    "初次认证后的第一次监督审核多久内做",
    "第二次监督审核多久内做",
    "两次监督审核最多隔多久",
    "监督逾期后多久暂停",
    "监督逾期后多久撤销",
    "暂停最长多久",
    "暂停期满后多久撤销",
    "证书有效期几年",
    "再认证提前多久申请",
    "再认证多久内完成",
    "再认证后新证书到哪天到期",
    "严重不符合多久内整改",
    "一般不符合多久内验证",
    "审核报告多久提交",
    "证书信息几天内上报",
    "体系要运行多久才能申请",
    "记录保存几年",
    "150人初审几个人天",
    "150人监督几个人天",
)
FIELD_TOPIC = "对比什么"
FIELD_OTHER_TOPIC = "或者写一句话"
FIELD_ONE_OF_BOTH = "请选一个题目，或写一句话。"
COMPARE_WORDS = "例如“监督审核间隔多久”“暂停最长多久”“记录保存几年”"
COMMAND_ENDINGS = {
    "/mandays": MANDAYS_ENDING,
    "/deadline": "最晚哪天",
    "/sampling": SAMPLING_ENDING,
    "/fee": "要多少钱",
    "/compare": COMPARISON_ENDING,
}
FIELD_REQUIRED = "这一项必须填写。"
FIELD_NOT_A_COUNT = "请写 1 到 1000000 之间的整数，例如 120。"
FIELD_NOT_A_DATE = "请选 1950 年到 2099 年之间的日期，例如 2026-03-08。"
FIELD_NOT_A_TIME = "请选 00:00 到 23:59 之间的时刻，例如 09:00。"
FIELD_NOT_A_CHOICE = "请从列出的选项里选。"


def field_for_deadline(labels: Iterable[str]) -> str:
    """Which dates the chosen question counts from, where none of them is filled in."""
    return f"这个问题要从{'或'.join(labels)}算起，请填一个。"


def field_too_long(length: int, limit: int) -> str:
    """The words in a field are too many."""
    return f"写了 {length} 个字，最多 {limit} 个字。"


def field_before(other: str) -> str:
    """A date lies before one that it must follow."""
    return f"不能早于{other}。"


# ---- Slack：评价 ------------------------------------------------------------------------------
COMPLAINT_TITLE = "哪里不对？"
COMPLAINT_REASON = "问题在哪里"
COMPLAINT_WORDS = "应该是怎样的（可以不写）"
COMPLAINTS = {
    "wrong_clause": "引错了条款",
    "wrong_result": "算错了",
    "misunderstood": "没有听懂问题",
    "missing": "少引了条款",
    "other": "其他",
}

# ---- Slack：核定 ------------------------------------------------------------------------------
RULE = "核定"
RULING_TITLE = "核定"
RULING_CLAUSE = "核定哪一条"
RULING_WORDS = "核定意见"
RULING_HINT = "以后引用这一条的答复会附上它；条款的文字一改，它就失效。"
RULING_WITHDRAWN = "撤回以前的核定（没有就空着）"
RULING_GONE = "所选的核定已撤回，以后的答复不再附上。"
MAY_NOT_RULE = "只有技术部指定的人可以核定。请把问题告诉技术部，或点 👎 写明哪里不对。"


def ruling(number: str, name: str, day: str, question: str) -> str:
    """Before the words of a ruling."""
    return f"技术部核定 {number}（{name}，{day}，就“{question}”）："


def void_ruling(number: str, name: str, day: str) -> str:
    """A ruling on words that the clause no longer has."""
    return f"{name} {day} 对 {number} 的核定已失效：这一条的文字后来改了。请技术部重新核定。"


def ruling_made(name: str, number: str) -> str:
    """Somebody ruled on a clause."""
    return f"{name} 对 {number} 做了核定。"


# ---- Slack：主页、助手、帮助 -------------------------------------------------------------------
EXAMPLES = (
    "腾标公有云PII，150人，高风险，监督要几个人天",
    "网安联换证提前多久申请",
    "腾标 5.4.5 3)",
    "监督审核最晚哪天",
)
HOME_TITLE = "ClauseBot 条文助手"
HOME_INTRODUCTION = (
    "只回答认证规则里写着的事：引条款原文，算人天、期限、抽样和费用，每一步都有条款号。"
)
HOME_EXAMPLES = "可以这样问"
HOME_COMMANDS = (
    "/mandays　审核人天",
    "/deadline　期限",
    "/sampling　多场所抽样",
    "/fee　费用",
    "/clause　查条款",
    "/compare　各项目对比",
    "/cert　证书登记册",
    "/digest　每日提醒",
)
HOME_COMMANDS_ARE_USED = "命令后面写条件；什么都不写，就打开表单。"
HOME_DOCUMENTS = "已收录的文件"
HOME_LAST = "你最近问过"
HOME_NOTHING_YET = "还没有问过。"
HELP = (
    "在频道里 @我，或直接给我发消息，用一句话提问，"
    "例如“腾标公有云PII，150人，高风险，监督要几个人天”。"
    "也可以用命令 /mandays（人天）、/deadline（期限）、/sampling（抽样）、/fee（费用）、"
    "/clause（条款）、/compare（各项目对比），后面写条件，或什么都不写打开表单。"
    "/cert（证书登记册）、/digest（每天的期限提醒）什么都不写，会列出怎么用。"
    "/clausebot scheme 腾标 设置本频道默认的认证项目；/clausebot help 和 /help 一样，显示这段话。"
)
NO_SCHEME = ("无", "清除", "取消", "none")
CHANNEL_SCHEME_GONE = "本频道不再有默认的认证项目。"


def document_line(title: str, version: str, clauses: int, faults: int) -> str:
    """A document of the knowledge base."""
    edition = f" · {version}" if version else ""
    return f"《{title}》{edition} · {clauses} 条，勘误 {faults} 处"


def channel_scheme(short: str, known: Iterable[str]) -> str:
    """What the channel's scheme is, and how to set it."""
    now = f"本频道默认的认证项目是{short}。" if short else "本频道没有默认的认证项目。"
    names = "、".join(known)
    return f"{now}设置：/clausebot scheme 名称，可以用：{names}；清除：/clausebot scheme 无。"


def channel_scheme_set(short: str) -> str:
    """The channel's scheme is set."""
    return f"本频道默认的认证项目设为{short}，没有写明项目的提问都按它回答。"


def set_by(user: str, words: str) -> str:
    """Who changed a setting of the channel."""
    return f"<@{user}>：{words}"
