"""The letters along the treatment: when one is called for, and what each says."""

import re
from dataclasses import replace
from datetime import date

import pytest

from app.facts import Facts
from app.supplies import supplies
from models.case import Case
from models.clinic import Role
from models.course import Course, Form, course_of
from models.letters.letter import LetterKind, LetterOf
from models.letters.writers_treatment import TREATMENT_WRITERS
from models.letters.writing import letters_called
from tests.builders import CONTACT, clinic, course, draft, entry, text_of
from tests.models.letters.treatment_facts import (
    AFTER_CARE,
    ATTENDANCE,
    FOLLOW_UP,
    NOTE,
    RECOMMENDATION,
    letter_in,
    treated,
)

NOBODY_SAID = re.compile(r"None|  |\{|\}|''|\(\)")


def called(of: Course, role: Role = Role.BOTH) -> list[str]:
    """Return the letters along the treatment that the course calls for."""
    letters = letters_called(of, clinic(role), supplies().book.catalogue)
    return [named.letter.kind for named in letters if named.letter.kind in TREATMENT_WRITERS]


def several(form: Form, *filled: Facts) -> Course:
    """Return a course in which *form* was filled again and again."""
    entries = [entry(form, facts, number=number) for number, facts in enumerate(filled, start=2)]
    return course_of(Case("case", (entry(Form.CONTACT, CONTACT), *entries)))


def said(kind: LetterKind, changed: Facts | None = None, without: tuple[str, ...] = ()) -> str:
    of = treated(kind, changed, without)
    return text_of(draft(letter_in(kind, of), of).letter)


@pytest.mark.parametrize("kind", TREATMENT_WRITERS)
def test_a_letter_that_nobody_filled_more_of_prints_nothing_nobody_said(kind: LetterKind) -> None:
    form = supplies().book.catalogue[kind].form
    bare = course_of(Case("case", (entry(form, {}),)))
    about = letter_in(kind, bare)

    assert (
        NOBODY_SAID.findall(re.sub(r"\w+=(''|\(\))", "", text_of(draft(about, bare).letter))) == []
    )


@pytest.mark.parametrize("kind", TREATMENT_WRITERS)
def test_the_name_of_the_file_and_the_card_tell_nothing(kind: LetterKind) -> None:
    row = supplies().book.catalogue[kind]

    assert not re.search(r"rus|stof|misbrug|tilbagefald", row.file_name)


def test_only_a_provider_recommends() -> None:
    asked = course(contact=CONTACT, recommendation=RECOMMENDATION)

    assert called(asked, Role.PROVIDER) == [LetterKind.RECOMMENDATION]
    assert called(asked, Role.AUTHORITY) == []


def test_a_recommendation_says_when_something_speaks_against_the_wish() -> None:
    kind = LetterKind.RECOMMENDATION

    assert "Borgeren har hørt det fra os." in said(kind)
    assert "Borgeren har ikke hørt det fra os." in said(kind, {"recommendation.against_known": []})
    assert "taler imod" not in said(kind, {"recommendation.against": ["false"]})


def test_a_recommendation_is_not_sent_without_the_citizens_consent() -> None:
    refused = treated(LetterKind.RECOMMENDATION, {"recommendation.consent": ["no"]})

    assert {lack.id for lack in draft(LetterKind.RECOMMENDATION, refused).lacks} == {"consent"}


def test_a_recommendation_to_end_needs_no_kind_of_treatment() -> None:
    ending = {"recommendation.occasion": ["end"]}
    of = treated(LetterKind.RECOMMENDATION, ending, without=("recommendation.measure",))

    assert draft(LetterKind.RECOMMENDATION, of).lacks == ()
    assert "Vi foreslår, at behandlingen slutter." in said(LetterKind.RECOMMENDATION, ending)


def test_the_last_meeting_agreed_calls_for_a_letter() -> None:
    later = {**NOTE, "conversation_note.date": "4.11.2026", "conversation_note.next": "5.11.2026"}

    (met, reminded) = letters_called(
        several(Form.CONVERSATION_NOTE, NOTE, later), clinic(), supplies().book.catalogue
    )

    assert (met.letter.kind, met.telling) == (LetterKind.MEETING, "5. november 2026")
    assert reminded.letter == LetterOf(LetterKind.MEETING_REMINDER, "conversation_note-3")


def test_a_talk_without_a_new_meeting_leaves_the_one_agreed_as_it_is() -> None:
    between = {"conversation_note.date": "4.11.2026", "conversation_note.summary": "På telefon."}

    assert LetterKind.MEETING in called(several(Form.CONVERSATION_NOTE, NOTE, between))


def test_a_talk_after_the_meeting_calls_for_no_letter_about_it() -> None:
    after = {"conversation_note.date": "11.11.2026", "conversation_note.summary": "Vi sås i går."}

    assert called(several(Form.CONVERSATION_NOTE, NOTE, after)) == []


def test_nobody_is_reminded_who_does_not_want_it() -> None:
    unwanted = {**NOTE, "conversation_note.reminder": ["none"]}

    assert called(course(contact=CONTACT, conversation_note=unwanted)) == [LetterKind.MEETING]


@pytest.mark.parametrize("kind", [LetterKind.MEETING, LetterKind.MEETING_REMINDER])
def test_a_meeting_that_was_held_is_not_written_about(kind: LetterKind) -> None:
    of = treated(kind)

    lacks = draft(letter_in(kind, of), of, today=date(2026, 11, 11)).lacks

    assert {lack.id for lack in lacks} == {"ahead"}


