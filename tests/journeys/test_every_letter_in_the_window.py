"""The letters of a case, in the window: called for, looked at, approved."""

import pytest

from app.facts import Facts
from models.course import Form
from tests.builders import CONTACT, PARTIAL_REFUSAL, REQUEST
from tests.demo.journey import Journey
from tests.journeys.conftest import AtCitizen
from tests.models.letters.decision_facts import (
    CHANGED,
    FEEDBACK,
    HEARING,
    LIMITED,
    MANDATE,
    MEDICAL,
    ORAL,
    REFUSED,
)
from tests.models.letters.rights_cases import (
    CONSENT,
    FORWARDED,
    GIFT_CARD,
    NOTIFICATION,
    RECORD_ACCESS,
    STATEMENT,
)
from tests.models.letters.treatment_facts import (
    AFTER_CARE,
    ATTENDANCE,
    DISCHARGE,
    FOLLOW_UP,
    NOTE,
    PLAN,
    RECOMMENDATION,
)

pytestmark = pytest.mark.journey

BEFORE: dict[Form, Facts] = {
    Form.CONTACT: CONTACT,
    Form.REQUEST: REQUEST,
    Form.MEDICAL_INTERVIEW: MEDICAL,
    Form.FEEDBACK: FEEDBACK,
    Form.HEARING: HEARING,
}
APPEALED: dict[Form, Facts] = {
    Form.CONTACT: CONTACT,
    Form.REQUEST: REQUEST,
    Form.DECISION: PARTIAL_REFUSAL,
    Form.CONSENT: CONSENT,
    Form.APPEAL: FORWARDED,
    Form.NOTIFICATION: NOTIFICATION,
    Form.GIFT_CARD: GIFT_CARD,
    Form.STATEMENT: STATEMENT,
    Form.RECORD_ACCESS: RECORD_ACCESS,
}
TREATED: dict[Form, Facts] = {
    Form.CONTACT: CONTACT,
    Form.REQUEST: REQUEST,
    Form.RECOMMENDATION: RECOMMENDATION,
    Form.TREATMENT_PLAN: PLAN,
    Form.CONVERSATION_NOTE: NOTE,
    Form.ATTENDANCE: ATTENDANCE,
    Form.FOLLOW_UP: FOLLOW_UP,
    Form.DISCHARGE: DISCHARGE,
    Form.AFTER_CARE: AFTER_CARE,
}
COURSES: tuple[tuple[dict[Form, Facts], tuple[str, ...]], ...] = (
    (
        {**BEFORE, Form.DECISION: ORAL, Form.FREE_CHOICE: REFUSED},
        (
            "Tilbud om lægesamtale",
            "Tilbagemelding på afdækning",
            "Partshøring",
            "Svar på frit valg",
            "Skriftlig begrundelse",
        ),
    ),
    (
        {**BEFORE, Form.DECISION: CHANGED, Form.FREE_CHOICE: LIMITED},
        ("Afgørelse om frit valg", "Ændring eller ophør"),
    ),
    ({Form.CONTACT: CONTACT, Form.REQUEST: MANDATE}, ("Fuldmagt",)),
    (
        APPEALED,
        (
            "Samtykke: Jobcenter Prøvekøbing",
            "Kvittering for klage: 2. november 2026",
            "Genvurdering: 2. november 2026",
            "Oversendelse til Ankestyrelsen: 2. november 2026",
            "Underretning: 1. november 2026",
            "Kvittering for gavekort: 2. november 2026",
            "Udtalelse: Jobcenter Prøvekøbing",
            "Journaludskrift: 2. november 2026",
        ),
    ),
    (
        TREATED,
        (
            "Indstilling",
            "Kort til svære dage",
            "Mødebrev: 10. november 2026",
            "Påmindelse om møde: 10. november 2026",
            "Brev efter udeblivelse: 30. oktober 2026",
            "Status: 2. november 2026",
            "Status ved udskrivning",
            "Opfølgning efter 1 måned: 1. november 2026",
        ),
    ),
)


@pytest.mark.parametrize(
    ("signed", "called"), COURSES, ids=["reasons", "change", "mandate", "rights", "treatment"]
)
def test_the_letters_a_case_calls_for_are_offered_and_approved(
    at_citizen: AtCitizen, signed: dict[Form, Facts], called: tuple[str, ...]
) -> None:
    journey: Journey = at_citizen(signed)

    for letter in called:
        journey.hands.choose_row("Breve", letter)
        journey.hands.click("Godkend brevet")

    rows = [journey.hands.row("Breve", letter) for letter in called]
    assert [row for row in rows if "Godkendt" not in row] == []
