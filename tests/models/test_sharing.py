from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.facts import Facts
from models.case import Case
from models.course import Course, Form, course_of
from models.danish import short_date
from models.sharing import Sharing, Standing, may_share
from tests.builders import TODAY, entry

DOCTOR: Facts = {
    "consent.direction": ["both"],
    "consent.party": "Lægehuset Øvegade",
    "consent.purpose": "Til afdækningen",
    "consent.information": ["health", "drugs"],
    "consent.answer": ["given"],
    "consent.date": "2.11.2026",
    "consent.valid_until": "2.2.2027",
}
DAYS = st.integers(-400, 400).map(lambda days: TODAY + timedelta(days=days))


def with_consents(*consents: Facts, draft: int = 0) -> Course:
    """Return a course with these consents, the one with number *draft* not signed."""
    entries = (
        entry(Form.CONSENT, facts, signed=number != draft, number=number)
        for number, facts in enumerate(consents, start=1)
    )
    return course_of(Case("case", tuple(entries)))


def only(course: Course, today: date = TODAY) -> Sharing:
    (sharing,) = may_share(course, today)
    return sharing


def test_a_consent_says_with_whom_what_may_be_shared_and_until_when() -> None:
    sharing = only(with_consents({**DOCTOR, "consent.excluded": "Intet om min søn"}))

    assert sharing.holds
    assert (sharing.party, sharing.purpose) == ("Lægehuset Øvegade", "Til afdækningen")
    assert sharing.information == {"health", "drugs"}
    assert sharing.excluded == "Intet om min søn"
    assert sharing.until == date(2027, 2, 2)
    assert sharing.sentence == "Vi må tale sammen begge veje til og med den 2. februar 2027."


@pytest.mark.parametrize(
    ("direction", "may_fetch", "may_tell"),
    [("fetch", True, False), ("share", False, True), ("both", True, True)],
)
def test_a_consent_to_ask_is_no_consent_to_tell(
    direction: str, *, may_fetch: bool, may_tell: bool
) -> None:
    sharing = only(with_consents({**DOCTOR, "consent.direction": [direction]}))

    assert (sharing.may_fetch, sharing.may_tell) == (may_fetch, may_tell)


def test_a_draft_gives_no_right_to_anything() -> None:
    assert may_share(with_consents(DOCTOR, draft=1), TODAY) == ()


@pytest.mark.parametrize(
    ("changed", "standing", "said"),
    [
        ({"consent.valid_until": "1.11.2026"}, Standing.EXPIRED, "Udløb den 1. november 2026."),
        (
            {"consent.withdrawn": ["true"], "consent.withdrawn_date": "2.11.2026"},
            Standing.WITHDRAWN,
            "Borgeren trak det tilbage den 2. november 2026.",
        ),
        ({"consent.withdrawn": ["true"]}, Standing.WITHDRAWN, "Borgeren trak det tilbage."),
        ({"consent.answer": ["refused"]}, Standing.REFUSED, "sagde nej den 2. november 2026"),
        ({"consent.date": "3.11.2026"}, Standing.AHEAD, "Vent med at dele til da."),
    ],
)
def test_what_does_not_hold_says_why_and_lets_nothing_be_shared(
    changed: Facts, standing: Standing, said: str
) -> None:
    sharing = only(with_consents({**DOCTOR, **changed}))

    assert sharing.standing is standing
    assert said in sharing.sentence
    assert not any((sharing.holds, sharing.may_fetch, sharing.may_tell))


def test_a_consent_holds_on_its_last_day_and_not_on_the_next() -> None:
    course = with_consents(DOCTOR)

    assert only(course, date(2027, 2, 2)).holds
    assert only(course, date(2027, 2, 3)).standing is Standing.EXPIRED


def test_a_withdrawal_to_come_lets_one_share_until_then() -> None:
    later = {**DOCTOR, "consent.withdrawn": ["true"], "consent.withdrawn_date": "9.11.2026"}

    assert only(with_consents(later)).holds
    assert not only(with_consents(later), date(2026, 11, 9)).holds


def test_without_an_end_the_consent_says_that_one_must_ask_again() -> None:
    endless = {key: fact for key, fact in DOCTOR.items() if key != "consent.valid_until"}

    sharing = only(with_consents(endless))

    assert sharing.until is None
    assert "Der er ingen slutdato" in sharing.sentence


@pytest.mark.parametrize("place", ["Lægehuset Øvegade", " lægehuset  øvegade "])
@pytest.mark.parametrize("day", ["2.11.2026", "20.11.2026"])
def test_a_no_after_a_yes_at_the_same_place_makes_one_ask(place: str, day: str) -> None:
    no = {
        **DOCTOR,
        "consent.party": place,
        "consent.answer": ["refused"],
        "consent.date": day,
    }

    told = may_share(with_consents(DOCTOR, no), date(2026, 11, 20))

    assert [sharing.standing for sharing in told] == [Standing.DOUBTED, Standing.REFUSED]
    assert "Spørg, hvad der gælder" in told[0].sentence


def test_a_yes_after_a_no_holds() -> None:
    no = {**DOCTOR, "consent.answer": ["refused"]}

    told = may_share(with_consents(no, DOCTOR), TODAY)

    assert [sharing.standing for sharing in told] == [Standing.HOLDS, Standing.REFUSED]


def test_a_no_elsewhere_takes_nothing_away() -> None:
    no = {**DOCTOR, "consent.party": "Jobcentret", "consent.answer": ["refused"]}

    assert may_share(with_consents(DOCTOR, no), TODAY)[0].holds


def test_what_holds_comes_first_and_the_newest_of_it() -> None:
    over = {**DOCTOR, "consent.party": "A", "consent.valid_until": "1.11.2026"}
    first, second = ({**DOCTOR, "consent.party": party} for party in ("B", "C"))

    told = may_share(with_consents(over, first, second), TODAY)

    assert [sharing.party for sharing in told] == ["C", "B", "A"]


@given(DAYS, DAYS, st.none() | DAYS, st.sampled_from(["given", "refused"]), DAYS)
@settings(max_examples=60)
def test_nothing_is_shared_outside_the_days_and_answer_of_the_consent(
    day: date, until: date, withdrawn: date | None, answer: str, today: date
) -> None:
    facts: dict[str, str | list[str] | dict[str, str | list[str]]] = {
        **DOCTOR,
        "consent.date": short_date(day),
        "consent.valid_until": short_date(until),
        "consent.answer": [answer],
    }
    if withdrawn:
        facts |= {"consent.withdrawn": ["true"], "consent.withdrawn_date": short_date(withdrawn)}

    sharing = only(with_consents(facts), today)

    is_given = answer == "given" and day <= today <= until
    assert sharing.holds == (is_given and not (withdrawn and withdrawn <= today))
    assert sharing.may_tell == sharing.holds
    assert sharing.sentence.endswith(".")
