"""The key file beside the register: who can unlock it; light, for the unlock screen reads it."""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from storage.durable_file import write_durably
from storage.errors import (
    KeyFileDamagedError,
    KeyFileMissingError,
    RegisterTooNewError,
    WeakKeyCostError,
)
from storage.file_names import KEY_FILE, KEY_FILE_COPY

_FORMAT: Final = "roedtraad-noegle"
_VERSION: Final = 1
_LEAST_MEMORY: Final = 64 * 1024
_LEAST_PASSES: Final = 3
# A damaged or planted file must not make this machine reserve all its memory.
_MOST_MEMORY: Final = 4 * 1024 * 1024
_MOST_PASSES: Final = 100
_MOST_LANES: Final = 64


@dataclass(frozen=True, slots=True)
class KeyCost:
    """What one guess at a passphrase costs: Argon2id memory in KiB, passes and lanes.

    `only_for_tests` lets the cost be lower than what protects a real register; otherwise a cost
    that is too low raises WeakKeyCostError.
    """

    memory: int
    passes: int
    lanes: int
    only_for_tests: bool = False

    def __post_init__(self) -> None:
        """Refuse a cost that protects nobody."""
        weak = self.memory < _LEAST_MEMORY or self.passes < _LEAST_PASSES
        if weak and not self.only_for_tests:
            raise WeakKeyCostError


LEAST_COST: Final = KeyCost(_LEAST_MEMORY, _LEAST_PASSES, 4)


class SlotKind(StrEnum):
    """What a slot is opened with."""

    PERSON = "person"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class KeySlot:
    """The register's key, wrapped; bytes are in hexadecimal, `name` is empty on a recovery slot."""

    id: str
    kind: SlotKind
    name: str
    cost: KeyCost
    salt: str
    nonce: str
    wrapped: str


@dataclass(frozen=True, slots=True)
class KeyFile:
    """All slots of one register; `register_salt` is the register's first 16 bytes."""

    register_id: str
    register_salt: str
    sequence: int
    slots: tuple[KeySlot, ...]


def people(folder: Path) -> tuple[str, ...]:
    """Return the names of those who can unlock the register in *folder*, in slot order.

    Raises KeyFileMissingError, KeyFileDamagedError or RegisterTooNewError.
    """
    slots = read_key_file(folder).slots
    return tuple(slot.name for slot in slots if slot.kind is SlotKind.PERSON)


def read_key_file(folder: Path) -> KeyFile:
    """Return the newest whole copy of the key file in *folder*.

    Raises KeyFileMissingError, KeyFileDamagedError or RegisterTooNewError.
    """
    found = [path for path in _copies(folder) if path.exists()]
    if not found:
        raise KeyFileMissingError
    whole = [key_file for path in found if (key_file := _whole(path)) is not None]
    if not whole:
        raise KeyFileDamagedError
    return max(whole, key=_sequence)


def write_key_file(folder: Path, key_file: KeyFile) -> None:
    """Put *key_file* in both copies, one after the other, so that one is whole at all times."""
    written = encoded(replace(key_file, sequence=key_file.sequence + 1))
    for path in _copies(folder):
        write_durably(path, written)


def mend_key_file(folder: Path, key_file: KeyFile) -> None:
    """Write both copies anew when one of them is not *key_file*, which has opened the register."""
    if any(not path.exists() or _whole(path) != key_file for path in _copies(folder)):
        write_key_file(folder, key_file)


def encoded(key_file: KeyFile) -> bytes:
    """Return *key_file* as the bytes of a file, with a checksum."""
    content = {"format": _FORMAT, "version": _VERSION, **asdict(key_file)}
    whole = {"content": content, "checksum": _checksum(content)}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def decoded(written: bytes) -> KeyFile | None:
    """Return the key file that *written* holds, None when it is damaged.

    Raises RegisterTooNewError when a newer program wrote it.
    """
    try:
        whole = json.loads(written)
        content = whole["content"]
        if whole["checksum"] != _checksum(content) or content["format"] != _FORMAT:
            return None
        if content["version"] > _VERSION:
            raise RegisterTooNewError
        slots = tuple(map(_slot, content["slots"]))
        sequence = int(content["sequence"])
        return KeyFile(content["register_id"], content["register_salt"], sequence, slots)
    except (ValueError, KeyError, TypeError, WeakKeyCostError):
        return None


def _slot(written: dict[str, object]) -> KeySlot:
    cost = written["cost"]
    if not isinstance(cost, dict):
        raise TypeError
    read_cost = KeyCost(**cost)
    if _is_absurd(read_cost):
        raise ValueError
    texts = {name: str(value) for name, value in written.items() if name not in {"cost", "kind"}}
    return KeySlot(kind=SlotKind(str(written["kind"])), cost=read_cost, **texts)


def _is_absurd(cost: KeyCost) -> bool:
    return cost.memory > _MOST_MEMORY or cost.passes > _MOST_PASSES or cost.lanes > _MOST_LANES


def _whole(path: Path) -> KeyFile | None:
    try:
        return decoded(path.read_bytes())
    except OSError:
        return None


def _checksum(content: dict[str, object]) -> str:
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _copies(folder: Path) -> tuple[Path, Path]:
    return folder / KEY_FILE, folder / KEY_FILE_COPY


def _sequence(key_file: KeyFile) -> int:
    return key_file.sequence
