"""The door: who it is, and the passphrase or the recovery key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from views.screen.column import Column
from views.screen.fields.calm_combo_box import CalmComboBox
from views.screen.fields.ticks import CheckTick
from views.screen.look import Role, scaled, set_role
from views.screen.offer import Offer
from views.screen.thread import ThreadMark
from views.screen.words import words

_BUSY = "Låser op …"
_READY = "Lås op"
_CHOOSE = "Vælg dit navn"


class UnlockScreen(QWidget):
    """Shown alone in the window; keeps nothing that was typed once `clear` was called."""

    unlock_asked = Signal(str, str)
    recovery_asked = Signal(str)
    offer_taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._where = words("", Role.QUIET)
        self._risk = words("", Role.QUIET)
        self._news = words("", Role.GOOD)
        self._person_label = words("Hvem er du?", Role.STRONG)
        self._person = CalmComboBox()
        self._passphrase = _secret_field("Adgangssætning")
        self._recovery = QLineEdit()
        self._show = CheckTick("Vis, hvad jeg skriver")
        self._problem = words("", Role.PROBLEM)
        self._offer = Offer()
        self._unlock = QPushButton(_READY)
        self._switch = QPushButton()
        self._ways = QStackedWidget()
        self._hint = words("", Role.QUIET)
        self._hint_card = QFrame()
        self._name_and_dress()
        self._lay_out()
        self._connect()
        self._show_way()
        self.show_people(())

    def show_people(self, people: Sequence[str], register: str = "") -> None:
        """Show who can unlock, and *register*, which file it is; one person alone is not asked."""
        self._person.clear()
        self._person.addItems([*([_CHOOSE] if len(people) > 1 else []), *people])
        self._person_label.setVisible(len(people) > 1)
        self._person.setVisible(len(people) > 1)
        self._settle_start()
        self._where.setText(register)
        self._where.setVisible(bool(register))

    def show_hint(self, hint: str) -> None:
        """Show *hint* below, such as the practice register's passphrase."""
        self._hint.setText(hint)
        self._hint_card.setVisible(bool(hint))

    def show_risk(self, sentence: str) -> None:
        """Say quietly what threatens the register where it lies; empty says nothing."""
        self._risk.setText(sentence)
        self._risk.setVisible(bool(sentence))

    def show_news(self, sentence: str) -> None:
        """Say what went well while the register was closed, until something else is said."""
        self.show_problem("")
        self._news.setText(sentence)
        self._news.setVisible(bool(sentence))

    def show_problem(self, sentence: str) -> None:
        """Show why it did not open, and put the cursor where one tries again."""
        self._news.hide()
        self._offer.hide()
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        field = self._field()
        field.setAccessibleDescription(sentence)
        field.setFocus()
        field.selectAll()

    def show_offer(self, explanation: str, button: str) -> None:
        """Offer another way on below the problem, until something else is said."""
        self._offer.show_offer(explanation, button)

    def ask_again(self) -> None:
        """Ask with what stands in the field, as if the button had been pressed."""
        self._ask()

    def hide_problem(self) -> None:
        """Take the sentence away, and leave what is being typed as it is."""
        self._problem.hide()
        self._offer.hide()
        self._field().setAccessibleDescription("")

    def show_busy(self, *, busy: bool) -> None:
        """Show that the key is being made; nothing can be changed meanwhile."""
        for widget in (self._person, self._ways, self._switch, self._unlock, self._offer):
            widget.setEnabled(not busy)
        self._unlock.setText(_BUSY if busy else _READY)

    def forget_typed(self) -> None:
        """Forget all that was typed, and show nothing more of what is."""
        self._passphrase.clear()
        self._recovery.clear()
        self._show.setChecked(False)

    def clear(self) -> None:
        """Forget all that was typed and stand ready again."""
        self.forget_typed()
        self.show_busy(busy=False)
        self.show_problem("")

    def _field(self) -> QLineEdit:
        return self._recovery if self._ways.currentIndex() else self._passphrase

    def _connect(self) -> None:
        self._show.toggled.connect(self._show_typed)
        self._switch.clicked.connect(self._change_way)
        self._unlock.clicked.connect(self._ask)
        self._offer.taken.connect(self.offer_taken)
        self._passphrase.returnPressed.connect(self._ask)
        self._recovery.returnPressed.connect(self._ask)

    def _name_and_dress(self) -> None:
        self._recovery.setAccessibleName("Gendannelsesnøgle")
        self._person.setAccessibleName("Hvem er du?")
        # On Linux Qt tells a screen reader a drop-down's name through its label only.
        self._person_label.setBuddy(self._person)
        set_role(self._unlock, Role.PRIMARY)
        set_role(self._switch, Role.PLAIN)
        set_role(self._hint_card, Role.CARD)

    def _lay_out(self) -> None:
        column = Column(420)
        body = column.body
        body.addStretch(2)
        body.addWidget(ThreadMark(88), 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(words("Lås kartoteket op", Role.TITLE))
        for said in (self._where, self._risk, self._news):
            body.addWidget(said)
        body.addSpacing(scaled(8))
        body.addWidget(self._person_label)
        body.addWidget(self._person)
        self._ways.addWidget(_way("Adgangssætning", self._passphrase, self._show))
        self._ways.addWidget(_way("Gendannelsesnøgle", self._recovery, words(_ON_THE_SHEET)))
        body.addWidget(self._ways)
        body.addWidget(self._problem)
        body.addWidget(self._offer)
        body.addWidget(self._unlock)
        body.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignLeft)
        inside = QVBoxLayout(self._hint_card)
        inside.addWidget(self._hint)
        body.addWidget(self._hint_card)
        body.addStretch(3)
        for unsaid in (self._hint_card, self._problem, self._risk, self._news):
            unsaid.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(column)

    def _show_way(self) -> None:
        by_key = bool(self._ways.currentIndex())
        self._switch.setText(
            "Tilbage til adgangssætning" if by_key else "Glemt den? Brug gendannelsesnøgle"
        )
        self._person.setEnabled(not by_key)
        self._settle_start()

    def _settle_start(self) -> None:
        asks_who = self._person.count() > 1 and not self._ways.currentIndex()
        self.setFocusProxy(self._person if asks_who else self._field())

    @Slot()
    def _change_way(self) -> None:
        self._ways.setCurrentIndex(1 - self._ways.currentIndex())
        self._show_way()
        self.show_problem("")

    @Slot()
    def _show_typed(self) -> None:
        mode = QLineEdit.EchoMode
        self._passphrase.setEchoMode(mode.Normal if self._show.isChecked() else mode.Password)

    @Slot()
    def _ask(self) -> None:
        if not self._field().text():
            self.show_problem(f"Skriv din {self._field().accessibleName().lower()} først.")
        elif self._ways.currentIndex():
            self.recovery_asked.emit(self._recovery.text())
        elif self._person.currentText() == _CHOOSE:
            self.show_problem("Vælg først, hvem du er.")
            self._person.setFocus()
        else:
            self.unlock_asked.emit(self._person.currentText(), self._passphrase.text())


_ON_THE_SHEET = "Den står på det nyeste gendannelsesark. Bagefter vælger du en ny adgangssætning."


def _secret_field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setAccessibleName(name)
    return field


def _way(name: str, field: QLineEdit, below: QWidget) -> QWidget:
    way = QWidget()
    label = words(name, Role.STRONG)
    label.setBuddy(field)
    column = QVBoxLayout(way)
    column.setContentsMargins(0, 0, 0, 0)
    for widget in (label, field, below):
        column.addWidget(widget)
    return way
