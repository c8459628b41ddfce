"""When the fault is ours: keep the data safe, say sorry, and leave a trace without values."""

import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType


def trace_of(fault: BaseException) -> str:
    """Return where *fault* came from: files, lines and its class, never its text or any value."""
    frames = traceback.extract_tb(fault.__traceback__)
    places = (f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
    return "\n".join(("Fejl i programmet:", *places, f"  {type(fault).__name__}"))


def answer_faults_with(say_sorry: Callable[[], None]) -> None:
    """Have *say_sorry* called when something of ours goes wrong anywhere, also in a slot."""
    answering = Answering(say_sorry)
    sys.excepthook = answering.answer
    threading.excepthook = answer_in_a_thread


class Answering:
    """Answers each fault with an apology; one that the apology itself meets only leaves a trace."""

    def __init__(self, say_sorry: Callable[[], None]) -> None:
        self._say_sorry = say_sorry
        self._is_busy = False

    def answer(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """Answer *fault*, as `sys.excepthook` does."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        sys.stderr.write(trace_of(fault) + "\n")
        if self._is_busy:
            return
        self._is_busy = True
        try:
            self._say_sorry()
        except Exception as other:  # noqa: BLE001 - else Python would print it, values and all
            sys.stderr.write(trace_of(other) + "\n")
        finally:
            self._is_busy = False


def answer_in_a_thread(args: threading.ExceptHookArgs) -> None:
    """Leave the trace of a thread that died, as `threading.excepthook` does, without values."""
    if args.exc_value is not None:
        sys.stderr.write(trace_of(args.exc_value) + "\n")
