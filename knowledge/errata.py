"""The faults of the documents on record (勘误): what is printed, what is wrong, how we read it.

One file per document, ``errata/<document id>.toml``, kept beside documents that are never changed.
Every answer that touches a material fault says so.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from knowledge.clause import ClauseRef, Quote
from knowledge.errors import UnreadableDocument
from knowledge.library import Library

_FOLDER = Path(__file__).parent / "errata"


class FaultKind(StrEnum):
    """What sort of fault it is."""

    MISPRINT = "misprint"  # a printed number or name that cannot be right
    DANGLING_REFERENCE = "dangling_reference"  # what it refers to does not exist
    WRONG_REFERENCE = "wrong_reference"  # it exists and says something else
    DISAGREEMENT = "disagreement"  # two places say different things
    AMBIGUITY = "ambiguity"  # the words can be read in more than one way
    UNDEFINED = "undefined"  # a figure or term is relied on and not given
    MISSING = "missing"  # a rule or piece that ought to be there is not
    GAP = "gap"  # a case between the rules
    PASTED = "pasted"  # words of another scheme's rule
    NUMBERING = "numbering"
    LAYOUT = "layout"
    TERMINOLOGY = "terminology"  # one thing under several names
    TYPO = "typo"


class Severity(StrEnum):
    """Whether an answer has to warn."""

    MATERIAL = "material"  # it can change an answer: warn
    NOTE = "note"  # worth knowing, changes no answer that the document gives
    COSMETIC = "cosmetic"  # a slip that changes nothing


class Topic(StrEnum):
    """What a fault matters for; the value is how staff call it."""

    PERSON_DAYS = "审核人日"
    EFFECTIVE_PERSONNEL = "有效人数"
    RISK = "风险等级"
    COMBINED_AUDIT = "结合审核"
    SAMPLING = "多场所抽样"
    APPLICATION = "申请条件"
    INITIAL_CERTIFICATION = "初次认证"
    SURVEILLANCE = "监督审核"
    RECERTIFICATION = "再认证"
    SPECIAL_AUDIT = "特殊审核"
    TRANSFER = "转换"
    AUDIT_TEAM = "审核组"
    AUDIT_REPORT = "审核报告"
    TERMINATION = "终止审核"
    NONCONFORMITY = "不符合"
    DECISION = "认证决定"
    VALIDITY = "证书有效期"
    SUSPENSION = "暂停"
    WITHDRAWAL = "撤销"
    CANCELLATION = "注销"
    RESTORATION = "恢复"
    REPORTING = "信息上报"
    NOTIFICATION = "信息通报"
    APPEALS = "申诉投诉"
    RETENTION = "保存期"
    FEES = "费用"
    DURATION = "认证周期"
    CLASSIFICATION = "业务范围分类"
    FORMS = "表单"
    REFERENCES = "引用文件"
    EDITION = "文件版本"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault is printed; ``says`` is what this place says where several disagree."""

    quote: Quote
    says: str


@dataclass(frozen=True, slots=True)
class Erratum:
    """One fault of one document.

    ``found_by`` is ``check:<name>`` where a check of :mod:`knowledge.checks` finds it by itself,
    ``reading`` where only a reader does. ``reading`` is how we take the words, ``why`` the reason.
    """

    id: str
    document: str
    kind: FaultKind
    severity: Severity
    found_by: str
    affects: tuple[Topic, ...]
    places: tuple[Place, ...]
    problem: str
    reading: str
    why: str

    @property
    def clauses(self) -> tuple[ClauseRef, ...]:
        """The clauses that it concerns, each once, in the order of the record."""
        return tuple(dict.fromkeys(place.quote.ref for place in self.places))

    @property
    def printed(self) -> tuple[Quote, ...]:
        """The words as printed, one quote per place."""
        return tuple(place.quote for place in self.places)

    @property
    def sides(self) -> tuple[Place, ...]:
        """The places that say different things; none where nothing is disputed."""
        return tuple(place for place in self.places if place.says)

    @property
    def is_material(self) -> bool:
        """Whether an answer that touches it has to warn."""
        return self.severity is Severity.MATERIAL

    @property
    def warning(self) -> str:
        """One Chinese sentence for whoever reads an answer."""
        return f"{self.problem}；本答复的读法：{self.reading}。"


