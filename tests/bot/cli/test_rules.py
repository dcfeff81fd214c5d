"""`clausebot rules`: the coverage table, and all schemes side by side."""

from __future__ import annotations

import pytest

from bot.cli.main import COULD_NOT, FINE, WRONG_USAGE, run
from calculators.coverage import TABLE


def lines(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert run(("rules", *arguments)) == FINE
    return capsys.readouterr().out.splitlines()


def test_schemes_stand_in_a_table_with_their_clauses_and_the_strictest_marked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    title, head, *rows = lines(capsys, "compare", "record_retention")
    assert title == "认证记录的保存"
    assert head.split() == ["认证项目", "规定", "条款"]
    marked = [row for row in rows if row.startswith("★")]
    assert len(marked) == 1
    assert marked[0].split() == ["★", "测评中心云计算一级", "记录形成日起满", "10", "年", "8"]
    assert rows[-1] == "各家起算的日子不同，宽严只按期间的长短比。"


def test_columns_are_aligned_by_the_width_of_chinese_characters(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, head, *rows = lines(capsys, "compare", "证书暂停期限")
    before = head.index("规定")
    widths = {
        sum(1 if sign.isascii() else 2 for sign in row[: row.index("暂停起始日起")])
        for row in rows
        if "暂停起始日起" in row
    }
    assert widths == {sum(1 if sign.isascii() else 2 for sign in head[:before])}


@pytest.mark.parametrize("words", ["证书暂停期限", "suspension_end", "停证最长多久"])
def test_topic_is_found_by_label_name_or_the_words_of_a_question(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert lines(capsys, "compare", words)[0] == "证书暂停期限"


def test_rules_for_several_audits_are_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [row for row in lines(capsys, "compare", "严重不符合的验证") if "腾标" in row]
    assert [row.split()[1][:4] for row in rows] == ["初次认证", "监督审核", "再认证全"]


def test_person_days_are_compared_for_the_client_described(
    capsys: pytest.CaptureFixture[str],
) -> None:
    # TB 8 × 1.1 × 2/3 → 6；RLAC 13 × 2/3
    options = ("--people", "150", "--audit", "recertification", "--risk", "high")
    rows = lines(capsys, "compare", "审核人日", *options)
    assert any(row.split()[:3] == ["腾标公有云PII", "6", "人天"] for row in rows)
    assert any(row.startswith("★  RLAC云服务CSSMS") and "26/3" in row for row in rows)
    assert any("没有给出审核人日的计算表" in row and row.endswith("6.2") for row in rows)


def test_every_topic_that_is_listed_can_be_compared(capsys: pytest.CaptureFixture[str]) -> None:
    names = [line.split()[-1] for line in lines(capsys, "topics")]
    assert {"person_days", "suspension_end", "training_hours"} <= set(names)
    for name in ("stage_interval", "training_hours"):
        assert len(lines(capsys, "compare", name)) > 6


def test_coverage_table_is_written_as_the_rules_are(capsys: pytest.CaptureFixture[str]) -> None:
    before = TABLE.read_text("utf-8")
    (said,) = lines(capsys, "coverage")
    assert "COVERAGE.md" in said
    assert TABLE.read_text("utf-8") == before


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("compare", "天气"), COULD_NOT, "没有“天气”这个题目"),
        (("compare", "审核人日"), WRONG_USAGE, "--people"),
        (("compare",), WRONG_USAGE, "题目"),
        (("compare", "审核人日", "--people", "0"), COULD_NOT, "0"),
    ],
)
def test_what_cannot_be_compared_is_said_in_one_sentence(
    arguments: tuple[str, ...], code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(("rules", *arguments)) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert err.count("\n") == 1
