"""The citizen: who it is and how to reach them, as told at the first contact."""

from dataclasses import dataclass
from datetime import date

from models.address import Address
from models.answers import Answers
from models.cpr import CprReading, age_on, read_cpr

_AGE_OF_MAJORITY = 18


@dataclass(frozen=True, slots=True)
class Citizen:
    """The person the case is about."""

    name: str
    cpr: CprReading
    address: Address
    phone: str
    digital_post: str
    reads_large_print: bool

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
        ),
        phone=contact.text("citizen.phone"),
        digital_post=contact.code("citizen.digital_post"),
        reads_large_print=contact.code("citizen.reading") == "large",
    )
