"""What a decision letter grants: what was asked for, what the citizen gets, and to what end."""

from models.danish import long_date
from models.decision import Result
from models.letters.basis import Basis, facts, way_in_words
from models.letters.contents import Part, Section, part
from models.letters.letter import Block, Paragraph, Quotation
from models.letters.letter import Result as ResultSentence


def result(basis: Basis, legal: Result) -> Section:
    """Return the result in one sentence, the first the citizen reads."""
    kind, provider = kind_in_words(basis), basis.course.decision.measure.provider
    if legal is not Result.REFUSAL and not (kind and provider):
        return Section("", (part("result"),))
    sentence = basis.speech.say(f"result.{legal}", kind=kind, provider=provider)
    return Section("", (part("result", ResultSentence(sentence)),))


def application(basis: Basis) -> Section:
    """Return what was applied for, in the citizen's own words."""
    request, say = basis.course.request, basis.speech.say
    blocks: tuple[Block, ...] = ()
    if request.words and request.received:
        date = long_date(request.received)
        way = way_in_words(basis.speech, request.way)
        intro = (
            say("application.received", date=date, way=way)
            if way
            else say("application.received_plain", date=date)
        )
        blocks = (Paragraph(intro), Quotation(request.words, say("application.speaker")))
    return Section(say("heading.asked"), (Part(("applied_for",), blocks),))


def granted(basis: Basis) -> Section:
    """Return the concrete measure, field by field."""
    measure, say = basis.course.decision.measure, basis.speech.say
    fields = (
        ("measure_kind", say("field.kind"), kind_in_words(basis).capitalize()),
        ("provider", say("field.provider"), measure.provider),
        ("content", say("field.content"), measure.content),
        ("volume", say("field.volume"), measure.volume),
        ("start", say("field.start"), long_date(measure.start) if measure.start else ""),
        ("duration", say("field.duration"), measure.duration),
        ("contact", say("field.contact"), measure.contact),
        ("free_of_charge", say("field.payment"), _payment(basis)),
    )
    said = (
        *(element for element, _, value in fields if value),
        *(("payment",) if measure.payment else ()),
    )
    rows = facts(*((label, value) for _, label, value in fields))
    return Section(say("heading.granted"), (Part(said, rows),))


def _payment(basis: Basis) -> str:
    """Return what the citizen pays: nothing for treatment, board and lodging as entered."""
    free = basis.speech.say("payment.free")
    return f"{free} {basis.course.decision.measure.payment}".rstrip()


def not_granted(basis: Basis) -> Section:
    """Return what the citizen does not get of what was asked for."""
    text = basis.course.decision.reasons.not_granted
    blocks = (Paragraph(text),) if text else ()
    return Section(basis.speech.say("heading.not_granted"), (Part(("not_granted",), blocks),))


def purpose(basis: Basis) -> Section:
    """Return the purpose of the measure (serviceloven § 3, stk. 2)."""
    text = basis.course.decision.measure.purpose
    blocks = (Paragraph(text),) if text else ()
    return Section(basis.speech.say("heading.purpose"), (Part(("purpose",), blocks),))


def next_steps(basis: Basis) -> Section:
    """Return what happens now."""
    say, plan_141 = basis.speech.say, basis.course.decision.plan_141
    parts = [part("treatment_plan", Paragraph(say("next.plan")))]
    if plan_141:
        parts.append(part("plan_141", Paragraph(say(f"plan_141.{plan_141}"))))
    parts.append(part("changes", Paragraph(say("next.changes"))))
    return Section(say("heading.next"), tuple(parts))


def kind_in_words(basis: Basis) -> str:
    """Return the kind of treatment that is granted; empty when none is chosen."""
    kind = basis.course.decision.measure.kind
    return basis.speech.say(f"kind.{kind.code}") if kind else ""
