"""Where one was in a case, to come back to."""

from dataclasses import dataclass

from app.whereabouts import Whereabouts
from models.course import Form


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Where one was in a case when it was locked: a letter, or a place in the form of an entry."""

    case_id: str
    letter: str = ""
    form: str = Form.CONTACT
    entry_id: str = ""
    whereabouts: Whereabouts | None = None
