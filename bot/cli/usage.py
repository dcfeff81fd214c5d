"""What was wrong with a command line, as one Chinese sentence."""

from __future__ import annotations

import click


def usage_sentence(error: click.UsageError) -> str:
    """Says what is wrong and where to look."""
    command = error.ctx.command_path if error.ctx else "clausebot"
    return f"用法不对：{_reason(error)}。请看 {command} --help。"


def _reason(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            return f"没有选项 {error.option_name}"
        case click.MissingParameter():
            return f"缺少{_name(error.param)}"
        case click.BadParameter():
            return f"{_name(error.param)}的值不对（{error.message.rstrip('.。')}）"
        case _ if isinstance(error.ctx and error.ctx.command, click.Group):
            return "没有这个命令"
        case _:
            return error.message.rstrip(".。")


def _name(parameter: click.Parameter | None) -> str:
    return parameter.human_readable_name if parameter else ""
