"""Which machine this is, whatever its name at the moment; told to files as a salted hash only."""

import hashlib
import re
import sys
import uuid
from contextlib import suppress
from pathlib import Path
from typing import Final

# In a random number that stands in for a network card's own (RFC 9562, section 6.10).
_MADE_UP: Final = 1 << 40

if sys.platform == "win32":
    import winreg

    def _system_id() -> str:
        """Return what the installation of Windows calls itself."""
        access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        place = r"SOFTWARE\Microsoft\Cryptography"
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place, 0, access) as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
else:
    _ID_FILES: Final = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))
    _ID: Final = re.compile(rb"[0-9a-f]{32}")

    def _system_id() -> str:
        """Return what the installation calls itself; a fresh image has no such name yet."""
        for path in _ID_FILES:
            with suppress(OSError):
                if _ID.fullmatch(read := path.read_bytes().strip()):
                    return read.decode()
        return ""


def machine_mark(salt: bytes) -> str:
    """Return the same text on this machine for the same *salt*, and another on any other machine.

    It is empty when nothing tells this machine from others. The machine's own id, by which it
    could be recognised elsewhere, cannot be read from it.
    """
    known = _known_id()
    return hashlib.sha256(b"roedtraad machine" + salt + known.encode()).hexdigest() if known else ""


def _known_id() -> str:
    with suppress(OSError):
        if found := _system_id():
            return found
    card = uuid.getnode()
    return "" if card & _MADE_UP else f"{card:012x}"
