"""The overview of a case: what stands in each of its parts, from a real case."""

from collections.abc import Generator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from app.case_overview_letters import letter_groups
from app.case_overview_notes import notes_shown
from app.case_overview_people import people_shown
from app.case_overview_thread import thread_shown
from app.case_overview_timeline import KINDS, SEEN, groups_of, told_seen, told_timeline
from app.conductors.case_overview import CaseOverviewConductor
from app.facts import Facts
from app.open_case import Approval, OpenCase, new_case, read_case
from app.supplies import supplies
from app.work import Work
from models.case import Case, Entry
from models.course import Form
from models.letters.basis import Occasion
from models.letters.letter import LetterKind, LetterOf
from models.letters.writing import write_letter
from models.timeline import Kind
from storage.records import DocumentStep
from storage.register import Register, open_register
from tests.builders import CONTACT, NOON, REPRESENTED, REQUEST, clinic, entry
from tests.demo.journey import PASSPHRASE, PERSON
from tests.journeys.people import make_register
from views.screen.case_overview.goal_marks import Going
from views.screen.case_overview.page import Part
from views.screen.case_overview.people_view import PersonShown
from views.screen.case_overview.rows import RowGroup, RowShown
from views.screen.rows import RowList

NOTE: Facts = {
    "conversation_note.date": "1.11.2026",
    "conversation_note.words": "Det går bedre med kajakken.",
}
NETWORK: Facts = {
    "network.person.name@0": "Åse Prøvesen",
    "network.person.involve@0": ["yes"],
    "network.person.contact@0": "00 00 00 77",
    "network.person.name@1": "Lille Prøvesen",
    "network.person.under_18@1": ["true"],
}
CONSENT: Facts = {
    "consent.date": "1.11.2026",
    "consent.party": "åse  prøvesen",
    "consent.answer": ["given"],
    "consent.direction": ["both"],
}
PLAN: Facts = {
    "plan.date": "2.11.2026",
    "plan.therapist": "Ida Øvesen",
    "goal.area@0": ["drugs"],
    "goal.words@0": "Sove om natten.",
    "intervention.what@0.0": "Samtale",
    "plan.review": "1.12.2026",
}
FOLLOWED: Facts = {
    "follow_up.date": "2.11.2026",
    "follow_up.goal.words@0": "Sove om natten.",
    "follow_up.goal.status@0": ["on-way"],
}


@pytest.fixture
def work(tmp_path: Path) -> Generator[Work]:
    make_register(tmp_path / "kartotek")
    register: Register = open_register(tmp_path / "kartotek", PERSON, PASSPHRASE, NOON)
    yield Work(register, supplies(), lambda: NOON, PERSON)
    register.close()


def a_case(work: Work, draft: Form | None = None, **forms: Facts) -> OpenCase:
    case = OpenCase(new_case(work), work)
    for name, facts in forms.items():
        begun = case.begin(name).rewritten(entry(Form(name), facts).answers, work.clock())
        case.keep(begun)
        if name != draft:
            case.sign(begun)
    return case


def approve(case: OpenCase, work: Work, kind: LetterKind) -> None:
    draft = write_letter(
        LetterOf(kind), case.course, clinic(), work.supplies.book, Occasion(work.today, PERSON)
    )
    case.approve(Approval(draft, b"%PDF-1.7", case.present))


def rows(groups: tuple[RowGroup, ...]) -> list[RowShown]:
    return [row for group in groups for row in group.rows]


def titles(groups: tuple[RowGroup, ...]) -> list[str]:
    return [row.title for row in rows(groups)]


def shown(qtbot: QtBot, case: OpenCase, work: Work, part: Part) -> CaseOverviewConductor:
    conductor = CaseOverviewConductor(case, work, clinic())
    qtbot.addWidget(conductor.page)
    conductor.page.resize(900, 700)
    conductor.page.show()
    conductor.turn_to(part)
    return conductor


def timeline_rows(conductor: CaseOverviewConductor) -> list[str]:
    (view,) = conductor.page.timeline.findChildren(RowList)
    model = view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_every_part_of_an_empty_case_can_be_shown(qtbot: QtBot, work: Work) -> None:
    conductor = shown(qtbot, OpenCase(new_case(work), work), work, Part.THREAD)

    for part in Part:
        conductor.turn_to(part)
        assert conductor.page.part is part


def test_the_timeline_goes_by_month_and_finds_what_was_written(work: Work) -> None:
    told = told_timeline(a_case(work, contact=CONTACT, conversation_note=NOTE), work)

    everything = groups_of(told, "", "")
    by_word = groups_of(told, "", "KAJAKKEN  bedre")
    notes = groups_of(told, Kind.NOTE, "")

    assert [group.heading for group in everything] == ["November 2026"]
    assert titles(by_word) == titles(notes) == ["Note om samtalen"]
    assert rows(groups_of(told, Kind.NOTE, "henvendelse")) == []


