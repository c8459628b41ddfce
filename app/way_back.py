"""Where one was in a case before one went beside its steps."""

from app.bookmark import Bookmark
from models.case import Case, Entry
from models.course import Form


class WayBack:
    """Remembers one place at a time."""

    def __init__(self) -> None:
        self._place: Bookmark | None = None

    @property
    def place(self) -> Bookmark | None:
        """Where one was; None when nothing is remembered."""
        return self._place

    def remember(self, place: Bookmark) -> None:
        """Remember *place* instead of what was remembered."""
        self._place = place

    def take(self) -> Bookmark | None:
        """Return where one was, and forget it."""
        place, self._place = self._place, None
        return place

    def waits_for(self, signed: Entry, case: Case) -> bool:
        """Return whether one goes back now that *signed* is.

        So one does to a letter and to a draft that is kept in *case*; and after a word about a
        task, which is said in passing, wherever one was.
        """
        if self._place is None:
            return False
        if signed.form == Form.TASK_NOTE:
            return True
        entry = case.entry(self._place.entry_id)
        return bool(self._place.letter) or (entry is not None and not entry.is_signed)
