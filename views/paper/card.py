"""A card for the pocket: one side of a sheet, folded twice, that opens like a small book.

Below on the sheet stand the back and, to the right of it, the front. Above them, upside down,
stands what is inside: fold the upper half behind the lower, then the left half behind the right.
"""

from collections.abc import Sequence

from reportlab.lib.units import mm

from models.letters.letter import CardBlock, Paragraph, PocketCard
from views.paper.faults import CardTooFullError
from views.paper.look import CARDS, PAGE_HEIGHT, PAGE_WIDTH, Edition
from views.paper.pages import Frame, Placed, paginated
from views.paper.sheets import Sheet
from views.paper.story import Story
from views.paper.structure import Element

_SIDE_MARGIN = 9 * mm
_TOP_MARGIN = 11 * mm
_BOTTOM_MARGIN = 16 * mm
_TOP = PAGE_HEIGHT / 2 - _TOP_MARGIN
_LEFT = Frame(_SIDE_MARGIN, _TOP, _BOTTOM_MARGIN)
_RIGHT = Frame(PAGE_WIDTH / 2 + _SIDE_MARGIN, _TOP, _BOTTOM_MARGIN)
_HOW_TO_FOLD = (
    "Sådan folder du kortet: Fold først arkets øverste halvdel bagud. "
    "Fold så den venstre halvdel bagud."
)


def card_sheet(card: PocketCard, title: str, root: Element, *, is_titled: bool) -> Sheet:
    """Return *card* on a sheet, *title* on its front, set as large as its four sides allow.

    With *is_titled* a letter with that title comes before it. Raises CardTooFullError.
    """
    for edition in CARDS:
        section = Element("Sect")
        sheet = _Card(section, edition, is_titled=is_titled).sheet(card, title)
        if sheet:
            root.children.append(section)
            return sheet
    raise CardTooFullError


class _Card:
    def __init__(self, section: Element, edition: Edition, *, is_titled: bool) -> None:
        self._section = section
        self._edition = edition
        self._is_titled = is_titled

    def sheet(self, card: PocketCard, title: str) -> Sheet | None:
        """Return the sheet, or nothing when it would not hold everything."""
        front = Story(self._section, self._edition, is_titled=self._is_titled)
        front.add_title(title)
        cover = _filled(front, card.front, (_RIGHT,))
        inside = _filled(self._story(), card.inside, (_LEFT, _RIGHT))
        back = _filled(self._story(), (*card.back, Paragraph(_HOW_TO_FOLD)), (_LEFT,))
        if cover is None or inside is None or back is None:
            return None
        return Sheet((*cover, *back), inside, is_card=True)

    def _story(self) -> Story:
        return Story(self._section, self._edition, is_titled=True)


def _filled(
    story: Story, blocks: Sequence[CardBlock], frames: Sequence[Frame]
) -> tuple[Placed, ...] | None:
    for block in blocks:
        story.add(block)
    pages = paginated(story.strips, frames[0], frames[-1])
    if len(pages) > len(frames):
        return None
    return tuple(placed for page in pages for placed in page)
