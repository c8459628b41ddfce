"""What a person would answer to any form: every question that is asked, within its bounds."""

from datetime import date
from decimal import Decimal

from forms.calculation import with_calculated, with_typed
from forms.enablement import enabled_places
from forms.outline import least_rows, starting_answers, walk_places, with_started_row
from forms.questionnaire import Item, ItemType, Questionnaire
from forms.reading import read_reply
from forms.reply import Reply
from models.answers import Answers, Place, Quantity
from models.danish import number, short_date

WORDS = "Ærlig talt går det bedre på Østerbro, også i år."
SEVERAL = 2


def filled(form: Questionnaire, today: date) -> Answers:
    """Return *form* with every question answered that is asked, and two rows in each group."""
    answers = with_calculated(form, starting_answers(form), today)
    while (fuller := _one_more(form, answers, today)) is not answers:
        answers = with_calculated(form, fuller, today)
    return answers


def _one_more(form: Questionnaire, answers: Answers, today: date) -> Answers:
    shown = enabled_places(form, answers, today)
    for item, place in walk_places(form.items, answers):
        if place not in shown:
            continue
        if item.is_repeating_group and answers.rows(place) < rows_for(item):
            return with_started_row(item, place, answers)
        if waits(item, answers, place):
            return with_typed(form, answers, place, *read_reply(item, reply_to(item, today)))
    return answers


def waits(item: Item, answers: Answers, place: Place) -> bool:
    """Return whether a person would answer here: calculated values are left to be calculated."""
    is_asked = item.is_question and not item.read_only and item.calculated is None
    return is_asked and not answers.at(place)


def rows_for(group: Item) -> int:
    """Return how many rows a person fills in *group*: two, where there may be two."""
    most = group.max_occurs or SEVERAL
    return min(most, max(least_rows(group), SEVERAL))


def reply_to(item: Item, today: date) -> Reply:
    """Return what a person says: the first choice, two where there may be several, plain words."""
    match item.type:
        case ItemType.BOOLEAN:
            return Reply(codes=("true",))
        case ItemType.CHOICE | ItemType.OPEN_CHOICE:
            return Reply(codes=_choices(item))
        case ItemType.QUANTITY:
            units = tuple(unit.code or unit.display for unit in item.unit_options[:1])
            return Reply(_number(item), units)
        case _:
            return Reply(_text(item, today))


def _choices(item: Item) -> tuple[str, ...]:
    wanted = max(item.min_occurs, SEVERAL) if item.repeats else 1
    together = [option.coding.code for option in item.options if not option.exclusive]
    return tuple(together[: min(wanted, item.max_occurs or wanted)]) or (
        item.options[0].coding.code,
    )


def _text(item: Item, today: date) -> str:
    match item.type:
        case ItemType.INTEGER | ItemType.DECIMAL:
            return _number(item)
        case ItemType.DATE:
            bounds = [item.minimum, item.maximum, today]
            days = sorted(day for day in bounds if isinstance(day, date))
            return short_date(days[len(days) // 2])
        case _:
            return WORDS[: item.max_length or len(WORDS)].rstrip()


def _number(item: Item) -> str:
    bounds = [
        bound.value if isinstance(bound, Quantity) else bound
        for bound in (item.minimum, item.maximum)
    ]
    least, most = (Decimal(b) if isinstance(b, int | Decimal) else None for b in bounds)
    value = Decimal(2 if item.type is ItemType.INTEGER or item.max_decimal_places == 0 else "2.5")
    if least is not None:
        value = max(value, least)
    if most is not None:
        value = min(value, most)
    return number(value)
