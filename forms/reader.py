"""Reads a questionnaire from FHIR R4 JSON; what the subset does not hold is refused by name.

The subset is written down for form makers in forms/README.md.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from forms.element import Element
from forms.errors import Code, FormError, UnsupportedFormError
from forms.form_head import head_faults
from forms.form_rules import form_faults
from forms.item_reading import ItemReading
from forms.json_text import INVISIBLE, UNPRINTABLE, Json, MalformedJsonError, read_json, texts_in
from forms.questionnaire import Control, Item, Questionnaire

__all__ = ["UnsupportedFormError", "read_questionnaire"]

BLEMISHES = frozenset({Code.INCOMPLETE, Code.INVISIBLE})
"""What a form must be rid of before it is used, though it says clearly what is asked."""

MOST_ITEMS = 6_000
LONGEST = 2_000_000
"""Characters; a form of 150 questions has about 50,000."""

# Escapes that can stand for a character nobody sees; all others need no second look.
_ESCAPED = re.compile(r"\\(?:[bf]|u(?:00[01]|007f|061c|180e|20[0-6]|d[89a-f]|feff))", re.IGNORECASE)


@dataclass(frozen=True)
class FormReading:
    """A form as far as it could be read, and all that is wrong with it, in the order found.

    There is a questionnaire when nothing is wrong but what can be put right without changing what
    is asked (`BLEMISHES`).
    """

    questionnaire: Questionnaire | None
    refusals: tuple[FormError, ...]


def read_questionnaire(text: str) -> Questionnaire:
    """Return the questionnaire in *text*, FHIR R4 JSON.

    Raises `UnsupportedFormError`, naming the item and the reason, for anything outside the subset
    and for anything that is missing.
    """
    reading = read_form(text)
    if reading.questionnaire is None or reading.refusals:
        raise min(reading.refusals, key=_is_blemish)
    return reading.questionnaire


def _is_blemish(refusal: FormError) -> bool:
    return refusal.code in BLEMISHES


def read_form(text: str) -> FormReading:
    """Return what *text*, FHIR R4 JSON, asks, and everything that is wrong with it."""
    try:
        form = Element(_tree(text), "", UnsupportedFormError)
        _check_link_ids(form)
        reading = ItemReading()
        items = reading.items(form)
        if "item" not in form.members:
            raise form.refusal("Skemaet har ingen punkter.")
    except FormError as refusal:
        return FormReading(None, (refusal,))
    refusals = [*reading.refusals, *_lonely_helps(items)]
    if all(map(_is_blemish, refusals)):
        refusals.extend(form_faults(items))
    refusals.extend(head_faults(form))
    refusals.extend(_invisible(form, text))
    if not all(map(_is_blemish, refusals)):
        return FormReading(None, tuple(refusals))
    return FormReading(_made(form, items), tuple(refusals))


def _made(form: Element, items: tuple[Item, ...]) -> Questionnaire:
    return Questionnaire(
        url=form.text("url"),
        name=form.text("name"),
        version=form.text("version"),
        title=form.text("title"),
        items=items,
        description=form.text("description"),
    )


def _lonely_helps(items: tuple[Item, ...]) -> Iterator[FormError]:
    for item in items:
        if item.control is Control.HELP:
            reason = "En hjælpetekst skal stå inde i et punkt."
            yield UnsupportedFormError(item.link_id, reason, Code.OUTSIDE_SUBSET)


def _tree(text: str) -> dict[str, Json]:
    if len(text) > LONGEST:
        reason = "Filen er for stor til at være et skema."
        raise UnsupportedFormError("", reason, Code.TOO_LARGE)
    try:
        tree = read_json(text)
    except MalformedJsonError as error:
        raise UnsupportedFormError("", str(error), Code.MALFORMED) from None
    if not isinstance(tree, dict) or tree.get("resourceType") != "Questionnaire":
        reason = "Teksten er ikke et FHIR-skema (Questionnaire)."
        raise UnsupportedFormError("", reason, Code.MALFORMED)
    if _ESCAPED.search(text) or UNPRINTABLE.search(text):
        _check_printable(tree)
    return tree


def _check_printable(tree: Json) -> None:
    for item, found in texts_in(tree):
        if UNPRINTABLE.search(found):
            raise UnsupportedFormError(item, "Her står et tegn, der ikke kan vises.")


def _invisible(form: Element, text: str) -> Iterator[FormError]:
    """Yield each item with a character that nobody can see, but that changes the text."""
    if not (_ESCAPED.search(text) or INVISIBLE.search(text)):
        return
    found = (item for item, part in texts_in(dict(form.members)) if INVISIBLE.search(part))
    for item in dict.fromkeys(found):
        reason = "Her står et usynligt tegn, der kan få teksten til at se ud som en anden."
        yield UnsupportedFormError(item, reason, Code.INVISIBLE)


def _check_link_ids(form: Element) -> None:
    """Refuse a link id that is used twice, help texts included."""
    counts: Counter[str] = Counter()
    waiting = [form]
    while waiting:
        for item in waiting.pop().elements("item"):
            counts[item.text("linkId")] += 1
            if len(counts) > MOST_ITEMS:
                raise form.refusal("Skemaet har for mange punkter.", Code.TOO_LARGE)
            waiting.append(item)
    for link_id, count in counts.items():
        if count > 1 and link_id:
            raise UnsupportedFormError(
                link_id, "To punkter har det samme »linkId«.", Code.DUPLICATE
            )
