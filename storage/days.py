"""Days as the register writes them: text that sorts as the days do."""

from datetime import date


def day_text(day: date | None) -> str | None:
    """Return *day* as ``"2026-11-22"``, and no day as none."""
    return day.isoformat() if day else None


def day_of(text: str | None) -> date | None:
    """Return the day that `day_text` wrote as *text*."""
    return date.fromisoformat(text) if text else None
