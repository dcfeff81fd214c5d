"""Answers about registered certificates: by what is due, or by a calculator fed from the register.

What the question says itself wins over what the register knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot import wording
from bot.assistant.answer import Answer, AnswerKind, Clarification, Option, Question
from bot.assistant.answering import Answering
from bot.assistant.calculated import CalculatedAnswers
from bot.assistant.clauses import ClauseAnswers
from bot.assistant.composing import joined
from bot.assistant.registered import CertificateLookup, Mentioned, RegisteredCertificate
from bot.assistant.scope import Scope
from bot.assistant.understanding import Understanding
from bot.assistant.understanding.cues import Cues
from calculators.calculation import Calculation
from calculators.deadline_terms import deadline_terms
from calculators.obligations.obligation import Obligation, State

Clients = Sequence[tuple[RegisteredCertificate, ...]]
"""The certificates of each client that a name may mean."""

_MOST_SHOWN = 8
_MOST_OPTIONS = 10
_OF_A_SIZE = frozenset({"person_days", "days", "sampling", "fee", "amount"})
_OF_SOMETHING_ELSE = _OF_A_SIZE | {"rule", "list", "conflict"}


@dataclass(frozen=True, slots=True)
class CertificateAnswers:
    """Answers where a question, or one asked before it, names a certificate."""

    answering: Answering
    calculated: CalculatedAnswers
    clauses: ClauseAnswers
    lookup: CertificateLookup
    cues: Cues

    def without_names(self, question: Question) -> tuple[Question, Clients]:
        """The question without the names of certificates, and what the last name said means."""
        texts, named = [], None
        for text in (*question.before, question.text):
            mentioned = self.lookup.mentioned(text, question.today)
            named = mentioned[-1] if mentioned else named
            texts.append(_blanked(text, mentioned))
        nameless = replace(question, before=tuple(texts[:-1]), text=texts[-1])
        return nameless, _clients(named, question.scheme)

    def answer(self, asked: Understanding, question: Question, clients: Clients) -> Answer:
        """The answer to a question whose names are taken out, about one of these clients."""
        if len(clients) > 1:
            return _which(clients)
        (certificates,) = clients
        meant = [each for each in certificates if each.document in asked.schemes.ours]
        return self._about(asked, question, meant or certificates)

    def _about(
        self, asked: Understanding, question: Question, of: Sequence[RegisteredCertificate]
    ) -> Answer:
        answers = [self._one(asked, question, each) for each in of]
        computed = [each for each in answers if each.calculations]
        known = "\n".join(wording.by_register(each.label, each.known) for each in of)
        if len(computed) > 1:
            results = [result for each in computed for result in each.calculations]
            together = self.answering.calculation(asked, results)
        else:
            together = computed[0] if computed else answers[0]
        return replace(together, text=joined(together.text, known))

    def _one(
        self, asked: Understanding, question: Question, certificate: RegisteredCertificate
    ) -> Answer:
        due = list(self._due(asked, certificate))
        if due:
            return self.answering.calculation(asked, due)
        scope = Scope((certificate.document,))
        completed = self._completed(asked, certificate)
        answer = None
        if self.calculated.is_for_us(completed, scope):
            answer = self.calculated.answer(completed, question, scope)
        return answer or self.clauses.by_words(completed, scope)

    def _due(
        self, asked: Understanding, certificate: RegisteredCertificate
    ) -> Iterator[Calculation]:
        """The obligations that are asked for, where no other day is named."""
        open_ones = [each for each in certificate.obligations if each.state is not State.MET]
        if asked.exact_dates or asked.amounts.headcounts:
            return
        if asked.topics and self._is_about_a_day(asked):
            yield from (each.calculation for each in _first_of_topics(asked.topics, open_ones))
        elif not asked.topics and self.cues.holds("register", "standing", asked.words):
            dated = [each for each in open_ones if each.due]
            yield from (each.calculation for each in dated[:_MOST_SHOWN])

    def _is_about_a_day(self, asked: Understanding) -> bool:
        """Whether this certificate's day is wanted, and not the length of the period."""
        if "when" in asked.intents:
            return True
        if asked.intents & _OF_SOMETHING_ELSE:
            return False
        return not self.cues.holds("register", "period", asked.words)

    def _completed(self, asked: Understanding, certificate: RegisteredCertificate) -> Understanding:
        """The question with what the register knows and it does not say."""
        if self._is_about_a_day(asked):
            asked = replace(asked, registered=certificate.days)
        if asked.intents.isdisjoint(_OF_A_SIZE):
            return asked
        amounts = asked.amounts
        if certificate.headcount and not (amounts.headcounts or amounts.part_time):
            amounts = replace(amounts, headcounts=(certificate.headcount,))
        if certificate.sites and not amounts.site_counts:
            amounts = replace(amounts, site_counts=(certificate.sites,))
        risks = asked.risks or ((certificate.risk.value,) if certificate.risk else ())
        return replace(asked, amounts=amounts, risks=risks)


def _first_of_topics(topics: Sequence[str], among: Sequence[Obligation]) -> list[Obligation]:
    """The obligation of the first topic that has one, the one that is due first."""
    for wanted in (*topics, *_standing_for(topics)):
        if found := [each for each in among if each.topic == wanted]:
            return found[:1]
    return []


def _standing_for(topics: Sequence[str]) -> Iterator[str]:
    """Which surveillance is the next one only the register knows."""
    for term in deadline_terms().topics.values():
        if not set(topics).isdisjoint(term.one_of):
            yield from term.one_of


def _clients(named: Mentioned | None, scheme: str | None) -> Clients:
    """The certificates of each client that is meant; those of the channel's scheme where any."""
    clients = list(named.certificates) if named else []
    of_scheme = [tuple(each for each in one if each.document == scheme) for one in clients]
    return [one for one in of_scheme if one] or clients


def _which(clients: Clients) -> Answer:
    """The name fits several clients: one of them is to be chosen."""
    certificates = [each for one in clients for each in one][:_MOST_OPTIONS]
    options = tuple(Option("certificate", each.label, each.label) for each in certificates)
    labels = [option.label for option in options]
    prompt = wording.which_certificate(labels)
    asking = Clarification(("certificate",), prompt, options)
    return Answer(AnswerKind.CLARIFICATION, prompt, clarification=asking)


def _blanked(text: str, mentioned: Sequence[Mentioned]) -> str:
    """The text without the names: a name may hold words that mean something else."""
    signs = list(text)
    for each in mentioned:
        signs[each.start : each.end] = " " * (each.end - each.start)
    return "".join(signs)
