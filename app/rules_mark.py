"""What tells the rules a row of the lists was derived with from others."""

import hashlib
from functools import cache

import resources
from app.supplies import Supplies

_EDITION = "2"
"""To be raised when `models.tasks` and what it asks give the same case other tasks than before."""

_SHIPPED = ("law/deadlines.toml", "law/closed_days.toml", "guidelines/reminders.toml")


def rules_mark(supplies: Supplies) -> str:
    """Return what differs when other rules say what is due in a case."""
    # Asked for at every save, and a clinic has few rules of its own.
    return hashlib.sha256(f"{_shipped_mark()} {supplies.own_rules.rules!r}".encode()).hexdigest()


@cache
def _shipped_mark() -> str:
    told = "\0".join((_EDITION, *(resources.text(name) for name in _SHIPPED)))
    return hashlib.sha256(told.encode()).hexdigest()
