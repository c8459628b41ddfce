"""The look of the whole program: Fusion, our palette, our font, one small style sheet.

A widget says *what it is* with `set_role`; how that looks is decided here and in `look_sheet`.
Text that a person wrote is shown with `words.words`, never with a bare `QLabel`.
"""

from enum import StrEnum

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from resources import data, names
from views.screen.colours import DARK, LIGHT, Colours
from views.screen.look_sheet import style_sheet

BASE_POINTS = 10.5
_FAMILY = "Noto Sans"


class Theme(StrEnum):
    """Light or dark."""

    LIGHT = "light"
    DARK = "dark"


class Role(StrEnum):
    """What a widget is; the widget classes it is meant for stand in brackets."""

    TITLE = "title"
    """The one heading of a screen (QLabel)."""
    SUBTITLE = "subtitle"
    """The heading of a part (QLabel)."""
    STRONG = "strong"
    """A question, or the first line of a row in a list (QLabel)."""
    QUIET = "quiet"
    """Secondary text (QLabel)."""
    PROBLEM = "problem"
    """A sentence about what is missing or unreadable (QLabel)."""
    GOOD = "good"
    """A sentence that something went well; a chip when it is short (QLabel)."""
    SOON = "soon"
    """A chip: a deadline that comes near (QLabel)."""
    OVERDUE = "overdue"
    """A chip: a deadline that has passed (QLabel)."""
    CHIP = "chip"
    """A neutral chip: a state, a count (QLabel)."""
    CHIP_MUST = "chip-must"
    """A chip: the law or guideline says skal (QLabel)."""
    CHIP_SHOULD = "chip-should"
    """A chip: the guideline says bør (QLabel)."""
    CHIP_MAY = "chip-may"
    """A chip: the guideline says kan (QLabel)."""
    VOICE = "voice"
    """The mark that an answer is the citizen's own words (QLabel)."""
    QUOTE = "quote"
    """The citizen's own words as read (QLabel), or the box they are written in."""
    READ = "read"
    """An answer in an entry that can no longer be changed (QLabel)."""
    CARD = "card"
    """A raised, framed surface (QFrame)."""
    PANEL = "panel"
    """A side surface without frame (QFrame, QScrollArea)."""
    BAR = "bar"
    """A strip along the top or bottom of a screen, parted by a hair line (QFrame)."""
    BANNER = "banner"
    """A message across the screen that wants attention but no click (QFrame)."""
    PRIMARY = "primary"
    """The one main button of a screen (QPushButton)."""
    PLAIN = "plain"
    """A button that looks like a link (QPushButton)."""
    SUBTLE = "subtle"
    """A quiet button for a deed one seldom wants (QPushButton)."""
    DANGER = "danger"
    """A button that takes something away (QPushButton)."""
    NAV = "nav"
    """A checkable line of the main navigation (QPushButton)."""
    STEP = "step"
    """A line of the course's or form's steps (QPushButton)."""
    STEP_CURRENT = "step-current"
    """The step we are at: the red thread runs beside it (QPushButton)."""
    ICON = "icon"
    """A small square button with a sign and an accessible name (QToolButton)."""


_COLOURS = {Theme.LIGHT: LIGHT, Theme.DARK: DARK}
_PALETTE = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "base",
    QPalette.ColorRole.AlternateBase: "card",
    QPalette.ColorRole.ToolTipBase: "card",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "quiet",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "problem",
    QPalette.ColorRole.Highlight: "selected",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Accent: "thread",
    QPalette.ColorRole.Link: "thread",
    QPalette.ColorRole.LinkVisited: "thread",
    QPalette.ColorRole.Light: "card",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "border",
    QPalette.ColorRole.Shadow: "border",
}
_TEXTS = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def apply_look(application: QApplication, theme: Theme, scale: float) -> None:
    """Dress *application*; *scale* is 1.0 to 2.0. May be called again at any time."""
    application.setProperty("look_theme", theme.value)
    application.setProperty("look_scale", scale)
    sheet = style_sheet(_COLOURS[theme], BASE_POINTS, scale)
    if application.styleSheet() == sheet:
        # To be dressed alike again would change nothing, and Qt would go through every widget.
        return
    _load_fonts(application)
    application.setStyle("Fusion")
    font = QFont(_FAMILY)
    font.setPointSizeF(BASE_POINTS * scale)
    application.setFont(font)
    application.setPalette(_palette(_COLOURS[theme]))
    application.setStyleSheet(sheet)


def set_role(widget: QWidget, role: Role) -> None:
    """Let *widget* look like *role*."""
    if widget.property("role") == role.value:
        return
    was_dressed = widget.property("role") is not None
    widget.setProperty("role", role.value)
    if was_dressed or widget.isVisible():
        redress(widget)


def redress(widget: QWidget) -> None:
    """Make *widget* look again at its dynamic properties, which Qt's style sheets do not follow."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    if isinstance(widget, QLabel):
        # A label reckons the room round its words anew only when it hears of this.
        QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
    widget.update()


def colours() -> Colours:
    """Return the colours of the theme in use, for what is painted by hand."""
    theme = QApplication.instance().property("look_theme")
    return _COLOURS[Theme(theme)] if isinstance(theme, str) else LIGHT


def scaled(pixels: float) -> int:
    """Return a length that is *pixels* at 100 % in the text scale in use."""
    scale = QApplication.instance().property("look_scale")
    return round(pixels * scale) if isinstance(scale, float) else round(pixels)


def _load_fonts(application: QApplication) -> None:
    if application.property("look_fonts"):
        return
    for name in names("fonts"):
        if name.endswith(".ttf"):
            QFontDatabase.addApplicationFontFromData(data(name))
    application.setProperty("look_fonts", True)


def _palette(chosen: Colours) -> QPalette:
    palette = QPalette()
    for role, name in _PALETTE.items():
        palette.setColor(role, QColor(getattr(chosen, name)))
    for role in _TEXTS:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(chosen.quiet))
    return palette
