"""What a process that holds people's secrets in memory asks of the system at its start."""

import ctypes
import os
import sys
from typing import Final

if sys.platform != "win32":
    import resource

_PR_SET_DUMPABLE: Final = 4
# Windows: a report of a crash holds no heap, and no box waits with the memory still there.
_WER_NOHEAP: Final = 1
_SEM_NO_BOXES: Final = 0x8003


def harden_process() -> None:
    """Make new files private, and keep the memory out of core dumps and other processes' sight."""
    os.umask(0o077)
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        kernel.WerSetFlags(_WER_NOHEAP)
        kernel.SetErrorMode(kernel.GetErrorMode() | _SEM_NO_BOXES)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
