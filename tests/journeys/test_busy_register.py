"""Another program has the register's file in its hands just when one locks."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from forms.reply import Reply
from models.answers import Place
from storage.connection import Connection, connect
from storage.file_names import REGISTER_FILE
from storage.register import Register
from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.people import key_in, words_kept_in
from tests.journeys.seeing import said

pytestmark = pytest.mark.journey

NAME = Place("citizen.name")
WORDS = Place("contact.words")


@pytest.fixture
def other(journey: Journey, tmp_path: Path) -> Iterator[Connection]:
    """Return another program's connection; the program waits a shorter time for it than usual."""
    folder = tmp_path / "kartotek"
    for register in [thing for thing in gc.get_objects() if isinstance(thing, Register)]:
        register._writer._file._connection.execute("PRAGMA busy_timeout = 50")
    connection = connect(folder / REGISTER_FILE, key_in(folder))
    yield connection
    connection.close()


def test_what_was_typed_waits_behind_the_door_and_is_saved_when_the_file_is_free(
    journey: Journey, other: Connection, tmp_path: Path
) -> None:
    journey.hands.click("Borgere")
    journey.hands.click("Ny henvendelse")
    journey.hands.answer(NAME, Reply("Bo Øvemann"))
    journey.hands.wait_until(lambda: "Gemt kl." in said(journey))
    other.execute("BEGIN IMMEDIATE")
    journey.hands.answer(WORDS, Reply("Jeg er træt."))

    journey.hands.click("Lås")

    assert journey.hands.has_button("Lås op")
    assert "Kartoteket er åbent." in said(journey)
    other.execute("ROLLBACK")
    journey.unlock(PASSPHRASE)
    field = journey.hands.field(WORDS)
    assert field is not None
    assert field.findChildren(QPlainTextEdit)[0].toPlainText() == "Jeg er træt."
    other.close()
    journey.close()
    assert words_kept_in(tmp_path / "kartotek") == "Jeg er træt."
