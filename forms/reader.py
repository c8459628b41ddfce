"""Reads a questionnaire from FHIR R4 JSON; what the subset does not hold is refused by name.

The subset is written down for form makers in forms/README.md.
"""

import re
from collections import Counter
from collections.abc import Iterator

from forms.element import Element
from forms.errors import UnsupportedFormError
from forms.form_rules import check_form
from forms.item_reading import read_item
from forms.json_text import Json, MalformedJsonError, read_json
from forms.questionnaire import Control, Questionnaire

__all__ = ["UnsupportedFormError", "read_questionnaire"]

LONGEST = 2_000_000
"""Characters; a form of 150 questions has about 50,000."""

# Who made the form, when and for what: nothing of it changes what is asked.
_ABOUT = frozenset(
    {
        "id",
        "meta",
        "text",
        "identifier",
        "experimental",
        "date",
        "publisher",
        "contact",
        "useContext",
        "jurisdiction",
        "purpose",
        "copyright",
        "approvalDate",
        "lastReviewDate",
        "effectivePeriod",
        "subjectType",
        "code",
    }
)
_READ = frozenset(
    {
        "resourceType",
        "url",
        "version",
        "name",
        "title",
        "status",
        "language",
        "description",
        "item",
    }
)
_STATUSES = frozenset({"draft", "active", "retired", "unknown"})
_ESCAPED = re.compile(r"\\[ubf]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def read_questionnaire(text: str) -> Questionnaire:
    """Return the questionnaire in *text*, FHIR R4 JSON.

    Raises `UnsupportedFormError`, naming the item and the reason, for anything outside the subset.
    """
    tree = _tree(text)
    if not isinstance(tree, dict) or tree.get("resourceType") != "Questionnaire":
        raise UnsupportedFormError("", "Teksten er ikke et FHIR-skema (Questionnaire).")
    form = Element(tree, "", UnsupportedFormError)
    _check_link_ids(form)
    items = tuple(read_item(item) for item in form.elements("item"))
    if not items:
        raise form.refusal("Skemaet har ingen punkter.")
    for item in items:
        if item.control is Control.HELP:
            raise UnsupportedFormError(item.link_id, "En hjælpetekst skal stå inde i et punkt.")
    check_form(items)
    _check_head(form)
    return Questionnaire(
        url=form.needed_text("url"),
        name=form.text("name"),
        version=form.needed_text("version"),
        title=form.needed_text("title"),
        items=items,
        description=form.text("description"),
    )


def _tree(text: str) -> Json:
    if len(text) > LONGEST:
        raise UnsupportedFormError("", "Filen er for stor til at være et skema.")
    try:
        tree = read_json(text)
    except MalformedJsonError as error:
        raise UnsupportedFormError("", str(error)) from None
    if _ESCAPED.search(text) is None and _UNPRINTABLE.search(text) is None:
        return tree
    for item, found in _texts(tree):
        if _UNPRINTABLE.search(found):
            raise UnsupportedFormError(item, "Her står et tegn, der ikke kan vises.")
    return tree


def _texts(tree: Json) -> Iterator[tuple[str, str]]:
    """Yield every text in *tree*, names too, with the link id of the item around it."""
    waiting: list[tuple[str, Json]] = [("", tree)]
    while waiting:
        item, part = waiting.pop()
        if isinstance(part, str):
            yield item, part
        elif isinstance(part, list):
            waiting.extend((item, inner) for inner in part)
        elif isinstance(part, dict):
            link_id = part.get("linkId", item)
            item = link_id if isinstance(link_id, str) else item
            waiting.extend((item, inner) for pair in part.items() for inner in pair)


def _check_link_ids(form: Element) -> None:
    """Refuse a link id that is used twice, help texts included."""
    counts: Counter[str] = Counter()
    waiting = [form]
    while waiting:
        for item in waiting.pop().elements("item"):
            counts[item.text("linkId")] += 1
            waiting.append(item)
    for link_id, count in counts.items():
        if count > 1 and link_id:
            raise UnsupportedFormError(link_id, "To punkter har det samme »linkId«.")


def _check_head(form: Element) -> None:
    form.only(_READ | _ABOUT)
    if form.text("status") not in _STATUSES:
        raise form.refusal("»status« skal være draft, active, retired eller unknown.")
    if form.text("language") not in {"", "da", "da-DK"}:
        raise form.refusal("»language« skal være da: skemaet vises på dansk.")
    if "|" in form.text("url") + form.text("version"):
        raise form.refusal("»url« og »version« kan ikke indeholde tegnet |.")
