"""The key file beside the register, on the disk; light, for the unlock screen reads it."""

from contextlib import suppress
from pathlib import Path
from typing import Final

from storage.durable_file import write_durably
from storage.error_codes import of_system_error
from storage.errors import KeyFileDamagedError, KeyFileMissingError, RegisterTooNewError
from storage.file_names import KEY_FILE, KEY_FILE_COPY, REGISTER_FILE
from storage.key_format import decoded, encoded
from storage.key_slots import KeyFile, SlotKind

_FILE_SALT_BYTES: Final = 16
_OF_ANOTHER: Final = "-fra-et-andet-kartotek"
# A planted file must not make this machine reserve all its memory.
_MOST_BYTES: Final = 4 * 1024 * 1024


def people(folder: Path) -> tuple[str, ...]:
    """Return the names of those who can unlock the register in *folder*, in slot order.

    Raises KeyFileMissingError, KeyFileDamagedError or RegisterTooNewError.
    """
    key_file = read_key_file(folder)
    ring = key_file.ring_of(file_salt_in(folder, key_file)) or key_file.current
    return tuple(slot.name for slot in key_file.slots_of(ring, SlotKind.PERSON))


def file_salt_in(folder: Path, *key_files: KeyFile) -> bytes:
    """Return what the register in *folder* begins with, as far as *key_files* leave a doubt."""
    first, *others = (ring.file_salt for key_file in key_files for ring in key_file.rings)
    # To open and close a database that is in use drops its locks: look only when it must be.
    if set(others) <= {first}:
        return bytes.fromhex(first)
    try:
        with (folder / REGISTER_FILE).open("rb") as file:
            return file.read(_FILE_SALT_BYTES)
    except OSError:
        return bytes.fromhex(first)


def read_key_file(folder: Path) -> KeyFile:
    """Return the newest whole copy of the key file in *folder*, one of the register there first.

    Raises as `read_key_files` does.
    """
    return fitting_key_files(folder)[0]


def fitting_key_files(folder: Path) -> tuple[KeyFile, ...]:
    """Return the whole copies of the key file that can be of the register in *folder*, else all.

    Newest first; raises as `read_key_files` does.
    """
    found = read_key_files(folder)
    file_salt = file_salt_in(folder, *found)
    return tuple(key_file for key_file in found if key_file.ring_of(file_salt)) or found


def read_key_files(folder: Path) -> tuple[KeyFile, ...]:
    """Return the whole copies of the key file in *folder*, newest first; one, when they are alike.

    Raises KeyFileMissingError, KeyFileDamagedError or RegisterTooNewError, or that the folder may
    not be looked at.
    """
    try:
        found = [path for path in _copies(folder) if path.exists()]
    except OSError as error:
        raise of_system_error(error) from error
    if not found:
        raise KeyFileMissingError
    whole = [key_file for path in found if (key_file := _whole(path)) is not None]
    if not whole:
        raise KeyFileDamagedError
    return tuple(sorted(dict.fromkeys(whole), key=_sequence, reverse=True))


def write_key_file(folder: Path, key_file: KeyFile) -> None:
    """Put *key_file* in both copies, one after the other, so that one is whole at all times.

    It counts as soon as one copy has it; raises OSError when neither takes it.
    """
    written = encoded(key_file)
    faults = [fault for path in _copies(folder) if (fault := _fault_in_writing(path, written))]
    if len(faults) == len(_copies(folder)):
        raise faults[0]


def mend_key_file(folder: Path, key_file: KeyFile) -> None:
    """Write both copies anew when one of them is not *key_file*, which has opened the register.

    The key file of another register, put there by mistake, is kept under another name. Raises
    OSError.
    """
    found = {path: _own(path) for path in _copies(folder)}
    for path, other in found.items():
        if other is not None and other.register_id != key_file.register_id:
            path.replace(path.with_name(f"{path.name}{_OF_ANOTHER}"))
    if set(found.values()) != {key_file}:
        write_key_file(folder, key_file)


def _whole(path: Path) -> KeyFile | None:
    with suppress(OSError), path.open("rb") as file:
        return decoded(file.read(_MOST_BYTES))
    return None


def _own(path: Path) -> KeyFile | None:
    # None of ours is too new: it would not have opened the register.
    with suppress(RegisterTooNewError):
        return _whole(path)
    return None


def _fault_in_writing(path: Path, written: bytes) -> OSError | None:
    try:
        write_durably(path, written)
    except OSError as error:
        return error
    return None


def _copies(folder: Path) -> tuple[Path, Path]:
    return folder / KEY_FILE, folder / KEY_FILE_COPY


def _sequence(key_file: KeyFile) -> int:
    return key_file.sequence
