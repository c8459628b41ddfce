"""The questions of one section of a form, in the order they are asked."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forms.outline import link_ids_inside
from forms.questionnaire import Control, Item, ItemType
from forms.reply import Reply
from models.answers import Answers, Place
from views.screen.fields.field import Field
from views.screen.fields.making import field_for
from views.screen.look import Role, scaled
from views.screen.row_group import RowGroup
from views.screen.words import words


class SectionBody(QWidget):
    """One section: fields, headings, pieces of text and the rows of repeating groups."""

    answered = Signal(Place, Reply)
    entered = Signal(Place)
    left = Signal(Place)
    row_added = Signal(Place)
    row_removed = Signal(Place, int)
    grown = Signal()
    """Rows were added, so that there are new places to go to with Tab."""

    def __init__(self, section: Item, *, read_only: bool, citizen_view: bool) -> None:
        super().__init__()
        self._read_only = read_only
        self._citizen_view = citizen_view
        self._fields: dict[Place, Field] = {}
        self._groups: dict[Place, RowGroup] = {}
        self._parts: dict[Place, tuple[Item, QWidget]] = {}
        self._awaited: Place | None = None
        self._nothing = words("Her er ikke noget at svare på lige nu.", Role.QUIET)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(24))
        self._column.addWidget(self._nothing)
        items = (section,) if section.is_repeating_group else section.items
        self._fill(self._column, items, ())

    def show_answers(self, answers: Answers, enabled: frozenset[Place]) -> None:
        """Show *answers* and just the places in *enabled*; the focus stays where it is."""
        known = len(self._parts)
        added = self._fit_rows(answers)
        if len(self._parts) > known:
            self.grown.emit()
        for place, field in self._fields.items():
            field.show_answer(answers.at(place))
        anything = False
        for place, (item, widget) in self._parts.items():
            shown = place in enabled and not (self._citizen_view and item.counsellor_only)
            anything = anything or shown
            if widget.isHidden() is shown:
                widget.setVisible(shown)
        self._nothing.setHidden(anything)
        if added is not None:
            self._enter_row(added)

    def show_problems(self, sentences: Mapping[Place, str]) -> None:
        """Show each sentence at its place and none elsewhere."""
        for place, field in self._fields.items():
            field.show_problem(sentences.get(place, ""))
        for place, group in self._groups.items():
            group.show_problem(sentences.get(place, ""))

    def set_citizen_view(self, reads_along: bool) -> None:  # noqa: FBT001 - a setter, as Qt's own
        """Ask as the citizen reads it; what is the counsellor's alone goes with `show_answers`."""
        self._citizen_view = reads_along
        for field in self._fields.values():
            field.set_citizen_view(reads_along)

    def field(self, place: Place) -> Field | None:
        """Return the field at *place*, none when the section does not ask there."""
        return self._fields.get(place)

    def group(self, place: Place) -> RowGroup | None:
        """Return the repeating group at *place*, none when the section has none there."""
        return self._groups.get(place)

    def first_field(self) -> Field | None:
        """Return the first field that is shown."""
        return next((f for f in self._fields.values() if f.isVisibleTo(self)), None)

    def _fill(self, column: QVBoxLayout, items: Iterable[Item], rows: tuple[int, ...]) -> None:
        for item in items:
            if not item.hidden:
                place = Place(item.link_id, rows)
                widget = self._part(item, place)
                self._parts[place] = (item, widget)
                column.addWidget(widget)

    def _part(self, item: Item, place: Place) -> QWidget:
        if item.is_repeating_group:
            return self._repeating(item, place)
        if item.type is ItemType.GROUP:
            return self._group(item, place)
        if item.type is ItemType.DISPLAY:
            return words(item.text, Role.QUIET if item.control is Control.HELP else None)
        return self._question(item, place)

    def _question(self, item: Item, place: Place) -> QWidget:
        field = field_for(item, place, read_only=self._read_only)
        if self._citizen_view:
            field.set_citizen_view(True)
        field.answered.connect(self.answered)
        field.entered.connect(self.entered)
        field.left.connect(self.left)
        self._fields[place] = field
        if not item.items:
            return field
        around = QWidget()
        column = _column(around)
        column.addWidget(field)
        self._fill(column, item.items, place.rows)
        return around

    def _group(self, item: Item, place: Place) -> QWidget:
        around = QWidget()
        column = _column(around)
        if item.text:
            column.addWidget(words(item.text, Role.SUBTITLE))
        if item.help and not self._read_only:
            column.addWidget(words(item.help, Role.QUIET))
        self._fill(column, item.items, place.rows)
        return around

    def _repeating(self, item: Item, place: Place) -> QWidget:
        group = RowGroup(item, place, read_only=self._read_only)
        group.row_added.connect(self._await_row)
        group.row_removed.connect(self.row_removed)
        self._groups[place] = group
        return group

    @Slot(Place)
    def _await_row(self, place: Place) -> None:
        self._awaited = place
        self.row_added.emit(place)

    def _fit_rows(self, answers: Answers) -> Place | None:
        """Show as many rows as *answers* have; return the group whose new row was asked for."""
        added = None
        waiting = list(self._groups.values())
        while waiting:
            group = waiting.pop()
            wanted = answers.rows(group.place)
            while group.rows() > wanted:
                self._forget_row(group, group.rows() - 1)
                group.drop_card()
            while group.rows() < wanted:
                known = set(self._groups)
                self._fill(
                    group.add_card(), group.item.items, (*group.place.rows, group.rows() - 1)
                )
                waiting.extend(self._groups[place] for place in self._groups.keys() - known)
                added = group.place if group.place == self._awaited else added
        return added

    def _forget_row(self, group: RowGroup, row: int) -> None:
        inside = link_ids_inside(group.item) - {group.item.link_id}
        start = (*group.place.rows, row)
        for places in (self._fields, self._groups, self._parts):
            for place in [p for p in places if p.link_id in inside]:
                if place.rows[: len(start)] == start:
                    del places[place]

    def _enter_row(self, group: Place) -> None:
        """Let the person who asked for a new row begin in it."""
        self._awaited = None
        row = (*group.rows, self._groups[group].rows() - 1)
        link_ids = link_ids_inside(self._groups[group].item)
        inside = (
            field
            for place, field in self._fields.items()
            if place.link_id in link_ids and place.rows[: len(row)] == row
        )
        first = next((field for field in inside if field.isVisibleTo(self)), None)
        if first is not None:
            first.focus_here()


def _column(around: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(scaled(18))
    return column
