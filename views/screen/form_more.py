"""What else can be done with a form than fill it: a button that opens a menu."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from views.screen.icons import Sign, SignButton


class FormMore(SignButton):
    """Offers the form on paper, and as a file for another program."""

    paper_asked = Signal()
    file_asked = Signal()

    def __init__(self) -> None:
        super().__init__("Mere", Sign.ARROW_DOWN)
        # The sign comes after the word; the style's own mark of a menu does not grow with the text.
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._menu = QMenu(self)
        self.setAccessibleDescription("Skriv skemaet ud, eller gem det som fil")
        paper = self._menu.addAction("Skriv ud eller gem som PDF … (Ctrl+P)")
        file = self._menu.addAction("Gem til et andet program …")
        paper.triggered.connect(self.paper_asked)
        file.triggered.connect(self.file_asked)
        # Not the action's own: nothing hears that while the menu is closed.
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.paper_asked)
        self.setMenu(self._menu)
