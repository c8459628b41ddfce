"""Reads an encrypted register without the library that wrote it: page by page, from the format.

A page is 4096 bytes: encrypted content, 16 bytes of initialisation vector, 64 bytes of HMAC-SHA512.
The first 16 bytes of the file are the salt of the HMAC's key; the raw key is that of AES-256-CBC.
"""

import sqlite3  # noqa: TID251 - an independent reader, of a copy that is in memory alone
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

_PAGE = 4096
_SALT = 16
_IV = 16
_TAIL = 80
_MAGIC = b"SQLite format 3\x00"
# Where a database says that it has a WAL; one in memory cannot have one.
_JOURNAL_VERSIONS = slice(18, 20)


def plain_pages(path: Path, key: bytes) -> list[bytes]:
    """Return all pages of the register at *path* in plain, without their tails.

    Raises InvalidSignature when a page is not as it was written.
    """
    written = path.read_bytes()
    assert len(written) % _PAGE == 0
    salt = bytes(byte ^ 0x3A for byte in written[:_SALT])
    seal_key = PBKDF2HMAC(SHA512(), 32, salt, 2).derive(key)
    pages = [written[start : start + _PAGE] for start in range(0, len(written), _PAGE)]
    return [_plain(page, number, key, seal_key) for number, page in enumerate(pages, start=1)]


def plain_database(pages: list[bytes]) -> sqlite3.Connection:
    """Return the database made of plain *pages*, in memory."""
    content = bytearray(b"".join(page + bytes(_TAIL) for page in pages))
    content[_JOURNAL_VERSIONS] = b"\x01\x01"
    connection = sqlite3.connect(":memory:")
    connection.deserialize(bytes(content))
    return connection


def _plain(page: bytes, number: int, key: bytes, seal_key: bytes) -> bytes:
    start = _SALT if number == 1 else 0
    content, tail = page[start:-_TAIL], page[-_TAIL:]
    seal = HMAC(seal_key, SHA512())
    seal.update(content + tail[:_IV] + number.to_bytes(4, "little"))
    seal.verify(tail[_IV:])
    opening = Cipher(AES(key), CBC(tail[:_IV])).decryptor()
    plain = opening.update(content) + opening.finalize()
    return (_MAGIC if start else b"") + plain
