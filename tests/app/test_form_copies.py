import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fhir.resources.R4B.questionnaire import Questionnaire as FhirQuestionnaire
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

import resources
from app.conductors.form import FormConductor
from app.conductors.form_copy import FormCopyConductor
from app.facts import answers_from
from app.form_copies import FormCopies, Print, file_name
from app.open_case import OpenCase, new_case
from app.score_words import score_words
from app.supplies import supplies_with
from app.trail_shown import lines_of
from app.work import Work
from forms.findings import Severity, response_findings
from forms.reply import Reply
from models.answers import Place
from models.case import Entry
from models.course import Form
from storage.records import ClinicForm, Deed, FormName, FormStatus
from storage.register import create_register
from tests.builders import CONTACT, NOON, TODAY, clinic
from tests.demo.journey import PASSPHRASE, PERSON
from tests.filling import filled
from tests.journeys.people import CHEAP
from tests.views.paper.paper_reading import page_texts
from views.screen.form_paper_box import FormPaperBox
from views.screen.lifetime import is_alive

PRIVATE = "Der er ringet til lægevagten."
OFFICE = clinic()


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Work]:
    """Return the work of a person with a new register."""
    register, _ = create_register(tmp_path / "kartotek", PERSON, PASSPHRASE, NOON, CHEAP)
    yield Work(register, supplies_with(register), lambda: NOON, PERSON)
    register.close(even_unsaved=True)


@pytest.fixture
def case(work: Work, qapp: object) -> OpenCase:
    """Return an open case whose contact is signed, with a note for the counsellor alone."""
    opened = OpenCase(new_case(work), work)
    facts = {**CONTACT, "contact.acute": ["true"], "contact.acute_note": PRIVATE}
    answers = answers_from(work.supplies.newest(Form.CONTACT), facts, TODAY)
    entry = opened.begin(Form.CONTACT).rewritten(answers, NOON)
    opened.keep(entry)
    opened.sign(entry)
    return opened


def contact(case: OpenCase) -> Entry:
    entry = case.case.current(Form.CONTACT)
    assert entry is not None
    return entry


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page_texts(pdf)).split())


def test_a_signed_form_on_paper_says_who_when_and_what(case: OpenCase, work: Work) -> None:
    text = text_of(FormCopies(case, work, OFFICE).paper(contact(case), Print()))

    for words in (
        "Prøvekøbing Kommune, Rusmiddelcenter Åløkke",
        "Henvendelse",
        "Łukasz Øvelund",
        "300279-0012",
        f"Underskrevet 2. november 2026 af {PERSON}",
        PRIVATE,
    ):
        assert words in text
    assert "Kladde" not in text


def test_the_citizens_copy_has_no_word_of_what_is_the_counsellors(
    case: OpenCase, work: Work
) -> None:
    copies = FormCopies(case, work, OFFICE)

    text = text_of(copies.paper(contact(case), Print(for_citizen=True)))

    assert PRIVATE not in text
    assert "Borgerens" in text


def test_a_score_on_paper_says_what_it_means_but_not_to_the_citizen(
    case: OpenCase, work: Work
) -> None:
    copies = FormCopies(case, work, OFFICE)
    answers = filled(work.supplies.newest("who_5"), TODAY)
    measured = case.begin("who_5").rewritten(answers, NOON)

    whole = text_of(copies.paper(measured, Print()))
    citizens = text_of(copies.paper(measured, Print(for_citizen=True)))

    meanings = score_words(answers, work.supplies.instruments, None).values()
    assert meanings
    for meaning in (words for lines in meanings for words in lines):
        assert meaning in whole
        assert meaning not in citizens
    assert "100 (regnet ud)" in citizens


def test_a_correction_on_paper_names_what_it_replaces(case: OpenCase, work: Work) -> None:
    correction = case.correct(contact(case))

    text = text_of(FormCopies(case, work, OFFICE).paper(correction, Print()))

    assert "Træder i stedet for det, der blev underskrevet 2. november 2026" in text
    assert "Kladde" in text


