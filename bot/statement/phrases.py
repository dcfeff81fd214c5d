"""The headings and labels of the record, in Chinese."""

from __future__ import annotations

TITLE = "审核时间确定及理由"
FACTS = "一、确定依据的条件"
STEPS = "二、计算步骤"
CLAUSES = "三、依据的条款（原文）"
READINGS = "四、其他读法"
NOTES = "五、说明与勘误"
FACT_COLUMNS = ("条件", "内容")
STEP_COLUMNS = ("步骤", "结果", "依据条款")
READING_COLUMNS = ("读法", "结果", "依据条款")
RESULT = "审核时间"
SCHEME = "认证项目"
DOCUMENT = "依据文件"
VERSION = "版本"
DAY = "确定日期"
PERSON = "提问人"
SIGNATURES = "编制：　　　　　　　　审核：　　　　　　　　批准："
FOOTER = "本记录由 ClauseBot 条文助手按上列文件计算，条款为原文。"
LABELS = {
    "audit_type": "审核类型",
    "headcount": "有效人数",
    "risk_level": "风险等级",
    "wants": "要确定的数",
    "table_days": "查表所得人日",
    "initial_days": "初次认证审核人日",
    "total_days": "审核人日总数",
    "daily_hours": "现场每天工作时数",
    "auditors": "审核员人数",
    "part_time": "其中兼职人数",
    "combined_with": "结合审核的其他体系人日",
}
EMPTY = "—"
