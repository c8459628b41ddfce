"""The conductor of the guide: it lies over where one is, which waits below it as it was."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.help_guide import found_help, shipped_guide, shipped_pictures
from app.letter_files import LetterFileError, write_letter_file
from app.printing import PrintingError, print_pdf
from models.help.guide import Place, place_of
from views.paper.guide_paper import draw_guide
from views.screen.help.help_contents import ContentsRow
from views.screen.help.help_screen import HelpScreen
from views.screen.lifetime import is_alive
from views.screen.messages import ask_save_path
from views.screen.window import MainWindow

_FILE = "Rød Tråd vejledning.pdf"
_PRINTED = "Vejledningen er sendt til printeren."
_SAVED = "Filen er gemt."
_BACK = "Tilbage, hvor du var"


class HelpConductor(QObject):
    """Opens at a place in the guide; `tour_asked` says that one wants to be shown round."""

    tour_asked = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self._page: HelpScreen | None = None
        self._below: QWidget | None = None
        self._came_from: QWidget | None = None
        self._day = date.min
        window.page_turned.connect(self._look)

    @property
    def is_open(self) -> bool:
        """Whether the guide is shown."""
        return self._page is not None

    def open(self, place: Place, day: date, *, with_tour: bool) -> None:
        """Show the guide at *place* over the page that is shown; on paper it is of *day*."""
        if self._page is None:
            self._begin(with_tour=with_tour)
        self._day = day
        self._go_to(place)
        if self._page:
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def close(self) -> None:
        """Go back to where one was, with the keyboard where it was."""
        page, below, came_from = self._page, self._below, self._came_from
        if page is None:
            return
        self._forget()
        if below is not None and is_alive(below):
            self._window.show_above(below)
        self._window.forget_page(page)
        if came_from is not None and is_alive(came_from):
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self, *, with_tour: bool) -> None:
        page = HelpScreen(shipped_pictures())
        page.page_chosen.connect(self._follow)
        page.link_followed.connect(self._follow)
        page.searched.connect(self._search)
        page.back_asked.connect(self.close)
        page.print_asked.connect(self._print)
        page.save_asked.connect(self._save)
        page.tour_asked.connect(self._leave_for_tour)
        page.offer_way_back(_BACK)
        page.offer_tour(offer=with_tour)
        page.show_contents(tuple(_contents()), "")
        below = self._window.page
        # The way here may have been a button of the window; the page knows where one was in it.
        self._below, self._came_from = below, below.focusWidget() if below else None
        self._page = page
        self._window.show_above(page)
        self._window.mark_help(shown=True)

    @Slot()
    def _look(self) -> None:
        """Let go of the guide when another page has taken its place."""
        page = self._page
        if page is not None and self._window.page is not page:
            self._forget()
            if is_alive(page):
                self._window.forget_page(page)

    def _forget(self) -> None:
        self._page, self._below, self._came_from = None, None, None
        self._window.mark_help(shown=False)

    @Slot(str)
    def _follow(self, target: str) -> None:
        self._go_to(place_of(target))

    def _go_to(self, place: Place) -> None:
        page = shipped_guide().pages.get(place.page)
        if self._page and page:
            self._page.show_page(page, place.anchor)

    @Slot(str)
    def _search(self, typed: str) -> None:
        if self._page is None:
            return
        if not typed.strip():
            self._page.show_contents(tuple(_contents()), "")
            return
        found = found_help(typed)
        rows = tuple(ContentsRow(one.page.name, one.page.title, one.excerpt) for one in found)
        self._page.show_contents(rows, rows[0].key if rows else "")
        if rows:
            self._follow(rows[0].key)

    @Slot()
    def _leave_for_tour(self) -> None:
        self.close()
        self.tour_asked.emit()

    @Slot()
    def _print(self) -> None:
        if self._page is None:
            return
        try:
            if print_pdf(self._drawn(), self._page):
                self._say(_PRINTED)
        except PrintingError as error:
            self._say("", str(error))

    @Slot()
    def _save(self) -> None:
        path = ask_save_path(self._page, _FILE) if self._page else ""
        if not path or self._page is None:
            return
        try:
            write_letter_file(Path(path), self._drawn())
        except LetterFileError as error:
            self._say("", str(error))
        else:
            self._say(_SAVED)

    def _drawn(self) -> bytes:
        return draw_guide(shipped_guide(), shipped_pictures(), self._day)

    def _say(self, done: str, problem: str = "") -> None:
        if self._page:
            self._page.say(done, problem)


def _contents() -> Iterator[ContentsRow]:
    for part in shipped_guide().parts:
        yield ContentsRow("", part.title)
        yield from (ContentsRow(page.name, page.title) for page in part.pages)
