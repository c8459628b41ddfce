"""When the fault is ours: keep the data safe, say sorry, and leave a trace without values."""

import sys
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
    busy = [False]

    def answer(
        kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        sys.stderr.write(trace_of(fault) + "\n")
        if not busy[0]:
            busy[0] = True
            try:
                say_sorry()
            finally:
                busy[0] = False

    sys.excepthook = answer