def test_a_draft_and_a_correction_say_that_they_are_such(work: Work) -> None:
    case = a_case(work, contact=CONTACT)
    signed = case.case.current(Form.CONTACT)
    assert signed is not None
    case.keep(case.correct(signed))

    (begun,) = rows(groups_of(told_timeline(case, work), Kind.BEGUN, ""))

    assert begun.chip == "Kladde"
    assert begun.detail.startswith("Rettelse, der ikke er underskrevet.")


def test_who_has_seen_the_case_is_told_apart_from_what_happened(work: Work) -> None:
    case = a_case(work, contact=CONTACT)
    read_case(case.case.id, work)
    work.register.flush()

    seen = told_seen(case, work, "Łukasz")

    assert titles(groups_of(seen, SEEN, "")) == ["Åbnede en borger"]
    assert "Åbnede" not in " ".join(titles(groups_of(told_timeline(case, work), "", "")))


def test_a_letter_has_its_state_and_all_that_became_of_it(work: Work) -> None:
    case = a_case(work, contact=CONTACT, request=REQUEST)
    approve(case, work, LetterKind.REQUEST_RECEIPT)
    (document,) = case.case.documents
    before = rows(letter_groups(case, work, clinic()))

    case.note(document, DocumentStep.SENT, "letter")

    key = f"letter:{document.id}"
    (waited,) = [row for row in before if row.key == key]
    (sent,) = [row for row in rows(letter_groups(case, work, clinic())) if row.key == key]
    assert (waited.chip, sent.chip) == ("Godkendt, ikke sendt", "Sendt")
    assert "Godkendt" in sent.detail


def test_a_letter_in_whose_place_another_came_is_withdrawn_in_both_lists(work: Work) -> None:
    case = a_case(work, contact=CONTACT, request=REQUEST)
    approve(case, work, LetterKind.REQUEST_RECEIPT)
    later = replace(work, clock=_an_hour_later)
    again = OpenCase(case.case, later)
    approve(again, later, LetterKind.REQUEST_RECEIPT)

    letters = [row.chip for row in rows(letter_groups(again, later, clinic()))]
    told = [row.chip for row in rows(groups_of(told_timeline(again, later), Kind.LETTER, ""))]

    assert letters.count("Trukket tilbage") == told.count("Trukket tilbage") == 1


def _an_hour_later() -> datetime:
    return NOON + timedelta(hours=1)


def test_notes_are_whole_newest_first_and_say_whose_words_are_the_citizens(work: Work) -> None:
    older = {**NOTE, "conversation_note.date": "30.10.2026"}
    case = a_case(work, conversation_note=NOTE)
    begun = case.begin(Form.CONVERSATION_NOTE)
    case.keep(begun.rewritten(entry(Form.CONVERSATION_NOTE, older).answers, NOON))

    new, old = notes_shown(case, work)

    assert (new.day, new.state, old.day, old.state) == (
        "1. november 2026",
        "",
        "30. oktober 2026",
        "Kladde",
    )
    assert [one.answer for one in new.said if one.is_citizens] == ["Det går bedre med kajakken."]


def people(case: OpenCase, work: Work) -> dict[str, PersonShown]:
    return {one.name: one for group in people_shown(case, work) for one in group.people}


def test_a_person_has_a_number_and_what_the_consent_lets_us_share(work: Work) -> None:
    case = a_case(work, contact=CONTACT, network=NETWORK, consent=CONSENT)

    found = people(case, work)

    assert found["Åse Prøvesen"].reach == "00 00 00 77"
    assert found["Åse Prøvesen"].state == "Gælder"
    assert "åse  prøvesen" not in found


def test_without_a_consent_it_is_said_to_ask_first(work: Work) -> None:
    case = a_case(work, contact=CONTACT, network=NETWORK)

    person = people(case, work)["Åse Prøvesen"]

    assert person.state == "Intet samtykke"
    assert "Spørg borgeren" in " ".join(person.sharing)


def test_a_consent_about_somebody_else_stands_by_itself(work: Work) -> None:
    case = a_case(work, contact=CONTACT, consent={**CONSENT, "consent.party": "Jobcenter Prøveby"})

    assert people(case, work)["Jobcenter Prøveby"].state == "Gælder"


def test_children_representative_and_counsellor_stand_in_groups_of_their_own(work: Work) -> None:
    case = a_case(work, contact=CONTACT, request=REPRESENTED, network=NETWORK, treatment_plan=PLAN)

    groups = {
        group.heading: [one.name for one in group.people] for group in people_shown(case, work)
    }

    assert groups["Børn"] == ["Lille Prøvesen"]
    assert groups["Netværk"] == ["Åse Prøvesen"]
    assert groups["Ved borgerens side"] == ["Advokat Øve"]
    assert groups["Sagsbehandler og behandler"] == ["Ida Øvesen"]


