"""One citizen's whole course through the real window, and everything it leaves behind."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from sqlcipher3 import dbapi2

from app.preferences import Appearance, Preferences
from app.supplies import supplies
from models.letters.letter import LetterKind
from storage.file_names import REGISTER_FILE
from storage.records import DocumentHeading
from storage.register import Register, open_register
from tests.builders import CONTACT, NOON, REQUEST, course, draft
from tests.demo.journey import LETTERS, PASSPHRASE, PERSON, Journey, Walk, read_walk
from tests.journeys.canaries import files_below, found_in, leaks
from tests.views.paper.paper_reading import reader, spoken
from views.paper.envelope import EnvelopeWindow
from views.paper.letter_paper import draw_letter

pytestmark = pytest.mark.journey

HOME = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
TEMPORARY = ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR")
LONG = 12
"""From so many characters on an answer is somebody's own words and nobody else's."""


@dataclass(frozen=True)
class Walked:
    """What a walk left behind."""

    walk: Walk
    folder: Path
    places: tuple[Path, ...]
    leaks_while_open: dict[str, set[str]]

    @property
    def register(self) -> Path:
        return self.folder / "kartotek" / REGISTER_FILE

    def said(self, link_id: str) -> str:
        """Return the answer to the first question *link_id* as it was typed."""
        given = (step["answers"].get(link_id) for step in self.walk.steps if "answers" in step)
        return next(fact for fact in given if isinstance(fact, str))

    def letters(self) -> dict[str, bytes]:
        """Return the saved PDFs by their kind."""
        saved = self.folder.glob("*.pdf")
        return {path.stem.split("-")[-1]: path.read_bytes() for path in saved}


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Walked:
    """Return what is left after the walk of a partial refusal, the first start included."""
    folder, home, temporary = (tmp_path_factory.mktemp(n) for n in ("walk", "home", "temporary"))
    walk, places = read_walk("partial_refusal"), (folder, home, temporary)
    with pytest.MonkeyPatch.context() as surroundings:
        for name in HOME:
            surroundings.setenv(name, str(home))
        for name in TEMPORARY:
            surroundings.setenv(name, str(temporary))
        surroundings.setattr(tempfile, "tempdir", str(temporary))
        journey = Journey(folder, Preferences(Appearance.LIGHT), print)
        journey.begin()
        journey.make_register(walk.clinic)
        journey.walk(walk)
        leaks_while_open = leaks(places, canaries(walk))
        journey.close()
    return Walked(walk, folder, places, leaks_while_open)


@pytest.fixture(scope="module")
def register(walked: Walked, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """Return a copy of the walk's register, unlocked."""
    folder = tmp_path_factory.mktemp("copy") / "kartotek"
    shutil.copytree(walked.register.parent, folder)
    opened = open_register(folder, PERSON, PASSPHRASE, NOON)
    yield opened
    opened.close()


def canaries(walk: Walk) -> frozenset[str]:
    """Return the citizen's name and number, everybody's own words, and the passphrase."""
    answers = [fact for step in walk.steps for fact in step.get("answers", {}).values()]
    words = {fact for fact in answers if isinstance(fact, str) and len(fact) >= LONG}
    names = {walk.citizen, *walk.citizen.split(), "300279-0012", "3002790012"}
    return frozenset(words | names | {PASSPHRASE})


def text_of(letter: bytes) -> str:
    """Return what a screen reader hears of *letter*, spaces made even."""
    return " ".join(" ".join(text for _, text in spoken(letter)).split())


def case_of(register: Register) -> str:
    (citizen,) = register.citizens("", 10)
    return citizen.case_id


@pytest.mark.parametrize(
    "question",
    [
        "request.words",
        "decision.provider",
        "decision.content",
        "decision.volume",
        "decision.duration",
        "decision.not_granted",
        "decision.purpose",
        "decision.facts",
        "decision.considerations",
        "decision.citizen_view",
        "decision.view_answer",
        "decision.hearing_answer",
        "decision.caseworker",
        "decision.caseworker_phone",
    ],
)
def test_the_partial_refusal_says_what_was_decided_and_why_word_for_word(
    walked: Walked, question: str
) -> None:
    letter = text_of(walked.letters()["decision"])

    assert walked.said(question) in letter


@pytest.mark.parametrize(
    "words",
    [
        "en anden behandling end den, du har søgt om",
        "Du får dagbehandling hos Dagtilbuddet Møllegården i Øvestrup.",
        "serviceloven § 101",
        "vælge et andet",
        "30. november 2026",
        "klage til Ankestyrelsen",
        "Send klagen til os",
        "Prøvekøbing Kommune, Rusmiddelcenter Åløkke, Prøvevej 1, 0000 Prøvekøbing",
        "Hvad reglerne siger",
    ],
)
def test_the_partial_refusal_gives_the_result_the_law_the_choice_and_the_way_to_appeal(
    walked: Walked, words: str
) -> None:
    assert words in text_of(walked.letters()["decision"])


def test_the_appeal_must_come_four_weeks_after_the_post_has_presumably_brought_the_letter(
    walked: Walked,
) -> None:
    """Friday 13 November and six working days is Monday the 23rd; four weeks on, 21 December."""
    letter = text_of(walked.letters()["decision"])

    assert "senest mandag den 21. december 2026" in letter
    assert "23. november 2026" in letter


