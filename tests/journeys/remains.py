"""Looks for what is left of a citizen in the memory of a program that has locked."""

import gc
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

_DEPTH = 4
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def shown_anywhere(canary: str) -> list[str]:
    """Return the widgets, also hidden ones, that hold *canary* in any text or row."""
    return [
        type(widget).__name__
        for widget in QApplication.allWidgets()
        if any(canary in text.casefold() for text in _texts(widget))
    ]


def held_anywhere(canary: str, ours: object) -> list[str]:
    """Return what kind of value holds *canary* in the memory of Python; *ours* does not count."""
    return [
        type(value).__qualname__
        for value in gc.get_objects()
        if value is not ours and _holds(value, canary, 0)
    ]


def living(kinds: tuple[type, ...]) -> list[object]:
    """Return the values of these *kinds* that there are now."""
    return [value for value in gc.get_objects() if type(value) in kinds]


def alive(kinds: tuple[type, ...], before: list[object]) -> list[str]:
    """Return of which of these *kinds* there are values, besides those there were *before*."""
    known = {id(value) for value in before}
    return sorted({type(value).__name__ for value in living(kinds) if id(value) not in known})


def dead() -> list[object]:
    """Return the widgets that Qt has deleted and that still hold something in Python."""
    return [
        value
        for value in gc.get_objects()
        if issubclass(type(value), QObject) and not isValid(value) and vars(value)
    ]


def dead_besides(before: list[object]) -> list[str]:
    """Return what Qt has deleted and holds something still, besides what there was *before*."""
    known = {id(value) for value in before}
    return [type(value).__name__ for value in dead() if id(value) not in known]


def _holds(value: object, canary: str, depth: int) -> bool:
    for held in gc.get_referents(value):
        # The very word that is looked for is what this looks with.
        if isinstance(held, str) and held != canary and canary in held.casefold():
            return True
        if isinstance(held, bytes | bytearray) and canary.encode() in held.lower():
            return True
        # What the collector does not follow, because it can be in no circle, is looked into here.
        if depth < _DEPTH and not gc.is_tracked(held) and _holds(held, canary, depth + 1):
            return True
    return False


def _texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    yield from (widget.windowTitle(), widget.objectName(), widget.whatsThis(), widget.statusTip())
    if isinstance(widget, QLabel | QLineEdit | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _rows(widget)


def _rows(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount()):
        for column in range(model.columnCount(QModelIndex())):
            index = model.index(row, column)
            yield from (str(index.data(role)) for role in _ROLES)
