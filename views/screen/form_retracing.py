"""Taking back and doing again in a form: the keys for it, and what is said of it."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from views.screen.column_scroll import WIDEST
from views.screen.fields.form_keys import AGAIN, BACK, RETRACING_KEYS
from views.screen.fields.growing_box import GrowingBox
from views.screen.fields.line import Line
from views.screen.form_name import FormName


class FormRetracing(QObject):
    """Hears Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z wherever one is in the window of *page*.

    What was just typed in a field is taken back there, letter by letter; `asked` comes when there
    is nothing left of that. `said` shows in passing what was done.
    """

    asked = Signal(int)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._sentence = ""
        self.said = FormName(WIDEST)
        for keys, way in RETRACING_KEYS.items():
            heard = self._take_back if way == BACK else self._do_again
            QShortcut(QKeySequence(keys), page).activated.connect(heard)

    def ask(self, way: int) -> None:
        """Take back (`BACK`) or do `AGAIN` where one types, else ask the form for it."""
        now = QApplication.focusWidget()
        if isinstance(now, Line | GrowingBox) and self._page.isAncestorOf(now) and now.retrace(way):
            return
        self.asked.emit(way)

    def say(self, sentence: str) -> None:
        """Show *sentence* and tell it to the screen reader; empty takes the last one away."""
        if not sentence and not self._sentence:
            return
        self._sentence = sentence
        self.said.show_name(sentence)
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._page, sentence))

    @Slot()
    def _take_back(self) -> None:
        self.ask(BACK)

    @Slot()
    def _do_again(self) -> None:
        self.ask(AGAIN)
