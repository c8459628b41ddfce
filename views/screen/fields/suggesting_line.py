"""A line that suggests what it knows while one types."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView
from typing_extensions import override

from models.answers import Coding
from views.screen.fields.line import Line

_MOST_SHOWN = 10
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SuggestingLine(Line):
    """Suggests *options* that hold what is typed; arrow down shows them all.

    `picked` comes when one was taken from the list; its words stand in the line then. `entered`
    comes with Enter when none was.
    """

    picked = Signal()
    entered = Signal()

    def __init__(self, options: Sequence[Coding]) -> None:
        super().__init__()
        # Of options with the same words the first is meant.
        self._known = {option.display.casefold(): option for option in reversed(options)}
        self._suggestions = QCompleter(QStringListModel([o.display for o in options], self), self)
        self._suggestions.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._suggestions.setFilterMode(Qt.MatchFlag.MatchContains)
        self._suggestions.setMaxVisibleItems(_MOST_SHOWN)
        # Not as the line's own completer: that one would put words back which were taken already.
        self._suggestions.setWidget(self)
        self._list = QListView()
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setAccessibleName("Forslag")
        self._suggestions.setPopup(self._list)
        self._suggestions.activated.connect(self._take)
        self.textEdited.connect(self._suggest)
        self.setPlaceholderText("Skriv, og vælg et forslag")

    def option(self) -> Coding | None:
        """Return the option whose words stand in the line, None when they are no option's."""
        return self._known.get(self.text().strip().casefold())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show all suggestions with arrow down, and leave Enter to them while one is marked."""
        is_open = self._list.isVisible()
        if event.key() in _TAKING and is_open and self._list.currentIndex().isValid():
            event.ignore()
            return
        if event.key() in _TAKING and is_open:
            # The list had the keyboard: this key would reach nobody around the line.
            self._list.hide()
            self.entered.emit()
            return
        if event.key() == Qt.Key.Key_Down and not is_open:
            self._suggest(self.text())
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _suggest(self, typed: str) -> None:
        self._suggestions.setCompletionPrefix(typed.strip())
        self._suggestions.complete()

    @Slot(str)
    def _take(self, words: str) -> None:
        self.setText(words)
        self.picked.emit()
