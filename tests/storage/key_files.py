"""Key files of the first format, and key files that somebody without the key has changed."""

import json
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from storage.credentials import ByRecoveryKey
from storage.file_names import KEY_FILE, KEY_FILE_COPY
from storage.key_file import read_key_file, write_key_file
from storage.key_slots import KeyRing, KeySlot, SealedKey, SlotKind
from storage.key_wrapping import locked, slot_label, stretched
from storage.keys import secret_in
from tests.storage.samples import CHEAP, PASSPHRASE, PERSON, key_of

SALT = bytes(range(16))


def first_slot(name: str, secret: bytes, key: bytes, register_id: str) -> KeySlot:
    """Return a slot as the first format has them: it holds the register's key itself."""
    slot_id = f"først-{name}"
    bound_to = slot_label(register_id, slot_id, holds_key_itself=True)
    nonce, wrapped = locked(key, stretched(secret, SALT, CHEAP), bound_to)
    kind = SlotKind.PERSON if name else SlotKind.RECOVERY
    return KeySlot(slot_id, kind, name, CHEAP, SALT.hex(), nonce, wrapped, "")


def back_to_first_format(folder: Path, recovery_key: str, *others: str) -> None:
    """Write the key file of a closed register as the first released version did."""
    key_file, key = read_key_file(folder), key_of(folder)
    slots = (
        *(first_slot(n, PASSPHRASE.encode(), key, key_file.register_id) for n in (PERSON, *others)),
        first_slot("", secret_in(ByRecoveryKey(recovery_key)), key, key_file.register_id),
    )
    ring = KeyRing(key_file.current.file_salt, tuple(SealedKey(slot.id, "") for slot in slots))
    write_key_file(folder, replace(key_file, version=1, slots=slots, current=ring))


def tamper(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change the key file and make its checksum right, as somebody without the key could."""
    content = json.loads((folder / KEY_FILE).read_bytes())["content"]
    change(content)
    content["sequence"] += 1
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    checksum = sha256(canonical.encode()).hexdigest()
    written = json.dumps({"content": content, "checksum": checksum}).encode()
    for name in (KEY_FILE, KEY_FILE_COPY):
        (folder / name).write_bytes(written)
