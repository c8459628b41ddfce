"""A field below its name."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from views.screen.look import Role, scaled
from views.screen.words import words


def labelled(text: str, field: QWidget) -> QWidget:
    """Return *field* below its name *text*."""
    together = QWidget()
    label = words(text, Role.STRONG)
    label.setBuddy(field)
    field.setAccessibleName(text)
    column = QVBoxLayout(together)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(scaled(4))
    column.addWidget(label)
    column.addWidget(field)
    return together
