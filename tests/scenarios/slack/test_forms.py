"""Bare commands open forms; what is wrong is said at the field; the answer is for one person."""

from __future__ import annotations

from datetime import date

import pytest

from bot.assistant.assistant import Assistant
from bot.composition import assistant_over
from bot.playground import Message, SlackStandIn, View
from bot.slack import ids, phrases
from bot.slack.forms.catalogue import forms_over
from knowledge.clause import ClauseRef
from knowledge.library import Library

CHANNEL = "市场部"
TODAY = date(2026, 11, 21)


class NoSearch:
    """Finds nothing: these questions are computed or name their clause."""

    def search(self, *_arguments: object) -> tuple[()]:
        return ()


@pytest.fixture(scope="module")
def assistant(library: Library) -> Assistant:
    return assistant_over(library, NoSearch())


def opened(slack: SlackStandIn, command: str) -> View:
    slack.slash_command("小王", CHANNEL, command)
    return slack.wait_for(lambda: slack.modal("小王"))


def filled(**facts: object) -> dict[str, dict[str, object]]:
    return {f"facts:{name}": {f"fill_fact:{name}": value} for name, value in facts.items()}


def private(slack: SlackStandIn, count: int = 1) -> list[str]:
    slack.wait_for(lambda: len(slack.messages(CHANNEL, seen_by="小王")) >= count)
    return [message.text for message in slack.messages(CHANNEL, seen_by="小王")]


def test_person_days_form_is_answered_to_the_person_alone(slack: SlackStandIn) -> None:
    form = opened(slack, "/mandays")
    facts = filled(
        scheme="TB-GZ-036", audit_type="surveillance", headcount="150", risk_level="high"
    )
    assert slack.submit_view(form, facts).accepted
    (text,) = private(slack)
    assert "监督审核人日：3 人天" in text
    assert slack.messages(CHANNEL, seen_by="李工") == []


def test_deadline_form_wants_a_date(slack: SlackStandIn) -> None:
    form = opened(slack, "/deadline")
    submission = slack.submit_view(form, filled(scheme="TB-GZ-036", what="0"))
    assert submission.errors == {
        "facts:issue_date": "这个问题要从证书签发日或初次审核结束日算起，请填一个。"
    }
    assert slack.modal("小王")


def test_deadline_form_wants_its_dates_in_order(slack: SlackStandIn) -> None:
    form = opened(slack, "/deadline")
    facts = filled(scheme="TB-GZ-036", what="0", issue_date="2026-03-08", expiry_date="2025-03-08")
    assert slack.submit_view(form, facts).errors == {"facts:expiry_date": "不能早于证书签发日。"}


def test_deadline_form_keeps_to_its_question_whatever_else_is_filled_in(
    slack: SlackStandIn,
) -> None:
    form = opened(slack, "/deadline")
    dates = {
        "issue_date": "2026-03-08",
        "stage_1_end": "2026-01-05",
        "stage_2_end": "2026-02-05",
        "suspension_start_date": "2026-09-01",
    }
    assert slack.submit_view(form, filled(scheme="TB-GZ-036", what="2", **dates)).accepted
    assert "证书最晚到期日：2029-03-07" in private(slack)[0]


@pytest.mark.parametrize("place", range(len(phrases.FEES)))
def test_every_fee_offered_is_computed(assistant: Assistant, library: Library, place: int) -> None:
    form = forms_over(library.documents).by_command["/fee"]
    asked = form.asked({"scheme": "CNITSEC-CLOUD-1", "what": str(place)})
    assert assistant.answer(asked.question(TODAY)).calculations


@pytest.mark.parametrize("place", range(len(phrases.DEADLINES)))
def test_every_deadline_offered_is_computed(
    assistant: Assistant, library: Library, place: int
) -> None:
    form = forms_over(library.documents).by_command["/deadline"]
    dates = dict.fromkeys(phrases.FIELD_DATES, "2026-03-08")
    asked = form.asked({"scheme": "TB-GZ-036", "what": str(place), **dates})
    assert assistant.answer(asked.question(TODAY)).calculations


def test_deadline_form_is_answered_with_a_date(slack: SlackStandIn) -> None:
    form = opened(slack, "/deadline")
    facts = filled(scheme="TB-GZ-036", what="2", issue_date="2026-03-08")
    assert slack.submit_view(form, facts).accepted
    assert "2029-03-07" in private(slack)[0]


def test_clause_form_quotes_the_clause(slack: SlackStandIn, library: Library) -> None:
    form = opened(slack, "/clause")
    slack.submit_view(form, filled(scheme="TB-GZ-036", words="5.4.4 2)"))
    quote = library.quote_whole(ClauseRef("TB-GZ-036", "5.4.4 2)"))
    assert quote.text in private(slack)[0]


@pytest.mark.parametrize(
    ("command", "button"), [("/sampling", "计算"), ("/fee", "计算"), ("/compare", "对比")]
)
def test_every_asking_command_has_a_form(slack: SlackStandIn, command: str, button: str) -> None:
    assert opened(slack, command).definition["submit"]["text"] == button


