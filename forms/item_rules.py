"""What an item of a form must not do: rules FHIR states, and what a screen could not ask."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields

from forms.answered import equal, is_fitting, order
from forms.errors import Code
from forms.patterns import PatternError, pattern
from forms.questionnaire import Control, Item, ItemType

_CHOICES = frozenset({ItemType.CHOICE, ItemType.OPEN_CHOICE})
_TEXTS = frozenset({ItemType.STRING, ItemType.TEXT})
_NUMBERS = frozenset({ItemType.INTEGER, ItemType.DECIMAL})
_GROUPS = frozenset({ItemType.GROUP})
_QUANTITIES = frozenset({ItemType.QUANTITY})
_QUESTIONS = frozenset(ItemType) - {ItemType.GROUP, ItemType.DISPLAY}
# A long text has lines of its own, and yes twice says nothing more.
_SEVERAL = _QUESTIONS - {ItemType.TEXT, ItemType.BOOLEAN} | _GROUPS
_ORDERED = _NUMBERS | _QUANTITIES | {ItemType.DATE}

_ONLY_ON: Mapping[str, tuple[str, frozenset[ItemType]]] = {
    "items": ("item", _GROUPS),
    "required": ("required", _QUESTIONS | _GROUPS),
    "repeats": ("repeats", _SEVERAL),
    "read_only": ("readOnly", _QUESTIONS),
    "max_length": ("maxLength", _TEXTS | {ItemType.OPEN_CHOICE}),
    "options": ("answerOption", _CHOICES),
    "initial": ("initial", _QUESTIONS - _CHOICES),
    "minimum": ("minValue", _ORDERED),
    "maximum": ("maxValue", _ORDERED),
    "max_decimal_places": ("maxDecimalPlaces", _QUANTITIES | {ItemType.DECIMAL}),
    "unit": ("questionnaire-unit", _NUMBERS | _QUANTITIES),
    "entry_format": ("entryFormat", _ORDERED | _TEXTS),
    "min_occurs": ("questionnaire-minOccurs", _SEVERAL),
    "max_occurs": ("questionnaire-maxOccurs", _SEVERAL),
    "unit_options": ("questionnaire-unitOption", _QUANTITIES),
    "regex": ("regex", _TEXTS | {ItemType.OPEN_CHOICE}),
    "slider_step": ("questionnaire-sliderStepValue", _NUMBERS),
    "calculated": ("sdc-questionnaire-calculatedExpression", _QUESTIONS),
}
_EMPTY = {field.name: field.default for field in fields(Item)}

_CONTROLS_ON: Mapping[Control, frozenset[ItemType]] = {
    Control.RADIO_BUTTON: _CHOICES | {ItemType.BOOLEAN},
    Control.CHECK_BOX: _CHOICES | {ItemType.BOOLEAN},
    Control.DROP_DOWN: _CHOICES | {ItemType.BOOLEAN},
    Control.AUTOCOMPLETE: _CHOICES,
    Control.SLIDER: _NUMBERS,
    Control.TEXT_AREA: _TEXTS,
    Control.HELP: frozenset({ItemType.DISPLAY}),
    Control.PAGE: _GROUPS,
    Control.HEADER: _GROUPS | {ItemType.DISPLAY},
    Control.CARDS: _GROUPS,
}


def broken_rules(item: Item, *, is_whole: bool = True) -> Iterator[tuple[Code, str]]:
    """Yield the rules that *item* breaks: of what kind, and a Danish sentence.

    What items say about each other is not looked at here. An item of which something was refused
    is not *is_whole*: a group that it leaves empty need not be named too.
    """
    for code, rules in _RULES.items():
        for rule in rules:
            if reason := rule(item):
                yield code, reason
    if is_whole and item.type is ItemType.GROUP and not item.items:
        yield Code.INVALID, "En gruppe skal have mindst ét punkt."


def _foreign_member(item: Item) -> str:
    for name, (fhir_name, types) in _ONLY_ON.items():
        if item.type not in types and getattr(item, name) != _EMPTY[name]:
            return f"»{fhir_name}« kan ikke bruges på et punkt af typen »{item.type}«."
    return ""


def _no_options(item: Item) -> str:
    if item.type in _CHOICES and not item.options:
        return "Et valg skal have svarmuligheder i »answerOption«."
    if not all(option.coding.code for option in item.options):
        return "En svarmulighed uden »code« hører ikke til det, programmet forstår."
    return ""


def _missing_words(item: Item) -> str:
    if item.type is not ItemType.GROUP and not item.hidden and not item.text:
        return "»text« mangler."
    if not all(option.coding.display.strip() for option in item.options):
        return "Hver svarmulighed skal have både »code« og »display«."
    return ""


def _unready_pattern(item: Item) -> str:
    if not item.regex:
        return ""
    try:
        pattern(item.regex)
    except PatternError as error:
        return str(error)
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
    if len(set(codes)) < len(codes):
        return "To svarmuligheder har samme »code«."
    if sum(option.selected_at_start for option in item.options) > 1 and not item.repeats:
        return "Kun én svarmulighed kan være valgt på forhånd."
    return ""


def _unfit_start(item: Item) -> str:
    if len(item.initial) > 1 and not item.repeats:
        return "Der kan kun stå ét »initial«."
    if not all(is_fitting(item, value) for value in item.initial):
        return "»initial« passer ikke til spørgsmålets type."
    return ""


def _contradictory_bounds(item: Item) -> str:
    bounds = [bound for bound in (item.minimum, item.maximum) if bound is not None]
    if not all(is_fitting(item, bound) for bound in bounds):
        return "»minValue« eller »maxValue« passer ikke til spørgsmålets type."
    if len(bounds) > 1 and order(*bounds) != -1 and not equal(*bounds):
        return "»minValue« er større end »maxValue«."
    return ""


def _contradictory_counts(item: Item) -> str:
    if item.max_occurs is not None and item.max_occurs < max(item.min_occurs, 1):
        return "»questionnaire-maxOccurs« er for lille."
    if max(item.min_occurs, item.max_occurs or 0) > 1 and not item.repeats:
        return "Kun det, der gentages, kan have mere end ét svar."
    if 0 in {item.max_length, item.slider_step}:
        return "»maxLength« og »questionnaire-sliderStepValue« skal være mindst 1."
    return ""


def _contradictory_expressions(item: Item) -> str:
    if item.calculated and item.repeats:
        return "Et spørgsmål, der regnes ud, kan kun have ét svar."
    if item.calculated and (item.initial or any(o.selected_at_start for o in item.options)):
        return "Et spørgsmål, der regnes ud, kan ikke have et svar på forhånd."
    if item.enabled_if and item.enable_when:
        return "Et punkt kan ikke have både »enableWhen« og »enableWhenExpression«."
    return ""


_RULES: Mapping[Code, tuple[Callable[[Item], str], ...]] = {
    Code.OUTSIDE_SUBSET: (_foreign_member, _no_options, _unfit_control, _unready_pattern),
    Code.INVALID: (_conditional_help, _unfit_start),
    Code.CONTRADICTION: (
        _unclear_options,
        _contradictory_bounds,
        _contradictory_counts,
        _contradictory_expressions,
    ),
    Code.INCOMPLETE: (_missing_words,),
}
