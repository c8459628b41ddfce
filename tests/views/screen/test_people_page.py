import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.views.screen.accessible import unnamed
from tests.views.screen.keyboard import focused, show_active
from views.screen.people_page import PeoplePage, PeopleShown

KEY = "7K2MD-QX4TA-9BCDE-FGHJK"
GOOD = "sten fugl hat bro"
OURS = PeopleShown("Ida Øvesen", ("Bo Prøve", "Mette Test"), has_sheet=True)
ADD = "Giv en person adgang …"
CHANGE = "Skift min adgangssætning …"
SHEET = "Lav et nyt gendannelsesark …"
REMOVE = "Fjern Bo Prøve …"
PLACES = {ADD: 1, CHANGE: 2, REMOVE: 3, SHEET: 4}


@pytest.fixture
def page(qtbot: QtBot) -> PeoplePage:
    page = PeoplePage()
    page.show_people(OURS)
    show_active(qtbot, page)
    return page


def button(page: QWidget, text: str) -> QPushButton:
    """Return the button one sees that says, or is named, *text*."""
    seen = [found for found in page.findChildren(QPushButton) if found.isVisible()]
    return next(found for found in seen if text in {found.text(), found.accessibleName()})


def press(qtbot: QtBot, page: QWidget, text: str) -> None:
    qtbot.keyClick(button(page, text), Qt.Key.Key_Space)


def write(qtbot: QtBot, page: QWidget, **lines: str) -> None:
    """Type into the lines one sees, each named by its first words."""
    for begins, text in lines.items():
        found = next(
            line
            for line in page.findChildren(QLineEdit)
            if line.isVisible() and line.accessibleName().startswith(begins.replace("_", " "))
        )
        qtbot.keyClicks(found, text)


def said(page: QWidget) -> str:
    labels = [label for label in page.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.text() for label in labels)


def test_all_who_have_access_are_named(page: PeoplePage) -> None:
    assert {"Ida Øvesen", "Bo Prøve", "Mette Test"} <= set(said(page).split("\n"))


def test_one_cannot_remove_oneself(page: PeoplePage) -> None:
    removals = [b.accessibleName() for b in page.findChildren(QPushButton) if b.text() == "Fjern …"]

    assert removals == ["Fjern Bo Prøve …", "Fjern Mette Test …"]


def test_a_missing_sheet_is_told_of(page: PeoplePage) -> None:
    page.show_people(PeopleShown("Ida Øvesen", (), has_sheet=False))

    assert "intet gendannelsesark" in said(page)


def test_the_access_of_the_practice_register_cannot_be_changed(page: PeoplePage) -> None:
    page.show_people(PeopleShown("Øvebehandler", ("Bo",), has_sheet=True, can_change=False))

    deeds = (ADD, CHANGE, SHEET, "Fjern Bo …")
    assert not any(button(page, text).isEnabled() for text in deeds)
    assert "Øvekartoteket" in said(page)


def test_what_was_done_is_said_on_the_first_page(page: PeoplePage) -> None:
    page.show_people(OURS, "Bo Prøve kan nu låse kartoteket op.")

    assert "Bo Prøve kan nu låse kartoteket op." in said(page)


def test_access_is_given_with_a_name_two_passphrases_and_ones_own(
    qtbot: QtBot, page: PeoplePage
) -> None:
    press(qtbot, page, ADD)
    write(qtbot, page, Personens_navn="Ny  Kollega ", Den_nye=GOOD, Skriv_den=GOOD, Din_egen="min")

    with qtbot.waitSignal(page.addition_asked) as asked:
        press(qtbot, page, "Giv adgang")

    assert asked.args == ["Ny Kollega", GOOD, "min"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("", GOOD, GOOD, "min"), "Skriv personens navn."),
        (("Ny Kollega", "kort", "kort", "min"), "for kort"),
        (("Ny Kollega", GOOD, GOOD + "n", "min"), "ikke ens"),
        (("Ny Kollega", "en kollega og fugl", "en kollega og fugl", "min"), "Et navn er let"),
        (("Ny Kollega", GOOD, GOOD, ""), "egen adgangssætning først"),
    ],
)
def test_what_is_missing_is_said_and_access_is_not_given(
    qtbot: QtBot, page: PeoplePage, typed: tuple[str, str, str, str], sentence: str
) -> None:
    name, first, second, own = typed
    press(qtbot, page, ADD)
    write(qtbot, page, Personens_navn=name, Den_nye=first, Skriv_den=second, Din_egen=own)

    with qtbot.assertNotEmitted(page.addition_asked):
        press(qtbot, page, "Giv adgang")

    assert sentence in said(page)


def test_ones_passphrase_is_changed_with_the_old_and_the_new_twice(
    qtbot: QtBot, page: PeoplePage
) -> None:
    press(qtbot, page, CHANGE)
    write(qtbot, page, Din_nuværende="gammel", Din_nye=GOOD, Skriv_den=GOOD)

    with qtbot.waitSignal(page.change_asked) as asked:
        qtbot.keyClick(button(page, "Skift adgangssætning"), Qt.Key.Key_Space)

    assert asked.args == ["gammel", GOOD]


