import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from app.printing import PrintingError, print_pdf

pytestmark = pytest.mark.skipif(os.name == "nt", reason="elsewhere the system's dialog prints")


def spooler(folder: Path, script: str) -> None:
    """Put a program called lp into *folder*, which stands for the spooler outside the program."""
    lp = folder / "lp"
    lp.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    lp.chmod(0o755)


def test_the_very_bytes_reach_the_spooler_and_no_name_with_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    spooler(tmp_path, f'cat > {tmp_path}/printed; echo "$@" > {tmp_path}/options')
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    assert print_pdf(b"%PDF \xc3\xb8", QWidget())

    assert (tmp_path / "printed").read_bytes() == b"%PDF \xc3\xb8"
    assert "brev" in (tmp_path / "options").read_text(encoding="utf-8")


def test_a_printer_that_refuses_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    spooler(tmp_path, "exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    with pytest.raises(PrintingError, match="tog ikke imod"):
        print_pdf(b"%PDF", QWidget())


def test_a_computer_without_printers_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(PrintingError, match="ingen printer"):
        print_pdf(b"%PDF", QWidget())


def test_a_computer_without_a_standard_printer_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    spooler(tmp_path, "echo 'lp: Error - no default destination available.' >&2; exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    with pytest.raises(PrintingError, match="ingen standardprinter"):
        print_pdf(b"%PDF", QWidget())


def test_the_spooler_is_asked_to_speak_so_that_its_refusal_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    spooler(tmp_path, f'cat > /dev/null; echo "$LC_ALL" > {tmp_path}/language')
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setenv("LC_ALL", "da_DK.UTF-8")

    print_pdf(b"%PDF", QWidget())

    assert (tmp_path / "language").read_text(encoding="utf-8") == "C\n"
