"""The faults on record: verbatim, found by clause, and said in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import ClauseRef, Library
from knowledge.errata import Errata, Erratum, FaultKind, Severity, Topic, load_errata
from knowledge.errors import QuoteNotFound, UnknownClause, UnreadableDocument
from knowledge.verbatim import compact

ENTRY = """
[[errata]]
id = "TB-example"
kind = "typo"
severity = "cosmetic"
found_by = "reading"
affects = ["暂停"]
places = [{ clause = "10.3.1 12)", words = "主动请求暂停的" }]
problem = "举例"
reading = "不影响内容"
why = "举例"
"""


@pytest.fixture(scope="module")
def errata(library: Library) -> Errata:
    return load_errata(library)


def _one(errata: Errata, name: str) -> Erratum:
    return next(erratum for erratum in errata if erratum.id == name)


def _ids(found: tuple[Erratum, ...]) -> set[str]:
    return {erratum.id for erratum in found}


def test_every_document_has_faults_on_record(library: Library, errata: Errata) -> None:
    assert all(errata.of_document(document.id) for document in library.documents)


def test_words_of_every_fault_are_verbatim(library: Library, errata: Errata) -> None:
    for erratum in errata:
        assert all(library.holds(quote) for quote in erratum.printed)


def test_words_stand_in_the_smallest_clause_that_holds_them(
    library: Library, errata: Errata
) -> None:
    for erratum in errata:
        for quote in erratum.printed:
            assert compact(quote.text) in compact(library.quote(quote.ref).text), erratum.id


def test_warning_is_one_sentence_of_problem_and_reading(errata: Errata) -> None:
    for erratum in errata:
        assert erratum.warning.endswith(f"{erratum.reading}。")
        assert "。" not in erratum.problem + erratum.reading


def test_disagreement_over_places_has_the_words_of_each_side(errata: Errata) -> None:
    for erratum in errata:
        if erratum.kind is FaultKind.DISAGREEMENT and len(erratum.clauses) > 1:
            assert len({side.says for side in erratum.sides}) > 1, erratum.id


def test_result_reporting_has_both_deadlines_as_sides(errata: Errata) -> None:
    sides = _one(errata, "TB-result-reporting").sides
    assert [(side.quote.ref.number, side.says) for side in sides] == [
        ("9.4.4 6)", "颁证后 30 个工作日内"),
        ("12.3 1)", "颁证次月 10 日前"),
    ]


@pytest.mark.parametrize("band", ["2451～4350", "2676～3450", "2026～2675"])
def test_misprinted_band_concerns_the_bands_that_it_overlaps(errata: Errata, band: str) -> None:
    found = errata.of(ClauseRef("RLAC-CSSMS", f"附录B {band}"))
    assert "RLAC-band-2451" in _ids(found)


def test_band_beside_the_misprint_has_no_material_fault(errata: Errata) -> None:
    assert errata.warnings([ClauseRef("RLAC-CSSMS", "附录B 66～85")]) == ()


def test_fault_of_a_clause_concerns_its_items(errata: Errata) -> None:
    assert "TB-termination-of-audit" in _ids(errata.of(ClauseRef("TB-GZ-036", "5.5.3 2)")))


def test_fault_of_an_item_does_not_concern_its_siblings(errata: Errata) -> None:
    assert "TB-reference-10.4.1" not in _ids(errata.of(ClauseRef("TB-GZ-036", "6.1.1 1)")))


def test_clause_quoted_whole_has_the_faults_of_its_items(errata: Errata) -> None:
    assert "TB-reference-10.4.1" in _ids(errata.within(ClauseRef("TB-GZ-036", "6.1.1")))


def test_warnings_are_of_material_faults_each_once(errata: Errata) -> None:
    refs = [ClauseRef("TB-GZ-036", "9.4.4 6)"), ClauseRef("TB-GZ-036", "12.3 1)")]
    material = _one(errata, "TB-result-reporting")
    cosmetic = _one(errata, "TB-stray-words")
    assert errata.warnings(refs) == (material.warning,)
    assert cosmetic in errata.of(refs[1])
    assert cosmetic.severity is Severity.COSMETIC


def test_warnings_keep_to_the_topics_asked_for(errata: Errata) -> None:
    ref = ClauseRef("TB-GZ-036", "5.4.4 2)")
    about_risk = errata.warnings([ref], [Topic.RISK])
    assert _one(errata, "TB-reduction-cap-and-risk").warning in about_risk
    assert _one(errata, "TB-rounding-tie").warning not in about_risk


def test_document_without_a_file_has_no_faults(library: Library, tmp_path: Path) -> None:
    assert len(load_errata(library, tmp_path)) == 0


def test_words_that_are_not_printed_are_refused(library: Library, tmp_path: Path) -> None:
    (tmp_path / "TB-GZ-036.toml").write_text(ENTRY.replace("主动", "被动"), "utf-8")
    with pytest.raises(QuoteNotFound, match="被动请求暂停的"):
        load_errata(library, tmp_path)


def test_clause_that_does_not_exist_is_refused(library: Library, tmp_path: Path) -> None:
    (tmp_path / "TB-GZ-036.toml").write_text(ENTRY.replace("10.3.1 12)", "10.9"), "utf-8")
    with pytest.raises(UnknownClause, match=r"10\.9"):
        load_errata(library, tmp_path)


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        (ENTRY.replace('kind = "typo"', 'kind = "slip"'), "kind"),
        (ENTRY.replace('"暂停"', '"停证"'), "affects"),
        (ENTRY.replace('"reading"', '"guess"'), "found_by"),
        (ENTRY + 'comment = "多余"', "comment"),
        (ENTRY + ENTRY, "TB-example"),
    ],
)
def test_wrong_entry_is_refused_with_its_name(
    library: Library, tmp_path: Path, wrong: str, named: str
) -> None:
    (tmp_path / "TB-GZ-036.toml").write_text(wrong, "utf-8")
    with pytest.raises(UnreadableDocument, match=named):
        load_errata(library, tmp_path)
