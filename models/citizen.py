"""The citizen: who it is and how to reach them, as told at the first contact."""

from dataclasses import dataclass
from datetime import date

from models.address import Address
from models.answers import Answers
from models.chosen import chosen
from models.cpr import CprReading, age_on, read_cpr

_AGE_OF_MAJORITY = 18


@dataclass(frozen=True, slots=True)
class Citizen:
    """The person the case is about.

    `may_contact` are codes of the ways the citizen wants to be reached, `reading` of how written
    things are best given: "plain", "large", "aloud" or "unknown". `whereabouts` says where one
    meets the citizen, `ease` what makes a talk easier, in the words of the options.
    """

    name: str
    cpr: CprReading
    address: Address
    has_protected_address: bool
    phone: str
    email: str
    case_number: str
    digital_post: str
    may_contact: frozenset[str]
    needs_interpreter: bool
    language: str
    reading: str
    whereabouts: str
    ease: tuple[str, ...]

    @property
    def reads_large_print(self) -> bool:
        """Whether letters to the citizen are set in large print."""
        return self.reading == "large"

    @property
    def wants_reading_aloud(self) -> bool:
        """Whether what is written is to be read aloud and explained."""
        return self.reading == "aloud"

    @property
    def is_exempt_from_digital_post(self) -> bool:
        """Whether no letter can reach the citizen by Digital Post."""
        return self.digital_post == "exempt"

    def is_under_age(self, day: date) -> bool:
        """Whether the CPR number says that the citizen is not yet an adult on *day*."""
        birth = self.cpr.birth
        return birth is not None and age_on(birth, day) < _AGE_OF_MAJORITY


def citizen_of(contact: Answers) -> Citizen:
    """Return the citizen named in the answers to the form *contact*."""
    return Citizen(
        name=contact.text("citizen.name"),
        cpr=read_cpr(contact.text("citizen.cpr")),
        address=Address(
            street=contact.text("citizen.street"),
            postal_code=contact.text("citizen.postal_code"),
            town=contact.text("citizen.town"),
            country=contact.text("citizen.country"),
        ),
        has_protected_address=contact.yes("citizen.protected_address") is True,
        phone=contact.text("citizen.phone"),
        email=contact.text("citizen.email"),
        case_number=contact.text("citizen.case_number"),
        digital_post=contact.code("citizen.digital_post"),
        may_contact=chosen(contact, "citizen.may_contact"),
        needs_interpreter=contact.yes("citizen.interpreter") is True,
        language=contact.text("citizen.language"),
        reading=contact.code("citizen.reading"),
        whereabouts=contact.text("contact.where"),
        ease=tuple(choice.display for choice in contact.choices("citizen.ease")),
    )
