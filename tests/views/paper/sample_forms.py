"""Filled forms about plainly fictional people, one with all that can stand in one."""

from collections.abc import Iterator
from datetime import date

import resources
from forms.fair_copy import Filling, fair_copy
from forms.questionnaire import Questionnaire
from forms.reader import read_questionnaire
from models.filled_form import Answered, FilledForm
from models.letters.letter import Heading, Paragraph
from tests.filling import filled

DAY = date(2026, 11, 2)
WORDS = (
    "Når jeg sidder i lejligheden, går det galt hver fredag. Men jeg vil også gerne kunne se min "
    "datter i weekenden, og det kan jeg ikke, når jeg har røget."
)
CITIZEN = "Borgerens egne ord og svar"
FACTS = (
    ("Borger", "Şükrü Ærøskøbing Łukaszsen"),
    ("CPR-nummer", "300279-0012"),
    ("Underskrevet", "2. november 2026 af Ida Øvesen"),
)

SIGNED = FilledForm(
    title="Afdækning",
    day=DAY,
    office="Prøvekøbing Kommune, Rusmiddelcenter Åløkke",
    citizen="Şükrü Ærøskøbing Łukaszsen",
    facts=FACTS,
    blocks=(
        Heading("Ønsker og drømme"),
        Paragraph("Tænk på de sidste to uger."),
        Answered("Hvad ønsker borgeren af behandlingen?", (WORDS,), CITIZEN, is_running_text=True),
        Answered("Hvor mange dage?", ("12 dage",), CITIZEN),
        Answered("Hvor vigtigt er det for borgeren at få hjælp nu?", ("Meget vigtigt",), CITIZEN),
        Answered("Hvad er jeres vurdering?", (f"{WORDS}\n\n{WORDS}",), is_running_text=True),
        Heading("Rusmidler"),
        Heading("Rusmiddel 1", 3),
        Answered("Hvilket rusmiddel?", ("Hash, pot eller skunk", "Kokain")),
        Answered("Trivsel i alt (0–100)", ("36 (regnet ud)", "Under 50: tal om det. → ☑")),
        Heading("Rusmiddel 2", 3),
        Answered("Hvilket rusmiddel?", ("Lattergas",)),
        Heading("Aftaler i netværket 1", 4),
        Answered("Med hvem?", ("Mormor, Åse",), "Kun for behandleren"),
    ),
    is_draft=False,
)
DRAFT = FilledForm(
    title="Henvendelse",
    day=DAY,
    office="",
    citizen="",
    facts=(("Borger", "Navnet er ikke skrevet"),),
    blocks=(
        Heading("Hvornår"),
        Answered("Hvornår henvendte borgeren sig?", ("»31.2.2026« (kan ikke læses endnu)",)),
        Answered("Hvad hedder borgeren?", ("Mangler svar",), is_missing=True),
        Answered("Hvad siger borgeren?", ("Mangler svar",), CITIZEN, is_missing=True),
    ),
    is_draft=True,
)


def every_shipped_form() -> Iterator[tuple[Questionnaire, FilledForm]]:
    """Yield each form that is shipped, and what it is on paper with every question answered."""
    for folder in ("questionnaires", "questionnaires/instruments"):
        for name in resources.names(folder):
            form = read_questionnaire(resources.text(name))
            filling = Filling(form, filled(form, DAY), DAY)
            blocks = fair_copy(filling, for_citizen=False)
            yield form, FilledForm(form.title, DAY, "Klinik", "Bo", FACTS, blocks, is_draft=False)
