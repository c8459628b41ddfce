"""Reads one item of a questionnaire, and what is inside it."""

from dataclasses import dataclass, field, replace

from forms import extensions as ext
from forms.element import Element
from forms.errors import Code, FormError
from forms.extensions import read_extensions
from forms.fhir_values import read_coding, read_value
from forms.item_extensions import code_of, extended
from forms.item_rules import broken_rules
from forms.questionnaire import Control, EnableWhen, Item, ItemType, Operator, Option
from models.answers import Value

DEEPEST = 8
"""Items inside items; a form deeper than this cannot be followed on a screen."""

MOST_WRITTEN = 60_000
"""Characters of all expressions together, to be read in time; patterns count tenfold."""

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
_ANSWER_TYPES = frozenset({"Boolean", "Integer", "Decimal", "Date", "String", "Coding", "Quantity"})


@dataclass
class ItemReading:
    """Reads items, keeping going after one that cannot be accepted, so that all are named.

    `refusals` are in the order of the items; those of kind `Code.INCOMPLETE` leave the item in.
    """

    refusals: list[FormError] = field(default_factory=list)
    written: int = 0

    def items(
        self, parent: Element, *, depth: int = 1, counsellor_only: bool = False
    ) -> tuple[Item, ...]:
        """Return the items in *parent* that can be accepted.

        Inside an item that only the counsellor sees, everything is only for the counsellor.
        """
        found = []
        for element in parent.elements("item"):
            try:
                found.append(self._item(element, depth, counsellor_only=counsellor_only))
            except FormError as refusal:
                self.refusals.append(refusal)
        return tuple(found)

    def _item(self, element: Element, depth: int, *, counsellor_only: bool) -> Item:
        element = element.named(element.needed_text("linkId"))
        if depth > DEEPEST:
            reason = f"Skemaet er indlejret i mere end {DEEPEST} lag."
            raise element.refusal(reason, Code.TOO_DEEP)
        if self.written > MOST_WRITTEN:
            raise element.refusal("Skemaet har for mange udtryk.", Code.TOO_LARGE)
        element.only(_ITEM_MEMBERS)
        extensions = read_extensions(element, ext.ON_ITEM)
        private = counsellor_only or extensions.flag(ext.COUNSELLOR_ONLY)
        known = len(self.refusals)
        inside = self.items(element, depth=depth + 1, counsellor_only=private)
        item = extended(_plain(element), element, extensions)
        self.written += _length_written(item)
        if inside or private:
            item = replace(
                item,
                counsellor_only=private,
                items=tuple(child for child in inside if child.control is not Control.HELP),
                help="\n".join(child.text for child in inside if child.control is Control.HELP),
            )
        for code, reason in broken_rules(item, is_whole=len(self.refusals) == known):
            self.refusals.append(element.refusal(reason, code))
        return item


def _length_written(item: Item) -> int:
    """Return how much the expressions and the pattern of *item* take of `MOST_WRITTEN`."""
    expressions = (item.calculated, item.enabled_if)
    return 10 * len(item.regex) + sum(len(one.text) for one in expressions if one is not None)


def _plain(element: Element) -> Item:
    conditions = tuple(_condition(found) for found in element.elements("enableWhen"))
    return Item(
        link_id=element.item,
        type=code_of(element, ItemType, element.needed_text("type")),
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


def _option(element: Element) -> Option:
    element.only(_OPTION_MEMBERS)
    if "valueCoding" not in element.members:
        raise element.foreign("En svarmulighed, der ikke er en »valueCoding«,")
    extensions = read_extensions(element, ext.ON_OPTION)
    # HL7 lets the score stand on the option and on its coding; both are in use.
    coded = read_extensions(element.element("valueCoding"), ext.ON_CODING)
    ordinal = extensions.decimal(ext.ORDINAL)
    return Option(
        read_coding(element, "valueCoding", frozenset({"extension"})),
        element.flag("initialSelected"),
        extensions.flag(ext.OPTION_EXCLUSIVE),
        coded.decimal(ext.ORDINAL) if ordinal is None else ordinal,
    )


def _initial(element: Element) -> Value:
    element.only({"id", *(f"value{name}" for name in _ANSWER_TYPES)})
    return read_value(element, "value")


def _condition(element: Element) -> EnableWhen:
    element.only({*_CONDITION_MEMBERS, *(f"answer{name}" for name in _ANSWER_TYPES)})
    operator = code_of(element, Operator, element.needed_text("operator"))
    answer = read_value(element, "answer")
    return EnableWhen(element.needed_text("question"), operator, answer)


def _is_any(element: Element, conditions: int) -> bool:
    behaviour = element.text("enableBehavior")
    if behaviour not in {"", "any", "all"} or (conditions > 1 and not behaviour):
        raise element.refusal("»enableBehavior« skal være »any« eller »all«.")
    return behaviour == "any"
