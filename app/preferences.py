"""How the program looks and behaves on this computer, kept in a small file of its own."""

import json
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path

_LARGEST = 10_000


class Appearance(StrEnum):
    """Light, dark, or as the rest of the computer."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Preferences:
    """`text_size` in per cent, `lock_after` in minutes, `register` the folder used last."""

    appearance: Appearance = Appearance.SYSTEM
    text_size: int = 100
    lock_after: int = 10
    register: str = ""


def read_preferences(file: Path) -> Preferences:
    """Return what *file* says; what is missing or makes no sense is as at the first start."""
    try:
        with file.open(encoding="utf-8") as opened:
            found = json.loads(opened.read(_LARGEST))
    except (OSError, ValueError):
        return Preferences()
    return _from_table(found) if isinstance(found, dict) else Preferences()


def write_preferences(file: Path, preferences: Preferences) -> None:
    """Write *preferences*; raises OSError when the file cannot be written."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{file.name}.ny")
    unfinished.write_text(json.dumps(asdict(preferences), ensure_ascii=False), encoding="utf-8")
    unfinished.replace(file)


def _from_table(found: dict[str, object]) -> Preferences:
    read = Preferences()
    appearance, register = found.get("appearance"), found.get("register")
    if appearance in set(Appearance):
        read = replace(read, appearance=Appearance(str(appearance)))
    if isinstance(register, str):
        read = replace(read, register=register)
    text_size, lock_after = found.get("text_size"), found.get("lock_after")
    if isinstance(text_size, int) and 100 <= text_size <= 200:  # noqa: PLR2004 - per cent
        read = replace(read, text_size=text_size)
    if isinstance(lock_after, int) and 1 <= lock_after <= 60:  # noqa: PLR2004 - minutes
        read = replace(read, lock_after=lock_after)
    return read
