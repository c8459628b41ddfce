"""Reading while one still types: what could yet become another day is kept as it stands."""

import re
from datetime import date, timedelta

from forms.date_words import may_mean_another
from forms.questionnaire import Item, ItemType
from forms.reading import read_reply
from forms.reply import Reply
from models.answers import Declined, Unread, Value

# A year that begins like this may be about to get two more digits; those of `read_date`.
_YEAR = r"(?![0-9]{4}-)(?:.*[^0-9]|[0-9]{4})(?:18|19|20|21)"
_ISO_DAY = r"[0-9]{4}-[0-9]{1,2}-[123]"
_MAY_GO_ON = re.compile(f"{_YEAR}|{_ISO_DAY}", re.DOTALL)


def read_unfinished(item: Item, reply: Reply, today: date | None = None) -> tuple[Value, ...]:
    """Return what *reply* answers to *item* while the person may still be typing.

    ``2.11.20`` is not the year 2020 before one has left the field: until then it is `Unread`, and
    so is ``2/11``. With *today* a day may be told by it.
    """
    if reply.is_declined:
        return (Declined(),)
    values = read_reply(item, reply, today)
    if item.type is not ItemType.DATE:
        return values
    lines = reply.text.split("\n") if item.repeats else [reply.text]
    if len(lines) != len(values):
        return values
    pairs = zip(lines, values, strict=True)
    return tuple(Unread(line) if may_go_on(line) else value for line, value in pairs)


def finished(item: Item, values: tuple[Value, ...], today: date | None = None) -> tuple[Value, ...]:
    """Return *values* as they are once the person has left the field, on the day *today*."""
    if item.type is not ItemType.DATE:
        return values
    return tuple(found for value in values for found in _finished(item, value, today))


def told(item: Item, values: tuple[Value, ...], today: date) -> tuple[Value, ...]:
    """Return *values* with each day read that would be another one tomorrow, such as ``+3``."""
    now = finished(item, values, today)
    tomorrow = finished(item, values, today + timedelta(days=1))
    if len(now) != len(values):
        return values
    pairs = zip(values, now, tomorrow, strict=True)
    return tuple(value if read == later else read for value, read, later in pairs)


def may_go_on(typed: str) -> bool:
    """Return whether *typed* ends in what may be the beginning of a whole year, or of a day."""
    return _MAY_GO_ON.fullmatch(typed.strip()) is not None or may_mean_another(typed)


def _finished(item: Item, value: Value, today: date | None) -> tuple[Value, ...]:
    if not isinstance(value, Unread):
        return (value,)
    return read_reply(item, Reply(value.typed), today) or (value,)
