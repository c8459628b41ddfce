"""Cases, courses and letters for tests: plainly fictional, and only as full as a test asks."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from app.facts import Facts, answers_from
from app.supplies import supplies
from models.answers import Answers, Place, Value
from models.case import Case, Entry, EntryState
from models.clinic import Clinic, Role, clinic_of
from models.course import Course, Form, course_of
from models.letters.basis import Occasion
from models.letters.contents import LetterDraft
from models.letters.letter import Letter, LetterKind, LetterOf
from models.letters.writing import write_letter

TODAY = date(2026, 11, 2)
DECIDED = date(2026, 11, 9)
"""The day of `PARTIAL_REFUSAL`, on which its letter may be approved."""
NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)


def answers(values: Mapping[str, Value]) -> Answers:
    """Return answers by link id, outside repeating groups."""
    made = Answers()
    for link_id, value in values.items():
        made = made.with_answer(Place(link_id), value)
    return made


def entry(form: Form, facts: Facts, *, signed: bool = True, number: int = 1) -> Entry:
    """Return an entry of *form* filled with *facts* as `app.facts` reads them."""
    questionnaire = supplies().newest(form)
    return Entry(
        id=f"{form}-{number}",
        form=form,
        version=questionnaire.version,
        state=EntryState.SIGNED if signed else EntryState.DRAFT,
        author="Prøve Behandler",
        started=NOON.replace(minute=number),
        changed=NOON,
        answers=answers_from(questionnaire, facts, TODAY),
        signed=NOON if signed else None,
    )


CONTACT: Facts = {
    "contact.date": "2.11.2026",
    "contact.way": ["phone"],
    "citizen.name": "Łukasz Øvelund",
    "citizen.cpr": "300279-0012",
    "citizen.street": "Prøvevej 12",
    "citizen.postal_code": "0000",
    "citizen.town": "Prøveby",
}
REQUEST: Facts = {
    "request.received": "2.11.2026",
    "request.way": ["phone"],
    "request.words": "Jeg vil gerne have hjælp til at holde op.",
    "request.wished_kind": ["residential"],
    "request.regional": ["neither"],
}
REPRESENTED: Facts = {
    **REQUEST,
    "request.representation": ["representative"],
    "request.representative_name": "Advokat Øve",
    "request.representative_street": "Øvegade 9",
    "request.representative_postal_code": "0000",
    "request.representative_town": "Prøveby",
    "request.representative_mandate": ["true"],
}
PARTIAL_REFUSAL: Facts = {
    "decision.date": "9.11.2026",
    "decision.result": ["partial"],
    "decision.measure": ["day"],
    "decision.provider": "Åløkke Dagbehandling",
    "decision.content": "Samtaler og gruppe.",
    "decision.volume": "Fire dage om ugen",
    "decision.start": "16.11.2026",
    "decision.duration": "Et halvt år",
    "decision.contact": "Ida Øvesen",
    "decision.purpose": "At du kan holde op.",
    "decision.not_granted": "Du får ikke døgnbehandling.",
    "decision.facts": "Du har en bolig og et arbejde. Du bad om hjælp den 2. november 2026.",
    "decision.sources": ["assessment", "conversation"],
    "decision.considerations": "Dagbehandling er nok til, at du kan nå dit mål. Du har bolig.",
    "decision.citizen_view": "Jeg tror kun, at det hjælper at komme væk.",
    "decision.view_answer": "Vi har lagt vægt på, at du kan blive i dit arbejde.",
    "decision.hearing": ["not-needed"],
    "decision.other_help": ["support"],
    "decision.plan_141": ["offered"],
    "decision.delivery": ["letter"],
    "decision.caseworker": "Bo Øvemann",
}
CLINIC: Facts = {
    "clinic.name": "Prøvekøbing Kommune",
    "clinic.unit": "Rusmiddelcenter Åløkke",
    "clinic.role": ["both"],
    "clinic.street": "Øvegade 1",
    "clinic.postal_code": "0000",
    "clinic.town": "Prøveby",
    "clinic.phone": "00 00 00 10",
}


def clinic(role: Role = Role.BOTH) -> Clinic:
    """Return the clinic of the tests."""
    form = supplies().newest("clinic")
    return replace(clinic_of(answers_from(form, CLINIC, TODAY)), role=role)


def course(**forms: Facts) -> Course:
    """Return the course that signed entries of *forms* tell."""
    entries = tuple(
        entry(Form(form), facts, number=number)
        for number, (form, facts) in enumerate(forms.items(), start=1)
    )
    return course_of(Case("case", entries))


def partially_refused(**changed: str | list[str]) -> Course:
    """Return a course with a lawful partial refusal, but for the answers *changed*.

    Double underscores in a name stand for the dot of a link id; an empty text takes one away.
    """
    facts = {**PARTIAL_REFUSAL, **{key.replace("__", "."): fact for key, fact in changed.items()}}
    kept = {key: fact for key, fact in facts.items() if fact}
    return course(contact=CONTACT, request=REQUEST, decision=kept)


def draft(
    kind: LetterKind | LetterOf, of: Course, by: Clinic | None = None, today: date = TODAY
) -> LetterDraft:
    """Return the letter about the course or an entry of it, as written on the day *today*."""
    occasion = Occasion(today, "Prøve Behandler")
    letter = kind if isinstance(kind, LetterOf) else LetterOf(kind)
    return write_letter(letter, of, by or clinic(), supplies().book, occasion)


def text_of(letter: Letter) -> str:
    """Return everything a letter says, as one text."""
    return f"{letter.title}\n" + "\n".join(str(block) for block in letter.blocks)
