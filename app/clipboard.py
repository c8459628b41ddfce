"""The clipboard: what was copied out of the register does not stay there after a lock."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QClipboard, QGuiApplication


class ClipboardWatch(QObject):
    """Remembers whether what is on the clipboard was copied in this program."""

    def __init__(self) -> None:
        super().__init__()
        self._is_ours = False
        # A system's own word (ownsClipboard) is not to be had everywhere, so the focus tells.
        QGuiApplication.clipboard().dataChanged.connect(self._note)

    def empty_if_ours(self) -> None:
        """Empty the clipboard of what was copied here; what others copied stays."""
        clipboard = QGuiApplication.clipboard()
        if self._is_ours or clipboard.ownsClipboard():
            clipboard.clear()
        # Where marking a text copies it, that is a clipboard of its own.
        if clipboard.supportsSelection() and clipboard.ownsSelection():
            clipboard.clear(QClipboard.Mode.Selection)

    @Slot()
    def _note(self) -> None:
        self._is_ours = QGuiApplication.focusWindow() is not None
