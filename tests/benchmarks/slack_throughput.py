"""How many mentions a second are answered, against a bare echo bot on the same stand-in.

Run it alone on the machine: `make bench`, or `python -m tests.benchmarks.slack_throughput`.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

import click

from bot.playground import SlackStandIn
from bot.playground.delivery import EVENTS
from tests.benchmarks.bot_process import ECHO, OURS

CHANNEL, PERSON = "市场部", "小王"
PATIENCE = 300.0
WARM_UP = 20
# One that is computed, one that is looked up, one that is asked back: what staff ask.
SAME = ("腾标公有云PII，150人，高风险，监督要几个人天",)
DIFFERENT = (
    "腾标公有云PII，{}人，高风险，监督要几个人天",
    "网安联换证提前{}天申请来得及吗",
    "证书暂停{}个月了怎么办",
    "{}人的公司监督审核最晚哪天",
)


@dataclass(frozen=True)
class Contestant:
    """A bot and what it is asked."""

    label: str
    kind: str
    questions: tuple[str, ...]


CONTESTANTS = (
    Contestant("回声", ECHO, SAME),
    Contestant("ClauseBot，同一个问题", OURS, SAME),
    Contestant("ClauseBot，问题各不相同", OURS, DIFFERENT),
)


@dataclass(frozen=True)
class Run:
    """Answers a second, the longest wait for an acknowledgement, and the bot's CPU a question."""

    rate: float
    slowest_ack: float
    cpu: float


def measure(contestant: Contestant, mentions: int) -> Run:
    """One burst of mentions, from the first until the last is answered."""
    with SlackStandIn() as slack:
        command = [sys.executable, "-m", "tests.benchmarks.bot_process", contestant.kind]
        tokens = (slack.api_url, slack.bot_token, slack.app_token)
        pipes = subprocess.PIPE
        with subprocess.Popen([*command, *tokens], stdin=pipes, stdout=pipes, text=True) as bot:
            assert bot.stdin
            assert bot.stdout
            bot.stdout.readline()
            _ask(slack, contestant, WARM_UP, first=1)
            _told(bot.stdin)
            warm = len(slack.deliveries)
            seconds = _ask(slack, contestant, mentions, first=1000)
            _told(bot.stdin)
            cpu = float(bot.stdout.readline())
        waits = [each.seconds for each in slack.deliveries[warm:] if each.parcel.kind == EVENTS]
        return Run(mentions / seconds, max(waits), cpu / mentions)


def _told(pipe: object) -> None:
    print(file=pipe, flush=True)  # type: ignore[call-overload]


def _ask(slack: SlackStandIn, contestant: Contestant, mentions: int, first: int) -> float:
    before = _answers(slack)
    started = time.perf_counter()
    for number in range(first, first + mentions):
        words = contestant.questions[number % len(contestant.questions)].format(number)
        slack.post_message(PERSON, CHANNEL, f"@ClauseBot {words}")
    slack.wait_for(lambda: _answers(slack) >= before + mentions, PATIENCE)
    return time.perf_counter() - started


def _answers(slack: SlackStandIn) -> int:
    return sum(call.method == "chat.postMessage" for call in slack.calls)


@click.command()
@click.option("--mentions", default=300, show_default=True, help="每轮提问多少次")
@click.option("--rounds", default=5, show_default=True, help="轮流测几轮")
def run(mentions: int, rounds: int) -> None:
    """轮流测：每秒答几次、与回声机器人之比、最慢的应答、每次提问用的 CPU。"""
    runs: dict[str, list[Run]] = {each.label: [] for each in CONTESTANTS}
    for number in range(rounds):
        for contestant in CONTESTANTS:
            runs[contestant.label].append(measure(contestant, mentions))
        click.echo(f"第 {number + 1} 轮：" + _line([each[-1:] for each in runs.values()]))
    click.echo("中位数：" + _line(list(runs.values())))


def _line(runs: Sequence[Sequence[Run]]) -> str:
    rates = [statistics.median(run.rate for run in each) for each in runs]
    return "；".join(
        f"{contestant.label} {rate:.0f}/秒（{rate / rates[0]:.2f}），"
        f"最慢应答 {max(run.slowest_ack for run in each):.2f} 秒，"
        f"CPU {statistics.median(run.cpu for run in each) * 1000:.1f} 毫秒"
        for contestant, rate, each in zip(CONTESTANTS, rates, runs, strict=True)
    )


if __name__ == "__main__":
    run()
