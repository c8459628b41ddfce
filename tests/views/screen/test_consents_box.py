from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.views.screen.accessible import unnamed
from tests.views.screen.keyboard import show_active
from views.screen.citizen_bar import CitizenBar, CitizenShown, NeedShown
from views.screen.consents_box import ConsentsBox, ConsentShown, ConsentsShown
from views.screen.due import DueState
from views.screen.look import Role

HOLDS = ConsentShown(
    "consent-1", "Lægehuset", "Gælder", Role.GOOD, True, ("Vi må hente oplysninger.",)
)
OVER = ConsentShown("consent-2", "Jobcentret", "Udløbet", Role.SOON, False, ("Udløb i går.",))
SHOWN = ConsentsShown("Samtykker: 1 gælder", "consent", (HOLDS, OVER), ("Tal med din leder.",))
CITIZEN = CitizenShown(
    "Testa Opdigtet",
    "320485-0000",
    "3 dage tilbage",
    DueState.SOON,
    needs=(
        NeedShown("Tolk: arabisk", "Tolk: arabisk. Lad aldrig børn tolke."),
        NeedShown("Læs højt", "Læs højt og forklar, også brevene."),
    ),
)


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def button(widget: QWidget, name: str) -> QPushButton:
    buttons = widget.findChildren(QPushButton)
    return next(found for found in buttons if name in {found.text(), found.accessibleName()})


def bar(qtbot: QtBot, width: int, consents: ConsentsShown = SHOWN) -> CitizenBar:
    shown = CitizenBar()
    shown.show_citizen(CITIZEN)
    shown.show_consents(consents)
    shown.resize(width, 120)
    show_active(qtbot, shown)
    return shown


def opened(of: CitizenBar) -> ConsentsBox:
    return next(box for box in of.findChildren(ConsentsBox) if box.isVisible())


def test_the_box_tells_what_holds_from_what_does_not(qtbot: QtBot) -> None:
    above = bar(qtbot, 1000)
    box = ConsentsBox(above, SHOWN)
    box.open()

    said = texts(box)

    assert said.index("Det må vi nu") < said.index("Lægehuset")
    assert said.index("Lægehuset") < said.index("Det må vi ikke") < said.index("Jobcentret")
    assert {"Gælder", "Udløbet", "Tal med din leder."} <= set(said)
    assert unnamed(box) == []


def test_the_box_says_so_when_nothing_holds(qtbot: QtBot) -> None:
    above = bar(qtbot, 1000)
    box = ConsentsBox(above, ConsentsShown("Samtykker: ingen gælder", "consent", (OVER,)))
    box.open()

    assert any("Ingen samtykker gælder lige nu." in text for text in texts(box))


def test_choosing_a_consent_closes_the_box_and_says_which(qtbot: QtBot) -> None:
    shown = bar(qtbot, 1000)
    qtbot.keyClick(shown, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    box = opened(shown)

    with qtbot.waitSignal(shown.consent_chosen) as chosen:
        button(box, "Se samtykket: Jobcentret, udløbet").click()

    assert chosen.args == ["consent-2"]
    assert not box.isVisible()


def test_a_new_consent_is_asked_for_by_its_key(qtbot: QtBot) -> None:
    shown = bar(qtbot, 1000)
    button(shown, "Samtykker: 1 gælder").click()

    with qtbot.waitSignal(shown.consent_chosen) as chosen:
        button(opened(shown), "Nyt samtykke").click()

    assert chosen.args == ["consent"]


def test_escape_closes_the_box(qtbot: QtBot) -> None:
    shown = bar(qtbot, 1000)
    button(shown, "Samtykker: 1 gælder").click()
    box = opened(shown)

    qtbot.keyClick(box, Qt.Key.Key_Escape)

    QApplication.processEvents()
    assert not any(found.isVisible() for found in shown.findChildren(ConsentsBox))


def test_nothing_is_offered_when_no_consent_was_asked_for(qtbot: QtBot) -> None:
    shown = bar(qtbot, 1000, ConsentsShown())

    qtbot.keyClick(shown, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)

    assert shown.findChildren(ConsentsBox) == []
    assert not any(found.text().startswith("Samtykker") for found in visible_buttons(shown))


def visible_buttons(widget: QWidget) -> list[QPushButton]:
    return [found for found in widget.findChildren(QPushButton) if found.isVisible()]


def test_what_to_mind_is_said_in_full_where_there_is_room_and_in_few_words_else(
    qtbot: QtBot,
) -> None:
    wide, narrow = bar(qtbot, 1100), bar(qtbot, 430)

    assert "Tolk: arabisk. Lad aldrig børn tolke.  ·  Læs højt og forklar, også brevene." in texts(
        wide
    )
    assert "Tolk: arabisk  ·  Læs højt" in texts(narrow)
    needs = next(label for label in narrow.findChildren(QLabel) if "Læs højt" in label.text())
    assert "Lad aldrig børn tolke." in needs.toolTip()
    assert "Lad aldrig børn tolke." in needs.accessibleDescription()


def test_in_a_narrow_bar_nothing_is_cut_off(qtbot: QtBot) -> None:
    narrow = bar(qtbot, 430)

    for found in visible_buttons(narrow):
        right = found.mapTo(narrow, QPoint(found.width(), 0)).x()
        assert found.width() >= found.sizeHint().width()
        assert right <= narrow.width()
