from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.views.screen.accessible import unnamed
from tests.views.screen.keyboard import focused, show_active
from views.screen.due import DueState
from views.screen.task_card import TaskCard, TaskOutcome, TaskShown, TaskSource
from views.screen.task_panel import TaskGroup, TaskPanel
from views.screen.usually_first import UsuallyFirst

CITED = "bekendtgørelse 1477/2019 § 4, stk. 2, om kvalitetsstandarder og opfølgning"
OUTCOMES = (TaskOutcome("planned", "Planlagt"), TaskOutcome("set-aside", "Sæt til side"))
NALOXONE = TaskShown(
    key="naloxone",
    title="Tilbyd modgift",
    sentence="Borgeren bruger opioider.",
    sources=(TaskSource(CITED, "provision:bkg-1477-4"),),
    way="Screening",
    outcomes=OUTCOMES,
)
PLAN = TaskShown(
    key="plan",
    title="Behandlingsplan",
    sentence="Planen skal være lavet.",
    when="Om 3 dage",
    state=DueState.SOON,
    outcomes=OUTCOMES,
)
GROUPS = (TaskGroup("Det mangler", (PLAN,)), TaskGroup("Det kalder svarene på", (NALOXONE,)))


def shown(qtbot: QtBot, groups: tuple[TaskGroup, ...] = GROUPS) -> TaskPanel:
    panel = TaskPanel()
    panel.resize(280, 400)
    panel.show_tasks(groups)
    panel.order_tabs()
    show_active(qtbot, panel)
    return panel


def button(panel: TaskPanel, name: str) -> QAbstractButton:
    return next(b for b in panel.findChildren(QAbstractButton) if b.accessibleName() == name)


def texts(panel: TaskPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_the_first_task_is_folded_out_and_of_the_others_one_sees_what_and_when(
    qtbot: QtBot,
) -> None:
    assert texts(shown(qtbot, (TaskGroup("Det kalder svarene på", (NALOXONE, PLAN)),))) == [
        "Det kalder svarene på",
        "Tilbyd modgift",
        "Borgeren bruger opioider.",
        "Behandlingsplan",
        "Om 3 dage",
    ]


def test_enter_folds_a_task_out_and_says_so_and_its_buttons_are_in_sight(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    fold = button(panel, "Opgave: Tilbyd modgift")
    before = fold.accessibleDescription()
    fold.setFocus()

    qtbot.keyClick(fold, Qt.Key.Key_Return)

    assert (before, fold.accessibleDescription()) == ("Foldet sammen", "Foldet ud")
    said = button(panel, "Sæt til side: Tilbyd modgift")
    qtbot.waitUntil(lambda: said.visibleRegion().boundingRect().size() == said.size())


def test_a_click_on_a_card_folds_it_together_and_out_and_a_new_task_leaves_it_so(
    qtbot: QtBot,
) -> None:
    panel = shown(qtbot)
    card = next(card for card in panel.findChildren(TaskCard) if card.key == "naloxone")

    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    panel.show_tasks(GROUPS[1:])

    qtbot.waitUntil(lambda: "Borgeren bruger opioider." in texts(panel))
    (card,) = (card for card in panel.findChildren(TaskCard) if card.isVisible())
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert "Borgeren bruger opioider." not in texts(panel)


def test_each_task_folded_out_says_what_when_and_why_under_its_heading(qtbot: QtBot) -> None:
    panel = shown(qtbot)

    button(panel, "Opgave: Tilbyd modgift").click()

    assert texts(panel) == [
        "Det mangler",
        "Behandlingsplan",
        "Om 3 dage",
        "Planen skal være lavet.",
        "Det kalder svarene på",
        "Tilbyd modgift",
        "Borgeren bruger opioider.",
    ]


def test_a_task_leads_on_and_what_is_said_of_it_is_told(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    button(panel, "Opgave: Tilbyd modgift").click()

    with qtbot.waitSignal(panel.way_chosen) as way:
        button(panel, "Gå til: Tilbyd modgift").click()
    with qtbot.waitSignal(panel.outcome_chosen) as said:
        button(panel, "Sæt til side: Tilbyd modgift").click()
    with qtbot.waitSignal(panel.source_chosen) as source:
        button(panel, f"Læs om {CITED}").click()

    assert way.args == ["naloxone"]
    assert said.args == ["naloxone", "set-aside"]
    assert source.args == ["provision:bkg-1477-4"]


def test_a_long_source_is_cut_short_and_the_card_stays_within_the_panel(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    button(panel, "Opgave: Tilbyd modgift").click()
    qtbot.wait(50)

    link = button(panel, f"Læs om {CITED}")

    assert link.text().endswith("…")
    assert link.toolTip() == CITED
    inside = panel.widget()
    assert inside is not None
    assert inside.width() <= panel.viewport().width()


def test_tab_goes_through_the_tasks_from_above(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    button(panel, "Opgave: Tilbyd modgift").click()
    panel.setFocus()
    way = []

    for _ in range(8):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        way.append(focused().accessibleName())

    assert way == [
        "Opgave: Behandlingsplan",
        "Planlagt: Behandlingsplan",
        "Sæt til side: Behandlingsplan",
        "Opgave: Tilbyd modgift",
        f"Læs om {CITED}",
        "Gå til: Tilbyd modgift",
        "Planlagt: Tilbyd modgift",
        "Sæt til side: Tilbyd modgift",
    ]


def test_the_panel_stands_still_while_its_tasks_are_the_same(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    before = panel.findChildren(QPushButton)

    assert panel.show_tasks(GROUPS) is False
    assert panel.findChildren(QPushButton) == before


def test_the_card_asked_for_gets_the_focus(qtbot: QtBot) -> None:
    panel = shown(qtbot)

    panel.focus_card("plan")
    assert focused().accessibleName().endswith(": Behandlingsplan")

    panel.focus_card("findes ikke")
    assert focused() is panel


def test_no_tasks_are_said_in_a_sentence(qtbot: QtBot) -> None:
    (sentence,) = texts(shown(qtbot, ()))

    assert sentence.startswith("Der er ikke noget, der mangler lige nu.")


def test_everything_in_the_panel_has_a_name(qtbot: QtBot) -> None:
    assert unnamed(shown(qtbot)) == []


def test_what_usually_comes_first_is_seen_where_wanted_and_when_there_is_something(
    qtbot: QtBot,
) -> None:
    box = UsuallyFirst("Du kan godt alligevel.")
    qtbot.addWidget(box)

    box.let_be_seen(wanted=True)
    empty = box.isHidden()
    box.show_titles(["Afdækning", "Lægesamtale"])
    filled = box.isHidden()
    box.let_be_seen(wanted=False)

    assert (empty, filled, box.isHidden()) == (True, False, True)
    assert box.accessibleName() == "Det plejer at være på plads først: Afdækning, Lægesamtale"


def test_what_is_folded_away_is_made_when_it_is_folded_out_and_only_once(qtbot: QtBot) -> None:
    panel = shown(qtbot)
    (card,) = (card for card in panel.findChildren(TaskCard) if card.key == "naloxone")
    before = len(card.findChildren(QPushButton))
    fold = button(panel, "Opgave: Tilbyd modgift")

    for _ in range(3):
        fold.click()

    assert (before, len(card.findChildren(QPushButton))) == (0, 4)
    assert card.is_open
