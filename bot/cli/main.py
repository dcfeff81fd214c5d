"""`clausebot`: the command line, and the place where errors become sentences and exit codes."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence

import click
import typer

from bot.cli import ask, calibrate, evaluate, index, playground, serve
from bot.cli.usage import usage_sentence
from knowledge.errors import ClauseBotError

FINE, COULD_NOT, WRONG_USAGE = 0, 1, 2

app = typer.Typer(
    name="clausebot",
    help="ClauseBot 条文助手：逐字引用认证规则，并按规则计算。",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("ask")(ask.ask)
app.command("serve")(serve.serve)
app.command("playground")(playground.playground)
app.command("calibrate")(calibrate.calibrate)
app.command("eval")(evaluate.evaluate)
app.command("run")(serve.run)
app.add_typer(index.app, name="index")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command; 0 fine, 1 could not, 2 wrong usage. Errors are one sentence on stderr."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(message)s")
    command = typer.main.get_command(app)
    try:
        result = command.main(
            args=list(arguments) if arguments is not None else None,
            prog_name="clausebot",
            standalone_mode=False,
        )
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
    if sentence:
        click.echo(sentence, err=True)
    return code
