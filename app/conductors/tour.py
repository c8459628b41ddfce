"""The conductor of the guided tour: shows what there is, and types nothing anywhere."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.preferences import has_toured, remember_tour
from app.setting import Setting
from app.tour_stops import STOPS, Stop, target_of
from app.work import Work
from storage.errors import RegisterError
from views.screen.case_screen import CaseScreen
from views.screen.navigation import Room
from views.screen.tour_card import TourCard, TourOutline
from views.screen.window import MainWindow

_TITLE = "Skal vi vise dig rundt?"
_TEXT = "Det tager tre minutter. Du kan altid tage rundvisningen senere: den ligger under Hjælp."
_IN_PRACTICE = " I øvekartoteket kan du se det for dig."
_NONE_YET = -1


class TourConductor(QObject):
    """Leads through rooms, and in the practice register into a case of a made-up citizen."""

    room_chosen = Signal(Room)
    citizen_chosen = Signal(str)

    def __init__(self, window: MainWindow, work: Work, setting: Setting) -> None:
        super().__init__()
        self._window = window
        self._work = work
        self._setting = setting
        self._at = _NONE_YET
        # Its own, so that it ends with this: a shot let off would come when all is put away.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._point)
        self._outline = TourOutline(window.centralWidget())
        self._card = TourCard(window.centralWidget())
        self._card.on_asked.connect(self._go_on)
        self._card.back_asked.connect(self._go_back)
        self._card.left.connect(self._leave)
        window.page_turned.connect(self._point_soon)

    def offer(self) -> None:
        """Offer the tour when nobody has taken or declined it on this computer."""
        setting = self._setting
        if setting.offers_tour and not has_toured(setting.preferences_file):
            self._card.offer(_TITLE, _TEXT)

    def begin(self) -> None:
        """Go to the first stop."""
        self._at = 0
        self._show()

    def put_away(self) -> None:
        """Let go of the card for good."""
        self._window.page_turned.disconnect(self._point_soon)
        self._soon.stop()
        for widget in (self._card, self._outline):
            widget.hide()
            widget.deleteLater()

    @Slot()
    def _go_on(self) -> None:
        if self._at + 1 < len(STOPS):
            self._at += 1
            self._show()
        else:
            self._leave()

    @Slot()
    def _go_back(self) -> None:
        if self._at > 0:
            self._at -= 1
            self._show()

    @Slot()
    def _leave(self) -> None:
        self._at = _NONE_YET
        self._card.hide()
        self._outline.show_around(None)
        if page := self._window.page:
            page.setFocus()
        try:
            remember_tour(self._setting.preferences_file)
        except OSError:
            # It is offered once more at the next start; that is all.
            return

    def _show(self) -> None:
        stop = STOPS[self._at]
        self._go_to(stop)
        text = stop.text
        if stop.is_in_case and not self._is_in_case():
            text += _IN_PRACTICE
        self._card.show_stop(self._at + 1, len(STOPS), stop.title, text)
        self._point_soon()

    def _go_to(self, stop: Stop) -> None:
        if stop.room:
            self.room_chosen.emit(stop.room)
        elif stop.is_in_case and self._setting.is_practice and not self._is_in_case():
            self._open_a_case()

    def _open_a_case(self) -> None:
        """Open somebody in the practice register; a real citizen's case is opened by no tour."""
        try:
            rows = self._work.register.citizens("", 20)
        except RegisterError:
            return
        treated = (row for row in rows if row.stage == "I behandling")
        if row := next(treated, next(iter(rows), None)):
            self.citizen_chosen.emit(row.case_id)

    def _is_in_case(self) -> bool:
        return isinstance(self._window.page, CaseScreen)

    @Slot()
    def _point_soon(self) -> None:
        """Point when the page that was asked for has found its places; an offer leaves the work."""
        if self._at > _NONE_YET:
            self._soon.start(0)
        elif self._is_in_case():
            self._card.hide()

    @Slot()
    def _point(self) -> None:
        if self._at > _NONE_YET:
            self._outline.show_around(target_of(STOPS[self._at], self._window))
            self._card.raise_()