def test_the_answers_for_another_program_are_fhir_and_fit_the_form_beside_them(
    case: OpenCase, work: Work
) -> None:
    copies = FormCopies(case, work, OFFICE)
    entry = contact(case)

    response, form = copies.response(entry).decode(), copies.questionnaire(entry).decode()

    assert QuestionnaireResponse.model_validate_json(response).status == "completed"
    assert FhirQuestionnaire.model_validate_json(form).name == "contact"
    assert json.loads(response)["subject"]["display"] == "Łukasz Øvelund"
    assert "300279" in response  # the citizen's number was answered, and so is in the answers
    found = response_findings(copies.form(entry), response, TODAY)
    assert [f for f in found if f.severity is Severity.ERROR] == []


def test_a_form_is_given_away_as_it_came(case: OpenCase, work: Work) -> None:
    copies = FormCopies(case, work, OFFICE)
    entry = contact(case)
    earlier = replace(entry, version="1")

    assert copies.questionnaire(entry).decode() == resources.text("questionnaires/contact.json")
    assert copies.questionnaire(earlier).decode() == resources.text(
        "questionnaires/earlier/contact-1.json"
    )


def test_a_form_of_the_clinics_own_is_given_away_as_it_was_brought_in(
    case: OpenCase, work: Work
) -> None:
    url = "urn:proeve:skema"
    own = ClinicForm(FormName(url, "1"), FormStatus.DRAFT, "Prøve", '{"a": "å"}', NOON, PERSON)
    work.register.forms.bring_in(own)

    given = FormCopies(case, work, OFFICE).questionnaire(
        replace(contact(case), form=url, version="1")
    )

    assert given.decode() == '{"a": "å"}'


@pytest.mark.parametrize(
    ("title", "what", "name"),
    [
        ("Opfølgning på æ & å", "svar", "opfoelgning-paa-ae-aa-svar.pdf"),
        ("../../etc/passwd", "", "etc-passwd.pdf"),
        ("李 😀", "skema", "skema-skema.pdf"),
        ("x" * 90, "", f"{'x' * 40}.pdf"),
        ("WHO-5 Trivselsindeks", "kladde", "who-5-trivselsindeks-kladde.pdf"),
    ],
)
def test_file_names_say_what_a_file_is_in_plain_letters(title: str, what: str, name: str) -> None:
    assert file_name(title, what, "pdf") == name


class Desk:
    """A form on the screen, and the box that *Mere* opens."""

    def __init__(self, case: OpenCase, work: Work, entry: Entry) -> None:
        self.form = FormConductor(case, work, entry)
        self.copying = FormCopyConductor(self.form, case, work, OFFICE)
        self.form.page.resize(1200, 800)
        self.form.page.show()

    def open(self, *, at_files: bool = False) -> FormPaperBox:
        more = self.copying.more
        (more.file_asked if at_files else more.paper_asked).emit()
        return self.box()

    def box(self) -> FormPaperBox:
        return self.form.page.findChildren(FormPaperBox)[0]

    def click(self, text: str) -> None:
        next(b for b in self.box().findChildren(QAbstractButton) if b.text() == text).click()

    def said(self) -> set[str]:
        return {label.text() for label in self.box().findChildren(QLabel) if label.isVisible()}


@pytest.fixture
def desk(case: OpenCase, work: Work, qtbot: QtBot) -> Desk:
    """Return the signed contact on the screen."""
    return Desk(case, work, contact(case))


