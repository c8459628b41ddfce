from datetime import date

import pytest

from app.supplies import supplies
from models.case import Case, Entry
from models.course import Form
from models.summary import CaseSummary, summary_of
from tests.builders import CONTACT, REQUEST, entry

ASKED = (entry(Form.CONTACT, CONTACT), entry(Form.REQUEST, REQUEST, number=2))


def summary(*more: Entry, today: date = date(2026, 11, 9)) -> CaseSummary:
    return summary_of(Case("case", (*ASKED, *more)), supplies().law, today)


def discharge(day: str, *, signed: bool = True) -> Entry:
    return entry(Form.DISCHARGE, {"discharge.date": day}, signed=signed, number=3)


def test_the_days_on_which_the_colour_turns_come_with_what_is_due() -> None:
    term = summary().term

    assert term is not None
    assert term.soon_from == date(2026, 11, 10)
    assert term.urgent_from == date(2026, 11, 14)
    assert term.due == summary().due == date(2026, 11, 16)


def test_a_signed_discharge_leaves_nothing_due() -> None:
    assert summary(discharge("6.11.2026")).due is None


@pytest.mark.parametrize(
    ("ended", "signed"),
    [("6.11.2026", False), ("10.11.2026", True), ("1.11.2026", True), ("", True)],
    ids=["a draft", "in the future", "before the request", "without a day"],
)
def test_the_guarantee_stays_in_the_list_after(ended: str, *, signed: bool) -> None:
    assert summary(discharge(ended, signed=signed)).due_text == "Behandlingsgaranti"
