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
    printer = ask_printer(parent)
    if printer is None:
        return False
    if not draw_pages(pdf, printer):
        raise PrinterRefusedError
    return True


def ask_printer(parent: QWidget) -> QPrinter | None:
    """Return the printer the person chooses, laid out for letters; None when it is given up."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("brev")
    lay_out(printer)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted or not is_alive(dialog):
        return None
    # Windows drivers hand back a paper size of their own when the dialog closes.
    lay_out(printer)
    return printer


def lay_out(printer: QPrinter) -> None:
    """Set *printer* to whole A4 pages, since the margins are in the pages already."""
    page = QPageSize(QPageSize.PageSizeId.A4)
    upright = QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(page, upright, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)


def draw_pages(pdf: bytes, printer: QPrinter) -> bool:
    """Draw every page of *pdf* on *printer*, and return whether the printer took them all.

    Where one is refused, the job is given up. Raises `UnreadableLetterError`.
    """
    pages = PdfPages(pdf)
    painter = QPainter()
    try:
        if not painter.begin(printer):
            return False
        if not all(_is_drawn(pages, number, painter, printer) for number in range(len(pages))):
            printer.abort()
            return False
        return painter.end()
    finally:
        if painter.isActive():
            painter.end()
        pages.close()


def _is_drawn(pages: PdfPages, number: int, painter: QPainter, printer: QPrinter) -> bool:
    if number and not printer.newPage():
        return False
    paper = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    painter.drawImage(paper, pages.image(number, _DOTS_PER_POINT))
    return True
