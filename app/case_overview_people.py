"""The people around a citizen, how to reach each, and what they may know, for the overview.

What may be shared is what the citizen's consents and the rules of the case say, nothing else.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.case_overview_rows import STEP, key_of
from app.consents_shown import consents_shown
from app.open_case import OpenCase
from app.work import Work
from models.answers import Answers, Place
from models.case import Entry
from models.course import Form
from views.screen.case_overview.people_view import PeopleShown, PersonShown
from views.screen.consents_box import ConsentShown
from views.screen.look import Role

_ASK = "Her er intet samtykke. Spørg borgeren, før I henter eller deler noget."
_MIXED = ("Se samtykkerne", Role.SOON)
_NONE = ("Intet samtykke", Role.CHIP)
_COMPANION = "Må være med, når borgeren vil. Får ingen breve."
_MANDATE = "Fuldmagten er her: får brevene og må tale med jer om sagen."
_NO_MANDATE = "Får intet at vide, før navnet og en skriftlig fuldmagt er her."
_GUARDIAN = {
    True: "Værgemålet gælder sagen: får brevene.",
    False: "Værgemålet gælder ikke sagen: får intet at vide.",
    None: "Se efter, om værgemålet gælder sagen, før I deler noget.",
}


def people_shown(case: OpenCase, work: Work) -> tuple[PeopleShown, ...]:
    """Return those around the citizen, group by group; nobody stands in a group twice."""
    people = _People(case)
    consents = consents_shown(case, work).consents
    network = tuple(people.network())
    groups = (
        PeopleShown("Borgeren selv", tuple(people.citizen())),
        PeopleShown("Ved borgerens side", tuple(people.beside())),
        PeopleShown("Netværk", tuple(one for is_child, one in network if not is_child)),
        PeopleShown("Børn", (*(one for is_child, one in network if is_child), *people.children())),
        PeopleShown("Andre, der hjælper", _merged(people.helpers())),
        PeopleShown("Sagsbehandler og behandler", _merged(people.own())),
    )
    with_consents = tuple(_with_consents(group, consents) for group in groups)
    named = {_folded(one.name) for group in groups for one in group.people}
    others = tuple(_merged(_person_of(c) for c in consents if _folded(c.party) not in named))
    rest = _with_consents(PeopleShown("Andre med et samtykke", others), consents)
    return (*with_consents[:-1], rest, with_consents[-1])


class _People:
    """Reads who is named where in a case."""

    def __init__(self, case: OpenCase) -> None:
        self._case = case
        self._course = case.course

    def citizen(self) -> Iterator[PersonShown]:
        said, entry = self._course.citizen, self._entry(Form.CONTACT)
        ways = entry.answers.choices("citizen.may_contact") if entry else ()
        may = ", ".join(way.display[:1].lower() + way.display[1:] for way in ways)
        reach = "\n".join(one for one in (said.phone, said.email, said.whereabouts) if one)
        if entry and (reach or may):
            yield self._person(
                Form.CONTACT, said.name or "Borgeren", f"Vi må {may}." if may else "", reach
            )

    def beside(self) -> Iterator[PersonShown]:
        asked = self._course.request
        if asked.companion:
            yield self._person(Form.REQUEST, asked.companion, "Bisidder", "", _COMPANION)
        if one := asked.representative:
            has_right = bool(one.name) and one.has_mandate
            told, lines = (_MANDATE if has_right else _NO_MANDATE), ", ".join(one.address.lines)
            name = one.name or "Navnet mangler"
            yield self._person(Form.REQUEST, name, "Partsrepræsentant", lines, told)
        if guardian := asked.guardian:
            lines, name = ", ".join(guardian.address.lines), guardian.name or "Navnet mangler"
            yield self._person(Form.REQUEST, name, "Værge", lines, _GUARDIAN[guardian.covers])

    def network(self) -> Iterator[tuple[bool, PersonShown]]:
        """Yield each person of the network form, and whether it is a child."""
        entry = self._entry(Form.NETWORK)
        answers = entry.answers if entry else Answers()
        for row in range(answers.rows(Place("network.person"))):
            name = answers.text("network.person.name", row)
            relations = answers.choices("network.person.relation", row)
            reach = answers.text("network.person.contact", row)
            known = answers.text("network.person.may_know", row)
            told = (f"Borgeren siger, personen må få at vide: {known}",) if known else ()
            what = ", ".join(one.display for one in relations)
            is_child = answers.yes("network.person.under_18", row) is True
            if name:
                yield is_child, self._person(Form.NETWORK, name, what, reach, *told)

    def children(self) -> Iterator[PersonShown]:
        told = (
            (Form.NETWORK, self._course.network.children_who),
            (Form.ASSESSMENT, self._course.assessment.children_who),
        )
        for form, who in told:
            if who:
                yield self._person(form, who, "Børn i borgerens liv", "")
                return

    def helpers(self) -> Iterator[PersonShown]:
        plan, coordinated = self._course.plan, self._course.coordinated_plan
        for actor in plan.actors:
            what = " · ".join(one for one in (actor.role, actor.task) if one)
            yield self._person(Form.TREATMENT_PLAN, actor.name, what, "")
        for one in coordinated.participants:
            yield self._person(Form.COORDINATED_PLAN, one.name, one.task, "")
        if coordinated.coordinator:
            who = coordinated.coordinator
            yield self._person(Form.COORDINATED_PLAN, who, "Holder sammen på planen", "")

    def own(self) -> Iterator[PersonShown]:
        plan, decision = self._course.plan, self._course.decision
        if plan.therapist:
            yield self._person(Form.TREATMENT_PLAN, plan.therapist, "Behandler", plan.provider)
        if decision.caseworker:
            phone = decision.caseworker_phone
            yield self._person(Form.DECISION, decision.caseworker, "Sagsbehandler", phone)
        if plan.authority_contact:
            who = plan.authority_contact
            yield self._person(Form.TREATMENT_PLAN, who, "Kontakt hos myndigheden", "")

    def _person(self, form: Form, name: str, what: str, reach: str, *sharing: str) -> PersonShown:
        entry_id = self._course.entry_ids.get(form, "")
        return PersonShown(key_of(STEP, entry_id), name, what, reach, "", Role.CHIP, sharing)

    def _entry(self, form: Form) -> Entry | None:
        return self._case.present.current(form)


def _person_of(consent: ConsentShown) -> PersonShown:
    return PersonShown(key_of(STEP, consent.key), consent.party, "", "", "", Role.CHIP, ())


def _merged(people: Iterable[PersonShown]) -> tuple[PersonShown, ...]:
    """Return *people* with those of one name as one, what they do one after the other."""
    found: dict[str, PersonShown] = {}
    for one in people:
        key = _folded(one.name)
        before = found.get(key)
        if before is None:
            found[key] = one
            continue
        what = " · ".join(dict.fromkeys(part for part in (before.what, one.what) if part))
        found[key] = replace(before, what=what, reach=before.reach or one.reach)
    return tuple(found.values())


def _with_consents(group: PeopleShown, consents: tuple[ConsentShown, ...]) -> PeopleShown:
    """Return *group*, where each is told what the citizen has agreed to about them."""
    if group.heading in _WITHOUT:
        return group
    return replace(group, people=tuple(_shared(one, consents) for one in group.people))


def _shared(person: PersonShown, consents: tuple[ConsentShown, ...]) -> PersonShown:
    own = [one for one in consents if _folded(one.party) == _folded(person.name)]
    if not own:
        ask = () if person.sharing else (_ASK,)
        return replace(person, state=_NONE[0], role=_NONE[1], sharing=(*person.sharing, *ask))
    states = {one.state for one in own}
    state, role = (own[0].state, own[0].role) if len(states) == 1 else _MIXED
    lines = (
        f"{one.state}: {line}" if number == 0 else line
        for one in own
        for number, line in enumerate(one.lines)
    )
    return replace(person, state=state, role=role, sharing=(*person.sharing, *lines))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


_WITHOUT = frozenset({"Borgeren selv", "Ved borgerens side", "Børn", "Sagsbehandler og behandler"})
"""Groups that no consent is asked about: the rules of the case say what they may know."""
