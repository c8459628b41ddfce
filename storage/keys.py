"""The register's key, wrapped under a passphrase or a recovery key."""

import secrets
from collections.abc import Callable
from typing import Final
from unicodedata import normalize

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.key_file import LEAST_COST, KeyCost, KeySlot, SlotKind

KEY_BYTES: Final = 32
_SALT_BYTES: Final = 16
_NONCE_BYTES: Final = 12
_SLOT_ID_BYTES: Final = 8
# An unlocking may take this long, in seconds: long for who guesses, short for who knows.
_LONG_ENOUGH: Final = 0.2
_TOO_LONG: Final = 0.5


def passphrase_bytes(passphrase: str) -> bytes:
    """Return *passphrase* as the same bytes, however the keyboard composes its letters."""
    return normalize("NFC", passphrase).encode()


def new_key() -> bytes:
    """Return a fresh random key for a register."""
    return secrets.token_bytes(KEY_BYTES)


def wrapped_key(key: bytes, secret: bytes, register_id: str, name: str, cost: KeyCost) -> KeySlot:
    """Return a slot that gives *key* to who knows *secret*; without *name* it is for recovery."""
    slot_id = secrets.token_hex(_SLOT_ID_BYTES)
    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    lid = AESGCM(_stretched(secret, salt, cost))
    wrapped = lid.encrypt(nonce, key, _bound_to(register_id, slot_id))
    kind = SlotKind.PERSON if name else SlotKind.RECOVERY
    return KeySlot(slot_id, kind, name, cost, salt.hex(), nonce.hex(), wrapped.hex())


def unwrapped_key(slot: KeySlot, secret: bytes, register_id: str) -> bytes | None:
    """Return the register's key, None when *secret* is not the one the slot was made with."""
    lid = AESGCM(_stretched(secret, bytes.fromhex(slot.salt), slot.cost))
    bound_to = _bound_to(register_id, slot.id)
    try:
        return lid.decrypt(bytes.fromhex(slot.nonce), bytes.fromhex(slot.wrapped), bound_to)
    except InvalidTag:
        return None


def calibrated_cost(clock: Callable[[], float]) -> KeyCost:
    """Return a cost that takes this machine 0.2 to 0.5 seconds, never less than the least allowed.

    *clock* counts seconds, e.g. ``time.perf_counter``.
    """
    cost = LEAST_COST
    while (took := _seconds(cost, clock)) < _LONG_ENOUGH:
        if 2 * took > _TOO_LONG:
            break
        cost = KeyCost(2 * cost.memory, cost.passes, cost.lanes)
    return cost


def _seconds(cost: KeyCost, clock: Callable[[], float]) -> float:
    began = clock()
    _stretched(b"any", bytes(_SALT_BYTES), cost)
    return clock() - began


def _stretched(secret: bytes, salt: bytes, cost: KeyCost) -> bytes:
    return hash_secret_raw(secret, salt, cost.passes, cost.memory, cost.lanes, KEY_BYTES, Type.ID)


def _bound_to(register_id: str, slot_id: str) -> bytes:
    return f"roedtraad {register_id} {slot_id}".encode()
