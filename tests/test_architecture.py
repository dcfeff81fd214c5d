"""The house rules that hold for every file: arrows, clocks, numbers, sizes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ARROWS = {
    "knowledge": set(),
    "calculators": {"knowledge"},
    "indexes": {"knowledge"},
    "bot": {"knowledge", "calculators", "indexes"},
}
OUTSIDE_ONLY_IN_BOT = {"slack_bolt", "slack_sdk", "sqlmodel", "aiohttp", "click"}
CLOCKS = {"now", "today", "utcnow", "time", "monotonic", "perf_counter"}
LONGEST_FILE = 400
LONGEST_FUNCTION = 50


def modules(folder: str) -> Iterator[Path]:
    return (path for path in sorted((ROOT / folder).rglob("*.py")))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def every_module() -> list[Path]:
    return [path for folder in ARROWS for path in modules(folder)]


@pytest.mark.parametrize("folder", ARROWS)
def test_arrows_point_down(folder: str) -> None:
    allowed = ARROWS[folder] | {folder}
    upward = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules(folder)
        for name in imported(path)
        if name.split(".")[0] in ARROWS and name.split(".")[0] not in allowed
    ]
    assert not upward


@pytest.mark.parametrize("folder", ["knowledge", "calculators", "indexes"])
def test_slack_database_and_command_line_stay_in_bot(folder: str) -> None:
    outside = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules(folder)
        for name in imported(path)
        if name.split(".")[0] in OUTSIDE_ONLY_IN_BOT
    ]
    assert not outside


def test_the_assistant_knows_nothing_of_slack() -> None:
    knows = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules("bot/assistant")
        for name in imported(path)
        if name.startswith(("slack", "bot.slack", "bot.playground", "bot.cli", "bot.settings"))
    ]
    assert not knows


@pytest.mark.parametrize("folder", ["knowledge", "calculators", "bot/assistant"])
def test_no_clock_is_read_where_today_is_an_argument(folder: str) -> None:
    reads = [
        f"{path.relative_to(ROOT)}:{node.lineno} calls {node.func.attr}()"
        for path in modules(folder)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCKS
    ]
    assert not reads


def test_no_number_of_a_rule_is_in_code() -> None:
    numbers = [
        f"{path.relative_to(ROOT)}:{node.lineno} has {node.value}"
        for path in modules("calculators")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, int | float)
        and not isinstance(node.value, bool)
        and abs(node.value) not in (0, 1, 2)
    ]
    assert not numbers


def test_no_file_is_too_long() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in [*every_module(), *modules("tests")]
        if (lines := len(path.read_text("utf-8").splitlines())) > LONGEST_FILE
    }
    assert not long


def test_no_function_is_too_long() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in every_module()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno > LONGEST_FUNCTION
    ]
    assert not long


def test_every_folder_of_modules_is_a_package() -> None:
    bare = {
        str(path.parent.relative_to(ROOT))
        for path in every_module()
        if not (path.parent / "__init__.py").exists()
    }
    assert not bare
