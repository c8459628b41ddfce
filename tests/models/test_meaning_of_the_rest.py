"""What the forms beside the course, and those filled again and again, mean."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from models.case import Case
from models.consent import Consent, consent_of
from models.course import Form, course_of
from tests.builders import course, entry

WORDS = "Det går bedre."
DAY = date(2026, 11, 2)
NEXT = date(2026, 11, 16)
GIVEN = consent_of(
    entry(
        Form.CONSENT,
        {
            "consent.direction": ["both"],
            "consent.party": "Egen læge",
            "consent.party_kind": ["doctor"],
            "consent.purpose": "Medicin.",
            "consent.information": ["health", "tests"],
            "consent.excluded": "Børnene.",
            "consent.told": ["voluntary"],
            "consent.answer": ["given"],
            "consent.date": "2.11.2026",
            "consent.given_by": ["citizen"],
            "consent.valid_until": "2.11.2027",
        },
    )
)


def test_a_consent_tells_who_may_know_what_and_why() -> None:
    assert (GIVEN.direction, GIVEN.party, GIVEN.party_kind) == ("both", "Egen læge", "doctor")
    assert (GIVEN.purpose, GIVEN.excluded, GIVEN.given_by) == ("Medicin.", "Børnene.", "citizen")
    assert GIVEN.information == {"health", "tests"}
    assert GIVEN.told == {"voluntary"}


def test_a_consent_holds_from_the_day_it_is_given_until_the_day_it_is_over() -> None:
    assert not GIVEN.holds_on(date(2026, 11, 1))
    assert GIVEN.holds_on(DAY)
    assert GIVEN.holds_on(date(2027, 11, 2))
    assert not GIVEN.holds_on(date(2027, 11, 3))


def test_a_consent_withdrawn_holds_until_the_day_and_without_a_day_not_at_all() -> None:
    withdrawn = replace(GIVEN, is_withdrawn=True, withdrawn_day=NEXT)

    assert withdrawn.holds_on(date(2026, 11, 15))
    assert not withdrawn.holds_on(NEXT)
    assert not replace(withdrawn, withdrawn_day=None).holds_on(DAY)


@given(st.builds(replace, st.just(GIVEN), day=st.none() | st.dates()), st.dates())
def test_a_draft_or_a_refusal_never_holds(consent: Consent, day: date) -> None:
    assert not replace(consent, is_signed=False).holds_on(day)
    assert not replace(consent, is_given=False).holds_on(day)


def test_counselling_tells_what_the_citizen_chose() -> None:
    talk = course(
        counselling={
            "counselling.date": "2.11.2026",
            "counselling.anonymous": ["true"],
            "counselling.words": WORDS,
            "counselling.acute": ["true"],
            "counselling.safer": ["naloxone"],
            "counselling.children": ["home"],
            "counselling.other_needs": ["housing"],
            "counselling.choice": ["treatment"],
            "counselling.agreement": "Vi ses.",
            "counselling.next": "16.11.2026",
            "counselling.told": ["free"],
        }
    ).counselling

    assert (talk.day, talk.next_day, talk.words) == (DAY, NEXT, WORDS)
    assert (talk.is_anonymous, talk.is_acute) == (True, True)
    assert (talk.choice, talk.agreement) == ("treatment", "Vi ses.")
    assert talk.safer | talk.children | talk.other_needs == {"naloxone", "home", "housing"}
    assert talk.told == {"free"}


def test_a_network_tells_who_helps_and_who_uses() -> None:
    network = course(
        network={
            "network.date": "2.11.2026",
            "network.words": WORDS,
            "network.person.name@0": "Ea Øvesøster",
            "network.person.under_18@0": ["false"],
            "network.person.support@0": ["yes"],
            "network.person.uses@0": ["stopped"],
            "network.person.involve@0": ["yes"],
            "network.person.may_know@0": "Aftalerne.",
            "network.person.name@1": "Bo Øvesøn",
            "network.person.under_18@1": ["true"],
            "network.friends": ["true"],
            "network.friends_plan": "Fodbold.",
            "network.declined": ["true"],
            "network.declined_reason": "Vold.",
            "network.guardian": ["true"],
            "network.children": ["home"],
            "network.children_who": "En søn.",
            "network.children_help": ["own"],
            "network.children_told": ["true"],
        }
    ).network
    sister, son = network.people

    assert (network.day, network.words) == (DAY, WORDS)
    assert (sister.name, sister.support, sister.uses) == ("Ea Øvesøster", "yes", "stopped")
    assert (sister.involve, sister.may_know) == ("yes", "Aftalerne.")
    assert (sister.is_under_18, son.is_under_18) == (False, True)
    assert (network.friends_use, network.friends_plan) == (True, "Fodbold.")
    assert (network.has_been_refused, network.refusal) == (True, "Vold.")
    assert network.needs_guardian
    assert network.children_who == "En søn."
    assert network.children | network.children_help == {"home", "own"}
    assert network.is_told_of_duty


def test_a_follow_up_tells_the_goals_and_the_numbers() -> None:
    (talk,) = course(
        follow_up={
            "follow_up.date": "2.11.2026",
            "follow_up.citizen_words": WORDS,
            "follow_up.lapse": ["true"],
            "follow_up.goal.words@0": "Sove om natten",
            "follow_up.goal.status@0": ["on-way"],
            "follow_up.goal.note@0": "Godt på vej.",
            "follow_up.days": "4",
            "follow_up.well_being": "7",
            "follow_up.who5": "60",
            "follow_up.ors": "31,5",
            "follow_up.srs": "38",
            "follow_up.heard": "9",
            "follow_up.involved": "8",
            "follow_up.other_needs": "Bolig.",
            "follow_up.change": ["adjust"],
            "follow_up.agreed": "Vi ses.",
            "follow_up.next": "16.11.2026",
        }
    ).follow_ups
    (goal,) = talk.goals

    assert (talk.day, talk.next_day, talk.words) == (DAY, NEXT, WORDS)
    assert (goal.words, goal.status, goal.note) == ("Sove om natten", "on-way", "Godt på vej.")
    assert (talk.has_lapsed, talk.days_with_use, talk.well_being) == (True, 4, 7)
    assert (talk.who5, float(talk.ors or 0), talk.srs) == (60, 31.5, 38)
    assert (talk.heard, talk.involved) == (9, 8)
    assert (talk.other_needs, talk.change, talk.agreed) == ("Bolig.", "adjust", "Vi ses.")


def test_an_attendance_tells_what_was_tried() -> None:
    (missed,) = course(
        attendance={
            "attendance.date": "2.11.2026",
            "attendance.kind": ["talk"],
            "attendance.outcome": ["no-show"],
            "attendance.citizen_words": WORDS,
            "attendance.in_a_row": "3",
            "attendance.worry": ["true"],
            "attendance.worry_note": "Meget stille.",
            "attendance.attempt.date@0": "3.11.2026",
            "attendance.attempt.way@0": ["sms"],
            "attendance.attempt.result@0": ["no-answer"],
            "attendance.outreach": ["street"],
            "attendance.reached": ["false"],
            "attendance.next": ["keep-trying"],
            "attendance.next_date": "16.11.2026",
        }
    ).attendances
    (attempt,) = missed.attempts

    assert (missed.day, missed.next_day, missed.words) == (DAY, NEXT, WORDS)
    assert (missed.kind, missed.in_a_row, missed.is_missed) == ("talk", 3, True)
    assert (missed.is_worrying, missed.worry_note) == (True, "Meget stille.")
    assert (attempt.day, attempt.way, attempt.result) == (date(2026, 11, 3), "sms", "no-answer")
    assert missed.outreach | missed.steps == {"street", "keep-trying"}
    assert missed.is_reached is False


def test_a_lapse_tells_what_is_dangerous() -> None:
    (lapse,) = course(
        lapse={
            "lapse.date": "2.11.2026",
            "lapse.citizen_words": WORDS,
            "lapse.kind": ["slip"],
            "lapse.happened": "1.11.2026",
            "lapse.ongoing": ["over"],
            "lapse.danger": ["overdose"],
            "lapse.danger_done": "Modgift.",
            "lapse.opioids": ["yes"],
            "lapse.naloxone": ["given"],
            "lapse.advice": ["alone"],
            "lapse.children": ["no"],
            "lapse.change": ["more"],
            "lapse.agreed": "Vi ses.",
            "lapse.safe": "8",
            "lapse.next": "16.11.2026",
        }
    ).lapses

    assert (lapse.day, lapse.happened, lapse.next_day) == (DAY, date(2026, 11, 1), NEXT)
    assert (lapse.words, lapse.kind, lapse.ongoing) == (WORDS, "slip", "over")
    assert (lapse.opioids, lapse.naloxone, lapse.children) == ("yes", "given", "no")
    assert lapse.danger | lapse.advice | lapse.change == {"overdose", "alone", "more"}
    assert (lapse.danger_done, lapse.agreed, lapse.safe) == ("Modgift.", "Vi ses.", 8)


def test_a_gift_card_tells_the_agreement_and_the_card() -> None:
    (both,) = course(
        gift_card={
            "gift_card.step": ["both"],
            "gift_card.decided": ["yes"],
            "gift_card.agreed": "1.11.2026",
            "gift_card.amount": "200",
            "gift_card.most": "12",
            "gift_card.told": ["free"],
            "gift_card.citizen_words": WORDS,
            "gift_card.answer": ["yes"],
            "gift_card.given": "2.11.2026",
            "gift_card.given_amount": "200",
            "gift_card.receipt": ["signed"],
        }
    ).gift_cards

    assert (both.step, both.decided, both.answer, both.receipt) == ("both", "yes", "yes", "signed")
    assert (both.agreed, both.given, both.day) == (date(2026, 11, 1), DAY, DAY)
    assert (both.amount, both.most, both.given_amount) == (200, 12, 200)
    assert both.told == {"free"}
    assert both.words == WORDS


def test_several_entries_of_a_form_are_told_oldest_first_and_drafts_say_so() -> None:
    first = entry(Form.FOLLOW_UP, {"follow_up.date": "2.11.2026"}, number=1)
    draft = entry(Form.FOLLOW_UP, {"follow_up.date": "16.11.2026"}, number=2, signed=False)

    told = course_of(Case("case", (draft, first))).follow_ups

    assert [(talk.entry_id, talk.day, talk.is_signed) for talk in told] == [
        ("follow_up-1", DAY, True),
        ("follow_up-2", NEXT, False),
    ]
