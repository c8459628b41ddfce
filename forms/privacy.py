"""What of a form the citizen never sees, however it is read along."""

from collections.abc import Iterable, Iterator

from forms.questionnaire import Item


def private_items(items: Iterable[Item]) -> frozenset[str]:
    """Return the link ids of what in *items* is the counsellor's alone, with all that stands in it.

    A group that asks for nothing else is the counsellor's too: its name would tell.
    """
    return frozenset(item.link_id for item in _private(items))


def _private(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield from item.walk() if _is_private(item) else _private(item.items)


def _is_private(item: Item) -> bool:
    if item.counsellor_only:
        return True
    asking = [inner for inner in item.items if any(one.is_question for one in inner.walk())]
    return bool(asking) and all(_is_private(inner) for inner in asking)
