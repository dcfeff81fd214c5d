"""`clausebot register …`: the register of certificates."""

from __future__ import annotations

import click

from bot.cli.late_group import LateGroup

_PLACES = {
    "add": "bot.cli.register_facts:add",
    "event": "bot.cli.register_facts:record_event",
    "correct": "bot.cli.register_facts:correct",
    "list": "bot.cli.register_views:list_certificates",
    "find": "bot.cli.register_views:find",
    "show": "bot.cli.register_views:show",
    "history": "bot.cli.register_views:history",
    "obligations": "bot.cli.register_obligations:obligations",
    "import": "bot.cli.register_files:import_file",
    "export": "bot.cli.register_files:export_file",
    "calendar": "bot.cli.register_calendar:calendar",
}


@click.group(cls=LateGroup, places=_PLACES)
def register() -> None:
    """证书登记册：登记、查看、导入导出，按规则算出全部期限。

    例：clausebot register import 台账.xlsx --dry-run
    """
