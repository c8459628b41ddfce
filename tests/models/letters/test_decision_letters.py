"""The letters before and with a decision: what each may not be without, and what it says."""

import re
from datetime import date

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.facts import Facts
from app.supplies import supplies
from models.clinic import Role
from models.course import Course
from models.letters.contents import LetterDraft
from models.letters.letter import Letter, LetterKind
from models.letters.writers_decision import DECISION_WRITERS
from models.letters.writing import letters_called
from models.readability import readability_of
from tests.builders import TODAY, clinic, draft, text_of
from tests.models.letters.decision_facts import TOLD, told
from views.paper.envelope import EnvelopeWindow
from views.paper.letter_paper import draw_letter

every_letter = pytest.mark.parametrize("name", TOLD)
OLDER = {LetterKind.REQUEST_RECEIPT, LetterKind.DECISION}
NEVER_PRINTED = re.compile(r"[{}]|None|[^\n] {2,}")
STANDARD = "Du opfylder ikke betingelserne for at få det."
DECISION_MUSTS: dict[str, Facts] = {
    "facts": {"decision.facts": ""},
    "sources": {"decision.sources": ""},
    "considerations": {"decision.considerations": ""},
    "other_help": {"decision.other_help": ""},
    "hearing": {"decision.hearing_date": ""},
    "change_before": {"decision.change_before": ""},
    "change_decided": {"decision.change_decided": ""},
    "appeal_guidance": {"decision.delivery": ""},
}
CHANGED_MUSTS: dict[str, Facts] = {
    **DECISION_MUSTS,
    "content": {"decision.content": ""},
    "volume": {"decision.volume": ""},
    "duration": {"decision.duration": ""},
    "contact": {"decision.contact": ""},
    "purpose": {"decision.purpose": ""},
    "plan_141": {"decision.plan_141": ""},
}
NAME: dict[str, Facts] = {"receiver": {"citizen.name": ""}}
MUSTS: dict[str, dict[str, Facts]] = {
    "medical": {
        **NAME,
        "day": {"medical.date": ""},
        "where": {"medical.where": ""},
    },
    "offer": NAME,
    "mandate": {**NAME, "name": {"request.representative_name": ""}},
    "feedback": {
        **NAME,
        "talked": {"feedback.date": ""},
        "resources": {"feedback.resources": ""},
        "challenges": {"feedback.challenges": ""},
        "needs": {"feedback.needs": ""},
        "reply": {
            "feedback.recognises": "",
            "feedback.words": "",
            "feedback.disagreement": "",
            "feedback.missing": "",
        },
    },
    "hearing": {
        "about": {"hearing.about": ""},
        "facts": {"hearing.fact.what@0": "", "hearing.fact.what@1": ""},
        "due": {"hearing.due": ""},
        "way": {"hearing.way": ""},
    },
    "limited": {
        **NAME,
        "asked": {"free_choice.date": ""},
        "open": {"free_choice.limit_open": ""},
        "reason": {"free_choice.limit_reason": ""},
        "heard": {"free_choice.limit_heard": ["false"]},
        "view": {"free_choice.limit_view": ""},
        "appeal_guidance": {"free_choice.delivery": ""},
    },
    "refused": {
        **NAME,
        "asked": {"free_choice.date": ""},
        "reasons": {"free_choice.reasons": ""},
        "appeal_guidance": {"free_choice.delivery": ""},
    },
    "granted": {**NAME, "asked": {"free_choice.date": ""}},
    "changed": CHANGED_MUSTS,
    "stopped": DECISION_MUSTS,
    "oral": {
        **NAME,
        "applied_for": {"request.words": ""},
        "not_granted": {"decision.not_granted": ""},
        "facts": {"decision.facts": ""},
        "sources": {"decision.sources": ""},
        "considerations": {"decision.considerations": ""},
    },
}
"""What to take away so that just that must is lacking, however many others lack too."""

