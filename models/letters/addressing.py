"""To whom a letter goes, and whether it can reach them."""

from dataclasses import dataclass, replace

from models.address import Address
from models.course import Course
from models.decision import Delivery
from models.letters.letter import LetterKind, LetterOf, Receiver

BY_ANOTHER = frozenset({"representative", "guardian"})
"""Who consents in the citizen's stead, as codes of the form."""


@dataclass(frozen=True, slots=True)
class Addressing:
    """Who a letter goes to, and which elements about that it holds.

    `present` is drawn from "receiver", "representative", "mandate", "guardian", "guardianship",
    "reachable" and "named".
    """

    receiver: Receiver
    present: frozenset[str]


def addressing(course: Course, delivery: Delivery | None = None) -> Addressing:
    """Return to whom a letter goes: the representative or guardian if one acts, else the citizen.

    A letter with the post needs the whole address of the one who gets it. A letter never goes to a
    representative without a mandate, nor to a guardian whom the case is no business of. A protected
    address stands in the envelope's window only when the post needs it there.
    """
    citizen, acting = course.citizen, course.request.acting
    name, address = (acting.name, acting.address) if acting else (citizen.name, citizen.address)
    arrives = _arrives(address, delivery)
    present = {
        "receiver": bool(citizen.name) and (acting is not None or arrives),
        "named": not course.contact.is_anonymous,
        "reachable": not (
            delivery is Delivery.DIGITAL_POST
            and acting is None
            and citizen.is_exempt_from_digital_post
        ),
        **_representing(course, arrives=acting is None or arrives),
    }
    is_hidden = acting is None and keeps_address_out(course, delivery)
    lines = (name, *(() if is_hidden else address.lines)) if name else ()
    return Addressing(Receiver(lines), frozenset(e for e, is_there in present.items() if is_there))


def addressed(course: Course, letter: LetterOf) -> Course:
    """Return *course* as *letter* is addressed from it.

    A consent goes to the citizen, unless another consented instead; other letters to whoever acts.
    """
    if letter.kind is not LetterKind.CONSENT:
        return course
    given = next((one for one in course.consents if one.entry_id == letter.entry_id), None)
    is_by_another = given is not None and given.given_by in BY_ANOTHER
    return course if is_by_another else _without_representation(course)


def keeps_address_out(course: Course, delivery: Delivery | None) -> bool:
    """Return whether the citizen's address is protected and the letter gets there without it."""
    citizen = course.citizen
    if not citizen.has_protected_address:
        return False
    is_read_on_screen = delivery is None and citizen.digital_post == "reads"
    return is_read_on_screen or delivery in {Delivery.DIGITAL_POST, Delivery.HANDED_OVER}


def references(course: Course) -> tuple[tuple[str, str], ...]:
    """Return what is printed beside the date so that the letter can be found again."""
    citizen = course.citizen
    pairs = (
        ("Vedrører", citizen.name if course.request.acting else ""),
        ("Sagsnr.", citizen.case_number),
        ("CPR-nr.", citizen.cpr.written),
    )
    return tuple(pair for pair in pairs if pair[1])


def _without_representation(course: Course) -> Course:
    """Return *course* as if nobody acted for the citizen: for what the citizen signs in person."""
    return replace(course, request=replace(course.request, representative=None, guardian=None))


def _representing(course: Course, *, arrives: bool) -> dict[str, bool]:
    """Return which elements about a representative or a guardian there are; all without one."""
    said, guardian = course.request.representative, course.request.guardian
    is_party = guardian is not None and guardian.covers is True
    return {
        "representative": said is None or (bool(said.name) and arrives),
        "mandate": said is None or said.has_mandate,
        "guardian": guardian is None or not is_party or (bool(guardian.name) and arrives),
        "guardianship": guardian is None or guardian.covers is not None,
    }


def _arrives(address: Address, delivery: Delivery | None) -> bool:
    return address.is_complete or delivery is not Delivery.LETTER
