"""Who can open a register's key, and with what."""

import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from unicodedata import normalize

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from storage.access_errors import EmptyNameError, EmptyPassphraseError
from storage.credentials import ByPassphrase, Credential
from storage.errors import (
    KeyFileDamagedError,
    KeyOfAnotherRegisterError,
    UnknownPersonError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from storage.key_slots import LEAST_COST, MOST_MEMORY, KeyCost, KeyFile, KeyRing, KeySlot, SlotKind
from storage.key_wrapping import (
    KEY_BYTES,
    SECRET_SALT_BYTES,
    locked,
    opened_former,
    seal_of,
    slot_label,
    stretched,
    unlocked,
    unsealed,
)
from storage.recovery_key import secret_of

_SLOT_ID_BYTES: Final = 8
_FIRST_FORMAT: Final = 1
# An unlocking may take this long, in seconds: long for who guesses, short for who knows.
_LONG_ENOUGH: Final = 0.2
_TOO_LONG: Final = 0.5


@dataclass(frozen=True, slots=True)
class UnlockedSlot:
    """A slot that was opened, and the key it gave."""

    slot: KeySlot
    key: bytes = field(repr=False)


def new_key() -> bytes:
    """Return a fresh random key for a register."""
    return secrets.token_bytes(KEY_BYTES)


def new_slot(name: str, secret: bytes, cost: KeyCost, register_id: str) -> KeySlot:
    """Return a slot that who knows *secret* can open; without *name* it is for recovery."""
    kind = SlotKind.PERSON if name else SlotKind.RECOVERY
    slot_id, salt = secrets.token_hex(_SLOT_ID_BYTES), secrets.token_bytes(SECRET_SALT_BYTES)
    pair = X25519PrivateKey.generate()
    bound_to = slot_label(register_id, slot_id, holds_key_itself=False)
    held = pair.private_bytes_raw()
    nonce, wrapped = locked(held, stretched(secret, salt, cost), bound_to)
    public = pair.public_key().public_bytes_raw().hex()
    return KeySlot(slot_id, kind, name, cost, salt.hex(), nonce, wrapped, public)


def secret_in(credential: Credential) -> bytes:
    """Return the secret bytes that *credential* stands for; raises RecoveryKeyMistypedError.

    A passphrase gives the same bytes however the keyboard composes its letters.
    """
    if isinstance(credential, ByPassphrase):
        return normalize("NFC", credential.passphrase).encode()
    return secret_of(credential.typed)


def require_passphrase(passphrase: str) -> None:
    """Raise EmptyPassphraseError when there is nothing to guess."""
    if not passphrase.strip():
        raise EmptyPassphraseError


def spelt(name: str) -> str:
    """Return *name* in the same letters, however they were composed and spaced."""
    return " ".join(normalize("NFC", name).split())


def require_name(name: str) -> None:
    """Raise EmptyNameError when *name* is none."""
    if not name.strip():
        raise EmptyNameError


def key_of(key_file: KeyFile, file_salt: bytes, credential: Credential) -> bytes:
    """Return the key of the register file, or of an older one, that begins with *file_salt*.

    Raises UnknownPersonError, WrongPassphraseError, RecoveryKeyMistypedError,
    WrongRecoveryKeyError, KeyOfAnotherRegisterError when no such file is known, or
    KeyFileDamagedError when somebody without the key has changed the key file.
    """
    ring = key_file.ring_of(file_salt) or key_file.ring_with_former(file_salt)
    if ring is None:
        raise KeyOfAnotherRegisterError
    found = older_key(key_file, unlocked_slot(key_file, ring, credential).key, file_salt)
    if found is None:
        raise KeyFileDamagedError
    return found


def older_key(key_file: KeyFile, key: bytes, file_salt: bytes) -> bytes | None:
    """Return the key of the file of this register that begins with *file_salt*.

    *key* is that of another file of it, or of the same; None when the key file knows no such file.
    """
    for ring in key_file.rings:
        if is_sealed(key_file, ring, key):
            if ring.file_salt == file_salt.hex():
                return key
            for former in ring.former:
                if former.file_salt == file_salt.hex():
                    return opened_former(former, key, key_file.register_id)
    return None


def unlocked_slot(key_file: KeyFile, ring: KeyRing, credential: Credential) -> UnlockedSlot:
    """Return the slot that *credential* opens, with the key of *ring*; raises as `key_of` does."""
    secret = secret_in(credential)
    for slot in _slots_for(key_file, ring, credential):
        if (held := _held(slot, secret, key_file.register_id)) is not None:
            key = _key_on(ring, slot, held, key_file.register_id)
            if key is None or not is_sealed(key_file, ring, key):
                raise KeyFileDamagedError
            return UnlockedSlot(slot, key)
    raise WrongPassphraseError if isinstance(credential, ByPassphrase) else WrongRecoveryKeyError


def is_sealed(key_file: KeyFile, ring: KeyRing, key: bytes) -> bool:
    """Return whether who wrote *key_file* had the *key* of *ring*; the first format cannot tell."""
    if key_file.version == _FIRST_FORMAT:
        return True
    return hmac.compare_digest(ring.seal.encode(), seal_of(key_file, key).encode())


def calibrated_cost(clock: Callable[[], float]) -> KeyCost:
    """Return a cost that takes this machine 0.2 to 0.5 seconds, never less than the least allowed.

    *clock* counts seconds, e.g. ``time.perf_counter``.
    """
    cost = LEAST_COST
    while (took := _seconds(cost, clock)) < _LONG_ENOUGH:
        if 2 * took > _TOO_LONG or 2 * cost.memory > MOST_MEMORY:
            break
        cost = KeyCost(2 * cost.memory, cost.passes, cost.lanes)
    return cost


def _slots_for(key_file: KeyFile, ring: KeyRing, credential: Credential) -> tuple[KeySlot, ...]:
    if not isinstance(credential, ByPassphrase):
        return key_file.slots_of(ring, SlotKind.RECOVERY)
    people = key_file.slots_of(ring, SlotKind.PERSON)
    slots = tuple(slot for slot in people if spelt(slot.name) == spelt(credential.person))
    if not slots:
        raise UnknownPersonError
    return slots


def _held(slot: KeySlot, secret: bytes, register_id: str) -> bytes | None:
    """Return what the slot holds, None when *secret* is not the one it was made with."""
    under = stretched(secret, bytes.fromhex(slot.salt), slot.cost)
    bound_to = slot_label(register_id, slot.id, holds_key_itself=not slot.public)
    return unlocked(slot.nonce, slot.wrapped, under, bound_to)


def _key_on(ring: KeyRing, slot: KeySlot, held: bytes, register_id: str) -> bytes | None:
    if not slot.public:
        return held
    sealed = next(sealed for sealed in ring.sealed if sealed.slot == slot.id)
    return unsealed(sealed, slot, held, register_id, ring.file_salt)


def _seconds(cost: KeyCost, clock: Callable[[], float]) -> float:
    began = clock()
    stretched(b"any", bytes(SECRET_SALT_BYTES), cost)
    return clock() - began