BROKEN: tuple[tuple[str, Facts, set[str]], ...] = (
    ("medical", {"medical.date": "1.11.2026"}, {"ahead"}),
    ("hearing", {"hearing.due": "1.11.2026"}, {"due_ahead"}),
    ("hearing", {"hearing.date": "1.11.2026"}, {"dated"}),
    (
        "hearing",
        {"hearing.way": ["digital-post"], "citizen.digital_post": ["exempt"]},
        {"reachable"},
    ),
    ("hearing", {"citizen.town": ""}, {"receiver"}),
    ("limited", {"free_choice.limit_reason": STANDARD}, {"reason_concrete"}),
    ("limited", {"contact.anonymous": ["true"]}, {"named"}),
    ("refused", {"free_choice.reasons": STANDARD}, {"reasons_concrete"}),
    ("refused", {"free_choice.place": ""}, {"place", "asked"}),
    ("granted", {"free_choice.start": "1.11.2026"}, {"start_ahead"}),
    ("changed", {"decision.change_starts": "1.11.2026"}, {"change_ahead"}),
    ("changed", {"decision.change_starts": ""}, {"change_starts"}),
    ("changed", {"decision.result": ""}, {"result"}),
    ("changed", {"decision.hearing": ""}, {"hearing"}),
    ("stopped", {"decision.result": ["partial"]}, {"change_matches"}),
    ("changed", {"decision.result": ["refusal"]}, {"change_matches"}),
    ("oral", {"decision.facts": STANDARD}, {"facts_concrete"}),
    ("oral", {"decision.measure": ""}, {"result"}),
)
HELD: dict[str, tuple[str, ...]] = {
    "medical": (
        "Du har en tid hos lægen mandag den 9. november 2026.",
        "Klokken halv elleve hos Lægerne på Torvet",
        "Læge Øve Demo",
        "Det er frivilligt.",
        "Samtalen er gratis",
    ),
    "offer": ("Du kan få en gratis samtale med en læge.", "før behandlingen begynder"),
    "mandate": (
        "Du giver Advokat Øve Prøvesen lov til at handle for dig",
        "Øvegade 9, 0000 Prøveby",
        "Du kan tage fuldmagten tilbage når som helst.",
        "Du får en kopi af de breve, vi sender.",
        "Underskrift",
    ),
    "feedback": (
        "Du har passet dit arbejde i ni år.",
        "Du sover tre timer om natten.",
        "Hjælp til aftenerne og søvnen.",
        "Du kan genkende det meste.",
        "Jeg drikker ikke hver aften.",
        "Din søn bor hos dig hver anden uge.",
        "Nu afgør kommunen",
    ),
    "hearing": (
        "Svar os senest mandag den 9. november 2026.",
        "Du har bedt om døgnbehandling.",
        "Stedet skriver, at du kom tre gange.",
        "Det kan tale for et døgnsted.",
        "Lægen skriver, at du skal afruses først.",
        "Du kan ringe, skrive eller komme forbi.",
        "tage en bisidder med",
        "se papirerne i din sag",
        "bede os vente med afgørelsen",
        "Vi tager det ikke som et ja.",
    ),
    "limited": (
        "Du kan ikke frit vælge sted",
        "Alle godkendte steder i Prøveby.",
        "Du har brug for en læge om natten.",
        "serviceloven § 101, stk. 7",
        "Jeg er ked af det.",
        "kan du klage til Ankestyrelsen",
        "Vi skal have din klage senest tirsdag den 8. december 2026.",
        "fået brevet med posten senest tirsdag den 10. november 2026",
        "Øvegade 1",
    ),
    "refused": (
        "Du kan ikke få din behandling hos Prøvegården.",
        "Du fik svaret at vide den 31. oktober 2026.",
        "Prøvegården er et døgnsted",
        "Der er venteliste til marts.",
        "Du kan komme her hver tirsdag.",
        "Vi skal have din klage senest mandag den 30. november 2026.",
        "Vi hjælper dig gerne med at klage",
        "Styrelsen for Patientklager. Gør det inden 2 år",
    ),
    "granted": (
        "Ja: Du kan få din behandling hos Prøvegården.",
        "Du begynder tirsdag den 1. december 2026.",
        "gælder fristen for start ikke længere",
    ),
    "changed": (
        "Din behandling bliver ændret",
        "Fra mandag den 16. november 2026 får du dagbehandling hos Åløkke Dagbehandling.",
        "Du går i behandling fire dage om ugen.",
        "4. maj 2026",
        "Dagbehandling er nok til",
        "Den 29. oktober 2026 fik du at se det",
        "senest tirsdag den 8. december 2026",
        "Ændringen gælder som regel, også mens vi ser på klagen",
    ),
    "stopped": (
        "Din behandling stopper mandag den 16. november 2026.",
        "senest 14 dage efter, at du har bedt om den",
        "senest tirsdag den 8. december 2026",
    ),
    "oral": (
        "Du fik afgørelsen mundtligt den 26. oktober 2026.",
        "Den 30. oktober 2026 bad du om at få begrundelsen på skrift",
        "Jeg vil gerne have hjælp til at holde op.",
        "Du har en bolig og et arbejde.",
        "Dagbehandling er nok til",
        "at du kan blive i dit arbejde",
        "senest mandag den 23. november 2026",
        "Kommer din klage senere",
    ),
}
"""What a letter that may be approved says to the one who reads it."""


