"""Reads what a field says into answers, and shows answers as text again; nothing typed is lost."""

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from forms.amounts import amount_text, in_unit, read_amount, unit_alone, unit_key
from forms.danish_typing import read_date, read_decimal, read_integer
from forms.date_words import read_day
from forms.questionnaire import Item, ItemType
from forms.reply import Reply
from models.answers import Coding, Declined, Quantity, Unread, Value
from models.danish import listed, long_date, number, short_date

_READ_TEXT: Mapping[ItemType, Callable[[str], Value | None]] = {
    ItemType.INTEGER: read_integer,
    ItemType.DECIMAL: read_decimal,
    ItemType.DATE: read_date,
}
_TEXTS = frozenset({ItemType.STRING, ItemType.TEXT, ItemType.OPEN_CHOICE})
ONE_A_LINE = frozenset(
    {
        ItemType.STRING,
        ItemType.INTEGER,
        ItemType.DECIMAL,
        ItemType.DATE,
        ItemType.QUANTITY,
    }
)
"""Where these repeat, each line of the field is one answer."""
DECLINED = "Borgeren ønsker ikke at svare"
"""How the wish not to answer reads."""

_YES_NO = {"true": True, "false": False}


def read_reply(item: Item, reply: Reply, today: date | None = None) -> tuple[Value, ...]:
    """Return what *reply* answers to *item*: values, nothing, or `Unread` with the text as typed.

    Text is kept as typed, blanks at its ends too, so that a draft comes back letter by letter; only
    its accents are composed (NFC). Where several typed answers are asked for, each line is one.
    The code of a quantity's reply is its unit (see `unit_code`). With *today* a day may be told by
    it as well, such as ``i går`` (see `forms.date_words`).
    """
    if item.type is ItemType.DATE and today is not None:
        return _days(item, reply, today)
    if item.type is ItemType.QUANTITY:
        return _typed(item, reply)
    return (*_chosen(item, reply.codes), *_typed(item, reply))


def typed_text(item: Item, values: tuple[Value, ...]) -> str:
    """Return what the text field of *item* shows for *values*; unread text as it was typed."""
    if item.type in {ItemType.BOOLEAN, ItemType.CHOICE}:
        return ""
    several = item.repeats and item.type in ONE_A_LINE
    if item.type is ItemType.QUANTITY:
        units = () if several else _units(item)
        lines = [_typed_amount(value, units) for value in values]
    else:
        lines = [_as_typed(value) for value in values]
    if several:
        return "\n".join(lines)
    return next(filter(None, lines), "")


def unit_code(values: tuple[Value, ...]) -> str:
    """Return the code, or the word, of the unit that is chosen in *values*; empty when none is."""
    return next((unit_key(value) for value in values if isinstance(value, Quantity)), "")


def _typed_amount(value: Value, units: tuple[Quantity, ...]) -> str:
    if not isinstance(value, Quantity):
        return _as_typed(value)
    if any(value.has_unit_of(unit) for unit in units):
        return "" if value.value is None else number(value.value)
    return amount_text(value)


def shown_text(values: tuple[Value, ...]) -> str:
    """Return *values* for reading and printing, several as ``"a, b og c"``; empty when none."""
    return listed([text for value in values if (text := _as_read(value))])


def _chosen(item: Item, codes: tuple[str, ...]) -> tuple[Value, ...]:
    if item.type is ItemType.BOOLEAN:
        return tuple(_YES_NO.get(code, Unread(code)) for code in codes)
    offered = {option.coding.code: option.coding for option in item.options}
    in_order = sorted(dict.fromkeys(codes), key=[*offered, *codes].index)
    return tuple(offered.get(code, Unread(code)) for code in in_order)


def _typed(item: Item, reply: Reply) -> tuple[Value, ...]:
    text = _storable(reply.text)
    if item.type is ItemType.QUANTITY and not text.strip():
        unit = unit_alone(_first(reply.codes), _units(item))
        return () if unit is None else (unit,)
    if item.type in _TEXTS and not (item.repeats and item.type in ONE_A_LINE):
        return (text,) if text else ()
    if not text.strip():
        return ()
    lines = text.split("\n") if item.repeats and item.type in ONE_A_LINE else [text]
    return tuple(_read_line(item, line, _first(reply.codes)) for line in lines)


def _days(item: Item, reply: Reply, today: date) -> tuple[Value, ...]:
    values = _typed(item, reply)
    meant = (read_day(v.typed, today) if isinstance(v, Unread) else None for v in values)
    return tuple(day or value for day, value in zip(meant, values, strict=True))


def _read_line(item: Item, line: str, chosen: str) -> Value:
    if item.type in _TEXTS:
        return line
    if item.type is ItemType.QUANTITY:
        value: Value | None = read_amount(line, chosen, _units(item))
    else:
        read = _READ_TEXT.get(item.type)
        value = None if read is None else read(line)
    return Unread(line) if value is None else value


def _first(codes: tuple[str, ...]) -> str:
    return next(iter(codes), "")


def _units(item: Item) -> tuple[Quantity, ...]:
    return tuple(in_unit(unit) for unit in item.unit_options)


def _storable(text: str) -> str:
    """Return *text* composed, half surrogate pairs replaced: no file can hold them."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", whole)


def _as_typed(value: Value) -> str:
    if isinstance(value, bool | Coding | Declined):
        return ""
    if isinstance(value, date):
        return short_date(value)
    return _text(value)


def _as_read(value: Value) -> str:
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, Coding):
        return value.display or value.code
    if isinstance(value, date | Declined):
        return DECLINED if isinstance(value, Declined) else long_date(value)
    return _text(value).strip()


def _text(value: int | Decimal | str | Quantity | Unread) -> str:
    if isinstance(value, Unread):
        return value.typed
    if isinstance(value, Quantity):
        return amount_text(value)
    return value if isinstance(value, str) else number(value)
