from __future__ import annotations

import pytest

from knowledge.ingestion.radicals import as_read


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ("⼀⼆⼗⽇⽉⼈⼯", "一二十日月人工"),
        ("⻓⻔⻝⺠⻚⻋⻛⻜", "长门食民页车风飞"),
        ("⻄⻅⻆⻢⻥⻦⻩⻬", "西见角马鱼鸟黄齐"),
        ("⼾⾭", "户青"),
        ("\uf967\uf9be", "不料"),
    ],
)
def test_radical_becomes_the_character_it_looks_like(given: str, seen: str) -> None:
    assert as_read(given) == seen


def test_other_characters_stay() -> None:
    assert as_read("①（１）ＡＢ：，㎡ ½") == "①（１）ＡＢ：，㎡ ½"
