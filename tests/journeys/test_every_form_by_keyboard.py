"""Every form that is shipped, filled and signed by somebody without a mouse."""

from collections.abc import Iterator

import pytest
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.conductors.form import FormConductor
from app.form_copies import FormCopies, Print
from app.open_case import OpenCase, new_case
from app.supplies import supplies, supplies_with
from app.work import Work
from forms.checking import problems
from forms.enablement import enabled_places
from forms.findings import Severity, response_findings
from forms.outline import places_of, sections
from models.case import Entry
from storage.register import create_register
from tests.builders import NOON, TODAY, clinic
from tests.demo.journey import PASSPHRASE, PERSON
from tests.filling import waits
from tests.journeys.keyboard_person import KeyboardPerson
from tests.journeys.people import CHEAP
from tests.views.paper.paper_reading import page_texts
from views.screen.look import Theme, apply_look

pytestmark = pytest.mark.journey

FORMS = sorted(name for name, _ in supplies().forms)


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Work]:
    """Return the work of a person with a new register, which all forms here go into."""
    folder = tmp_path_factory.mktemp("kartotek") / "kartotek"
    register, _ = create_register(folder, PERSON, PASSPHRASE, NOON, CHEAP)
    yield Work(register, supplies_with(register), lambda: NOON, PERSON)
    register.close()


def filled_by_keyboard(case: OpenCase, work: Work, name: str, qtbot: QtBot) -> Entry:
    """Return the signed entry of the form *name*."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_look(application, Theme.LIGHT, 1.0)
    form = FormConductor(case, work, case.begin(name))
    qtbot.addWidget(form.page)
    form.page.resize(900, 700)
    with qtbot.waitActive(form.page):
        form.page.show()
        form.page.activateWindow()
    form.begin()
    KeyboardPerson(form, TODAY).fill_and_sign()
    return form.entry


@pytest.mark.parametrize("name", FORMS)
def test_a_shipped_form_is_filled_and_signed_by_keyboard_alone(
    name: str, work: Work, qtbot: QtBot
) -> None:
    case = OpenCase(new_case(work), work)

    entry = filled_by_keyboard(case, work, name, qtbot)

    form = work.supplies.form(entry.form, entry.version)
    copies = FormCopies(case, work, clinic())
    response = copies.response(entry).decode()
    (stored,) = work.register.case_entries(case.case.id)
    assert entry.is_signed
    assert problems(form, entry.answers, TODAY) == ()
    assert unanswered(entry, work) == []
    for text in (response, stored.response):
        assert QuestionnaireResponse.model_validate_json(text).status == "completed"
        found = response_findings(form, text, TODAY)
        assert [finding for finding in found if finding.severity is Severity.ERROR] == []
    assert form.title in page_texts(copies.paper(entry, Print()))[0]


def unanswered(entry: Entry, work: Work) -> list[str]:
    """Return the questions that were asked and that a person has not come by."""
    form = work.supplies.form(entry.form, entry.version)
    shown = enabled_places(form, entry.answers, TODAY)
    return [
        place.link_id
        for section in sections(form)
        for item, place in places_of(section, entry.answers)
        if place in shown and waits(item, entry.answers, place)
    ]
