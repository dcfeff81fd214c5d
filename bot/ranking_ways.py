"""How well clauses are ranked in each way: by words, by meaning, by both, and without the bank.

Only the ranking is measured: whether the documents answer at all is not decided here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.assistant.evidence import Evidence
from bot.assistant.scope import scope_of
from bot.assistant.understanding import QuestionReader
from bot.evaluation import LONGEST, QUOTED, Asked
from indexes import artefact
from indexes.artefact import Artefact
from indexes.encoder import Encoder
from indexes.evaluation import AskedQuestion, Evaluation, compare, evaluate
from indexes.search import Hit, Search
from knowledge.clause import Quote
from knowledge.library import Library
from knowledge.question_bank import QuestionBank
from knowledge.verbatim import compact

WITHOUT_BANK = "without_bank"


@dataclass(frozen=True, slots=True)
class RankingWays:
    """Asks the questions of a library whose index is ``loaded`` in every way of ranking."""

    library: Library
    reader: QuestionReader
    loaded: Artefact
    encoder: Encoder

    def compare(self, questions: Iterable[Asked]) -> dict[str, Evaluation]:
        """The figures of each way; empty where clauses answer none of the questions.

        ``without_bank`` is the fused ranking over an index without a single bank question; the
        embedding model stays the same.
        """
        asked = [self._narrowed(each) for each in questions if each.kind in QUOTED]
        if not asked:
            return {}
        ways = compare(lambda weights: Search(self.loaded, self.encoder, weights), asked)
        bare = artefact.in_memory(self.library, QuestionBank({}), self.encoder)
        return ways | {WITHOUT_BANK: evaluate(Search(bare, self.encoder), asked)}

    def _narrowed(self, asked: Asked) -> AskedQuestion:
        """The question in the words and over the documents in which the assistant searches."""
        read = self.reader.read(asked.question.text, asked.question.today)
        documents = scope_of(read, asked.question, self.library).documents
        return AskedQuestion(
            read.search_text, documents or None, asked.kind, _judge(asked, Evidence(self.library))
        )


def _judge(asked: Asked, evidence: Evidence) -> Callable[[Hit], bool]:
    """Right is the clause, or the list, whose quote answers."""
    quoted, enough = evidence.clause, any
    if asked.kind == "list":
        quoted, enough = evidence.whole_list, all
    phrases = asked.any_of or asked.all_of

    def is_right(hit: Hit) -> bool:
        words = _words(quoted(hit.ref), asked)
        return enough(phrase in words for phrase in phrases)

    return is_right


def _words(quote: Quote, asked: Asked) -> str:
    """The words that can be right: none of another document, none of a whole page."""
    words = compact(quote.text)
    fits = quote.ref.document in asked.documents and len(words) <= LONGEST[asked.kind]
    return words if fits else ""