def spooler(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program called lp into *folder*, which stands for the spooler outside the program."""
    lp = folder / "lp"
    lp.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    lp.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")


def deeds(work: Work) -> list[Deed | str]:
    return [row.deed for row in work.register.trail(20)]


@pytest.mark.skipif(os.name == "nt", reason="elsewhere the system's dialog prints")
def test_what_is_printed_is_what_is_shown_and_the_trail_knows(
    desk: Desk, work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spooler(tmp_path, monkeypatch, f"cat > {tmp_path}/printed")
    desk.open()

    desk.click("Skriv ud")

    printed = (tmp_path / "printed").read_bytes()
    assert PRIVATE in text_of(printed)
    assert "Skemaet er sendt til printeren." in desk.said()
    (row,) = [row for row in work.register.trail(20) if row.deed is Deed.ENTRY_PRINTED]
    assert row.subject == desk.form.entry.id
    assert row.by == PERSON
    assert any("Skrev et udfyldt skema ud" in str(line) for line in lines_of([row], TODAY, {}))


@pytest.mark.skipif(os.name == "nt", reason="elsewhere the system's dialog prints")
def test_a_printer_that_refuses_is_said_in_the_box_and_nothing_is_noted(
    desk: Desk, work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spooler(tmp_path, monkeypatch, "exit 1")
    desk.open()

    desk.click("Skriv ud")

    assert any("tog ikke imod" in text for text in desk.said())
    assert Deed.ENTRY_PRINTED not in deeds(work)


def test_the_edition_that_was_chosen_is_the_one_that_is_saved(
    desk: Desk, work: Work, tmp_path: Path
) -> None:
    box = desk.open()
    path = tmp_path / "skema.pdf"

    desk.click("Borgerens eksemplar")
    box.save_asked.emit(str(path))

    assert PRIVATE not in text_of(path.read_bytes())
    assert "Filen er gemt." in desk.said()
    assert deeds(work)[0] is Deed.ENTRY_SAVED


def test_answers_leave_with_a_word_in_the_trail_and_a_form_without_one(
    desk: Desk, work: Work, tmp_path: Path
) -> None:
    box = desk.open(at_files=True)

    box.form_asked.emit(str(tmp_path / "form.json"))
    before = deeds(work)
    box.answers_asked.emit(str(tmp_path / "answers.json"))

    assert Deed.ENTRY_EXPORTED not in before
    assert deeds(work)[0] is Deed.ENTRY_EXPORTED
    assert json.loads((tmp_path / "form.json").read_text("utf-8"))["name"] == "contact"
    assert json.loads((tmp_path / "answers.json").read_text("utf-8"))["status"] == "completed"


def test_a_place_that_cannot_be_written_to_is_said(desk: Desk, tmp_path: Path) -> None:
    desk.open().save_asked.emit(str(tmp_path / "ingen" / "skema.pdf"))

    assert any("mappe" in text for text in desk.said())


def test_no_copy_stays_outside_without_a_word_inside(
    desk: Desk, work: Work, tmp_path: Path
) -> None:
    box = desk.open()
    work.register.close()

    box.answers_asked.emit(str(tmp_path / "answers.json"))
    box.form_asked.emit(str(tmp_path / "form.json"))

    assert [path.name for path in tmp_path.iterdir()] == ["kartotek"]
    assert any("lukket" in text for text in desk.said())


def test_a_draft_leaves_as_it_stands_on_the_screen(
    case: OpenCase, work: Work, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = Desk(case, work, case.begin(Form.REQUEST))
    path = tmp_path / "skema.pdf"

    desk.form.page.answered.emit(Place("request.words"), Reply("Åh, hjælp mig."))
    desk.open().save_asked.emit(str(path))

    assert "Åh, hjælp mig." in text_of(path.read_bytes())
    assert "Kladde" in text_of(path.read_bytes())
    assert desk.form.is_kept


def test_a_closed_box_is_forgotten_and_can_be_opened_again(desk: Desk, qtbot: QtBot) -> None:
    box = desk.open()

    box.close()
    qtbot.waitUntil(lambda: not is_alive(box))

    assert desk.open() is not box
    assert QApplication.activeModalWidget() is desk.box()
