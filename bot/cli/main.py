"""`clausebot`: the command line, and the place where errors become sentences and exit codes."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence

import click

from bot.cli.late_group import LateGroup
from bot.cli.usage import usage_sentence
from knowledge.errors import ClauseBotError

FINE, COULD_NOT, WRONG_USAGE = 0, 1, 2


_PLACES = {
    "ask": "bot.cli.ask:ask",
    "serve": "bot.cli.serve:serve",
    "playground": "bot.cli.playground:playground",
    "run": "bot.cli.serve:run_anywhere",
    "pictures": "bot.cli.pictures:pictures",
    "index": "bot.cli.index:index",
    "documents": "bot.cli.documents:documents",
    "rules": "bot.cli.rules:rules",
    "bank": "bot.cli.bank:bank",
    "questions": "bot.cli.questions:questions",
    "database": "bot.cli.database:database",
    "register": "bot.cli.register:register",
    "digest": "bot.cli.digest:digest",
    "eval": "bot.cli.evaluate:evaluate",
    "calibrate": "bot.cli.calibrate:calibrate",
}


@click.group(cls=LateGroup, places=_PLACES)
def cli() -> None:
    """ClauseBot 条文助手：逐字引用认证规则，并按规则计算。

    例：clausebot ask "网安联换证提前多久申请"
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 0 fine, 1 could not, 2 wrong usage. Errors are one sentence on stderr."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(message)s")
    given = None if arguments is None else list(arguments)
    try:
        result = cli.main(args=given, prog_name="clausebot", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        return _say(error.format_message(), WRONG_USAGE)
    except click.UsageError as error:
        return _say(usage_sentence(error), WRONG_USAGE)
    except click.exceptions.Abort:
        return _say("已中断。", COULD_NOT)
    except (ClauseBotError, click.ClickException) as error:
        return _say(str(error), COULD_NOT)
    except BrokenPipeError:
        return COULD_NOT
    except OSError as error:
        return _say(f"读写失败：{error.strerror or error}（{error.filename or '?'}）。", COULD_NOT)
    return result if isinstance(result, int) else FINE


def _say(sentence: str, code: int) -> int:
    click.echo(sentence, err=True)
    return code
