from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from typing_extensions import override

from app.supplies import supplies
from models.letters.covering_list import CoveredLetter, CoveringList
from models.letters.recovery_sheet import recovery_sheet
from tests.builders import TODAY
from views.paper.envelope import EnvelopeWindow
from views.paper.letter_paper import draw_letter
from views.paper.list_paper import draw_covering_list
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


class JammedPrinter(QPrinter):
    """A printer that takes the first page and no more, and remembers whether it was told to stop.

    The world's part: no printer here can be made to jam.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(QPrinter.PrinterMode.ScreenResolution)
        self.is_given_up = False
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(path))
        lay_out(self)

    @override
    def newPage(self) -> bool:
        return False

    @override
    def abort(self) -> bool:
        self.is_given_up = True
        return super().abort()


def test_a_printer_that_fails_on_page_two_is_noticed_and_the_job_given_up(tmp_path: Path) -> None:
    printer = JammedPrinter(tmp_path / "printed.pdf")
    letters = tuple(CoveredLetter("Øve Prøve", "Brev", "Brev med posten", 2) for _ in range(60))
    long = draw_covering_list(CoveringList("Øvekøbing", "Ida Øvesen", TODAY, letters))

    assert len(PdfReader(BytesIO(long)).pages) > 1
    assert not draw_pages(long, printer)

    assert printer.is_given_up
