"""A form as it will be asked, to be looked at and tried before anybody uses it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from views.screen.first_focus import begin_at
from views.screen.form_page import FormPage
from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.words import words

_ONLY_A_TRIAL = "Du prøver {title}. Intet af det, du skriver her, bliver gemt."
_UNTITLED = "et skema, der ikke har fået en titel endnu"


class FormTrialPage(QWidget):
    """Puts a way back and a word of warning above the page that asks the form."""

    back_asked = Signal()

    def __init__(self, title: str, form: FormPage, back_to: str = "Skemaer") -> None:
        """*back_to* says where the way back leads."""
        super().__init__()
        self._form = form
        back = SignButton(back_to, Sign.ARROW_LEFT, Ink.THREAD)
        back.setAccessibleName(f"Tilbage til {back_to.lower()}")
        back.setToolTip(f"Tilbage til {back_to.lower()} (Alt+Venstre)")
        back.setShortcut("Alt+Left")
        back.clicked.connect(self.back_asked)
        set_role(back, Role.PLAIN)
        self._back = back
        self._title = f"»{title}«" if title.strip() else _UNTITLED
        self._said = words("", Role.GOOD)
        self._said.hide()
        begin_at(self, back)
        self._lay_out()

    def say(self, sentence: str) -> None:
        """Say what came of trying to finish; empty takes it away."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        banner = QFrame()
        set_role(banner, Role.BANNER)
        inside = QHBoxLayout(banner)
        inside.setContentsMargins(scaled(16), scaled(6), scaled(16), scaled(6))
        inside.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(words(_ONLY_A_TRIAL.format(title=self._title)), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(banner)
        column.addWidget(self._said)
        column.addWidget(self._form, 1)
