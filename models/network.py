"""The network (netværk): the people around the citizen, and the children among them."""

from dataclasses import dataclass
from datetime import date

from models.answers import Answers, Place
from models.chosen import chosen


@dataclass(frozen=True, slots=True)
class NetworkPerson:
    """One person; `support`, `uses` and `involve` are codes, empty for those not asked about."""

    name: str
    is_under_18: bool
    support: str
    uses: str
    involve: str
    may_know: str


@dataclass(frozen=True, slots=True)
class Network:
    """The citizen's own picture of the network.

    `friends_use` means that drugs are what the friends meet about. `has_been_refused` means that
    the counsellor said no to a person the citizen wanted along, `refusal` why. `is_told_of_duty`
    is None when nobody answered.
    """

    day: date | None
    words: str
    people: tuple[NetworkPerson, ...]
    friends_use: bool
    friends_plan: str
    has_been_refused: bool
    refusal: str
    needs_guardian: bool
    children: frozenset[str]
    children_who: str
    children_help: frozenset[str]
    is_told_of_duty: bool | None


def network_of(answers: Answers) -> Network:
    """Return the network that the answers to the form *network* tell; empty rows are left out."""
    rows = range(answers.rows(Place("network.person")))
    return Network(
        day=answers.day("network.date"),
        words=answers.text("network.words"),
        people=tuple(person for row in rows if (person := _person(answers, row)).name),
        friends_use=answers.yes("network.friends") is True,
        friends_plan=answers.text("network.friends_plan"),
        has_been_refused=answers.yes("network.declined") is True,
        refusal=answers.text("network.declined_reason"),
        needs_guardian=answers.yes("network.guardian") is True,
        children=chosen(answers, "network.children"),
        children_who=answers.text("network.children_who"),
        children_help=chosen(answers, "network.children_help"),
        is_told_of_duty=answers.yes("network.children_told"),
    )


def _person(answers: Answers, row: int) -> NetworkPerson:
    return NetworkPerson(
        name=answers.text("network.person.name", row),
        is_under_18=answers.yes("network.person.under_18", row) is True,
        support=answers.code("network.person.support", row),
        uses=answers.code("network.person.uses", row),
        involve=answers.code("network.person.involve", row),
        may_know=answers.text("network.person.may_know", row),
    )