def drafted(name: str, of: Course) -> LetterDraft:
    return draft(TOLD[name][0], of)


def lacking(name: str, changed: Facts) -> set[str]:
    return {lack.id for lack in drafted(name, told(name, changed)).lacks}


def read_back(letter: Letter, *, large: bool = False) -> str:
    """Return the text of the letter's pages without spaces, as it lies on the paper."""
    pdf = pdfium.PdfDocument(draw_letter(letter, EnvelopeWindow(), large_print=large))
    pages = (page.get_textpage().get_text_range() for page in pdf)
    return unspaced(" ".join(pages))


def unspaced(text: str) -> str:
    return "".join(text.split()).replace("\u00ad", "").replace("\ufffe", "")


@every_letter
def test_a_letter_that_has_everything_is_called_for_and_may_be_approved(name: str) -> None:
    of, kind = told(name), TOLD[name][0]

    called = letters_called(of, clinic(), supplies().book.catalogue)

    assert kind in {named.letter.kind for named in called}
    assert drafted(name, of).lacks == ()


@every_letter
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_letter_may_be_approved_exactly_when_every_must_is_there(
    name: str, data: st.DataObject
) -> None:
    musts = MUSTS[name]
    absent = data.draw(st.sets(st.sampled_from(sorted(musts))))
    changed = {key: fact for must in absent for key, fact in musts[must].items()}

    lacks = lacking(name, changed)

    # What is written about the facts has nothing left to be about without them.
    assert {lack for lack in lacks if not lack.endswith("_concrete")} == absent


@pytest.mark.parametrize(("name", "changed", "lacks"), BROKEN)
def test_a_letter_that_cannot_hold_is_not_approved(
    name: str, changed: Facts, lacks: set[str]
) -> None:
    assert lacks <= lacking(name, changed)


@every_letter
@pytest.mark.parametrize("large", [False, True], ids=["ordinary", "large"])
def test_the_paper_holds_what_the_letter_must_say(name: str, large: bool) -> None:  # noqa: FBT001 - a parameter of the test
    paper = read_back(drafted(name, told(name)).letter, large=large)

    assert [said for said in HELD[name] if unspaced(said) not in paper] == []


@every_letter
def test_a_letter_says_nothing_that_nobody_entered(name: str) -> None:
    full = drafted(name, told(name)).letter
    bare = drafted(name, told(name, dict.fromkeys(TOLD[name][2], ""))).letter

    assert NEVER_PRINTED.findall(text_of(full)) == []
    assert NEVER_PRINTED.findall(text_of(bare)) == []


@every_letter
def test_a_letter_about_a_child_is_never_approved(name: str) -> None:
    assert "adult" in lacking(name, {"citizen.cpr": "150715-4000"})


@pytest.mark.parametrize("name", ["hearing", "limited", "refused", "changed", "oral"])
def test_only_the_municipality_sends_what_decides(name: str) -> None:
    kind, provider = TOLD[name][0], clinic(Role.PROVIDER)
    called = letters_called(told(name), provider, supplies().book.catalogue)

    assert kind not in {named.letter.kind for named in called}
    assert "authority" in {lack.id for lack in draft(kind, told(name), provider).lacks}


@pytest.mark.parametrize("kind", DECISION_WRITERS)
def test_no_text_of_a_letter_is_hard_to_read(kind: LetterKind) -> None:
    texts = supplies().book.wordings[kind].texts.values()

    assert [text for text in texts if readability_of(text).is_hard] == []


def test_all_decisions_say_the_same_about_appeals() -> None:
    kinds = [LetterKind.DECISION, LetterKind.DECISION_CHANGED, LetterKind.FREE_CHOICE_LIMITED]
    kinds += [LetterKind.FREE_CHOICE_REPLY, LetterKind.WRITTEN_REASONS]
    wordings = [supplies().book.wordings[kind].texts for kind in kinds]
    shared = ("who", "where", "how", "late", "reassess", "medical", "help")

    assert all(len({texts[f"appeal.{key}"] for texts in wordings}) == 1 for key in shared)


def test_a_mandate_goes_to_the_citizen_even_when_there_is_one_already() -> None:
    letter = drafted("mandate", told("mandate", {"request.representative_mandate": ["true"]}))

    assert letter.letter.receiver.lines[0] == "Łukasz Øvelund"
    assert letter.lacks == ()


