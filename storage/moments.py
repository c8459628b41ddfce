"""Times as the register writes them: UTC text that sorts as the times do."""

from datetime import UTC, datetime


def moment_text(at: datetime) -> str:
    """Return *at* in UTC, e.g. ``"2026-11-22T06:28:00.000000+00:00"``.

    Raises ValueError when *at* knows no time zone.
    """
    if at.tzinfo is None:
        message = "a time in the register must know its time zone"
        raise ValueError(message)
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def moment(text: str) -> datetime:
    """Return the time, in UTC, that `moment_text` wrote as *text*."""
    return datetime.fromisoformat(text)
