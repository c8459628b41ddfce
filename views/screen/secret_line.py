"""A line for something secret, below its name."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from views.screen.look import Role, scaled
from views.screen.words import words


class SecretLine(QWidget):
    """What is typed is shown as dots, and forgotten with `clear`."""

    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = words(name, Role.STRONG)
        self._line = QLineEdit()
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        self._line.returnPressed.connect(self.entered)
        self.setFocusProxy(self._line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        column.addWidget(self._name)
        column.addWidget(self._line)
        self.call(name)

    def call(self, name: str, *, hidden: bool = True) -> None:
        """Ask for something else, by *name*; not *hidden* is what is copied from a sheet."""
        self._name.setText(name)
        self._name.setBuddy(self._line)
        self._line.setAccessibleName(name)
        mode = QLineEdit.EchoMode
        self._line.setEchoMode(mode.Password if hidden else mode.Normal)

    def text(self) -> str:
        """Return what was typed."""
        return self._line.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self._line.clear()
