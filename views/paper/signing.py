"""Places to sign, below each other or side by side, all on one page."""

from collections.abc import Sequence

from views.paper.look import INK
from views.paper.setting import Setting
from views.paper.strips import Cell, Ink, Rule, Strip, side_by_side, unbroken
from views.paper.words import printable

_DATE_SHARE = 0.27
_DATE_GAP = 18.0
_COLUMN_GAP = 26.0
_LINE_BELOW = 2.4  # times the leading: room to write in
_ROOM_PER_COLUMN = 20  # times the size; in less there is no room for a name


def signature_lines(roles: Sequence[str], setting: Setting) -> tuple[Strip, ...]:
    """Return a line for the day and one for the name, for each of *roles*."""
    return _rows([(role,) for role in roles], setting)


def signature_columns(roles: Sequence[str], setting: Setting) -> tuple[Strip, ...]:
    """Return places to sign, two to a row where the letters are small enough for it."""
    if _column_width(2, setting) < _ROOM_PER_COLUMN * setting.edition.margin_label.size:
        return signature_lines(roles, setting)
    return _rows([tuple(roles[place : place + 2]) for place in range(0, len(roles), 2)], setting)


def _column_width(columns: int, setting: Setting) -> float:
    return (setting.width - _COLUMN_GAP * (columns - 1)) / columns


def _rows(rows: Sequence[Sequence[str]], setting: Setting) -> tuple[Strip, ...]:
    columns = max(map(len, rows), default=1)
    strips: list[Strip] = []
    for row in rows:
        strips += _row(row, _column_width(columns, setting), setting)
    return unbroken(strips)


def _row(roles: Sequence[str], width: float, setting: Setting) -> tuple[Strip, ...]:
    style = setting.edition.margin_label
    line = setting.edition.body.leading * _LINE_BELOW
    rules: list[Rule] = []
    columns: list[tuple[tuple[Ink, ...], ...]] = []
    for place, role in enumerate(roles):
        left = setting.left + place * (width + _COLUMN_GAP)
        date_width = max(width * _DATE_SHARE, style.width("Dato "))
        name_left = left + date_width + _DATE_GAP
        name_width = width - date_width - _DATE_GAP
        rules += [Rule(left, date_width, INK, line), Rule(name_left, name_width, INK, line)]
        element = setting.root.add("P")
        first, *others = Cell(element, printable(role), style, name_left, name_width).lines()
        columns.append(((Ink(element, "Dato ", style, left), *first), *others))
    first_caption, *more = side_by_side(columns, style.leading)
    caption = Strip(first_caption.height, first_caption.inks, space_before=2.0)
    return (Strip(line, rules=tuple(rules)), caption, *more)
