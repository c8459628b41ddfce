"""A letter along the treatment may be approved exactly when every must is there, and holds it."""

from collections.abc import Iterator

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.supplies import supplies
from models.course import Course
from models.letters.contents import LetterDraft
from models.letters.letter import LetterKind
from models.letters.writers_treatment import TREATMENT_WRITERS
from tests.builders import draft
from tests.models.letters.treatment_facts import FORMS, letter_in, treated
from views.paper.envelope import EnvelopeWindow
from views.paper.letter_paper import draw_letter

NAME: dict[str, tuple[str, ...]] = {"receiver": ("citizen.name",)}
PLAN_MUSTS: dict[str, tuple[str, ...]] = {
    **NAME,
    "found": ("plan.summary", "drugs.problem"),
    "interventions": (
        "intervention.what@0.0",
        "intervention.method@0.0",
        "intervention.who@0.0",
        "intervention.when@0.0",
        "intervention.where@0.0",
    ),
    "duration": ("plan.duration",),
    "intensity": ("plan.intensity",),
}
CARE_MUSTS: dict[str, tuple[str, ...]] = {
    **NAME,
    "talk": ("after_care.date",),
    "words": ("after_care.words",),
    "onward": ("after_care.need", "after_care.offered"),
}
MEETING_MUSTS: dict[str, tuple[str, ...]] = {**NAME, "where": ("conversation_note.next_where",)}

MUSTS: dict[LetterKind, dict[str, tuple[str, ...]]] = {
    LetterKind.RECOMMENDATION: {
        "receiver": ("recommendation.to",),
        "citizen": ("citizen.name",),
        "measure": ("recommendation.measure",),
        "proposal": ("recommendation.proposal",),
        "words": ("recommendation.words",),
        "facts": ("recommendation.facts",),
        "reasons": ("recommendation.reasons",),
        "agrees": ("recommendation.agrees",),
        "consent": ("recommendation.consent",),
    },
    LetterKind.TREATMENT_PLAN: PLAN_MUSTS,
    LetterKind.TREATMENT_PLAN_FULL: PLAN_MUSTS,
    LetterKind.LAPSE_CARD: {
        "warning": ("relapse.signs", "relapse.situations"),
        "i_do": ("relapse.i_do",),
        "call": ("relapse.call",),
    },
    LetterKind.MEETING: MEETING_MUSTS,
    LetterKind.MEETING_REMINDER: MEETING_MUSTS,
    LetterKind.NO_SHOW: {**NAME, "appointment": ("attendance.date",)},
    LetterKind.STATUS: {
        **NAME,
        "talk": ("follow_up.date",),
        "words": ("follow_up.citizen_words",),
        "goals": ("follow_up.goal.status@0",),
        "onward": ("follow_up.change", "follow_up.agreed"),
    },
    LetterKind.DISCHARGE_STATUS: {
        **NAME,
        "end": ("discharge.date",),
        "status": ("discharge.status",),
        "goals": ("discharge.goals",),
        "view": ("discharge.citizen_view",),
        "onward": ("discharge.further_needs", "discharge.plan", "discharge.where_to_turn"),
    },
    LetterKind.FOLLOW_UP_ONE_MONTH: CARE_MUSTS,
    LetterKind.FOLLOW_UP_SIX_MONTHS: CARE_MUSTS,
}
"""The answers without which each must is lacking."""

