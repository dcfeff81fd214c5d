"""Adds a question to the file of the question bank that holds its document."""

from __future__ import annotations

import json
import os
from pathlib import Path

from knowledge.clause import ClauseRef
from knowledge.question_bank import BUNDLED_QUESTIONS, documents_with_questions


def bank_folder(document: str, own: Path) -> Path:
    """Where the questions on a document are kept.

    Beside the bundled ones where they belong to those and this installation can be written to;
    else in ``own``, the folder of what staff added, which is read with them.
    """
    is_bundled = document in documents_with_questions()
    if is_bundled and os.access(BUNDLED_QUESTIONS, os.W_OK):
        return BUNDLED_QUESTIONS
    return own / "questions"


def add_question(folder: Path, ref: ClauseRef, question: str) -> Path:
    """Writes the question beside those of its clause, and says into which file.

    Every other line stays as it is; the file is replaced whole, or not at all.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{ref.document}.jsonl"
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    for place, line in enumerate(lines):
        entry = json.loads(line)
        if entry["clause"] == ref.number:
            lines[place] = _line(ref, [*entry["questions"], question])
            break
    else:
        lines.append(_line(ref, [question]))
    beside = file.with_suffix(".writing")
    beside.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    beside.replace(file)
    return file


def _line(ref: ClauseRef, questions: list[str]) -> str:
    return json.dumps({"clause": ref.number, "questions": questions}, ensure_ascii=False)
