"""The sample in the README of calculators/ runs and gives what stands beside it."""

import re
from fractions import Fraction
from pathlib import Path
from typing import Any

README = Path(__file__).parents[2] / "calculators" / "README.md"


def test_sample_gives_what_stands_beside_it() -> None:
    text = README.read_text("utf-8")
    sample = re.findall(r"```python\n(.*?)```", text, re.DOTALL)[0]
    names: dict[str, Any] = {}
    exec(sample, names)
    found = names["found"]
    assert (found.value, found.unit) == (Fraction(3), "人天")
    assert found.steps[0].text == "有效人数 150 人，在 126～175 人一档：8 人天"
    assert found.quotes[0].text == "监督人日为初审的 1/3"


def test_every_module_that_it_names_exists() -> None:
    named = re.findall(r"`(\w+\.py)`", README.read_text("utf-8"))
    assert named
    assert [name for name in named if not (README.parent / name).exists()] == []
