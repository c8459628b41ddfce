"""Whether two forms come to a score in the same way."""

from collections.abc import Hashable

from forms.questionnaire import Item, Questionnaire


def scores_alike(form: Questionnaire, other: Questionnaire, link_id: str) -> bool:
    """Return whether both ask for *link_id*, and it says the same in both.

    A calculated score does when the expression is the same, and what it is worked out from is
    answered with the same numbers, options by their codes. One that is typed does when its ends
    are the same.
    """
    if link_id not in form.by_link_id or link_id not in other.by_link_id:
        return False
    return _way_to(form, link_id) == _way_to(other, link_id)


def _way_to(form: Questionnaire, link_id: str) -> Hashable:
    item = form.by_link_id[link_id]
    if item.calculated is None:
        return (_numbers_of(item), form.groups_around[link_id])
    parts = frozenset((part, _way_to(form, part)) for part in item.calculated.link_ids)
    return (item.calculated, parts, form.groups_around[link_id])


def _numbers_of(item: Item) -> Hashable:
    points = frozenset((option.coding.code, option.ordinal) for option in item.options)
    return (item.type, item.repeats, item.minimum, item.maximum, points)
