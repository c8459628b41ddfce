"""How long the lists take in the window: the day with many open cases, a key of a search in many.

Run with: ``.venv/bin/python tests/bench/bench_lists.py``, some minutes; ``--citizens 2000`` is
a quick look. Each figure is what a person waits for: the register read, and the page drawn.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QTableView, QWidget

from app.appearance import wear
from app.conductors.citizens import CitizensConductor
from app.conductors.today import TodayConductor
from app.preferences import Preferences
from app.rules_mark import rules_mark
from app.supplies import supplies
from app.work import Work
from storage.citizens import write_citizen
from storage.connection import Connection
from storage.documents import write_document, write_event
from storage.entries import write_draft
from storage.list_records import NoticeKind, NoticeRow, ToldText
from storage.records import CitizenRow, DocumentEvent, DocumentStep, TaskRow
from storage.register import create_register, open_register
from tests.bench.register_samples import NOW, a_row, an_entry, an_id
from tests.storage.samples import CHEAP, PASSPHRASE, PERSON, a_document, behind_the_back

OPEN_CASES, LETTERS, WAITING = 10_000, 20_000, 200
WORDS = "sover dårligt kajak søvn arbejde bror abstinenser plan aftale hjem gæld glad træt penge"
TIMES = 5


def a_listed(number: int) -> CitizenRow:
    """Return a citizen as a clinic has them: an address, a note, and in some a course."""
    is_open = number < OPEN_CASES
    told = " ".join(islice(_mixed(number), 30)) + f" sag{number}"
    meeting = NoticeRow(NoticeKind.MEETING, "m", "Samtale", f"kl. {number % 9 + 8}", NOW.date())
    row = a_row(number, is_open=is_open)
    return replace(
        row,
        due=row.due + timedelta(days=-20) if row.due else None,
        stage=("Anmodning", "Afdækning", "I behandling", "Udskrevet")[number % 4],
        address=f"Prøvevej {number % 300} 0000 Prøveby",
        counsellor=("Ida", "Ole", "Åse")[number % 3],
        is_open=is_open,
        changed=NOW - timedelta(days=number % 90),
        told=(ToldText(an_id(number), told),),
        notices=(meeting,) if is_open and number % 500 == 0 else (),
        tasks=_tasks(row),
        rules=rules_mark(supplies()),
    )


def _tasks(row: CitizenRow) -> tuple[TaskRow, ...]:
    return tuple(
        replace(task, id=f"{task.id}{number}", due=task.due + timedelta(days=number * 9 - 20))
        for task in row.tasks
        for number in range(3)
    )


def _mixed(number: int) -> Iterator[str]:
    words = WORDS.split()
    while True:
        number = number * 2_654_435_761 % 2**32
        yield words[number % len(words)]


def fill(connection: Connection, citizens: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for number in range(citizens):
        write_citizen(connection, a_listed(number))
        if number < OPEN_CASES:
            write_draft(connection, an_entry(number))
    for number in range(min(LETTERS, 2 * citizens)):
        _add_letter(connection, number)
    connection.execute("COMMIT")
    connection.close()


def _add_letter(connection: Connection, number: int) -> None:
    letter = replace(
        a_document(),
        id=an_id(number + 5 * 10**6),
        case_id=an_id(number // 2 + 10**6),
        kind=("request_receipt", "decision")[number % 2],
    )
    write_document(connection, letter)
    write_event(connection, DocumentEvent(letter.id, DocumentStep.APPROVED, NOW, PERSON, ""))
    if number >= WAITING:
        write_event(connection, DocumentEvent(letter.id, DocumentStep.SENT, NOW, PERSON, ""))


def took(act: Callable[[], object]) -> float:
    """Return how many milliseconds *act* takes until its page is drawn."""
    began = time.perf_counter()
    act()
    QApplication.processEvents()
    return (time.perf_counter() - began) * 1000


def tell(what: str, times: list[float]) -> None:
    print(f"{what:>44}: median {median(times):6.1f} ms, most {max(times):6.1f} ms", flush=True)


def shown(page: QWidget) -> None:
    page.resize(1200, 800)
    page.show()
    QApplication.processEvents()


def measure_day(work: Work) -> None:
    conductor = TodayConductor(work)
    shown(conductor.page)
    tell("I dag, the first time", [took(conductor.show_due)])
    tell("I dag, again", [took(conductor.show_due) for _ in range(TIMES)])
    conductor.put_away()


def measure_search(work: Work) -> None:
    conductor = CitizensConductor(work)
    shown(conductor.page)
    tell("Borgere, the first time", [took(conductor.show_citizens)])
    page = conductor.page
    tick = page.findChildren(QCheckBox)[0]
    for where in ("names", "names and notes"):
        for words in ("søren bæk test", "prøvevej 12", "kajak sag77", "anna 3215", "xyz"):
            tell(f"each key of {words!r} in {where}", [took(one) for one in keys(page, words)])
        tick.setChecked(True)
    tick.setChecked(False)
    page.findChildren(QLineEdit)[0].clear()
    for box in page.findChildren(QComboBox):
        last = box.count() - 1
        chosen = took(partial(box.setCurrentIndex, last))
        tell(f"chosen {box.currentText()!r}", [chosen])
    tell("each key of 'anna' in what is filtered", [took(one) for one in keys(page, "anna")])
    for box in page.findChildren(QComboBox):
        box.setCurrentIndex(0)
    measure_scrolling(page.findChild(QTableView))


def keys(page: QWidget, words: str) -> Iterator[Callable[[], object]]:
    """Yield what types each letter of *words* into the search, which is empty at first."""
    search = page.findChildren(QLineEdit)[0]
    search.clear()
    QApplication.processEvents()
    for letter in words:
        yield partial(QTest.keyClicks, search, letter)


def measure_scrolling(table: QTableView) -> None:
    steps: list[float] = []
    while len(steps) < 200 and table.model().canFetchMore(table.rootIndex()):
        bar = table.verticalScrollBar()
        steps.append(took(partial(bar.setValue, bar.maximum())))
    if steps:
        tell(f"each leap to the end, {table.model().rowCount()} rows", steps)
    page_up = partial(QTest.keyClick, table, Qt.Key.Key_PageUp)
    tell("each page up", [took(page_up) for _ in range(20)])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--citizens", type=int, default=100_000)
    asked = parser.parse_args()
    wear(QApplication([]), Preferences())
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "kartotek"
        create_register(folder, PERSON, PASSPHRASE, NOW, CHEAP)[0].close()
        fill(behind_the_back(folder), asked.citizens)
        register = open_register(folder, PERSON, PASSPHRASE, NOW)
        work = Work(register, supplies(), lambda: NOW, PERSON)
        print(f"{asked.citizens} citizens, {min(OPEN_CASES, asked.citizens)} open cases")
        measure_day(work)
        measure_search(work)
        register.close()


if __name__ == "__main__":
    main()
