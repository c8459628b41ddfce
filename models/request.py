"""The request for treatment, from which the treatment guarantee runs."""

from dataclasses import dataclass
from datetime import date

from models.answers import Answers, Coding
from models.citizen import address_lines

_ELSEWHERE = {"integrated", "hospital"}


@dataclass(frozen=True, slots=True)
class Request:
    """What the citizen asked the municipality for, when and how.

    `is_elsewhere` means that the region's integrated treatment or a hospital has the duty for
    now, so that the municipality's is switched off.
    """

    received: date | None
    way: Coding | None
    words: str
    wished_kind: Coding | None
    wished_provider: str
    is_elsewhere: bool
    representation: str
    representative: tuple[str, ...]

    @property
    def has_representative(self) -> bool:
        """Whether a representative acts for the citizen and receives the letters."""
        return self.representation == "representative"


def request_of(answers: Answers) -> Request:
    """Return the request described in the answers to the form *request*."""
    return Request(
        received=answers.day("request.received"),
        way=next(iter(answers.choices("request.way")), None),
        words=answers.text("request.words"),
        wished_kind=next(iter(answers.choices("request.wished_kind")), None),
        wished_provider=answers.text("request.wished_provider"),
        is_elsewhere=answers.code("request.regional") in _ELSEWHERE,
        representation=answers.code("request.representation"),
        representative=_representative(answers),
    )


def _representative(answers: Answers) -> tuple[str, ...]:
    name = answers.text("request.representative_name")
    address = address_lines(
        answers.text("request.representative_street"),
        answers.text("request.representative_postal_code"),
        answers.text("request.representative_town"),
    )
    return (name, *address) if name else address
