"""Long work in a thread of its own, so that the window stays awake."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Slot

from app.trouble import READING_TROUBLE

_LOOK_AGAIN = 20
"""Milliseconds between looks at whether the work has ended."""

_Result = TypeVar("_Result")


class Background(QObject):
    """Does one piece of work at a time, and calls back on the thread this was made in.

    The work must know nothing of the window: the thread may outlive it. A fault of ours in the work
    is raised here, as if it had happened on this thread.
    """

    def __init__(self) -> None:
        super().__init__()
        self._has_ended: Callable[[], bool] = _is_so
        self._tell: Callable[[], None] = _say_nothing
        # The thread is asked, and does not call: so it never holds anything that belongs here.
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_AGAIN)
        self._look.timeout.connect(self._tell_when_ended)

    @property
    def is_busy(self) -> bool:
        """Whether the work that was begun last has not been told of yet."""
        return self._look.isActive()

    def run(
        self,
        work: Callable[[], _Result],
        done: Callable[[_Result], None],
        failed: Callable[[str], None],
    ) -> None:
        """Begin *work*; then call *done* with its result, or *failed* with a Danish sentence.

        Must not be called while `is_busy`.
        """
        if self.is_busy:
            message = "one piece of work at a time"
            raise RuntimeError(message)
        thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")
        future = thread.submit(work)
        thread.shutdown(wait=False)
        self._tell = partial(_tell, future, done, failed)
        self._has_ended = future.done
        self._look.start()

    def let_go(self) -> None:
        """Tell nothing of the work that is being done; it comes to its end all the same."""
        self._look.stop()
        self._tell, self._has_ended = _say_nothing, _is_so

    @Slot()
    def _tell_when_ended(self) -> None:
        if not self._has_ended():
            return
        tell = self._tell
        self.let_go()
        tell()


def _tell(
    future: Future[_Result], done: Callable[[_Result], None], failed: Callable[[str], None]
) -> None:
    try:
        result = future.result()
    except READING_TROUBLE as error:
        failed(str(error))
    else:
        done(result)


def _is_so() -> bool:
    """Stand in while nothing was begun."""
    return True


def _say_nothing() -> None:
    """Stand in while there is nothing to tell."""
