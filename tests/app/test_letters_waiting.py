from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from time import perf_counter

import pytest
from pytestqt.qtbot import QtBot

from app.letters_batch import LettersBatch, Outcome
from app.letters_outlets import FolderOutlet, StoryOutlet
from app.letters_room_shown import line_of, noted_words, printed_words
from app.letters_waiting import WaitingLetter, is_wanted, letters_waiting
from app.open_case import Approval, OpenCase, read_case
from app.supplies import supplies
from app.work import Work
from models.decision import Delivery
from models.letters.letter import LetterKind
from storage.records import DocumentStep
from storage.register import open_register
from tests.builders import NOON, TODAY, draft
from tests.demo.journey import PASSPHRASE, PERSON
from tests.journeys.letters import OTHER, make_waiting
from views.paper.envelope import EnvelopeWindow
from views.paper.letter_paper import draw_letter
from views.screen.letters_filter import Wanted

LATER = NOON + timedelta(hours=3)


def work_in(folder: Path) -> Work:
    register = open_register(folder, PERSON, PASSPHRASE, LATER)
    return Work(register, supplies(), lambda: LATER, PERSON)


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Work]:
    """Return one at work where three letters wait."""
    make_waiting(tmp_path / "kartotek", 3)
    made = work_in(tmp_path / "kartotek")
    yield made
    made.register.close()


def approve_anew(waiting: WaitingLetter, work: Work) -> OpenCase:
    """Approve the receipt of the citizen of *waiting* once more."""
    case = OpenCase(read_case(waiting.case_id, work), work)
    written = draft(LetterKind.REQUEST_RECEIPT, case.course)
    content = draw_letter(written.letter, EnvelopeWindow())
    case.approve(Approval(written, content, case.present))
    return case


def test_what_waits_says_to_whom_which_way_and_by_whom(work: Work) -> None:
    newest, _, oldest = letters_waiting(work)

    assert (newest.citizen, newest.way, newest.approved_by) == (
        "Øve Prøve 3",
        Delivery.HANDED_OVER,
        PERSON,
    )
    assert (oldest.citizen, oldest.way, oldest.file_name) == (
        "Øve Prøve 1",
        Delivery.LETTER,
        "kvittering",
    )


def test_a_letter_whose_place_another_took_waits_no_more(work: Work) -> None:
    first = letters_waiting(work)[-1]

    approve_anew(first, work)

    waiting = letters_waiting(work)
    assert len(waiting) == 3
    assert first.id not in {letter.id for letter in waiting}


def test_an_approval_remembers_the_way_the_letter_is_likely_to_go(work: Work) -> None:
    approve_anew(letters_waiting(work)[-1], work)

    newest = letters_waiting(work)[0]

    assert newest.way is Delivery.DIGITAL_POST
    (event,) = work.register.document_events(newest.id)
    assert (event.what, event.way) == (DocumentStep.APPROVED, "digital-post")


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Wanted(), 3),
        (Wanted(is_printed=True), 0),
        (Wanted(person=OTHER), 1),
        (Wanted(way="letter"), 1),
        (Wanted(kind="decision"), 0),
        (Wanted(person=PERSON, way="handed-over", kind="request_receipt"), 1),
    ],
)
def test_a_filter_takes_what_has_all_it_asks_for(work: Work, wanted: Wanted, count: int) -> None:
    assert len([one for one in letters_waiting(work) if is_wanted(one, wanted)]) == count


def test_a_batch_stops_at_a_folder_that_cannot_be_written_in(
    work: Work, tmp_path: Path, qtbot: QtBot
) -> None:
    batch, reasons = LettersBatch(work), list[str]()
    batch.failed.connect(lambda _key, reason: reasons.append(reason))

    with qtbot.waitSignal(batch.ended) as ended:
        batch.begin(letters_waiting(work), FolderOutlet(tmp_path / "no such folder", work))

    (outcome,) = ended.args or [None]
    assert isinstance(outcome, Outcome)
    assert (outcome.done, outcome.of, len(reasons)) == (0, 3, 1)
    assert "mappe, du må skrive i" in outcome.sentence


def test_what_could_not_be_noted_leaves_no_file_behind(
    work: Work, tmp_path: Path, qtbot: QtBot
) -> None:
    waiting = letters_waiting(work)
    unknown = replace(waiting[0], id=waiting[0].id)
    outlet = FolderOutlet(tmp_path, work)
    outlet.taken.connect(work.register.close)
    batch = LettersBatch(work)

    with qtbot.waitSignal(batch.ended):
        batch.begin([unknown], outlet)

    assert list(tmp_path.glob("*.pdf")) == []


def test_a_letter_that_is_not_there_does_not_keep_the_others_waiting(
    work: Work, tmp_path: Path, qtbot: QtBot
) -> None:
    first, *others = letters_waiting(work)
    batch = LettersBatch(work)

    with qtbot.waitSignal(batch.ended) as ended:
        batch.begin([replace(first, id="gone"), *others], FolderOutlet(tmp_path, work))

    (outcome,) = ended.args or [None]
    assert isinstance(outcome, Outcome)
    assert (outcome.done, outcome.of, outcome.sentence) == (2, 3, "")
    assert "De andre står stadig på listen" in printed_words(outcome)


def test_two_hundred_letters_are_noted_in_a_moment_and_then_wait_no_more(
    tmp_path: Path, qtbot: QtBot
) -> None:
    make_waiting(tmp_path / "kartotek", 200, citizens=7)
    work = work_in(tmp_path / "kartotek")
    batch = LettersBatch(work)
    begun = perf_counter()

    with qtbot.waitSignal(batch.ended, timeout=20_000) as ended:
        batch.begin(letters_waiting(work), StoryOutlet(TODAY))

    took, left = perf_counter() - begun, letters_waiting(work)
    work.register.close()
    assert noted_words((ended.args or [])[0]) == "200 breve er noteret som sendt eller givet."
    assert left == ()
    assert took < 200 / 30


def test_a_reason_stands_in_the_place_of_what_else_there_is_to_remark(work: Work) -> None:
    letter = replace(letters_waiting(work)[0], printed=LATER, saved=LATER, saved_as="001-brev.pdf")

    remarked = line_of(letter, {})
    refused = line_of(letter, {letter.id: "Printeren svarede ikke."})

    assert "Skrevet ud 2.11.2026" in remarked.note
    assert "Gemt som 001-brev.pdf 2.11.2026" in remarked.note
    assert (refused.note, refused.is_trouble) == ("Printeren svarede ikke.", True)
