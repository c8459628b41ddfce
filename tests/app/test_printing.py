import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from app.printing import PrintingError, can_list_printers, print_pdf, printers

pytestmark = pytest.mark.skipif(os.name == "nt", reason="elsewhere the system's dialog prints")


def spooler(folder: Path, script: str) -> None:
    """Put a program called lp into *folder*, which stands for the spooler outside the program."""
    _program(folder / "lp", script)


def lister(folder: Path, script: str) -> None:
    """Put a program called lpstat into *folder*, which stands for what knows the printers."""
    _program(folder / "lpstat", script)


def _program(file: Path, script: str) -> None:
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)


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


def test_the_printer_that_was_chosen_is_named_to_the_spooler(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    spooler(tmp_path, f'cat > /dev/null; echo "$@" > {tmp_path}/options')
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    print_pdf(b"%PDF", QWidget(), "Kontoret_2")

    assert "-d Kontoret_2 " in (tmp_path / "options").read_text(encoding="utf-8")


def test_a_chosen_printer_that_is_gone_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    script = "echo 'lp: Error - The printer or class does not exist.' >&2; exit 1"
    spooler(tmp_path, script)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    with pytest.raises(PrintingError, match="ikke længere finde den printer"):
        print_pdf(b"%PDF", QWidget(), "Kontoret_2")


def test_the_printers_of_the_computer_are_asked_for_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lister(tmp_path, '[ "$1" = -e ] && printf "Kontoret_2\\nÅben_reception\\n"')
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    assert can_list_printers()
    assert printers() == ("Kontoret_2", "Åben_reception")


def test_a_computer_that_cannot_list_its_printers_has_none_to_choose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert not can_list_printers()
    assert printers() == ()


def test_a_list_of_printers_that_never_comes_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lister(tmp_path, "exec sleep 60")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr("app.printing._SECONDS_TO_LIST", 0.1)

    assert printers() == ()
