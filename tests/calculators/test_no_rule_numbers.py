"""No number of a rule stands in the code: only 0, 1 and 2 may, the rest is in the rulebooks."""

import ast
from pathlib import Path

import pytest

CALCULATORS = Path(__file__).parents[2] / "calculators"


@pytest.mark.parametrize("path", sorted(CALCULATORS.glob("*.py")), ids=lambda path: path.stem)
def test_module_holds_no_number_of_a_rule(path: Path) -> None:
    found = [
        (node.lineno, node.value)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float)
        if node.value not in (0, 1, 2)
    ]
    assert not found
