from __future__ import annotations

from bot.cli.table import table


def test_columns_start_at_the_same_place_though_chinese_is_wider() -> None:
    assert list(table([("方式", "a"), ("x", "b")])) == ["方式  a", "x     b"]


def test_numbers_end_at_the_same_place() -> None:
    assert list(table([("k", "问数"), ("l", "7")], numbers_from=1)) == ["k  问数", "l     7"]
