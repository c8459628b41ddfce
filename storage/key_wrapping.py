"""Keys locked away: under a secret, for the holder of a slot, or under a newer key."""

import hashlib
import hmac
import secrets
from typing import Final

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.access_errors import NotEnoughMemoryError
from storage.key_format import bytes_to_seal
from storage.key_slots import FormerKey, KeyCost, KeyFile, KeySlot, SealedKey

KEY_BYTES: Final = 32
SECRET_SALT_BYTES: Final = 16
_NONCE_BYTES: Final = 12
# Each key made for a sealing is used for that one sealing alone.
_ONLY_NONCE: Final = bytes(_NONCE_BYTES)


def stretched(secret: bytes, salt: bytes, cost: KeyCost) -> bytes:
    """Return the key that *secret* becomes at this *cost*; raises NotEnoughMemoryError."""
    spent = cost.passes, cost.memory, cost.lanes
    try:
        return hash_secret_raw(secret, salt, *spent, KEY_BYTES, Type.ID)
    except HashingError as error:
        raise NotEnoughMemoryError from error


def locked(content: bytes, key: bytes, bound_to: bytes) -> tuple[str, str]:
    """Return a nonce, and *content* under *key*, in hexadecimal; it opens just as *bound_to*."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce.hex(), AESGCM(key).encrypt(nonce, content, bound_to).hex()


def unlocked(nonce: str, wrapped: str, key: bytes, bound_to: bytes) -> bytes | None:
    """Return what `locked` was given, None when key or binding are others."""
    try:
        return AESGCM(key).decrypt(bytes.fromhex(nonce), bytes.fromhex(wrapped), bound_to)
    except InvalidTag:
        return None


def sealed_for(slot: KeySlot, key: bytes, register_id: str, file_salt: str) -> SealedKey:
    """Return *key* such that only the holder of *slot* can open it."""
    once = X25519PrivateKey.generate()
    shared = once.exchange(X25519PublicKey.from_public_bytes(bytes.fromhex(slot.public)))
    sender = once.public_key().public_bytes_raw()
    bound_to = _label("sealed", register_id, slot.id, file_salt, sender.hex(), slot.public)
    closed = AESGCM(_derived(shared, bound_to)).encrypt(_ONLY_NONCE, key, bound_to)
    return SealedKey(slot.id, (sender + closed).hex())


def unsealed(
    sealed: SealedKey, slot: KeySlot, private: bytes, register_id: str, file_salt: str
) -> bytes | None:
    """Return the key that was sealed for *slot*, None when anything about it was changed."""
    whole = bytes.fromhex(sealed.sealed)
    sender, closed = whole[:KEY_BYTES], whole[KEY_BYTES:]
    bound_to = _label("sealed", register_id, slot.id, file_salt, sender.hex(), slot.public)
    # What somebody has made up may be no key at all, or one that gives no secret.
    try:
        holder = X25519PrivateKey.from_private_bytes(private)
        shared = holder.exchange(X25519PublicKey.from_public_bytes(sender))
        return AESGCM(_derived(shared, bound_to)).decrypt(_ONLY_NONCE, closed, bound_to)
    except (InvalidTag, ValueError):
        return None


def former_key(older: bytes, file_salt: str, key: bytes, register_id: str) -> FormerKey:
    """Return the key of an *older* file such that who has *key* can open it."""
    bound_to = _label("former", register_id, file_salt)
    nonce, wrapped = locked(older, _derived(key, b"roedtraad former keys"), bound_to)
    return FormerKey(file_salt, nonce, wrapped)


def opened_former(former: FormerKey, key: bytes, register_id: str) -> bytes | None:
    """Return the older key, None when *key* is not the one it was wrapped under."""
    bound_to = _label("former", register_id, former.file_salt)
    under = _derived(key, b"roedtraad former keys")
    return unlocked(former.nonce, former.wrapped, under, bound_to)


def seal_of(key_file: KeyFile, key: bytes) -> str:
    """Return the seal that only who has *key* can put on *key_file*."""
    seal_key = _derived(key, b"roedtraad key file")
    return hmac.new(seal_key, bytes_to_seal(key_file), hashlib.sha256).hexdigest()


def slot_label(register_id: str, slot_id: str, *, holds_key_itself: bool) -> bytes:
    """Return what the content of a slot is bound to."""
    if holds_key_itself:
        return f"roedtraad {register_id} {slot_id}".encode()
    return _label("private", register_id, slot_id)


def _label(*parts: str) -> bytes:
    return "\n".join(("roedtraad", *parts)).encode()


def _derived(key: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose).derive(key)
