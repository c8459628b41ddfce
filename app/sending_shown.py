"""Where a letter goes and how it arrives, as the screen says it beside the letter."""

from models.course import Course
from models.letters.alone import planned_way
from models.letters.catalogue import LetterRow, SentTo
from models.letters.sending import sending


def sending_shown(row: LetterRow, course: Course, *, is_issued: bool) -> tuple[str, ...]:
    """Return the sentences about sending a letter of this kind, whether issued or not.

    *course* is as the letter sees it. To whom an issued letter goes stands on it, whatever was
    entered since.
    """
    if row.sent_to is not SentTo.CITIZEN:
        return ()
    said = sending(course, planned_way(row.kind, course))
    return said.way if is_issued else (*said.to, *said.way)
