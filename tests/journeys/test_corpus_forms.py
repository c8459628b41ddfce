"""Public forms on the screen: what can be asked is tried whole, the rest is refused by name.

Where they lie is said in tests/forms/corpora.py. Any warning of Qt fails a test here.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.conductors.form_trial import FormTrial
from app.supplies import supplies
from forms.findings import Severity, form_findings
from forms.outline import sections
from forms.questionnaire import Questionnaire
from forms.reader import read_form
from models.answers import Place
from tests.builders import TODAY
from tests.demo.journey import Journey
from tests.forms.corpora import FORMS
from tests.journeys.seeing import said
from views.screen.column_scroll import ColumnScroll
from views.screen.fields.field import Field
from views.screen.form_page import FormPage
from views.screen.look import Theme, apply_look

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(not FORMS.exists(), reason="the public forms are not here"),
]

PATHS = sorted(FORMS.glob("*.json"))
READ = [path for path in PATHS if read_form(path.read_text(encoding="utf-8")).questionnaire]
REFUSED = [path for path in PATHS if path not in READ]
LOOKS = [(Theme.LIGHT, 1.0), (Theme.DARK, 2.0)]


def form_in(path: Path) -> Questionnaire:
    form = read_form(path.read_text(encoding="utf-8")).questionnaire
    assert form is not None
    return form


def shown_fields(page: FormPage) -> Iterator[Field]:
    return (field for field in page.findChildren(Field) if field.isVisible())


def reaches_beyond(widget: QWidget, page: FormPage) -> bool:
    """Return whether *widget* is wider than what the page shows of it."""
    viewport = page.findChildren(ColumnScroll)[0].viewport()
    right = widget.mapTo(page, widget.rect().topRight()).x()
    return right > viewport.mapTo(page, viewport.rect().topRight()).x()


@pytest.mark.parametrize(("theme", "scale"), LOOKS)
@pytest.mark.parametrize("path", READ, ids=[path.stem for path in READ])
def test_a_public_form_that_can_be_asked_is_tried_from_end_to_end(
    path: Path, theme: Theme, scale: float, qapp: QApplication, qtbot: QtBot
) -> None:
    apply_look(qapp, theme, scale)
    form = form_in(path)
    trial = FormTrial(form, TODAY, supplies().instruments)
    qtbot.addWidget(trial.page)
    trial.page.resize(1366, 768)
    trial.page.show()
    page = trial.page.findChildren(FormPage)[0]

    for number, section in enumerate(sections(form)):
        page.section_chosen.emit(number)
        page.focus_place(Place(section.link_id))
        qapp.processEvents()

        beyond = [field.item.link_id for field in shown_fields(page) if reaches_beyond(field, page)]
        assert beyond == []
    page.closing_asked.emit()
    apply_look(qapp, Theme.LIGHT, 1.0)


def test_every_other_public_form_is_refused_with_the_item_and_the_reason(journey: Journey) -> None:
    journey.hands.click("Indstillinger")
    journey.hands.click("Se jeres skemaer")

    for path in REFUSED:
        errors = [
            found
            for found in form_findings(path.read_text(encoding="utf-8"))
            if found.severity is Severity.ERROR
        ]
        journey.hands.in_the_file_dialog(path, lambda: journey.hands.click("Vælg en fil …"))

        words = said(journey)
        assert "Skemaet er ikke hentet ind" in words, path.stem
        assert errors[0].item in words, path.stem
        assert errors[0].message in words, path.stem
