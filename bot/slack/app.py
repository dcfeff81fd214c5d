"""The Bolt app: built here, taught what to do in ``listeners/``, connected in ``serving.py``."""

from __future__ import annotations

from concurrent.futures import Executor

from slack_bolt import App
from slack_sdk import WebClient

from bot.settings import Settings
from bot.slack import listeners, middleware
from bot.slack.client import web_client
from bot.slack.failures import report_failure
from bot.slack.lanes import TwoLanes
from bot.slack.services import Services


def build_app(
    settings: Settings,
    services: Services,
    client: WebClient | None = None,
    executor: Executor | None = None,
) -> App:
    """The app with all its listeners; raises Bolt's and Slack's errors if the token is refused."""
    app = App(
        name="ClauseBot",
        client=client or web_client(settings),
        signing_secret=settings.slack_signing_secret,
        listener_executor=executor or TwoLanes(),
        # Its helpers would ask Slack for the thread before every reply.
        attaching_conversation_kwargs_enabled=False,
    )
    middleware.install(app, services, only_own_workspace=settings.only_own_workspace)
    listeners.register(app)
    app.error(report_failure)
    return app
