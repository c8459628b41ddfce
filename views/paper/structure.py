"""The logical structure of a letter: what a screen reader walks through, in reading order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFString,
)

from views.paper.archive import ArchivableDocument


@dataclass(eq=False, slots=True)
class Element:
    """One element of the structure: either holds other elements, or text on the pages.

    `alternative` says in words what a figure shows, and `box` is where it was drawn: left, bottom,
    right and top in points from the sheet's lower left corner.
    """

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: list["Element"] = field(default_factory=list)
    alternative: str = ""
    box: tuple[float, float, float, float] | None = None

    def add(self, tag: str, **attributes: str) -> "Element":
        """Return a new last child; *attributes* are PDF names, `O` the owner of them."""
        child = Element(tag, attributes)
        self.children.append(child)
        return child


@dataclass(frozen=True, slots=True)
class _Mark:
    page: int
    number: int


class StructureTree:
    """The structure tree of one document, written beside its pages.

    `pages` holds for each page the element of every marked piece, by the piece's number.
    """

    def __init__(
        self, document: ArchivableDocument, root: Element, pages: Sequence[Sequence[Element]]
    ) -> None:
        self._document = document
        self._root = root
        self._pages = pages
        self._marks: dict[Element, list[_Mark]] = {}
        self._names: dict[Element, str] = {}
        for page, elements in enumerate(pages):
            for number, element in enumerate(elements):
                self._marks.setdefault(element, []).append(_Mark(page, number))

    def write(self) -> PDFObjectReference:
        """Add the tree to the document and return the reference for its catalog."""
        self._write_element(self._root, PDFObjectReference("StructTreeRoot"))
        numbers: list[object] = []
        for page, elements in enumerate(self._pages):
            numbers += [page, PDFArray([self._reference(element) for element in elements])]
        parents = PDFDictionary({"Nums": PDFArray(numbers)})
        tree = PDFDictionary(
            {
                "Type": PDFName("StructTreeRoot"),
                "K": PDFArray([self._reference(self._root)]),
                "ParentTree": self._document.Reference(parents, "ParentTree"),
                "ParentTreeNextKey": len(self._pages),
            }
        )
        self._document.Reference(tree, "StructTreeRoot")
        return PDFObjectReference("StructTreeRoot")

    def _reference(self, element: Element) -> PDFObjectReference:
        name = self._names.setdefault(element, f"Element{len(self._names)}")
        return PDFObjectReference(name)

    def _write_element(self, element: Element, parent: PDFObjectReference) -> None:
        marks = self._marks.get(element, [])
        entries: dict[str, object] = {
            "Type": PDFName("StructElem"),
            "S": PDFName(element.tag),
            "P": parent,
            "K": PDFArray(
                [self._reference(child) for child in element.children]
                + [_content(mark) for mark in marks]
            ),
        }
        if marks:
            entries["Pg"] = _page(marks[0])
        entries |= _described(element)
        reference = self._reference(element)
        self._document.Reference(PDFDictionary(entries), reference.name)
        for child in element.children:
            self._write_element(child, reference)


def _described(element: Element) -> dict[str, object]:
    entries: dict[str, object] = {}
    if element.attributes:
        named = {key: PDFName(value) for key, value in element.attributes.items()}
        entries["A"] = PDFDictionary(named)
    if element.box:
        layout = {"O": PDFName("Layout"), "Placement": PDFName("Block")}
        entries["A"] = PDFDictionary({**layout, "BBox": PDFArray(list(element.box))})
    if element.alternative:
        entries["Alt"] = PDFString(element.alternative)
    return entries


def _page(mark: _Mark) -> PDFObjectReference:
    return PDFObjectReference(f"Page{mark.page + 1}")


def _content(mark: _Mark) -> PDFDictionary:
    return PDFDictionary({"Type": PDFName("MCR"), "Pg": _page(mark), "MCID": mark.number})
