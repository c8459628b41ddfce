"""JSON read strictly and written without loss: decimals keep their digits, no key comes twice."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

Json: TypeAlias = "bool | int | Decimal | str | list[Json] | dict[str, Json] | None"

MOST_DIGITS = 40
"""Far more than any answer has; a number beyond it is an attack or an accident."""

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
# Zero-width characters, and those that turn the direction of the text around them.
INVISIBLE = re.compile(r"[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


class MalformedJsonError(Exception):
    """The text is not JSON that this program reads; the message is a Danish sentence."""


def read_json(text: str) -> Json:
    """Return what *text* says, raising `MalformedJsonError` for anything ambiguous or endless."""
    try:
        tree: Json = json.loads(
            text,
            parse_int=_whole,
            parse_float=_decimal,
            parse_constant=_refuse_constant,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        raise MalformedJsonError(f"Teksten er ikke gyldig JSON (linje {error.lineno}).") from None
    except RecursionError:
        raise MalformedJsonError("Teksten er for dybt indlejret.") from None
    return tree


def write_json(value: Json) -> str:
    """Return *value* as JSON text on one line."""
    if isinstance(value, dict):
        members = (f"{write_json(name)}:{write_json(part)}" for name, part in value.items())
        return f"{{{','.join(members)}}}"
    if isinstance(value, list):
        return f"[{','.join(map(write_json, value))}]"
    if isinstance(value, Decimal):
        return format(value, "f")
    return json.dumps(value, ensure_ascii=False)


def _whole(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise MalformedJsonError("Et tal har for mange cifre.")
    return int(digits)


def _decimal(digits: str) -> Decimal:
    try:
        number = Decimal(digits)
    except InvalidOperation:
        raise MalformedJsonError("Et tal er for stort eller for lille.") from None
    if len(digits) > MOST_DIGITS or (number and abs(number.adjusted()) > MOST_DIGITS):
        raise MalformedJsonError("Et tal er for stort eller for lille.")
    return number


def _refuse_constant(name: str) -> Json:
    raise MalformedJsonError(f"»{name}« er ikke et tal.")


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise MalformedJsonError("Den samme nøgle står to gange på samme sted.")
    return members


def texts_in(tree: Json) -> Iterator[tuple[str, str]]:
    """Yield every text in *tree*, names too, with the link id of the item around it."""
    waiting: list[tuple[str, Json]] = [("", tree)]
    while waiting:
        item, part = waiting.pop()
        if isinstance(part, str):
            yield item, part
        elif isinstance(part, list):
            waiting.extend((item, inner) for inner in part)
        elif isinstance(part, dict):
            link_id = part.get("linkId", item)
            item = link_id if isinstance(link_id, str) else item
            waiting.extend((item, inner) for pair in part.items() for inner in pair)
