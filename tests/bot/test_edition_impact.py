from __future__ import annotations

from pathlib import Path

import pytest

from bot.edition_impact import Fate, Impact, impact_of
from knowledge import Library
from knowledge.candidate import Candidate
from knowledge.editions import Edition, compare
from knowledge.errata import load_errata
from knowledge.question_bank import QuestionBank

SUSPENSION = "暂停期限最长不得超过6个月"
RATIO = "监督人日为初审的 1/3"


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load()


def _impact(library: Library, folder: Path, *changes: tuple[str, str]) -> Impact:
    text = library.source("TB-GZ-036")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / "new.txt").write_text(text, "utf-8")
    held = library.document("TB-GZ-036")
    candidate = Candidate.of_file(folder / "new.txt", held.reader)
    new_edition = Edition(candidate.library, candidate.document)
    comparison = compare(Edition(library, held), new_edition)
    return impact_of(comparison, load_errata(library), QuestionBank.load(library))


def test_same_edition_hits_nothing(library: Library, tmp_path: Path) -> None:
    assert _impact(library, tmp_path) == Impact((), (), ())


def test_changed_words_hit_the_rules_that_quote_them(library: Library, tmp_path: Path) -> None:
    hits = _impact(library, tmp_path, (RATIO, "监督人日为初审的 40%")).rules
    assert [(hit.entry, hit.clause, hit.fate, hit.number) for hit in hits] == [
        ("person_days.toml ratio.surveillance", "附录A 注⑤", Fate.REWORDED, "附录A 注⑤")
    ]
    assert "监督人日为初审的 40%" in hits[0].now


def test_changed_words_hit_errata_and_questions_of_their_clause(
    library: Library, tmp_path: Path
) -> None:
    impact = _impact(library, tmp_path, (SUSPENSION, "暂停期限最长不得超过3个月"))
    assert {hit.clause for hit in impact.errata} == {"10.3.1 末段"}
    (asked,) = impact.questions
    assert (asked.clause, asked.number, asked.reworded) == ("10.3.1 末段", "10.3.1 末段", True)
    assert asked.questions


def test_renumbered_clause_keeps_its_words_and_only_its_number_is_hit(
    library: Library, tmp_path: Path
) -> None:
    impact = _impact(library, tmp_path, ("⑤ 监督人日", "⑥ 监督人日"))
    (hit,) = (hit for hit in impact.rules if hit.entry == "person_days.toml ratio.surveillance")
    assert (hit.fate, hit.number) == (Fate.MOVED, "附录A 注⑥")


def test_removed_clause_is_the_gravest(library: Library, tmp_path: Path) -> None:
    whole = library.source("TB-GZ-036")
    start = whole.index("TB可根据暂停的原因")
    paragraph = whole[start : whole.index("\n", start)]
    impact = _impact(library, tmp_path, (paragraph, ""), (RATIO, "监督人日为初审的 40%"))
    fates = [hit.fate for hit in impact.rules]
    assert fates == sorted(fates, key=list(Fate).index)
    assert fates[0] is Fate.REMOVED
    assert impact.rules[0].number == impact.rules[0].now == ""
    assert "" in {asked.number for asked in impact.questions}
