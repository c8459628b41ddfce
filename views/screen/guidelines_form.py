"""A form in the room of the guideline: the way back to the rules above it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from views.screen.form_page import FormPage
from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.words import words


class RuleFormPage(QWidget):
    """Puts *form* below the way back; *said* explains what happens to what is written."""

    back_asked = Signal()

    def __init__(self, form: FormPage, said: str) -> None:
        super().__init__()
        back = SignButton("Retningslinjer", Sign.ARROW_LEFT, Ink.THREAD)
        back.setAccessibleName("Tilbage til retningslinjer")
        back.setToolTip("Tilbage til retningslinjer (Alt+Venstre)")
        back.setShortcut("Alt+Left")
        back.clicked.connect(self.back_asked)
        set_role(back, Role.PLAIN)
        bar = QFrame()
        set_role(bar, Role.BAR)
        head = QHBoxLayout(bar)
        head.setContentsMargins(scaled(10), scaled(8), scaled(14), scaled(8))
        head.setSpacing(scaled(14))
        head.addWidget(back)
        head.addWidget(words(said, Role.QUIET), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(form, 1)
        self.setFocusProxy(form)
