"""Reads what a field says into answers, and shows answers as text again; nothing typed is lost."""

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from forms.danish_typing import read_date, read_decimal, read_integer
from forms.questionnaire import Item, ItemType
from forms.reply import Reply
from models.answers import Coding, Unread, Value
from models.danish import listed, long_date, number, short_date

_READ_TEXT: Mapping[ItemType, Callable[[str], Value | None]] = {
    ItemType.INTEGER: read_integer,
    ItemType.DECIMAL: read_decimal,
    ItemType.DATE: read_date,
}
_TEXTS = frozenset({ItemType.STRING, ItemType.TEXT, ItemType.OPEN_CHOICE})
_YES_NO = {"true": True, "false": False}


def read_reply(item: Item, reply: Reply) -> tuple[Value, ...]:
    """Return what *reply* answers to *item*: values, nothing, or `Unread` with the text as typed.

    Text is kept as typed, blanks at its ends too, so that a draft comes back letter by letter; only
    its accents are composed (NFC).
    """
    return (*_chosen(item, reply.codes), *_typed(item, _storable(reply.text)))


def typed_text(item: Item, values: tuple[Value, ...]) -> str:
    """Return what the text field of *item* shows for *values*; unread text as it was typed."""
    if item.type in {ItemType.BOOLEAN, ItemType.CHOICE}:
        return ""
    return next((text for value in values if (text := _as_typed(value))), "")


def shown_text(values: tuple[Value, ...]) -> str:
    """Return *values* for reading and printing, several as ``"a, b og c"``; empty when none."""
    return listed([text for value in values if (text := _as_read(value))])


def _chosen(item: Item, codes: tuple[str, ...]) -> tuple[Value, ...]:
    if item.type is ItemType.BOOLEAN:
        return tuple(_YES_NO.get(code, Unread(code)) for code in codes)
    offered = {option.coding.code: option.coding for option in item.options}
    in_order = sorted(dict.fromkeys(codes), key=[*offered, *codes].index)
    return tuple(offered.get(code, Unread(code)) for code in in_order)


def _typed(item: Item, text: str) -> tuple[Value, ...]:
    if item.type in _TEXTS:
        return (text,) if text else ()
    if not text.strip():
        return ()
    read = _READ_TEXT.get(item.type)
    value = None if read is None else read(text)
    return (Unread(text) if value is None else value,)


def _storable(text: str) -> str:
    """Return *text* composed, half surrogate pairs replaced: no file can hold them."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", whole)


def _as_typed(value: Value) -> str:
    if isinstance(value, bool | Coding):
        return ""
    if isinstance(value, date):
        return short_date(value)
    return _text(value)


def _as_read(value: Value) -> str:
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, Coding):
        return value.display or value.code
    if isinstance(value, date):
        return long_date(value)
    return _text(value).strip()


def _text(value: int | Decimal | str | Unread) -> str:
    if isinstance(value, Unread):
        return value.typed
    return value if isinstance(value, str) else number(value)
