"""The clinic: who writes the letters, and whether it may decide."""

from dataclasses import dataclass
from enum import StrEnum

from models.address import Address
from models.answers import Answers


class Role(StrEnum):
    """Only an authority decides; a provider treats, and may recommend."""

    AUTHORITY = "authority"
    PROVIDER = "provider"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Clinic:
    """The office that the register belongs to; `logo` is a PNG file, empty without one."""

    name: str
    unit: str
    role: Role
    address: Address
    phone: str
    email: str
    opening: str
    digital_post: str
    help_with_appeal: str
    privacy_contact: str
    window_left_mm: int
    window_top_mm: int
    logo: bytes = b""

    @property
    def may_decide(self) -> bool:
        """Whether this office is the authority that makes the decision."""
        return self.role in {Role.AUTHORITY, Role.BOTH}


def clinic_of(profile: Answers) -> Clinic:
    """Return the clinic described in the answers to the form *clinic*."""
    return Clinic(
        name=profile.text("clinic.name"),
        unit=profile.text("clinic.unit"),
        role=_role(profile.code("clinic.role")),
        address=Address(
            street=profile.text("clinic.street"),
            postal_code=profile.text("clinic.postal_code"),
            town=profile.text("clinic.town"),
        ),
        phone=profile.text("clinic.phone"),
        email=profile.text("clinic.email"),
        opening=profile.text("clinic.opening"),
        digital_post=profile.text("clinic.digital_post"),
        help_with_appeal=profile.text("clinic.help"),
        privacy_contact=profile.text("clinic.privacy_contact"),
        window_left_mm=int(profile.number("clinic.window_left_mm") or 15),
        window_top_mm=int(profile.number("clinic.window_top_mm") or 44),
    )


def _role(code: str) -> Role:
    # A role that nobody knows must not decide, nor keep anyone out of the register.
    return next((role for role in Role if role == code), Role.PROVIDER)
