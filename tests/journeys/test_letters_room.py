"""The room of letters, as a person at the window meets it."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TypeAlias

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QTableView

from app.preferences import Appearance, Preferences
from storage.records import DocumentStep
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.letters import OTHER, make_waiting, spooler, stories
from tests.journeys.seeing import said
from views.screen.letters_table import Column

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(os.name == "nt", reason="elsewhere the system's dialog prints"),
]

LIST = "Breve, der venter"
PRINT, SAVE, NOTE = "Skriv alle valgte ud", "Gem som PDF …", "Notér som sendt …"
A, P, S = DocumentStep.APPROVED, DocumentStep.PRINTED, DocumentStep.SAVED
SENT, GIVEN = DocumentStep.SENT, DocumentStep.HANDED_OVER
CONTROL = Qt.KeyboardModifier.ControlModifier
NO_KEY = Qt.KeyboardModifier.NoModifier
Walk: TypeAlias = Callable[[int], Journey]


@pytest.fixture
def walk(tmp_path: Path, qapp: QApplication) -> Iterator[Walk]:
    """Return a maker of a journey in the room, in which so many letters wait."""
    begun: list[Journey] = []

    def begin(letters: int) -> Journey:
        make_waiting(tmp_path / "kartotek", letters)
        journey = Journey(tmp_path, Preferences(Appearance.LIGHT), print)
        begun.append(journey)
        journey.begin()
        journey.unlock(PASSPHRASE)
        journey.hands.click("Breve")
        return journey

    yield begin
    for journey in begun:
        journey.close()


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which a spooler that takes everything puts what it is given."""
    out = tmp_path / "printed"
    out.mkdir()
    keep = f'n=$(ls "{out}" | wc -l); cat > "{out}/$(printf %03d "$n").pdf"'
    spooler(tmp_path / "bin", keep, monkeypatch)
    return out


def print_all(journey: Journey) -> None:
    """Print all that is shown, and wait until that has come to its end."""
    journey.hands.click("Vælg alle")
    print_ticked(journey)


def print_ticked(journey: Journey) -> None:
    journey.hands.in_the_box("Skriv ud", lambda: journey.hands.click(PRINT))
    journey.hands.wait_until(lambda: not is_under_way(journey))


def is_under_way(journey: Journey) -> bool:
    return journey.hands.has_button("Stop") or "Skriver ud:" in said(journey)


def notes(journey: Journey) -> list[str]:
    """Return what is remarked of each letter, from the top."""
    (table,) = (view for view in journey.window.findChildren(QTableView) if view.isVisible())
    model = table.model()
    return [str(model.index(row, Column.NOTE).data()) for row in range(model.rowCount())]


def press_print(journey: Journey) -> None:
    journey.hands.press(Qt.Key.Key_P, CONTROL)
    # A button that is pressed by its keys stays down for a moment first.
    journey.hands.rest(300)


def step_on(journey: Journey) -> str:
    """Go on to what Tab leads to, and return what it is called."""
    journey.hands.press(Qt.Key.Key_Tab, NO_KEY)
    here = QApplication.focusWidget()
    return here.accessibleName() if here else ""


def choose(journey: Journey, name: str, words: str) -> None:
    """Choose *words* in the drop-down list with this name, by the keyboard."""
    (box,) = (
        box
        for box in journey.window.findChildren(QComboBox)
        if box.isVisible() and box.accessibleName() == name
    )
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    while box.currentText() != words:
        at = box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() > at, words
    journey.hands.rest()


def on_paper(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in sorted(folder.iterdir())]


def is_copy(pdf: bytes) -> bool:
    """Whether the mark lies on the paper: a copy is a letter and something appended to it."""
    return pdf.count(b"%%EOF") > 1


def words_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def test_with_nothing_that_waits_the_room_says_so(walk: Walk) -> None:
    journey = walk(0)

    assert "Ingen breve venter" in said(journey)
    assert not journey.hands.has_button(PRINT)


