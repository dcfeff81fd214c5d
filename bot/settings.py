"""All settings of ClauseBot in one class, read from the environment or `.env`."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What can be set. Slack's own names keep Slack's spelling; ours begin with ``CLAUSEBOT_``."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", populate_by_name=True
    )

    slack_bot_token: str = Field("", alias="SLACK_BOT_TOKEN", description="机器人令牌 xoxb-…")
    slack_app_token: str = Field(
        "", alias="SLACK_APP_TOKEN", description="应用令牌 xapp-…；有它即用 Socket Mode"
    )
    slack_signing_secret: str = Field(
        "", alias="SLACK_SIGNING_SECRET", description="签名密钥；没有应用令牌时用 HTTP"
    )
    slack_api_url: str = Field(
        "https://slack.com/api/", alias="SLACK_API_URL", description="Slack Web API 的地址"
    )
    only_own_workspace: bool = Field(
        True,
        alias="CLAUSEBOT_ONLY_OWN_WORKSPACE",
        description="不理会没有安装本应用的工作区；改成 False 就都答",
    )
    port: int = Field(3000, alias="PORT", ge=0, le=65535, description="HTTP 方式监听的端口")
    timezone: str = Field(
        "Asia/Shanghai", alias="CLAUSEBOT_TIMEZONE", description="“今天”按哪个时区算"
    )
    index_folder: Path = Field(
        Path("var/index"), alias="CLAUSEBOT_INDEX_FOLDER", description="索引所在的文件夹"
    )
    documents_folder: Path = Field(
        Path("var/documents"),
        alias="CLAUSEBOT_DOCUMENTS_FOLDER",
        description="自行收录的文件所在的文件夹",
    )
    ruling_users: str = Field(
        "",
        alias="CLAUSEBOT_RULING_USERS",
        description="可以核定的人：Slack 用户号，用逗号隔开；空着不开放核定",
    )
    register_editors: str = Field(
        "",
        alias="CLAUSEBOT_REGISTER_EDITORS",
        description="可以改登记册和每日提醒的人：用户号或用户组号，用逗号隔开；空着就只能用命令行改",
    )
    database_url: str = Field(
        "sqlite:///var/clausebot.db",
        alias="CLAUSEBOT_DATABASE_URL",
        description="数据库；多台机器一起用时写 postgresql+psycopg://…",
    )
    embedding_model: str = Field(
        "",
        alias="CLAUSEBOT_EMBEDDING_MODEL",
        description="向量模型的名称或文件夹；空着用自带模型",
    )
    reranker_model: str = Field(
        "",
        alias="CLAUSEBOT_RERANKER_MODEL",
        description="重排模型（cross-encoder）的名称或文件夹；空着不重排",
    )

    @property
    def ruling_user_ids(self) -> frozenset[str]:
        """The Slack ids of the people who may rule."""
        return _ids(self.ruling_users)

    @property
    def register_editor_ids(self) -> frozenset[str]:
        """The Slack ids of the users and user groups who may change the register."""
        return _ids(self.register_editors)


def _ids(listed: str) -> frozenset[str]:
    return frozenset(listed.replace("，", ",").replace(",", " ").split())
