"""Deciding again in an open case: what one works on, what a letter reads, which way it goes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.beside_shown import additions
from app.course_at import course_at, may_decide_anew
from app.course_shown import steps_shown
from app.entry_at import another_entry, entry_after, entry_of_form, entry_of_lack
from app.facts import Facts, answers_from
from app.form_words import another, closing_action, why_another
from app.letters_at import letter_at
from app.letters_batch import LettersBatch
from app.letters_delivery import delivery_shown
from app.letters_drafted import Told, drafted_letter
from app.letters_outlets import StoryOutlet
from app.letters_shown import letters_shown
from app.letters_standing import entries_read, issued_now, withdrawn_by
from app.letters_story import story_of
from app.letters_waiting import letters_waiting
from app.open_case import Approval, OpenCase, new_case, read_case
from app.sending_shown import sending_shown
from app.supplies import supplies, supplies_with
from app.work import Work
from models.case import Document, Entry
from models.course import Form
from models.decision import Delivery
from models.delivery import delivered_about
from models.letters.alone import alone
from models.letters.letter import LetterKind, LetterOf
from storage.register import create_register
from tests.builders import CONTACT, NOON, PARTIAL_REFUSAL, REQUEST, TODAY, clinic
from tests.demo.journey import PASSPHRASE, PERSON
from tests.journeys.people import CHEAP
from tests.letters_told import CATALOGUE
from tests.models.test_decisions import REFUSAL, STOP


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Work]:
    """Return the work of a person with a new register."""
    register, _ = create_register(tmp_path / "kartotek", PERSON, PASSPHRASE, NOON, CHEAP)
    clock = partial(_after, count())
    yield Work(register, supplies_with(register), clock, PERSON)
    register.close(even_unsaved=True)


def _after(seconds: Iterator[int]) -> datetime:
    return NOON + timedelta(seconds=next(seconds))


@pytest.fixture
def case(work: Work, qapp: object) -> OpenCase:
    """Return an open case in which treatment was granted and then stopped."""
    opened = OpenCase(new_case(work), work)
    for form, facts in ((Form.CONTACT, CONTACT), (Form.REQUEST, REQUEST)):
        signed(opened, form, facts)
    signed(opened, Form.DECISION, PARTIAL_REFUSAL)
    signed(opened, Form.DECISION, STOP)
    return opened


def signed(case: OpenCase, form: Form, facts: Facts) -> Entry:
    draft = drafted(case, form, facts)
    return case.sign(draft)


def drafted(case: OpenCase, form: Form, facts: Facts) -> Entry:
    begun = case.begin(form)
    draft = begun.rewritten(answers_from(supplies().newest(form), facts, TODAY), begun.changed)
    case.keep(draft)
    return draft


def decisions(case: OpenCase) -> tuple[Entry, ...]:
    return tuple(case.present.all(Form.DECISION))


def approved(case: OpenCase, letter: LetterOf, work: Work) -> Document:
    told = Told(case.present, case.course, case.case)
    draft = drafted_letter(letter, told, clinic(), work)
    return case.approve(Approval(draft, b"%PDF", case.present))


def test_a_new_decision_is_begun_once_and_then_gone_on_with(case: OpenCase) -> None:
    begun = another_entry(case, Form.DECISION)
    case.keep(begun)

    assert begun not in decisions(case)[:2]
    assert another_entry(case, Form.DECISION).id == begun.id
    assert not may_decide_anew(case)


def test_the_newest_decision_is_what_the_step_leads_to(case: OpenCase) -> None:
    assert entry_of_form(case, Form.DECISION) == decisions(case)[-1]


def test_what_the_letter_of_the_first_decision_lacks_is_mended_in_the_first(case: OpenCase) -> None:
    first, second = decisions(case)

    for decided, kind in (
        (first, LetterKind.DECISION),
        (second, LetterKind.DECISION_CHANGED),
    ):
        assert entry_of_lack(case, Form.DECISION, LetterOf(kind, decided.id).key) == decided


def test_what_it_lacks_of_the_contact_is_mended_in_the_contact(case: OpenCase) -> None:
    letter = LetterOf(LetterKind.DECISION, decisions(case)[0].id)

    assert entry_of_lack(case, Form.CONTACT, letter.key).form == Form.CONTACT


def test_a_correction_under_way_is_where_its_letter_is_mended(case: OpenCase) -> None:
    first, _ = decisions(case)
    correction = case.correct(first)
    case.keep(correction)

    letter = LetterOf(LetterKind.DECISION, first.id)

    assert entry_of_lack(case, Form.DECISION, letter.key).id == correction.id


def test_one_goes_on_after_the_first_decision_and_stays_at_a_later_one(case: OpenCase) -> None:
    assert entry_after(decisions(case)[-1], case, clinic()) is None


def test_a_decision_made_can_be_corrected_or_followed_by_a_new_one(case: OpenCase) -> None:
    made = decisions(case)[-1]

    assert closing_action(made) == "Ret det, der er skrevet"
    assert another(made) == "Ny afgørelse"
    assert "bliver stående" in why_another(made)
    assert another(another_entry(case, Form.DECISION)) == ""


def test_a_new_decision_can_be_added_when_one_is_made(case: OpenCase, work: Work) -> None:
    offered = additions(work.supplies, may_decide_anew=may_decide_anew(case))

    assert [one.title for one in offered if one.key == Form.DECISION] == ["Ny afgørelse"]
    assert Form.DECISION not in {one.key for one in additions(work.supplies)}


def test_the_steps_say_which_decision_of_how_many_is_the_newest(case: OpenCase, work: Work) -> None:
    shown = steps_shown(course_at(case, None), clinic(), work)

    details = [step.detail for step in shown if step.title == "Afgørelse"]
    assert details == [
        "Nr. 1 af 2 · Klagefrist 15.12.2026",
        "Nr. 2 af 2, den nyeste · Klagefrist 7.1.2027",
    ]


def test_a_draft_beside_decisions_made_is_shown_as_the_new_one(case: OpenCase, work: Work) -> None:
    drafted(case, Form.DECISION, REFUSAL)

    shown = steps_shown(course_at(case, None), clinic(), work)

    details = [step.detail for step in shown if step.title == "Afgørelse"]
    assert details[1:] == ["Nr. 2 af 2, den nyeste · Klagefrist 7.1.2027", "Ny afgørelse"]


def test_the_letter_of_a_new_decision_leaves_that_of_the_first_as_it_stands(
    case: OpenCase, work: Work
) -> None:
    signed(case, Form.DECISION, REFUSAL)
    first, _, third = decisions(case)
    one = approved(case, LetterOf(LetterKind.DECISION, first.id), work)
    approved(case, LetterOf(LetterKind.DECISION, third.id), work)
    row = CATALOGUE[LetterKind.DECISION]

    assert withdrawn_by(case.present, one, row) is None
    assert issued_now(case.present, LetterOf(LetterKind.DECISION, first.id), row) == one
    assert one.entries & {entry.id for entry in decisions(case)} == {first.id}


def test_the_letter_of_a_corrected_decision_withdraws_the_one_before(
    case: OpenCase, work: Work
) -> None:
    first, second = decisions(case)
    wrong = approved(case, LetterOf(LetterKind.DECISION, first.id), work)
    stop = approved(case, LetterOf(LetterKind.DECISION_CHANGED, second.id), work)
    right = case.sign(replace(case.correct(first), changed=NOON))

    new = approved(case, LetterOf(LetterKind.DECISION, right.id), work)

    assert withdrawn_by(case.present, wrong, CATALOGUE[LetterKind.DECISION]) == new
    assert withdrawn_by(case.present, stop, CATALOGUE[LetterKind.DECISION_CHANGED]) is None


def test_a_decision_that_a_correction_makes_a_stop_has_its_first_letter_withdrawn(
    case: OpenCase, work: Work
) -> None:
    first, second = decisions(case)
    wrong = approved(case, LetterOf(LetterKind.DECISION, first.id), work)
    stop = approved(case, LetterOf(LetterKind.DECISION_CHANGED, second.id), work)
    meant = case.correct(first).rewritten(second.answers, NOON)

    right = case.sign(meant)
    before = withdrawn_by(case.present, wrong, CATALOGUE[LetterKind.DECISION])
    new = approved(case, LetterOf(LetterKind.DECISION_CHANGED, right.id), work)

    assert before is None
    assert withdrawn_by(case.present, wrong, CATALOGUE[LetterKind.DECISION]) == new
    assert withdrawn_by(case.present, stop, CATALOGUE[LetterKind.DECISION_CHANGED]) is None
    assert wrong.id not in {one.id for one in letters_waiting(work)}
    titles = [step.title for step in letters_shown(course_at(case, None), clinic(), work)]
    assert "Afgørelse (tidligere)" in titles
    assert story_of(wrong, case, CATALOGUE)[0].startswith("Trukket tilbage: erstattet af brevet")


def test_a_delivery_noted_in_a_batch_has_the_lists_derived_with_it(
    case: OpenCase, work: Work, qtbot: QtBot
) -> None:
    first, _ = decisions(case)
    approved(case, LetterOf(LetterKind.DECISION, first.id), work)
    (true,) = work.register.citizens("", 1)
    work.register.upkeep.renew_lists([replace(true, due_text="Sådan stod det før")])
    batch = LettersBatch(work)

    with qtbot.waitSignal(batch.ended):
        batch.begin(letters_waiting(work), StoryOutlet(TODAY))

    (kept,) = work.register.citizens("", 1)
    read = OpenCase(read_case(case.case.id, work), work)
    assert delivered_about(read.present, first) is not None
    assert kept.due_text == true.due_text
    assert kept.changed > true.changed


def test_a_letter_that_may_hold_any_decision_is_made_from_each_that_was_made(
    case: OpenCase,
) -> None:
    drafted(case, Form.DECISION, REFUSAL)
    came = signed(case, Form.APPEAL, {"appeal.received": "15.12.2026"})

    read = entries_read(case.present, CATALOGUE[LetterKind.APPEAL_RECEIPT], came.id)

    assert [one for one in read if one.form == Form.DECISION] == list(decisions(case)[:2])


@pytest.mark.parametrize(
    ("number", "kind", "way"),
    [
        (0, LetterKind.DECISION, Delivery.LETTER),
        (1, LetterKind.DECISION_CHANGED, Delivery.HANDED_OVER),
    ],
)
def test_each_letter_is_offered_to_be_noted_as_its_decision_was_to_go(
    case: OpenCase, work: Work, number: int, kind: LetterKind, way: Delivery
) -> None:
    letter = LetterOf(kind, decisions(case)[number].id)
    issued = approved(case, letter, work)

    at = letter_at(case, letter.key, CATALOGUE)
    kept = letter_at(case, issued.id, CATALOGUE)

    assert issued.events[0].way == way
    assert delivery_shown(at, CATALOGUE[kind], work).likely == way
    assert delivery_shown(kept, CATALOGUE[kind], work).likely == way


def test_what_is_said_of_sending_is_about_the_way_of_the_decision(case: OpenCase) -> None:
    letters = (
        LetterOf(LetterKind.DECISION, decisions(case)[0].id),
        LetterOf(LetterKind.DECISION_CHANGED, decisions(case)[1].id),
    )

    hidden = replace(case.course.citizen, has_protected_address=True)
    course = replace(case.course, citizen=hidden)

    by_post, by_hand = (
        " ".join(sending_shown(CATALOGUE[one.kind], alone(course, one), is_issued=False))
        for one in letters
    )

    assert "Kun kuvertens rude må vise den" in by_post
    assert "så den står ikke i brevet" in by_hand
