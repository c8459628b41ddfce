"""Where a letter goes and how it arrives, as the screen says it beside the letter."""

from models.course import Course
from models.letters.catalogue import LetterRow, SentTo
from models.letters.letter import LetterKind
from models.letters.sending import sending


def sending_shown(row: LetterRow, course: Course, *, is_issued: bool) -> tuple[str, ...]:
    """Return the sentences about sending a letter of this kind, whether issued or not.

    To whom an issued letter goes stands on it, whatever was entered since.
    """
    if row.sent_to is not SentTo.CITIZEN:
        return ()
    is_decision = row.kind is LetterKind.DECISION
    said = sending(course, course.decision.delivery if is_decision else None)
    return said.way if is_issued else (*said.to, *said.way)
