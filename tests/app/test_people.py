"""Who has access: the page, the conductor and the encrypted register together."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QFrame, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.closed_task import ClosedTask
from app.conductors.people import PeopleConductor
from app.conductors.recovered import RecoveredConductor
from app.supplies import supplies
from app.work import Work
from storage.credentials import ByPassphrase, ByRecoveryKey
from storage.errors import RegisterError, WrongPassphraseError
from storage.key_slots import KeyCost
from storage.records import Deed
from storage.register import (
    create_register,
    open_register,
    open_with_recovery_key,
)
from storage.unlocking import check_credential
from tests.builders import NOON
from tests.views.screen.keyboard import show_active

CHEAP = KeyCost(8, 1, 1, only_for_tests=True)
PERSON = "Ida Øvesen"
PASSPHRASE = "kajak sennep loftsrum violin"  # noqa: S105 - guards only an empty register
NEW = "sten fugl hat bro"
WRONG = "en helt anden sætning"
METTE = "Mette Test"


def make_register(folder: Path) -> str:
    """Make an empty register and return its recovery key."""
    register, recovery_key = create_register(folder, PERSON, PASSPHRASE, NOON, CHEAP)
    register.close()
    return recovery_key


@dataclass(frozen=True)
class AtWork:
    """A person at work in a register, with the page about access before them."""

    folder: Path
    sheet: str
    work: Work
    people: PeopleConductor

    def deeds(self) -> list[str]:
        return [row.deed for row in self.work.register.trail(10)]

    def said(self) -> str:
        labels = [label for label in self.people.page.findChildren(QLabel) if label.isVisible()]
        return "\n".join(label.text() for label in labels)

    def go_to(self, text: str) -> None:
        buttons = [b for b in self.people.page.findChildren(QPushButton) if b.isVisible()]
        next(b for b in buttons if text in {b.text(), b.accessibleName()}).click()

    def shown_key(self) -> str:
        cards = self.people.page.findChildren(QFrame)
        card = next(card for card in cards if card.accessibleName() == "Gendannelsesnøgle")
        return "-".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def at_work(qtbot: QtBot, tmp_path: Path) -> Iterator[AtWork]:
    folder = tmp_path / "kartotek"
    sheet = make_register(folder)
    work = Work(open_register(folder, PERSON, PASSPHRASE, NOON), supplies(), lambda: NOON, PERSON)
    people = PeopleConductor(work, folder, is_practice=False)
    people.show_people()
    show_active(qtbot, people.page)
    yield AtWork(folder, sheet, work, people)
    work.register.close()


def opens(folder: Path, person: str, passphrase: str) -> bool:
    try:
        check_credential(folder, ByPassphrase(person, passphrase), NOON)
    except RegisterError:
        return False
    return True


def test_a_person_who_is_given_access_can_unlock_and_is_named(at_work: AtWork) -> None:
    at_work.go_to("Giv en person adgang …")
    at_work.people.page.addition_asked.emit(METTE, NEW, PASSPHRASE)

    assert opens(at_work.folder, METTE, NEW)
    assert f"{METTE} kan nu låse kartoteket op" in at_work.said()
    assert METTE in at_work.said().split("\n")
    assert Deed.PERSON_ADDED in at_work.deeds()


def test_nobody_is_given_access_by_somebody_who_does_not_know_the_passphrase(
    at_work: AtWork,
) -> None:
    at_work.go_to("Giv en person adgang …")
    at_work.people.page.addition_asked.emit(METTE, NEW, WRONG)

    assert not opens(at_work.folder, METTE, NEW)
    assert WrongPassphraseError.sentence in at_work.said()


def test_a_name_that_is_taken_is_not_given_twice(at_work: AtWork) -> None:
    at_work.go_to("Giv en person adgang …")
    at_work.people.page.addition_asked.emit(PERSON, NEW, PASSPHRASE)

    assert "allerede en med det navn" in at_work.said()
    assert not opens(at_work.folder, PERSON, NEW)


def test_a_changed_passphrase_is_the_one_that_opens(at_work: AtWork) -> None:
    at_work.go_to("Skift min adgangssætning …")
    at_work.people.page.change_asked.emit(PASSPHRASE, NEW)

    assert opens(at_work.folder, PERSON, NEW)
    assert not opens(at_work.folder, PERSON, PASSPHRASE)
    assert "er skiftet" in at_work.said()
    assert Deed.PASSPHRASE_CHANGED in at_work.deeds()


def test_a_passphrase_is_not_changed_by_somebody_who_does_not_know_it(at_work: AtWork) -> None:
    at_work.go_to("Skift min adgangssætning …")
    at_work.people.page.change_asked.emit(WRONG, NEW)

    assert opens(at_work.folder, PERSON, PASSPHRASE)
    assert WrongPassphraseError.sentence in at_work.said()


def test_the_old_sheet_works_until_the_new_one_has_been_typed_back(at_work: AtWork) -> None:
    at_work.go_to("Lav et nyt gendannelsesark …")
    at_work.people.page.sheet_asked.emit(PASSPHRASE)
    key = at_work.shown_key()
    check_credential(at_work.folder, ByRecoveryKey(at_work.sheet), NOON)

    at_work.people.page.sheet_typed_back.emit(key.lower())

    check_credential(at_work.folder, ByRecoveryKey(key), NOON)
    with pytest.raises(RegisterError):
        check_credential(at_work.folder, ByRecoveryKey(at_work.sheet), NOON)
    assert "Det nye gendannelsesark gælder" in at_work.said()
    assert Deed.RECOVERY_SHEET_MADE in at_work.deeds()


def test_a_new_sheet_that_is_mistyped_changes_nothing(at_work: AtWork) -> None:
    at_work.go_to("Lav et nyt gendannelsesark …")
    at_work.people.page.sheet_asked.emit(PASSPHRASE)
    at_work.people.page.sheet_typed_back.emit(at_work.sheet)

    check_credential(at_work.folder, ByRecoveryKey(at_work.sheet), NOON)
    assert "den, der står på det nye ark" in at_work.said()


def test_a_new_sheet_that_is_given_up_leaves_the_old_one(at_work: AtWork) -> None:
    at_work.go_to("Lav et nyt gendannelsesark …")
    at_work.people.page.sheet_asked.emit(PASSPHRASE)
    key = at_work.shown_key()

    at_work.go_to("Fortryd")

    check_credential(at_work.folder, ByRecoveryKey(at_work.sheet), NOON)
    with pytest.raises(RegisterError):
        check_credential(at_work.folder, ByRecoveryKey(key), NOON)
    assert key[:5] not in at_work.said()


def test_the_new_sheet_is_saved_as_it_is_shown(at_work: AtWork, tmp_path: Path) -> None:
    at_work.go_to("Lav et nyt gendannelsesark …")
    at_work.people.page.sheet_asked.emit(PASSPHRASE)
    at_work.people.page.save_sheet_asked.emit(str(tmp_path / "ark.pdf"))

    with pypdfium2.PdfDocument(tmp_path / "ark.pdf") as document:
        text = document[0].get_textpage().get_text_range()
    assert all(group in text for group in at_work.shown_key().split("-"))


def test_a_sheet_that_cannot_be_saved_says_so(at_work: AtWork, tmp_path: Path) -> None:
    at_work.go_to("Lav et nyt gendannelsesark …")
    at_work.people.page.sheet_asked.emit(PASSPHRASE)

    at_work.people.page.save_sheet_asked.emit(str(tmp_path / "ingen" / "ark.pdf"))

    assert "kunne ikke gemmes" in at_work.said()


def test_a_closed_register_says_so_on_every_page(at_work: AtWork) -> None:
    at_work.work.register.close()

    at_work.go_to("Skift min adgangssætning …")
    at_work.people.page.change_asked.emit(PASSPHRASE, NEW)

    assert "Kartoteket er lukket." in at_work.said()
    assert opens(at_work.folder, PERSON, PASSPHRASE)


def test_removing_asks_for_a_closed_register_and_takes_the_access_away(
    qtbot: QtBot, at_work: AtWork
) -> None:
    at_work.people.page.addition_asked.emit(METTE, NEW, PASSPHRASE)
    at_work.go_to(f"Fjern {METTE} …")
    with qtbot.waitSignal(at_work.people.closed_task) as asked:
        at_work.people.page.removal_asked.emit(METTE, PASSPHRASE)
    (task,) = asked.args
    assert isinstance(task, ClosedTask)
    at_work.work.register.close()

    sentence = task.run()

    assert PASSPHRASE not in repr(task)
    assert f"{METTE} har ikke længere adgang" in sentence
    assert not opens(at_work.folder, METTE, NEW)
    open_register(at_work.folder, PERSON, PASSPHRASE, NOON).close()


def test_nobody_is_removed_by_somebody_who_does_not_know_the_passphrase(
    qtbot: QtBot, at_work: AtWork
) -> None:
    at_work.people.page.addition_asked.emit(METTE, NEW, PASSPHRASE)
    at_work.go_to(f"Fjern {METTE} …")

    with qtbot.assertNotEmitted(at_work.people.closed_task):
        at_work.people.page.removal_asked.emit(METTE, WRONG)

    assert WrongPassphraseError.sentence in at_work.said()


@pytest.mark.parametrize("person", [PERSON, METTE])
def test_after_the_recovery_key_one_chooses_a_passphrase_that_opens(
    qtbot: QtBot, tmp_path: Path, person: str
) -> None:
    folder = tmp_path / "kartotek"
    register = open_with_recovery_key(folder, make_register(folder), NOON)
    recovered = RecoveredConductor(register, lambda: NOON)
    qtbot.addWidget(recovered.screen)

    with qtbot.waitSignal(recovered.settled) as settled:
        recovered.screen.chosen.emit(person, NEW)

    assert settled.args == [person]
    assert opens(folder, person, NEW)
    assert opens(folder, PERSON, PASSPHRASE) is (person == METTE)
    register.close()


def test_a_reset_that_fails_says_so_and_lets_nobody_on(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "kartotek"
    register = open_with_recovery_key(folder, make_register(folder), NOON)
    recovered = RecoveredConductor(register, lambda: NOON)
    show_active(qtbot, recovered.screen)
    register.close()

    with qtbot.assertNotEmitted(recovered.settled):
        recovered.screen.chosen.emit(PERSON, NEW)

    labels = [label for label in recovered.screen.findChildren(QLabel) if label.isVisible()]
    assert any("Kartoteket er lukket." in label.text() for label in labels)