def test_compare_form_wants_a_topic_or_words(slack: SlackStandIn) -> None:
    form = opened(slack, "/compare")
    assert slack.submit_view(form, {}).errors == {"facts:words": "请选一个题目，或写一句话。"}


@pytest.mark.parametrize("place", range(len(phrases.COMPARISONS)))
def test_every_topic_offered_is_compared(
    assistant: Assistant, library: Library, place: int
) -> None:
    form = forms_over(library.documents).by_command["/compare"]
    asked = form.asked({"what": str(place)})
    comparison = assistant.answer(asked.question(TODAY)).comparison
    assert comparison
    assert len({row.document for row in comparison.rows if row.calculation}) > 1


def test_comparison_is_a_table_with_the_strictest_marked_whatever_the_channel_is_about(
    slack: SlackStandIn,
) -> None:
    slack.slash_command("小王", CHANNEL, "/clausebot", "scheme 腾标")
    slack.wait_for(lambda: slack.messages(CHANNEL))
    slack.slash_command("小王", CHANNEL, "/compare", "150人初审几个人天")
    _, answer = slack.wait_for(lambda: two(slack.messages(CHANNEL, seen_by="小王")))
    assert [block["type"] for block in answer.blocks][:2] == ["header", "table"]
    rows = [[cell["text"] for cell in row] for row in answer.blocks[1]["rows"]]
    assert rows[1] == ["腾标公有云PII", "8 人天", "附录A 126-175、附录A"]
    assert rows[2] == ["RLAC云服务CSSMS", "★ 最严　13 人天", "附录B 126～175、附录B"]
    assert len(rows) == 6


def two(messages: list[Message]) -> list[Message] | None:
    return messages if len(messages) == 2 else None


def test_command_says_by_itself_what_is_asked(slack: SlackStandIn) -> None:
    slack.slash_command("小王", CHANNEL, "/mandays", "腾标公有云PII，150人，高风险，监督")
    assert "监督审核人日：3 人天" in private(slack)[0]


def test_other_facts_open_the_form_filled_in(slack: SlackStandIn) -> None:
    slack.slash_command("小王", CHANNEL, "/mandays", "腾标公有云PII，150人，高风险，监督")
    private(slack)
    (answer,) = slack.messages(CHANNEL, seen_by="小王")
    slack.click("小王", answer, ids.CHANGE_FACTS)
    form = slack.wait_for(lambda: slack.modal("小王"))
    slack.submit_view(form, filled(headcount="200"))
    assert "监督审核人日：3.5 人天" in private(slack, 2)[1]


def test_answer_seen_by_one_is_shared_with_the_channel(slack: SlackStandIn) -> None:
    slack.slash_command("小王", CHANNEL, "/mandays", "腾标公有云PII，150人，高风险，监督")
    private(slack)
    (answer,) = slack.messages(CHANNEL, seen_by="小王")
    slack.click("小王", answer, ids.SHARE)
    slack.wait_for(lambda: len(slack.messages(CHANNEL, seen_by="李工")) == 2)
    introduction, shared = slack.messages(CHANNEL, seen_by="李工")
    assert introduction.text.startswith("<@U0XIAOWANG> 问：腾标公有云PII")
    assert "监督审核人日：3 人天" in shared.text


def test_whole_clause_is_read_between_its_neighbours(slack: SlackStandIn) -> None:
    slack.slash_command("小王", CHANNEL, "/clause", "腾标 5.4.4 2)")
    private(slack)
    (answer,) = slack.messages(CHANNEL, seen_by="小王")
    slack.click("小王", answer, ids.READ_WHOLE)
    view = slack.wait_for(lambda: slack.modal("小王"))
    assert view.definition["title"]["text"] == "条款全文"
    assert "上一条：5.4.4 1)" in str(view.definition["blocks"])
    assert "下一条：5.4.4 3)" in str(view.definition["blocks"])


def test_statement_of_a_command_goes_to_the_persons_own_conversation(slack: SlackStandIn) -> None:
    slack.slash_command("小王", CHANNEL, "/mandays", "腾标公有云PII，150人，高风险，监督")
    private(slack)
    (answer,) = slack.messages(CHANNEL, seen_by="小王")
    slack.click("小王", answer, ids.MAKE_STATEMENT)
    (sent,) = slack.wait_for(lambda: slack.messages("小王"))
    docx, markdown = (slack.file(file["id"]) for file in sent.files)
    assert docx.startswith(b"PK")
    assert "3 人天" in markdown.decode()
    assert private(slack, 2)[1] == "文件已发到你和我的私信里。"


def test_statement_of_a_thread_stays_in_it(slack: SlackStandIn) -> None:
    asked = slack.post_message("小王", CHANNEL, "@ClauseBot 腾标，150人，高风险，监督要几个人天")
    slack.wait_for(lambda: slack.replies(asked))
    slack.click("李工", slack.replies(asked)[0], ids.MAKE_STATEMENT)
    slack.wait_for(lambda: len(slack.replies(asked)) == 2)
    assert len(slack.replies(asked)[1].files) == 2
