"""The request for treatment, from which the treatment guarantee runs."""

from dataclasses import dataclass
from datetime import date

from models.address import Address
from models.answers import Answers, Coding
from models.chosen import chosen

_INTEGRATED = "integrated"
_ELSEWHERE = {_INTEGRATED, "hospital"}


@dataclass(frozen=True, slots=True)
class Representative:
    """The person who acts for the citizen; only a mandate lets them receive the letters."""

    name: str
    address: Address
    has_mandate: bool


@dataclass(frozen=True, slots=True)
class Guardian:
    """The guardian (værge), who receives the letters when the guardianship `covers` the case.

    `covers` is None until somebody has looked.
    """

    name: str
    address: Address
    covers: bool | None


@dataclass(frozen=True, slots=True)
class Request:
    """What the citizen asked the municipality for, when and how.

    `regional` is the code of whether the region's integrated treatment or a hospital has the duty
    for now: since `elsewhere_from`, the day of the referral or the admission, and until
    `elsewhere_end`, as far as one knows.
    `representative` and `guardian` are None unless the citizen is said to have one. `told` are
    codes of what the citizen was told.
    """

    received: date | None
    way: Coding | None
    words: str
    wished_kind: Coding | None
    wished_provider: str
    wishes_medical: bool | None
    regional: str
    elsewhere_from: date | None
    elsewhere_end: date | None
    is_municipality_in_doubt: bool
    companion: str
    representative: Representative | None
    guardian: Guardian | None
    wants_copy: bool
    told: frozenset[str]

    @property
    def is_elsewhere(self) -> bool:
        """Whether region or hospital has the duty, so that the municipality's is switched off."""
        return self.regional in _ELSEWHERE

    @property
    def is_integrated(self) -> bool:
        """Whether the region treats mental illness and drug use together."""
        return self.regional == _INTEGRATED

    @property
    def acting_representative(self) -> Representative | None:
        """The representative who receives the letters: one with a name and a mandate."""
        found = self.representative
        return found if found and found.name and found.has_mandate else None

    @property
    def acting(self) -> Representative | Guardian | None:
        """The one who receives the letters in the citizen's stead, when that is known and lawful.

        A representative with a mandate, or a guardian whose guardianship covers the case
        (forvaltningsloven § 8, værgemålsloven § 5).
        """
        guardian = self.guardian
        is_party = guardian is not None and bool(guardian.name) and guardian.covers is True
        return self.acting_representative or (guardian if is_party else None)


def request_of(answers: Answers) -> Request:
    """Return the request described in the answers to the form *request*."""
    return Request(
        received=answers.day("request.received"),
        way=next(iter(answers.choices("request.way")), None),
        words=answers.text("request.words"),
        wished_kind=next(iter(answers.choices("request.wished_kind")), None),
        wished_provider=answers.text("request.wished_provider"),
        wishes_medical=answers.yes("request.medical"),
        regional=answers.code("request.regional"),
        elsewhere_from=answers.day("request.regional_from"),
        elsewhere_end=answers.day("request.regional_end"),
        is_municipality_in_doubt=answers.yes("request.municipality_doubt") is True,
        companion=answers.text("request.companion_name"),
        representative=_representative(answers),
        guardian=_guardian(answers),
        wants_copy=answers.yes("request.copy") is not False,
        told=chosen(answers, "request.told"),
    )


def _representative(answers: Answers) -> Representative | None:
    if answers.code("request.representation") != "representative":
        return None
    return Representative(
        name=answers.text("request.representative_name"),
        address=Address(
            street=answers.text("request.representative_street"),
            postal_code=answers.text("request.representative_postal_code"),
            town=answers.text("request.representative_town"),
        ),
        has_mandate=answers.yes("request.representative_mandate") is True,
    )


def _guardian(answers: Answers) -> Guardian | None:
    if answers.code("request.representation") != "guardian":
        return None
    return Guardian(
        name=answers.text("request.guardian_name"),
        address=Address(
            street=answers.text("request.guardian_street"),
            postal_code=answers.text("request.guardian_postal_code"),
            town=answers.text("request.guardian_town"),
        ),
        covers=answers.yes("request.guardian_covers"),
    )
