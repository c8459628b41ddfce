"""The decision that the free choice is limited out of regard for the citizen (frit valg)."""

from models.course import Course
from models.letters.appealing import appeal_section, deadline_by
from models.letters.basis import Basis
from models.letters.choosing import asked_for, is_own, rights
from models.letters.contents import LetterDraft, Section, part
from models.letters.drafting import Text, drafted
from models.letters.letter import Paragraph, Result
from models.letters.pieces import greeting, plain, quoted, reaching, said

_EXTRACT = ("sel-101-5", "sel-101-7", "fvl-24")


def is_limited(course: Course) -> bool:
    """Return whether the choice is limited."""
    return course.free_choice.is_limited


def free_choice_limited(basis: Basis) -> LetterDraft:
    """Return the decision that limits the choice, and what it still lacks."""
    say, choice = basis.speech.say, basis.course.free_choice
    sections = (
        Section("", (plain(Result(say("text.result")), *_refused(basis)),)),
        asked_for(basis),
        Section(say("heading.open"), (part("open", *said(choice.limit.still_open)),)),
        _reasons(basis),
        _view(basis),
        Section("", (plain(*reaching(basis, "text.help")),)),
        appeal_section(basis, deadline_by(basis, choice.delivery), ""),
        rights(basis),
        greeting(basis),
    )
    text = Text(
        say("title.title"),
        sections,
        said=_said(basis),
        extract=_EXTRACT,
        delivery=choice.delivery,
    )
    return drafted(basis, text)


def _said(basis: Basis) -> frozenset[str]:
    limit = basis.course.free_choice.limit
    present = {
        "heard": limit.is_heard is True,
        "reason_concrete": is_own(basis, limit.reason, limit.view),
    }
    return frozenset(element for element, is_there in present.items() if is_there)


def _refused(basis: Basis) -> tuple[Paragraph, ...]:
    choice = basis.course.free_choice
    if choice.answer != "no" or not choice.place:
        return ()
    return (Paragraph(basis.speech.say("text.refused", place=choice.place)),)


def _reasons(basis: Basis) -> Section:
    say, choice = basis.speech.say, basis.course.free_choice
    further = choice.reasons if choice.answer == "no" else ""
    rules = Paragraph(say("text.rules"))
    why = part("reason", *said(choice.limit.reason))
    return Section(say("heading.why"), (why, plain(*said(further)), part("rules", rules)))


def _view(basis: Basis) -> Section:
    say, limit = basis.speech.say, basis.course.free_choice.limit
    heard = say("text.heard") if limit.is_heard and limit.view else ""
    words = quoted(limit.view, say("text.speaker"))
    return Section(say("heading.view"), (part("view", *said(heard), *words),))