HELD: dict[LetterKind, tuple[str, ...]] = {
    LetterKind.RECOMMENDATION: (
        "Åse Øvemand, visitationen",
        "Łukasz Øvelund",
        "Vi foreslår dagbehandling.",
        "Dagbehandling fire dage om ugen.",
        "Jeg vil væk hjemmefra en tid.",
        "Tager kokain hver weekend.",
        "Faste dage har virket før.",
        "Borgeren er enig i noget af forslaget.",
        "Jeg tror stadig mest på døgn.",
        "Borgeren har sagt ja til, at kommunen får oplysningerne",
        "senest den 11. november 2026",
    ),
    LetterKind.TREATMENT_PLAN: (
        "Łukasz Øvelund",
        "Vi fandt ud af, at aftenerne er svære.",
        "Jeg vil være clean til jul.",
        "Du tager kokain hver weekend.",
        "Samtale.",
        "Kryds i kalenderen.",
        "Et halvt år",
        "Fire dage om ugen",
        "Jeg vil helst have aftentider.",
    ),
    LetterKind.TREATMENT_PLAN_FULL: (
        "Du tager kokain hver weekend.",
        "Det begyndte som en fest.",
        "Jeg vil sove om natten.",
        "Bussen er dyr. Vi søger om et kort.",
        "Motiverende samtale",
        "En time her hos os",
        "Den første hele uge.",
        "Bo Øvemann, 00 00 00 11",
        "Du har sagt ja til, at vi taler med Jobcenter Øvestrup.",
        "Vi taler ikke om dig med Lægehuset, før vi har spurgt dig.",
        "Plan hos jobcentret",
        "Du har sagt nej tak til urinprøver.",
        "At I ringer, før I skriver.",
        "Målene i planen",
    ),
    LetterKind.LAPSE_CARD: (
        "Jeg svarer ikke på beskeder.",
        "Lørdag aften alene.",
        "Går en tur til havnen.",
        "Min søster, 00 00 00 12",
        "Ella er hos mormor.",
        "Ida ringer samme dag.",
        "Jeg har den og ved, hvordan den bruges.",
    ),
    LetterKind.MEETING: (
        "Vi ses tirsdag den 10. november 2026.",
        "Klokken 10 her hos os",
        "Ida: Ringe til jobcentret. Senest 5. november 2026.",
        "Vi sender dig en sms, inden vi ses.",
    ),
    LetterKind.MEETING_REMINDER: (
        "Vi ses tirsdag den 10. november 2026.",
        "Klokken 10 her hos os",
    ),
    LetterKind.NO_SHOW: (
        "Vi havde en aftale fredag den 30. oktober 2026 kl. 10.00.",
        "mandag den 9. november 2026",
        "At nogen ringer om morgenen.",
        "Vi kan mødes et andet sted.",
        "Den kan du klage over",
    ),
    LetterKind.STATUS: (
        "Vi talte sammen den 2. november 2026",
        "Det går op og ned, mest op.",
        "Være clean til jul",
        "På vej",
        "Sig det til mig først.",
        "Du er kommet langt.",
        "Der er brug for en ny afgørelse.",
        "Vi fortsætter hver tirsdag.",
        "1. december 2026",
    ),
    LetterKind.DISCHARGE_STATUS: (
        "Du blev færdig med din behandling den 2. oktober 2026.",
        "Du har ikke taget kokain siden juli.",
        "Clean til jul: nået.",
        "Du er stoppet",
        "Du har kontakt til en selvhjælpsgruppe",
        "Du bor alene",
        "Egen bolig",
        "Løn",
        "Jeg ser anderledes på det end I gør.",
        "At få en hund.",
        "Værestedet Øen hver aften.",
        "senest den 2. november 2026 og igen senest den 2. april 2027",
        "senest 14 dage efter",
    ),
    LetterKind.FOLLOW_UP_ONE_MONTH: (
        "Tak, fordi du talte med os den 1. november 2026.",
        "Jeg har det bedre, end jeg troede.",
        "Det er svært. En tid hos lægen.",
        "Ida ringer i december.",
        "Du sagde ja tak til det.",
        "Værestedet Øen hver aften.",
    ),
    LetterKind.FOLLOW_UP_SIX_MONTHS: (
        "Tak, fordi du talte med os den 1. november 2026.",
        "Jeg har det bedre, end jeg troede.",
        "En samtale mere",
        "senest 14 dage efter",
    ),
}
"""What a letter that may be approved says to the one who reads it."""


def drafted(kind: LetterKind, of: Course) -> LetterDraft:
    return draft(letter_in(kind, of), of)


def read_back(letter: LetterDraft) -> str:
    """Return the text of the letter's pages in one line, as it lies on the paper."""
    pdf = pdfium.PdfDocument(draw_letter(letter.letter, EnvelopeWindow()))
    pages: Iterator[str] = (page.get_textpage().get_text_range() for page in pdf)
    return " ".join(" ".join(pages).split())


@pytest.mark.parametrize("kind", TREATMENT_WRITERS)
def test_a_letter_that_has_everything_may_be_approved(kind: LetterKind) -> None:
    assert drafted(kind, treated(kind)).lacks == ()


@pytest.mark.parametrize("kind", TREATMENT_WRITERS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_letter_may_be_approved_exactly_when_every_must_is_there(
    kind: LetterKind, data: st.DataObject
) -> None:
    musts = MUSTS[kind]
    absent = data.draw(st.sets(st.sampled_from(sorted(musts))))
    without = tuple(link_id for must in absent for link_id in musts[must])

    lacks = drafted(kind, treated(kind, without=without)).lacks

    assert {lack.id for lack in lacks} == absent


@pytest.mark.parametrize("kind", TREATMENT_WRITERS)
def test_the_paper_holds_what_the_letter_must_say(kind: LetterKind) -> None:
    said = read_back(drafted(kind, treated(kind))).replace("­", "")

    assert [text for text in HELD[kind] if "".join(text.split()) not in "".join(said.split())] == []


@pytest.mark.parametrize("kind", TREATMENT_WRITERS)
def test_every_lack_of_a_letter_names_a_question_of_a_form(kind: LetterKind) -> None:
    rows = [row.element for row in supplies().book.musts.lacks if kind in row.letters]

    assert rows
    assert all(row.question in supplies().newest(row.form).by_link_id for row in rows)


@pytest.mark.parametrize("kind", TREATMENT_WRITERS)
def test_a_letter_about_a_child_is_never_approved(kind: LetterKind) -> None:
    child = treated(kind, {"citizen.cpr": "150715-4000"})

    assert "adult" in {lack.id for lack in drafted(kind, child).lacks}


def test_every_letter_along_the_treatment_is_tried_here() -> None:
    assert set(TREATMENT_WRITERS) == set(FORMS) == set(MUSTS) == set(HELD)
