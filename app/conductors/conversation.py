"""The conductor of a conversation: the same entry and the same autosave, asked for two to read."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal, Slot

from app.asking import Asking
from app.conductors.conversation_note import PrivateNote
from app.conductors.form import FormConductor
from app.conversation_mark import ConversationMark
from app.conversation_way import ConversationWay, unreadable
from app.today_by import today_by
from app.whereabouts import Whereabouts
from app.work import Work
from forms.answered import is_declined
from forms.reply import Reply
from forms.together import may_decline
from models.answers import Place
from views.screen.conversation.citizen_side import CitizenSide
from views.screen.conversation.large_type import LargeType
from views.screen.conversation.screen import ConversationScreen


class ConversationConductor(QObject):
    """Leads through *form* as the citizen reads it; what is said goes the form's own way."""

    ended = Signal()

    def __init__(
        self, form: FormConductor, note: PrivateNote, work: Work, way: ConversationWay
    ) -> None:
        super().__init__()
        self._type = LargeType()
        self._type.begin()
        self._form = form
        self._note = note
        self._work = work
        self._way = way
        self._place: Place | None = None
        self._before: dict[Place, Reply] = {}
        self.screen = ConversationScreen(self._type, work.clock, today_by(work.clock))
        self._declinable = frozenset(
            link_id for link_id in form.form.by_link_id if may_decline(form.form, link_id)
        )
        self._connect()

    def begin(self, at: Whereabouts, mark: ConversationMark | None) -> None:
        """Begin where the form stands, or where the conversation was when it was locked."""
        self._way.begin(at, mark, self._asking())
        self._show()
        if self._way.turn is None:
            self.screen.focus_way_on()
            return
        if at.place is None or not self.screen.side.turn.focus_place(at.place, at.caret):
            self.screen.side.turn.focus_first()

    @property
    def whereabouts(self) -> Whereabouts:
        """Where in the form one is."""
        place = self._place if self._is_here(self._place) else self._way.first(self._asking())
        caret = self.screen.side.turn.caret(place) if place else 0
        return Whereabouts(self._way.section, place, caret)

    @property
    def mark(self) -> ConversationMark:
        """What to remember over a lock."""
        return self._way.mark

    @property
    def is_kept(self) -> bool:
        """Whether the register was handed all that was written privately."""
        return self._note.is_kept

    def put_away(self) -> None:
        """Keep what was written, and take everything from every screen."""
        self._note.keep()
        self._form.changed.disconnect(self._show_answers)
        self.screen.other.close()
        self._type.end()
        self.screen.hide()
        self.screen.deleteLater()

    def _connect(self) -> None:
        screen, page = self.screen, self._form.page
        self._form.changed.connect(self._show_answers)
        screen.side.answered.connect(self._record)
        screen.side.entered.connect(self._enter)
        screen.side.left.connect(self._check)
        screen.side.row_added.connect(page.row_added)
        screen.side.row_removed.connect(page.row_removed)
        screen.side.skip_asked.connect(self._skip)
        screen.side.decline_asked.connect(self._decline)
        screen.side.ended.connect(self._step)
        screen.side.question_chosen.connect(self._go_to)
        screen.skip_asked.connect(self._skip_here)
        screen.decline_asked.connect(self._decline_here)
        screen.back_asked.connect(self._go_back)
        screen.on_asked.connect(self._go_on)
        screen.end_asked.connect(self.ended)
        screen.paused.connect(self._turn_to_note)
        screen.note_typed.connect(self._note.write)
        screen.other.changed.connect(self._show_on_other)

    def _asking(self) -> Asking:
        return Asking(self._form.form, self._form.entry.answers, self._work.today)

    def _sides(self) -> Iterator[CitizenSide]:
        yield self.screen.side
        if self.screen.other.side is not None:
            yield self.screen.other.side

    def _show(self) -> None:
        """Show the turn one is at, or what was said, on every screen."""
        asking = self._asking()
        for side in self._sides():
            self._show_on(side, asking)
        self._show_way(asking)
        self.screen.side.announce(self._way.told(asking))

    def _show_on(self, side: CitizenSide, asking: Asking) -> None:
        turn = self._way.turn
        if turn is None:
            side.show_summary(self._way.said(asking), self._way.still_skipped(asking))
        else:
            side.show_turn(turn, self._declinable)
            side.show_answers(asking.answers, asking.enabled, self._way.skipped)

    def _show_way(self, asking: Asking) -> None:
        can_go_back = self._way.before(asking) is not None
        self.screen.show_way(self._way.progress(asking), can_go_back=can_go_back)

    @Slot()
    def _show_answers(self) -> None:
        asking = self._asking()
        for side in self._sides():
            side.show_answers(asking.answers, asking.enabled, self._way.skipped)
        self._show_way(asking)

    @Slot()
    def _show_on_other(self) -> None:
        if self.screen.other.side is not None:
            self._show_on(self.screen.other.side, self._asking())

    @Slot(Place, Reply)
    def _record(self, place: Place, reply: Reply) -> None:
        self._way.settle(place)
        self._form.page.answered.emit(place, reply)

    @Slot(Place)
    def _enter(self, place: Place) -> None:
        self._place = place
        self._form.page.entered.emit(place)
        if self.screen.other.side is not None:
            self.screen.other.side.turn.show_part(place)

    @Slot(Place)
    def _check(self, place: Place) -> None:
        """Save, and say what cannot be read at *place*, in the citizen's wording."""
        self._form.page.left.emit(place)
        self.screen.side.turn.show_problem(place, unreadable(self._asking(), place))

    @Slot(Place)
    def _skip(self, place: Place) -> None:
        is_skipped = self._way.skip(place)
        self._show_answers()
        if is_skipped:
            self._go_on_from(place)

    @Slot(Place)
    def _decline(self, place: Place) -> None:
        """Note that the citizen does not wish to answer, or put back what stood there before."""
        if place.link_id not in self._declinable:
            return
        if is_declined(self._form.entry.answers.at(place)):
            self._record(place, self._before.pop(place, Reply()))
            return
        self._before[place] = self.screen.side.turn.reply(place)
        self._record(place, Reply(is_declined=True))
        self._form.save()
        self._go_on_from(place)

    @Slot()
    def _skip_here(self) -> None:
        if place := self._here():
            self._skip(place)

    @Slot()
    def _decline_here(self) -> None:
        if place := self._here():
            self._decline(place)

    def _here(self) -> Place | None:
        return self.whereabouts.place if self._way.turn is not None else None

    def _is_here(self, place: Place | None) -> bool:
        turn = self._way.turn
        return place is not None and turn is not None and place.link_id in turn.link_ids

    def _go_on_from(self, place: Place) -> None:
        if not self.screen.side.turn.focus_after(place):
            self._go_on()

    @Slot()
    def _go_on(self) -> None:
        self._form.save()
        if self._way.turn is None:
            self.ended.emit()
            return
        self._way.go_on(self._asking())
        self._show_anew()

    @Slot()
    def _go_back(self) -> None:
        self._form.save()
        self._way.go_back(self._asking())
        self._show_anew()

    @Slot(int)
    def _step(self, step: int) -> None:
        if step > 0:
            self._go_on()
        elif self._way.before(self._asking()) is not None:
            self._go_back()

    def _show_anew(self) -> None:
        self._show()
        if self._way.turn is None:
            self.screen.focus_way_on()
        else:
            self.screen.side.turn.focus_first()

    @Slot(Place)
    def _go_to(self, place: Place) -> None:
        """Go to the question that is to be put right, or was skipped."""
        self._way.go_to(place)
        self._show()
        self.screen.side.turn.focus_place(place)

    @Slot(bool)
    def _turn_to_note(self, is_open: bool) -> None:  # noqa: FBT001 - from a signal
        if is_open:
            self._form.save()
            self._note.begin()
            return
        self._note.keep()
        if self._place is None or not self.screen.side.turn.focus_place(self._place):
            self.screen.side.turn.focus_first()
