"""The rows of the tables in resources, read from their TOML texts."""

import tomllib
from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

Cell: TypeAlias = "str | int | date | list[str]"
Row: TypeAlias = Mapping[str, Cell]


def rows(toml: str, name: str) -> tuple[Row, ...]:
    """Return the tables called *name* of a TOML text."""
    return tuple(tomllib.loads(toml)[name])


def text_of(row: Row, name: str) -> str:
    """Return a text of a row; empty when the row has none."""
    value = row.get(name, "")
    return value.strip() if isinstance(value, str) else ""


def texts_of(row: Row, name: str) -> tuple[str, ...]:
    """Return a list of texts of a row; empty when the row has none."""
    value = row.get(name, ())
    return tuple(value) if isinstance(value, list) else ()


def day_of(row: Row, name: str) -> date | None:
    """Return a day of a row."""
    value = row.get(name)
    return value if isinstance(value, date) else None


def number_of(row: Row, name: str) -> int | None:
    """Return a whole number of a row."""
    value = row.get(name)
    return value if isinstance(value, int) else None
