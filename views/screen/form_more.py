"""What else can be done with a form than fill it: a button that opens a menu."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from views.screen.fields.form_keys import AGAIN, BACK
from views.screen.icons import Sign, SignButton


class FormMore(SignButton):
    """Offers the form on paper and as a file, and to take back the last change."""

    paper_asked = Signal()
    file_asked = Signal()
    retracing_asked = Signal(int)
    """Take the last change back (-1) or do it again (1)."""

    def __init__(self) -> None:
        super().__init__("Mere", Sign.ARROW_DOWN)
        # The sign comes after the word; the style's own mark of a menu does not grow with the text.
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._menu = QMenu(self)
        self.setAccessibleDescription("Skriv skemaet ud, gem det som fil, eller fortryd")
        paper = self._menu.addAction("Skriv ud eller gem som PDF … (Ctrl+P)")
        file = self._menu.addAction("Gem til et andet program …")
        paper.triggered.connect(self.paper_asked)
        file.triggered.connect(self.file_asked)
        self._line = self._menu.addSeparator()
        self._back = self._menu.addAction("Fortryd (Ctrl+Z)")
        self._again = self._menu.addAction("Gør om (Ctrl+Y)")
        self._back.triggered.connect(self._ask_back)
        self._again.triggered.connect(self._ask_again)
        # Not the action's own: nothing hears that while the menu is closed.
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.paper_asked)
        self.setMenu(self._menu)

    def offer_retracing(self, *, offered: bool) -> None:
        """Offer to take changes back, or not, as when the form is signed."""
        for action in (self._back, self._again, self._line):
            action.setVisible(offered)

    @Slot()
    def _ask_back(self) -> None:
        self.retracing_asked.emit(BACK)

    @Slot()
    def _ask_again(self) -> None:
        self.retracing_asked.emit(AGAIN)
