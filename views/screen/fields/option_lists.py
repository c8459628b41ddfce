"""The options of a choice as a list to tick: one of them, or several."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGroupBox
from typing_extensions import override

from forms.questionnaire import Option
from views.screen.fields.numbered import option_numbered
from views.screen.fields.ticks import CheckTick, RadioTick
from views.screen.look import scaled

_ACROSS = QBoxLayout.Direction.LeftToRight
_DOWN = QBoxLayout.Direction.TopToBottom
_BETWEEN = 12
_HOW_TO_CLEAR = "Vælg igen eller tryk Delete for at fjerne svaret"


class RadioList(QGroupBox):
    """Options of which one can be chosen; choosing it again, or Delete, lets go of it.

    The list is one stop on the way with Tab; arrows walk in it without choosing; digits choose.
    With *across* the options stand side by side where there is room; with *letters*, one for each
    option, they are chosen by their letter too.
    """

    picked = Signal()

    def __init__(self, options: Sequence[Option], letters: str = "", *, across: bool) -> None:
        super().__init__()
        self._across = across
        self._layout = QBoxLayout(_ACROSS if across else _DOWN, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(scaled(_BETWEEN) if across else 0)
        self._letters = letters
        self._is_showing = False
        self._codes = [option.coding.code for option in options]
        self._wordings = [option.coding.display for option in options]
        self.ticks = [RadioTick(option.coding.display) for option in options]
        for tick in self.ticks:
            self._layout.addWidget(tick)
            tick.toggled.connect(self._choose)
            tick.stepped.connect(self._walk)
            tick.cleared.connect(self._clear)
            tick.numbered.connect(self._pick_numbered)
            if letters:
                tick.lettered.connect(self._pick_by)
        if across:
            self._layout.addStretch(1)
        self._settle_tab_stop()

    def codes(self) -> tuple[str, ...]:
        """Return the code of the option chosen, if any."""
        return tuple(
            code for code, tick in zip(self._codes, self.ticks, strict=True) if tick.isChecked()
        )

    def show_codes(self, codes: Sequence[str]) -> None:
        """Show the option with one of *codes* as chosen, without saying so."""
        self._is_showing = True
        for code, tick in zip(self._codes, self.ticks, strict=True):
            tick.setChecked(code in codes)
        self._is_showing = False
        self._settle_tab_stop()

    def tab_stop(self) -> RadioTick:
        """Return the option that Tab comes to: the chosen one, or the first."""
        return next((tick for tick in self.ticks if tick.isChecked()), self.ticks[0])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the options stand below each other when they have no room side by side."""
        super().resizeEvent(event)
        if self._across:
            widths = [tick.sizeHint().width() for tick in self.ticks]
            needed = sum(widths) + scaled(_BETWEEN) * (len(widths) - 1)
            fits = needed <= self.width()
            self._layout.setDirection(_ACROSS if fits else _DOWN)
            self._layout.setSpacing(scaled(_BETWEEN) if fits else 0)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the size of the widest option: the others can stand below it."""
        least = super().minimumSizeHint()
        if not self._across:
            return least
        widest = max(tick.sizeHint().width() for tick in self.ticks)
        return QSize(min(widest, least.width()), least.height())

    @Slot()
    def _choose(self) -> None:
        # A screen reader can turn a tick without a key or a click.
        if self._is_showing:
            return
        self._is_showing = True
        for tick in self.ticks:
            if tick is not self.sender():
                tick.setChecked(False)
        self._is_showing = False
        self._settle_tab_stop()
        self.picked.emit()

    @Slot(int)
    def _walk(self, step: int) -> None:
        now = next((i for i, tick in enumerate(self.ticks) if tick.hasFocus()), 0)
        then = (now + step) % len(self.ticks)
        self.ticks[then].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(str)
    def _pick_by(self, letter: str) -> None:
        index = self._letters.find(letter)
        if index >= 0:
            self._pick(index)

    @Slot(int)
    def _pick_numbered(self, digit: int) -> None:
        index = option_numbered(self._wordings, digit)
        if index is not None:
            self._pick(index)

    def _pick(self, index: int) -> None:
        self.ticks[index].setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.ticks[index].isChecked():
            self.ticks[index].click()

    @Slot()
    def _clear(self) -> None:
        if self.codes():
            self.show_codes(())
            self.picked.emit()

    def _settle_tab_stop(self) -> None:
        stop = self.tab_stop()
        for tick in self.ticks:
            tick.setToolTip(_HOW_TO_CLEAR if tick.isChecked() else "")
            tick.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if tick is stop else Qt.FocusPolicy.ClickFocus
            )


class CheckList(QGroupBox):
    """Options of which several can be chosen, also by digits; an exclusive one stands alone."""

    picked = Signal()

    def __init__(self, options: Sequence[Option]) -> None:
        super().__init__()
        layout = QBoxLayout(_DOWN, self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._is_showing = False
        self._options = tuple(options)
        self.ticks = [CheckTick(option.coding.display) for option in options]
        for tick in self.ticks:
            layout.addWidget(tick)
            tick.toggled.connect(self._choose)
            tick.numbered.connect(self._tick_numbered)

    def codes(self) -> tuple[str, ...]:
        """Return the codes of the options chosen, in the order offered."""
        pairs = zip(self._options, self.ticks, strict=True)
        return tuple(option.coding.code for option, tick in pairs if tick.isChecked())

    def show_codes(self, codes: Sequence[str]) -> None:
        """Show the options with *codes* as chosen, without saying so."""
        self._is_showing = True
        for option, tick in zip(self._options, self.ticks, strict=True):
            tick.setChecked(option.coding.code in codes)
        self._is_showing = False

    @Slot(int)
    def _tick_numbered(self, digit: int) -> None:
        index = option_numbered([option.coding.display for option in self._options], digit)
        if index is not None:
            self.ticks[index].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.ticks[index].click()

    @Slot()
    def _choose(self) -> None:
        # A screen reader can turn a tick without a key or a click.
        if self._is_showing:
            return
        pairs = tuple(zip(self._options, self.ticks, strict=True))
        chosen = next((o for o, tick in pairs if tick is self.sender() and tick.isChecked()), None)
        self._is_showing = True
        for option, tick in pairs:
            stands_alone = chosen is not None and (option.exclusive or chosen.exclusive)
            if option is not chosen and stands_alone:
                tick.setChecked(False)
        self._is_showing = False
        self.picked.emit()
