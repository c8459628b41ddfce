"""The extensions of the subset; any other is refused, because it could change the meaning."""

from collections.abc import Mapping
from dataclasses import dataclass

from forms.element import Element
from forms.fhir_values import read_value
from models.answers import Value

_HL7 = "http://hl7.org/fhir/StructureDefinition/"
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
OPTION_EXCLUSIVE = f"{_HL7}questionnaire-optionExclusive"
CHOICE_ORIENTATION = f"{_HL7}questionnaire-choiceOrientation"
INSTRUCTION = f"{_OURS}instruction"
PROVISION = f"{_OURS}provision"
VOICE = f"{_OURS}voice"
CITIZEN_WORDING = f"{_OURS}citizen-wording"
COUNSELLOR_ONLY = f"{_OURS}counsellor-only"
UNREAD = f"{_OURS}unread"

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
    INSTRUCTION: frozenset({"valueString"}),
    PROVISION: frozenset({"valueString"}),
    VOICE: frozenset({"valueCode"}),
    CITIZEN_WORDING: frozenset({"valueString"}),
    COUNSELLOR_ONLY: frozenset({"valueBoolean"}),
}
ON_OPTION: Mapping[str, frozenset[str]] = {OPTION_EXCLUSIVE: frozenset({"valueBoolean"})}
ON_ANSWER: Mapping[str, frozenset[str]] = {UNREAD: frozenset({"valueBoolean"})}

_REPEATABLE = frozenset({INSTRUCTION, PROVISION})


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
        raise extension.refusal(f"Udvidelsen »{url}« hører ikke til det, programmet forstår.")
    extension.only(known[url] | {"url"})
    if len(extension.members) != 2:  # noqa: PLR2004 - the url and its one value
        raise extension.refusal(f"Udvidelsen »{url}« skal have præcis én værdi.")
