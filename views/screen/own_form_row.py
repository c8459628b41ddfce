"""One form of the clinic's own in the list of them, with what can be done with it."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from views.screen.look import Role, scaled
from views.screen.side_page import button, in_a_row
from views.screen.words import chip, words

_NEW = "Det kan så vælges til nye besvarelser."
_INSTEAD = "Nye besvarelser bruger så dette i stedet for {replaced}."
_UNCHANGED = "Det, der allerede er skrevet, bliver, som det er."
_OUT = (
    "Skemaet kan ikke vælges til nye besvarelser. Det, der allerede er skrevet i det, bliver, som "
    "det er, og du kan tage skemaet i brug igen."
)
_GONE = "Skemaet har ikke været i brug. Filen, du hentede det fra, bliver liggende."


class FormState(Enum):
    """Whether a form is used; the values are shown."""

    WAITING = "Ikke i brug endnu"
    IN_USE = "I brug"
    OUT_OF_USE = "Ude af brug"


@dataclass(frozen=True, slots=True)
class OwnFormShown:
    """One version of a form; `key` names it to the conductor.

    `detail` says which version it is and where it came from, `obstacle` why it cannot be used,
    `replaces` which form it would take the place of, e.g. ``"programmets udgave 1"``.
    """

    key: str
    title: str
    detail: str
    state: FormState
    obstacle: str = ""
    replaces: str = ""

    @property
    def retirement(self) -> str:
        """What taking it away is called."""
        return "Fjern" if self.state is FormState.WAITING else "Tag ud af brug"

    @property
    def retirement_question(self) -> str:
        """What is asked before it is taken away."""
        if self.state is FormState.WAITING:
            return f"Vil du fjerne »{self.title}«?"
        return f"Vil du tage »{self.title}« ud af brug?"

    @property
    def on_activation(self) -> str:
        """What happens when it is taken into use."""
        said = _INSTEAD.format(replaced=self.replaces) if self.replaces else _NEW
        return f"{said} {_UNCHANGED}"

    @property
    def on_retirement(self) -> str:
        """What happens when it is taken away."""
        return _GONE if self.state is FormState.WAITING else _OUT


class OwnFormRow(QWidget):
    """Says what is asked for, with the form it is asked of."""

    trial_asked = Signal(OwnFormShown)
    activation_asked = Signal(OwnFormShown)
    retirement_asked = Signal(OwnFormShown)

    def __init__(self, shown: OwnFormShown) -> None:
        super().__init__()
        self._shown = shown
        self._try = button("Prøv skemaet")
        self._activate = button("Tag i brug …")
        self._retire = button(f"{shown.retirement} …", Role.SUBTLE)
        self._try.clicked.connect(self._say_trial)
        self._activate.clicked.connect(self._say_activation)
        self._retire.clicked.connect(self._say_retirement)
        self._activate.setVisible(shown.state is not FormState.IN_USE and not shown.obstacle)
        self._retire.setVisible(shown.state is not FormState.OUT_OF_USE)
        for one in (self._try, self._activate, self._retire):
            one.setAccessibleName(f"{one.text()} {shown.title}, {shown.detail}")
        self.setFocusProxy(self._try)
        self._lay_out()

    def _lay_out(self) -> None:
        shown = self._shown
        role = Role.GOOD if shown.state is FormState.IN_USE else Role.CHIP
        head = QHBoxLayout()
        head.addWidget(words(shown.title, Role.STRONG), 1)
        head.addWidget(chip(shown.state.value, role))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        column.addLayout(head)
        column.addWidget(words(shown.detail, Role.QUIET))
        if shown.obstacle:
            column.addWidget(words(shown.obstacle))
        column.addLayout(in_a_row(self._try, self._activate, self._retire))

    @Slot()
    def _say_trial(self) -> None:
        self.trial_asked.emit(self._shown)

    @Slot()
    def _say_activation(self) -> None:
        self.activation_asked.emit(self._shown)

    @Slot()
    def _say_retirement(self) -> None:
        self.retirement_asked.emit(self._shown)