def test_the_last_missed_appointment_calls_for_a_letter_until_there_is_contact() -> None:
    came: Facts = {"attendance.date": "2.11.2026", "attendance.outcome": ["came"]}
    reached = {**ATTENDANCE, "attendance.reached": ["true"]}

    assert called(several(Form.ATTENDANCE, came, ATTENDANCE)) == [LetterKind.NO_SHOW]
    assert called(several(Form.ATTENDANCE, ATTENDANCE, came)) == []
    assert called(several(Form.ATTENDANCE, reached)) == []


def test_a_citizen_who_did_not_come_is_always_shown_a_way_back() -> None:
    of = treated(LetterKind.NO_SHOW, without=("attendance.next_date",))
    unreachable = draft(letter_in(LetterKind.NO_SHOW, of), of, replace(clinic(), phone=""))

    assert "Så finder vi en ny tid, der passer dig." in said(
        LetterKind.NO_SHOW, without=("attendance.next_date",)
    )
    assert {lack.id for lack in unreachable.lacks} == {"way_back"}


def test_nobody_is_told_to_keep_a_treatment_that_was_never_granted() -> None:
    undecided = course(contact=CONTACT, attendance=ATTENDANCE)

    letter = draft(letter_in(LetterKind.NO_SHOW, undecided), undecided).letter

    assert "Din sag er ikke lukket" in text_of(letter)
    assert "klage" not in text_of(letter)


def test_only_the_newest_talk_calls_for_a_status() -> None:
    newer = {**FOLLOW_UP, "follow_up.date": "3.11.2026"}

    (status,) = letters_called(
        several(Form.FOLLOW_UP, FOLLOW_UP, newer), clinic(), supplies().book.catalogue
    )

    assert status.telling == "3. november 2026"


def test_a_status_draws_the_numbers_of_both_talks() -> None:
    newer = {**FOLLOW_UP, "follow_up.date": "3.11.2026", "follow_up.well_being": "8"}
    of = several(Form.FOLLOW_UP, FOLLOW_UP, newer)

    text = text_of(draft(letter_in(LetterKind.STATUS, of), of).letter)

    assert "Din trivsel fra 0 til 10" in text
    assert "Decimal('8')" in text


def test_no_status_is_written_to_the_dead() -> None:
    dead: Facts = {"discharge.date": "2.10.2026", "discharge.reason": ["dead"]}

    assert called(course(contact=CONTACT, discharge=dead)) == []


@pytest.mark.parametrize(
    "reason",
    ["completed", "other-offer", "hospital", "other", "dropped-out", "expelled", "moved", "prison"],
)
def test_every_other_reason_to_end_has_its_sentence(reason: str) -> None:
    of = treated(LetterKind.DISCHARGE_STATUS, {"discharge.reason": [reason]})

    assert draft(LetterKind.DISCHARGE_STATUS, of).lacks == ()


def test_a_status_written_without_the_citizen_says_so_and_lacks_no_view() -> None:
    alone = {"discharge.together": ["alone"]}
    of = treated(LetterKind.DISCHARGE_STATUS, alone, without=("discharge.citizen_view",))

    assert draft(LetterKind.DISCHARGE_STATUS, of).lacks == ()
    assert "Vi har skrevet din status uden dig." in said(LetterKind.DISCHARGE_STATUS, alone)


def test_a_citizen_who_said_no_is_promised_no_follow_up() -> None:
    text = said(LetterKind.DISCHARGE_STATUS, {"discharge.follow_up_declined": ["true"]})

    assert "Du har sagt nej tak til, at vi kontakter dig." in text
    assert "Vi kontakter dig senest" not in text


def test_an_end_that_calls_for_no_follow_up_promises_none() -> None:
    assert "Vi kontakter dig senest" not in said(
        LetterKind.DISCHARGE_STATUS, {"discharge.reason": ["expelled"]}
    )


def test_one_whom_nobody_reached_is_invited() -> None:
    unreached: Facts = {
        "after_care.reached": ["not-reached"],
        "after_care.attempt.date@0": "28.10.2026",
    }
    of = treated(
        LetterKind.FOLLOW_UP_ONE_MONTH, unreached, without=("after_care.date", "after_care.words")
    )

    letter = draft(letter_in(LetterKind.FOLLOW_UP_ONE_MONTH, of), of)

    assert letter.lacks == ()
    text = text_of(letter.letter)
    assert "Hvordan går det med dig?" in text
    assert "Din behandling hos os sluttede den 2. oktober 2026." in text
    assert "Vi har prøvet at få fat i dig." in text


def test_one_who_said_no_is_thanked_and_left_in_peace() -> None:
    declined = {"after_care.reached": ["declined"]}

    text = said(LetterKind.FOLLOW_UP_SIX_MONTHS, declined)

    assert "Det er helt i orden, at du siger nej tak." in text
    assert "Du kan altid bede om behandling igen." in text


def test_each_follow_up_calls_for_the_letter_of_its_own_month() -> None:
    extra = {**AFTER_CARE, "after_care.which": ["other"]}
    later = {**AFTER_CARE, "after_care.which": ["six-months"]}
    of = several(Form.AFTER_CARE, AFTER_CARE, later, extra)

    assert called(of) == [LetterKind.FOLLOW_UP_ONE_MONTH, LetterKind.FOLLOW_UP_SIX_MONTHS]


def test_a_letter_about_an_entry_that_calls_for_none_any_more_can_still_be_looked_at() -> None:
    newer = {**FOLLOW_UP, "follow_up.date": "3.11.2026"}
    of = several(Form.FOLLOW_UP, FOLLOW_UP, newer)

    letter = draft(LetterOf(LetterKind.STATUS, "follow_up-2"), of)

    assert "2. november 2026" in text_of(letter.letter)
