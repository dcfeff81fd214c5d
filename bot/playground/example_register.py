"""A small register for the pictures: certificates in every state, about today."""

from __future__ import annotations

from datetime import date, timedelta

from bot.register.record import CertificateRecord, NewEvent, Particulars
from bot.register.register import Register

_AUTHOR = "演练场"
# Kinds of events, and how many days before today they happened.
_Events = tuple[tuple[str, int], ...]
_OTHERS: tuple[tuple[str, str, str, _Events], ...] = (
    ("杭州启明数据服务有限公司", "RLAC-CSSMS", "RLAC-2025-006", (("issued", 371),)),
    ("蓝盾软件（北京）有限公司", "CNITSEC-CLOUD-1", "CNITSEC-2025-112", (("issued", 346),)),
    ("成都远望云计算有限公司", "RLAC-CSSMS", "RLAC-2025-031", (("issued", 356),)),
    ("深蓝智能科技有限公司", "CNITSEC-CLOUD-1", "CNITSEC-2025-147", (("issued", 300),)),
)
_SHOWN: _Events = (
    ("stage_1_ended", 800),
    ("stage_2_ended", 770),
    ("decided", 752),
    ("issued", 748),
    ("result_reported", 735),
    ("surveillance_ended", 400),
    ("suspended", 260),
    ("status_reported", 259),
    ("restored", 190),
    ("client_contacted", 60),
)


def fill_register(register: Register, today: date, owner: str) -> CertificateRecord:
    """Adds the certificates, and gives the one with most of a history; ``owner`` looks after it."""
    for name, document, number, events in _OTHERS:
        _add(register, name, Particulars(document, number, owner=owner), events, today)
    particulars = Particulars("TB-GZ-036", "TB-2024-017", headcount=150, sites=2, owner=owner)
    return _add(register, "深圳市华信云科技有限公司", particulars, _SHOWN, today)


def _add(
    register: Register, name: str, particulars: Particulars, events: _Events, today: date
) -> CertificateRecord:
    told = [NewEvent(kind, today - timedelta(days=days)) for kind, days in events]
    return register.add(name, particulars, told, _AUTHOR)
