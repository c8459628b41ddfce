"""Reads one item of a questionnaire, and what is inside it."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from forms import extensions as ext
from forms.element import Element
from forms.extensions import Extensions, read_extensions
from forms.fhir_values import read_coding, read_value
from forms.item_rules import broken_rule
from forms.questionnaire import Bound, Control, EnableWhen, Item, ItemType, Operator, Option, Voice
from models.answers import Coding, Unread, Value

DEEPEST = 8
"""Items inside items; a form deeper than this cannot be followed on a screen."""

_ITEM_MEMBERS = frozenset(
    {
        "id",
        "extension",
        "linkId",
        "definition",
        "code",
        "prefix",
        "text",
        "type",
        "enableWhen",
        "enableBehavior",
        "required",
        "repeats",
        "readOnly",
        "maxLength",
        "answerOption",
        "initial",
        "item",
    }
)
_OPTION_MEMBERS = frozenset({"id", "extension", "valueCoding", "initialSelected"})
_CONDITION_MEMBERS = frozenset({"id", "question", "operator"})
_ANSWER_TYPES = frozenset({"Boolean", "Integer", "Decimal", "Date", "String", "Coding"})
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


def read_item(element: Element, *, depth: int = 1, counsellor_only: bool = False) -> Item:
    """Return the item that *element* describes, refusing what the subset does not hold.

    Inside an item that only the counsellor sees, everything is only for the counsellor.
    """
    element = element.named(element.needed_text("linkId"))
    if depth > DEEPEST:
        raise element.refusal(f"Skemaet er indlejret i mere end {DEEPEST} lag.")
    element.only(_ITEM_MEMBERS)
    extensions = read_extensions(element, ext.ON_ITEM)
    private = counsellor_only or extensions.flag(ext.COUNSELLOR_ONLY)
    inside = tuple(
        read_item(child, depth=depth + 1, counsellor_only=private)
        for child in element.elements("item")
    )
    item = replace(
        _extended(_plain(element), element, extensions),
        counsellor_only=private,
        items=tuple(child for child in inside if child.control is not Control.HELP),
        help="\n".join(child.text for child in inside if child.control is Control.HELP),
    )
    if reason := broken_rule(item):
        raise element.refusal(reason)
    return item


def _plain(element: Element) -> Item:
    conditions = tuple(_condition(found) for found in element.elements("enableWhen"))
    return Item(
        link_id=element.item,
        type=_code(element, ItemType, element.needed_text("type")),
        text=f"{element.text('prefix')} {element.text('text')}".strip(),
        required=element.flag("required"),
        repeats=element.flag("repeats"),
        read_only=element.flag("readOnly"),
        max_length=element.count("maxLength"),
        options=tuple(_option(option) for option in element.elements("answerOption")),
        initial=tuple(_initial(initial) for initial in element.elements("initial")),
        enable_when=conditions,
        enable_any=_is_any(element, len(conditions)),
    )


def _extended(item: Item, element: Element, extensions: Extensions) -> Item:
    voice = extensions.text(ext.VOICE, "valueCode")
    return replace(
        item,
        hidden=extensions.flag(ext.HIDDEN),
        minimum=_bound(item, element, extensions.value(ext.MINIMUM)),
        maximum=_bound(item, element, extensions.value(ext.MAXIMUM)),
        control=_control(extensions.element(ext.ITEM_CONTROL)),
        unit=_unit(extensions.element(ext.UNIT)),
        entry_format=extensions.text(ext.ENTRY_FORMAT),
        voice=_code(element, Voice, voice) if voice else item.voice,
        citizen_wording=extensions.text(ext.CITIZEN_WORDING),
        instructions=extensions.texts(ext.INSTRUCTION),
        provisions=extensions.texts(ext.PROVISION),
        min_occurs=extensions.count(ext.MIN_OCCURS) or 0,
        max_occurs=extensions.count(ext.MAX_OCCURS),
        max_decimal_places=extensions.count(ext.MAX_DECIMAL_PLACES),
    )


def _code(element: Element, codes: type[_Code], code: str) -> _Code:
    try:
        return codes(code)
    except ValueError:
        raise element.refusal(f"{_WORDS[codes]} »{code}« kan programmet ikke bruge.") from None


def _control(extension: Element | None) -> Control | None:
    if extension is None:
        return None
    concept = extension.element("valueCodeableConcept")
    concept.only(frozenset({"coding", "text"}))
    codings = concept.elements("coding")
    if len(codings) != 1 or codings[0].text("system") not in _CONTROL_SYSTEMS:
        raise extension.refusal("»questionnaire-itemControl« skal have én kendt »coding«.")
    return _code(extension, Control, codings[0].text("code"))


def _unit(extension: Element | None) -> str:
    if extension is None:
        return ""
    unit = read_coding(extension, "valueCoding")
    return unit.display or unit.code


def _bound(item: Item, element: Element, value: Value | None) -> Bound | None:
    if isinstance(value, bool | str | Coding | Unread):
        raise element.refusal("»minValue« og »maxValue« skal være tal eller datoer.")
    if isinstance(value, int) and item.type is ItemType.DECIMAL:
        return Decimal(value)
    return value


def _option(element: Element) -> Option:
    element.only(_OPTION_MEMBERS)
    if "valueCoding" not in element.members:
        raise element.refusal("En svarmulighed skal være en »valueCoding«.")
    return Option(
        read_coding(element, "valueCoding"),
        element.flag("initialSelected"),
        read_extensions(element, ext.ON_OPTION).flag(ext.OPTION_EXCLUSIVE),
    )


def _initial(element: Element) -> Value:
    element.only({"id", *(f"value{name}" for name in _ANSWER_TYPES)})
    return read_value(element, "value")


def _condition(element: Element) -> EnableWhen:
    element.only({*_CONDITION_MEMBERS, *(f"answer{name}" for name in _ANSWER_TYPES)})
    operator = _code(element, Operator, element.needed_text("operator"))
    answer = read_value(element, "answer")
    return EnableWhen(element.needed_text("question"), operator, answer)


def _is_any(element: Element, conditions: int) -> bool:
    behaviour = element.text("enableBehavior")
    if behaviour not in {"", "any", "all"} or (conditions > 1 and not behaviour):
        raise element.refusal("»enableBehavior« skal være »any« eller »all«.")
    return behaviour == "any"
