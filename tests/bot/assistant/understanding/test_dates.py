from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assistant.understanding.dates import find_dates, find_impossible_date

TUESDAY = date(2026, 11, 24)


def days(text: str, today: date = TUESDAY) -> list[str]:
    return [str(mention.day) for mention in find_dates(text, today) if mention.exact]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5月3号到6月4号", ["2026-05-03", "2026-06-04"]),
        ("5月3号到9号", ["2026-05-03", "2026-05-09"]),
        ("5月3日至9日", ["2026-05-03", "2026-05-09"]),
        ("5月3-9号", ["2026-05-03", "2026-05-09"]),
        ("去年5月3、9号", ["2025-05-03", "2025-05-09"]),
        ("2027年5月3日-9日", ["2027-05-03", "2027-05-09"]),
        ("证书2025-06-01签发2028-05-31到期", ["2025-06-01", "2028-05-31"]),
        ("9号停的，2027-05-31到期", ["2026-11-09", "2027-05-31"]),
        ("周一到周三", ["2026-11-23", "2026-11-25"]),
        ("5月3号（周日）", ["2026-05-03"]),
        ("5月3号周日", ["2026-05-03"]),
    ],
)
def test_several_dates_of_a_text_stand_in_order(text: str, expected: list[str]) -> None:
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2月29号签的", "2024-02-29"),
        ("2月29号到期", "2028-02-29"),
        ("2026年2月29号签的", None),
        ("去年2月29号签的", None),
        ("11月31号签的", None),
        ("13月1号签的", None),
        ("31号签的", None),
    ],
)
def test_day_that_the_year_does_not_have_is_not_moved(text: str, day: str | None) -> None:
    assert days(text) == ([day] if day else [])


@pytest.mark.parametrize("written", ["9.18", "9/18", "09.18", "09/18"])
@pytest.mark.parametrize("after", ["号", "签的", "颁的", "发的证", "停的", "审完", "到期", "那天"])
def test_dotted_month_and_day_are_a_date_before_what_happened(written: str, after: str) -> None:
    (found,) = find_dates(f"腾标{written}{after}", TUESDAY)
    assert (found.day.month, found.day.day) == (9, 18)


@pytest.mark.parametrize(
    "text",
    [
        "TB 5.4.4 2)怎么说",
        "10.3.1第7条",
        "5.10审核组",
        "10.1暂停的条件",
        "9.4决定",
        "6.1.1",
        "附录A注4",
        "初审7.5审核人日",
        "要4.5天审完",
        "1/3做现场",
        "监督是初审的2/3",
        "版本3.8.5",
        "20.5.4条",
    ],
)
def test_clause_numbers_and_amounts_are_no_dates(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "12个月",
        "3月",
        "每周三天",
        "每个周五",
        "每月底",
        "次月10日前",
        "提前天数",
        "证明日期",
        "5号线",
        "2号人物",
        "30日内",
        "有效期3年",
        "每年底",
        "周三次会",
        "8日的时限",
        "当前天数",
        "以前天天跑现场",
        "声明日后失效",
        "今年底子薄",
        "1.5年前签的",
    ],
)
def test_words_that_only_look_like_dates(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize("words", ["3月份", "三月份", "2026年3月", "今年三月份", "26年3月份"])
def test_month_is_a_mention_that_names_no_day(words: str) -> None:
    (found,) = find_dates(f"{words}签的证", TUESDAY)
    assert (found.day, found.exact) == (date(2026, 3, 1), False)


@pytest.mark.parametrize("words", ["2027-02-28", "去年9月9号", "上个月底", "三天前", "周四"])
def test_mention_spans_exactly_its_words(words: str) -> None:
    text = f"客户{words}签的"
    (found,) = find_dates(text, TUESDAY)
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    ("text", "impossible"),
    [
        ("证书2026-02-30发的", "2026-02-30"),
        ("2027年2月29日到期", "2027年2月29日"),
        ("27年2月29号到期", "27年2月29号"),
        ("13月5日", "13月5日"),
        ("十一月三十一号", "十一月三十一号"),
        ("20260230发的", "20260230"),
        ("20250229发的", "20250229"),
        ("6月31停的", "6月31"),
        ("2月29日", None),
        ("2024/2/29", None),
        ("编号20260230", None),
        ("20260228发的", None),
        ("6月30停的", None),
        ("编号 92001-1-45", None),
        ("12月31日", None),
    ],
)
def test_impossible_date_is_named(text: str, impossible: str | None) -> None:
    assert find_impossible_date(text) == impossible


TYPED = st.text(
    "0123456789年月日号./-一二三十零〇上下个周星期底末前后去今明天半的签到期份大礼拜数 "
)


@given(TYPED | st.text(), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_dates_stand_in_order_within_any_text(text: str, today: date) -> None:
    end = 0
    for mention in find_dates(text, today):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end


@given(TYPED | st.text())
def test_impossible_date_of_any_text_is_part_of_it(text: str) -> None:
    assert (find_impossible_date(text) or "") in text


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("去年国庆那天发的证", date(2025, 10, 1)),
        ("明年五一当天到期", date(2027, 5, 1)),
        ("国庆节当日签发的", date(2026, 10, 1)),
        ("今年教师节那天停的", date(2026, 9, 10)),
    ],
)
def test_days_that_have_a_name(text: str, day: date) -> None:
    assert [mention.day for mention in find_dates(text, date(2026, 11, 21))] == [day]


@pytest.mark.parametrize("text", ["劳动节放几天", "十一月审的", "国庆前后"])
def test_a_holiday_is_no_date_unless_its_day_is_meant(text: str) -> None:
    assert find_dates(text, date(2026, 11, 21)) == ()
