"""The five documents, read once for all tests of the calculators."""

import pytest

from knowledge.library import Library


@pytest.fixture(scope="session")
def library() -> Library:
    return Library.load()
