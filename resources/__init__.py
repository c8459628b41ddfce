"""SUPPLIES: questionnaires, law and guideline tables, letter wording, fonts."""

from pathlib import Path

# Plain paths: `importlib.resources` costs a tenth of the time to the first window.
_HERE = Path(__file__).parent


def text(name: str) -> str:
    """Return the UTF-8 text of the supplied file *name*, e.g. ``"law/provisions.toml"``."""
    return (_HERE / name).read_text(encoding="utf-8")


def data(name: str) -> bytes:
    """Return the bytes of the supplied file *name*, e.g. ``"fonts/NotoSans-Regular.ttf"``."""
    return (_HERE / name).read_bytes()


def names(folder: str) -> tuple[str, ...]:
    """Return the names of the files in *folder*, sorted, each ready for `text` or `data`."""
    found = (path.name for path in (_HERE / folder).iterdir() if path.is_file())
    return tuple(sorted(f"{folder}/{name}" for name in found))
