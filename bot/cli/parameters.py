"""Kinds of parameters that several commands take."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import click


class Day(click.ParamType[date]):
    """A day written as 2026-11-21."""

    name = "日期"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a usage error in Chinese."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value} 不是日历上的日期，请写成 2026-11-21", param, ctx)


class Moment(click.ParamType[datetime]):
    """A moment of the staff's clock; a day alone means its end."""

    name = "时刻"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """The moment without its zone, or a usage error in Chinese."""
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value} 不是时刻，请写成 2026-11-21 或 2026-11-21T09:30", param, ctx)
        is_day = len(str(value)) == len("2026-11-21")
        return datetime.combine(moment, datetime.max.time()) if is_day else moment
