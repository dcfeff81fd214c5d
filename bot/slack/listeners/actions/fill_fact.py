"""Somebody filled in a fact below a question back, and has not sent it yet."""

from __future__ import annotations


def fill_fact() -> None:
    """Does nothing: the facts are read when the button below them is pressed."""
