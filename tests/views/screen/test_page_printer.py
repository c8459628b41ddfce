from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter

from app.supplies import supplies
from models.letters.recovery_sheet import recovery_sheet
from tests.builders import TODAY
from views.paper.envelope import EnvelopeWindow
from views.paper.letter_paper import draw_letter
from views.screen.page_printer import draw_pages, lay_out

SHEET = draw_letter(
    recovery_sheet("AAAA-BBBB", "Øve Behandler", TODAY, supplies().recovery_sheet), EnvelopeWindow()
)


def printer_to(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    lay_out(printer)
    return printer


def test_every_page_is_printed_on_whole_a4(tmp_path: Path) -> None:
    printed = tmp_path / "printed.pdf"

    assert draw_pages(SHEET, printer_to(printed))

    (page,) = PdfReader(printed).pages
    assert abs(float(page.mediabox.width) - 595) < 2
    assert abs(float(page.mediabox.height) - 842) < 2


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_noticed(tmp_path: Path) -> None:
    assert not draw_pages(SHEET, printer_to(tmp_path / "no" / "such" / "folder.pdf"))
