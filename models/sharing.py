"""What may be shared with whom at this moment, as the citizen's consents (samtykker) say."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.consent import Consent
from models.course import Course
from models.danish import long_date

_FETCHING = {"fetch", "both"}
_TELLING = {"share", "both"}
_MAY = {
    "fetch": "Vi må hente oplysninger",
    "share": "Vi må give oplysninger videre",
    "both": "Vi må tale sammen begge veje",
}


class Standing(StrEnum):
    """How an answer to the question of consent stands on a day; only the first lets one share.

    `DOUBTED` is a yes after which the citizen said no to something at the same place.
    """

    HOLDS = "holds"
    AHEAD = "ahead"
    DOUBTED = "doubted"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Sharing:
    """What one signed answer to the question of consent lets us do on a day, and until when.

    `information` are codes of the kinds it covers, `until` the last day it holds; None when the
    citizen set none. `sentence` says how it stands, and what to do when it does not hold.
    """

    entry_id: str
    party: str
    purpose: str
    information: frozenset[str]
    excluded: str
    may_fetch: bool
    may_tell: bool
    standing: Standing
    until: date | None
    sentence: str

    @property
    def holds(self) -> bool:
        """Whether anything may be fetched or told."""
        return self.standing is Standing.HOLDS


def may_share(course: Course, today: date) -> tuple[Sharing, ...]:
    """Return how each signed consent stands on the day *today*: what holds first, newest first.

    A draft gives no right to anything (retssikkerhedsloven § 11 a, forvaltningsloven §§ 28-29).
    """
    signed = [given for given in course.consents if given.is_signed]
    told = [_sharing(given, signed, today) for given in reversed(signed)]
    return tuple(sorted(told, key=_place))


def _place(told: Sharing) -> int:
    return tuple(Standing).index(told.standing)


def _sharing(given: Consent, signed: list[Consent], today: date) -> Sharing:
    standing = _standing(given, signed, today)
    holds = standing is Standing.HOLDS
    return Sharing(
        entry_id=given.entry_id,
        party=given.party,
        purpose=given.purpose,
        information=given.information,
        excluded=given.excluded,
        may_fetch=holds and given.direction in _FETCHING,
        may_tell=holds and given.direction in _TELLING,
        standing=standing,
        until=given.valid_until,
        sentence=_SENTENCES[standing](given),
    )


def _standing(given: Consent, signed: list[Consent], today: date) -> Standing:
    if not given.is_given:
        return Standing.REFUSED
    if given.holds_on(today):
        return Standing.DOUBTED if _said_no_since(given, signed, today) else Standing.HOLDS
    return _why_not(given, today)


def _why_not(given: Consent, today: date) -> Standing:
    """Return why a yes does not hold on a day."""
    if given.is_withdrawn and (given.withdrawn_day is None or given.withdrawn_day <= today):
        return Standing.WITHDRAWN
    if given.valid_until is not None and given.valid_until < today:
        return Standing.EXPIRED
    return Standing.AHEAD


def _said_no_since(given: Consent, signed: list[Consent], today: date) -> bool:
    """Whether the citizen has said no at the same place, later or after it in the case."""
    # To ask once more is a small thing; what was told by mistake cannot be untold.
    return any(
        not other.is_given
        and _same_place(other, given)
        and other.day is not None
        and given.day is not None
        and given.day <= other.day <= today
        and (other.day > given.day or signed.index(other) > signed.index(given))
        for other in signed
    )


def _same_place(one: Consent, other: Consent) -> bool:
    return " ".join(one.party.casefold().split()) == " ".join(other.party.casefold().split())


def _holds(given: Consent) -> str:
    may = _MAY.get(given.direction, "Samtykket gælder")
    if given.valid_until is None:
        return f"{may}. Der er ingen slutdato, så spørg jævnligt, om det stadig gælder."
    return f"{may} til og med den {long_date(given.valid_until)}."


def _ahead(given: Consent) -> str:
    if given.day is None:
        return "Der står ikke, hvornår borgeren sagde ja. Vent med at dele, til det er skrevet."
    return f"Borgeren siger ja fra den {long_date(given.day)}. Vent med at dele til da."


def _doubted(given: Consent) -> str:
    return (
        f"Borgeren sagde ja{_on(given.day)}, men har siden sagt nej til noget samme sted. Spørg, "
        "hvad der gælder, før I deler mere."
    )


def _expired(given: Consent) -> str:
    return f"Udløb{_on(given.valid_until)}. Spørg borgeren igen, før I henter eller deler mere."


def _withdrawn(given: Consent) -> str:
    return f"Borgeren trak det tilbage{_on(given.withdrawn_day)}. Hent og del ikke mere."


def _refused(given: Consent) -> str:
    return f"Borgeren sagde nej{_on(given.day)}. Hent og del ikke noget her."


def _on(day: date | None) -> str:
    return f" den {long_date(day)}" if day else ""


_SENTENCES: Mapping[Standing, Callable[[Consent], str]] = {
    Standing.HOLDS: _holds,
    Standing.AHEAD: _ahead,
    Standing.DOUBTED: _doubted,
    Standing.EXPIRED: _expired,
    Standing.WITHDRAWN: _withdrawn,
    Standing.REFUSED: _refused,
}
