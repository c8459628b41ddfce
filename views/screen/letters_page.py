"""The room of letters: those that wait to be printed, saved or noted as sent."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from views.screen.empty_state import EmptyState
from views.screen.letters_filter import LettersFilter, Offered, Wanted
from views.screen.letters_foot import LettersFoot
from views.screen.letters_list import LettersList
from views.screen.letters_table import LetterLine, LettersModel
from views.screen.look import Role, scaled, set_role
from views.screen.messages import ask_folder, ask_yes_no
from views.screen.printer_box import PrintersShown
from views.screen.words import words

_NOTHING_WAITS = (
    "Ingen breve venter",
    "Når et brev er godkendt, står det her, til det er skrevet ud, sendt eller givet.",
)
_NONE_SUCH = ("Ingen breve passer", "Vælg »Alle« et eller flere steder foroven.")
_NONE_PRINTED = (
    "Ingen breve mangler at blive noteret",
    "Her står de breve, der er skrevet ud, til du har noteret, at de er sendt eller givet.",
)


class LettersPage(QWidget):
    """Shows the letters it is given, and says what is to be done with those ticked."""

    filter_changed = Signal()
    letter_opened = Signal(str)
    print_asked = Signal()
    save_asked = Signal(str)
    note_asked = Signal()
    stop_asked = Signal()
    printer_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = LettersFilter()
        self._model = LettersModel()
        self._list = LettersList(self._model)
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._outcome = words("")
        self._foot = LettersFoot()
        self._connect()
        self._lay_out()
        self.say("")
        self.show_letters(())

    @property
    def wanted(self) -> Wanted:
        """What the letters are filtered by."""
        return self._filter.wanted

    @property
    def ticked(self) -> tuple[str, ...]:
        """The keys of the letters that are ticked, from the top."""
        return self._model.ticked_keys

    @property
    def wants_list(self) -> bool:
        """Whether a list of the letters is to be printed after them."""
        return self._foot.wants_list

    def offer(self, offered: Offered) -> None:
        """Offer to filter by these."""
        self._filter.offer(offered)

    def offer_printers(self, shown: PrintersShown) -> None:
        """Offer to print on another printer, where there are several."""
        self._foot.printer.offer(shown)

    def show_letters(self, lines: Sequence[LetterLine]) -> None:
        """Show *lines* in their order; what was ticked stays so while it is still there."""
        here = self._list.current_key
        self._model.show_lines(lines)
        self._explain_emptiness()
        self._stack.setCurrentIndex(0 if lines else 1)
        self._list.stand_at(here)

    def show_trouble(self, sentence: str) -> None:
        """Show no letters, and *sentence* in their place."""
        self.show_letters(())
        self._empty.explain_trouble("Listen kan ikke vises", sentence)

    def show_progress(self, doing: str, done: int, of: int) -> None:
        """Show how far a batch has come; nothing else can be begun."""
        self._foot.show_progress(doing, done, of)

    def end_progress(self) -> None:
        """Let something new be begun."""
        self._foot.end_progress()
        self._list.setFocus()

    def say(self, sentence: str, *, is_trouble: bool = False) -> None:
        """Say what became of a batch; empty takes it away."""
        self._outcome.setText(sentence)
        set_role(self._outcome, Role.PROBLEM if is_trouble else Role.GOOD)
        self._outcome.setVisible(bool(sentence))

    def ask(self, question: str, explanation: str, yes: str) -> bool:
        """Return whether the person wants what is asked about."""
        return ask_yes_no(self, question, explanation, yes, "Fortryd")

    def _explain_emptiness(self) -> None:
        if self._filter.wanted == Wanted():
            self._empty.explain(*_NOTHING_WAITS)
        elif self._filter.wanted == Wanted(is_printed=True):
            self._empty.explain(*_NONE_PRINTED)
        else:
            self._empty.explain(*_NONE_SUCH)

    def _connect(self) -> None:
        self._filter.changed.connect(self.filter_changed)
        self._list.opened.connect(self.letter_opened)
        self._model.ticked.connect(self._show_ticked)
        self._foot.all_asked.connect(self._tick_all)
        self._foot.print_asked.connect(self.print_asked)
        self._foot.save_asked.connect(self._ask_where)
        self._foot.note_asked.connect(self.note_asked)
        self._foot.stop_asked.connect(self.stop_asked)
        self._foot.printer.chosen.connect(self.printer_chosen)

    def _lay_out(self) -> None:
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(12))
        column.setSpacing(scaled(10))
        column.addWidget(words("Breve", Role.TITLE))
        column.addWidget(self._filter)
        column.addWidget(self._stack, 1)
        column.addWidget(self._outcome)
        column.addWidget(self._foot)

    @Slot()
    def _show_ticked(self) -> None:
        self._foot.show_ticked(len(self._model.ticked_keys), self._model.rowCount())

    @Slot(bool)
    def _tick_all(self, ticked: bool) -> None:  # noqa: FBT001 - a signal gives it by place
        self._model.tick_all(ticked=ticked)

    @Slot()
    def _ask_where(self) -> None:
        if folder := ask_folder(self, "Vælg mappen, brevene skal gemmes i"):
            self.save_asked.emit(folder)
