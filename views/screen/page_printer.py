"""Printing where a PDF cannot be handed to the spooler as it is: its pages as fine pictures."""

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from views.screen.lifetime import is_alive
from views.screen.pdf_pages import PdfPages

_DOTS_PER_POINT = 300 / 72


class PrinterRefusedError(Exception):
    """The printer did not take the pages."""


def ask_and_print(pdf: bytes, parent: QWidget) -> bool:
    """Let the person choose a printer, print *pdf* on it, and return whether it was printed.

    Raises `UnreadableLetterError` or `PrinterRefusedError`.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("brev")
    lay_out(printer)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted or not is_alive(dialog):
        return False
    # Windows drivers hand back a paper size of their own when the dialog closes.
    lay_out(printer)
    if not draw_pages(pdf, printer):
        raise PrinterRefusedError
    return True


def lay_out(printer: QPrinter) -> None:
    """Set *printer* to whole A4 pages, since the margins are in the pages already."""
    page = QPageSize(QPageSize.PageSizeId.A4)
    upright = QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(page, upright, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)


def draw_pages(pdf: bytes, printer: QPrinter) -> bool:
    """Draw every page of *pdf* on *printer*, and return whether the printer took them."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    pages = PdfPages(pdf)
    is_taken = True
    for number in range(len(pages)):
        if number:
            is_taken = printer.newPage() and is_taken
        paper = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
        painter.drawImage(paper, pages.image(number, _DOTS_PER_POINT))
    painter.end()
    pages.close()
    return is_taken
