import subprocess
import sys

import pytest

HARDENED = """
import ctypes, os, resource
from storage.hygiene import harden_process
harden_process()
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
print(oct(os.umask(0)))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
def test_a_hardened_process_leaves_no_memory_and_no_open_files_behind() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", HARDENED], check=True, capture_output=True, text=True
    )

    assert ran.stdout == "(0, 0) 0\n0o77\n"
