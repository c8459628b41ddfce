"""A canvas on which every stroke is either part of the structure or an artifact."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from io import BytesIO

from reportlab.pdfbase.pdfdoc import xObjectName
from reportlab.pdfgen.canvas import Canvas

from views.paper.archive import ArchivableDocument
from views.paper.logo import PlacedLogo
from views.paper.look import PAGE_HEIGHT, PAGE_WIDTH, TextStyle
from views.paper.marks import MARKS, STROKE_WIDTH, runs
from views.paper.metadata import Description
from views.paper.structure import Element, StructureTree

_LOGO = "logo"


class Artifact(StrEnum):
    """What is on the paper and not part of the letter, as PDF properties."""

    LAYOUT = "/Type /Layout"
    REPEATED = "/Type /Pagination"
    HEADER = "/Type /Pagination /Subtype /Header"
    FOOTER = "/Type /Pagination /Subtype /Footer"


class TaggedCanvas(Canvas):
    """A4 pages with marked content; `finished` gives the bytes once."""

    def __init__(self, description: Description, first_typeface: str) -> None:
        # Without a font of ours each page would begin with Helvetica, which is not embedded.
        super().__init__(
            BytesIO(),
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            pageCompression=1,
            initialFontName=first_typeface,  # type: ignore[arg-type]  # the stubs take it for a number
        )
        self._doc = ArchivableDocument(description)
        self._code: list[str]
        self._pages: list[list[Element]] = [[]]
        self._formsinuse: list[str]
        self._bookmarks = 0
        self._depth = -1
        self.setViewerPreference("DisplayDocTitle", "true")

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """Make what is drawn inside part of *element*."""
        page = self._pages[-1]
        self._code.append(f"/{element.tag} <</MCID {len(page)}>> BDC")
        page.append(element)
        yield
        self._code.append("EMC")

    @contextmanager
    def artifact(self, kind: Artifact) -> Iterator[None]:
        """Keep what is drawn inside away from screen readers."""
        self._code.append(f"/Artifact <<{kind}>> BDC")
        yield
        self._code.append("EMC")

    def turn(self) -> None:
        """End this page."""
        self.showPage()
        self._pages.append([])

    def write(self, text: str, style: TextStyle, x: float, y: float) -> None:
        """Set *text* on the baseline *y* from *x*."""
        self.setFillColor(style.colour)
        for run in runs(text):
            if run in MARKS:
                self._draw_mark(run, style, x, y)
            else:
                self.setFont(style.face.name, style.size)
                self.drawString(x, y, run)
            x += style.width(run)

    def _draw_mark(self, character: str, style: TextStyle, x: float, y: float) -> None:
        scale = style.size / 1000
        self.setStrokeColor(style.colour)
        self.setLineWidth(STROKE_WIDTH * scale)
        path = self.beginPath()
        for stroke in MARKS[character].strokes:
            (across, up), *others = stroke
            path.moveTo(x + across * scale, y + up * scale)
            for across, up in others:
                path.lineTo(x + across * scale, y + up * scale)
        self._code.append(f"/Span <</ActualText <FEFF{ord(character):04X}>>> BDC")
        self.drawPath(path)
        self._code.append("EMC")

    @contextmanager
    def turned(self) -> Iterator[None]:
        """Draw what is drawn inside upside down, as if the sheet lay the other way round."""
        self.saveState()
        self.transform(-1, 0, 0, -1, PAGE_WIDTH, PAGE_HEIGHT)
        yield
        self.restoreState()

    def stamp(self, placed: PlacedLogo, x: float, y: float) -> None:
        """Draw a logo with its lower left corner at *x*, *y*."""
        self._doc.keep_picture(xObjectName(_LOGO), placed.logo)
        if _LOGO not in self._formsinuse:
            self._formsinuse.append(_LOGO)
        self.saveState()
        self.transform(placed.width, 0, 0, placed.height, x, y)
        self._code.append(f"/{xObjectName(_LOGO)} Do")
        self.restoreState()

    def bookmark(self, title: str, depth: int, top: float) -> None:
        """Make *title* a bookmark to *top* of this page, *depth* steps below the outermost."""
        key = f"heading{self._bookmarks}"
        self._bookmarks += 1
        self._depth = min(depth, self._depth + 1)
        self.bookmarkHorizontalAbsolute(key, top)
        self.addOutlineEntry(title, key, self._depth)

    def finished(self, root: Element) -> bytes:
        """Return the whole file; *root* is the structure that the pages were marked with."""
        structure = StructureTree(self._doc, root, self._pages[:-1]).write()
        self._doc.describe(structure)
        return self._doc.GetPDFData(self)
