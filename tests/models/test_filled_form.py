from dataclasses import replace
from datetime import timedelta

from models.citizen import Citizen, citizen_of
from models.course import Form
from models.filled_form import Answered, Circumstances, FilledForm, filled_form
from tests.builders import CONTACT, NOON, answers, entry

BLOCKS = (Answered("Hvad er sket?", ("Åh.",)),)
OFFICE = "Prøvekøbing Kommune"
CITIZEN = citizen_of(answers({"citizen.name": "Łukasz Øvelund", "citizen.cpr": "3002790012"}))


def signed(circumstances: Circumstances, *, for_citizen: bool = False) -> FilledForm:
    of = entry(Form.CONTACT, CONTACT)
    return filled_form("Henvendelse", of, BLOCKS, circumstances, for_citizen=for_citizen)


def labels(form: FilledForm) -> list[str]:
    return [label for label, _ in form.facts]


def test_a_signed_form_says_about_whom_it_is_and_who_signed_it_when() -> None:
    form = signed(Circumstances(CITIZEN, OFFICE))

    assert form.facts == (
        ("Borger", "Łukasz Øvelund"),
        ("CPR-nummer", "300279-0012"),
        ("Underskrevet", "2. november 2026 af Prøve Behandler"),
    )
    assert form.day == NOON.date()
    assert form.blocks == BLOCKS
    assert not form.is_draft


def test_a_draft_says_when_it_was_last_changed_and_is_one() -> None:
    draft = entry(Form.CONTACT, CONTACT, signed=False)
    later = replace(draft, changed=NOON + timedelta(days=3))

    form = filled_form(
        "Henvendelse", later, BLOCKS, Circumstances(CITIZEN, OFFICE), for_citizen=False
    )

    assert ("Sidst ændret", "5. november 2026 af Prøve Behandler") in form.facts
    assert "Underskrevet" not in labels(form)
    assert form.day == later.changed.date()
    assert form.is_draft


def test_a_correction_names_the_day_of_what_it_replaces() -> None:
    form = signed(Circumstances(CITIZEN, OFFICE, corrected=entry(Form.CONTACT, CONTACT, number=2)))

    assert (
        "Rettelse",
        "Træder i stedet for det, der blev underskrevet 2. november 2026",
    ) in form.facts


def test_the_citizens_copy_says_that_it_is_theirs() -> None:
    assert ("Eksemplar", "Borgerens") in signed(
        Circumstances(CITIZEN, OFFICE), for_citizen=True
    ).facts
    assert "Eksemplar" not in labels(signed(Circumstances(CITIZEN, OFFICE)))


def test_a_citizen_without_a_name_is_not_given_one() -> None:
    nobody: Citizen = citizen_of(answers({}))

    form = signed(Circumstances(nobody, OFFICE))

    assert form.facts[0] == ("Borger", "Navnet er ikke skrevet")
    assert "CPR-nummer" not in labels(form)
    assert form.citizen == ""
