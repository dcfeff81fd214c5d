"""What was wrong with a command line, as one Chinese sentence."""

from __future__ import annotations

import click


def usage_sentence(error: click.UsageError) -> str:
    """Says what is wrong and where to look; empty where only the help was wanted."""
    command = error.ctx.command_path if error.ctx else "clausebot"
    return f"用法不对：{_reason(error)}。请看 {command} --help。"


def _reason(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            return f"没有选项 {error.option_name}"
        case click.MissingParameter():
            name = error.param.human_readable_name if error.param else ""
            return f"缺少 {name}"
        case click.BadParameter():
            name = error.param.human_readable_name if error.param else ""
            return f"{name} 的值不对（{error.message}）"
        case _:
            return error.message.rstrip(".")
