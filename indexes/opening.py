"""Opening a model of sentence-transformers by name or folder: in silence, or one clear error."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from safetensors import SafetensorError

from knowledge.errors import UnreadableModel

_TALKATIVE = ("huggingface_hub", "sentence_transformers", "transformers")


@contextmanager
def opening(name: str) -> Iterator[None]:
    """While a model is opened: warnings kept back, UnreadableModel for whatever goes wrong."""
    from transformers.utils import logging as transformers_logging  # noqa: PLC0415 - takes seconds

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    loggers = [logging.getLogger(logger) for logger in _TALKATIVE]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.ERROR)
    try:
        yield
    except (
        ImportError,
        KeyError,
        OSError,
        RuntimeError,
        SafetensorError,
        TypeError,
        ValueError,
    ) as error:
        raise UnreadableModel(name, _reason(name)) from error
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def _reason(name: str) -> str:
    if Path(name).exists():
        return "文件夹里没有完好的、能用的模型"
    if Path(name).is_absolute() or name.startswith(".") or name.count("/") > 1:
        return "没有这个文件夹"
    return "没有这个文件夹，也下载不到这个名称的模型"
