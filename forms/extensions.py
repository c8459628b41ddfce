"""The extensions of the subset; any other is refused, because it could change the meaning."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from forms.element import Element
from forms.fhir_values import read_value
from models.answers import Value

_HL7 = "http://hl7.org/fhir/StructureDefinition/"
_SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/"
_OURS = "urn:roedtraad:fhir:"

ITEM_CONTROL = f"{_HL7}questionnaire-itemControl"
HIDDEN = f"{_HL7}questionnaire-hidden"
MINIMUM = f"{_HL7}minValue"
MAXIMUM = f"{_HL7}maxValue"
MAX_DECIMAL_PLACES = f"{_HL7}maxDecimalPlaces"
MIN_OCCURS = f"{_HL7}questionnaire-minOccurs"
MAX_OCCURS = f"{_HL7}questionnaire-maxOccurs"
ENTRY_FORMAT = f"{_HL7}entryFormat"
UNIT = f"{_HL7}questionnaire-unit"
REGEX = f"{_HL7}regex"
UNIT_OPTION = f"{_HL7}questionnaire-unitOption"
SLIDER_STEP = f"{_HL7}questionnaire-sliderStepValue"
SUPPORT_LINK = f"{_HL7}questionnaire-supportLink"
MINIMUM_QUANTITY = f"{_SDC}sdc-questionnaire-minQuantity"
MAXIMUM_QUANTITY = f"{_SDC}sdc-questionnaire-maxQuantity"
CALCULATED = f"{_SDC}sdc-questionnaire-calculatedExpression"
ENABLED_IF = f"{_SDC}sdc-questionnaire-enableWhenExpression"
ORDINAL = f"{_HL7}ordinalValue"
OPTION_EXCLUSIVE = f"{_HL7}questionnaire-optionExclusive"
CHOICE_ORIENTATION = f"{_HL7}questionnaire-choiceOrientation"
INSTRUCTION = f"{_OURS}instruction"
PROVISION = f"{_OURS}provision"
VOICE = f"{_OURS}voice"
CITIZEN_WORDING = f"{_OURS}citizen-wording"
COUNSELLOR_ONLY = f"{_OURS}counsellor-only"
UNREAD = f"{_OURS}unread"
EDITED = f"{_OURS}edited"
ABSENT = f"{_HL7}data-absent-reason"
DECLINED = "asked-declined"
"""The one reason there is for an answer that holds no value; the code is FHIR's."""

_BOUNDS = frozenset({"valueInteger", "valueDecimal", "valueDate"})

ON_ITEM: Mapping[str, frozenset[str]] = {
    ITEM_CONTROL: frozenset({"valueCodeableConcept"}),
    HIDDEN: frozenset({"valueBoolean"}),
    MINIMUM: _BOUNDS,
    MAXIMUM: _BOUNDS,
    MAX_DECIMAL_PLACES: frozenset({"valueInteger"}),
    MIN_OCCURS: frozenset({"valueInteger"}),
    MAX_OCCURS: frozenset({"valueInteger"}),
    ENTRY_FORMAT: frozenset({"valueString"}),
    UNIT: frozenset({"valueCoding"}),
    CHOICE_ORIENTATION: frozenset({"valueCode"}),
    REGEX: frozenset({"valueString"}),
    UNIT_OPTION: frozenset({"valueCoding"}),
    SLIDER_STEP: frozenset({"valueInteger"}),
    SUPPORT_LINK: frozenset({"valueUri"}),
    MINIMUM_QUANTITY: frozenset({"valueQuantity"}),
    MAXIMUM_QUANTITY: frozenset({"valueQuantity"}),
    CALCULATED: frozenset({"valueExpression"}),
    ENABLED_IF: frozenset({"valueExpression"}),
    INSTRUCTION: frozenset({"valueString"}),
    PROVISION: frozenset({"valueString"}),
    VOICE: frozenset({"valueCode"}),
    CITIZEN_WORDING: frozenset({"valueString"}),
    COUNSELLOR_ONLY: frozenset({"valueBoolean"}),
}
ON_OPTION: Mapping[str, frozenset[str]] = {
    OPTION_EXCLUSIVE: frozenset({"valueBoolean"}),
    ORDINAL: frozenset({"valueDecimal"}),
}
ON_CODING: Mapping[str, frozenset[str]] = {ORDINAL: frozenset({"valueDecimal"})}
ON_ANSWER: Mapping[str, frozenset[str]] = {
    UNREAD: frozenset({"valueBoolean"}),
    ABSENT: frozenset({"valueCode"}),
}
ON_ANSWERED_ITEM: Mapping[str, frozenset[str]] = {EDITED: frozenset({"valueBoolean"})}

_REPEATABLE = frozenset({INSTRUCTION, PROVISION, UNIT_OPTION, SUPPORT_LINK})


@dataclass(frozen=True)
class Extensions:
    """The extensions of one element, by url."""

    by_url: Mapping[str, tuple[Element, ...]]

    def element(self, url: str) -> Element | None:
        """Return the extension *url*, if it is there."""
        return next(iter(self.by_url.get(url, ())), None)

    def texts(self, url: str, member: str = "valueString") -> tuple[str, ...]:
        """Return the texts of every extension *url*, in order."""
        return tuple(found.needed_text(member) for found in self.by_url.get(url, ()))

    def text(self, url: str, member: str = "valueString") -> str:
        """Return the text of extension *url*, empty when it is absent."""
        return next(iter(self.texts(url, member)), "")

    def flag(self, url: str) -> bool:
        """Return whether extension *url* is there and true."""
        found = self.element(url)
        return found is not None and found.flag("valueBoolean")

    def count(self, url: str) -> int | None:
        """Return the whole number of extension *url*."""
        found = self.element(url)
        return None if found is None else found.count("valueInteger")

    def decimal(self, url: str) -> Decimal | None:
        """Return the number of extension *url*."""
        value = self.value(url)
        return Decimal(value) if isinstance(value, int | Decimal) else None

    def elements(self, url: str) -> tuple[Element, ...]:
        """Return every extension *url*, in order."""
        return self.by_url.get(url, ())

    def value(self, url: str) -> Value | None:
        """Return the value of extension *url*, of whichever type it has."""
        found = self.element(url)
        return None if found is None else read_value(found, "value")


def read_extensions(element: Element, known: Mapping[str, frozenset[str]]) -> Extensions:
    """Return the extensions of *element*, refusing any that is not *known*."""
    by_url: dict[str, tuple[Element, ...]] = {}
    for extension in element.elements("extension"):
        url = extension.needed_text("url")
        _check(extension, url, known)
        if url in by_url and url not in _REPEATABLE:
            raise element.refusal(f"Udvidelsen »{url}« står to gange.")
        by_url[url] = (*by_url.get(url, ()), extension)
    return Extensions(by_url)


def _check(extension: Element, url: str, known: Mapping[str, frozenset[str]]) -> None:
    if url not in known:
        raise extension.foreign(f"Udvidelsen »{url}«")
    extension.only(known[url] | {"url"})
    if len(extension.members) != 2:  # noqa: PLR2004 - the url and its one value
        raise extension.refusal(f"Udvidelsen »{url}« skal have præcis én værdi.")