def test_the_thread_goes_from_the_goal_to_how_it_goes_and_on(work: Work) -> None:
    case = a_case(work, contact=CONTACT, treatment_plan=PLAN, follow_up=FOLLOWED)

    thread = thread_shown(case, work, clinic())

    (goal,) = thread.goals
    assert (goal.heading, goal.words) == ("Mål 1: Rusmidler", "Sove om natten.")
    assert goal.deeds == ("Samtale.",)
    assert [mark.going for mark in goal.marks] == [Going.ON_THE_WAY]
    assert goal.latest == "På vej (2.11.2026)"
    assert thread.onward == ("Næste opfølgning: 1. december 2026",)


def test_a_number_asked_twice_becomes_a_line_from_the_first_to_the_newest(work: Work) -> None:
    first = {"follow_up.date": "1.11.2026", "follow_up.well_being": "4"}
    case = a_case(work, contact=CONTACT, follow_up=first)
    better = {"follow_up.date": "2.11.2026", "follow_up.well_being": "7"}
    second = case.begin(Form.FOLLOW_UP)
    case.keep(second.rewritten(entry(Form.FOLLOW_UP, better).answers, NOON))

    (chart,) = thread_shown(case, work, clinic()).charts

    assert chart.title == "Trivsel fra 0 til 10"
    assert [height for _, height in chart.points] == [0.4, 0.7]


def test_choosing_a_line_leads_to_what_it_is_about(qtbot: QtBot, work: Work) -> None:
    case = a_case(work, contact=CONTACT, request=REQUEST)
    approve(case, work, LetterKind.REQUEST_RECEIPT)
    conductor = shown(qtbot, case, work, Part.TIMELINE)
    contact = case.case.current(Form.CONTACT)
    assert contact is not None

    with qtbot.waitSignal(conductor.step_chosen) as step:
        conductor.page.timeline.chosen.emit(f"step:{contact.id}")
    with qtbot.waitSignal(conductor.letter_chosen) as letter:
        conductor.page.letters.chosen.emit(f"letter:{case.case.documents[0].id}")

    assert (step.args, letter.args) == ([contact.id], [case.case.documents[0].id])


def test_an_overdue_deadline_leads_to_its_task(work: Work) -> None:
    long_ago = {**REQUEST, "request.received": "1.9.2026"}
    case = a_case(work, contact=CONTACT, request=long_ago)

    told = rows(groups_of(told_timeline(case, work), Kind.DEADLINE, "behandlingsgaranti"))

    assert [(row.key, row.chip) for row in told] == [("task:treatment_guarantee", "Overskredet")]


def test_ny_note_begins_a_note(qtbot: QtBot, work: Work) -> None:
    conductor = shown(qtbot, a_case(work, contact=CONTACT), work, Part.NOTES)
    new = next(
        button
        for button in conductor.page.notes.findChildren(QAbstractButton)
        if button.text() == "Ny note"
    )

    with qtbot.waitSignal(conductor.step_chosen) as chosen:
        new.click()

    assert chosen.args == [Form.CONVERSATION_NOTE]


def test_typing_and_choosing_a_kind_sift_the_timeline(qtbot: QtBot, work: Work) -> None:
    case = a_case(work, contact=CONTACT, conversation_note=NOTE)
    conductor = shown(qtbot, case, work, Part.TIMELINE)
    (line,) = conductor.page.timeline.findChildren(QLineEdit)
    (kinds,) = conductor.page.timeline.findChildren(QComboBox)

    line.setText("kajakken")
    by_word = timeline_rows(conductor)
    line.clear()
    kinds.setCurrentIndex(kinds.findText("Hvem har set sagen"))

    assert len(by_word) == 2
    assert by_word[1].startswith("Note om samtalen")
    assert timeline_rows(conductor) == []
    assert kinds.count() == len(KINDS) + 1


def test_thousands_of_lines_are_sifted_and_shown(qtbot: QtBot, work: Work) -> None:
    case = a_case(work, contact=CONTACT)
    many = OpenCase(_with_many_notes(case.case), work)
    conductor = shown(qtbot, many, work, Part.TIMELINE)

    (line,) = conductor.page.timeline.findChildren(QLineEdit)
    line.setText("kajakken")

    assert len([row for row in timeline_rows(conductor) if "Note" in row]) == 2000


def _with_many_notes(case: Case) -> Case:
    note = entry(Form.CONVERSATION_NOTE, NOTE)
    notes = tuple(_note(note, number) for number in range(2000))
    return replace(case, entries=(*case.entries, *notes))


def _note(note: Entry, number: int) -> Entry:
    at = NOON - timedelta(days=2000 - number)
    return replace(note, id=f"note-{number}", started=at, changed=at, signed=at)