@pytest.mark.parametrize(
    ("old", "sentence"), [("", "den adgangssætning, du har nu"), (GOOD, "Find på en ny")]
)
def test_a_change_needs_the_old_passphrase_and_another_one(
    qtbot: QtBot, page: PeoplePage, old: str, sentence: str
) -> None:
    press(qtbot, page, CHANGE)
    write(qtbot, page, Din_nuværende=old, Din_nye=GOOD, Skriv_den=GOOD)

    with qtbot.assertNotEmitted(page.change_asked):
        press(qtbot, page, "Skift adgangssætning")

    assert sentence in said(page)


def test_removing_explains_what_stays_open_and_asks_for_ones_own_passphrase(
    qtbot: QtBot, page: PeoplePage
) -> None:
    press(qtbot, page, "Fjern Mette Test …")
    explained = said(page)
    write(qtbot, page, Din_egen="min")

    with qtbot.waitSignal(page.removal_asked) as asked:
        press(qtbot, page, "Fjern adgangen")

    assert asked.args == ["Mette Test", "min"]
    assert "Mette Test kan ikke længere" in explained
    assert "ny nøgle" in explained
    assert "sikkerhedskopier" in explained
    assert "nyt ark" in explained


def test_nobody_is_removed_without_ones_own_passphrase(qtbot: QtBot, page: PeoplePage) -> None:
    press(qtbot, page, REMOVE)

    with qtbot.assertNotEmitted(page.removal_asked):
        press(qtbot, page, "Fjern adgangen")

    assert "egen adgangssætning først" in said(page)


def test_a_new_sheet_is_shown_then_hidden_and_typed_back(qtbot: QtBot, page: PeoplePage) -> None:
    press(qtbot, page, SHEET)
    write(qtbot, page, Din_egen="min")
    with qtbot.waitSignal(page.sheet_asked) as asked:
        press(qtbot, page, "Lav et nyt ark")
    page.show_sheet(KEY)
    shown = said(page)
    press(qtbot, page, "Jeg har nøglen på papir")
    write(qtbot, page, Nøglen_fra=KEY)

    with qtbot.waitSignal(page.sheet_typed_back) as typed:
        press(qtbot, page, "Brug det nye ark")

    assert asked.args == ["min"]
    assert typed.args == [KEY]
    assert set(KEY.split("-")) <= set(shown.split("\n"))
    assert "7K2MD" not in said(page)


def test_the_new_key_can_be_seen_again_before_it_is_typed(qtbot: QtBot, page: PeoplePage) -> None:
    press(qtbot, page, SHEET)
    page.show_sheet(KEY)
    press(qtbot, page, "Jeg har nøglen på papir")

    press(qtbot, page, "Vis nøglen igen")

    assert "7K2MD" in said(page)


@pytest.mark.parametrize("deed", PLACES)
def test_giving_a_deed_up_forgets_all_that_was_typed(
    qtbot: QtBot, page: PeoplePage, deed: str
) -> None:
    press(qtbot, page, deed)
    page.show_sheet(KEY)
    for line in page.findChildren(QLineEdit):
        line.setText("hemmelig")

    with qtbot.waitSignal(page.given_up):
        press(qtbot, page, "Fortryd")

    QApplication.processEvents()
    shown = page.currentWidget()
    assert shown is not None
    assert button(shown, ADD).isVisible()
    left = page.widget(PLACES[deed])
    assert left is not None
    typed = {line.text() for line in left.findChildren(QLineEdit)}
    assert typed == {""}


def test_a_problem_lets_one_try_again(qtbot: QtBot, page: PeoplePage) -> None:
    press(qtbot, page, CHANGE)
    page.show_busy()

    page.show_problem("Adgangssætningen passer ikke.")

    assert button(page, "Skift adgangssætning").isEnabled()
    assert "Adgangssætningen passer ikke." in said(page)


def test_the_way_back_is_said_from_the_first_page_alone(qtbot: QtBot, page: PeoplePage) -> None:
    press(qtbot, page, CHANGE)
    with qtbot.assertNotEmitted(page.back_asked):
        press(qtbot, page, "Tilbage til personer og adgang")

    with qtbot.waitSignal(page.back_asked):
        press(qtbot, page, "Tilbage til indstillinger")


def test_the_cursor_stands_in_the_first_line_of_each_deed(qtbot: QtBot, page: PeoplePage) -> None:
    first = {}
    for deed in PLACES:
        press(qtbot, page, deed)
        first[deed] = focused().accessibleName()
        press(qtbot, page, "Fortryd")

    assert list(first.values()) == [
        "Personens navn",
        "Din nuværende adgangssætning",
        "Din egen adgangssætning",
        "Din egen adgangssætning",
    ]


def test_everything_about_access_has_a_name(qtbot: QtBot, page: PeoplePage) -> None:
    nameless = unnamed(page)
    for deed in PLACES:
        press(qtbot, page, deed)
        nameless += unnamed(page)
        press(qtbot, page, "Fortryd")

    assert nameless == []
