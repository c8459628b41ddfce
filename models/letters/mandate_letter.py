"""The mandate (fuldmagt): the citizen lets somebody act in the case, and can take it back."""

from dataclasses import replace

from models.course import Course
from models.letters.basis import Basis, facts
from models.letters.contents import LetterDraft, Section, part
from models.letters.drafting import Text, drafted
from models.letters.letter import BulletList, Paragraph, Result, SignatureLines
from models.letters.pieces import plain, reaching
from models.request import Representative


def is_representative_named(course: Course) -> bool:
    """Return whether the citizen wants somebody to act in the case."""
    return course.request.representative is not None


def mandate_letter(basis: Basis) -> LetterDraft:
    """Return the mandate for the citizen to sign, and what it still lacks."""
    own = _to_the_citizen(basis)
    say, chosen = own.speech.say, own.course.request.representative
    sections = (
        _given(own, chosen) if chosen else Section("", ()),
        Section(say("heading.yours"), (part("withdraw", _yours(own)),)),
        _signing(own),
    )
    return drafted(own, Text(say("title.title"), sections))


def _to_the_citizen(basis: Basis) -> Basis:
    """Return *basis* without anybody acting: it is the citizen who signs a mandate."""
    request = basis.course.request
    chosen = request.representative
    without = replace(chosen, has_mandate=False) if chosen else None
    course = replace(basis.course, request=replace(request, representative=without))
    return replace(basis, course=course)


def _given(basis: Basis, chosen: Representative) -> Section:
    say, clinic = basis.speech.say, basis.clinic.unit or basis.clinic.name
    if not chosen.name:
        return Section("", (part("name"),))
    address = facts((say("field.address"), ", ".join(chosen.address.lines)))
    may = BulletList(tuple(say(f"may.{key}") for key in ("letters", "papers", "meet", "appeal")))
    given = Result(say("text.given", name=chosen.name, clinic=clinic))
    return Section(
        "",
        (
            part("name", given),
            part("address", *address),
            part("scope", Paragraph(say("text.may")), may),
        ),
    )


def _yours(basis: Basis) -> BulletList:
    say, copy = basis.speech.say, "copy" if basis.course.request.wants_copy else "no_copy"
    return BulletList(tuple(say(f"yours.{key}") for key in ("speak", "treatment", "stop", copy)))


def _signing(basis: Basis) -> Section:
    say, course = basis.speech.say, basis.course
    chosen = course.request.representative
    roles = (course.citizen.name or say("sign.citizen"), chosen.name if chosen else "")
    lines = SignatureLines(tuple(role for role in roles if role))
    signature = part("signature", Paragraph(say("sign.intro")), lines)
    return Section(say("heading.sign"), (plain(*reaching(basis, "text.return")), signature))
