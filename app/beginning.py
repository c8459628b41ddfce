"""The answers a new draft opens with: what the form says itself, and what is known already."""

from forms.answered import is_fitting
from forms.outline import starting_answers, with_started_row
from forms.questionnaire import Item, ItemType, Questionnaire
from models.answers import Answers, Coding, Place, Value
from models.starting import Known


def opening_answers(form: Questionnaire, known: Known) -> Answers:
    """Return the answers *form* opens with; what is *known* but has no place in it is left out."""
    answers = starting_answers(form)
    for place, values in known.items():
        item = form.by_link_id.get(place.link_id)
        rows_around = len(form.groups_around[place.link_id]) if item else 0
        if item is None or rows_around != len(place.rows):
            continue
        said = tuple(value for known in values if (value := _as_answer(item, known)) is not None)
        said = said if item.repeats else said[:1]
        if said:
            answers = with_rows(form, answers, place).with_answer(place, *said)
    return answers


def _as_answer(item: Item, value: Value) -> Value | None:
    """Return *value* as *item* can hold it, an option with the words it is chosen by."""
    if isinstance(value, Coding):
        offered = (option.coding for option in item.options)
        return next((coding for coding in offered if coding.code == value.code), None)
    if isinstance(value, str) and item.type is ItemType.STRING:
        # What was written in several lines is known here in one.
        return " ".join(value.split())
    return value if is_fitting(item, value) else None


def with_rows(form: Questionnaire, answers: Answers, place: Place) -> Answers:
    """Return *answers* with the rows added that *place* stands in."""
    for depth, link_id in enumerate(form.groups_around[place.link_id]):
        group = Place(link_id, place.rows[:depth])
        while answers.rows(group) <= place.rows[depth]:
            answers = with_started_row(form.by_link_id[link_id], group, answers)
    return answers
