"""The five documents, and their calendar."""

from __future__ import annotations

import pytest

from calculators.working_days import WorkingCalendar
from knowledge.library import Library


@pytest.fixture(scope="session")
def library() -> Library:
    return Library.load()


@pytest.fixture(scope="session")
def calendar() -> WorkingCalendar:
    return WorkingCalendar.load()
