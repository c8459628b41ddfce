"""Below the letters that wait: what can be done with those ticked, or how far that has come."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from views.screen.fields.ticks import CheckTick
from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.printer_box import PrinterBox
from views.screen.words import words

_PRINT = "Skriv alle valgte ud"


class LettersFoot(QWidget):
    """The buttons are alive only when letters are ticked; `printer` is where they are printed."""

    print_asked = Signal()
    save_asked = Signal()
    note_asked = Signal()
    stop_asked = Signal()
    all_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = CheckTick("Vælg alle")
        self._count = words("", Role.QUIET)
        self._list = CheckTick("Liste til sidst")
        self.printer = PrinterBox()
        self._print = SignButton(_PRINT, Sign.PRINT, Ink.ON_THREAD)
        self._save = QPushButton("Gem som PDF …")
        self._note = QPushButton("Notér som sendt …")
        self._bar = QProgressBar()
        self._progress = words("")
        self._stop = QPushButton("Stop")
        self._stack = QStackedWidget()
        self._connect()
        self._lay_out()
        self.show_ticked(0, 0)

    @property
    def wants_list(self) -> bool:
        """Whether a list of the letters is to be printed after them."""
        return self._list.isChecked()

    def show_ticked(self, ticked: int, of: int) -> None:
        """Show how many are ticked, of how many that are shown."""
        self._count.setText(f"{ticked} valgt af {of}")
        self._all.setChecked(0 < ticked == of)
        self._all.setEnabled(of > 0)
        for button in (self._print, self._save, self._note):
            button.setEnabled(ticked > 0)

    def show_progress(self, doing: str, done: int, of: int) -> None:
        """Show how far it has come in place of the buttons; nothing else can be begun."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self._progress.setText(f"{doing}: {done} af {of}")
        if self._stack.currentIndex() == 0:
            self._stop.setEnabled(True)
            self._stack.setCurrentIndex(1)
            self._stop.setFocus()

    def end_progress(self) -> None:
        """Show the buttons again."""
        self._stack.setCurrentIndex(0)

    def _connect(self) -> None:
        set_role(self._print, Role.PRIMARY)
        self._list.setChecked(True)
        self._print.setShortcut("Ctrl+P")
        self._print.setToolTip(f"{_PRINT} (Ctrl+P)")
        self._all.setShortcut("Ctrl+Shift+A")
        self._all.setToolTip("Vælg alle breve på listen, eller ingen (Ctrl+Skift+A)")
        self._list.setToolTip("Skriv en liste over brevene ud efter dem")
        self._save.setToolTip("Gem brevene i en mappe, hver for sig, fx til Digital Post")
        self._note.setToolTip("Notér, at brevene er sendt eller givet i dag")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Hvor langt udskriften er")
        self._stop.setToolTip("Tag ikke flere breve; det, der er på vej, bliver gjort færdigt")
        self._all.clicked.connect(self._say_all)
        self._print.clicked.connect(self.print_asked)
        self._save.clicked.connect(self.save_asked)
        self._note.clicked.connect(self.note_asked)
        self._stop.clicked.connect(self._say_stop)

    def _lay_out(self) -> None:
        self._stack.addWidget(self._deeds())
        self._stack.addWidget(self._under_way())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _deeds(self) -> QWidget:
        first = QHBoxLayout()
        first.setSpacing(scaled(14))
        middle = Qt.AlignmentFlag.AlignVCenter
        first.addWidget(self._all, 0, middle)
        first.addWidget(self._count, 1, middle)
        first.addWidget(self.printer, 1, middle)
        first.addWidget(self._list, 0, middle)
        second = QHBoxLayout()
        second.setSpacing(scaled(6))
        second.addStretch(1)
        for button in (self._note, self._save, self._print):
            second.addWidget(button)
        return _below_each_other(first, second)

    def _under_way(self) -> QWidget:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._progress)
        second.setSpacing(scaled(10))
        second.addWidget(self._bar, 1)
        second.addWidget(self._stop)
        return _below_each_other(first, second)

    @Slot()
    def _say_all(self) -> None:
        self.all_asked.emit(self._all.isChecked())

    @Slot()
    def _say_stop(self) -> None:
        self._stop.setEnabled(False)
        self.stop_asked.emit()


def _below_each_other(*rows: QHBoxLayout) -> QWidget:
    together = QWidget()
    column = QVBoxLayout(together)
    column.setContentsMargins(0, 0, 0, 0)
    for row in rows:
        column.addLayout(row)
    return together
