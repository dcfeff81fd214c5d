from __future__ import annotations

from knowledge.ingestion.grid import Grid, table_lines


def _lines(grid: Grid) -> list[str]:
    return list(table_lines(grid))


def test_cells_are_parted_by_tabs_and_empty_ones_keep_their_place() -> None:
    assert _lines([["类别", "数量", "学历"], ["兼职", "", "本科"]]) == [
        "类别\t数量\t学历",
        "兼职\t\t本科",
    ]


def test_cell_that_goes_on_is_said_again_in_each_row() -> None:
    grid: Grid = [["级别", "人数"], ["甲级", "30"], [None, "31"], [None, "32"]]
    assert _lines(grid) == ["级别\t人数", "甲级\t30", "甲级\t31", "甲级\t32"]


def test_row_that_begins_with_an_empty_cell_does_not_lose_it() -> None:
    assert _lines([["", "初审", "监督"], ["甲级", "3", "1"]]) == ["/\t初审\t监督", "甲级\t3\t1"]


def test_caption_and_note_across_a_table_are_lines_of_their_own() -> None:
    grid: Grid = [
        ["表1 人日", "", ""],
        ["人数", "文本", "语音"],
        ["1-10", "2", "3"],
        ["注：取整。", "", ""],
    ]
    assert _lines(grid) == ["表1 人日", "人数\t文本\t语音", "1-10\t2\t3", "注：取整。"]


def test_row_that_heads_a_group_stays_a_row() -> None:
    grid: Grid = [["人数", "人日"], ["一、办公", ""], ["1-10", "2"]]
    assert _lines(grid) == ["人数\t人日", "一、办公\t", "1-10\t2"]


def test_table_of_one_column_is_plain_text_and_empty_rows_are_nothing() -> None:
    assert _lines([["1. 目的"], [""], ["规定审核。"]]) == ["1. 目的", "规定审核。"]


def test_short_row_is_filled_up() -> None:
    assert _lines([["人数", "人日"], ["1-10"]]) == ["人数\t人日", "1-10\t"]
