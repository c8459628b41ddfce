"""SUPPLIES: questionnaires, law and guideline tables, letter wording, fonts."""

from importlib.resources import files


def text(name: str) -> str:
    """Return the UTF-8 text of the supplied file *name*, e.g. ``"law/provisions.toml"``."""
    return files(__name__).joinpath(*name.split("/")).read_text(encoding="utf-8")


def data(name: str) -> bytes:
    """Return the bytes of the supplied file *name*, e.g. ``"fonts/NotoSans-Regular.ttf"``."""
    return files(__name__).joinpath(*name.split("/")).read_bytes()


def names(folder: str) -> tuple[str, ...]:
    """Return the names of the files in *folder*, sorted, each ready for `text` or `data`."""
    entries = files(__name__).joinpath(*folder.split("/")).iterdir()
    return tuple(sorted(f"{folder}/{entry.name}" for entry in entries if entry.is_file()))
