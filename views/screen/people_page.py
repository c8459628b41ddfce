"""Who has access to the register, and what can be done about it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from views.screen.first_focus import begin_at
from views.screen.look import Role, scaled
from views.screen.new_sheet_page import NewSheetPage
from views.screen.people_task import TaskPage
from views.screen.people_tasks import AdditionPage, ChangePage, RemovalPage
from views.screen.problem_line import ProblemLine
from views.screen.reading_order import order_tabs
from views.screen.side_page import SidePage, button, card, in_a_row
from views.screen.words import chip, words

_EACH_THEIR_OWN = "Hver person har sin egen adgangssætning, som ingen andre kender."
_WHEN_TO_CHANGE = "Skift den, hvis andre kan have set den, eller hvis du har fået den af en anden."
_HAS_SHEET = (
    "Kan ingen huske en adgangssætning, er arket den eneste vej ind. Det skal ligge i et aflåst "
    "skab, langt fra computeren."
)
_NO_SHEET = (
    "Der er intet gendannelsesark, som er prøvet. Glemmer I adgangssætningerne, kan alt i "
    "kartoteket være tabt. Lav et nyt ark nu."
)
_PRACTICE = (
    "Øvekartoteket åbnes med en adgangssætning, alle kender, så her kan adgangen ikke ændres. I "
    "jeres eget kartotek kan du give andre adgang, skifte adgangssætning og lave gendannelsesark."
)


@dataclass(frozen=True, slots=True)
class PeopleShown:
    """Who can unlock: `me`, who is at work, and `others` by name; whether a sheet works."""

    me: str
    others: tuple[str, ...]
    has_sheet: bool
    can_change: bool = True


class PeoplePage(QStackedWidget):
    """Shows who has access, and the page of the deed that was asked for."""

    back_asked = Signal()
    addition_asked = Signal(str, str, str)
    change_asked = Signal(str, str)
    removal_asked = Signal(str, str)
    sheet_asked = Signal(str)
    sheet_typed_back = Signal(str)
    print_sheet_asked = Signal()
    save_sheet_asked = Signal(str)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._overview = _Overview()
        self._addition = AdditionPage()
        self._change = ChangePage()
        self._removal = RemovalPage()
        self._sheet = NewSheetPage()
        self._tasks: tuple[TaskPage, ...] = (
            self._addition,
            self._change,
            self._removal,
            self._sheet,
        )
        self.addWidget(self._overview)
        for task in self._tasks:
            self.addWidget(task)
            task.given_up.connect(self._give_up)
        self._connect()

    def show_people(self, shown: PeopleShown, done: str = "") -> None:
        """Show who has access, and *done*, a sentence about what was just done."""
        for task in self._tasks:
            task.clear()
        self._change.show_person(shown.me)
        self._overview.show_people(shown, done)
        self._go_to(self._overview)

    def show_problem(self, sentence: str) -> None:
        """Say on the page one is at why something is not done."""
        if task := self._task():
            task.show_busy(busy=False)
            task.show_problem(sentence)
        else:
            self._overview.show_problem(sentence)

    def show_busy(self) -> None:
        """Show at once that it is being done; the window stands still until the next word."""
        if task := self._task():
            task.show_problem("")
            task.show_busy(busy=True)

    def show_sheet(self, key: str) -> None:
        """Show the *key* of a new recovery sheet, to be taken onto paper and typed back."""
        self._sheet.show_busy(busy=False)
        self._sheet.show_key(key)

    def _connect(self) -> None:
        self._overview.back_asked.connect(self.back_asked)
        self._overview.add.clicked.connect(self._begin_addition)
        self._overview.change.clicked.connect(self._begin_change)
        self._overview.new_sheet.clicked.connect(self._begin_sheet)
        self._overview.removal_chosen.connect(self._begin_removal)
        self._addition.addition_asked.connect(self.addition_asked)
        self._change.change_asked.connect(self.change_asked)
        self._removal.removal_asked.connect(self.removal_asked)
        self._sheet.sheet_asked.connect(self.sheet_asked)
        self._sheet.typed_back.connect(self.sheet_typed_back)
        self._sheet.print_asked.connect(self.print_sheet_asked)
        self._sheet.save_asked.connect(self.save_sheet_asked)

    def _task(self) -> TaskPage | None:
        return next((task for task in self._tasks if task is self.currentWidget()), None)

    def _go_to(self, page: SidePage) -> None:
        self.setCurrentWidget(page)
        self.setFocusProxy(page)
        page.setFocus()

    @Slot()
    def _begin_addition(self) -> None:
        self._go_to(self._addition)

    @Slot()
    def _begin_change(self) -> None:
        self._go_to(self._change)

    @Slot()
    def _begin_sheet(self) -> None:
        self._go_to(self._sheet)

    @Slot(str)
    def _begin_removal(self, person: str) -> None:
        self._removal.show_person(person)
        self._go_to(self._removal)

    @Slot()
    def _give_up(self) -> None:
        if task := self._task():
            task.clear()
        self._go_to(self._overview)
        self._overview.say("")
        self.given_up.emit()


class _Overview(SidePage):
    """The people, one's own passphrase, and the sheet."""

    removal_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__("Personer og adgang", "Indstillinger")
        self.add = button("Giv en person adgang …")
        self.change = button("Skift min adgangssætning …")
        self.new_sheet = button("Lav et nyt gendannelsesark …")
        self._done = words("", Role.GOOD)
        self._problem = ProblemLine()
        self._practice = words(_PRACTICE)
        self._people = QVBoxLayout()
        self._sheet = words("")
        self._no_sheet = ProblemLine()
        begin_at(self, self.change)
        self._lay_out()

    def show_people(self, shown: PeopleShown, done: str) -> None:
        """Show who has access, and what was just done."""
        self.say(done)
        self.show_problem("")
        self._practice.setVisible(not shown.can_change)
        for deed in (self.add, self.change, self.new_sheet):
            deed.setEnabled(shown.can_change)
        self._sheet.setText(_HAS_SHEET if shown.has_sheet else "")
        self._sheet.setVisible(shown.has_sheet)
        self._no_sheet.show_sentence("" if shown.has_sheet else _NO_SHEET)
        self._show_rows(shown)

    def say(self, done: str) -> None:
        """Say what was just done; empty takes it away."""
        self._done.setText(done)
        self._done.setVisible(bool(done))

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong; empty takes it away."""
        self._problem.show_sentence(sentence)

    def _lay_out(self) -> None:
        for said in (self._done, self._problem, self._practice):
            self.body.addWidget(said)
        self._people.setSpacing(scaled(4))
        who = words(_EACH_THEIR_OWN, Role.QUIET)
        when = words(_WHEN_TO_CHANGE, Role.QUIET)
        for made in (
            card("De kan låse kartoteket op", who, self._people, in_a_row(self.add)),
            card("Din adgangssætning", when, in_a_row(self.change)),
            card("Gendannelsesark", self._sheet, self._no_sheet, in_a_row(self.new_sheet)),
        ):
            self.body.addWidget(made)

    def _show_rows(self, shown: PeopleShown) -> None:
        while (item := self._people.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        rows = [_Row(shown.me, chip("Dig", Role.CHIP))]
        for person in shown.others:
            remove = button("Fjern …", Role.SUBTLE)
            remove.setAccessibleName(f"Fjern {person} …")
            remove.setProperty("person", person)
            remove.setEnabled(shown.can_change)
            remove.clicked.connect(self._say_removal)
            rows.append(_Row(person, remove))
        for made in rows:
            self._people.addWidget(made)
            # Qt would show it only later, and the way of the Tab key goes through what one sees.
            made.show()
        order_tabs(self, self._done)

    @Slot()
    def _say_removal(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, QPushButton):
            self.removal_chosen.emit(str(chosen.property("person")))


class _Row(QWidget):
    """A person, and what there is beside the name."""

    def __init__(self, person: str, beside: QLabel | QPushButton) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words(person, Role.STRONG), 1)
        row.addWidget(beside)
