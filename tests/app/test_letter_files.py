import os
import stat
from pathlib import Path

import pytest

from app.letter_files import LetterFileError, write_letter_file


def test_a_letter_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "brev.pdf"

    write_letter_file(path, b"%PDF")

    assert path.read_bytes() == b"%PDF"
    assert list(tmp_path.iterdir()) == [path]
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_that_is_not_there_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(LetterFileError, match="mappe"):
        write_letter_file(tmp_path / "ingen" / "brev.pdf", b"%PDF")

    assert list(tmp_path.iterdir()) == []


def test_an_older_file_stays_when_the_new_one_cannot_be_written(tmp_path: Path) -> None:
    older = tmp_path / "brev.pdf"
    older.write_bytes(b"det gamle")
    (tmp_path / "brev.pdf.ny").mkdir()

    with pytest.raises(LetterFileError):
        write_letter_file(older, b"%PDF")

    assert older.read_bytes() == b"det gamle"
