"""The head of a form's section: its title, how far one is, what helps, what is offered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from forms.privacy import private_items
from forms.questionnaire import Item
from views.screen.look import Role, scaled
from views.screen.newer_edition import NewerEdition
from views.screen.words import words

NOT_TO_READ = "Det her er kun for den, der fører sagen."
"""What stands in place of a section that the citizen does not read."""


class FormHead(QWidget):
    """Stands above the questions; `newer` offers a newer edition of the form."""

    def __init__(self) -> None:
        super().__init__()
        self.newer = NewerEdition()
        self.title = words("", Role.TITLE)
        self._progress = words("", Role.QUIET)
        self._help = words("", Role.QUIET)
        self._support: QLabel = words("", Role.QUIET)
        self._support.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._first_row = QHBoxLayout()
        self._first_row.setSpacing(scaled(12))
        self._first_row.addWidget(self.title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(2))
        offered = QVBoxLayout()
        offered.setContentsMargins(0, 0, 0, scaled(10))
        offered.addWidget(self.newer)
        column.addLayout(offered)
        column.addLayout(self._first_row)
        for label in (self._progress, self._help, self._support):
            column.addWidget(label)

    def show_section(self, section: Item, *, read_only: bool, reads_along: bool) -> None:
        """Show what *section* is called and what helps with it.

        Of one that is the counsellor's alone a citizen who *reads_along* sees not even the name.
        """
        if reads_along and section.link_id in private_items((section,)):
            self._show_nothing()
            return
        self.title.setText((reads_along and section.citizen_wording) or section.text)
        # What helps the counsellor to ask is not for the citizen to read.
        self._show_help("" if read_only or reads_along else section.help)
        self._show_links("\n".join(section.support_links))

    def _show_nothing(self) -> None:
        self.title.setText("")
        self._show_help(NOT_TO_READ)
        self._show_links("")

    def _show_help(self, text: str) -> None:
        self._help.setText(text)
        self._help.setHidden(not text)

    def _show_links(self, links: str) -> None:
        self._support.setText(f"Læs mere: {links}" if links else "")
        self._support.setHidden(not links)

    def show_progress(self, sentence: str) -> None:
        """Show how far one is."""
        self._progress.setText(sentence)

    def put_beside_title(self, widget: QWidget) -> None:
        """Let *widget*, such as a button with more to do, stand to the right of the title."""
        self._first_row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
