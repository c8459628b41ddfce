"""When counsellor and citizen look at a form of the open case together, and when they do not."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.bookmark import Bookmark
from app.conductors.conversation import ConversationConductor
from app.conductors.conversation_note import PrivateNote
from app.conductors.form import FormConductor
from app.conversation_mark import ConversationMark
from app.conversation_way import ConversationWay
from app.open_case import OpenCase
from app.whereabouts import Whereabouts
from app.work import Work
from forms.fair_copy import has_two_editions
from forms.together import can_be_asked_together, turns
from views.screen.case_screen import CaseScreen
from views.screen.conversation.large_type import lines_in_sight


class CaseConversation(QObject):
    """Offers Samtale for the form in the middle of *screen*, begins it and ends it.

    `alone_asked` wants a page shown alone, `ordinary_asked` the case shown again.
    """

    alone_asked = Signal(QWidget)
    ordinary_asked = Signal(QWidget)
    problem = Signal(str)

    def __init__(self, screen: CaseScreen, case: OpenCase, work: Work) -> None:
        super().__init__()
        self._screen = screen
        self._case = case
        self._work = work
        self._form: FormConductor | None = None
        self._talk: ConversationConductor | None = None
        screen.conversation_asked.connect(self._begin)

    def attend(self, form: FormConductor | None) -> None:
        """Offer to ask *form* together, when that can be."""
        self._form = form
        self._screen.offer_conversation(offer=self._can_begin())

    def marked(self, bookmark: Bookmark) -> Bookmark:
        """Return *bookmark* with where one is in the conversation, if there is one."""
        if self._talk is None:
            return bookmark
        talk = self._talk
        return replace(bookmark, whereabouts=talk.whereabouts, conversation=talk.mark)

    def return_to(self, bookmark: Bookmark) -> None:
        """Go on with the conversation that was going on when it was locked.

        The citizen may still sit there: nothing more is shown after the lock than before it.
        """
        if bookmark.conversation and self._can_begin():
            self._talk_from(bookmark.whereabouts or Whereabouts(), bookmark.conversation)

    @property
    def is_kept(self) -> bool:
        """Whether nothing written privately waits to be handed to the register."""
        return self._talk is None or self._talk.is_kept

    def put_away(self) -> None:
        """End the conversation because the form is left, or the register locked."""
        talk, self._talk = self._talk, None
        if talk:
            talk.put_away()

    def _can_begin(self) -> bool:
        form = self._form
        if form is None or form.entry.is_signed:
            return False
        return has_two_editions(form.form) and can_be_asked_together(form.form)

    @Slot()
    def _begin(self) -> None:
        if self._form and self._talk is None and self._can_begin():
            self._form.save()
            self._talk_from(self._form.whereabouts, None)

    def _talk_from(self, at: Whereabouts, mark: ConversationMark | None) -> None:
        if self._form is None:
            return
        way = ConversationWay(turns(self._form.form, lines_in_sight(self._screen)))
        note = PrivateNote(self._form, self._case, self._work)
        note.problem.connect(self.problem)
        talk = ConversationConductor(self._form, note, self._work, way)
        talk.ended.connect(self._end)
        self._talk = talk
        self.alone_asked.emit(talk.screen)
        talk.begin(at, mark)

    @Slot()
    def _end(self) -> None:
        """Go back to the ordinary form, at the same question."""
        if self._talk is None or self._form is None:
            return
        at = self._talk.whereabouts
        self._form.save()
        self.put_away()
        self.ordinary_asked.emit(self._screen)
        self._form.return_to(at)
