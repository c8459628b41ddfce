"""What only the guide has on paper: steps in order, what must not be overlooked, pictures."""

from collections.abc import Sequence
from dataclasses import replace

from views.paper.guide_canvas import GuidePicture
from views.paper.look import ACCENT, TINT
from views.paper.picture import Picture
from views.paper.setting import Setting
from views.paper.strips import Ink, Panel, Strip, kept, spaced, unbroken
from views.paper.structure import Element
from views.paper.words import printable

_POINTS_PER_PIXEL = 0.34
_ITEM_GAP = 0.35
_LABEL_SHARE = 0.1
_INSET = 12.0
_PADDING = 6.0


def steps(texts: Sequence[str], setting: Setting) -> tuple[Strip, ...]:
    """Return *texts* as a numbered list."""
    edition = setting.edition
    listed = setting.root.add("L", O="List", ListNumbering="Decimal")
    strips: list[Strip] = []
    for number, text in enumerate(texts, start=1):
        item = listed.add("LI")
        label, body = item.add("Lbl"), item.add("LBody").add("P")
        lines = setting.inset(body, edition.indent).lines(body, printable(text), edition.body)
        place = setting.left + edition.indent * _LABEL_SHARE
        mark = Ink(label, f"{number}.", edition.body, place)
        first = replace(lines[0], inks=(mark, *lines[0].inks))
        strips += spaced((first, *lines[1:]), edition.gap * _ITEM_GAP)
    return spaced(strips, edition.gap * _ITEM_GAP)


def note(text: str, setting: Setting) -> tuple[Strip, ...]:
    """Return *text* on a field of its own."""
    edition = setting.edition
    inside = setting.inset(setting.root, _INSET, _INSET)
    panel = Panel(edition.text_width, 3.0, ACCENT, TINT)
    padding = Strip(_PADDING, panel=panel)
    lines = inside.running(text, edition.body)
    words = tuple(replace(strip, panel=panel) for strip in spaced(lines, 0.0))
    return spaced(unbroken((padding, *words, padding)), edition.gap)


def figure(
    alternative: str, picture: GuidePicture, setting: Setting
) -> tuple[Element, tuple[Strip, ...]]:
    """Return the room for *picture* with what it shows below it, and the element it is of."""
    edition, content = setting.edition, picture.content
    element = setting.root.add("Figure")
    element.alternative = alternative
    width = min(content.width * _POINTS_PER_PIXEL, setting.width)
    height = content.height * width / content.width
    room = kept((Strip(height, picture=Picture(width, height, element=element)),))
    # Part of the figure: a screen reader says its alternative, which is the same, and only once.
    caption = setting.lines(element, alternative, edition.margin_label)
    return element, spaced((*room, *spaced(caption, 3.0)), edition.gap)
