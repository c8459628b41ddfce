"""Reads a letter back: what a screen reader hears, and where ink is."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdfium2
from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, DictionaryObject, TextStringObject

from models.danish import long_date
from models.letters.chart import chart_in_words
from models.letters.letter import (
    Block,
    BulletList,
    Chart,
    Facts,
    Heading,
    LawText,
    Letter,
    Paragraph,
    PocketCard,
    Quotation,
    RedThread,
    Result,
    SignatureColumns,
    SignatureLines,
    Table,
    Thread,
)
from views.paper.envelope import Box, EnvelopeWindow

MM = 72 / 25.4
Bounds = tuple[float, float, float, float]


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def page_texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_bounded() for page in document]


def ink_bounds(pdf: bytes, page: int) -> list[Bounds]:
    """Return left, top, right and bottom of everything drawn, in mm from the upper left corner."""
    sheet = pypdfium2.PdfDocument(pdf)[page]
    height = sheet.get_height()
    found = []
    for drawn in sheet.get_objects():
        left, bottom, right, top = drawn.get_bounds()
        found.append((left / MM, (height - top) / MM, right / MM, (height - bottom) / MM))
    return found


def text_in(pdf: bytes, box: Box) -> list[str]:
    page = pypdfium2.PdfDocument(pdf)[0]
    height = page.get_height()
    text = page.get_textpage().get_text_bounded(
        left=box.left * MM,
        top=height - box.top * MM,
        right=box.right * MM,
        bottom=height - box.bottom * MM,
    )
    return [line.strip() for line in text.splitlines() if line.strip()]


def shows_nothing_else(pdf: bytes, window: EnvelopeWindow) -> bool:
    steady, ever = window.always_visible, window.ever_visible
    for left, top, right, bottom in ink_bounds(pdf, 0):
        apart = left >= ever.right or right <= ever.left or top >= ever.bottom or bottom <= ever.top
        inside = (
            left >= steady.left
            and right <= steady.right
            and top >= steady.top
            and bottom <= steady.bottom
        )
        if not (apart or inside):
            return False
    return True


def spoken(pdf: bytes) -> list[tuple[str, str]]:
    """Return tag and text of every element that holds text, in reading order."""
    document = reader(pdf)
    marked = {
        (page.indirect_reference.idnum, mark): text
        for page in document.pages
        if page.indirect_reference
        for mark, text in _MarkedTexts(page).texts.items()
    }
    root: Any = document.trailer["/Root"]
    return list(_walk(root["/StructTreeRoot"]["/K"][0], marked))


def _walk(element: Any, marked: dict[tuple[int, int], str]) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - pypdf's objects are untyped
    element = element.get_object()
    kids = [kid.get_object() for kid in element["/K"]]
    pieces = [
        marked[kid.raw_get("/Pg").idnum, kid["/MCID"]] for kid in kids if kid["/Type"] == "/MCR"
    ]
    if pieces:
        yield element["/S"][1:], str(element.get("/Alt", "".join(pieces)))
    for kid in kids:
        if kid["/Type"] == "/StructElem":
            yield from _walk(kid, marked)


class _MarkedTexts:
    """The texts of one page by the number of their mark."""

    def __init__(self, page: PageObject) -> None:
        self.texts: dict[int, str] = {}
        self._fonts = {name: _to_unicode(font.get_object()) for name, font in _fonts(page).items()}
        self._font: dict[int, str] = {}
        self._open: list[int | None] = []
        read = {b"BDC": self._begin, b"EMC": self._end, b"Tf": self._choose, b"Tj": self._show}
        for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
            if operator in read:
                read[operator](operands)

    def _begin(self, operands: list[Any]) -> None:
        mark = operands[1].get("/MCID")
        self._open.append(mark)
        if mark is not None:
            self.texts[mark] = ""
        self._add(str(operands[1].get("/ActualText", "")))

    def _end(self, _operands: list[Any]) -> None:
        self._open.pop()

    def _choose(self, operands: list[Any]) -> None:
        self._font = self._fonts[operands[0]]

    def _show(self, operands: list[Any]) -> None:
        shown = operands[0]
        codes = shown.original_bytes if isinstance(shown, TextStringObject) else shown
        self._add("".join(self._font[code] for code in codes))

    def _add(self, text: str) -> None:
        marks = [mark for mark in self._open if mark is not None]
        if marks:
            self.texts[marks[-1]] += text


def _fonts(page: PageObject) -> DictionaryObject:
    resources: Any = page["/Resources"]
    fonts: DictionaryObject = resources["/Font"].get_object()
    return fonts


def _to_unicode(font: DictionaryObject) -> dict[int, str]:
    stream: Any = font["/ToUnicode"]
    table = stream.get_data().decode("ascii")
    return {
        int(code, 16): bytes.fromhex(text).decode("utf-16-be")
        for code, text in re.findall(r"^<(\w\w)> <(\w{4,})>$", table, re.MULTILINE)
    }


def source(letter: Letter) -> list[str]:
    """Return the texts of *letter* in the order in which they are meant to be heard."""
    return [
        letter.sender.name,
        letter.sender.unit,
        " ".join(letter.receiver.lines),
        " ".join(letter.sender.lines),
        " ".join(letter.sender.contact),
        f"Dato {long_date(letter.day)}",
        *(f"{label} {value}" for label, value in letter.reference),
        letter.title,
        *(text for block in letter.blocks for text in _source(block)),
    ]


def _source(block: Block) -> list[str]:
    texts: list[str] = []
    match block:
        case Heading() | Result() | Paragraph():
            texts = [block.text.replace("\n", " ")]
        case Quotation():
            texts = [block.speaker, *block.text.split("\n\n")]
        case LawText():
            texts = [block.citation, block.text]
        case SignatureLines() | SignatureColumns():
            texts = [f"Dato {role}" for role in block.roles]
        case _:
            texts = _listed(block)
    return texts


def _listed(block: BulletList | Facts | Table | RedThread | Chart | PocketCard) -> list[str]:
    texts: list[str] = []
    match block:
        case BulletList():
            texts = [text for item in block.items for text in ("•", item)]
        case Facts():
            texts = [text for row in block.rows for text in row]
        case Table():
            texts = [*block.columns, *(text for row in block.rows for text in row)]
        case _:
            texts = _drawn(block)
    return texts


def _drawn(block: RedThread | Chart | PocketCard) -> list[str]:
    match block:
        case RedThread():
            return [*block.columns, *(text for one in block.threads for text in _thread(one))]
        case Chart():
            return [block.title, chart_in_words(block)]
        case PocketCard():
            inner = (*block.front, *block.inside, *block.back)
            return [text for one in inner for text in _source(one)]


def _thread(thread: Thread) -> list[str]:
    deeds = thread.deeds
    listed = deeds if len(deeds) == 1 else [text for deed in deeds for text in ("•", deed)]
    return [thread.finding, f"»{thread.goal}«", *listed, thread.sign]
