"""What is wrong with a screen for those who hear it: no name, no value, or the same said twice."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

_Role = QAccessible.Role
_CONTROLS = {
    _Role.Button,
    _Role.ButtonMenu,
    _Role.CheckBox,
    _Role.RadioButton,
    _Role.ComboBox,
    _Role.EditableText,
    _Role.SpinBox,
    _Role.Slider,
    _Role.Link,
    _Role.List,
    _Role.Tree,
    _Role.Table,
    _Role.PageTab,
}
_ONE_OF_MANY = {_Role.ListItem, _Role.TreeItem, _Role.MenuItem}
_OF_QT_ITSELF = {"QScrollBar", "QComboBoxPrivateContainer", "QHeaderView"}


def wrongly_told(widget: QWidget) -> list[str]:
    """Return a sentence for each control of *widget* that a screen reader says too little of."""
    nodes = list(_walk(QAccessible.queryAccessibleInterface(widget), ()))
    controls = [(node, path) for node, path in nodes if node.role() in _CONTROLS]
    rows = [node for node, _ in nodes if node.role() in _ONE_OF_MANY and not _name(node)]
    return [
        *(f"no name: {_kind(node)} in {path}" for node, path in controls if not _name(node)),
        *(f"no words: a row of {_kind(node.parent())}" for node in rows),
        *(f"no value: {_name(node)}" for node, _ in controls if _lacks_value(node)),
        *_twice(controls),
    ]


def _twice(controls: list[tuple[QAccessibleInterface, tuple[str, ...]]]) -> Iterator[str]:
    """Yield what is said of two controls that stand in the same named surroundings."""
    said = Counter((path, node.role().name, _name(node), _detail(node)) for node, path in controls)
    for (path, role, name, detail), times in said.items():
        if times > 1 and name:
            yield f"said {times} times: {role} {name!r} {detail!r} in {path}"


def _lacks_value(node: QAccessibleInterface) -> bool:
    if node.role() in {_Role.CheckBox, _Role.RadioButton}:
        return not node.state().checkable
    return node.role() in {_Role.Slider, _Role.SpinBox} and node.valueInterface() is None


def _walk(
    node: QAccessibleInterface | None, path: tuple[str, ...]
) -> Iterator[tuple[QAccessibleInterface, tuple[str, ...]]]:
    if node is None or not node.isValid() or node.state().invisible:
        return
    if type(node.object()).__name__ in _OF_QT_ITSELF:
        return
    yield node, path
    inside = (*path, _name(node)) if _name(node) and node.childCount() else path
    for number in range(node.childCount()):
        yield from _walk(node.child(number), inside)


def _name(node: QAccessibleInterface) -> str:
    if node.role() == _Role.ComboBox:
        # Qt on Linux gives what is chosen as a combo box's name; its label is what names it.
        labels = (label for label, _ in node.relations(QAccessible.RelationFlag.Label))
        return " ".join(label.text(QAccessible.Text.Name) for label in labels).strip()
    return node.text(QAccessible.Text.Name).strip()


def _detail(node: QAccessibleInterface) -> str:
    return node.text(QAccessible.Text.Description).strip()


def _kind(node: QAccessibleInterface) -> str:
    return f"{node.role().name} {type(node.object()).__name__}"
