from datetime import UTC, date, datetime

from app.trail_shown import lines_of
from storage.records import Deed, TrailRow

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def a_row(deed: Deed | str) -> TrailRow:
    return TrailRow(7, AT, "Rådgiver Prøve", deed, None, None, None, "0" * 64)


def test_every_deed_is_said_in_danish() -> None:
    lines = lines_of([a_row(deed) for deed in Deed], date(2026, 3, 2))

    assert {deed.value for deed in Deed}.isdisjoint(line.title for line in lines)


def test_a_deed_of_a_newer_program_is_said_as_it_stands() -> None:
    (line,) = lines_of([a_row("sent-by-digital-post")], date(2026, 3, 2))

    assert line.title == "sent-by-digital-post"
