"""A letter beside the form it rests on: its pages as one types, and what it still lacks."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from views.screen.fields.calm_combo_box import CalmComboBox
from views.screen.letter_missing import LetterMissing, MissingLine
from views.screen.look import Role, scaled, set_role
from views.screen.page_view import PageView
from views.screen.words import words

_LOW = 240
"""The height in pixels at 100 % below which only the pages are shown, and how much is missing."""


@dataclass(frozen=True, slots=True)
class LetterChoice:
    """One of the letters that rest on the form: its key and what it is called."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class LetterBesideShown:
    """The letter of `key` as it stands; `trouble` says why there are no pages to show."""

    key: str
    pdf: bytes
    missing: tuple[MissingLine, ...]
    trouble: str = ""


class LetterBeside(QFrame):
    """Shows one of the letters that rest on a form; says which one is wished for."""

    letter_chosen = Signal(str)
    open_asked = Signal(str)
    missing_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[LetterChoice, ...] = ()
        self._pdf = b""
        self._title = words("", Role.STRONG)
        self._which = CalmComboBox()
        self._open = QPushButton("Åbn brevet")
        self._state = words("", Role.QUIET)
        self._missing = LetterMissing("Klar til godkendelse?")
        self._missing_scroll = QScrollArea()
        self._view = PageView()
        set_role(self, Role.PANEL)
        set_role(self._open, Role.PLAIN)
        self._which.setAccessibleName("Hvilket brev")
        self._open.setAccessibleDescription("Vis brevet alene, så det kan godkendes")
        self._which.activated.connect(self._choose)
        self._open.clicked.connect(self._ask_to_open)
        self._missing.chosen.connect(self.missing_chosen)
        self._lay_out()

    def offer(self, choices: Sequence[LetterChoice], key: str) -> None:
        """Offer the letters that rest on the form, with the one with this *key* chosen."""
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self._which.clear()
            self._which.addItems([choice.title for choice in choices])
        place = next((n for n, choice in enumerate(choices) if choice.key == key), 0)
        self._which.setCurrentIndex(place)
        self._which.setVisible(len(choices) > 1)
        self._title.setText(choices[place].title if choices else "")
        self._title.setVisible(len(choices) == 1)

    def show_letter(self, shown: LetterBesideShown) -> None:
        """Show the letter as it stands, where one was reading; pages unchanged stand still.

        Raises `UnreadableLetterError` when the PDF cannot be read.
        """
        self._state.setText(shown.trouble or _state(len(shown.missing)))
        self._missing.show_missing(shown.missing)
        QTimer.singleShot(0, self, self._share_height)
        if shown.pdf == self._pdf:
            return
        self._pdf = b""
        bar = self._view.verticalScrollBar()
        place = bar.value()
        if shown.pdf:
            self._view.show_pdf(shown.pdf)
            bar.setValue(place)
        else:
            self._view.forget()
        self._pdf = shown.pdf

    @override
    def sizeHint(self) -> QSize:
        """Return a width at which a page can be read."""
        return QSize(scaled(460), scaled(480))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the least size that can be used."""
        return QSize(scaled(240), scaled(120))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave most of the height to the pages, however much is missing."""
        super().resizeEvent(event)
        self._share_height()

    @Slot()
    def _share_height(self) -> None:
        """Leave most of the height to the pages, and all of it where there is little."""
        is_low = self.height() < scaled(_LOW)
        self._missing_scroll.setVisible(not is_low and not self._missing.isHidden())
        wanted = self._missing.heightForWidth(self._missing_scroll.viewport().width())
        self._missing_scroll.setFixedHeight(min(wanted, self.height() * 2 // 5))

    def _lay_out(self) -> None:
        self._missing_scroll.setWidget(self._missing)
        self._missing_scroll.setWidgetResizable(True)
        self._missing_scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._missing_scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_role(self._missing_scroll, Role.PANEL)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._which, 1)
        head.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(12), scaled(10), scaled(12), scaled(10))
        column.setSpacing(scaled(8))
        column.addLayout(head)
        column.addWidget(self._state)
        column.addWidget(self._missing_scroll)
        column.addWidget(self._view, 1)

    def _key(self) -> str:
        place = self._which.currentIndex()
        return self._choices[place].key if 0 <= place < len(self._choices) else ""

    @Slot()
    def _choose(self) -> None:
        self.letter_chosen.emit(self._key())

    @Slot()
    def _ask_to_open(self) -> None:
        self.open_asked.emit(self._key())


def _state(missing: int) -> str:
    return f"Brevet mangler {missing} ting." if missing else "Brevet mangler ikke noget."