def test_every_letter_of_the_walk_is_addressed_to_the_citizen(walked: Walked) -> None:
    letters = walked.letters()

    assert set(letters) == set(LETTERS)
    assert [kind for kind, pdf in letters.items() if "Łukasz Øvelund" not in text_of(pdf)] == []


def test_every_font_that_a_letter_writes_with_lies_in_the_letter(walked: Walked) -> None:
    fonts = [(kind, font) for kind, pdf in walked.letters().items() for font in fonts_in(pdf)]

    assert len(fonts) >= 2 * len(LETTERS)
    assert [(kind, font) for kind, (font, is_inside) in fonts if not is_inside] == []


def fonts_in(letter: bytes) -> Iterator[tuple[str, bool]]:
    """Yield each font's name on each page, and whether its letters lie in the file."""
    for page in reader(letter).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            held = font.get_object()
            within: Any = held.get("/FontDescriptor", {})
            keys = within.get_object().keys() if within else ()
            yield held["/BaseFont"], any(str(key).startswith("/FontFile") for key in keys)


@pytest.mark.parametrize(
    "name", ["Łukasz Øvelund", "Annika Dvořák Prøvesen", "Şirin Ærøskøbing-Demo", "Ğulşah Ñandú"]
)
def test_a_name_from_anywhere_in_europe_is_printed_as_it_is_spelt(name: str) -> None:
    known = course(contact={**CONTACT, "citizen.name": name}, request=REQUEST)

    letter = draw_letter(draft(LetterKind.REQUEST_RECEIPT, known).letter, EnvelopeWindow())

    assert name in text_of(letter)
    assert [font for font, is_inside in fonts_in(letter) if not is_inside] == []


def test_nothing_a_person_wrote_is_readable_outside_the_register(walked: Walked) -> None:
    assert walked.leaks_while_open == {}
    assert leaks(walked.places, canaries(walked.walk)) == {}


def test_the_search_looks_through_the_register_and_would_know_the_words(
    walked: Walked, register: Register
) -> None:
    """Or else the search above could find nothing because it looks for nothing."""
    searched = {path.name for path in files_below(walked.places)}
    kept = "\n".join(entry.response for entry in register.case_entries(case_of(register)))
    wanted = canaries(walked.walk) - {PASSPHRASE, "3002790012"}

    assert {REGISTER_FILE, "kartotek.noegle", "kartotek.vidne", "indstillinger.json"} <= searched
    assert len(wanted) > 100
    for written in (kept.encode(), kept.encode("utf-16-le"), json.dumps(kept).encode()):
        assert found_in(written, wanted) == wanted


def test_the_register_does_not_begin_as_a_plain_database(walked: Walked) -> None:
    assert walked.register.read_bytes()[:16] != b"SQLite format 3\x00"


@pytest.mark.parametrize(
    "key", ["", f"PRAGMA key = \"x'{'ab' * 32}'\"", f"PRAGMA key = '{PASSPHRASE}'"]
)
def test_no_key_a_wrong_key_and_the_passphrase_itself_open_nothing(
    walked: Walked, tmp_path: Path, key: str
) -> None:
    copy = shutil.copy(walked.register, tmp_path)
    connection = dbapi2.connect(copy)
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(key)

    with pytest.raises(dbapi2.DatabaseError, match="file is not a database"):
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    connection.close()


def test_an_ordinary_program_for_databases_opens_nothing(walked: Walked, tmp_path: Path) -> None:
    copy = shutil.copy(walked.register, tmp_path)
    plain = (
        "import sqlite3, sys\n"
        "try: sqlite3.connect(sys.argv[1]).execute('SELECT count(*) FROM sqlite_schema')\n"
        "except sqlite3.DatabaseError as error: print(error)"
    )

    ran = subprocess.run(
        [sys.executable, "-c", plain, copy], check=True, capture_output=True, text=True
    )

    assert ran.stdout == "file is not a database\n"


def test_the_trail_of_the_walk_is_whole(register: Register) -> None:
    assert register.check_trail() == ()
    assert len(register.trail(1000)) > 20


def test_the_register_holds_the_very_bytes_of_each_saved_letter(
    walked: Walked, register: Register
) -> None:
    headings = register.documents(case_of(register))

    kept = {heading.kind: register.document_content(heading.id) for heading in headings}

    assert kept == walked.letters()
    assert [h.kind for h in headings if h.sha256 != sha256(kept[h.kind]).hexdigest()] == []


def test_each_letter_remembers_the_law_of_its_day(register: Register) -> None:
    headings = register.documents(case_of(register))

    rested_on = {heading.kind: law_of(heading) for heading in headings}

    assert set(rested_on) == set(LETTERS)
    assert any(name.startswith("sel-101") for name in rested_on["decision"])
    assert {"rsl-66", "rsl-67", "fvl-24"} <= rested_on["decision"].keys()


def law_of(heading: DocumentHeading) -> dict[str, str]:
    """Return the provisions *heading* names, each with the version that was in force that day."""
    made_from = json.loads(heading.made_from)
    day, versions = date.fromisoformat(made_from["law_day"]), made_from["law"]
    law = supplies().law
    in_force = {name: law.provision(name, day).valid_from.isoformat() for name in versions}
    assert versions == in_force
    assert heading.approved.astimezone().date() == day
    return in_force
