"""While the citizen reads along, nothing tells of what is the counsellor's alone."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.supplies import supplies
from forms.checking import problems
from forms.enablement import enabled_places
from forms.questionnaire import Item, ItemType, Questionnaire
from models.answers import Answers
from models.course import Form
from tests.views.screen.test_form_changes import told_by
from views.screen.form_head import NOT_TO_READ
from views.screen.form_page import FormPage
from views.screen.section_thread import Knot

SLEEP = Item("sleep", ItemType.INTEGER, "Hvor mange timer?", citizen_wording="Hvor længe sover du?")
WORRY = Item("worry", ItemType.TEXT, "Hvad bekymrer?", counsellor_only=True)
INNER = Item("inner", ItemType.GROUP, "Uroen", (replace(WORRY, counsellor_only=False),))
OPEN = Item(
    "open", ItemType.GROUP, "Borgerens søvn", (SLEEP,), citizen_wording="Din søvn", help="Spørg."
)
MARKED = Item("marked", ItemType.GROUP, "Mistanken", (INNER,), counsellor_only=True, help="Skriv.")
NOTES = Item("notes", ItemType.GROUP, "Egne noter", (replace(WORRY, link_id="note"),))
SECRETS = ("Mistanken", "Skriv.", "Uroen", "Hvad bekymrer?", "Egne noter")


def form(*sections: Item) -> Questionnaire:
    return Questionnaire("urn:form", "form", "1", "Søvn og uro", sections)


@pytest.fixture
def page(qtbot: QtBot) -> FormPage:
    page = FormPage()
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    return page


def show(page: FormPage, asked: Questionnaire, section: int) -> None:
    page.name.show_name(asked.title)
    page.show_form(asked, section, Answers(), enabled_places(asked, Answers()))


def heard_and_seen(page: FormPage) -> str:
    """Return all that stands on the page, or is told by a screen reader or a tip."""
    QApplication.processEvents()
    visible = (widget for widget in page.findChildren(QWidget) if widget.isVisible())
    return "\n".join(
        said
        for widget in visible
        for said in (
            str(widget.property("text") or ""),
            widget.accessibleName(),
            widget.accessibleDescription(),
            widget.toolTip(),
        )
    )


def knots(page: FormPage) -> list[str]:
    QApplication.processEvents()
    return [knot.toolTip().split("\n")[0] for knot in page.findChildren(Knot) if knot.isVisible()]


@pytest.mark.parametrize("section", [MARKED, NOTES], ids=["marked", "only notes"])
def test_a_section_that_is_the_counsellors_alone_shows_not_even_its_name(
    page: FormPage, section: Item
) -> None:
    page.set_citizen_view(True)

    show(page, form(OPEN, section), 1)

    assert not any(secret in heard_and_seen(page) for secret in SECRETS)
    assert NOT_TO_READ in heard_and_seen(page)


def test_the_thread_leads_past_what_is_the_counsellors_alone(page: FormPage) -> None:
    asked = form(OPEN, MARKED, replace(OPEN, link_id="more", items=()), NOTES)
    show(page, asked, 0)
    before = knots(page)

    page.set_citizen_view(True)
    along = knots(page)
    page.set_citizen_view(False)

    assert before == ["Borgerens søvn", "Mistanken", "Borgerens søvn", "Egne noter"]
    assert along == ["Din søvn", "Din søvn"]
    assert knots(page) == before


def test_a_section_goes_by_the_name_the_citizen_knows_without_the_counsellors_help(
    page: FormPage,
) -> None:
    show(page, form(OPEN, NOTES), 0)
    usual = heard_and_seen(page)

    page.set_citizen_view(True)

    assert "Borgerens søvn" in usual
    assert "Spørg." in usual
    assert "Din søvn" in heard_and_seen(page)
    assert "Borgerens søvn" not in heard_and_seen(page)
    assert "Spørg." not in heard_and_seen(page)


def test_whoever_stands_in_the_counsellors_section_is_led_out_of_it(page: FormPage) -> None:
    asked: list[int] = []
    show(page, form(MARKED, OPEN), 0)
    page.section_chosen.connect(asked.append)

    page.set_citizen_view(True)

    assert asked == [1]
    assert not any(secret in heard_and_seen(page) for secret in SECRETS)


def test_whoever_stands_elsewhere_stays_there(page: FormPage) -> None:
    asked: list[int] = []
    show(page, form(OPEN, MARKED), 0)
    page.section_chosen.connect(asked.append)

    page.set_citizen_view(True)
    page.set_citizen_view(False)

    assert asked == []


def test_a_form_that_is_the_counsellors_alone_is_not_shown_at_all(page: FormPage) -> None:
    asked = form(MARKED, NOTES)
    page.set_closing_action("Færdig – underskriv")
    show(page, asked, 0)

    page.set_citizen_view(True)
    along = heard_and_seen(page)
    page.set_citizen_view(False)

    assert not any(secret in along for secret in (*SECRETS, asked.title, "underskriv"))
    assert NOT_TO_READ in along
    assert asked.title in heard_and_seen(page)
    assert "Mistanken" in heard_and_seen(page)


def test_what_the_counsellors_section_lacks_is_not_told(page: FormPage) -> None:
    asked = form(OPEN, replace(MARKED, required=True))
    show(page, asked, 1)
    told = told_by(page)
    page.show_problems(problems(asked, Answers()))

    page.set_citizen_view(True)

    assert not any(secret in heard_and_seen(page) for secret in SECRETS)
    assert told == []


def test_a_notification_is_not_for_the_citizen_who_reads_along(page: FormPage) -> None:
    asked = supplies().newest(Form.NOTIFICATION)
    page.set_citizen_view(True)

    show(page, asked, 0)

    assert asked.title not in heard_and_seen(page)
    assert not any(item.text in heard_and_seen(page) for item in asked.items)
