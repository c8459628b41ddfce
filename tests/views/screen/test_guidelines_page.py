"""The room of the guideline and the law, as a person meets it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.views.screen.accessible import unnamed
from tests.views.screen.keyboard import focused, show_active
from views.screen.guidance_panel import GuidanceLine, GuidancePanel
from views.screen.guidelines_detail import Link, LinkGroup, RuleShown
from views.screen.guidelines_list import RuleGroup, RuleLine, RuleList
from views.screen.guidelines_page import GuidelinesPage
from views.screen.guidelines_search import Sought
from views.screen.look import Theme, apply_look
from views.screen.strength import Strength

NALOXONE = RuleLine("a", Strength.MUST, "2.3.12", "Naloxon og førstehjælp")
GIFT = RuleLine("b", Strength.MAY, "3.10.2", "Gavekort")
LAW = RuleLine("c", Strength.LAW, "loven § 0", "En regel", "ikke bekræftet")
GROUPS = (
    RuleGroup("2.3 Tilbud", (NALOXONE,)),
    RuleGroup("3.10 Støtte", (GIFT,)),
    RuleGroup("Loven", (LAW,)),
)
SHOWN = RuleShown(
    key="a",
    strength=Strength.MUST,
    reference="Anvisning 2.3.12 (2020)",
    title="Naloxon og førstehjælp",
    text="Tilbyd et kursus.",
    remarks=("Ikke bekræftet.",),
    facts=(("Kilde", "retningslinjen"),),
    shipped="",
    groups=(
        LinkGroup(
            "Hvor hjælper programmet?",
            (Link("form:assessment/a", "Skema: Afdækning (2 spørgsmål)"), Link("", "Brev: Svar")),
        ),
    ),
)


@pytest.fixture
def page(qtbot: QtBot) -> GuidelinesPage:
    made = GuidelinesPage()
    made.search.offer_sources(("Retningslinjen 2020", "Loven"))
    made.show_groups(GROUPS, "")
    made.show_rule(SHOWN)
    made.resize(1000, 700)
    show_active(qtbot, made)
    return made


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def button(page: QWidget, name: str) -> QPushButton:
    return next(
        one
        for one in page.findChildren(QPushButton)
        if one.isVisible() and name in {one.text(), one.accessibleName()}
    )


def test_the_keyboard_begins_in_the_search(page: GuidelinesPage) -> None:
    assert isinstance(focused(), QLineEdit)
    assert page.isAncestorOf(focused())


def test_everything_one_can_do_has_a_name(page: GuidelinesPage) -> None:
    page.offer_way_back("Tilbage til sagen")

    assert unnamed(page) == []


def test_a_screen_reader_is_told_the_whole_rule(page: GuidelinesPage) -> None:
    told = next(
        widget.accessibleDescription()
        for widget in page.findChildren(QWidget)
        if widget.accessibleName() == "Reglen"
    )

    for part in (SHOWN.reference, SHOWN.title, SHOWN.text, "Ikke bekræftet.", "retningslinjen"):
        assert part in told


def test_walking_the_list_shows_each_rule_and_skips_the_headings(
    qtbot: QtBot, page: GuidelinesPage
) -> None:
    chosen: list[str] = []
    page.rule_chosen.connect(chosen.append)

    QTest.keyClick(focused(), Qt.Key.Key_Down)
    for _ in range(2):
        QTest.keyClick(focused(), Qt.Key.Key_Down)

    assert isinstance(focused(), RuleList)
    assert chosen == ["b", "c"]
    qtbot.wait(1)


def test_enter_leads_from_the_list_to_the_rule(page: GuidelinesPage) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QTest.keyClick(focused(), Qt.Key.Key_Return)

    assert focused().accessibleName() == "Reglen"
    assert page.isAncestorOf(focused())


def test_tab_comes_to_every_deed(page: GuidelinesPage) -> None:
    names = set()
    for _ in range(20):
        names.add(focused().accessibleName() or getattr(focused(), "text", str)())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)

    assert {"Regler", "Reglen", "Skriv den om for jer …", "Skriv en regel til …"} <= names
    assert "Hvor hjælper programmet?: Skema: Afdækning (2 spørgsmål)" in names
    assert page.isVisible()


def test_each_change_of_what_is_sought_is_said_at_once(page: GuidelinesPage) -> None:
    sought: list[Sought] = []
    page.sought.connect(sought.append)

    QTest.keyClicks(focused(), "na")

    assert sought == [Sought("n"), Sought("na")]


def test_what_is_sought_can_be_cleared(page: GuidelinesPage) -> None:
    QTest.keyClicks(focused(), "naloxon")

    page.search.clear()

    assert page.search.now == Sought()


def test_a_source_that_was_chosen_stays_chosen_when_more_are_offered(page: GuidelinesPage) -> None:
    page.search.findChildren(QWidget, options=Qt.FindChildOption.FindChildrenRecursively)
    boxes = [box for box in page.search.findChildren(QWidget) if box.accessibleName() == "Kilde"]
    boxes[0].setCurrentIndex(2)  # type: ignore[attr-defined]  # it is a combo box

    page.search.offer_sources(("Jeres egne", "Retningslinjen 2020", "Loven"))

    assert page.search.now.source == "Loven"


def test_no_rule_found_says_what_to_do(page: GuidelinesPage) -> None:
    page.show_groups((), "")

    assert "Ingen regel passer" in said(page)
    assert "0 regler" in said(page)


def test_a_link_says_where_it_leads_and_what_has_no_place_is_only_said(
    page: GuidelinesPage,
) -> None:
    followed: list[str] = []
    page.link_chosen.connect(followed.append)

    button(page, "Hvor hjælper programmet?: Skema: Afdækning (2 spørgsmål)").click()

    assert followed == ["form:assessment/a"]
    assert "Brev: Svar" in said(page)


def test_only_the_clinics_own_rule_can_be_corrected(page: GuidelinesPage) -> None:
    names = {one.text() for one in page.findChildren(QPushButton) if one.isVisible()}
    page.show_rule(replace(SHOWN, is_own=True, is_shipped=False))
    QApplication.processEvents()
    own = {one.text() for one in page.findChildren(QPushButton) if one.isVisible()}

    assert "Skriv den om for jer …" in names
    assert "Ret jeres regel …" not in names
    assert "Ret jeres regel …" in own
    assert "Skriv den om for jer …" not in own


def test_the_way_back_is_there_only_when_one_came_from_somewhere(page: GuidelinesPage) -> None:
    went_back: list[bool] = []
    page.back_asked.connect(lambda: went_back.append(True))
    before = {one.text() for one in page.findChildren(QPushButton) if one.isVisible()}

    page.offer_way_back("Tilbage til sagen")
    button(page, "Tilbage til sagen").click()

    assert "Tilbage til sagen" not in before
    assert went_back == [True]


def test_nothing_is_cut_at_twice_the_size(qtbot: QtBot, qapp: QApplication) -> None:
    apply_look(qapp, Theme.DARK, 2.0)
    made = GuidelinesPage()
    made.show_groups(GROUPS, "")
    made.show_rule(SHOWN)
    made.resize(1020, 800)
    show_active(qtbot, made)

    cut = [
        label.text()
        for label in made.findChildren(QLabel)
        if label.isVisible() and label.mapTo(made, label.rect().topRight()).x() > made.width()
    ]
    assert cut == []


def test_a_line_beside_a_question_leads_to_its_rule(qtbot: QtBot) -> None:
    panel = GuidancePanel()
    line = GuidanceLine(Strength.SHOULD, "Anvisning 3.1.5 (2020)", "Lyt", "Lyt.", key="x:1")
    panel.show_guidance((line, replace(line, reference="loven § 0", key="")))
    show_active(qtbot, panel)
    chosen: list[str] = []
    panel.line_chosen.connect(chosen.append)

    button(panel, "Læs mere om Anvisning 3.1.5 (2020)").click()

    assert chosen == ["x:1"]
    assert len([one for one in panel.findChildren(QPushButton) if one.isVisible()]) == 1
    assert unnamed(panel) == []
