"""To whom a letter goes, and whether it can reach them."""

from dataclasses import dataclass

from models.address import Address
from models.course import Course
from models.decision import Delivery
from models.letters.letter import Receiver


@dataclass(frozen=True, slots=True)
class Addressing:
    """Who a letter goes to, and which elements about that it holds.

    `present` is drawn from "receiver", "representative", "mandate" and "reachable".
    """

    receiver: Receiver
    present: frozenset[str]


def addressing(course: Course, delivery: Delivery | None = None) -> Addressing:
    """Return to whom a letter goes: the representative if one acts, else the citizen.

    A letter with the post needs the whole address of the one who gets it. A letter never goes to a
    representative without a mandate.
    """
    citizen, acting = course.citizen, course.request.acting_representative
    name, address = (acting.name, acting.address) if acting else (citizen.name, citizen.address)
    arrives = _arrives(address, delivery)
    said = course.request.representative
    present = {
        "receiver": bool(citizen.name) and (acting is not None or arrives),
        "representative": said is None or (bool(said.name) and (acting is None or arrives)),
        "mandate": said is None or said.has_mandate,
        "reachable": not (
            delivery is Delivery.DIGITAL_POST
            and acting is None
            and citizen.is_exempt_from_digital_post
        ),
    }
    lines = (name, *address.lines) if name else ()
    return Addressing(Receiver(lines), frozenset(e for e, is_there in present.items() if is_there))


def references(course: Course) -> tuple[tuple[str, str], ...]:
    """Return what is printed beside the date so that the letter can be found again."""
    cpr = course.citizen.cpr.written
    about = (("Vedrører", course.citizen.name),) if course.request.acting_representative else ()
    return (*about, ("CPR-nr.", cpr)) if cpr else about


def _arrives(address: Address, delivery: Delivery | None) -> bool:
    return address.is_complete or delivery is not Delivery.LETTER
