"""What an index is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from indexes.encoder import Encoder
from indexes.tokenizer import Tokenizer, default_tokenizer
from indexes.units import Unit, units_of
from knowledge.library import Library
from knowledge.question_bank import QuestionBank


@dataclass(frozen=True)
class Sources:
    """The documents, the questions of the bank, and what turns both into vectors and terms."""

    library: Library
    bank: QuestionBank
    encoder: Encoder
    tokenizer: Tokenizer = field(default_factory=default_tokenizer)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """What can be found."""
        return units_of(self.library, self.bank)
