from __future__ import annotations

import pytest

from bot.register.finding import CertificateFinder
from bot.register.record import CertificateRecord, Organization, Particulars

CLIENTS = (
    ("北京华信云科技有限公司", "TB-2025-001", ()),
    ("北京华信云科技有限公司", "WAL-77", ()),
    ("上海蓝盾信息安全技术股份有限公司", "TB-2025-002", ("蓝盾",)),
    ("深圳市蓝盾网络科技有限公司", "TB-2025-003", ()),
    ("杭州数据港湾（杭州）云计算有限公司", "27017-2024-5", ("数据港",)),
    ("天安科技有限公司", "TB-2025-005", ()),
    ("南京信息科技有限公司", "TB-2025-006", ()),
    ("海纳百川医疗集团有限公司", "TB-2025-0017", ()),
)


@pytest.fixture(scope="module")
def finder() -> CertificateFinder:
    organizations = {name: id for id, name in enumerate(dict.fromkeys(c[0] for c in CLIENTS))}
    return CertificateFinder(
        [
            CertificateRecord(
                id,
                Organization(organizations[name], name, short),
                Particulars("TB-GZ-036", number),
            )
            for id, (name, number, short) in enumerate(CLIENTS)
        ]
    )


def numbers(records: tuple[CertificateRecord, ...]) -> list[str]:
    return [record.particulars.number for record in records]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("TB-2025-001", ["TB-2025-001"]),
        ("ｔｂ-2025-001 ", ["TB-2025-001"]),
        ("北京华信云科技有限公司", ["TB-2025-001", "WAL-77"]),
        ("华信云", ["TB-2025-001", "WAL-77"]),
        ("华信云科技", ["TB-2025-001", "WAL-77"]),
        ("北京华信云公司", ["TB-2025-001", "WAL-77"]),
        ("华信云有限公司", ["TB-2025-001", "WAL-77"]),
        ("数据港", ["27017-2024-5"]),
        ("数据港湾", ["27017-2024-5"]),
        ("华新云", ["TB-2025-001", "WAL-77"]),
        ("华信云科枝有限公司", ["TB-2025-001", "WAL-77"]),
        ("北京信华云科技有限公司", ["TB-2025-001", "WAL-77"]),
        ("信云", ["TB-2025-001", "WAL-77"]),
        ("001", ["TB-2025-001", "TB-2025-0017"]),
        ("南京信息科技有限公司", ["TB-2025-006"]),
        ("", []),
        ("食堂", []),
        ("云", ["TB-2025-001", "WAL-77", "27017-2024-5"]),
    ],
)
def test_words_find_the_certificates_they_name(
    finder: CertificateFinder, words: str, found: list[str]
) -> None:
    assert numbers(finder.find(words)) == found


def test_short_name_goes_before_what_is_left_of_a_name(finder: CertificateFinder) -> None:
    assert numbers(finder.find("蓝盾")) == ["TB-2025-002", "TB-2025-003"]
    assert numbers(finder.find("蓝盾科技")) == ["TB-2025-002", "TB-2025-003"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("华信云的监督审核最晚哪天", ["华信云"]),
        ("请问北京华信云科技有限公司什么时候再认证", ["北京华信云科技有限公司"]),
        ("证书 TB-2025-001 什么时候到期", ["TB-2025-001"]),
        ("TB-2025-0017到期没有", ["TB-2025-0017"]),
        ("数 据港湾和蓝盾哪个先到期", ["数 据港湾", "蓝盾"]),
        ("天安的证书", ["天安"]),
        ("请问天安的证书", ["天安"]),
        ("海天安的证书", []),
        ("今天安排监督审核", []),
        ("信息科技公司的监督审核最晚哪天", []),
        ("监督审核最晚哪天", []),
        ("TB-2025-00", []),
    ],
)
def test_names_in_a_text_are_found_with_their_place(
    finder: CertificateFinder, text: str, words: list[str]
) -> None:
    mentions = finder.mentioned(text)
    assert [text[each.start : each.end] for each in mentions] == words
    assert all(each.is_exact for each in mentions)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("华新云的监督审核最晚哪天", "华新云"),
        ("华信芸的监督审核最晚哪天", "华信芸"),
        ("哪天要给信华云做监督", "信华云"),
        ("海纳百州的监督审核", "海纳百州"),
        ("华信的监督审核最晚哪天", None),
    ],
)
def test_name_with_a_typing_error_is_found_as_nearly_equal(
    finder: CertificateFinder, text: str, words: str | None
) -> None:
    mentions = finder.mentioned(text)
    assert [text[each.start : each.end] for each in mentions] == ([words] if words else [])
    assert not any(each.is_exact for each in mentions)


def test_several_certificates_of_one_client_are_mentioned_together(
    finder: CertificateFinder,
) -> None:
    (mention,) = finder.mentioned("华信云的证书")
    assert numbers(mention.records) == ["TB-2025-001", "WAL-77"]


def test_words_that_mean_something_else_are_left_out(finder: CertificateFinder) -> None:
    text = "中企华信云服务"
    assert finder.mentioned(text, besides=[(0, 4)]) == ()
