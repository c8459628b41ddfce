"""Where the cursor stands first on a page, when Tab is to come to all of the page."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class _FirstFocus(QObject):
    def __init__(self, page: QWidget, first: QWidget) -> None:
        super().__init__(page)
        self._first = first
        page.installEventFilter(self)

    def lead_to(self, first: QWidget) -> None:
        """Let the focus go to another from now on."""
        self._first = first

    @override
    def eventFilter(self, page: QObject, event: QEvent) -> bool:
        """Hand the focus that *page* gets on to its first."""
        if isinstance(event, QFocusEvent) and event.gotFocus():
            self._first.setFocus(event.reason())
        return super().eventFilter(page, event)


def begin_at(page: QWidget, first: QWidget) -> None:
    """Let ``page.setFocus()`` give the focus to *first*, which need not be the first in *page*.

    With a focus proxy Tab would jump to *first* as well, and never come to what stands above it.
    """
    for child in page.children():
        if isinstance(child, _FirstFocus):
            child.lead_to(first)
            return
    _FirstFocus(page, first)
