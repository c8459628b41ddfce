"""How the program looks and behaves on this computer, kept in a small file of its own."""

import json
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path

_LARGEST = 10_000
_PRINTER = "printer"
_TOURED = "toured"
_WINDOW = "window"
_KEPT = frozenset({_PRINTER, _TOURED, _WINDOW})
"""What stands in the file beside the preferences, and stays when these are written."""


class Appearance(StrEnum):
    """Light, dark, or as the rest of the computer."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Preferences:
    """`text_size` in per cent, `lock_after` in minutes, `register` the folder used last.

    `hides_from_capture`: the windows stay out of pictures of the screen, and off a shared one.
    """

    appearance: Appearance = Appearance.SYSTEM
    text_size: int = 100
    lock_after: int = 5
    register: str = ""
    hides_from_capture: bool = True


def read_preferences(file: Path) -> Preferences:
    """Return what *file* says; what is missing or makes no sense is as at the first start."""
    return _from_table(_table(file))


def write_preferences(file: Path, preferences: Preferences) -> None:
    """Write *preferences*; raises OSError when the file cannot be written."""
    _write(file, asdict(preferences))


def read_printer(file: Path) -> str:
    """Return the name of the printer that *file* says papers go to; empty for none."""
    name = _table(file).get(_PRINTER)
    return name if isinstance(name, str) else ""


def remember_printer(file: Path, name: str) -> None:
    """Write that papers go to the printer of that *name*, and leave the rest of *file* as it is.

    Raises OSError when the file cannot be written.
    """
    _write(file, {**asdict(read_preferences(file)), _PRINTER: name})


def has_toured(file: Path) -> bool:
    """Return whether *file* says that the tour was taken, or declined."""
    return _table(file).get(_TOURED) is True


def remember_tour(file: Path) -> None:
    """Write that the tour need not be offered again; raises OSError when it cannot be."""
    _write(file, {**asdict(read_preferences(file)), _TOURED: True})


def read_window(file: Path) -> dict[str, object]:
    """Return what *file* says of where the window stood; empty for nothing."""
    found = _table(file).get(_WINDOW)
    return found if isinstance(found, dict) else {}


def remember_window(file: Path, stood: dict[str, object]) -> None:
    """Write where the window *stood*, in what JSON can say; raises OSError when it cannot be."""
    _write(file, {**asdict(read_preferences(file)), _WINDOW: stood})


def _table(file: Path) -> dict[str, object]:
    try:
        with file.open(encoding="utf-8") as opened:
            found = json.loads(opened.read(_LARGEST))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(file: Path, table: dict[str, object]) -> None:
    kept = {name: said for name, said in _table(file).items() if name in _KEPT}
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f"{file.name}.ny")
    unfinished.write_text(json.dumps({**kept, **table}, ensure_ascii=False), encoding="utf-8")
    unfinished.replace(file)


def _from_table(found: dict[str, object]) -> Preferences:
    read = Preferences()
    appearance, register = found.get("appearance"), found.get("register")
    if appearance in set(Appearance):
        read = replace(read, appearance=Appearance(str(appearance)))
    if isinstance(register, str):
        read = replace(read, register=register)
    if found.get("hides_from_capture") is False:
        read = replace(read, hides_from_capture=False)
    text_size, lock_after = found.get("text_size"), found.get("lock_after")
    if isinstance(text_size, int) and 100 <= text_size <= 200:  # noqa: PLR2004 - per cent
        read = replace(read, text_size=text_size)
    if isinstance(lock_after, int) and 1 <= lock_after <= 60:  # noqa: PLR2004 - minutes
        read = replace(read, lock_after=lock_after)
    return read
