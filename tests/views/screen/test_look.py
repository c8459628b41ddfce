"""What is written can be read: in light, in dark, and in the colours it is really painted with."""

from collections import Counter

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from views.screen.colours import DARK, LIGHT, Colours
from views.screen.look import Role, Theme, apply_look, set_role
from views.screen.words import words

LEAST = 4.5
LEAST_FOR_EDGES = 3.0
INKS = ("text", "quiet", "thread", "problem", "good", "danger")
SURFACES = ("window", "card", "panel", "base", "quote", "hover", "selected")
PAIRS = (
    ("on_thread", "thread_fill"),
    ("problem", "problem_fill"),
    ("good", "good_fill"),
    ("danger", "danger_fill"),
    ("card", "text"),
)
LABELS = [
    role
    for role in Role
    if role
    not in {
        Role.CARD,
        Role.PANEL,
        Role.BAR,
        Role.BANNER,
        Role.PRIMARY,
        Role.PLAIN,
        Role.SUBTLE,
        Role.DANGER,
        Role.NAV,
        Role.STEP,
        Role.STEP_CURRENT,
        Role.ICON,
    }
]
BUTTONS = [Role.PRIMARY, Role.PLAIN, Role.SUBTLE, Role.DANGER, Role.NAV, Role.STEP]


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def painted_contrast(widget: QWidget, inside: QRect | None = None) -> float:
    """Return the contrast of the text really painted: ground is the commonest colour inside."""
    place = inside or widget.rect()
    image = widget.grab(place.adjusted(5, 5, -5, -5)).toImage()
    seen = Counter(pixels(image))
    ground = QColor.fromRgb(seen.most_common(1)[0][0])
    inks = (QColor.fromRgb(pixel) for pixel, times in seen.items() if times >= 3)
    return max(contrast(ground, ink) for ink in inks)


def pixels(image: QImage) -> list[int]:
    return [image.pixel(x, y) for x in range(image.width()) for y in range(image.height())]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_ink_reads_on_every_surface(colours: Colours) -> None:
    pairs = [(ink, surface) for ink in INKS for surface in SURFACES]

    weak = [
        (ink, ground)
        for ink, ground in (*pairs, *PAIRS)
        if contrast(QColor(getattr(colours, ink)), QColor(getattr(colours, ground))) < LEAST
    ]

    assert weak == []


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_of_what_can_be_used_are_seen(colours: Colours) -> None:
    grounds = (colours.window, colours.card, colours.panel, colours.base, colours.quote)

    assert all(
        contrast(QColor(colours.border), QColor(ground)) >= LEAST_FOR_EDGES for ground in grounds
    )


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize("role", LABELS)
def test_words_are_painted_readably(
    qapp: QApplication, qtbot: QtBot, theme: Theme, role: Role
) -> None:
    apply_look(qapp, theme, 1.4)
    label = words("HHHHH MMMMM Hvad siger borgeren?", role)
    label.setAutoFillBackground(True)
    qtbot.addWidget(label)
    label.resize(500, 60)

    assert painted_contrast(label) >= LEAST


@pytest.mark.parametrize("theme", list(Theme))
@pytest.mark.parametrize("role", BUTTONS)
@pytest.mark.parametrize("enabled", [True, False], ids=["on", "off"])
def test_buttons_are_painted_readably(
    qapp: QApplication, qtbot: QtBot, theme: Theme, role: Role, *, enabled: bool
) -> None:
    apply_look(qapp, theme, 1.4)
    page = QWidget()
    button = QPushButton("HHHHH MMMMM Skriv under", page)
    set_role(button, role)
    button.setEnabled(enabled)
    qtbot.addWidget(page)
    page.resize(500, 80)
    button.resize(480, 60)

    # A button without a ground of its own is judged on the page it lies on.
    assert painted_contrast(page, button.geometry()) >= LEAST


@pytest.mark.parametrize("theme", list(Theme))
def test_a_placeholder_is_painted_readably(qapp: QApplication, qtbot: QtBot, theme: Theme) -> None:
    apply_look(qapp, theme, 1.4)
    line = QLineEdit()
    line.setPlaceholderText("HHHHH MMMMM dag.måned.år")
    qtbot.addWidget(line)
    line.resize(400, 50)

    assert painted_contrast(line) >= LEAST


def test_the_bundled_font_is_in_use_at_the_scale_asked_for(qapp: QApplication) -> None:
    apply_look(qapp, Theme.LIGHT, 1.0)
    normal = qapp.font().pointSizeF()

    apply_look(qapp, Theme.DARK, 2.0)

    assert qapp.font().pointSizeF() == 2 * normal
    assert qapp.font().family() == "Noto Sans"


def test_a_role_given_later_shows_at_once(qtbot: QtBot) -> None:
    label = QLabel("HHHHH MMMMM")
    qtbot.addWidget(label)
    set_role(label, Role.QUIET)
    label.show()
    before = label.grab().toImage()

    set_role(label, Role.TITLE)

    assert label.grab().toImage() != before


def test_words_that_become_a_quotation_later_have_the_room_of_one(
    qapp: QApplication, qtbot: QtBot
) -> None:
    apply_look(qapp, Theme.LIGHT, 1.0)
    later, at_once = words("Jeg vil gerne", Role.QUIET), words("Jeg vil gerne", Role.QUOTE)
    for label in (later, at_once):
        qtbot.addWidget(label)
        label.show()

    set_role(later, Role.QUOTE)

    assert later.sizeHint() == at_once.sizeHint()
