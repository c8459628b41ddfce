"""The request for treatment, from which the treatment guarantee runs."""

from dataclasses import dataclass
from datetime import date

from models.address import Address
from models.answers import Answers, Coding

_ELSEWHERE = {"integrated", "hospital"}


@dataclass(frozen=True, slots=True)
class Representative:
    """The person who acts for the citizen; only a mandate lets them receive the letters."""

    name: str
    address: Address
    has_mandate: bool


@dataclass(frozen=True, slots=True)
class Request:
    """What the citizen asked the municipality for, when and how.

    `is_elsewhere` means that the region's integrated treatment or a hospital has the duty for
    now, so that the municipality's is switched off. `representative` is None unless the citizen is
    said to have one.
    """

    received: date | None
    way: Coding | None
    words: str
    wished_kind: Coding | None
    wished_provider: str
    is_elsewhere: bool
    representative: Representative | None

    @property
    def acting_representative(self) -> Representative | None:
        """The representative who receives the letters: one with a name and a mandate."""
        found = self.representative
        return found if found and found.name and found.has_mandate else None


def request_of(answers: Answers) -> Request:
    """Return the request described in the answers to the form *request*."""
    return Request(
        received=answers.day("request.received"),
        way=next(iter(answers.choices("request.way")), None),
        words=answers.text("request.words"),
        wished_kind=next(iter(answers.choices("request.wished_kind")), None),
        wished_provider=answers.text("request.wished_provider"),
        is_elsewhere=answers.code("request.regional") in _ELSEWHERE,
        representative=_representative(answers),
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
