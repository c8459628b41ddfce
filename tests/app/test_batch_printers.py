import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.batch_printers import ChosenPrinter, Spooler, batch_printer
from app.printing import PrintingError
from models.letters.covering_list import CoveringList
from tests.builders import TODAY
from views.paper.list_paper import draw_covering_list
from views.screen.page_printer import lay_out

on_linux = pytest.mark.skipif(os.name == "nt", reason="elsewhere the person chooses a printer")
Makes = Callable[[str], Spooler]
LONG = b"%PDF " + bytes(3_000_000)


@pytest.fixture
def spooler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> Makes:
    """Return a maker of printers whose program `lp` does what a script says."""

    def make(script: str) -> Spooler:
        lp = tmp_path / "lp"
        lp.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        lp.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
        return Spooler()

    return make


@on_linux
def test_letters_reach_the_spooler_whole_and_one_after_another(
    spooler: Makes, tmp_path: Path, qtbot: QtBot
) -> None:
    printer = spooler(f"cat >> {tmp_path}/printed")

    for content in (LONG, b"%PDF 2"):
        with qtbot.waitSignal(printer.taken):
            printer.send(content)

    assert (tmp_path / "printed").read_bytes() == LONG + b"%PDF 2"


@on_linux
@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ("cat > /dev/null; exit 1", "tog ikke imod"),
        ("exit 3", "tog ikke imod"),
        ("kill -9 $$", "tog ikke imod"),
        ("head -c 1000 > /dev/null; exit 1", "tog ikke imod"),
        ("echo 'lp: Error - no default destination available.' >&2; exit 1", "standardprinter"),
    ],
)
def test_a_spooler_that_refuses_is_said(
    spooler: Makes, qtbot: QtBot, script: str, sentence: str
) -> None:
    printer = spooler(script)

    with qtbot.waitSignal(printer.refused) as told:
        printer.send(LONG)

    assert sentence in str(told.args)


@on_linux
def test_a_spooler_that_is_gone_before_the_next_letter_is_said(
    spooler: Makes, tmp_path: Path, qtbot: QtBot
) -> None:
    printer = spooler("cat > /dev/null")
    (tmp_path / "lp").unlink()

    with qtbot.waitSignal(printer.refused) as told:
        printer.send(b"%PDF")

    assert "tog ikke imod" in str(told.args)


@on_linux
def test_a_spooler_that_never_answers_is_given_up_and_the_letter_may_be_out(
    spooler: Makes, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("app.batch_printers.SECONDS", 0.2)
    printer = spooler("exec sleep 60")

    with qtbot.waitSignal(printer.refused) as told:
        printer.send(b"%PDF")

    assert "kom ud alligevel" in str(told.args)


@on_linux
def test_settling_waits_for_the_letter_on_its_way(spooler: Makes, qtbot: QtBot) -> None:
    printer = spooler("cat > /dev/null; sleep 0.2")
    told: list[str] = []
    printer.taken.connect(lambda: told.append("taken"))
    printer.send(b"%PDF")

    printer.settle()

    assert told == ["taken"]


@on_linux
def test_without_a_spooler_there_is_no_printer_for_a_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(PrintingError, match="ingen printer"):
        batch_printer(QWidget())


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_chosen_printer_says_what_it_did_not_take(
    tmp_path: Path, qtbot: QtBot, a_letter: bytes
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    lay_out(printer)
    chosen = ChosenPrinter(printer)

    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    with qtbot.waitSignal(chosen.taken):
        chosen.send(a_letter)
    printer.setOutputFileName(str(tmp_path / "no" / "such" / "folder.pdf"))
    with qtbot.waitSignal(chosen.refused) as told:
        chosen.send(a_letter)

    assert "tog ikke imod" in str(told.args)


@pytest.fixture
def a_letter() -> bytes:
    """Return a letter that a printer can take."""
    return draw_covering_list(CoveringList("", "Ida Øvesen", TODAY, ()))
