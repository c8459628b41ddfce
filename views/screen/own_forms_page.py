"""The clinic's own forms: brought in from a file, tried, taken into use and out of it again."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from views.screen.first_focus import begin_at
from views.screen.form_trial_page import FormTrialPage
from views.screen.look import Role, scaled
from views.screen.messages import ask_form_file, ask_yes_no
from views.screen.own_form_row import OwnFormRow, OwnFormShown
from views.screen.problem_line import ProblemLine
from views.screen.reading_order import order_tabs
from views.screen.side_page import SidePage, button, card, in_a_row
from views.screen.words import words

_WHAT = (
    "Har I et skema, I har lov til at bruge, kan I hente det ind her. Det skal være en fil i "
    "formatet FHIR R4 Questionnaire (JSON), som mange skemabyggere kan lave. Programmet ser filen "
    "efter, og intet bliver taget i brug, før du siger til."
)
_INSTEAD = (
    "Har skemaet samme »url« som et af programmets egne og en højere »version«, bruges jeres i "
    "stedet for programmets."
)
_NONE = "Her er ingen endnu."
_MOST_FINDINGS = 20


class Weight(Enum):
    """How much a remark about a form matters."""

    ERROR = auto()
    WARNING = auto()


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say about the file that was chosen."""

    weight: Weight
    sentence: str


class OwnFormsPage(QStackedWidget):
    """Shows the forms, or the one that is tried; forms are named by the key they came with."""

    back_asked = Signal()
    file_chosen = Signal(str)
    trial_asked = Signal(str)
    trial_ended = Signal()
    activation_asked = Signal(str)
    retirement_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._overview = _Overview()
        self._trial: FormTrialPage | None = None
        self.addWidget(self._overview)
        self.setFocusProxy(self._overview)
        self._overview.back_asked.connect(self.back_asked)
        self._overview.file_chosen.connect(self.file_chosen)
        self._overview.trial_asked.connect(self.trial_asked)
        self._overview.activation_asked.connect(self.activation_asked)
        self._overview.retirement_asked.connect(self.retirement_asked)

    def show_forms(self, forms: Sequence[OwnFormShown]) -> None:
        """Show the clinic's forms, with the cursor where it was."""
        self._overview.show_forms(forms)

    def show_outcome(self, sentence: str, remarks: Sequence[Remark], *, went_well: bool) -> None:
        """Say what came of the last deed, and what there is to say about the file."""
        self._overview.show_outcome(sentence, remarks, went_well=went_well)

    def show_trial(self, trial: FormTrialPage) -> None:
        """Show a form that is tried, in place of the one before."""
        self._forget_trial()
        self._trial = trial
        trial.back_asked.connect(self._end_trial)
        self.addWidget(trial)
        self.setCurrentWidget(trial)
        self.setFocusProxy(trial)
        trial.setFocus()

    @Slot()
    def _end_trial(self) -> None:
        self.setCurrentWidget(self._overview)
        self.setFocusProxy(self._overview)
        self._forget_trial()
        self._overview.return_focus()
        self.trial_ended.emit()

    def _forget_trial(self) -> None:
        trial, self._trial = self._trial, None
        if trial is not None:
            self.removeWidget(trial)
            trial.hide()
            trial.deleteLater()


class _Overview(SidePage):
    """What can be brought in, and what there is."""

    file_chosen = Signal(str)
    trial_asked = Signal(str)
    activation_asked = Signal(str)
    retirement_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__("Skemaer", "Indstillinger")
        self._choose = button("Vælg en fil …", Role.PRIMARY)
        self._done = words("", Role.GOOD)
        self._problem = ProblemLine()
        self._remarks = QVBoxLayout()
        self._remarks.setSpacing(scaled(6))
        self._none = words(_NONE, Role.QUIET)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(scaled(14))
        self._made: dict[str, OwnFormRow] = {}
        self._at = ""
        self._choose.clicked.connect(self._choose_file)
        begin_at(self, self._choose)
        self._lay_out()
        self.show_outcome("", (), went_well=True)

    def show_outcome(self, sentence: str, remarks: Sequence[Remark], *, went_well: bool) -> None:
        self._done.setText(sentence if went_well else "")
        self._done.setVisible(bool(sentence) and went_well)
        self._problem.show_sentence("" if went_well else sentence)
        _empty(self._remarks)
        lines = [_remark_line(remark) for remark in remarks[:_MOST_FINDINGS]]
        if (more := len(remarks) - _MOST_FINDINGS) > 0:
            lines.append(words(f"Og {more} til.", Role.QUIET))
        for line in lines:
            self._remarks.addWidget(line)
            # Qt would show it only later.
            line.show()
        if sentence:
            self.column.ensureWidgetVisible(self._choose)

    def show_forms(self, forms: Sequence[OwnFormShown]) -> None:
        _empty(self._rows)
        self._made = {shown.key: OwnFormRow(shown) for shown in forms}
        for row in self._made.values():
            row.trial_asked.connect(self._say_trial)
            row.activation_asked.connect(self._ask_activation)
            row.retirement_asked.connect(self._ask_retirement)
            self._rows.addWidget(row)
            row.show()
        self._none.setVisible(not forms)
        order_tabs(self, self._done)
        self.return_focus()

    def return_focus(self) -> None:
        """Put the cursor at the form one was at, else at the button for a new one."""
        if row := self._made.get(self._at):
            row.setFocus()
        elif self._at:
            self._choose.setFocus()

    def _lay_out(self) -> None:
        asked = (words(_WHAT), words(_INSTEAD, Role.QUIET), in_a_row(self._choose))
        outcome = (self._done, self._problem, self._remarks)
        self.body.addWidget(card("Hent et skema ind", *asked, *outcome))
        self.body.addWidget(card("Jeres egne skemaer", self._none, self._rows))

    @Slot()
    def _choose_file(self) -> None:
        self._at = ""
        if path := ask_form_file(self):
            self.file_chosen.emit(path)

    @Slot(OwnFormShown)
    def _say_trial(self, shown: OwnFormShown) -> None:
        self._at = shown.key
        self.trial_asked.emit(shown.key)

    @Slot(OwnFormShown)
    def _ask_activation(self, shown: OwnFormShown) -> None:
        self._at = shown.key
        question = f"Vil du tage »{shown.title}« i brug?"
        if ask_yes_no(self, question, shown.on_activation, "Tag i brug", "Ikke endnu"):
            self.activation_asked.emit(shown.key)

    @Slot(OwnFormShown)
    def _ask_retirement(self, shown: OwnFormShown) -> None:
        self._at = shown.key
        question = shown.retirement_question
        if ask_yes_no(self, question, shown.on_retirement, shown.retirement, "Behold"):
            self.retirement_asked.emit(shown.key)


def _remark_line(remark: Remark) -> QWidget:
    if remark.weight is Weight.WARNING:
        return words(f"Advarsel: {remark.sentence}")
    line = ProblemLine()
    line.show_sentence(remark.sentence)
    return line


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