def test_all_that_waits_is_printed_in_one_go_with_a_list_at_the_end(
    walk: Walk, printed: Path, tmp_path: Path
) -> None:
    journey = walk(6)
    listed = journey.hands.rows(LIST)

    print_all(journey)

    *letters, cover = on_paper(printed)
    assert len(listed) == len(letters) == 6
    assert "Liste over breve" in words_of(cover)
    assert len(PdfReader(BytesIO(cover)).pages) == 1
    assert not any(is_copy(letter) for letter in letters)
    assert "6 breve er skrevet ud." in said(journey)
    assert journey.hands.rows(LIST) == []
    journey.close()
    assert stories(tmp_path / "kartotek") == [[A, P]] * 6


def test_letters_are_approved_by_somebody_go_some_way_and_are_of_some_kind(walk: Walk) -> None:
    journey = walk(9)

    choose(journey, "Godkendt af", OTHER)
    by_person = journey.hands.rows(LIST)
    choose(journey, "Sendes", "Med posten")
    by_way = journey.hands.rows(LIST)
    choose(journey, "Slags brev", "Samtykke")
    by_kind = journey.hands.rows(LIST)

    assert (len(by_person), len(by_way), len(by_kind)) == (4, 1, 0)
    assert "Ingen breve passer" in said(journey)


def test_only_those_ticked_are_printed_and_only_those_one_sees(
    walk: Walk, printed: Path, tmp_path: Path
) -> None:
    journey = walk(4)
    journey.hands.click("Vælg alle")

    choose(journey, "Godkendt af", OTHER)
    choose(journey, "Godkendt af", "Alle")
    print_ticked(journey)

    journey.close()
    assert stories(tmp_path / "kartotek") == [[A], [A, P], [A], [A, P]]


def test_what_was_printed_waits_to_be_noted_and_comes_out_again_only_as_a_copy(
    walk: Walk, printed: Path, tmp_path: Path
) -> None:
    journey = walk(2)
    print_all(journey)

    choose(journey, "Vis", "Skrevet ud, ikke noteret sendt")
    again = journey.hands.rows(LIST)
    print_all(journey)

    assert len(again) == 2
    first, second, _, *copies, cover = on_paper(printed)
    assert all(is_copy(copy) and copy.startswith(first) for copy in copies)
    assert first == second
    assert "(kopi)" in words_of(cover)
    journey.close()
    assert stories(tmp_path / "kartotek") == [[A, P, P]] * 2


def test_the_question_says_how_many_will_be_copies_and_no_means_no(
    walk: Walk, printed: Path
) -> None:
    journey = walk(1)
    print_all(journey)
    choose(journey, "Vis", "Skrevet ud, ikke noteret sendt")
    journey.hands.click("Vælg alle")
    asked: list[str] = []

    def read_and_refuse(box: QDialog) -> None:
        asked.extend(label.text() for label in box.findChildren(QLabel))
        box.reject()

    journey.hands._answering(read_and_refuse, partial(journey.hands.click, PRINT))

    assert "Skriv 1 brev ud?" in asked
    assert "»Kopi«" in " ".join(asked)
    assert len(on_paper(printed)) == 1


