"""How a key file is written: JSON with a checksum, in the format it was made in."""

import hashlib
import json
from dataclasses import asdict, replace
from typing import Any, Final

from storage.errors import RegisterTooNewError, WeakKeyCostError
from storage.key_slots import (
    MOST_MEMORY,
    NEWEST_FORMAT,
    FormerKey,
    KeyCost,
    KeyFile,
    KeyRing,
    KeySlot,
    SealedKey,
    SlotKind,
)
from storage.small_json import json_in

_NAME: Final = "roedtraad-noegle"
_MOST_PASSES: Final = 100
_MOST_LANES: Final = 64
_LEAST_MEMORY_OF_A_LANE: Final = 8
_MOST: Final = 1 << 62
_SALT_BYTES: Final = 16
_FIRST_SLOT: Final = ("id", "kind", "name", "cost", "salt", "nonce", "wrapped")
_NONCE_BYTES: Final = 12


def encoded(key_file: KeyFile) -> bytes:
    """Return *key_file* as the bytes of a file, in the format that it says."""
    is_newest = key_file.version == NEWEST_FORMAT
    content = {"format": _NAME, **(asdict(key_file) if is_newest else _as_first(key_file))}
    whole = {"content": content, "checksum": _checksum(content)}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def decoded(written: bytes) -> KeyFile | None:
    """Return the key file that *written* holds, None when it is damaged.

    Raises RegisterTooNewError when a newer program wrote it.
    """
    try:
        whole = json_in(written)
        content = whole["content"]
        if whole["checksum"] != _checksum(content) or content["format"] != _NAME:
            return None
        version = _number(content["version"], _MOST, least=1)
        if version > NEWEST_FORMAT:
            raise RegisterTooNewError
        return _key_file(content if version == NEWEST_FORMAT else _upgraded(content))
    except (ValueError, KeyError, TypeError, WeakKeyCostError):
        return None


def bytes_to_seal(key_file: KeyFile) -> bytes:
    """Return all that *key_file* says but its seals, always in the same bytes."""
    current = replace(key_file.current, seal="")
    following = key_file.next and replace(key_file.next, seal="")
    bare = replace(key_file, current=current, next=following, version=NEWEST_FORMAT)
    return _canonical(asdict(bare))


def _as_first(key_file: KeyFile) -> dict[str, Any]:
    slots = [asdict(slot) for slot in key_file.slots]
    return {
        "version": key_file.version,
        "register_id": key_file.register_id,
        "register_salt": key_file.current.file_salt,
        "sequence": key_file.sequence,
        "slots": [{name: slot[name] for name in _FIRST_SLOT} for slot in slots],
    }


def _upgraded(content: dict[str, Any]) -> dict[str, Any]:
    """Return content of the first format, whose slots hold the register's key itself, as newer."""
    slots = content["slots"]
    ring = {
        "file_salt": content["register_salt"],
        "sealed": [{"slot": slot["id"], "sealed": ""} for slot in slots],
        "former": [],
        "seal": "",
    }
    newer = {"public": "", "confirmed": False}
    return {
        **content,
        "slots": [{**slot, **newer} for slot in slots],
        "current": ring,
        "next": None,
    }


def _key_file(content: dict[str, Any]) -> KeyFile:
    following = content["next"]
    return KeyFile(
        register_id=_text(content["register_id"]),
        sequence=_number(content["sequence"], _MOST),
        slots=tuple(_slot(slot) for slot in content["slots"]),
        current=_ring(content["current"]),
        next=None if following is None else _ring(following),
        version=_number(content["version"], NEWEST_FORMAT),
    )


def _slot(written: dict[str, Any]) -> KeySlot:
    return KeySlot(
        id=_text(written["id"]),
        kind=SlotKind(written["kind"]),
        name=_text(written["name"]),
        cost=_cost(written["cost"]),
        salt=_hexadecimal(written["salt"], _SALT_BYTES),
        nonce=_hexadecimal(written["nonce"], _NONCE_BYTES),
        wrapped=_hexadecimal(written["wrapped"]),
        public=_hexadecimal(written["public"]),
        confirmed=written["confirmed"] is True,
    )


def _ring(written: dict[str, Any]) -> KeyRing:
    return KeyRing(
        file_salt=_hexadecimal(written["file_salt"], _SALT_BYTES),
        sealed=tuple(
            SealedKey(_text(sealed["slot"]), _hexadecimal(sealed["sealed"]))
            for sealed in written["sealed"]
        ),
        former=tuple(_former(former) for former in written["former"]),
        seal=_text(written["seal"]),
    )


def _former(written: dict[str, Any]) -> FormerKey:
    return FormerKey(
        file_salt=_hexadecimal(written["file_salt"], _SALT_BYTES),
        nonce=_hexadecimal(written["nonce"], _NONCE_BYTES),
        wrapped=_hexadecimal(written["wrapped"]),
    )


def _cost(written: dict[str, Any]) -> KeyCost:
    lanes = _number(written["lanes"], _MOST_LANES, least=1)
    return KeyCost(
        memory=_number(written["memory"], MOST_MEMORY, least=lanes * _LEAST_MEMORY_OF_A_LANE),
        passes=_number(written["passes"], _MOST_PASSES, least=1),
        lanes=lanes,
        only_for_tests=written["only_for_tests"] is True,
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _hexadecimal(value: object, length: int | None = None) -> str:
    text = _text(value)
    if length not in {None, len(bytes.fromhex(text))}:
        raise ValueError
    return text


def _number(value: object, most: int, least: int = 0) -> int:
    if not isinstance(value, int):
        raise TypeError
    if not least <= value <= most:
        raise ValueError
    return value


def _checksum(content: dict[str, Any]) -> str:
    return hashlib.sha256(_canonical(content)).hexdigest()


def _canonical(content: dict[str, Any]) -> bytes:
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
