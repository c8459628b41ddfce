"""Where a fault of ours ends that has nobody to go to."""

from pathlib import Path
from traceback import walk_tb
from types import TracebackType


class FaultNote:
    """Ends a block at a fault of ours and keeps the class and places of the first, no value.

    For the outermost level of a thread, and only there: nobody is there to raise to, and what
    Python would print in its stead may hold what somebody typed. Whoever uses it tells that there
    was a fault.
    """

    def __init__(self) -> None:
        self.text = ""

    def __enter__(self) -> None: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if kind is not None and not self.text:
            self.text = f"{kind.__name__}: {_places(trace)}"
        return True


def _places(trace: TracebackType | None) -> str:
    frames = ((frame.f_code, line) for frame, line in walk_tb(trace))
    return ", ".join(
        f"{Path(code.co_filename).name}:{line} {code.co_name}" for code, line in frames
    )