def test_what_the_printer_refuses_stays_in_the_list_with_the_reason(
    walk: Walk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = tmp_path / "count"
    script = f'cat > /dev/null; echo >> {count}; test "$(wc -l < {count})" -lt 3'
    spooler(tmp_path / "bin", script, monkeypatch)
    journey = walk(4)

    print_all(journey)

    assert "2 af 4 breve er skrevet ud. Printeren tog ikke imod" in said(journey)
    assert [note[:19] for note in notes(journey)] == ["Printeren tog ikke ", ""]
    journey.close()
    assert stories(tmp_path / "kartotek") == [[A], [A], [A, P], [A, P]]


def test_without_a_printer_a_sentence_says_what_to_do(
    walk: Walk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journey = walk(1)
    monkeypatch.setenv("PATH", str(tmp_path))

    journey.hands.click("Vælg alle")
    journey.hands.in_the_box("Skriv ud", lambda: journey.hands.click(PRINT))

    assert "ingen printer" in said(journey)
    assert len(journey.hands.rows(LIST)) == 1


def test_a_batch_is_stopped_after_the_letter_on_its_way(
    walk: Walk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spooler(tmp_path / "bin", "cat > /dev/null; sleep 0.3", monkeypatch)
    journey = walk(5)
    journey.hands.click("Vælg alle")
    journey.hands.in_the_box("Skriv ud", lambda: journey.hands.click(PRINT))

    journey.hands.click("Stop")
    journey.hands.wait_until(lambda: not is_under_way(journey))

    assert "Du stoppede. 1 af 5 breve er skrevet ud." in said(journey)
    journey.close()
    assert stories(tmp_path / "kartotek") == [[A]] * 4 + [[A, P]]


def test_locking_in_the_midst_notes_the_letter_that_came_out(
    walk: Walk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spooler(tmp_path / "bin", "cat > /dev/null; sleep 0.3", monkeypatch)
    journey = walk(3)
    journey.hands.click("Vælg alle")
    journey.hands.in_the_box("Skriv ud", lambda: journey.hands.click(PRINT))

    journey.hands.click("Lås")

    journey.close()
    assert stories(tmp_path / "kartotek") == [[A], [A], [A, P]]


def test_letters_are_saved_one_by_one_under_names_that_name_nobody(
    walk: Walk, tmp_path: Path
) -> None:
    journey = walk(3)
    out = tmp_path / "digital post"
    out.mkdir()
    (out / "001-andet.pdf").write_bytes(b"another's")

    journey.hands.click("Vælg alle")
    journey.hands.in_the_file_dialog(out, lambda: journey.hands.click(SAVE))
    journey.hands.wait_until(lambda: "er gemt" in said(journey))

    names = sorted(file.name for file in out.iterdir())
    assert names == ["001-andet.pdf", *(f"00{n}-kvittering.pdf" for n in (2, 3, 4))]
    assert (out / "001-andet.pdf").read_bytes() == b"another's"
    assert [note.partition(" 2.11.")[0] for note in notes(journey)] == [
        f"Gemt som {name}" for name in names[1:]
    ]
    journey.close()
    assert stories(tmp_path / "kartotek") == [[A, S]] * 3


def test_those_sent_are_noted_in_one_go_and_wait_no_more(walk: Walk, tmp_path: Path) -> None:
    journey = walk(3)
    journey.hands.click("Vælg alle")

    journey.hands.in_the_box("Notér", lambda: journey.hands.click(NOTE))
    journey.hands.wait_until(lambda: "er noteret" in said(journey))

    assert journey.hands.rows(LIST) == []
    journey.close()
    assert stories(tmp_path / "kartotek") == [[A, SENT], [A, SENT], [A, GIVEN]]


def test_the_room_is_used_without_a_mouse(walk: Walk, printed: Path, tmp_path: Path) -> None:
    journey = walk(3)
    journey.hands.press(Qt.Key.Key_1, CONTROL)
    journey.hands.press(Qt.Key.Key_3, CONTROL)
    reached = [step_on(journey) for _ in range(20)]
    assert {LIST, "Vis", "Godkendt af", "Sendes", "Slags brev", "Vælg alle"} <= set(reached)
    while step_on(journey) != LIST:
        reached.pop()

    journey.hands.press(Qt.Key.Key_Down, NO_KEY)
    journey.hands.press(Qt.Key.Key_Space, NO_KEY)
    journey.hands.in_the_box("Skriv ud", partial(press_print, journey))
    journey.hands.wait_until(lambda: not is_under_way(journey))
    journey.hands.press(Qt.Key.Key_Return, NO_KEY)

    assert journey.hands.has_button("Skriv ud")
    assert journey.hands.rows(LIST) == []
    journey.close()
    assert stories(tmp_path / "kartotek") == [[A], [A, P], [A]]
    assert len(on_paper(printed)) == 1
