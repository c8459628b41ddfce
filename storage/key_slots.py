"""What a key file holds: slots for people and sheets, and the register's key sealed for them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from storage.errors import WeakKeyCostError

NEWEST_FORMAT: Final = 2
# In KiB: a damaged or planted file must not make this computer reserve all its memory.
MOST_MEMORY: Final = 1024 * 1024
_LEAST_MEMORY: Final = 64 * 1024
_LEAST_PASSES: Final = 3


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
    """What a person or a sheet opens; bytes are in hexadecimal, `name` is empty on a recovery slot.

    `wrapped` is the private key that belongs to `public`; in a slot from the oldest format `public`
    is empty and `wrapped` is the register's key itself. `confirmed` says that the key on the sheet
    has been typed back.
    """

    id: str
    kind: SlotKind
    name: str
    cost: KeyCost
    salt: str
    nonce: str
    wrapped: str
    public: str
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class SealedKey:
    """The register's key for the holder of one slot; empty when the slot holds the key itself."""

    slot: str
    sealed: str


@dataclass(frozen=True, slots=True)
class FormerKey:
    """The key of an older file of this register, wrapped under a newer one."""

    file_salt: str
    nonce: str
    wrapped: str


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The key of the register file that begins with `file_salt`, sealed for all who may have it.

    `seal` can only be made with that key, and covers everything in the key file but the seals.
    """

    file_salt: str
    sealed: tuple[SealedKey, ...]
    former: tuple[FormerKey, ...] = ()
    seal: str = ""

    def has(self, slot: KeySlot) -> bool:
        """Return whether the holder of *slot* may have the key."""
        return any(sealed.slot == slot.id for sealed in self.sealed)


@dataclass(frozen=True, slots=True)
class KeyFile:
    """All slots of one register, and its key; `next` is there while a new file is put in place.

    `version` is the format the file was found in.
    """

    register_id: str
    sequence: int
    slots: tuple[KeySlot, ...]
    current: KeyRing
    next: KeyRing | None = None
    version: int = NEWEST_FORMAT

    @property
    def rings(self) -> tuple[KeyRing, ...]:
        """The one or two rings."""
        return (self.current, self.next) if self.next else (self.current,)

    def ring_of(self, file_salt: bytes) -> KeyRing | None:
        """Return the ring with the key of the register file that begins with *file_salt*."""
        return next((ring for ring in self.rings if ring.file_salt == file_salt.hex()), None)

    def ring_with_former(self, file_salt: bytes) -> KeyRing | None:
        """Return the ring that gives the key of the older file that begins with *file_salt*."""
        salt = file_salt.hex()
        holding = (
            ring for ring in self.rings if salt in {former.file_salt for former in ring.former}
        )
        return next(holding, None)

    def slots_of(self, ring: KeyRing, kind: SlotKind) -> tuple[KeySlot, ...]:
        """Return the slots of this kind whose holders may have the key of *ring*."""
        return tuple(slot for slot in self.slots if slot.kind is kind and ring.has(slot))
