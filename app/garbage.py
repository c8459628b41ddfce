"""Garbage in cycles is collected on the window's thread alone."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EACH = 1000
"""Milliseconds between looks at whether a collection is due."""


class GarbageWatch(QObject):
    """Collects in Python's stead, as long as it lives.

    Python collects on whatever thread makes the last straw. What it then finds of ours are screens,
    and Shiboken 6.11 keeps those for the window's thread in a list in which a child that went with
    its parent is taken away once more, which ends the program at once.
    """

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EACH)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def collect_soon(self) -> None:
        """Collect everything as soon as what is being done is done, as after a lock."""
        # And once more for what was still in the hands of something that had to end first.
        for pause in (0, _EACH):
            QTimer.singleShot(pause, self, self._collect)

    @Slot()
    def _look(self) -> None:
        collect_what_is_due()

    @Slot()
    def _collect(self) -> None:
        gc.collect()


def collect_what_is_due() -> None:
    """Collect as much as Python would by itself, on the thread this is called on."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, most) in enumerate(counts) if count > most]
    if due:
        gc.collect(due[-1])
