"""The assistant: understand a question, route it, compose the answer. It knows nothing of Slack."""

from __future__ import annotations

from dataclasses import dataclass

from bot import wording
from bot.assistant.about_certificates import CertificateAnswers
from bot.assistant.answer import Answer, AnswerKind, Question
from bot.assistant.answering import Answering
from bot.assistant.calculated import CalculatedAnswers
from bot.assistant.clauses import ClauseAnswers
from bot.assistant.comparing import Comparing
from bot.assistant.confidence import Signals
from bot.assistant.scope import Scope, scope_of
from bot.assistant.understanding import QuestionReader, Understanding
from bot.assistant.understanding.continuing import read_conversation
from bot.assistant.understanding.dates import find_impossible_date
from knowledge.errors import OutOfRange

LONGEST_QUESTION = 2000


@dataclass(frozen=True, slots=True)
class Assistant:
    """Answers questions; what it says is computed or quoted, never made up."""

    reader: QuestionReader
    answering: Answering
    comparing: Comparing
    calculated: CalculatedAnswers
    clauses: ClauseAnswers
    certificates: CertificateAnswers

    def answer(self, question: Question) -> Answer:
        """The answer to a question.

        UnknownDocument where the question's scheme is none of ours; every other difficulty is
        an answer of its own kind.
        """
        if question.scheme is not None:
            self.answering.library.document(question.scheme)
        if refusal := _unreadable(question.text):
            return Answer(AnswerKind.NO_ANSWER, refusal)
        question, clients = self.certificates.without_names(question)
        asked = read_conversation(self.reader, question)
        if not (asked.has_words or clients):
            return Answer(AnswerKind.NO_ANSWER, wording.NO_WORDS)
        if "small_talk" in asked.intents:
            return Answer(AnswerKind.NO_ANSWER, wording.GREETING)
        if impossible := find_impossible_date(asked.text.typed):
            return Answer(AnswerKind.NO_ANSWER, wording.impossible_date(impossible))
        try:
            if clients:
                return self.certificates.answer(asked, question, clients)
            scope = scope_of(asked, question, self.answering.library)
            return self._answer(asked, question, scope)
        except OutOfRange as error:
            return Answer(AnswerKind.NO_ANSWER, str(error))

    def signals(self, question: Question) -> Signals | None:
        """What the decision between an answer and silence rests on, for measuring it."""
        asked = self.reader.read(question.text, question.today)
        scope = scope_of(asked, question, self.answering.library)
        return self.clauses.signals(asked, scope)

    def _answer(self, asked: Understanding, question: Question, scope: Scope) -> Answer:
        if self.clauses.names_a_clause(asked, scope):
            return self.clauses.by_number(asked, scope)
        if self.comparing.applies(asked, scope):
            compared = self.comparing.answer(asked, scope)
            if compared is not None:
                return compared
        if self.calculated.is_for_us(asked, scope):
            answer = self.calculated.answer(asked, question, scope)
            if answer is not None:
                return answer
        return self.clauses.by_words(asked, scope)


def _unreadable(text: str) -> str | None:
    if not text.strip():
        return wording.EMPTY_QUESTION
    if len(text) > LONGEST_QUESTION:
        return wording.question_too_long(len(text), LONGEST_QUESTION)
    return None
