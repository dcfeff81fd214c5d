"""The kinds of audit and the risk levels that rules tell apart, in code and in Chinese."""

from __future__ import annotations

from enum import StrEnum


class AuditType(StrEnum):
    """A kind of audit (审核类型)."""

    INITIAL = "initial"
    SURVEILLANCE = "surveillance"
    RECERTIFICATION = "recertification"
    SCOPE_EXTENSION = "scope_extension"
    SPECIAL = "special"

    @property
    def label(self) -> str:
        """The name in the documents."""
        return _AUDIT_LABELS[self]


class RiskLevel(StrEnum):
    """The risk of the certified business (风险等级)."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def label(self) -> str:
        """The name in the documents."""
        return _RISK_LABELS[self]


_AUDIT_LABELS = {
    AuditType.INITIAL: "初次认证审核",
    AuditType.SURVEILLANCE: "监督审核",
    AuditType.RECERTIFICATION: "再认证审核",
    AuditType.SCOPE_EXTENSION: "扩大认证范围的审核",
    AuditType.SPECIAL: "特殊审核",
}

_RISK_LABELS = {
    RiskLevel.LOW: "低风险",
    RiskLevel.MEDIUM: "中风险",
    RiskLevel.HIGH: "高风险",
}
