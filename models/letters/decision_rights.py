"""What a decision letter tells the citizen to do with it: choose, ask, get help, appeal."""

from models.danish import long_date
from models.letters.appealing import appeal_section, deadline_by
from models.letters.basis import Basis
from models.letters.contents import Part, Section, part
from models.letters.letter import Block, BulletList, Paragraph


def free_choice(basis: Basis) -> Section:
    """Return the right to choose another place of the same kind (serviceloven § 101, stk. 5-7)."""
    heading = basis.speech.say("heading.free_choice")
    if basis.course.decision.limits_free_choice:
        return Section(basis.speech.say("heading.no_free_choice"), (_limited(basis),))
    if not (basis.writer and basis.reach):
        return Section(heading, (part("free_choice"),))
    return Section(heading, (part("free_choice", *_choosing(basis)),))


def _limited(basis: Basis) -> Part:
    reason = basis.course.decision.free_choice_reason
    if not reason:
        return part("free_choice")
    return part(
        "free_choice", Paragraph(basis.speech.say("free_choice.limited")), Paragraph(reason)
    )


def _choosing(basis: Basis) -> tuple[Block, ...]:
    say, decision = basis.speech.say, basis.course.decision
    who = {"caseworker": basis.writer, "contact": basis.reach}
    tell = (
        say("free_choice.tell_by", date=long_date(decision.free_choice_by), **who)
        if decision.free_choice_by
        else say("free_choice.tell", **who)
    )
    return (
        Paragraph(say("free_choice.may")),
        Paragraph(f"{say('free_choice.limits')} {say('free_choice.regard')}"),
        Paragraph(tell),
    )


def medical_interview(basis: Basis) -> Section:
    """Return the offer of a free medical interview, or what came of it (sundhedsloven § 142)."""
    say, interview = basis.speech.say, basis.course.medical_interview
    key = interview.result if interview.result in {"held", "booked", "declined"} else "offer"
    if key in {"held", "booked"} and interview.day is None:
        key += "_undated"
    date = long_date(interview.day) if interview.day else ""
    text = Paragraph(say(f"medical.{key}", date=date))
    return Section(say("heading.medical"), (part("medical_interview", text),))


def other_help(basis: Basis) -> Section:
    """Return the other help that can meet a need the decision does not meet."""
    say, decision = basis.speech.say, basis.course.decision
    blocks: list[Block] = []
    if decision.other_help:
        blocks = [Paragraph(say("other_help.intro")), BulletList(decision.other_help)]
    if decision.other_help_text:
        blocks.append(Paragraph(decision.other_help_text))
    return Section(say("heading.other_help"), (part("other_help", *blocks),))


def appeal(basis: Basis) -> Section:
    """Return the appeal guidance with address and date (forvaltningsloven § 25)."""
    decision = basis.course.decision
    effect = "appeal.running" if decision.grants_something else ""
    return appeal_section(basis, deadline_by(basis, decision.delivery), effect)


def greeting(basis: Basis) -> Section:
    """Return the greeting of the one who answers for the letter."""
    if not basis.writer:
        return Section("", ())
    clinic = basis.clinic.unit or basis.clinic.name
    text = basis.speech.say("rights.greeting", writer=basis.writer, clinic=clinic)
    return Section("", (part("greeting", Paragraph(text)),))


def rights(basis: Basis) -> Section:
    """Return the right to help, and how the citizen's data are used."""
    say, clinic = basis.speech.say, basis.clinic
    privacy: list[Block] = [Paragraph(say("rights.privacy"))]
    if clinic.privacy_contact:
        contact = say("rights.privacy_contact", contact=clinic.privacy_contact)
        privacy.append(Paragraph(contact))
    return Section(
        say("heading.rights"),
        (
            part("representation", Paragraph(say("rights.companion"))),
            part("privacy", *privacy),
            *_copy(basis),
        ),
    )


def _copy(basis: Basis) -> tuple[Part, ...]:
    request, name = basis.course.request, basis.course.citizen.name
    if not (request.acting and request.wants_copy and name):
        return ()
    return (part("copy", Paragraph(basis.speech.say("rights.copy", name=name))),)
