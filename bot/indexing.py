"""The index of a library, built and checked as the settings say."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.composition import load_bank
from bot.settings import Settings
from indexes import artefact
from indexes.artefact import BuildReport
from indexes.encoder import open_encoder
from knowledge.errors import IndexMismatch
from knowledge.library import Library


def build_index(settings: Settings, library: Library) -> BuildReport:
    """Build the index of the library and make it the current one; unchanged clauses are kept."""
    encoder = open_encoder(settings.embedding_model)
    now = datetime.now(ZoneInfo(settings.timezone))
    bank = load_bank(settings, library)
    return artefact.build(settings.index_folder, library, bank, encoder, now)


def is_current(settings: Settings, library: Library) -> bool:
    """Whether the index in use is whole and fits the library."""
    encoder = open_encoder(settings.embedding_model)
    try:
        artefact.load(settings.index_folder, library, load_bank(settings, library), encoder)
    except IndexMismatch:
        return False
    return True
