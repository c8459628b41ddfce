"""Reads one `answer` of a `QuestionnaireResponse`: a value, or why there is none."""

from forms.answered import is_fitting
from forms.element import Element
from forms.errors import Code, FormError
from forms.extensions import ABSENT, DECLINED, ON_ANSWER, UNREAD, Extensions, read_extensions
from forms.fhir_values import read_value
from forms.questionnaire import Item
from models.answers import Declined, Unread, Value

_VALUE_MEMBERS = frozenset({"id", "extension"})


def read_answer(item: Item, element: Element) -> Value:
    """Return the answer in *element* to *item*; raises `FormError` when it is none to that."""
    names = [name for name in element.members if name.startswith("value")]
    element.only(_VALUE_MEMBERS | set(names))
    extensions = read_extensions(element, ON_ANSWER)
    if extensions.element(ABSENT) is not None:
        return _declined(element, extensions, has_value=bool(names))
    try:
        value = read_value(element, "value")
    except FormError as fault:
        raise element.refusal(fault.reason, Code.WRONG_TYPE) from None
    if extensions.flag(UNREAD) and isinstance(value, str):
        return Unread(value)
    if not is_fitting(item, value):
        raise element.refusal("Svaret passer ikke til spørgsmålet.", Code.WRONG_TYPE)
    return value


def _declined(element: Element, extensions: Extensions, *, has_value: bool) -> Declined:
    if has_value:
        raise element.refusal("Der står både et svar og en grund til, at der ikke er noget.")
    if extensions.text(ABSENT, "valueCode") != DECLINED:
        raise element.foreign("Grunden til, at der ikke er noget svar,")
    return Declined()
