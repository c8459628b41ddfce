"""By which way a letter is likely to leave, from what is known when it is approved."""

from models.course import Course
from models.decision import Delivery
from models.letters.alone import planned_way
from models.letters.catalogue import LetterRow, SentTo

_UNREAD = "does-not-read"


def likely_way(row: LetterRow, course: Course) -> Delivery:
    """Return how a letter of this kind is likely to leave; whoever sends it may choose another.

    *course* is as the letter sees it, see `models.letters.alone`.
    """
    planned = planned_way(row.kind, course)
    if planned:
        return planned
    usual = row.ways[0]
    goes_to_citizen = row.sent_to is SentTo.CITIZEN and course.request.acting is None
    return _to_citizen(usual, course) if goes_to_citizen else usual


def _to_citizen(usual: Delivery, course: Course) -> Delivery:
    citizen = course.citizen
    if course.contact.is_anonymous:
        return Delivery.HANDED_OVER
    if usual is Delivery.DIGITAL_POST and citizen.is_exempt_from_digital_post:
        return Delivery.LETTER if citizen.address.is_complete else Delivery.HANDED_OVER
    return Delivery.HANDED_OVER if citizen.digital_post == _UNREAD else usual
