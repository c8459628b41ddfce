"""What is usually in place before a deed: said calmly, and never in its way."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout

from views.screen.look import Role, scaled, set_role
from views.screen.words import words

_HEADING = "Det plejer at være på plads først"


class UsuallyFirst(QFrame):
    """Names what is not in place yet; it can be seen when there is something, and where wanted."""

    def __init__(self, free: str) -> None:
        """*free* says that one may go on all the same."""
        super().__init__()
        self._titles: tuple[str, ...] = ()
        self._is_wanted = True
        self._named = words("")
        set_role(self, Role.CARD)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(14), scaled(10), scaled(14), scaled(10))
        column.setSpacing(scaled(4))
        column.addWidget(words(_HEADING, Role.STRONG))
        column.addWidget(self._named)
        column.addWidget(words(free, Role.QUIET))
        self.setVisible(False)

    def show_titles(self, titles: Sequence[str]) -> None:
        """Name *titles*, one on each line."""
        self._titles = tuple(titles)
        self._named.setText("\n".join(f"•  {title}" for title in titles))
        self.setAccessibleName(f"{_HEADING}: {', '.join(titles)}")
        self._turn()

    def let_be_seen(self, *, wanted: bool) -> None:
        """Be seen only while *wanted*."""
        self._is_wanted = wanted
        self._turn()

    def _turn(self) -> None:
        self.setVisible(self._is_wanted and bool(self._titles))
