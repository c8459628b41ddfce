"""A canvas that also shows pictures of the screen, each once in the file."""

import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from PIL import Image
from reportlab.pdfbase.pdfdoc import xObjectName
from typing_extensions import override

from views.paper.logo import Logo
from views.paper.metadata import Description
from views.paper.structure import Element
from views.paper.tagged_canvas import TaggedCanvas


@dataclass(frozen=True, slots=True)
class GuidePicture:
    """A picture in red, green and blue, and the name it has in the file."""

    name: str
    content: Logo


def read_picture(name: str, file: bytes) -> GuidePicture:
    """Return the picture in the bytes of a PNG *file* of ours."""
    with Image.open(BytesIO(file), formats=("PNG",)) as opened:
        picture = opened.convert("RGB")
    packed = zlib.compress(picture.tobytes(), 9)
    return GuidePicture(name.partition(".")[0], Logo(*picture.size, packed, b""))


class GuideCanvas(TaggedCanvas):
    """Draws the picture of an element where the element says that it is."""

    def __init__(
        self,
        description: Description,
        first_typeface: str,
        pictures: Mapping[Element, GuidePicture],
    ) -> None:
        super().__init__(description, first_typeface)
        self._pictures = pictures

    @contextmanager
    @override
    def marked(self, element: Element) -> Iterator[None]:
        """Make what is drawn inside part of *element*, its picture first."""
        with super().marked(element):
            picture = self._pictures.get(element)
            if picture and element.box:
                self._show(picture, element.box)
            yield

    def _show(self, picture: GuidePicture, box: tuple[float, float, float, float]) -> None:
        left, bottom, right, top = box
        self._doc.keep_picture(xObjectName(picture.name), picture.content)
        if picture.name not in self._formsinuse:
            self._formsinuse.append(picture.name)
        self.saveState()
        self.transform(right - left, 0, 0, top - bottom, left, bottom)
        self._code.append(f"/{xObjectName(picture.name)} Do")
        self.restoreState()
