"""Identifiers that never collide, and that sort by the time they were made."""

from typing import Final
from uuid import UUID

CHANCE_BYTES: Final = 10


def uuid7(milliseconds: int, chance: bytes) -> str:
    """Return a UUID of version 7 (RFC 9562) made of a Unix time and ten random bytes."""
    if len(chance) != CHANCE_BYTES:
        message = f"a UUIDv7 takes {CHANCE_BYTES} random bytes"
        raise ValueError(message)
    random_bits = int.from_bytes(chance, "big")
    high = (milliseconds & (1 << 48) - 1) << 80
    version = 0x7 << 76
    first_random = (random_bits >> 62 & 0xFFF) << 64
    variant = 0b10 << 62
    last_random = random_bits & (1 << 62) - 1
    return str(UUID(int=high | version | first_random | variant | last_random))
