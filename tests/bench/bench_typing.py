"""How fast a key is shown in the real window while everything is saved, also on a slow disk.

A key is due every 53 ms; what is counted is from then until it is painted, so what else the window
does in between counts too. *Busy* is what the window itself worked for a key, which does not grow
with what else the machine does. The form is the assessment at its longest section, with rows.

Run with: ``.venv/bin/python tests/bench/bench_typing.py``, about two minutes on a quiet machine.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, thread_time

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from typing_extensions import override

from app.preferences import Appearance, Preferences
from app.supplies import supplies
from forms.outline import sections
from models.course import Form
from tests.builders import CONTACT, REQUEST
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.people import add_citizen, make_register
from views.screen.case_screen import CaseScreen
from views.screen.fields.choice_field import ChoiceField
from views.screen.fields.date_field import DateField
from views.screen.fields.field import Field
from views.screen.fields.line_field import LineField
from views.screen.fields.text_field import TextField
from views.screen.row_group import RowGroup

KEYS, OPENINGS, ROWS = 150, 15, 4
PACE = 0.053
KEY_LIMIT, OPEN_LIMIT = 16, 100
SETTLING_MS = 1_500
KINDS: dict[str, tuple[type[Field], tuple[Qt.Key, ...]]] = {
    "line": (LineField, (Qt.Key.Key_7,)),
    "text": (TextField, (Qt.Key.Key_A,)),
    "date": (DateField, (Qt.Key.Key_1,)),
    "choice": (ChoiceField, (Qt.Key.Key_1, Qt.Key.Key_2)),
}


class PaintWatch(QObject):
    """Notes when a widget was painted first, by the clock and by the work done until then."""

    def __init__(self) -> None:
        super().__init__()
        self._painted: tuple[float, float] | None = None

    def begin(self) -> None:
        """Wait for the next painting."""
        self._painted = None

    def seen(self) -> tuple[float, float]:
        """Return when it was painted, and the work done until then; now if it was not."""
        return self._painted or (perf_counter(), thread_time())

    @override
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note a painting, and let the event pass."""
        if event.type() is QEvent.Type.Paint and self._painted is None:
            self._painted = perf_counter(), thread_time()
        return False


def longest_section() -> int:
    """Return the number of the assessment's longest section."""
    all_sections = sections(supplies().newest(Form.ASSESSMENT))
    asked = [sum(1 for item in section.walk() if item.is_question) for section in all_sections]
    return asked.index(max(asked))


def begun(folder: Path) -> Journey:
    """Return a journey that has just unlocked a register with one citizen."""
    make_register(folder / "kartotek")
    add_citizen(folder / "kartotek", {Form.CONTACT: CONTACT, Form.REQUEST: REQUEST}, {})
    journey = Journey(folder, Preferences(Appearance.LIGHT), print)
    journey.begin()
    journey.unlock(PASSPHRASE)
    return journey


def openings(journey: Journey) -> Iterator[tuple[float, float]]:
    """Yield the milliseconds from the choice of a citizen to the case on the screen, and busy."""
    hands = journey.hands
    for _ in range(OPENINGS):
        hands.click("Borgere")
        hands.rest(SETTLING_MS // 10)
        lists = hands.window.findChildren(QAbstractItemView)
        view = next(v for v in lists if v.isVisible() and v.accessibleName() == "Borgere")
        spot = view.visualRect(view.model().index(0, 0)).center()
        start, worked = perf_counter(), thread_time()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        while not any(case.isVisible() for case in hands.window.findChildren(CaseScreen)):
            QApplication.processEvents()
        QApplication.processEvents()
        yield (perf_counter() - start) * 1000, (thread_time() - worked) * 1000


def keys(focused: QWidget, pressed: Sequence[Qt.Key]) -> Iterator[tuple[float, float]]:
    """Yield the milliseconds from when each key was due until it was shown, and busy."""
    watch = PaintWatch()
    shown = focused.viewport() if hasattr(focused, "viewport") else focused
    shown.installEventFilter(watch)
    due = perf_counter() + PACE
    for number in range(KEYS):
        while perf_counter() < due:
            QTest.qWait(1)
        key, worked = pressed[number % len(pressed)], thread_time()
        watch.begin()
        if number % 40 == 39 and len(pressed) == 1:
            QTest.keyClick(focused, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(QApplication.focusWidget() or focused, key)
        QApplication.processEvents()
        at, work_done = watch.seen()
        yield (at - due) * 1000, (work_done - worked) * 1000
        due = max(due + PACE, perf_counter())


def report(what: str, took: list[tuple[float, float]], limit: float) -> None:
    """Print the figures of *what* beside their *limit*."""
    waited, busy = zip(*took, strict=True)
    p99, busiest = quantiles(waited, n=100)[98], quantiles(busy, n=100)[98]
    print(f"{what:>20}: median {median(waited):6.2f} ms, p99 {p99:6.2f} (< {limit}),", end=" ")
    print(f"busy {median(busy):6.2f}, p99 {busiest:6.2f}")


def measure(place: Path) -> None:
    """Print how fast cases open and keys are shown."""
    application = QApplication([])
    journey = begun(place)
    report("a case opens", list(openings(journey)), OPEN_LIMIT)
    journey.hands.choose_row("Forløbets trin", supplies().newest(Form.ASSESSMENT).title)
    measure_keys(journey, "date")
    for _ in range(longest_section()):
        journey.hands.next_section()
    groups = [g for g in journey.hands.window.findChildren(RowGroup) if g.isVisible()]
    for group in groups[:1] * ROWS:
        journey.hands.click(f"Tilføj {group.item.text.lower()}")
    for kind in ("line", "text", "choice"):
        measure_keys(journey, kind)
    journey.close()
    application.quit()


def measure_keys(journey: Journey, kind: str) -> None:
    """Print how fast keys are shown in a field of this *kind* in the section on the screen."""
    journey.hands.rest(SETTLING_MS)
    field_type, pressed = KINDS[kind]
    shown = [f for f in journey.hands.window.findChildren(Field) if f.isVisible()]
    last = [field for field in shown if type(field) is field_type][-1]
    last.focus_here()
    journey.hands.rest(SETTLING_MS)
    focused = QApplication.focusWidget()
    if focused is not None:
        report(f"a key in a {kind}", list(keys(focused, pressed)), KEY_LIMIT)
        print(f"{'':>20}  among {len(shown)} questions")


def alone(shim: str = "") -> None:
    """Measure in a process of its own, with *shim* before the system's own calls."""
    slow = {"LD_PRELOAD": shim, "FSYNC_MS": "30"} if shim else {}
    print("a disk that syncs in 30 ms" if shim else "the disk as it is", flush=True)
    with tempfile.TemporaryDirectory() as place:
        command = [sys.executable, __file__, "--place", place]
        subprocess.run(command, check=True, env=os.environ | slow)


def with_shim(measuring: Callable[[str], None]) -> None:
    """Measure with the shim that makes a disk slow, where there is a compiler."""
    compiler = shutil.which("cc")
    if compiler is None:
        print("no compiler: a slow disk is not measured")
        return
    with tempfile.TemporaryDirectory() as place:
        shim = f"{place}/slow_fsync.so"
        source = Path(__file__).with_name("slow_fsync.c")
        subprocess.run([compiler, "-shared", "-fPIC", "-o", shim, str(source)], check=True)
        measuring(shim)


def main() -> None:
    """Print the figures of both disks."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--place", type=Path)
    asked = parser.parse_args()
    if asked.place is not None:
        measure(asked.place)
        return
    alone()
    with_shim(alone)


if __name__ == "__main__":
    main()
