"""Walks what a screen reader is told, to find what has no name."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

_OPERABLE = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.SpinBox,
    QAccessible.Role.Slider,
    QAccessible.Role.Link,
    QAccessible.Role.List,
    QAccessible.Role.ListItem,
    QAccessible.Role.Table,
}
_OF_QT_ITSELF = {"QScrollBar", "QComboBoxPrivateContainer", "QHeaderView"}


def unnamed(widget: QWidget) -> list[str]:
    """Return the classes of the operable things in *widget* that a screen reader cannot name."""
    return [
        type(node.object()).__name__
        for node in _walk(QAccessible.queryAccessibleInterface(widget))
        if node.role() in _OPERABLE and not node.state().invisible and not _is_named(node)
    ]


def _is_named(node: QAccessibleInterface) -> bool:
    if node.role() == QAccessible.Role.ComboBox:
        # Qt on Linux gives what is chosen as a combo box's name; its label is what names it.
        return bool(node.relations(QAccessible.RelationFlag.Label))
    return bool(node.text(QAccessible.Text.Name).strip())


def _walk(node: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if node is None or not node.isValid():
        return
    if type(node.object()).__name__ in _OF_QT_ITSELF:
        return
    yield node
    for number in range(node.childCount()):
        yield from _walk(node.child(number))
