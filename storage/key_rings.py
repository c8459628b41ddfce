"""New key files made from older ones: other slots, a new key, or none but the key in use."""

from collections.abc import Generator, Iterable
from dataclasses import replace

from storage.credentials import Credential
from storage.errors import KeyFileDamagedError, KeyOfAnotherRegisterError
from storage.key_slots import (
    NEWEST_FORMAT,
    FormerKey,
    KeyFile,
    KeyRing,
    KeySlot,
    SealedKey,
    SlotKind,
)
from storage.key_wrapping import former_key, opened_former, seal_of, sealed_for
from storage.keys import UnlockedSlot, is_sealed, new_slot, secret_in


def first_key_file(
    register_id: str, file_salt: bytes, key: bytes, slots: tuple[KeySlot, ...]
) -> KeyFile:
    """Return the key file of a new register."""
    salt = file_salt.hex()
    ring = KeyRing(salt, tuple(sealed_for(slot, key, register_id, salt) for slot in slots))
    return _sealed(KeyFile(register_id, 0, slots, ring), key)


def with_slot(
    key_file: KeyFile, key: bytes, slot: KeySlot, instead_of: Iterable[KeySlot] = ()
) -> KeyFile:
    """Return a settled *key_file* with one slot more, standing where the first of others stood.

    *key* is the register's.
    """
    gone = {other.id for other in instead_of}
    ring = key_file.current
    kept = tuple(sealed for sealed in ring.sealed if sealed.slot not in gone)
    fresh = sealed_for(slot, key, key_file.register_id, ring.file_salt)
    slots = [other for other in key_file.slots if other.id not in gone]
    places = (place for place, other in enumerate(key_file.slots) if other.id in gone)
    slots.insert(next(places, len(slots)), slot)
    current = replace(ring, sealed=(*kept, fresh))
    changed = replace(key_file, slots=tuple(slots), current=current)
    return _sealed(changed, key)


def verified(key_file: KeyFile, file_salt: bytes, key: bytes) -> KeyFile:
    """Return *key_file* settled, for who has the *key* and read the file on its own.

    Raises KeyFileDamagedError when somebody without the key has changed it or put it there.
    """
    ring = key_file.ring_of(file_salt)
    if ring is None or not is_sealed(key_file, ring, key):
        raise KeyFileDamagedError
    return settled(key_file, file_salt, key)


def refreshed(
    key_file: KeyFile, file_salt: bytes, unlocked: UnlockedSlot, credential: Credential
) -> KeyFile:
    """Return *key_file* settled, as who has just opened the register with *credential* leaves it.

    A slot in the first format becomes one in the newest, and a sheet counts as typed back.
    """
    slot, key = unlocked.slot, unlocked.key
    known = settled(key_file, file_salt, key)
    confirmed = slot.kind is SlotKind.RECOVERY
    if not slot.public:
        fresh = new_slot(slot.name, secret_in(credential), slot.cost, known.register_id)
        return with_slot(known, key, replace(fresh, confirmed=confirmed), (slot,))
    if confirmed and not slot.confirmed:
        return with_slot(known, key, replace(slot, confirmed=True), (slot,))
    return known


def with_next(
    key_file: KeyFile, key: bytes, next_salt: bytes, next_key: bytes, without: str = ""
) -> KeyFile:
    """Return a settled *key_file* that opens the present file and the one to be put in its place.

    The next file begins with *next_salt* and has *next_key*, which may be the *key* of the present
    one. It opens for all but the person *without*, and for slots in the first format, which hold
    the present key itself, only if its key is the same.
    """
    salt, register_id = next_salt.hex(), key_file.register_id
    stay = [slot for slot in key_file.slots if not _is_of(slot, without)]
    sealed = tuple(
        sealed_for(slot, next_key, register_id, salt) if slot.public else SealedKey(slot.id, "")
        for slot in stay
        if slot.public or next_key == key
    )
    former = tuple(_former_keys(key_file, key, next_key))
    changed = replace(key_file, next=KeyRing(salt, sealed, former))
    return _sealed(changed, key, next_key)


def settled(key_file: KeyFile, file_salt: bytes, key: bytes) -> KeyFile:
    """Return *key_file* with nothing but the *key* of the register that begins with *file_salt*.

    It is the same when that is all it has. Raises KeyOfAnotherRegisterError.
    """
    ring = key_file.ring_of(file_salt)
    if ring is None:
        raise KeyOfAnotherRegisterError
    if key_file.next is None:
        return key_file
    slots = tuple(slot for slot in key_file.slots if ring.has(slot))
    return _sealed(replace(key_file, slots=slots, current=ring, next=None), key)


def _is_of(slot: KeySlot, person: str) -> bool:
    return slot.kind is SlotKind.PERSON and slot.name == person


def _former_keys(key_file: KeyFile, key: bytes, next_key: bytes) -> Generator[FormerKey]:
    """Yield the present key and all before it, each wrapped under the next."""
    register_id = key_file.register_id
    yield former_key(key, key_file.current.file_salt, next_key, register_id)
    for former in key_file.current.former:
        older = opened_former(former, key, register_id)
        if older is not None:
            yield former_key(older, former.file_salt, next_key, register_id)


def _sealed(key_file: KeyFile, key: bytes, next_key: bytes | None = None) -> KeyFile:
    """Return *key_file* as the newest, sealed for all of its rings."""
    newer = replace(key_file, sequence=key_file.sequence + 1, version=NEWEST_FORMAT)
    current = replace(newer.current, seal=seal_of(newer, key))
    if newer.next is None or next_key is None:
        return replace(newer, current=current)
    following = replace(newer.next, seal=seal_of(newer, next_key))
    return replace(newer, current=current, next=following)
