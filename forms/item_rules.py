"""What an item of a form must not do: rules FHIR states, and what a screen could not ask."""

from collections.abc import Callable, Mapping
from dataclasses import fields

from forms.answered import is_fitting, order
from forms.questionnaire import Control, Item, ItemType

_CHOICES = frozenset({ItemType.CHOICE, ItemType.OPEN_CHOICE})
_TEXTS = frozenset({ItemType.STRING, ItemType.TEXT})
_NUMBERS = frozenset({ItemType.INTEGER, ItemType.DECIMAL})
_GROUPS = frozenset({ItemType.GROUP})
_QUESTIONS = frozenset(ItemType) - {ItemType.GROUP, ItemType.DISPLAY}

_ONLY_ON: Mapping[str, tuple[str, frozenset[ItemType]]] = {
    "items": ("item", _GROUPS),
    "required": ("required", _QUESTIONS | _GROUPS),
    "repeats": ("repeats", _CHOICES | _GROUPS),
    "read_only": ("readOnly", _QUESTIONS),
    "max_length": ("maxLength", _TEXTS | {ItemType.OPEN_CHOICE}),
    "options": ("answerOption", _CHOICES),
    "initial": ("initial", _QUESTIONS - _CHOICES),
    "minimum": ("minValue", _NUMBERS | {ItemType.DATE}),
    "maximum": ("maxValue", _NUMBERS | {ItemType.DATE}),
    "max_decimal_places": ("maxDecimalPlaces", frozenset({ItemType.DECIMAL})),
    "unit": ("questionnaire-unit", _NUMBERS),
    "entry_format": ("entryFormat", _NUMBERS | _TEXTS | {ItemType.DATE}),
    "min_occurs": ("questionnaire-minOccurs", _CHOICES | _GROUPS),
    "max_occurs": ("questionnaire-maxOccurs", _CHOICES | _GROUPS),
}
_EMPTY = {field.name: field.default for field in fields(Item)}

_CONTROLS_ON: Mapping[Control, frozenset[ItemType]] = {
    Control.RADIO_BUTTON: _CHOICES | {ItemType.BOOLEAN},
    Control.CHECK_BOX: _CHOICES | {ItemType.BOOLEAN},
    Control.DROP_DOWN: _CHOICES | {ItemType.BOOLEAN},
    Control.TEXT_AREA: _TEXTS,
    Control.HELP: frozenset({ItemType.DISPLAY}),
    Control.PAGE: _GROUPS,
    Control.HEADER: _GROUPS | {ItemType.DISPLAY},
    Control.CARDS: _GROUPS,
}


def broken_rule(item: Item) -> str:
    """Return, as a Danish sentence, the first rule that *item* breaks; empty when it breaks none.

    What items say about each other is not looked at here.
    """
    return next((reason for rule in _RULES if (reason := rule(item))), "")


def _foreign_member(item: Item) -> str:
    for name, (fhir_name, types) in _ONLY_ON.items():
        if item.type not in types and getattr(item, name) != _EMPTY[name]:
            return f"»{fhir_name}« kan ikke bruges på et punkt af typen »{item.type}«."
    return ""


def _missing_part(item: Item) -> str:
    if item.type is ItemType.GROUP and not item.items:
        return "En gruppe skal have mindst ét punkt."
    if item.type in _CHOICES and not item.options:
        return "Et valg skal have svarmuligheder i »answerOption«."
    if item.type is not ItemType.GROUP and not item.hidden and not item.text:
        return "»text« mangler."
    return ""


def _unfit_control(item: Item) -> str:
    if item.control is not None and item.type not in _CONTROLS_ON[item.control]:
        return f"»{item.control}« kan ikke bruges på et punkt af typen »{item.type}«."
    if item.control is Control.CARDS and not item.repeats:
        return "»cards« kan kun bruges på en gruppe, der gentages."
    if item.control is Control.RADIO_BUTTON and item.repeats:
        return "»radio-button« kan ikke bruges, når der kan vælges flere."
    return ""


def _conditional_help(item: Item) -> str:
    if item.control is Control.HELP and (item.enable_when or item.hidden):
        return "En hjælpetekst følger sit spørgsmål og kan ikke have egne betingelser."
    return ""


def _unclear_options(item: Item) -> str:
    codes = [option.coding.code for option in item.options]
    if not all(codes) or not all(option.coding.display.strip() for option in item.options):
        return "Hver svarmulighed skal have både »code« og »display«."
    if len(set(codes)) < len(codes):
        return "To svarmuligheder har samme »code«."
    if sum(option.selected_at_start for option in item.options) > 1 and not item.repeats:
        return "Kun én svarmulighed kan være valgt på forhånd."
    return ""


def _unfit_start(item: Item) -> str:
    if len(item.initial) > 1:
        return "Der kan kun stå ét »initial«."
    if not all(is_fitting(item, value) for value in item.initial):
        return "»initial« passer ikke til spørgsmålets type."
    return ""


def _contradictory_bounds(item: Item) -> str:
    bounds = [bound for bound in (item.minimum, item.maximum) if bound is not None]
    if not all(is_fitting(item, bound) for bound in bounds):
        return "»minValue« eller »maxValue« passer ikke til spørgsmålets type."
    if len(bounds) > 1 and order(*bounds) == 1:
        return "»minValue« er større end »maxValue«."
    return ""


def _contradictory_counts(item: Item) -> str:
    if item.max_occurs is not None and item.max_occurs < max(item.min_occurs, 1):
        return "»questionnaire-maxOccurs« er for lille."
    if max(item.min_occurs, item.max_occurs or 0) > 1 and not item.repeats:
        return "Kun det, der gentages, kan have mere end ét svar."
    if item.max_length == 0:
        return "»maxLength« skal være mindst 1."
    return ""


_RULES: tuple[Callable[[Item], str], ...] = (
    _foreign_member,
    _missing_part,
    _unfit_control,
    _conditional_help,
    _unclear_options,
    _unfit_start,
    _contradictory_bounds,
    _contradictory_counts,
)
