"""One certificate as a picture: what happened above the axis, a row for each deadline below it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.pictures import palette, phrases
from bot.pictures.canvas import Box, Canvas, text_width, text_within
from bot.pictures.lanes import Label, placed, rows_used
from bot.pictures.lettering import Weight
from bot.pictures.palette import OF_STATE, OF_STATUS, RUN_OF_STATE
from bot.pictures.time_axis import TimeAxis
from bot.pictures.timeline_marks import EventMark, Row, event_marks, rows, spells
from bot.register.record import CertificateRecord
from calculators.obligations import Survey
from calculators.obligations.event_kinds import Status
from calculators.obligations.obligation import State
from knowledge.library import Library

WIDTH = 800
_MARGIN = 28
_RIGHT = WIDTH - _MARGIN
# The words of the rows stand left of the axis.
_WORDS_END = 344
_AXIS_LEFT = 366
_AXIS_RIGHT = _RIGHT - 6
_HEADER = 84
_TODAY_HEIGHT = 36
_LANE = 18
_BAND = 12
_SCALE_HEIGHT = 32
_ROW = 23
_FOOTER = 44
_INDENT = 7
_GAP = 10
_WIDEST_EVENT = 330
_MOST_EVENTS = 16
_COMFORTABLE_ROWS = 24
_MOST_ROWS = 40
_AROUND = timedelta(days=45)


def timeline_of(record: CertificateRecord, survey: Survey, today: date, library: Library) -> bytes:
    """A PNG of the certificate; the survey must be that of the day."""
    return _Timeline(record, survey, today, library).drawn()


class _Timeline:
    def __init__(
        self, record: CertificateRecord, survey: Survey, today: date, library: Library
    ) -> None:
        self._record, self._survey = record, survey
        self._today, self._library = today, library
        self._events = event_marks(record)
        every = rows(survey, today)
        self._rows = _chosen(every)
        self._left_out = len(every) - len(self._rows)
        self._axis = self._new_axis()
        # Older events have a ring on the axis, and no words.
        self._told = self._events[-_MOST_EVENTS:]
        self._labels = [Label(self._axis.x(each.on), _wide(each)) for each in self._told]
        self._places = placed(self._labels, _MARGIN, _GAP)
        lanes = rows_used(self._labels, self._places)
        self._band = _HEADER + _TODAY_HEIGHT + lanes * _LANE + 8
        self._under = self._band + _BAND + _SCALE_HEIGHT
        self._bottom = self._under + max(len(self._rows), 1) * _ROW + 4

    def drawn(self) -> bytes:
        """The picture."""
        self._canvas = Canvas(WIDTH, self._bottom + _FOOTER)
        self._draw_header()
        if self._events or self._rows:
            self._draw_spells()
            self._draw_scale()
            self._draw_rows()
            self._draw_today()
            self._draw_events()
        else:
            middle = (_HEADER + self._bottom) / 2
            self._canvas.text(WIDTH / 2, middle, phrases.NO_EVENTS, 14, palette.GREY, anchor="m")
        self._draw_footer()
        return self._canvas.png()

    def _new_axis(self) -> TimeAxis:
        days = [self._today, *(each.on for each in self._events)]
        days += [each.marker for each in self._rows if each.is_last]
        days += [self._survey.expires] if self._survey.expires else []
        first, last = min(days), max(days)
        if last - first < _AROUND:
            first, last = _earlier(first), _later(last)
        return TimeAxis(first, last, _AXIS_LEFT, _AXIS_RIGHT)

    def _draw_header(self) -> None:
        canvas, record, status = self._canvas, self._record, self._survey.status
        pill = text_width(status.label, 13, weight=Weight.BOLD) + 24
        canvas.rounded((_RIGHT - pill, 22, _RIGHT, 48), 13, OF_STATUS[status])
        middle = _RIGHT - pill / 2
        canvas.text(middle, 35, status.label, 13, palette.PAPER, weight=Weight.BOLD, anchor="m")
        room = _RIGHT - pill - 16 - _MARGIN
        name = text_within(record.organization.name, room, 21, weight=Weight.BOLD)
        canvas.text(_MARGIN, 35, name, 21, weight=Weight.BOLD)
        reckoned = phrases.reckoned_on(self._today)
        canvas.text(_RIGHT, 64, reckoned, 13, palette.GREY, anchor="r")
        room = _RIGHT - _MARGIN - text_width(reckoned, 13) - 16
        canvas.text(_MARGIN, 64, text_within(self._particulars(), room, 13), 13, palette.GREY)
        canvas.across(_MARGIN, _RIGHT, 82, palette.LINE)

    def _particulars(self) -> str:
        particulars = self._record.particulars
        parts = [self._library.document(particulars.document).short, particulars.number]
        if self._survey.issued:
            parts.append(phrases.valid(self._survey.issued, self._survey.expires))
        return phrases.PARTS_JOINED.join(parts)

    def _draw_spells(self) -> None:
        top, bottom = self._band, self._band + _BAND
        self._canvas.rectangle((_AXIS_LEFT, top, _RIGHT, bottom), palette.SHADE)
        for spell in spells(self._record, self._survey, self._axis.last):
            left, right = self._axis.x(spell.start), self._axis.x(spell.end)
            if spell.status is Status.SUSPENDED:
                self._canvas.rectangle((left, bottom, right, self._bottom), palette.PALE_AMBER)
            _draw_spell(self._canvas, spell.status, (left, top, right, bottom))

    def _draw_scale(self) -> None:
        free, foot = 0.0, self._band + _BAND
        for day, words in self._axis.marks():
            x, half = self._axis.x(day), text_width(words, 11) / 2
            middle = min(x, _RIGHT - half)
            is_year = not words.endswith(phrases.MONTH)
            self._canvas.down(x, foot, foot + 5, palette.FAINT)
            if is_year:
                self._canvas.down(x, self._under - 6, self._bottom, palette.LINE)
            if middle - half >= free:
                colour = palette.GREY if is_year else palette.FAINT
                self._canvas.text(middle, foot + 15, words, 11, colour, anchor="m")
                free = middle + half + 6

    def _draw_today(self) -> None:
        x, colour, y = self._axis.x(self._today), palette.TODAY, _HEADER + 18
        self._canvas.down(x, y, self._bottom, colour, 1.5)
        words = f"{phrases.TODAY} {self._today:%m-%d}"
        half = text_width(words, 12, weight=Weight.BOLD) / 2 + 9
        middle = min(x, _RIGHT - half)
        self._canvas.rounded((middle - half, y - 10, middle + half, y + 10), 10, colour)
        self._canvas.text(middle, y, words, 12, palette.PAPER, weight=Weight.BOLD, anchor="m")

    def _draw_events(self) -> None:
        heights = [self._band - 8 - (place.row + 0.5) * _LANE for place in self._places]
        for label, y in zip(self._labels, heights, strict=True):
            self._canvas.down(label.x, y - 6, self._band, palette.LINE)
        for event in self._events:
            self._canvas.ring(self._axis.x(event.on), self._band, 4, palette.GREY)
        for event, place, y in zip(self._told, self._places, heights, strict=True):
            self._draw_event(event, place.left, y)

    def _draw_event(self, event: EventMark, x: float, y: float) -> None:
        """On paper, so that no line to another event strikes the words out."""
        words, day = _event_words(event), str(event.on)
        box = (x - 3, y - 8, x + text_width(words) + 3, y + 8)
        self._canvas.rectangle(box, palette.PAPER)
        is_known = event.on <= self._today
        self._canvas.text(x, y, day, colour=palette.GREY)
        colour = palette.INK if is_known else palette.GREY
        self._canvas.text(x + text_width(day), y, words[len(day) :], colour=colour)

    def _draw_rows(self) -> None:
        for number, row in enumerate(self._rows):
            y = self._under + (number + 0.5) * _ROW
            if number:
                self._canvas.across(_MARGIN, _RIGHT, y - _ROW / 2, palette.SHADE)
            self._draw_words(row, y)
            self._draw_run(row, y)

    def _draw_words(self, row: Row, y: float) -> None:
        colour = palette.GREY if row.state is State.MET else palette.INK
        room = _WORDS_END - _MARGIN - text_width(row.day, weight=Weight.MEDIUM) - 10
        self._canvas.text(_MARGIN, y, text_within(row.label, room), colour=colour)
        colour = OF_STATE[row.state]
        self._canvas.text(_WORDS_END, y, row.day, 12, colour, weight=Weight.MEDIUM, anchor="r")

    def _draw_run(self, row: Row, y: float) -> None:
        """From the event that opened it to its day; its window thicker."""
        start, end = self._axis.x(row.start), self._axis.x(row.marker)
        colour = OF_STATE[row.state]
        self._canvas.rounded((start, y - 2, end, y + 2), 2, RUN_OF_STATE[row.state])
        if row.window:
            opens = min(self._axis.x(row.window), end - 10)
            self._canvas.rounded((opens, y - 5, end, y + 5), 5, colour)
        elif row.is_last:
            self._canvas.dot(end, y, 5, colour)
        else:
            self._canvas.ring(end, y, 5, colour)

    def _draw_footer(self) -> None:
        canvas, y, x = self._canvas, self._bottom + 26, float(_MARGIN)
        canvas.across(_MARGIN, _RIGHT, self._bottom + 6, palette.LINE)
        for state in (State.OVERDUE, State.DUE_SOON, State.OPEN, State.MET):
            canvas.dot(x + 4, y, 4, OF_STATE[state])
            canvas.text(x + 14, y, state.label, 12, palette.GREY)
            x += 32 + text_width(state.label)
        _draw_spell(canvas, Status.SUSPENDED, (x, y - 5, x + 18, y + 5))
        canvas.text(x + 24, y, phrases.SUSPENDED, 12, palette.GREY)
        said = phrases.not_shown(self._left_out, len(self._survey.gaps))
        canvas.text(_RIGHT, y, said, 12, palette.GREY, anchor="r")


def _event_words(event: EventMark) -> str:
    return text_within(f"{event.on} {event.words}", _WIDEST_EVENT)


def _wide(event: EventMark) -> float:
    return text_width(_event_words(event)) + _INDENT


def _chosen(every: Sequence[Row]) -> list[Row]:
    """What is still to be done, and where there is room the latest of what is done."""
    unmet = [each for each in every if each.state is not State.MET][:_MOST_ROWS]
    met = sorted((each for each in every if each.state is State.MET), key=lambda each: each.marker)
    return [*unmet, *reversed(met)][: max(_COMFORTABLE_ROWS, len(unmet))]


def _earlier(day: date) -> date:
    return day - min(_AROUND, day - date.min)


def _later(day: date) -> date:
    return day + min(_AROUND, date.max - day)


def _draw_spell(canvas: Canvas, status: Status, box: Box) -> None:
    if status is Status.SUSPENDED:
        canvas.rectangle(box, palette.PALE_AMBER)
        canvas.hatched(box, palette.AMBER)
    else:
        canvas.rectangle(box, palette.PALE_GREEN if status is Status.VALID else palette.LINE)
