from __future__ import annotations

import re
from datetime import date

import pytest

from bot.assistant.understanding import QuestionReader
from bot.assistant.understanding.topics import (
    Topic,
    backward_topics,
    bundled_topics,
    deadline_topics,
)
from calculators.deadline_rules import load_deadlines
from knowledge.library import Library

TUESDAY = date(2026, 11, 24)
TOPICS = (
    Topic("both", (re.compile("赤"), re.compile("蓝|青")), None),
    Topic("red", (re.compile("赤"),), re.compile("绿"), re.compile("赤.*前")),
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("赤和青", ("both", "red")),
        ("赤", ("red",)),
        ("青", ()),
        ("赤、蓝、绿", ("both",)),
    ],
)
def test_topic_needs_all_its_words_and_none_that_rule_it_out(
    text: str, names: tuple[str, ...]
) -> None:
    assert deadline_topics(text, TOPICS) == names


@pytest.mark.parametrize(
    ("text", "names"), [("赤的前面", {"red"}), ("赤", set()), ("前", set()), ("绿赤前", set())]
)
def test_question_is_backwards_where_its_topic_says_so(text: str, names: set[str]) -> None:
    assert backward_topics(text, TOPICS) == names


def test_more_specific_topics_stand_first() -> None:
    needs = [len(topic.required) for topic in bundled_topics()]
    assert needs == sorted(needs, reverse=True)


def test_topics_that_have_words_are_those_that_documents_rule(library: Library) -> None:
    ruled = {
        topic
        for document in library.documents
        for rule in load_deadlines(document.id, library)
        for topic in rule.topics
    }
    assert {topic.name for topic in bundled_topics()} == ruled


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("证书管到什么时候", "certificate_expiry"),
        ("什么时候过期", "certificate_expiry"),
        ("头一回年审", "first_surveillance"),
        ("监2做了没", "second_surveillance"),
        ("监1做过了吗", "first_surveillance"),
        ("下次年审", "next_surveillance"),
        ("年检窗口几号开", "annual_check"),
        ("监督之前多久跟客户打招呼", "contact_before_surveillance"),
        ("换证前啥时候联系客户", "contact_before_recertification"),
        ("换证申请最早哪天能交", "recertification_application"),
        ("换证最晚哪天审完", "recertification_completion"),
        ("换证之后新证到哪天", "renewal_expiry"),
        ("一阶段完了二阶段哪天能开", "stage_interval"),
        ("开了严重NC最晚哪天关", "major_nonconformity_verification"),
        ("一般不符合最晚哪天验证", "minor_nonconformity_verification"),
        ("现场审完，最晚哪天下决定", "certification_decision"),
        ("报告最晚哪天给客户", "report_submission"),
        ("多久出报告", "report_submission"),
        ("撤证了哪天前报认监委", "status_reporting"),
        ("颁证之后最晚哪天上传证书信息", "result_reporting"),
        ("计划提前多久报认监委", "plan_reporting"),
        ("停证最长停到哪天", "suspension_end"),
        ("查实以后几天内停证", "suspension_decision"),
        ("查清楚了最晚哪天撤证", "withdrawal_decision"),
        ("投诉最晚哪天回人家", "complaint_reply"),
        ("不受理的话最晚哪天通知客户", "refusal_notice"),
        ("上了热搜最晚哪天告诉机构", "event_notification"),
        ("总局点名之后监督最晚哪天", "authority_notice_surveillance"),
        ("给客户做过咨询，哪天起能派去审", "consultant_cooling_off"),
        ("案卷最早哪天能销毁", "record_retention"),
        ("客户自己的记录留到哪天", "client_record_retention"),
        ("合同到哪天", "contract_term"),
        ("签合同到拿证", "process_duration"),
        ("体系跑起来多久能申请认证", "operation_before_application"),
        ("年检没过，最晚哪天前改完", "annual_check_correction"),
        ("上年度工作报告几号前报", "annual_reporting"),
        ("申请材料收到后最晚哪天审完", "application_review"),
        ("让补材料，最晚哪天交", "application_supplement"),
        ("出了重大事故，材料最晚哪天给监管部门", "authority_material"),
        ("决定下来了，证书最晚哪天出给客户", "certificate_issue"),
        ("认证决定后最晚几号发证", "certificate_issue"),
        ("认证决定后最早几号发证", "issue_after_decision"),
        ("接到投诉最晚哪天启动调查", "complaint_response"),
        ("恢复的证书最早哪天生效", "effective_after_restoration"),
        ("客户乱用标志，最晚哪天改过来", "misuse_correction"),
        ("不符合的原因分析最晚哪天交", "nonconformity_cause_analysis"),
        ("同行评议的问题最晚哪天改完", "peer_review_correction"),
        ("审核计划最晚哪天给客户确认", "plan_confirmation"),
        ("欠费停了证，最晚哪天交钱能恢复", "restoration_payment"),
        ("一阶段结论最晚哪天书面告诉客户", "stage_1_result"),
        ("证书状态变了最晚哪天报CNAS备案", "status_filing"),
        ("不定期监督最晚什么时候做", "unscheduled_surveillance"),
    ],
)
def test_question_is_about_its_topic_first(
    reader: QuestionReader, question: str, topic: str
) -> None:
    assert reader.read(question, TUESDAY).topics[:1] == (topic,)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("计划12月1号报上去，最早哪天能进现场", "plan_reporting"),
        ("3月1号想拿证，最晚哪天签合同", "process_duration"),
    ],
)
def test_question_for_the_event_behind_a_deadline_is_backwards(
    reader: QuestionReader, question: str, topic: str
) -> None:
    assert topic in reader.read(question, TUESDAY).backwards


@pytest.mark.parametrize("question", ["150人几个人天", "谁批准证书", "你好", "场所怎么抽"])
def test_question_about_something_else_has_no_topic(reader: QuestionReader, question: str) -> None:
    assert reader.read(question, TUESDAY).topics == ()
