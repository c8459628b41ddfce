"""The pages of a PDF as pictures, made in memory and one at a time."""

import pypdfium2
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

SMALLEST_SCALE = 0.05


class UnreadableLetterError(Exception):
    """The bytes of a letter are not a PDF that can be shown."""


class PdfPages:
    """One PDF held in memory; nothing of it touches the disk."""

    def __init__(self, pdf: bytes) -> None:
        try:
            self._document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            sentence = (
                "Brevet kan ikke vises, fordi filen er beskadiget. "
                "Hent det fra den seneste sikkerhedskopi."
            )
            raise UnreadableLetterError(sentence) from error
        self._sizes = tuple(
            QSizeF(*self._document.get_page_size(number)) for number in range(len(self._document))
        )

    def __len__(self) -> int:
        return len(self._sizes)

    def size(self, number: int) -> QSizeF:
        """Return the size of page *number* (from 0) in points, 72 to the inch."""
        return self._sizes[number]

    def image(self, number: int, pixels_per_point: float) -> QImage:
        """Return page *number* (from 0) drawn with *pixels_per_point* real pixels to the point."""
        page = self._document[number]
        try:
            bitmap = page.render(scale=max(pixels_per_point, SMALLEST_SCALE), prefer_bgrx=True)
            borrowed = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            )
            # PDFium owns the pixels only until the bitmap is closed, and QImage does not copy them.
            image = borrowed.copy()
            bitmap.close()
        finally:
            page.close()
        return image

    def text(self) -> str:
        """Return the words on all pages, for a screen reader; pages parted by an empty line."""
        texts: list[str] = []
        for number in range(len(self)):
            page = self._document[number]
            text_page = page.get_textpage()
            texts.append(text_page.get_text_range())
            text_page.close()
            page.close()
        return "\n\n".join(texts)

    def place_of(self, words: str) -> tuple[int, float] | None:
        """Return where *words* first stand: the page (from 0), and how far down it, 0 to 1."""
        for number in range(len(self)):
            page = self._document[number]
            text_page = page.get_textpage()
            found = text_page.search(words, match_case=True).get_next() if words else None
            box = text_page.get_charbox(found[0]) if found else None
            text_page.close()
            page.close()
            if box:
                return number, 1 - box[3] / self._sizes[number].height()
        return None

    def close(self) -> None:
        """Forget the PDF; no page can be drawn afterwards."""
        self._document.close()
