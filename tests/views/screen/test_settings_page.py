from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from tests.views.screen.accessible import unnamed
from tests.views.screen.keyboard import focused, show_active
from views.screen.settings_page import Look, SettingsPage, SettingsShown


def shown(qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(SettingsShown(Look.LIGHT, 100, 5))
    show_active(qtbot, page)
    return page


def choice(page: SettingsPage, name: str) -> QRadioButton:
    return next(b for b in page.findChildren(QRadioButton) if b.accessibleName() == name)


def test_the_dark_look_is_chosen_by_arrow_and_space(qtbot: QtBot) -> None:
    page = shown(qtbot)
    qtbot.keyClick(focused(), Qt.Key.Key_Down)

    with qtbot.waitSignal(page.look_chosen) as chosen:
        qtbot.keyClick(focused(), Qt.Key.Key_Space)

    assert chosen.args == [Look.DARK]


def test_the_text_size_is_said_in_per_cent(qtbot: QtBot) -> None:
    page = shown(qtbot)

    with qtbot.waitSignal(page.text_size_chosen) as chosen:
        qtbot.keyClick(choice(page, "Tekststørrelse: 200\N{NO-BREAK SPACE}%"), Qt.Key.Key_Space)

    assert chosen.args == [200]


def test_the_time_until_the_lock_is_said_in_minutes(qtbot: QtBot) -> None:
    page = shown(qtbot)

    with qtbot.waitSignal(page.lock_after_chosen) as chosen:
        qtbot.keyClick(choice(page, "Lås automatisk: 15\N{NO-BREAK SPACE}min."), Qt.Key.Key_Space)

    assert chosen.args == [15]


def test_a_setting_cannot_be_let_go_of(qtbot: QtBot) -> None:
    page = shown(qtbot)

    with qtbot.assertNotEmitted(page.look_chosen):
        qtbot.keyClick(focused(), Qt.Key.Key_Delete)

    assert choice(page, "Udseende: Lys").isChecked()


def test_the_profile_is_asked_for(qtbot: QtBot) -> None:
    page = shown(qtbot)

    with qtbot.waitSignal(page.profile_asked):
        qtbot.keyClick(page.findChild(QPushButton), Qt.Key.Key_Space)


def test_everything_in_the_settings_has_a_name(qtbot: QtBot) -> None:
    assert unnamed(shown(qtbot)) == []


def test_hiding_from_pictures_is_offered_only_where_the_computer_can(qtbot: QtBot) -> None:
    page = shown(qtbot)

    assert not any(tick.isVisible() for tick in page.findChildren(QCheckBox))


def test_that_the_window_may_be_seen_on_a_shared_screen_is_chosen_by_space(qtbot: QtBot) -> None:
    page = SettingsPage(SettingsShown(Look.LIGHT, 100, 5, hides_from_capture=True))
    show_active(qtbot, page)
    (tick,) = page.findChildren(QCheckBox)
    assert tick.isChecked()

    with qtbot.waitSignal(page.hiding_chosen) as chosen:
        qtbot.keyClick(tick, Qt.Key.Key_Space)

    assert chosen.args == [False]
    assert tick.text() == "Vis ikke vinduet i skærmbilleder og på delt skærm"
