"""One rule in full: what it says, since when, where from, how sure, and where the program helps."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from views.screen.column import Column
from views.screen.look import Role, scaled, set_role
from views.screen.strength import Strength, strength_chip
from views.screen.words import words

_WIDTH = 620
_NOTHING = "Ingen regel passer. Skriv færre bogstaver, eller vælg »Alle« i filtrene."
_CORRECT = "Ret jeres regel …"
_ANEW = "Skriv den om for jer …"
_FROM_ANOTHER_DAY = "Skriv en udgave fra en anden dag …"


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go on to; without a `key` it is only said."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Places of one kind, below what they are."""

    heading: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RuleShown:
    """A rule as it is shown; `remarks` are what one must know before one builds on it.

    `shipped` is what the program itself says where the clinic says something else. What
    `is_own` can be corrected, what `is_shipped` can be given a text of the clinic's own.
    """

    key: str
    strength: Strength
    reference: str
    title: str
    text: str
    remarks: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    shipped: str
    groups: tuple[LinkGroup, ...]
    is_own: bool = False
    is_shipped: bool = True


class _LinkButton(QPushButton):
    """As wide as its words, and cut when there is less room for them."""

    def __init__(self, link: Link) -> None:
        super().__init__(link.text)
        self.key = link.key
        self._whole = link.text
        self.setToolTip(link.text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        set_role(self, Role.PLAIN)

    @override
    def sizeHint(self) -> QSize:
        """Return the room the whole text wants."""
        width = self.fontMetrics().horizontalAdvance(self._whole) + self._edges() + 1
        return QSize(width, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the least that can be read."""
        return QSize(min(scaled(120), self.sizeHint().width()), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text when it has to be."""
        super().resizeEvent(event)
        room = event.size().width() - self._edges()
        end = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self._whole, end, room))

    def _edges(self) -> int:
        return super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())


class RuleDetail(Column):
    """Says which link was followed, and that the rule is to be corrected or written anew."""

    link_chosen = Signal(str)
    correction_asked = Signal(str)
    version_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(_WIDTH)
        self._key = ""
        self._inside = QWidget()
        self.setAccessibleName("Reglen")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addWidget(self._inside)
        self.body.addStretch(1)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say that no rule is chosen."""
        self._key = ""
        self._put(words(_NOTHING, Role.QUIET))
        self.setAccessibleDescription(_NOTHING)

    def show_rule(self, rule: RuleShown) -> None:
        """Show *rule* in place of the one before."""
        self._key = rule.key
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        column.addWidget(self._said(rule))
        for group in rule.groups:
            column.addWidget(self._group(group))
        for deed in self._deeds(rule):
            column.addWidget(deed, 0, Qt.AlignmentFlag.AlignLeft)
        self._put(inside)
        self.setAccessibleDescription("\n".join(_spoken(rule)))
        self.verticalScrollBar().setValue(0)

    def _put(self, inside: QWidget) -> None:
        self.body.replaceWidget(self._inside, inside)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = inside
        inside.show()

    def _deeds(self, rule: RuleShown) -> Iterator[QPushButton]:
        if rule.is_own:
            correct = QPushButton(_CORRECT)
            correct.clicked.connect(self._say_correction)
            yield correct
        if rule.is_shipped:
            anew = QPushButton(_FROM_ANOTHER_DAY if rule.is_own else _ANEW)
            anew.clicked.connect(self._say_version)
            yield anew

    def _said(self, rule: RuleShown) -> QFrame:
        card, column = _card()
        head = QHBoxLayout()
        head.setSpacing(scaled(8))
        head.addWidget(strength_chip(rule.strength), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(words(rule.reference, Role.QUIET), 1)
        column.addLayout(head)
        column.addWidget(words(rule.title, Role.SUBTITLE))
        column.addWidget(words(rule.text))
        for remark in rule.remarks:
            column.addWidget(words(remark, Role.PROBLEM))
        if rule.shipped:
            column.addWidget(words(rule.shipped, Role.QUIET))
        column.addSpacing(scaled(4))
        for name, value in rule.facts:
            column.addWidget(words(f"{name}: {value}", Role.QUIET))
        return card

    def _group(self, group: LinkGroup) -> QFrame:
        card, column = _card()
        column.addWidget(words(group.heading, Role.STRONG))
        for link in group.links:
            if link.key:
                button = _LinkButton(link)
                button.setAccessibleName(f"{group.heading}: {link.text}")
                button.clicked.connect(self._say_link)
                column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                column.addWidget(words(link.text))
        return card

    @Slot()
    def _say_link(self) -> None:
        if isinstance(button := self.sender(), _LinkButton):
            self.link_chosen.emit(button.key)

    @Slot()
    def _say_correction(self) -> None:
        self.correction_asked.emit(self._key)

    @Slot()
    def _say_version(self) -> None:
        self.version_asked.emit(self._key)


def _card() -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    set_role(card, Role.CARD)
    column = QVBoxLayout(card)
    column.setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(14))
    column.setSpacing(scaled(5))
    return card, column


def _spoken(rule: RuleShown) -> Iterator[str]:
    yield f"{rule.strength}, {rule.reference}: {rule.title}. {rule.text}"
    yield from rule.remarks
    if rule.shipped:
        yield rule.shipped
    for name, value in rule.facts:
        yield f"{name}: {value}"