class Errata:
    """All faults on record, by the clauses that they concern."""

    def __init__(self, library: Library, errata: Iterable[Erratum]) -> None:
        self._library = library
        self._errata = tuple(errata)
        self._by_clause: dict[ClauseRef, list[Erratum]] = defaultdict(list)
        for erratum in self._errata:
            for ref in erratum.clauses:
                self._by_clause[ref].append(erratum)

    def __iter__(self) -> Iterator[Erratum]:
        return iter(self._errata)

    def __len__(self) -> int:
        return len(self._errata)

    def of(self, ref: ClauseRef) -> tuple[Erratum, ...]:
        """The faults of a clause: those on it, then those on the clauses it stands under.

        A fault that is recorded on a clause concerns that clause and everything under it.
        """
        above = [clause.ref for clause in reversed(self._library.ancestors(ref))]
        return self._on([ref, *above])

    def within(self, ref: ClauseRef) -> tuple[Erratum, ...]:
        """The faults of a clause quoted whole: those of the clause and those under it."""
        under = [clause.ref for clause in self._library.descendants(ref)]
        return tuple(dict.fromkeys((*self.of(ref), *self._on(under))))

    def of_document(self, document_id: str) -> tuple[Erratum, ...]:
        """The faults of one document, in the order of its file."""
        self._library.document(document_id)
        return tuple(erratum for erratum in self._errata if erratum.document == document_id)

    def warnings(
        self, refs: Iterable[ClauseRef], topics: Iterable[Topic] | None = None
    ) -> tuple[str, ...]:
        """The warnings of the material faults of these clauses, each once.

        ``topics`` keeps those that matter for one of them; None keeps all.
        """
        wanted = None if topics is None else set(topics)
        found = dict.fromkeys(erratum for ref in refs for erratum in self.of(ref))
        return tuple(
            erratum.warning
            for erratum in found
            if erratum.is_material and (wanted is None or wanted & set(erratum.affects))
        )

    def _on(self, refs: Iterable[ClauseRef]) -> tuple[Erratum, ...]:
        return tuple(dict.fromkeys(e for ref in refs for e in self._by_clause.get(ref, ())))


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _PlaceEntry(_Entry):
    clause: str
    words: str
    says: str = ""


class _ErratumEntry(_Entry):
    id: str
    kind: FaultKind
    severity: Severity
    found_by: Annotated[str, Field(pattern=r"^(reading|check:[a-z_]+)$")]
    affects: tuple[Topic, ...]
    places: Annotated[tuple[_PlaceEntry, ...], Field(min_length=1)]
    problem: Annotated[str, Field(min_length=1)]
    reading: Annotated[str, Field(min_length=1)]
    why: Annotated[str, Field(min_length=1)]


class _ErrataFile(_Entry):
    errata: tuple[_ErratumEntry, ...]


def load_errata(library: Library, folder: Path = _FOLDER) -> Errata:
    """Read the faults of every document that has a file of them.

    Raises UnreadableDocument where a file is wrong, UnknownClause and QuoteNotFound where an entry
    names a clause or words that are not in the document.
    """
    errata: list[Erratum] = []
    for document in library.documents:
        file = folder / f"{document.id}.toml"
        if file.exists():
            errata += [_erratum(library, document.id, entry) for entry in _read(file)]
    ids = [erratum.id for erratum in errata]
    twice = sorted({name for name in ids if ids.count(name) > 1})
    if twice:
        raise UnreadableDocument(str(folder), f"勘误编号重复：{'、'.join(twice)}")
    return Errata(library, errata)


def _read(file: Path) -> tuple[_ErratumEntry, ...]:
    try:
        return _ErrataFile.model_validate(tomllib.loads(file.read_text("utf-8"))).errata
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise UnreadableDocument(str(file), f"勘误有误（{error}）") from error


def _erratum(library: Library, document: str, entry: _ErratumEntry) -> Erratum:
    places = tuple(
        Place(library.quote(ClauseRef(document, place.clause), place.words), place.says)
        for place in entry.places
    )
    facts = {name: getattr(entry, name) for name in _ErratumEntry.model_fields if name != "places"}
    return Erratum(document=document, places=places, **facts)
