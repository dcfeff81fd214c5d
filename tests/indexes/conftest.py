from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from indexes import artefact
from indexes.search import Search
from knowledge.clause import ClauseRef
from knowledge.library import Library
from knowledge.question_bank import QuestionBank
from tests.fakes.hash_embedder import HashEmbedder
from tests.fakes.small_library import small_library

BUILT = datetime(2026, 11, 24, tzinfo=UTC)

RULES = """1. 适用范围
本规则适用于云服务认证。
2. 监督审核
2.1 监督审核的间隔不超过12个月。
2.2 每次监督审核的人日不少于初次审核的三分之一。
3. 证书暂停
有下列情形之一的，应当暂停证书：
(1) 未按期接受监督审核；
(2) 不交费。
"""

FEES = """1. 收费
1.1 申请费每次2000元，不得减免。
1.2 监督审核的费用按人日计算。
"""

QUESTIONS = {
    ("A", "2.1"): ("年审多久一次", "两次年审能隔多久"),
    ("A", "3 (2)"): ("欠费会怎样", "没交钱会不会停证"),
    ("B", "1.1"): ("报名要多少钱", "申请费能不能免"),
}


class Documents:
    """A folder of documents that a test may rewrite."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, texts: Mapping[str, str]) -> Library:
        return small_library(self.folder, texts)


@pytest.fixture
def documents(tmp_path: Path) -> Documents:
    return Documents(tmp_path / "knowledge")


@pytest.fixture
def library(documents: Documents) -> Library:
    return documents.write({"A": RULES, "B": FEES})


@pytest.fixture
def bank() -> QuestionBank:
    return QuestionBank({ClauseRef(*place): asked for place, asked in QUESTIONS.items()})


@pytest.fixture
def embedder() -> HashEmbedder:
    return HashEmbedder()


@pytest.fixture
def store(tmp_path: Path, library: Library, bank: QuestionBank, embedder: HashEmbedder) -> Path:
    folder = tmp_path / "index"
    artefact.build(folder, library, bank, embedder, BUILT)
    return folder


@pytest.fixture
def search(store: Path, library: Library, bank: QuestionBank, embedder: HashEmbedder) -> Search:
    return Search.load(store, library, embedder, bank)


def rewrite(file: Path, **changes: object) -> None:
    """Change fields of a JSON file; a name with dots reaches inward."""
    content = json.loads(file.read_text(encoding="utf-8"))
    for name, value in changes.items():
        *path, last = name.split("__")
        inner = content
        for step in path:
            inner = inner[step]
        inner[last] = value
    file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
