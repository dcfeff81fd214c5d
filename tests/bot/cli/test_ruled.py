"""Rulings of the technical department beside what `clausebot ask` answers."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest

from bot.cli.main import FINE, run
from bot.slack.rulings import Ruling, text_hash
from bot.store.database import Database
from bot.store.rulings import StoredRulings
from bot.store.upgrading import upgrade
from knowledge.clause import ClauseRef
from knowledge.library import Library
from tests.fakes.clock import Clock

ROUNDING = ClauseRef("TB-GZ-036", "5.4.4 2)")
ASKED = "腾标 5.4.4 2)"


@pytest.fixture(scope="module")
def library() -> Library:
    return Library.load()


@pytest.fixture(autouse=True)
def file(shared_index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the database is, once there is one."""
    monkeypatch.setenv("CLAUSEBOT_INDEX_FOLDER", str(shared_index))
    monkeypatch.setenv("CLAUSEBOT_DATABASE_URL", f"sqlite:///{tmp_path}/kept here/clausebot.db")
    return tmp_path / "kept here" / "clausebot.db"


def rule(file: Path, library: Library, text_hash: str) -> StoredRulings:
    database = Database(f"sqlite:///{file}")
    upgrade(database)
    rulings = StoredRulings(database, Clock())
    day = date(2026, 11, 24)
    rulings.make(Ruling(ROUNDING, text_hash, "零头按半天算。", "修约怎么算", "U1", "张总", day))
    return rulings


def asked(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    assert run(["ask", *options, ASKED]) == FINE
    return capsys.readouterr().out


def test_ruling_in_force_stands_below_the_answer(
    file: Path, library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    rule(file, library, text_hash(ROUNDING, library))
    ruled = "技术部核定 5.4.4 2)（张总，2026-11-24，就“修约怎么算”）：零头按半天算。"
    assert asked(capsys).rstrip().endswith(ruled)
    (ruling,) = json.loads(asked(capsys, "--json"))["rulings"]
    assert (ruling["clause"], ruling["in_force"]) == ("5.4.4 2)", True)
    assert ruling["words"] == "零头按半天算。"


def test_ruling_on_other_words_only_says_that_it_is_void(
    file: Path, library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    rule(file, library, "of the clause as it read before")
    text = asked(capsys)
    assert "⚠️ 张总 2026-11-24 对 5.4.4 2) 的核定已失效" in text
    assert "零头按半天算" not in text
    (ruling,) = json.loads(asked(capsys, "--json"))["rulings"]
    assert (ruling["in_force"], ruling["words"]) == (False, "")


def test_rulings_are_beside_each_line(
    file: Path,
    library: Library,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rule(file, library, text_hash(ROUNDING, library))
    lines = [json.dumps({"q": words}) for words in (ASKED, "腾标 6.2.2")]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines)))
    assert run(["ask", "--jsonl"]) == FINE
    ruled, other = map(json.loads, capsys.readouterr().out.splitlines())
    assert len(ruled["rulings"]) == 1
    assert "rulings" not in other


def test_withdrawn_ruling_is_not_shown(
    file: Path, library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    rule(file, library, text_hash(ROUNDING, library)).withdraw([1], "U1")
    assert "核定" not in asked(capsys)


def test_no_database_is_made_by_asking(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "rulings" not in json.loads(asked(capsys, "--json"))
    assert not file.parent.exists()


@pytest.mark.parametrize("content", [b"", b"no database at all"])
def test_database_that_cannot_be_read_keeps_nobody_from_the_answer(
    file: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    assert asked(capsys).startswith("> 2) 每次审核的审核时间确定过程应形成记录")


def test_server_that_does_not_answer_keeps_nobody_from_the_answer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CLAUSEBOT_DATABASE_URL", "postgresql+psycopg://nobody@127.0.0.1:1/none")
    assert asked(capsys).startswith("> 2) 每次审核的审核时间确定过程应形成记录")
