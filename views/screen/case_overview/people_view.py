"""The people around a citizen, each with a telephone number and what may be shared with them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from views.screen.case_overview.flow import flow, told
from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.words import chip, words

_NONE = "Her er ingen endnu. Skriv i skemaet om netværk, hvem borgeren har omkring sig."


@dataclass(frozen=True, slots=True)
class PersonShown:
    """One person or place: `key` opens where it was told, `reach` is how they are reached.

    `state` is a word about sharing that `role` colours, `sharing` says it in full.
    """

    key: str
    name: str
    what: str
    reach: str
    state: str
    role: Role
    sharing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeopleShown:
    """People who stand together, below a heading."""

    heading: str
    people: tuple[PersonShown, ...]


class PeopleView(QWidget):
    """Says the key of what a person was told in."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[PeopleShown, ...] = ()
        self._column = flow()
        self._column.body.setContentsMargins(0, 0, 0, 0)
        self._none = words(_NONE, Role.QUIET)
        self._inside = QWidget()
        self._column.body.addWidget(self._none)
        self._column.body.addWidget(self._inside)
        self._column.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._column)

    def show_people(self, groups: Sequence[PeopleShown]) -> None:
        """Show *groups* in the order given; one of nobody is left out."""
        if self._groups == tuple(groups) and groups:
            return
        self._groups = tuple(groups)
        old, self._inside = self._inside, QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        for group in groups:
            self._add(column, group)
        self._column.body.replaceWidget(old, self._inside)
        old.hide()
        old.deleteLater()
        self._none.setVisible(not any(group.people for group in groups))

    def _add(self, column: QVBoxLayout, group: PeopleShown) -> None:
        if not group.people:
            return
        column.addWidget(words(group.heading, Role.SUBTITLE))
        for person in group.people:
            card = _PersonCard(person)
            card.chosen.connect(self.chosen)
            column.addWidget(card)
        column.addSpacing(scaled(8))


class _PersonCard(QFrame):
    """One person, and the button that leads to where they were told of."""

    chosen = Signal(str)

    def __init__(self, person: PersonShown) -> None:
        super().__init__()
        self._key = person.key
        set_role(self, Role.CARD)
        head = QHBoxLayout()
        head.addWidget(told(person.name, Role.STRONG), 1)
        if person.state:
            head.addWidget(chip(person.state, person.role), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(14), scaled(10), scaled(12), scaled(8))
        column.setSpacing(scaled(3))
        column.addLayout(head)
        for line in (person.what, person.reach):
            if line:
                column.addWidget(told(line))
        for line in person.sharing:
            column.addWidget(told(line, Role.QUIET))
        if person.key:
            column.addWidget(self._see(person), 0, Qt.AlignmentFlag.AlignLeft)

    def _see(self, person: PersonShown) -> SignButton:
        see = SignButton("Se, hvor det står", Sign.ARROW_RIGHT, Ink.THREAD)
        told = (person.name, person.what, person.reach, person.state, *person.sharing)
        see.setAccessibleName(f"Se, hvor det står: {person.name}")
        see.setAccessibleDescription(". ".join(one for one in told if one))
        set_role(see, Role.PLAIN)
        see.clicked.connect(self._choose)
        self.setFocusProxy(see)
        return see

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._key)
