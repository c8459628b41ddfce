"""The trail: every deed as a row that is chained to all rows before it."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from storage.connection import Connection, SqlRow
from storage.erased import require_not_erased
from storage.moments import moment, moment_text
from storage.records import Deed, TrailFault, TrailRow

_BEFORE_THE_FIRST: Final = "0" * 64
_ADVICE: Final = (
    "Filen kan være en ældre kopi, eller den kan være beskadiget. Lad filerne ligge, som de er, og "
    "find den nyeste kopi af kartoteket. Er der ingen nyere, så se efter, hvad der mangler hos de "
    "borgere, du sidst arbejdede med."
)
_COLUMNS: Final = "number, at, person, deed, case_id, subject, digest, mark"
_STAYING: Final = "number, at, person, deed, mark"


@dataclass(frozen=True, slots=True)
class Step:
    """A deed about to be written in the trail."""

    at: datetime
    by: str
    deed: Deed
    case_id: str | None = None
    subject: str | None = None
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The number and mark of the last row of the trail."""

    number: int
    mark: str


def write_step(connection: Connection, step: Step) -> None:
    """Add *step* at the end of the trail; belongs in the transaction of the deed itself.

    Raises CitizenErasedError when its case was erased, and so keeps the whole deed from being done.
    """
    if step.case_id is not None:
        require_not_erased(connection, step.case_id)
    head = head_of(connection)
    number = head.number + 1
    fields = _fields(step)
    connection.execute(
        f"INSERT INTO trail ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - our words
        (number, *fields, _mark(head.mark, number, fields)),
    )


def head_of(connection: Connection) -> Head:
    """Return where the trail ends now."""
    row = connection.execute("SELECT number, mark FROM trail ORDER BY number DESC LIMIT 1")
    found = row.fetchone()
    return Head(found[0], found[1]) if found else Head(0, _BEFORE_THE_FIRST)


def missing_end(connection: Connection, witnessed: Head) -> TrailFault | None:
    """Return a fault unless the trail holds just the row *witnessed*, however long the trail is."""
    row = connection.execute(
        "SELECT mark FROM trail WHERE number = ?", (witnessed.number,)
    ).fetchone()
    if row is not None and row[0] == witnessed.mark:
        return None
    return _fault_at_the_end(witnessed, head_of(connection).number)


def missing_draft(witnessed: Head) -> TrailFault:
    """Return the fault that a draft is older than it was when *witnessed* ended the trail."""
    return TrailFault(
        witnessed.number,
        "Det sidste, der blev skrevet i et skema, mangler i kartoteket, selv om det stod som gemt. "
        f"{_ADVICE}",
    )


def newest_rows(connection: Connection, limit: int) -> tuple[TrailRow, ...]:
    """Return up to *limit* rows, newest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM trail ORDER BY number DESC LIMIT ?",  # noqa: S608 - our words
        (limit,),
    )
    return tuple(_row(row) for row in rows.fetchall())


def rows_of_case(connection: Connection, case_id: str, limit: int) -> tuple[TrailRow, ...]:
    """Return up to *limit* rows of one case, newest first."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM trail WHERE case_id = ?"  # noqa: S608 - our words
        " ORDER BY number DESC LIMIT ?",
        (case_id, limit),
    )
    return tuple(_row(row) for row in rows.fetchall())


def rows_left(connection: Connection, case_id: str) -> str:
    """Return the SHA-256 over what stays of the rows of a case when `empty_rows` has been there."""
    rows = connection.execute(
        f"SELECT {_STAYING} FROM trail WHERE case_id = ? ORDER BY number",  # noqa: S608 - our words
        (case_id,),
    )
    return _digest(rows.fetchall())


def empty_rows(connection: Connection, case_id: str) -> None:
    """Take from the rows of an erased case what points at it; the last row says that it was erased.

    The digest of the last row must be what `rows_left` said.
    """
    connection.execute(
        "UPDATE trail SET case_id = NULL, subject = NULL, digest = NULL, erased_by = ?"
        " WHERE case_id = ?",
        (head_of(connection).number, case_id),
    )


