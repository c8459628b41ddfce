"""Reads the extensions of one item of a questionnaire into the item."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from forms import extensions as ext
from forms.element import Element
from forms.errors import Code
from forms.extensions import Extensions
from forms.fhir_values import read_coding
from forms.fhirpath.errors import ExpressionError
from forms.fhirpath.expression import Expression, read_expression
from forms.questionnaire import Bound, Control, Item, ItemType, Operator, Voice
from models.answers import Coding, Declined, Unread, Value

_CONTROL_SYSTEMS = frozenset(
    {"http://hl7.org/fhir/questionnaire-item-control", "urn:roedtraad:fhir:item-control"}
)
_WORDS: Mapping[type[StrEnum], str] = {
    ItemType: "Typen",
    Control: "Visningen",
    Voice: "Stemmen",
    Operator: "Sammenligningen",
}

_Code = TypeVar("_Code", bound=StrEnum)


def extended(item: Item, element: Element, extensions: Extensions) -> Item:
    """Return *item* with what the *extensions* of its *element* say."""
    if not extensions.by_url:
        return item
    voice = extensions.text(ext.VOICE, "valueCode")
    return replace(
        item,
        hidden=extensions.flag(ext.HIDDEN),
        minimum=_bound(item, element, _limit(extensions, ext.MINIMUM, ext.MINIMUM_QUANTITY)),
        maximum=_bound(item, element, _limit(extensions, ext.MAXIMUM, ext.MAXIMUM_QUANTITY)),
        control=_control(extensions.element(ext.ITEM_CONTROL)),
        unit=_unit(extensions.element(ext.UNIT)),
        entry_format=extensions.text(ext.ENTRY_FORMAT),
        voice=code_of(element, Voice, voice) if voice else item.voice,
        citizen_wording=extensions.text(ext.CITIZEN_WORDING),
        instructions=extensions.texts(ext.INSTRUCTION),
        provisions=extensions.texts(ext.PROVISION),
        unit_options=_unit_options(item, extensions),
        regex=extensions.text(ext.REGEX),
        slider_step=extensions.count(ext.SLIDER_STEP),
        support_links=extensions.texts(ext.SUPPORT_LINK, "valueUri"),
        calculated=_expression(extensions.element(ext.CALCULATED)),
        enabled_if=_expression(extensions.element(ext.ENABLED_IF)),
        min_occurs=extensions.count(ext.MIN_OCCURS) or 0,
        max_occurs=extensions.count(ext.MAX_OCCURS),
        max_decimal_places=extensions.count(ext.MAX_DECIMAL_PLACES),
    )


def _control(extension: Element | None) -> Control | None:
    if extension is None:
        return None
    concept = extension.element("valueCodeableConcept")
    concept.only(frozenset({"coding", "text"}))
    codings = concept.elements("coding")
    if len(codings) != 1 or codings[0].text("system") not in _CONTROL_SYSTEMS:
        reason = "»questionnaire-itemControl« skal have én kendt »coding«."
        raise extension.refusal(reason, Code.OUTSIDE_SUBSET)
    return code_of(extension, Control, codings[0].text("code"))


def _unit(extension: Element | None) -> str:
    if extension is None:
        return ""
    unit = read_coding(extension, "valueCoding")
    return unit.display or unit.code


def _unit_options(item: Item, extensions: Extensions) -> tuple[Coding, ...]:
    offered = extensions.elements(ext.UNIT_OPTION)
    if item.type is ItemType.QUANTITY and not offered:
        offered = extensions.elements(ext.UNIT)
    return tuple(read_coding(extension, "valueCoding") for extension in offered)


def _expression(extension: Element | None) -> Expression | None:
    if extension is None:
        return None
    written = extension.element("valueExpression")
    written.only(frozenset({"language", "expression", "description", "name", "id"}))
    if (language := written.text("language")) != "text/fhirpath":
        raise written.foreign(f"Sproget »{language}« i et udtryk")
    try:
        return read_expression(written.needed_text("expression"))
    except ExpressionError as error:
        raise extension.refusal(str(error), Code(error.code)) from None


def _limit(extensions: Extensions, simple: str, amount: str) -> Value | None:
    found = extensions.value(simple)
    return extensions.value(amount) if found is None else found


def _bound(item: Item, element: Element, value: Value | None) -> Bound | None:
    if isinstance(value, bool | str | Coding | Unread | Declined):
        raise element.refusal("»minValue« og »maxValue« skal være tal eller datoer.")
    if isinstance(value, int) and item.type is ItemType.DECIMAL:
        return Decimal(value)
    return value


def code_of(element: Element, codes: type[_Code], code: str) -> _Code:
    """Return *code* as one of *codes*, refusing one that the subset does not hold."""
    try:
        return codes(code)
    except ValueError:
        reason = f"{_WORDS[codes]} »{code}« kan programmet ikke bruge."
        raise element.refusal(reason, Code.OUTSIDE_SUBSET) from None
