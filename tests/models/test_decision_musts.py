"""What a decision letter may not be without, against an oracle that reads the facts by itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from app.facts import Fact, Facts, answers_from
from app.supplies import supplies
from models.case import Case
from models.clinic import clinic_of
from models.course import Course, Form, course_of
from models.decision import Result
from models.letters.contents import LetterDraft
from models.letters.letter import LetterKind
from tests.builders import (
    CLINIC,
    CONTACT,
    DECIDED,
    PARTIAL_REFUSAL,
    REPRESENTED,
    REQUEST,
    draft,
    entry,
    text_of,
)

MATRIX = supplies().book.musts.contents.elements
CHILD = "150715-4000"
STANDARD = "Du opfylder ikke betingelserne for at få det."
FORMS = {
    "contact": Form.CONTACT,
    "citizen": Form.CONTACT,
    "request": Form.REQUEST,
    "decision": Form.DECISION,
    "feedback": Form.FEEDBACK,
    "start": Form.START,
}
Change: TypeAlias = Facts


@dataclass(frozen=True)
class Told:
    """All facts of one case: answers, the office's, and what is not an answer.

    "today" is the day the letter is written, "draft.FORM" stands for a form that is not signed.
    """

    facts: Facts

    def text(self, key: str) -> str:
        fact = self.facts.get(key, "")
        return fact if isinstance(fact, str) else ""

    def code(self, key: str) -> str:
        fact = self.facts.get(key, "")
        return fact[0] if isinstance(fact, list) and fact else ""

    def is_yes(self, key: str) -> bool:
        return self.code(key) == "true"

    def day(self, key: str) -> date | None:
        try:
            day, month, year = (int(number) for number in self.text(key).split("."))
            return date(year, month, day)
        except ValueError:
            return None

    @property
    def letter_day(self) -> date | None:
        return self.day("decision.date") or self.day("today")

    def of_form(self, form: Form) -> dict[str, Fact]:
        return {
            key: fact
            for key, fact in self.facts.items()
            if FORMS.get(key.partition(".")[0]) is form
        }

    @property
    def course(self) -> Course:
        entries = (
            entry(form, facts, signed=f"draft.{form}" not in self.facts, number=number)
            for number, form in enumerate(Form, start=1)
            if (facts := self.of_form(form))
        )
        return course_of(Case("case", tuple(entries)))

    def letter(self) -> LetterDraft:
        office = {key: fact for key, fact in self.facts.items() if key.startswith("clinic.")}
        clinic = clinic_of(answers_from(supplies().newest("clinic"), office, DECIDED))
        today = self.day("today")
        assert today is not None
        return draft(LetterKind.DECISION, self.course, clinic, today)

    def but(self, *changes: Change) -> "Told":
        facts = dict(self.facts)
        for change in changes:
            facts.update(change)
        return Told({key: fact for key, fact in facts.items() if fact})


TODAY: Facts = {"today": "9.11.2026"}
PARTIAL = Told({**CONTACT, **REQUEST, **PARTIAL_REFUSAL, **CLINIC, **TODAY})
LAWFUL = {
    Result.FULL: PARTIAL.but(
        {
            "request.wished_kind": ["day"],
            "request.wished_provider": "åløkke DAGBEHANDLING",
            "decision.result": ["full"],
            "decision.exactly": ["true"],
        }
    ),
    Result.PARTIAL: PARTIAL,
    Result.REFUSAL: PARTIAL.but({"decision.result": ["refusal"]}),
}
GUARDIAN: Facts = {
    "request.representation": ["guardian"],
    "request.guardian_name": "Øve Værge",
    "request.guardian_covers": ["true"],
    "request.guardian_street": "Øvegade 7",
    "request.guardian_postal_code": "0000",
    "request.guardian_town": "Prøveby",
}
REPRESENTATIVE: Facts = {key: fact for key, fact in REPRESENTED.items() if key not in REQUEST}
ALTERNATIVES: tuple[tuple[str, tuple[Fact, ...]], ...] = (
    ("today", ("8.11.2026", "10.11.2026")),
    ("draft.decision", ("yes",)),
    ("contact.anonymous", (["true"], ["false"])),
    ("citizen.cpr", (CHILD,)),
    ("citizen.country", ("Polen", "Danmark")),
    ("citizen.digital_post", (["exempt"], ["reads"])),
    ("request.wished_kind", (["outpatient"], ["residential"], ["day"], ["no-wish"])),
    ("request.wished_provider", ("Åløkke Dagbehandling", "Et helt andet sted")),
    ("clinic.role", (["authority"], ["provider"])),
    ("clinic.email", ("post@example.invalid",)),
    ("feedback.against", (["true"], ["false"])),
    ("decision.hearing", (["done"], ["not-needed"])),
    ("decision.date", ("8.11.2026", "10.11.2026", "32.13.2026")),
    ("decision.result", (["full"], ["partial"], ["refusal"])),
    ("decision.exactly", (["true"], ["false"])),
    ("decision.measure", (["outpatient"], ["residential"])),
    ("decision.start", ("8.11.2026", "9.11.2026")),
    ("decision.free_choice_by", ("8.11.2026", "9.11.2026", "20.11.2026")),
    ("decision.free_choice_limited", (["true"], ["false"])),
    ("decision.facts", (STANDARD,)),
    ("decision.considerations", (STANDARD,)),
    ("decision.view_answer", (STANDARD,)),
    ("decision.delivery", (["digital-post"], ["handed-over"])),
    ("decision.caseworker_phone", ("00 00 00 11",)),
    ("decision.other_help_text", ("Du kan ringe til Øvelinjen.",)),
)
TOGETHER: tuple[Change, ...] = (
    {"feedback.against": ["true"], "decision.hearing": ""},
    REPRESENTATIVE,
    {**REPRESENTATIVE, "request.representative_mandate": ""},
    {**REPRESENTATIVE, "request.representative_mandate": ["false"]},
    {**REPRESENTATIVE, "request.representative_name": ""},
    {**REPRESENTATIVE, "request.representative_postal_code": ""},
    {**REPRESENTATIVE, "citizen.street": "", "citizen.town": ""},
    {"citizen.country": "Polen", "citizen.postal_code": ""},
    GUARDIAN,
    {**GUARDIAN, "request.guardian_covers": ["false"]},
    {**GUARDIAN, "request.guardian_covers": ""},
    {**GUARDIAN, "request.guardian_name": ""},
    {**GUARDIAN, "request.guardian_name": "", "request.guardian_covers": ["false"]},
    {**GUARDIAN, "request.guardian_town": ""},
    {**GUARDIAN, "citizen.street": "", "citizen.town": ""},
    {"citizen.digital_post": ["exempt"], "decision.delivery": ["digital-post"]},
    {"decision.start": "8.11.2026", "start.date": "8.11.2026"},
    {"decision.start": "8.11.2026", "start.date": "7.11.2026"},
    {"decision.start": "8.11.2026", "start.date": "8.11.2026", "draft.start": "yes"},
    {
        "decision.free_choice_limited": ["true"],
        "decision.free_choice_limited_reason": "Du har brug for ro om ét sted.",
        "decision.free_choice_by": "8.11.2026",
    },
)
LEAVABLE = sorted({key for told in LAWFUL.values() for key in told.facts} - {"today"})
CHANGES: tuple[Change, ...] = (
    *({key: ""} for key in LEAVABLE),
    *({key: fact} for key, facts in ALTERNATIVES for fact in facts),
    *TOGETHER,
)


def legal(told: Told) -> Result | None:
    """Return the result by the letter of the law: full is exactly what was asked for."""
    if told.code("decision.result") != "full":
        chosen = told.code("decision.result")
        return Result(chosen) if chosen else None
    asked, given_kind = told.code("request.wished_kind"), told.code("decision.measure")
    other_kind = asked in {"outpatient", "day", "residential"} - {given_kind} and given_kind != ""
    place = told.text("request.wished_provider").lower()
    other_place = place not in {"", told.text("decision.provider").lower()}
    limited = told.is_yes("decision.free_choice_limited")
    exactly = told.is_yes("decision.exactly")
    return Result.PARTIAL if other_kind or other_place or limited or not exactly else Result.FULL


def whole_address(told: Told, of: str) -> bool:
    abroad = told.text(f"{of}country") == "Polen"
    parts = ("street", "town") if abroad else ("street", "postal_code", "town")
    return all(told.text(f"{of}{part}") for part in parts)


def posted(told: Told) -> bool:
    return told.code("decision.delivery") == "letter"


def represented(told: Told) -> bool:
    return told.code("request.representation") == "representative"


def mandated(told: Told) -> bool:
    return represented(told) and told.is_yes("request.representative_mandate")


def represents(told: Told) -> bool:
    return mandated(told) and told.text("request.representative_name") != ""


def has_guardian(told: Told) -> bool:
    return told.code("request.representation") == "guardian"


def guards(told: Told) -> bool:
    is_named = told.text("request.guardian_name") != ""
    return has_guardian(told) and told.is_yes("request.guardian_covers") and is_named


def knows_guardian(told: Told) -> bool:
    if not (has_guardian(told) and told.is_yes("request.guardian_covers")):
        return True
    reaches = not posted(told) or whole_address(told, "request.guardian_")
    return told.text("request.guardian_name") != "" and (reaches or not guards(told))


def has_receiver(told: Told) -> bool:
    reaches = (
        represents(told) or guards(told) or not posted(told) or whole_address(told, "citizen.")
    )
    return told.text("citizen.name") != "" and reaches


def has_representative(told: Told) -> bool:
    if not represented(told):
        return True
    reaches = not (mandated(told) and posted(told))
    reaches = reaches or whole_address(told, "request.representative_")
    return told.text("request.representative_name") != "" and reaches


def is_reachable(told: Told) -> bool:
    exempt = told.code("citizen.digital_post") == "exempt"
    return (
        represents(told)
        or guards(told)
        or not exempt
        or told.code("decision.delivery") != "digital-post"
    )


def matches_request(told: Told) -> bool:
    claims = told.code("decision.result") == "full" and told.is_yes("decision.exactly")
    return legal(told) is Result.FULL or not claims


def names_result(told: Told) -> bool:
    granted = told.code("decision.measure") and told.text("decision.provider")
    chosen = told.code("decision.result")
    return chosen == "refusal" or bool(chosen and granted)


def says_free_choice(told: Told) -> bool:
    if told.is_yes("decision.free_choice_limited"):
        return told.text("decision.free_choice_limited_reason") != ""
    ways = ("decision.caseworker_phone", "clinic.phone", "clinic.email")
    return told.text("decision.caseworker") != "" and any(told.text(way) for way in ways)


def may_still_choose(told: Told) -> bool:
    by, limited = told.day("decision.free_choice_by"), told.is_yes("decision.free_choice_limited")
    return by is None or limited or not before_the_letter(told, by)


def may_still_begin(told: Told) -> bool:
    start = told.day("decision.start")
    began = told.day("start.date") if "draft.start" not in told.facts else None
    return start is None or start == began or not before_the_letter(told, start)


def knows_the_day(told: Told) -> bool:
    """Return whether the day that the facts of `PARTIAL_REFUSAL` name is told anywhere."""
    return "2.11.2026" in {told.text("contact.date"), told.text("request.received")}


def leans_on_facts(told: Told, key: str) -> bool:
    """Return whether a text says something of the home and work that the facts tell of."""
    if told.text(key) in {"", STANDARD}:
        return told.text(key) == ""
    return told.text("decision.facts") not in {"", STANDARD} and knows_the_day(told)


def is_heard(told: Told) -> bool:
    """Return whether one who something speaks against was heard; no day of it is ever told here."""
    return not told.is_yes("feedback.against") or told.code("decision.hearing") == "not-needed"


def before_the_letter(told: Told, day: date) -> bool:
    return told.letter_day is not None and day < told.letter_day


def text(key: str) -> Callable[[Told], bool]:
    return lambda told: told.text(key) != ""


def code(key: str) -> Callable[[Told], bool]:
    return lambda told: told.code(key) != ""


def always(_: Told) -> bool:
    return True


VERBATIM = {
    "provider": "decision.provider",
    "content": "decision.content",
    "volume": "decision.volume",
    "duration": "decision.duration",
    "contact": "decision.contact",
    "purpose": "decision.purpose",
    "not_granted": "decision.not_granted",
    "facts": "decision.facts",
    "considerations": "decision.considerations",
    "citizen_view": "decision.citizen_view",
    "view_answer": "decision.view_answer",
    "applied_for": "request.words",
    "appeal_guidance": "clinic.street",
    "free_choice": "decision.caseworker",
}
"""The answers that stand in the letter as they were written, by the element they make."""

HELD: dict[str, Callable[[Told], bool]] = {
    **{element: text(key) for element, key in VERBATIM.items()},
    "authority": lambda told: told.code("clinic.role") in {"authority", "both"},
    "adult": lambda told: told.text("citizen.cpr") != CHILD,
    "signed": lambda told: "draft.decision" not in told.facts,
    "dated": lambda told: told.letter_day == told.day("today"),
    "matches_request": matches_request,
    "receiver": has_receiver,
    "representative": has_representative,
    "mandate": lambda told: mandated(told) or not represented(told),
    "reachable": is_reachable,
    "guardian": knows_guardian,
    "guardianship": lambda told: (
        not has_guardian(told) or told.code("request.guardian_covers") != ""
    ),
    "named": lambda told: not told.is_yes("contact.anonymous"),
    "sender": lambda told: (
        told.text("decision.caseworker") != "" and told.day("decision.date") is not None
    ),
    "result": names_result,
    "applied_for": lambda told: (
        told.text("request.words") != "" and told.day("request.received") is not None
    ),
    "measure_kind": code("decision.measure"),
    "start": lambda told: told.day("decision.start") is not None,
    "start_passed": may_still_begin,
    "legal_basis": always,
    "sources": code("decision.sources"),
    "view_answer": lambda told: told.text("decision.view_answer") != "",
    "facts_concrete": lambda told: (
        told.text("decision.facts") != STANDARD
        and (told.text("decision.facts") == "" or knows_the_day(told))
    ),
    "considerations_concrete": lambda told: leans_on_facts(told, "decision.considerations"),
    "view_answer_concrete": lambda told: leans_on_facts(told, "decision.view_answer"),
    "heard": is_heard,
    "other_help": lambda told: (
        told.code("decision.other_help") != "" or told.text("decision.other_help_text") != ""
    ),
    "free_choice": says_free_choice,
    "free_choice_by_passed": may_still_choose,
    "medical_interview": always,
    "plan_141": code("decision.plan_141"),
    "appeal_guidance": lambda told: (
        told.code("decision.delivery") != "" and whole_address(told, "clinic.")
    ),
}

ANY = {"authority", "adult", "signed", "dated", "matches_request", "receiver", "mandate"}
ANY |= {"representative", "guardian", "guardianship", "named", "reachable", "sender", "result"}
GRANT = {"measure_kind", "provider", "content", "volume", "start", "start_passed", "duration"}
GRANT |= {"contact", "purpose", "free_choice", "free_choice_by_passed"}
REASONS = {"applied_for", "not_granted", "facts", "considerations", "citizen_view", "view_answer"}
REASONS |= {"facts_concrete", "considerations_concrete", "view_answer_concrete"}
REASONS |= {"legal_basis", "appeal_guidance"}
CRUCIAL = {
    Result.FULL: ANY | GRANT,
    Result.PARTIAL: ANY | GRANT | REASONS,
    Result.REFUSAL: ANY | REASONS,
}
"""What no letter may be without, whatever the matrix says."""


def lacking(letter: LetterDraft) -> set[str]:
    return {lack.id for lack in letter.lacks}


def expected(told: Told) -> set[str]:
    """Return what the letter lacks by the matrix; without a result it is judged as a refusal."""
    drawn = legal(told) or Result.REFUSAL
    return {e.id for e in MATRIX if drawn in e.must_for and not HELD[e.id](told)}


@given(st.sampled_from(Result), st.lists(st.sampled_from(CHANGES), max_size=5))
@settings(max_examples=400)
def test_a_letter_may_be_approved_exactly_when_it_holds_all_it_must(
    result: Result, changes: list[Change]
) -> None:
    told = LAWFUL[result].but(*changes)

    letter = told.letter()

    assert lacking(letter) == expected(told)
    if letter.lacks == ():
        drawn = legal(told)
        event(f"approved: {drawn}")
        assert drawn is not None
        assert [element for element in CRUCIAL[drawn] if not HELD[element](told)] == []
        said = text_of(letter.letter)
        musts = {element.id for element in MATRIX if drawn in element.must_for}
        limited = {"free_choice"} if told.is_yes("decision.free_choice_limited") else set()
        keys = {VERBATIM[element] for element in (musts & VERBATIM.keys()) - limited}
        assert {key for key in keys if told.text(key) not in said} == set()


@pytest.mark.parametrize("result", Result)
def test_a_lawful_letter_of_each_result_may_be_approved(result: Result) -> None:
    told = LAWFUL[result]

    assert legal(told) is result
    assert told.letter().lacks == ()


@pytest.mark.parametrize("result", Result)
def test_each_change_of_a_lawful_case_makes_the_letter_lack_what_it_takes_away(
    result: Result,
) -> None:
    changed = [LAWFUL[result].but(change) for change in CHANGES]

    wrong = [told.facts for told in changed if lacking(told.letter()) != expected(told)]

    assert wrong == []


@pytest.mark.parametrize("result", Result)
def test_what_the_law_wants_is_a_must_in_the_matrix(result: Result) -> None:
    musts = {element.id for element in MATRIX if result in element.must_for}

    assert CRUCIAL[result] - musts == set()


def test_every_must_can_be_lacking() -> None:
    """An element that no case could ever lack would be a rule that guards nothing."""
    always_said = {"legal_basis", "medical_interview"}
    changed = (told.but(change) for told in LAWFUL.values() for change in CHANGES)

    reached = {lack for told in changed for lack in lacking(told.letter())}

    assert {element.id for element in MATRIX if element.must_for} - reached == always_said