def faults_in(connection: Connection, witnessed: Head | None) -> tuple[TrailFault, ...]:
    """Return every place where a row was changed, removed, moved, or is missing at the end."""
    rows = connection.execute(
        f"SELECT {_COLUMNS}, erased_by FROM trail ORDER BY number"  # noqa: S608 - only our own words
    ).fetchall()
    marks = {row[0]: row[-2] for row in rows}
    faults = [*_faults_inside(rows), *_faults_of_erasing(rows)]
    if witnessed is not None and marks.get(witnessed.number) != witnessed.mark:
        faults.append(_fault_at_the_end(witnessed, max(marks, default=0)))
    return tuple(faults)


def _faults_inside(rows: Iterable[SqlRow]) -> Iterable[TrailFault]:
    last, last_mark = 0, _BEFORE_THE_FIRST
    for number, *fields, mark, erased_by in rows:
        if number != last + 1:
            yield TrailFault(number, f"Sporet har et hul: der mangler noget lige før nr. {number}.")
        elif not _is_as_written(_mark(last_mark, number, tuple(fields)), mark, fields, erased_by):
            yield TrailFault(number, f"Nr. {number} i sporet er ændret, efter at det blev skrevet.")
        last, last_mark = number, mark


def _is_as_written(
    expected: str, mark: str, fields: Sequence[str | None], erased_by: int | None
) -> bool:
    """Whether a row is as it was written, or as the erasing of its case left it."""
    if erased_by is None:
        return mark == expected
    *_, case_id, subject, digest = fields
    return (case_id, subject, digest) == (None, None, None)


def _faults_of_erasing(rows: Sequence[SqlRow]) -> Iterable[TrailFault]:
    """Yield a fault for each deed that emptied rows, or is said to have, and not just these."""
    left: dict[int, list[SqlRow]] = {}
    for number, at, by, deed, *_, mark, erased_by in rows:
        if erased_by is not None:
            left.setdefault(erased_by, []).append((number, at, by, deed, mark))
    digests = {
        number: digest
        for number, _at, _by, deed, _case_id, _subject, digest, *_ in rows
        if deed == Deed.ERASED
    }
    for number in sorted(digests.keys() | left.keys()):
        if digests.get(number) != _digest(left.get(number, [])):
            yield TrailFault(
                number,
                f"Nr. {number} i sporet siger ikke det samme om en slettet borger som de rækker, "
                "der blev tømt: en række er ændret, efter at borgeren blev slettet.",
            )


def _fault_at_the_end(witnessed: Head, last: int) -> TrailFault:
    number = witnessed.number
    if last < number:
        return TrailFault(
            number,
            "Noget af det, der sidst blev gemt, mangler i kartoteket: sporet nåede til "
            f"nr. {number}, men ender nu ved nr. {last}. {_ADVICE}",
        )
    return TrailFault(
        number,
        f"Kartoteket er ikke det, der sidst blev gemt her: nr. {number} i sporet er et andet. "
        f"{_ADVICE}",
    )


def _fields(step: Step) -> tuple[str | None, ...]:
    return (moment_text(step.at), step.by, step.deed, step.case_id, step.subject, step.digest)


def _mark(previous: str, number: int, fields: tuple[str | None, ...]) -> str:
    return _digest([previous, number, *fields])


def _digest(facts: Sequence[object]) -> str:
    written = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def _row(row: SqlRow) -> TrailRow:
    number, at, by, deed, case_id, subject, digest, mark = row
    return TrailRow(number, moment(at), by, _deed(deed), case_id, subject, digest, mark)


def _deed(word: str) -> Deed | str:
    """Return the deed, or the word itself when only a newer program knows what it is."""
    return Deed(word) if word in set(Deed) else word
