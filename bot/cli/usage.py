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
            return f"{_name(error.param)}不对：{_demand(error)}"
        case _ if isinstance(error.ctx and error.ctx.command, click.Group):
            return "没有这个命令"
        case _:
            return error.message.rstrip(".。")


def _demand(error: click.BadParameter) -> str:
    """What the parameter has to be; the message itself where it is ours and so Chinese."""
    kind = error.param.type if error.param else None
    match kind:
        case click.IntRange() | click.FloatRange():
            return f"应在 {kind.min} 到 {kind.max} 之间"
        case click.Choice():
            return f"应为 {'、'.join(map(str, kind.choices))} 之一"
        case click.Path():
            given = error.message.partition("'")[2].partition("'")[0]
            return f"没有文件 {given}" if given else "文件读不了"
        case _:
            return error.message.rstrip(".。")


def _name(parameter: click.Parameter | None) -> str:
    if parameter is None:
        return ""
    return parameter.metavar or parameter.human_readable_name
