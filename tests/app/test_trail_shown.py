from datetime import UTC, date, datetime

import pytest

from app.trail_shown import lines_of
from storage.case_ids import CLINIC_CASE
from storage.records import Deed, TrailRow

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TODAY = date(2026, 3, 2)
NAMES = {"a": "Bo Testgaard", "b": ""}


def a_row(deed: Deed | str, case_id: str | None = None) -> TrailRow:
    return TrailRow(7, AT, "Rådgiver Prøve", deed, case_id, None, None, "0" * 64)


def said(deed: Deed, case_id: str | None) -> str:
    (line,) = lines_of([a_row(deed, case_id)], TODAY, NAMES)
    return line.detail


def test_every_deed_is_said_in_danish() -> None:
    lines = lines_of([a_row(deed) for deed in Deed], TODAY, {})

    assert {deed.value for deed in Deed}.isdisjoint(line.title for line in lines)


def test_a_deed_of_a_newer_program_is_said_as_it_stands() -> None:
    (line,) = lines_of([a_row("sent-by-digital-post")], TODAY, {})

    assert line.title == "sent-by-digital-post"


@pytest.mark.parametrize(
    ("case_id", "about"),
    [
        ("a", "om Bo Testgaard"),
        ("b", "om en borger uden navn"),
        ("c", "om en borger, der ikke er i kartoteket mere"),
        (CLINIC_CASE, "om jeres sted"),
        (None, "om en slettet borger"),
    ],
)
def test_the_trail_says_whom_a_deed_was_about(case_id: str | None, about: str) -> None:
    assert said(Deed.READ, case_id).endswith(f"Rådgiver Prøve · {about}")


def test_what_is_about_no_citizen_says_none() -> None:
    assert said(Deed.OPENED, None).endswith("Rådgiver Prøve")
