"""The one style sheet, made from a theme's colours and the text scale."""

from string import Template

from views.screen.colours import Colours

# Selectors name a widget class wherever they can: Qt then tries them on that class only.
_SHEET = Template("""
QToolTip { background: $card; color: $text; border: 1px solid $border; padding: ${p4}px; }

QLabel[role="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[role="subtitle"] { font-size: ${subtitle}pt; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="quiet"] { color: $quiet; font-size: ${small}pt; }
QLabel[role="voice"] { color: $quiet; font-size: ${small}pt; font-style: italic; }
QLabel[role="problem"] { color: $problem; font-size: ${small}pt; }
QLabel[role="read"] { padding: ${p2}px 0; }
QLabel[role="quote"] { background: $quote; padding: ${p8}px ${p12}px;
    border: none; border-left: ${p3}px solid $thread; font-style: italic; }
QLabel[role="good"], QLabel[role="soon"], QLabel[role="overdue"], QLabel[role="chip"],
QLabel[role="chip-must"], QLabel[role="chip-should"], QLabel[role="chip-may"] {
    font-size: ${small}pt; border-radius: ${p4}px; padding: ${p1}px ${p8}px; }
QLabel[role="good"] { background: $good_fill; color: $good; }
QLabel[role="soon"] { background: $problem_fill; color: $problem; }
QLabel[role="overdue"] { background: $danger_fill; color: $danger; font-weight: 600; }
QLabel[role="chip"] { background: $hover; color: $text; }
QLabel[role="chip-must"] { background: $text; color: $card; font-weight: 600; }
QLabel[role="chip-should"] { border: 1px solid $text; color: $text; font-weight: 600; }
QLabel[role="chip-may"] { border: 1px dashed $border; color: $quiet; }

QFrame[role="card"] { background: $card; border: 1px solid $line; border-radius: ${p8}px; }
QFrame[role="card"] QFrame[role="card"] { background: $window; }
QFrame[role="panel"] { background: $panel; border: none; }
QFrame[role="bar"] { background: $window; border: none; border-bottom: 1px solid $line; }
QFrame[role="banner"] { background: $problem_fill; border: none; border-radius: ${p6}px; }

QLineEdit, QPlainTextEdit { background: $base; color: $text; border: 1px solid $border;
    border-radius: ${p5}px; padding: ${p5}px ${p8}px;
    selection-background-color: $selected; selection-color: $text; }
QLineEdit, QPlainTextEdit { placeholder-text-color: $quiet; }
QPlainTextEdit { padding: ${p3}px ${p4}px; }
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid $thread; }
QLineEdit:focus { padding: ${p5_1}px ${p8_1}px; }
QPlainTextEdit:focus { padding: ${p3_1}px ${p4_1}px; }
QLineEdit:disabled, QPlainTextEdit:disabled { background: $panel; color: $quiet; }
QLineEdit[role="quote"], QPlainTextEdit[role="quote"] { background: $quote; font-style: italic; }
QLineEdit[problem="true"], QPlainTextEdit[problem="true"] { border: 2px solid $problem; }

QPushButton { background: $card; color: $text; border: 1px solid $border;
    border-radius: ${p5}px; padding: ${p6}px ${p14}px; min-height: ${line_height}px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $thread; padding: ${p6_1}px ${p14_1}px; }
QPushButton:disabled { background: $panel; color: $quiet; border: 1px dashed $border; }
QPushButton[role="primary"] { background: $thread_fill; color: $on_thread;
    border: 1px solid $thread_fill; font-weight: 600; }
QPushButton[role="primary"]:hover { border-color: $text; }
QPushButton[role="primary"]:focus { border: 2px solid $text; text-decoration: underline; }
QPushButton[role="primary"]:disabled { background: $panel; color: $quiet;
    border: 1px dashed $border; }
QPushButton[role="plain"], QPushButton[role="subtle"] { background: transparent; color: $thread;
    border: 1px solid transparent; padding: ${p3}px ${p6}px; text-align: left; }
QPushButton[role="subtle"] { color: $quiet; }
QPushButton[role="plain"]:hover, QPushButton[role="subtle"]:hover { background: $hover; }
QPushButton[role="plain"]:focus, QPushButton[role="subtle"]:focus { border: 2px solid $thread;
    padding: ${p3_1}px ${p6_1}px; }
QPushButton[role="plain"]:disabled { color: $quiet; }
QPushButton[role="danger"] { background: transparent; color: $danger; border: 1px solid $danger; }
QPushButton[role="danger"]:hover { background: $danger_fill; }
QPushButton[role="danger"]:focus { border: 2px solid $danger; background: $danger_fill; }
QPushButton[role="danger"]:disabled { color: $quiet; border: 1px dashed $border; }
QPushButton[role="nav"], QPushButton[role="step"], QPushButton[role="step-current"] {
    background: transparent; border: none; border-left: ${p4}px solid transparent;
    border-radius: 0; padding: ${p6}px ${p12}px; text-align: left; }
QPushButton[role="nav"]:hover, QPushButton[role="step"]:hover { background: $hover; }
QPushButton[role="nav"]:checked, QPushButton[role="step"]:checked,
QPushButton[role="step-current"] { border-left-color: $thread; background: $hover;
    font-weight: 600; }
QPushButton[role="nav"]:focus, QPushButton[role="step"]:focus,
QPushButton[role="step-current"]:focus { border: 2px solid $thread;
    border-left: ${p4}px solid $thread; border-radius: ${p3}px; padding: ${p6_2}px ${p12}px; }
QPushButton[role="step"]:disabled { color: $quiet; background: transparent; }

QToolButton { background: transparent; color: $text; border: 1px solid transparent;
    border-radius: ${p5}px; padding: ${p5}px; }
QToolButton:hover { background: $hover; }
QToolButton:focus { border: 2px solid $thread; padding: ${p5_1}px; }

QPushButton::menu-indicator { image: none; width: 0; }
QMenu { background: $card; color: $text; border: 1px solid $border; padding: ${p4}px; }
QMenu::item { padding: ${p6}px ${p14}px; border-radius: ${p4}px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $quiet; }

QGroupBox { border: none; margin: 0; padding: 0; }

QAbstractItemView { background: $card; color: $text; border: 1px solid $line;
    selection-background-color: $selected; selection-color: $text; outline: none; }
QAbstractItemView:focus { border: 2px solid $thread; }
QAbstractItemView::item { padding: ${p4}px ${p6}px; border: none; }
QAbstractItemView::item:selected { background: $selected; color: $text; }
QComboBox QAbstractItemView { border: 1px solid $border; }
QCalendarWidget QWidget { alternate-background-color: $panel; }
QCalendarWidget #qt_calendar_navigationbar { background: $panel; }
QCalendarWidget QAbstractItemView { border: none; }
QCalendarWidget QAbstractItemView::item { padding: 0; }
QHeaderView::section { background: $panel; color: $text; border: none;
    border-bottom: 1px solid $line; padding: ${p4}px ${p6}px; }

QScrollArea { background: transparent; border: none; }
QScrollArea[role="panel"] { background: $panel; }
HelpReader { background: transparent; border: 2px solid $window; }
GuidancePanel, TaskPanel { border: 2px solid $panel; }
GuidancePanel:focus, TaskPanel:focus, HelpReader:focus { border: 2px solid $thread; }
QScrollBar:vertical { background: transparent; width: ${p12}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${p12}px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: ${p3}px; margin: ${p3}px; }
QScrollBar::handle:vertical { min-height: ${p28}px; }
QScrollBar::handle:horizontal { min-width: ${p28}px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")

_LENGTHS = (1, 2, 3, 4, 5, 6, 8, 12, 14, 28)


def style_sheet(colours: Colours, points: float, scale: float) -> str:
    """Return the sheet for *colours* with the base text at *points* times *scale*."""
    lengths = {f"p{length}": round(length * scale) for length in _LENGTHS}
    # A focused edge is one pixel wider; its padding gives that pixel back so nothing moves.
    focused = {f"{name}_1": length - 1 for name, length in lengths.items()}
    return _SHEET.substitute(
        {field: getattr(colours, field) for field in colours.__slots__},
        **{name: str(length) for name, length in (lengths | focused).items()},
        p6_2=str(lengths["p6"] - 2),
        line_height=str(round(20 * scale)),
        title=f"{points * scale * 1.5:.2f}",
        subtitle=f"{points * scale * 1.18:.2f}",
        small=f"{points * scale * 0.92:.2f}",
    )
