from collections.abc import Generator
from pathlib import Path

import pytest

from storage.register import Register, create_register
from tests.storage.samples import CHEAP, NOW, PASSPHRASE, PERSON


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kartotek"


@pytest.fixture
def register(folder: Path) -> Generator[Register]:
    made, _ = create_register(folder, PERSON, PASSPHRASE, NOW, CHEAP)
    yield made
    made.close(even_unsaved=True)
