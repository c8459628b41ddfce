"""The widgets of a section: made item by item, kept by place, as many rows as there are."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forms.outline import link_ids_inside
from forms.questionnaire import Control, Item, ItemType
from models.answers import Answers, Place
from views.screen.fields.date_field import Today
from views.screen.fields.field import Field
from views.screen.fields.making import field_for
from views.screen.look import Role, scaled
from views.screen.question_group import QuestionGroup
from views.screen.row_group import RowGroup
from views.screen.support_lines import support_lines
from views.screen.words import words


@dataclass
class SectionParts:
    """What stands in a section; *attend* and *attend_rows* listen to what is new in it."""

    attend: Callable[[Field], None]
    attend_rows: Callable[[RowGroup], None]
    read_only: bool
    today: Today | None = None
    all: dict[Place, tuple[Item, QWidget]] = field(default_factory=dict)
    fields: dict[Place, Field] = field(default_factory=dict)
    groups: dict[Place, QuestionGroup] = field(default_factory=dict)
    row_groups: dict[Place, RowGroup] = field(default_factory=dict)
    _batch: int = 0
    _fresh: list[QWidget] = field(default_factory=list)

    def begin_batch(self) -> None:
        """Let what is filled in from now on stay hidden until `show_batch`."""
        self._batch += 1

    def show_batch(self) -> None:
        """Show what was filled in since `begin_batch`."""
        for around in self._fresh:
            around.show()
        self._fresh.clear()

    def fill(
        self, column: QVBoxLayout, items: Iterable[Item], rows: tuple[int, ...]
    ) -> Iterator[None]:
        """Put *items* into *column*, one with each step; what stands in a group comes after it."""
        batch = self._batch
        for item in items:
            if item.hidden:
                continue
            if batch != self._batch:
                batch, column = self._batch, self._column_for_batch(column)
            place = Place(item.link_id, rows)
            widget = self._part(item, place)
            self.all[place] = (item, widget)
            column.addWidget(widget)
            yield
            if isinstance(widget, QuestionGroup):
                yield from self.fill(widget.questions, item.items, rows)

    def fit_rows(self, answers: Answers) -> frozenset[Place]:
        """Show as many rows as *answers* have; return the groups that got more."""
        grown: set[Place] = set()
        waiting = list(self.row_groups.values())
        while waiting:
            group = waiting.pop()
            wanted = answers.rows(group.place)
            while group.rows() > wanted:
                self._forget_row(group, group.rows() - 1)
                group.drop_card()
            while group.rows() < wanted:
                known = set(self.row_groups)
                rows = (*group.place.rows, group.rows())
                for _ in self.fill(group.add_card(), group.item.items, rows):
                    pass
                waiting.extend(self.row_groups[place] for place in self.row_groups.keys() - known)
                grown.add(group.place)
        return frozenset(grown)

    def first_in_last_row(self, group: Place, page: QWidget) -> Field | None:
        """Return the first field of the newest row of *group* that is shown on *page*."""
        start = (*group.rows, self.row_groups[group].rows() - 1)
        link_ids = link_ids_inside(self.row_groups[group].item)
        inside = (
            field
            for place, field in self.fields.items()
            if place.link_id in link_ids and place.rows[: len(start)] == start
        )
        return next((field for field in inside if field.isVisibleTo(page)), None)

    def _column_for_batch(self, column: QVBoxLayout) -> QVBoxLayout:
        # Shown one by one on a visible page, each widget would have Qt lay out the whole page.
        around = QWidget()
        around.hide()
        inner = QVBoxLayout(around)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(column.spacing())
        column.addWidget(around)
        self._fresh.append(around)
        return inner

    def _part(self, item: Item, place: Place) -> QWidget:
        if item.is_repeating_group:
            return self._repeating(item, place)
        if item.type is ItemType.GROUP:
            self.groups[place] = QuestionGroup(item, place, read_only=self.read_only)
            return self.groups[place]
        if item.type is ItemType.DISPLAY:
            return _said(item)
        made = field_for(item, place, read_only=self.read_only, today=self.today)
        self.fields[place] = made
        self.attend(made)
        return made

    def _repeating(self, item: Item, place: Place) -> QWidget:
        group = RowGroup(item, place, read_only=self.read_only)
        self.row_groups[place] = group
        self.attend_rows(group)
        return group

    def _forget_row(self, group: RowGroup, row: int) -> None:
        inside = link_ids_inside(group.item) - {group.item.link_id}
        start = (*group.place.rows, row)
        for places in (self.fields, self.groups, self.row_groups, self.all):
            for place in [p for p in places if p.link_id in inside]:
                if place.rows[: len(start)] == start:
                    del places[place]


def _said(item: Item) -> QWidget:
    """Return a piece of text with the addresses it points to."""
    text = words(item.text, Role.QUIET if item.control is Control.HELP else None)
    support = support_lines(item)
    if support is None:
        return text
    around = QWidget()
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(scaled(5))
    column.addWidget(text)
    column.addWidget(support)
    return around
