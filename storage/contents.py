"""What a register holds, counted: by this a copy is known to be whole, and told from another."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from storage.case_ids import CLINIC_CASE
from storage.connection import Connection
from storage.migrate import version_of
from storage.moments import moment
from storage.records import Deed
from storage.trail import Head, head_of

# Steps of the trail that leave everything else as it was.
_LOOKING: Final = (Deed.OPENED, Deed.OPENED_WITH_RECOVERY_KEY, Deed.READ, Deed.UNLOCK_FAILED)


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a register holds, and where its trail ends; `entries` counts the drafts, too.

    `last_change` is when something was last written, other than that somebody looked.
    """

    version: int
    cases: int
    entries: int
    drafts: int
    documents: int
    last_change: datetime | None
    head: Head


@dataclass(frozen=True, slots=True)
class ChangeMark:
    """Differs between two states of a register unless people only looked in the meantime."""

    last_deed: int
    newest: str
    all_times: float


def contents_of(connection: Connection) -> Contents:
    """Return what the register holds, as *connection* sees it now."""
    return Contents(
        version=version_of(connection),
        cases=_count(connection, "citizen"),
        entries=_count(connection, "entry"),
        drafts=_count(connection, "entry WHERE state = 'draft'"),
        documents=_count(connection, "document"),
        last_change=_last_change(connection),
        head=head_of(connection),
    )


def change_mark(connection: Connection) -> ChangeMark:
    """Return what tells this state of the register from another."""
    number, _ = _last_deed(connection)
    # A draft that is written again leaves no step; its time, even one before another's, is in here.
    row = connection.execute(
        "SELECT max(changed), total(unixepoch(changed, 'subsec')) FROM (SELECT changed FROM citizen"
        " UNION ALL SELECT changed FROM entry WHERE case_id = ?)",
        (CLINIC_CASE,),
    ).fetchone()
    newest, all_times = row or ("", 0.0)
    return ChangeMark(number, newest or "", all_times)


def _last_change(connection: Connection) -> datetime | None:
    _, deed_at = _last_deed(connection)
    newest = max(deed_at, change_mark(connection).newest)
    return moment(newest) if newest else None


def _last_deed(connection: Connection) -> tuple[int, str]:
    places = ", ".join("?" for _ in _LOOKING)
    row = connection.execute(
        f"SELECT number, at FROM trail WHERE deed NOT IN ({places})"  # noqa: S608 - only places
        " ORDER BY number DESC LIMIT 1",
        _LOOKING,
    ).fetchone()
    return (row[0], row[1]) if row else (0, "")


def _count(connection: Connection, rows: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {rows}").fetchone()  # noqa: S608 - our words
    return int(row[0]) if row else 0
