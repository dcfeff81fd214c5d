"""Puts the parts together: from settings to an assistant that can answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.assistant.about_certificates import CertificateAnswers
from bot.assistant.answering import Answering
from bot.assistant.assistant import Assistant
from bot.assistant.calculated import CalculatedAnswers
from bot.assistant.clauses import ClauseAnswers
from bot.assistant.comparing import Comparing
from bot.assistant.conclusions import Conclusions
from bot.assistant.confidence import Confidence
from bot.assistant.evidence import Evidence
from bot.assistant.registered import CertificateLookup, NoCertificates
from bot.assistant.retrieval import ClauseSearch
from bot.assistant.routes import Routes
from bot.assistant.rulebooks import Rulebooks
from bot.assistant.understanding import QuestionReader
from bot.assistant.understanding.cues import bundled_cues
from bot.assistant.understanding.schemes import SchemeFinder
from bot.assistant.understanding.topics import bundled_topics
from bot.settings import Settings
from indexes.encoder import open_encoder
from indexes.reranked_search import RerankedSearch
from indexes.reranker import CrossEncoderReranker
from indexes.search import Search
from indexes.units import units_of
from knowledge.errata import load_errata
from knowledge.glossary import Glossary
from knowledge.library import Library
from knowledge.question_bank import QuestionBank


def question_reader(library: Library) -> QuestionReader:
    """A reader that knows the schemes of the library by all their names."""
    cues = bundled_cues()
    names = [name for document in library.documents for name in document.aliases]
    # A name with digits in it is never mended: another number is another scheme.
    mendable = [name for name in names if name.isalpha() or not name.isascii()]
    glossary = Glossary.load(names=mendable)
    return QuestionReader(glossary, cues, bundled_topics(), SchemeFinder(library.documents, cues))


def assistant_over(
    library: Library, search: ClauseSearch, certificates: CertificateLookup | None = None
) -> Assistant:
    """An assistant that answers from this library with this search, and of these certificates."""
    answering = Answering(library, Evidence(library), load_errata(library))
    rulebooks = Rulebooks.load(library)
    conclusions = Conclusions(
        library, rulebooks.status, rulebooks.classification, rulebooks.deadlines, bundled_cues()
    )
    calculated = CalculatedAnswers(answering, Routes.over(rulebooks))
    clauses = ClauseAnswers(answering, search, Confidence.load(), conclusions)
    lookup = certificates or NoCertificates()
    return Assistant(
        question_reader(library),
        answering,
        Comparing(answering, rulebooks, bundled_cues()),
        calculated,
        clauses,
        CertificateAnswers(answering, calculated, clauses, lookup, bundled_cues()),
    )


def load_library(settings: Settings) -> Library:
    """The bundled documents and those that staff added."""
    return Library.load(extra=settings.documents_folder)


def load_bank(settings: Settings, library: Library) -> QuestionBank:
    """The bundled questions and those that staff took into the bank."""
    return QuestionBank.load(library, extra=settings.documents_folder / "questions")


def load_assistant(
    settings: Settings,
    library: Library | None = None,
    certificates: CertificateLookup | None = None,
) -> Assistant:
    """The assistant over the library, by default that of the settings, and their index.

    ``certificates`` are those that questions may be about. IndexMismatch where the index is
    missing, stale or damaged; UnreadableModel where a model is.
    """
    library = library or load_library(settings)
    return assistant_over(library, _search(settings, library), certificates)


def _search(settings: Settings, library: Library) -> ClauseSearch:
    """The search of the settings, with a reranker where one is set."""
    encoder = open_encoder(settings.embedding_model)
    bank = load_bank(settings, library)
    search = Search.load(settings.index_folder, library, encoder, bank)
    if not settings.reranker_model:
        return search
    reranker = CrossEncoderReranker(settings.reranker_model)
    return RerankedSearch(search, reranker, units_of(library, bank))


def clock(settings: Settings) -> Callable[[], date]:
    """What day it is where the staff are; the only place that looks at a clock for that."""
    zone = ZoneInfo(settings.timezone)
    return lambda: datetime.now(zone).date()
