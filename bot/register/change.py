"""What can be changed in the register; each change is kept as one or more entries."""

from __future__ import annotations

from dataclasses import dataclass

from bot.register.record import NewEvent, Particulars


@dataclass(frozen=True, slots=True)
class NewCertificate:
    """A certificate that was not registered; its organization is made where the name is new."""

    organization: str
    particulars: Particulars
    events: tuple[NewEvent, ...] = ()
    short_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """Other particulars of the certificate with this id, from now on."""

    id: int
    particulars: Particulars
    note: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something more that happened to the certificate with this id."""

    id: int
    event: NewEvent


@dataclass(frozen=True, slots=True)
class Replacement:
    """The event with this number as it really was; None where it never happened."""

    id: int
    number: int
    event: NewEvent | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ShortNames:
    """What else staff call the organization of the certificate with this id."""

    id: int
    short_names: tuple[str, ...]


Change = NewCertificate | Correction | Happening | Replacement | ShortNames
