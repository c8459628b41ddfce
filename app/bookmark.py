"""Where one was in a case, to come back to."""

from dataclasses import dataclass

from app.conversation_mark import ConversationMark
from app.whereabouts import Whereabouts
from models.course import Form


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where one was in a case when it was locked: a letter, or a place in the form of an entry.

    With `conversation` the form was being asked together with the citizen; with `overview`, the
    name of a part of it, the overview lay over that place.
    """

    case_id: str
    letter: str = ""
    form: str = Form.CONTACT
    entry_id: str = ""
    whereabouts: Whereabouts | None = None
    conversation: ConversationMark | None = None
    overview: str = ""
