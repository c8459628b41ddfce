"""What can be wrong with a form or with a filled form, each with a sentence for the user."""

from enum import StrEnum


class Code(StrEnum):
    """What kind of fault it is, for programs that read the findings."""

    MALFORMED = "malformed"
    TOO_LARGE = "too-large"
    TOO_DEEP = "too-deep"
    INVALID = "invalid"
    INCOMPLETE = "incomplete"
    OUTSIDE_SUBSET = "outside-subset"
    DUPLICATE = "duplicate"
    UNKNOWN_ITEM = "unknown-item"
    CYCLE = "cycle"
    CONTRADICTION = "contradiction"
    EXPRESSION = "expression"
    INVISIBLE = "invisible-character"
    OTHER_FORM = "other-form"
    WRONG_TYPE = "wrong-type"
    UNREAD = "unread"
    NOT_ASKED = "not-asked"
    REQUIRED = "required"
    VALUE = "value"
    CALCULATION = "calculation"


class FormError(Exception):
    """Something is wrong at *item* (a link id, empty for the whole); *reason* is Danish."""

    opening = "Skemaet kan ikke bruges."

    def __init__(self, item: str, reason: str, code: Code = Code.INVALID) -> None:
        self.item = item
        self.reason = reason
        self.code = code
        super().__init__(f"{self.opening} {f'Punkt »{item}«: ' if item else ''}{reason}")


class UnsupportedFormError(FormError):
    """The form uses something outside the written subset, or contradicts itself."""


class UnreadableResponseError(FormError):
    """A stored response does not fit the form it says it answers."""

    opening = "Besvarelsen kan ikke læses."


class UnreadAnswerError(FormError):
    """An answer that could not be read stands where a signed response needs a real one."""

    opening = "Besvarelsen kan ikke underskrives endnu."


class MisplacedAnswerError(FormError):
    """There is an answer, or a row, that has no place in the form, so writing would lose it."""

    opening = "Besvarelsen kan ikke gemmes."