def test_a_hearing_held_orally_is_written_down_on_the_day_it_is_written() -> None:
    of = told("hearing", {"hearing.way": ["oral"], "hearing.date": "30.10.2026"})

    letter = drafted("hearing", of)

    assert letter.lacks == ()
    assert letter.letter.day == TODAY
    assert "Vi fortalte dig om det den 30. oktober 2026." in text_of(letter.letter)


def test_a_feedback_in_writing_needs_no_reply_yet() -> None:
    unanswered = dict.fromkeys(("recognises", "words", "disagreement", "missing"), "")
    changed: Facts = {f"feedback.{key}": fact for key, fact in unanswered.items()}

    assert lacking("feedback", {**changed, "feedback.way": ["written"]}) == set()


@pytest.mark.parametrize("name", ["changed", "stopped"])
def test_a_change_rests_on_the_follow_up_and_not_on_the_time_for_a_request(name: str) -> None:
    change = text_of(draft(LetterKind.DECISION_CHANGED, told(name)).letter)

    assert "Afgørelsen er truffet efter serviceloven § 101, stk. 1 og 2 og § 148." in change
    assert "Serviceloven § 3, stk. 2" in change


@pytest.mark.parametrize("name", ["limited", "refused", "changed", "stopped", "oral"])
def test_one_who_may_appeal_hears_how_long_a_doctor_can_be_complained_of(name: str) -> None:
    kind, _, _ = TOLD[name]

    text = text_of(draft(kind, told(name)).letter)

    assert "inden 2 år, efter at du opdagede fejlen, og senest 5 år efter" in text


def test_a_yes_to_another_place_cites_the_rule_on_what_is_passed_on() -> None:
    granted = text_of(draft(LetterKind.FREE_CHOICE_REPLY, told("granted")).letter)

    assert "forvaltningsloven § 28" in granted
    assert "Hjælp, mens du venter" in granted


def test_a_stop_that_the_citizen_asked_for_needs_no_reasons() -> None:
    wished: Facts = {"decision.result": ["full"], "decision.exactly": ["true"]}
    without: Facts = {"decision.facts": "", "decision.considerations": "", "decision.hearing": ""}

    assert lacking("stopped", {**wished, **without}) == set()


def test_reasons_of_a_full_grant_are_never_called_for() -> None:
    full: Facts = {
        "decision.result": ["full"],
        "decision.exactly": ["true"],
        "request.wished_kind": ["day"],
    }
    called = letters_called(told("oral", full), clinic(), supplies().book.catalogue)

    assert LetterKind.WRITTEN_REASONS not in {named.letter.kind for named in called}


def test_a_change_is_told_in_its_own_letter_and_not_in_that_of_a_request() -> None:
    called = letters_called(told("changed"), clinic(), supplies().book.catalogue)

    kinds = {named.letter.kind for named in called}
    assert LetterKind.DECISION_CHANGED in kinds
    assert LetterKind.DECISION not in kinds


def test_a_limited_choice_is_refused_in_one_letter_only() -> None:
    called = letters_called(told("limited"), clinic(), supplies().book.catalogue)

    kinds = {named.letter.kind for named in called}
    assert LetterKind.FREE_CHOICE_LIMITED in kinds
    assert LetterKind.FREE_CHOICE_REPLY not in kinds


def test_no_medical_interview_is_offered_once_it_is_held_or_the_region_has_the_duty() -> None:
    held = told("medical", {"medical.result": ["held"]})
    elsewhere = told("medical", {"request.regional": ["hospital"]})
    book = supplies().book

    for of in (held, elsewhere):
        kinds = {named.letter.kind for named in letters_called(of, clinic(), book.catalogue)}
        assert LetterKind.MEDICAL_INTERVIEW_OFFER not in kinds


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2026, 10, 26), "mandag den 23. november"),
        (date(2026, 11, 27), "mandag den 28. december"),
    ],
)
def test_the_time_to_appeal_what_was_told_orally_runs_from_that_day(day: date, last: str) -> None:
    of = told("oral", {"decision.told": f"{day:%d.%m.%Y}"})

    assert f"senest {last} 2026" in text_of(drafted("oral", of).letter)


def test_every_letter_before_and_with_a_decision_is_tried_here() -> None:
    tried = {kind for kind, _, _ in TOLD.values()}

    assert set(DECISION_WRITERS) - OLDER == tried
    assert set(TOLD) == set(MUSTS) == set(HELD)
