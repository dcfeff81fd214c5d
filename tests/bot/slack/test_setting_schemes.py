from __future__ import annotations

import pytest

from bot.slack.services import Services
from bot.slack.setting_schemes import set_scheme


@pytest.mark.parametrize("name", ["腾标", "tb-gz-036", "腾标公有云PII"])
def test_channel_takes_a_scheme_by_any_of_its_names(services: Services, name: str) -> None:
    changed, words = set_scheme(name, "C1", services)
    assert changed
    assert services.channel_schemes.of("C1") == "TB-GZ-036"
    assert "腾标公有云PII" in words
    assert services.channel_schemes.of("C2") is None


def test_scheme_is_taken_away_again(services: Services) -> None:
    set_scheme("腾标", "C1", services)
    changed, _ = set_scheme("无", "C1", services)
    assert changed
    assert services.channel_schemes.of("C1") is None


def test_unknown_scheme_changes_nothing_and_names_those_there_are(services: Services) -> None:
    changed, words = set_scheme("9001", "C1", services)
    assert not changed
    assert "没有收录 9001" in words
    assert "腾标公有云PII" in words


def test_without_a_name_it_is_told_what_is_set(services: Services) -> None:
    assert set_scheme("", "C1", services)[1].startswith("本频道没有默认的认证项目。")
    set_scheme("腾标", "C1", services)
    assert set_scheme("", "C1", services)[1].startswith("本频道默认的认证项目是腾标公有云PII。")
