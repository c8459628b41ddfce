import sys
from pathlib import Path

import pytest

from storage.machine import machine_mark

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="reads the files of POSIX")


@pytest.fixture
def id_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("storage.machine._ID_FILES", (tmp_path / "none", tmp_path / "id"))
    (tmp_path / "id").write_text("0123456789abcdef" * 2 + "\n")
    return tmp_path / "id"


def test_the_mark_is_the_machines_own_and_hides_its_id(id_file: Path) -> None:
    mark = machine_mark(b"salt")

    assert mark == machine_mark(b"salt")
    assert mark != machine_mark(b"andet salt")
    assert len(mark) == 64
    assert id_file.read_text().strip() not in mark
    id_file.write_text("f" * 32)
    assert mark != machine_mark(b"salt")


@pytest.mark.parametrize("content", ["", "uninitialized\n"])
def test_a_machine_without_an_id_is_known_by_its_network_card(
    id_file: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    id_file.write_text(content)
    monkeypatch.setattr("uuid._node", 0x02_00_00_00_00_01)
    mark = machine_mark(b"salt")
    monkeypatch.setattr("uuid._node", 0x02_00_00_00_00_02)

    assert mark
    assert machine_mark(b"salt") not in ("", mark)


def test_a_made_up_network_card_tells_nothing(
    id_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    id_file.unlink()
    monkeypatch.setattr("uuid._node", 1 << 40)

    assert machine_mark(b"salt") == ""
