"""The days ahead as a sheet of weeks: how much falls due on which day, and what is overdue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.digest.content import DigestContent, Item
from bot.pictures import palette, phrases
from bot.pictures.canvas import Box, Canvas, text_width, text_within
from bot.pictures.lettering import Weight
from bot.pictures.palette import OF_STATE, PALE_OF_STATE
from calculators.obligations.obligation import State
from calculators.working_days import WorkingCalendar
from knowledge.library import Library

WIDTH = 800
_MARGIN = 24
_TOP = 92
_SIDE = 168
_GRID = _MARGIN + _SIDE + 16
_CELL_WIDTH = (WIDTH - _MARGIN - _GRID) / 7
_CELL_HEIGHT = 56
_WEEKDAYS_HEIGHT = 24
_FOOTER = 44
_NAME_LINES = 2
_NAME_LINE = 15
_OVERDUE_LINE = 34
_WEEK = timedelta(days=7)


def days_ahead_of(content: DigestContent, library: Library, calendar: WorkingCalendar) -> bytes:
    """A PNG of what is overdue and of what falls due on each day that the content looks ahead."""
    return _DaysAhead(content, library, calendar).drawn()


class _DaysAhead:
    def __init__(self, content: DigestContent, library: Library, calendar: WorkingCalendar) -> None:
        self._content, self._library, self._calendar = content, library, calendar
        self._first, self._last = content.day, content.day + timedelta(days=content.days_ahead)
        self._monday = self._first - timedelta(days=self._first.weekday())
        weeks = (self._last - self._monday) // _WEEK + 1
        self._bottom = _TOP + _WEEKDAYS_HEIGHT + weeks * _CELL_HEIGHT
        self._by_day: dict[date, list[Item]] = {}
        for item in content.upcoming:
            self._by_day.setdefault(item.due, []).append(item)

    def drawn(self) -> bytes:
        """The picture."""
        self._canvas = Canvas(WIDTH, self._bottom + _FOOTER)
        self._draw_header()
        self._draw_overdue()
        self._draw_weekdays()
        for number in range(self._content.days_ahead + 1):
            self._draw_day(self._first + timedelta(days=number))
        self._canvas.frame(self._box(self._first), palette.TODAY, 2)
        self._draw_footer()
        return self._canvas.png()

    def _draw_header(self) -> None:
        content, right = self._content, WIDTH - _MARGIN
        title = phrases.days_ahead(content.days_ahead)
        self._canvas.text(_MARGIN, 34, title, 21, weight=Weight.BOLD)
        counts = phrases.counts(content.day, len(content.overdue), len(content.upcoming))
        self._canvas.text(_MARGIN, 62, counts, 13, palette.GREY)
        self._canvas.across(_MARGIN, right, 80, palette.LINE)

    def _draw_overdue(self) -> None:
        """The column on the left, the longest overdue first."""
        canvas, items = self._canvas, self._content.overdue
        left, right = _MARGIN + 12, _MARGIN + _SIDE - 12
        room = int((self._bottom - _TOP - 40) // _OVERDUE_LINE)
        shown = items if len(items) <= room else items[: room - 1]
        lines = len(shown) + (len(shown) < len(items))
        bottom = _TOP + 40 + lines * _OVERDUE_LINE
        colour, shade = (palette.RED, palette.PALE_RED) if items else (palette.GREY, palette.SHADE)
        canvas.rounded((_MARGIN, _TOP, _MARGIN + _SIDE, bottom), 6, shade)
        heading = phrases.overdue(len(items)) if items else phrases.NOTHING_OVERDUE
        canvas.text(left, _TOP + 20, heading, 14, colour, weight=Weight.BOLD)
        y = _TOP + 48.0
        for item in shown:
            name = text_within(_name(item), right - left, weight=Weight.MEDIUM)
            canvas.text(left, y, name, weight=Weight.MEDIUM)
            self._draw_how_late(item, left, right, y + 15)
            y += _OVERDUE_LINE
        if len(shown) < len(items):
            more = phrases.and_more(len(items) - len(shown))
            canvas.text(left, y, more, 12, palette.RED, weight=Weight.MEDIUM)

    def _draw_how_late(self, item: Item, left: float, right: float, y: float) -> None:
        late = phrases.overdue_by(-item.days_left(self._content.day))
        scheme = self._library.document(item.record.particulars.document).short
        room = right - left - text_width(late, 11) - 8
        self._canvas.text(left, y, late, 11, palette.RED)
        said = text_within(scheme, room, 11)
        self._canvas.text(right, y, said, 11, palette.GREY, anchor="r")

    def _draw_weekdays(self) -> None:
        for number, name in enumerate(phrases.WEEK):
            x = _GRID + (number + 0.5) * _CELL_WIDTH
            self._canvas.text(x, _TOP + 10, name, 11, palette.GREY, anchor="m")

    def _draw_day(self, day: date) -> None:
        left, top, right, bottom = box = self._box(day)
        items, off = self._by_day.get(day, []), self._calendar.day_off(day)
        state = _state(items)
        ground = PALE_OF_STATE[state] if items else palette.PAPER
        self._canvas.rectangle(box, palette.SHADE if off else ground)
        # One line between two days, not one for each of them.
        self._canvas.frame((left, top, right + 0.5, bottom + 0.5), palette.LINE, 0.5)
        if items:
            self._canvas.rectangle((left, top, left + 3, bottom), OF_STATE[state])
            self._draw_items(items, state, box)
        elif off and off != phrases.WEEKEND:
            self._canvas.text(right - 6, top + 11, off, 11, palette.GREY, anchor="r")
        self._draw_day_number(day, left + 8, top + 11, is_quiet=not items)

    def _draw_day_number(self, day: date, x: float, y: float, *, is_quiet: bool) -> None:
        if day == self._first:
            self._canvas.text(x, y, phrases.TODAY, 11, palette.TODAY, weight=Weight.BOLD)
        elif day.day == 1:
            self._canvas.text(x, y, phrases.MONTHS[day.month - 1], 11, weight=Weight.BOLD)
        else:
            colour = palette.GREY if is_quiet else palette.INK
            self._canvas.text(x, y, str(day.day), 11, colour)

    def _draw_items(self, items: Sequence[Item], state: State, box: Box) -> None:
        left, top, right, _ = box
        count = phrases.items(len(items))
        self._canvas.text(
            right - 6, top + 11, count, 11, OF_STATE[state], weight=Weight.BOLD, anchor="r"
        )
        for line, item in enumerate(items[:_NAME_LINES]):
            name = text_within(_name(item), right - left - 13, 11)
            self._canvas.text(left + 8, top + 28 + line * _NAME_LINE, name, 11)

    def _box(self, day: date) -> Box:
        week, weekday = divmod((day - self._monday).days, 7)
        left = _GRID + weekday * _CELL_WIDTH
        top = _TOP + _WEEKDAYS_HEIGHT + week * _CELL_HEIGHT
        return (left, top, left + _CELL_WIDTH, top + _CELL_HEIGHT)

    def _draw_footer(self) -> None:
        canvas, x, y = self._canvas, float(_MARGIN), self._bottom + 24
        for state in (State.OVERDUE, State.DUE_SOON, State.OPEN):
            canvas.rounded((x, y - 5, x + 10, y + 5), 2, OF_STATE[state])
            canvas.text(x + 16, y, state.label, 12, palette.GREY)
            x += 34 + text_width(state.label)
        canvas.rectangle((x, y - 5, x + 10, y + 5), palette.LINE)
        canvas.text(x + 16, y, phrases.DAYS_OFF, 12, palette.GREY)
        canvas.text(WIDTH - _MARGIN, y, phrases.WHAT_IS_COUNTED, 12, palette.GREY, anchor="r")


def _name(item: Item) -> str:
    organization = item.record.organization
    return next(iter(organization.short_names), organization.name)


def _state(items: Sequence[Item]) -> State:
    """The most urgent of them."""
    soon = any(each.state is State.DUE_SOON for item in items for each in item.obligations)
    return State.DUE_SOON if soon else State.OPEN
