"""Values that stand in an expression itself: texts, numbers, days, amounts."""

from datetime import date
from decimal import Decimal

from forms.fhirpath.cursor import Cursor, unexpected
from forms.fhirpath.date_sums import PERIODS, unit_named
from forms.fhirpath.errors import ExpressionError, OutsideSubsetError
from forms.fhirpath.nodes import Literal
from forms.fhirpath.tokens import Kind, Token
from models.answers import Quantity

UCUM = "http://unitsofmeasure.org"
_MOST_DIGITS = 28
_WHOLE_DAY = len("@2026-11-02")


def literal(token: Token, cursor: Cursor) -> Literal:
    """Return the value *token* begins; a unit after a number is read from *cursor*."""
    if token.kind is Kind.TEXT:
        return Literal((token.text,))
    if token.kind is Kind.DATE:
        return Literal((_day(token),))
    if token.kind is Kind.NUMBER:
        return _amount(token, cursor)
    raise unexpected(token)


def _amount(token: Token, cursor: Cursor) -> Literal:
    if len(token.text) > _MOST_DIGITS:
        raise ExpressionError(token.position, "Tallet har for mange cifre.")
    unit, value = cursor.token, Decimal(token.text)
    if unit.kind in {Kind.NAME, Kind.TEXT} and (calendar := unit_named(unit.text)):
        cursor.take()
        return Literal((_period(token, calendar),))
    if unit.kind is Kind.TEXT:
        cursor.take()
        return Literal((Quantity(value, unit.text, unit.text, UCUM),))
    return Literal((value if "." in token.text else int(value),))


def _period(token: Token, unit: str) -> Quantity:
    """Return calendar time in days or months, so that a week equals seven days."""
    if "." in token.text:
        raise OutsideSubsetError(
            token.position, "Tid skal stå i hele dage, uger, måneder eller år."
        )
    times, base = PERIODS[unit]
    return Quantity(Decimal(int(token.text) * times), base)


def _day(token: Token) -> date:
    written = token.text.removeprefix("@")
    if len(token.text) != _WHOLE_DAY or "T" in written:
        raise OutsideSubsetError(token.position, "Kun hele datoer som @2026-11-02 kan bruges.")
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise ExpressionError(token.position, "Datoen findes ikke.") from None
