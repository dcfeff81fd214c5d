"""The daily digest (每日提醒): which channel gets it when, and that it gets it exactly once."""
