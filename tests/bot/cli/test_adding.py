"""`documents add` and `remove`, from a file to an answer and back."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pytest

from bot.cli.main import COULD_NOT, FINE, run
from bot.settings import Settings
from knowledge import Library
from tests.fakes.clause_words import ADDED
from tests.fakes.pdf_file import pdf_file

FILE = str(ADDED / "articles.txt")
OPTIONS = ("--id", "YL-1", "--title", "养老认证细则", "--aliases", "养老认证，养老机构认证")


@pytest.fixture(autouse=True)
def own_folders(shared_index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(shared_index, tmp_path / "index")
    monkeypatch.setenv("CLAUSEBOT_INDEX_FOLDER", str(tmp_path / "index"))
    monkeypatch.setenv("CLAUSEBOT_DOCUMENTS_FOLDER", str(tmp_path / "added"))


def _outcome(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(arguments)
    out, err = capsys.readouterr()
    return code, out, err


def _type(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def _ids() -> list[str]:
    library = Library.load(extra=Settings().documents_folder)
    return [document.id for document in library.documents][5:]


def _files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_added_document_answers_at_once_and_is_gone_when_removed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert _outcome(capsys, "documents", "add", FILE, *OPTIONS, "--yes")[0] == FINE
    _, out, _ = _outcome(capsys, "ask", "--json", "养老认证停证最长多久")
    body = json.loads(out)
    assert body["kind"] == "clauses"
    assert body["citations"][0]["document"] == "YL-1"
    assert any("暂停期不超过三个月" in each["quote"] for each in body["citations"])
    assert _outcome(capsys, "ask", "YL-1 第十六条")[1].startswith("> 第十六条 证书有效期为四年。")
    assert _outcome(capsys, "documents", "remove", "YL-1", "--yes")[0] == FINE
    assert "没有文件 YL-1" in _outcome(capsys, "ask", "--scheme", "YL-1", "停证最长多久")[2]
    assert _outcome(capsys, "ask", "TB 5.4.5")[0] == FINE


def test_aliases_may_be_given_one_by_one(capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--id", "YL-1", "--alias", "养老认证", "--alias", "颐养,敬老")
    _, out, _ = _outcome(capsys, "documents", "add", FILE, *options, "--yes")
    assert "叫法：养老认证、颐养、敬老、YL-1、" in out


def test_only_the_new_clauses_are_embedded(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = _outcome(capsys, "documents", "add", FILE, *OPTIONS, "--yes")
    assert "索引已更新：新算 62 条，沿用" in out
    _, out, _ = _outcome(capsys, "index", "build")
    assert "新算 0 条" in out


def test_tree_and_doubts_are_shown_before_anything_is_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, out, _ = _outcome(capsys, "documents", "add", FILE, "--yes")
    assert out.startswith("articles.txt：读出 75 条。\n")
    assert "    第四条　申请服务认证的养老机构应当具备下列条件：（下有 6 条）\n" in out
    assert "请留意：\n  · 期限：" in out


def test_what_the_document_says_of_itself_is_taken_where_nothing_is_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _outcome(capsys, "documents", "add", FILE, "--yes")
    (document,) = Library.load(extra=Settings().documents_folder).documents[5:]
    assert (document.id, document.short, document.version) == ("SL-YL-01", "养老机构服务", "A/1")
    assert document.aliases[-2:] == ("山岭认证", "SL-YL-01")
    assert document.body_aliases == ("山岭认证",)


def test_person_is_asked_and_the_proposal_is_taken_for_an_empty_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _type(monkeypatch, "", "养老认证细则", "养老认证, 养老", "y")
    code, out, _ = _outcome(capsys, "documents", "add", FILE)
    assert code == FINE
    assert "文件编号 [SL-YL-01]: 文件名称 [养老机构服务认证实施细则]: 同事怎么叫它" in out
    assert "已收录 SL-YL-01《养老认证细则》，叫法：养老认证、养老、SL-YL-01、养老认证细则。" in out


@pytest.mark.parametrize("typed", [("",), ("", "", "", "n")])
def test_person_who_stops_or_says_no_adds_nothing(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    typed: tuple[str, ...],
) -> None:
    _type(monkeypatch, *typed)
    code, _, err = _outcome(capsys, "documents", "add", FILE)
    assert (code, err) == (COULD_NOT, "已中断。\n")
    assert not (tmp_path / "added").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("nowhere.txt",), "没有这个文件"),
        ((FILE, "--id", "养老"), "不能用“养老”：编号只能用字母"),
        ((FILE, "--id", "TB-GZ-036"), "已有这个编号的文件"),
        ((FILE, "--aliases", "网安联"), "不能用“网安联”：已是 WAL-QP-21 的叫法"),
        ((FILE, "--weak-aliases", "CSSMS"), "已是 RLAC-CSSMS 的叫法"),
    ],
)
def test_what_cannot_be_added_is_said_in_one_sentence_and_leaves_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    before = _files(tmp_path)
    code, _, err = _outcome(capsys, "documents", "add", *arguments, "--yes")
    assert code == COULD_NOT
    assert sentence in err
    assert err.count("\n") == 1
    assert _files(tmp_path) == before


def test_scan_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    scan = pdf_file([[], []], tmp_path / "扫描件.pdf")
    code, out, err = _outcome(capsys, "documents", "add", str(scan), "--yes")
    assert (code, out) == (COULD_NOT, "")
    assert "没有文字层" in err


def test_text_that_is_held_already_is_refused_with_its_id(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _outcome(capsys, "documents", "add", FILE, *OPTIONS, "--yes")
    code, _, err = _outcome(capsys, "documents", "add", FILE, "--id", "B-1", "--yes")
    assert (code, err) == (COULD_NOT, "这份文件已经收录，编号是 YL-1。\n")
    assert _ids() == ["YL-1"]


def test_index_that_cannot_be_built_leaves_the_documents_as_they_were(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("CLAUSEBOT_INDEX_FOLDER", str(tmp_path / "file" / "index"))
    assert _outcome(capsys, "documents", "add", FILE, "--yes")[0] == COULD_NOT
    assert _ids() == []
    assert [path for path in _files(tmp_path) if path.startswith("added")] == []


def test_bundled_document_cannot_be_removed(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = _outcome(capsys, "documents", "remove", "TB-GZ-036", "--yes")
    assert (code, err) == (COULD_NOT, "TB-GZ-036 是自带的文件，不能删去。\n")


def test_removing_asks_first(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _outcome(capsys, "documents", "add", FILE, *OPTIONS, "--yes")
    _type(monkeypatch, "n")
    assert _outcome(capsys, "documents", "remove", "YL-1")[0] == COULD_NOT
    assert _ids() == ["YL-1"]


def test_list_tells_added_documents_from_bundled_ones(capsys: pytest.CaptureFixture[str]) -> None:
    _outcome(capsys, "documents", "add", FILE, *OPTIONS, "--yes")
    _, out, _ = _outcome(capsys, "documents", "list")
    assert "YL-1  《养老认证细则》（自行收录）" in out
    assert out.count("（自行收录）") == 1
