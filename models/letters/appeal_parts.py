"""Pieces that the letters about an appeal share: who appealed of what, and in which words."""

from datetime import date

from models.appeals import Appeal
from models.course import Form
from models.deadlines.term import last_day
from models.letters.basis import Basis, facts, length_in_words
from models.letters.contents import Part, part
from models.letters.letter import Block, Paragraph
from models.letters.pieces import dated, on_weekday, quoted

_OF_A_DECISION = {"", "decision", "missing"}
_CITIZEN = {"", "citizen"}


def appeal_telling(appeal: Appeal) -> str:
    """Return what tells one appeal from the others: the day it came."""
    return dated(appeal.received)


def is_of_a_decision(appeal: Appeal) -> bool:
    """Return whether the municipality has to look again: a decision, or that none was made."""
    return appeal.kind in _OF_A_DECISION


def is_reassessed(appeal: Appeal) -> bool:
    """Return whether the municipality has looked again and said what came of it."""
    return is_of_a_decision(appeal) and appeal.result in {"changed", "partly", "upheld"}


def is_forwarded(appeal: Appeal) -> bool:
    """Return whether the appeal goes on: nothing was changed, or the citizen upholds the rest."""
    is_partly_kept = appeal.result == "partly" and appeal.kept == "yes"
    return is_of_a_decision(appeal) and (appeal.result == "upheld" or is_partly_kept)


def appealed(basis: Basis, appeal: Appeal) -> frozenset[str]:
    """Return "party_matches" when the one who appealed may, "decided" when the day is known."""
    request = basis.course.request
    by_another = {
        "representative": request.acting is not None or appeal.has_mandate is True,
        "guardian": request.acting is not None,
    }
    may = appeal.by in _CITIZEN or by_another.get(appeal.by, False)
    said = {
        "party_matches": may,
        "decided": appeal.kind == "missing" or decided(basis, appeal) is not None,
    }
    return frozenset(element for element, is_there in said.items() if is_there)


def decided(basis: Basis, appeal: Appeal) -> date | None:
    """Return the day of the decision that was appealed, as the appeal or the decision says."""
    if appeal.kind == "missing":
        return None
    course = basis.course
    signed = course.decision.day if course.is_signed(Form.DECISION) else None
    return appeal.decided or signed


def words(basis: Basis, appeal: Appeal) -> Part:
    """Return what the citizen is dissatisfied with, in the citizen's own words."""
    return part("words", *quoted(appeal.words, basis.speech.say("text.speaker")))


def late(basis: Basis, appeal: Appeal) -> tuple[Block, ...]:
    """Return that the appeal came late and why; nothing when it did not."""
    if appeal.is_late is not True:
        return ()
    say = basis.speech.say
    return (Paragraph(say("text.late")), *quoted(appeal.late_reason, say("text.late_speaker")))


def new_facts(basis: Basis, appeal: Appeal) -> Part:
    """Return what has come to be known since the decision."""
    return Part((), facts((basis.speech.say("field.new_facts"), appeal.new_facts)))


def reassessed_by(basis: Basis, appeal: Appeal) -> tuple[str, str]:
    """Return the last day for looking again, and how long that is, ``("... 2026", "4 uger")``.

    Both are empty when nobody knows when the appeal came.
    """
    if appeal.received is None:
        return "", ""
    length = basis.law.length("reassessment", appeal.received)
    due = last_day(appeal.received, length, basis.law.calendar)
    return on_weekday(due), length_in_words(length)
