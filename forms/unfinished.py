"""Reading while one still types: what could yet become another day is kept as it stands."""

import re

from forms.questionnaire import Item, ItemType
from forms.reading import read_reply
from forms.reply import Reply
from models.answers import Unread, Value

# A year that begins like this may be about to get two more digits; those of `read_date`.
_YEAR = r"(?![0-9]{4}-)(?:.*[^0-9]|[0-9]{4})(?:18|19|20|21)"
_ISO_DAY = r"[0-9]{4}-[0-9]{1,2}-[123]"
_MAY_GO_ON = re.compile(f"{_YEAR}|{_ISO_DAY}", re.DOTALL)


def read_unfinished(item: Item, reply: Reply) -> tuple[Value, ...]:
    """Return what *reply* answers to *item* while the person may still be typing.

    ``2.11.20`` is not the year 2020 before one has left the field: until then it is `Unread`.
    """
    values = read_reply(item, reply)
    if item.type is not ItemType.DATE:
        return values
    lines = reply.text.split("\n") if item.repeats else [reply.text]
    if len(lines) != len(values):
        return values
    pairs = zip(lines, values, strict=True)
    return tuple(Unread(line) if may_go_on(line) else value for line, value in pairs)


def finished(item: Item, values: tuple[Value, ...]) -> tuple[Value, ...]:
    """Return *values* as they are once the person has left the field."""
    if item.type is not ItemType.DATE:
        return values
    return tuple(found for value in values for found in _finished(item, value))


def may_go_on(typed: str) -> bool:
    """Return whether *typed* ends in what may be the beginning of a whole year, or of a day."""
    return _MAY_GO_ON.fullmatch(typed.strip()) is not None


def _finished(item: Item, value: Value) -> tuple[Value, ...]:
    if not isinstance(value, Unread):
        return (value,)
    return read_reply(item, Reply(value.typed)) or (value,)
