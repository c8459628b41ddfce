"""The card for the pocket: what to do when it becomes hard, from the treatment plan."""

from itertools import chain

from models.course import Course
from models.letters.basis import Basis
from models.letters.contents import LetterDraft, Part, Section
from models.letters.drafting import Text, drafted
from models.letters.letter import CardBlock, Heading, Paragraph, PocketCard
from models.letters.pieces import option


def is_agreed(course: Course) -> bool:
    """Return whether the plan says what to do when it becomes hard."""
    return course.plan.relapse.is_made


def lapse_card(basis: Basis) -> LetterDraft:
    """Return the card, and what it still lacks.

    What others can read on it names nobody but the one to call, and nothing about drugs.
    """
    made, say = basis.course.plan.relapse, basis.speech.say
    inside = (
        *_headed(basis, "signs", made.signs),
        *_headed(basis, "situations", made.situations),
        *_headed(basis, "i_do", made.i_do),
        *_headed(basis, "call", made.call),
        *_headed(basis, "children", made.children),
        *_headed(basis, "counsellor_does", made.counsellor_does),
        *_headed(basis, "naloxone", option(basis, "naloxone", made.naloxone)),
        Heading(say("heading.after")),
        Paragraph(say("text.after")),
    )
    card = PocketCard(front=_front(basis), inside=inside, back=_back(basis))
    text = Text(say("title.title"), (Section("", (Part((), (card,)),)),), said=_said(basis))
    return drafted(basis, text)


def _said(basis: Basis) -> frozenset[str]:
    made = basis.course.plan.relapse
    present = {
        "warning": bool(made.signs or made.situations),
        "i_do": bool(made.i_do),
        "call": bool(made.call),
    }
    return frozenset(element for element, is_there in present.items() if is_there)


def _headed(basis: Basis, name: str, text: str) -> tuple[CardBlock, ...]:
    return (Heading(basis.speech.say(f"heading.{name}")), Paragraph(text)) if text else ()


def _front(basis: Basis) -> tuple[CardBlock, ...]:
    return (Paragraph(basis.speech.say("text.front")),)


def _back(basis: Basis) -> tuple[CardBlock, ...]:
    say = basis.speech.say
    can_call = basis.writer and basis.reach
    call = (say("text.call", caseworker=basis.writer, contact=basis.reach),) if can_call else ()
    lines = chain(call, (say("text.emergency"),))
    return tuple(Paragraph(line) for line in lines)
