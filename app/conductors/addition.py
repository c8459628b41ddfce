"""The conductor of the list of what can be added to a case."""

from PySide6.QtCore import QObject, Signal, Slot

from app.beside_shown import additions, matching
from app.supplies import Supplies
from views.screen.addition_page import AdditionPage


class AdditionConductor(QObject):
    """Lets one find a form by its title or what it is for."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, supplies: Supplies) -> None:
        super().__init__()
        self.page = AdditionPage()
        self._offered = additions(supplies)
        self.page.searched.connect(self._search)
        self.page.addition_chosen.connect(self.chosen)
        self.page.leaving_asked.connect(self.left)
        self.page.show_additions(self._offered)

    @Slot(str)
    def _search(self, typed: str) -> None:
        self.page.show_additions(matching(self._offered, typed))
