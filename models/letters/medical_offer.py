"""The offer of a free medical interview (lægesamtale), or the time that is booked for it."""

from models.course import Course
from models.letters.basis import Basis, facts
from models.letters.contents import LetterDraft, Part, Section, part
from models.letters.drafting import Text, drafted
from models.letters.letter import BulletList, Paragraph, Result
from models.letters.pieces import greeting, on_weekday, plain, reaching, said

_BOOKED = "booked"
_NOT_REACHED = "not-reached"


def is_offered(course: Course) -> bool:
    """Return whether the interview is still to come, and the municipality's to offer."""
    return not (course.medical_interview.is_settled or course.request.is_elsewhere)


def medical_offer(basis: Basis) -> LetterDraft:
    """Return the offer, or the invitation to the time booked, and what it still lacks."""
    say, interview = basis.speech.say, basis.course.medical_interview
    is_booked = interview.result == _BOOKED
    opening = _booked(basis) if is_booked else _offered(basis)
    about = BulletList((say("about.health"), say("about.medicine"), say("about.own")))
    sections = (
        opening,
        Section(say("heading.about"), (plain(about),)),
        Section(say("heading.choice"), (part("voluntary", Paragraph(say("text.voluntary"))),)),
        _reaching(basis, "text.change" if is_booked else "text.book"),
        greeting(basis),
    )
    title = f"title.{interview.result if is_booked else 'offer'}"
    return drafted(basis, Text(say(title), sections, said=_said(basis)))


def _said(basis: Basis) -> frozenset[str]:
    """Return which elements of an invitation are there; an offer without a time needs none."""
    interview = basis.course.medical_interview
    if interview.result != _BOOKED:
        return frozenset({"day", "ahead", "where"})
    lies_ahead = interview.day is None or interview.day >= basis.today
    return frozenset({"ahead"} if lies_ahead else ())


def _booked(basis: Basis) -> Section:
    say, interview = basis.speech.say, basis.course.medical_interview
    parts: list[Part] = []
    if interview.day:
        parts.append(part("day", Result(say("text.booked", date=on_weekday(interview.day)))))
    parts.append(part("where", *facts((say("field.where"), interview.where))))
    parts.append(plain(*facts((say("field.doctor"), interview.doctor))))
    company = say("text.company") if interview.needs_company else ""
    parts.append(plain(Paragraph(say("text.free")), *said(company)))
    return Section("", tuple(parts))


def _offered(basis: Basis) -> Section:
    say, interview = basis.speech.say, basis.course.medical_interview
    again = say("text.again") if interview.result == _NOT_REACHED else ""
    company = say("text.company") if interview.needs_company else ""
    offer = (Result(say("text.offer")), *said(again), Paragraph(say("text.before")), *said(company))
    return Section("", (plain(*offer),))


def _reaching(basis: Basis, key: str) -> Section:
    return Section("", (part("reached", *reaching(basis, key)),))
