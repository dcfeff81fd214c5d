"""The colours of the pictures: quiet ones, and red only for what is overdue."""

from __future__ import annotations

from calculators.obligations.event_kinds import Status
from calculators.obligations.obligation import State

Colour = tuple[int, int, int]

PAPER: Colour = (255, 255, 255)
INK: Colour = (29, 28, 29)
GREY: Colour = (97, 96, 97)
FAINT: Colour = (158, 158, 162)
LINE: Colour = (221, 221, 223)
SHADE: Colour = (244, 244, 245)
TODAY: Colour = (38, 84, 160)
RED: Colour = (192, 43, 49)
PALE_RED: Colour = (252, 240, 240)
AMBER: Colour = (181, 108, 0)
PALE_AMBER: Colour = (253, 245, 230)
BLUE: Colour = (38, 84, 160)
PALE_BLUE: Colour = (236, 243, 252)
GREEN: Colour = (31, 122, 77)
PALE_GREEN: Colour = (214, 235, 223)

OF_STATE = {
    State.MET: GREEN,
    State.OPEN: BLUE,
    State.DUE_SOON: AMBER,
    State.OVERDUE: RED,
}
PALE_OF_STATE = {
    State.MET: PALE_GREEN,
    State.OPEN: PALE_BLUE,
    State.DUE_SOON: PALE_AMBER,
    State.OVERDUE: PALE_RED,
}
RUN_OF_STATE = {
    State.MET: PALE_GREEN,
    State.OPEN: (205, 220, 243),
    State.DUE_SOON: (247, 221, 172),
    State.OVERDUE: (244, 206, 207),
}
OF_STATUS = {
    Status.NONE: GREY,
    Status.VALID: GREEN,
    Status.SUSPENDED: AMBER,
    Status.EXPIRED: RED,
    Status.WITHDRAWN: RED,
    Status.CANCELLED: GREY,
}
