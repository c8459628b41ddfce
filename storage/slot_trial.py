"""A key file is put in place only when what will stand in it has opened the register."""

from pathlib import Path

from storage.connection import connect
from storage.credentials import Credential
from storage.errors import KeyFileDamagedError
from storage.key_format import decoded, encoded
from storage.key_slots import KeyFile
from storage.keys import key_of


def require_opens(
    register: Path, file_salt: bytes, key_file: KeyFile, credential: Credential
) -> None:
    """Open *register*, which begins with *file_salt*, with *key_file* as it will be read back.

    Raises KeyFileDamagedError, or what else keeps *credential* from opening it.
    """
    read_back = decoded(encoded(key_file))
    if read_back != key_file:
        raise KeyFileDamagedError
    connect(register, key_of(read_back, file_salt, credential), only_reading=True).close()
