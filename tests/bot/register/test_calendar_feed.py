from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from bot.register.calendar_feed import Address, CalendarFeed, calendar
from bot.register.record import NewEvent, Particulars
from bot.register.survey import Survey
from bot.store.register import StoredRegister
from knowledge.library import Library

TODAY = date(2026, 11, 24)
LONG = "很长的名字，有逗号；有分号\\有反斜线" * 3


@pytest.fixture
def register(make_register: Callable[[], StoredRegister]) -> StoredRegister:
    register = make_register()
    issued = NewEvent("issued", date(2025, 12, 8), expires=date(2028, 12, 7))
    register.add("华信云公司", Particulars("TB-GZ-036", "TB-1", owner="U1"), [issued], "U9")
    register.add(LONG, Particulars("WAL-QP-21", "W-1", owner="王工"), [issued], "U9")
    return register


@pytest.fixture
def survey(register: StoredRegister) -> Survey:
    return Survey.load(register, Library.load())


def read(content: bytes) -> dict[str, dict[str, str]]:
    """The entries by UID, unfolded and unescaped by a reader that is not ours."""
    return {
        str(entry["uid"]): {name.lower(): str(entry[name]) for name in ("summary", "description")}
        | {"day": str(entry.decoded("dtstart")), "until": str(entry.decoded("dtend"))}
        for entry in Calendar.from_ical(content).walk("VEVENT")
    }


def test_each_obligation_is_an_all_day_event_with_its_clause(survey: Survey) -> None:
    content = calendar(survey.all(TODAY), lambda document: document)
    entries = read(content)
    expected = {
        f"{record.id}-{each.key}@clausebot": (each.due or each.earliest, each.clause)
        for record, surveyed in survey.all(TODAY)
        for each in surveyed.obligations
        if (each.due or each.earliest) and not each.met_by
    }
    assert len(expected) > 5
    assert {uid: entry["day"] for uid, entry in entries.items()} == {
        uid: str(day) for uid, (day, _) in expected.items()
    }
    for uid, (_, clause) in expected.items():
        assert (
            f"{clause.ref.document} {clause.ref.number}：“{clause.text}”"
            in (entries[uid]["description"])
        )
    surveillance = next(
        entry for uid, entry in entries.items() if uid.startswith("1-first_surveillance")
    )
    assert (surveillance["day"], surveillance["until"]) == ("2026-12-08", "2026-12-09")
    assert surveillance["summary"].startswith("【即将到期】华信云公司 ")


def test_lines_are_those_of_the_standard(survey: Survey) -> None:
    lines = calendar(survey.all(TODAY), lambda document: document).split(b"\r\n")
    assert (lines[0], lines[-2:]) == (b"BEGIN:VCALENDAR", [b"END:VCALENDAR", b""])
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)
    assert b"DTSTART;VALUE=DATE:20261208" in lines
    assert sum(line.startswith(b"DTSTAMP:20261124T090000Z") for line in lines) > 5
    whole = b"".join(lines).replace(b" ", b"").decode()
    assert "逗号；有分号\\\\有反斜线" in whole


def test_identity_stays_when_a_day_changes(register: StoredRegister, survey: Survey) -> None:
    before = read(calendar(survey.all(TODAY), str))
    register.replace(1, 2, NewEvent("issued", date(2025, 12, 9)), "U9")
    after = read(calendar(survey.all(TODAY), str))
    moved = next(uid for uid in before if uid.startswith("1-first_surveillance"))
    assert (before[moved]["day"], after[moved]["day"]) == ("2026-12-08", "2026-12-09")


class Addresses:
    def __init__(self) -> None:
        self.known = {
            "all": Address(1, "", datetime(2026, 1, 1, tzinfo=UTC)),
            "one": Address(2, "U1", datetime(2026, 1, 1, tzinfo=UTC)),
        }

    def with_secret(self, secret: str) -> Address | None:
        return self.known.get(secret)


def test_address_leads_to_the_certificates_of_its_owner_as_they_are_now(
    register: StoredRegister, survey: Survey
) -> None:
    addresses = Addresses()
    feed = CalendarFeed(addresses, register, survey, lambda: TODAY, str)
    assert feed("unknown") is None
    everything, own = feed("all"), feed("one")
    assert everything and own
    assert {uid[0] for uid in read(everything)} == {"1", "2"}
    assert {uid[0] for uid in read(own)} == {"1"}
    assert feed("all") is everything
    register.record(1, NewEvent("surveillance_ended", date(2026, 11, 20)), "U9")
    assert feed("all") != everything
    del addresses.known["all"]
    assert feed("all") is None
