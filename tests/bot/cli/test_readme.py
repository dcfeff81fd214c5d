"""The README names every command and every setting, in the words of the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from bot.cli.main import cli
from bot.settings import Settings

README = (Path(__file__).parents[3] / "README.md").read_text("utf-8")


def leaves(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    if group.invoke_without_command:
        yield path, group
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from leaves(command, f"{path} {name}")
        elif command is not None:
            yield f"{path} {name}", command


def block(name: str) -> str:
    return README.split(f"<!-- {name}:begin -->")[1].split(f"<!-- {name}:end -->")[0].strip()


def test_every_command_is_listed_with_the_first_line_of_its_help() -> None:
    rows = [
        f"| `{path}` | {(command.help or '').splitlines()[0]} |"
        for path, command in leaves(cli, "clausebot")
    ]
    assert block("commands").splitlines()[2:] == rows


def test_every_setting_is_listed_with_its_default_and_meaning() -> None:
    rows = [
        f"| `{field.alias}` | {field.default} | {field.description} |"
        for field in Settings.model_fields.values()
    ]
    assert block("settings").splitlines()[2:] == rows


def test_every_help_shows_an_example() -> None:
    lacking = [
        path for path, command in leaves(cli, "clausebot") if "例：" not in (command.help or "")
    ]
    assert not lacking
