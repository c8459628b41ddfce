"""Text on the screen: always plain, so that what a person wrote is shown and never obeyed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from views.screen.look import Role, set_role


def words(text: str, role: Role | None = None) -> QLabel:
    """Return a label that wraps and shows *text* exactly as written."""
    label = QLabel()
    # QLabel otherwise guesses, and obeys markup it finds in what somebody typed.
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    # Without this a label with a padding is indented by half an x more than one without.
    label.setIndent(0)
    label.setWordWrap(True)
    if role is not None:
        set_role(label, role)
    return label


def chip(text: str, role: Role) -> QLabel:
    """Return a short label that stays on one line and is no wider than its text."""
    label = words(text, role)
    label.setWordWrap(False)
    label.setSizePolicy(label.sizePolicy().Policy.Maximum, label.sizePolicy().Policy.Maximum)
    return label
