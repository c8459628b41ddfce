"""The guide on paper: every page of it, accessible and archivable like all that is printed here."""

from collections.abc import Iterator, Mapping
from datetime import date

from models.help.guide import Guide
from models.help.page import (
    HelpBlock,
    HelpHeading,
    HelpList,
    HelpPage,
    HelpPicture,
    HelpTable,
    HelpText,
    plain,
)
from models.letters.letter import BulletList, Heading, Paragraph, Table
from views.paper.guide_blocks import figure, note, steps
from views.paper.guide_canvas import GuideCanvas, GuidePicture, read_picture
from views.paper.look import BOTTOM, LEFT, ORDINARY, PAGE_HEIGHT, TOP
from views.paper.metadata import Description
from views.paper.pages import Frame, Placed, paginated
from views.paper.press import print_footer, print_page
from views.paper.setting import Setting
from views.paper.sheets import Bookmarks
from views.paper.story import Story
from views.paper.structure import Element

_TITLE = "Vejledning til Rød Tråd"
_AUTHOR = "Rød Tråd"
_ABOUT = "Det samme står i programmet under Hjælp: tryk F1, så kommer siden om det, du er ved."


def draw_guide(guide: Guide, pictures: Mapping[str, bytes], day: date) -> bytes:
    """Return *guide* as PDF bytes of *day*; *pictures* are PNG files by their names.

    The same guide gives the same bytes on the same day.
    """
    drawing = _Drawing(pictures)
    sheets = tuple(drawing.sheets(guide))
    description = Description(_TITLE, _AUTHOR, day)
    canvas = GuideCanvas(description, ORDINARY.body.face.name, drawing.shown)
    bookmarks = Bookmarks(len(sheets))
    for number, sheet in enumerate(sheets, start=1):
        print_page(canvas, sheet)
        for mark in bookmarks.on(sheet):
            canvas.bookmark(mark.title, mark.depth, mark.top)
        print_footer(canvas, _TITLE, f"Side {number} af {len(sheets)}", ORDINARY)
        canvas.turn()
    return canvas.finished(drawing.root)


class _Drawing:
    """Sets the pages one by one; `shown` are the pictures by the elements they belong to."""

    def __init__(self, pictures: Mapping[str, bytes]) -> None:
        self.root = Element("Document")
        self.shown: dict[Element, GuidePicture] = {}
        self._pictures = pictures

    def sheets(self, guide: Guide) -> Iterator[tuple[Placed, ...]]:
        """Yield the sheets: what there is to read, then each page from the top of a sheet."""
        front = Story(self.root, ORDINARY)
        front.add_title(_TITLE)
        front.add(Paragraph(_ABOUT))
        for part in guide.parts:
            front.add(Heading(part.title, 2))
            front.add(BulletList(tuple(page.title for page in part.pages)))
        yield from _laid_out(front)
        for page in guide.pages.values():
            yield from _laid_out(self._page(page))

    def _page(self, page: HelpPage) -> Story:
        story = Story(self.root, ORDINARY, is_titled=True)
        story.add(Heading(page.title, 2))
        for block in page.blocks:
            self._add(block, story)
        return story

    def _add(self, block: HelpBlock, story: Story) -> None:
        match block:
            case HelpHeading(text, level):
                story.add(Heading(text, level + 1))
            case HelpTable(columns, rows):
                cells = tuple(tuple(map(plain, row)) for row in rows)
                story.add(Table(tuple(map(plain, columns)), cells))
            case HelpPicture():
                self._add_picture(block, story)
            case HelpText() | HelpList():
                self._add_text(block, story)

    def _add_text(self, block: HelpText | HelpList, story: Story) -> None:
        setting = Setting(self.root, ORDINARY)
        if isinstance(block, HelpText) and block.stands_out:
            story.place(note(plain(block.text), setting))
        elif isinstance(block, HelpText):
            story.add(Paragraph(plain(block.text)))
        elif block.is_numbered:
            story.place(steps(tuple(map(plain, block.items)), setting))
        else:
            story.add(BulletList(tuple(map(plain, block.items))))

    def _add_picture(self, block: HelpPicture, story: Story) -> None:
        picture = read_picture(block.name, self._pictures[block.name])
        element, strips = figure(block.alternative, picture, Setting(self.root, ORDINARY))
        self.shown[element] = picture
        story.place(strips)


def _laid_out(story: Story) -> tuple[tuple[Placed, ...], ...]:
    frame = Frame(LEFT, PAGE_HEIGHT - TOP, BOTTOM)
    return paginated(story.strips, frame, frame)
