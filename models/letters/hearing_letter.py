"""The hearing (partshøring): what speaks against the citizen, and how to answer it in time."""

from models.course import Course
from models.hearing import HeardFact
from models.letters.basis import Basis, Dating, Occasion, facts
from models.letters.contents import LetterDraft, Section, part
from models.letters.drafting import Text, drafted
from models.letters.letter import Block, BulletList, Heading, Paragraph, Result
from models.letters.pieces import dated, greeting, on_weekday, plain, reaching, said

_EXTRACT = ("fvl-19", "fvl-21")


def hearing_dating(course: Course, occasion: Occasion) -> Dating:
    """Return the day a hearing is sent; one that was held orally is written down afterwards."""
    hearing = course.hearing
    day = None if hearing.is_oral else hearing.day
    return Dating(day or occasion.today, occasion.person)


def hearing_letter(basis: Basis) -> LetterDraft:
    """Return the letter the citizen is heard by, and what it still lacks."""
    hearing, say = basis.course.hearing, basis.speech.say
    sections = (
        Section("", (part("due", *_result(basis)),)),
        Section(say("heading.about"), (part("about", *said(hearing.about)),)),
        _facts(basis),
        Section(say("heading.enclosed"), (plain(*said(hearing.enclosed)),)),
        _answering(basis),
        Section(say("heading.rights"), (part("rights", _rights(basis)),)),
        greeting(basis),
    )
    text = Text(
        say("title.title"),
        sections,
        said=_said(basis),
        extract=_EXTRACT,
        delivery=hearing.delivery,
    )
    return drafted(basis, text)


def _said(basis: Basis) -> frozenset[str]:
    hearing = basis.course.hearing
    present = {
        "way": hearing.is_oral or hearing.delivery is not None,
        "due_ahead": hearing.due is None or hearing.due >= basis.day,
    }
    return frozenset(element for element, is_there in present.items() if is_there)


def _result(basis: Basis) -> tuple[Block, ...]:
    hearing, say = basis.course.hearing, basis.speech.say
    if hearing.due is None:
        return ()
    asked = Result(say("text.asked", date=on_weekday(hearing.due)))
    oral = say("text.oral", date=dated(hearing.day)) if hearing.is_oral and hearing.day else ""
    return (asked, *said(oral))


def _facts(basis: Basis) -> Section:
    say, heard = basis.speech.say, basis.course.hearing.heard
    blocks: list[Block] = [Paragraph(say("text.facts"))] if heard else []
    for number, fact in enumerate(heard, start=1):
        if len(heard) > 1:
            blocks.append(Heading(say("heading.fact", number=str(number)), level=3))
        blocks += _fact(basis, fact)
    return Section(say("heading.facts"), (part("facts", *blocks),))


def _fact(basis: Basis, fact: HeardFact) -> tuple[Block, ...]:
    say = basis.speech.say
    rows = facts(
        (say("field.source"), fact.source),
        (say("field.day"), dated(fact.day)),
        (say("field.meaning"), fact.meaning),
    )
    return (Paragraph(fact.what), *rows)


def _answering(basis: Basis) -> Section:
    say = basis.speech.say
    how = reaching(basis, "text.how")
    more = (Paragraph(say("text.more_time")), Paragraph(say("text.silence"))) if how else ()
    return Section(say("heading.answer"), (part("how", *how, *more),))


def _rights(basis: Basis) -> BulletList:
    say = basis.speech.say
    return BulletList(tuple(say(f"rights.{key}") for key in ("companion", "papers", "wait")))
