"""The offer to carry a draft over to a newer edition of its form."""

from app.editions import carried_draft, newer_edition
from app.work import Work
from forms.carrying import LeftBehind
from models.case import Entry
from views.screen.newer_edition import LeftShown, NewerEdition


class EditionOffer:
    """Says on the page that there is a newer edition, and what would not come along.

    Nothing of a draft is lost without having been shown.
    """

    def __init__(self, shown: NewerEdition, work: Work) -> None:
        self._shown = shown
        self._work = work
        self._told: tuple[LeftBehind, ...] = ()

    def show(self, draft: Entry) -> None:
        """Offer the newest edition when *draft* is in an older one."""
        self._told = ()
        if newer_edition(draft, self._work.supplies):
            self._shown.offer()
        else:
            self._shown.withdraw()

    def take(self, draft: Entry) -> Entry | None:
        """Return *draft* in the newest edition; None when it must be shown first what is lost."""
        carried = carried_draft(draft, self._work.supplies, self._work.clock())
        if carried is None:
            return None
        # Typed on meanwhile, the person would agree to lose what was never shown.
        if carried.left_behind in ((), self._told):
            return carried.entry
        self._told = carried.left_behind
        self._shown.tell_left([LeftShown(o.question, o.shown, o.reason) for o in self._told])
        return None
