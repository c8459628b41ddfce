"""The clinic's own words: kept in its own file, seen in letters, recorded with what is issued."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from app.asking import Asking
from app.clinic_file import read_clinic_case
from app.conductors.profile import clinic_in
from app.issuing import made_from
from app.letters_drafted import drawn_on_paper
from app.open_case import OpenCase
from app.own_wordings import OwnWordings, reading
from app.reading_hints import reading_hints
from app.rules_at_hand import know_own_rules
from app.supplies import supplies, supplies_with
from app.wording_drafts import WordingDrafts
from app.wording_preview import WordingPreview, letter_saying
from app.wordings_shown import text_lines, words_to_find
from app.work import Work
from models.answers import Answers, Place
from models.letters.letter import LetterKind
from models.letters.own_wording import from_people
from storage.register import open_register
from tests.builders import NOON, TODAY, clinic
from tests.demo.journey import PASSPHRASE, PERSON
from tests.journeys.people import make_register
from tests.views.paper.paper_reading import page_texts
from tests.views.paper.sample_blocks import picture_file

RECEIPT = LetterKind.REQUEST_RECEIPT
KEY = "text.greeting"
OURS = "Kærlig hilsen\n{writer}\n{clinic}"


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Work]:
    make_register(tmp_path)
    register = open_register(tmp_path, PERSON, PASSPHRASE, NOON)
    # What is signed last stands, so time must pass between one deed and the next.
    seconds = count()
    yield Work(
        register,
        supplies_with(register),
        lambda: NOON + timedelta(seconds=next(seconds)),
        PERSON,
    )
    register.close()


def drafts(work: Work) -> WordingDrafts:
    return WordingDrafts(OpenCase(read_clinic_case(work), work), work)


def test_a_text_in_use_stands_in_the_letters_until_it_is_taken_back(work: Work) -> None:
    shipped = work.supplies.book.wordings[RECEIPT].texts[KEY]

    drafts(work).keep(RECEIPT, KEY, "En kladde")
    as_draft = work.supplies.book.wordings[RECEIPT].texts[KEY]
    drafts(work).use(RECEIPT, KEY, OURS)
    used = work.supplies.book.wordings[RECEIPT]
    drafts(work).go_back(RECEIPT, KEY)

    assert as_draft == shipped
    assert used.texts[KEY] == OURS
    assert used.own.keys() == {KEY}
    assert work.supplies.book.wordings[RECEIPT].texts[KEY] == shipped


def test_the_own_words_are_known_again_at_the_next_unlocking(work: Work) -> None:
    drafts(work).use(RECEIPT, KEY, OURS)
    later = replace(work, supplies=supplies_with(work.register))

    know_own_rules(later)

    assert later.supplies.own_wordings[RECEIPT].texts[KEY] == OURS
    assert supplies().own_wordings[RECEIPT].texts[KEY] != OURS


def test_a_draft_is_kept_dropped_and_shown_in_the_list(work: Work) -> None:
    drafts(work).keep(RECEIPT, KEY, "Halvt")
    kept = drafts(work).typed(RECEIPT, KEY)
    lines = text_lines(RECEIPT, work.supplies, drafts(work).keys(RECEIPT), TODAY)
    drafts(work).drop(RECEIPT, KEY)

    assert kept == "Halvt"
    assert next(line for line in lines if line.key == KEY).detail.endswith("kladde")
    assert drafts(work).typed(RECEIPT, KEY) is None


def test_an_issued_letter_records_whose_words_it_says(work: Work) -> None:
    drafts(work).use(RECEIPT, KEY, OURS)
    preview = WordingPreview(work.supplies, clinic_in(work.register, work.supplies), NOON, PERSON)
    sample = preview.sample(RECEIPT, KEY)
    assert sample
    draft = preview.draft_of(sample)
    assert draft

    said = json.loads(made_from(draft, (), work.supplies.book.wordings[RECEIPT], work.supplies.law))

    (entry,) = (entry for entry in read_clinic_case(work).entries)
    assert said["own_wording"] == {KEY: entry.id}
    assert said["wording"] == work.supplies.own_wordings.shipped[RECEIPT].version


def test_the_preview_finds_a_made_up_citizen_for_whom_the_text_is_said() -> None:
    preview = WordingPreview(supplies(), clinic(), NOON, PERSON)

    sample = preview.sample(RECEIPT, KEY)

    assert sample
    letter = preview.written(sample, KEY, "Kærlig hilsen\n{writer}\n{clinic}")
    assert letter
    assert "Kærlig hilsen" in "".join(page_texts(drawn_on_paper(letter, clinic())))


@pytest.mark.parametrize("kind", list(LetterKind))
def test_every_text_of_every_letter_can_be_seen_on_paper(kind: LetterKind) -> None:
    preview = WordingPreview(supplies(), clinic(), NOON, PERSON)
    texts = supplies().own_wordings[kind].texts

    alone = [key for key in texts if texts[key] and preview.sample(kind, key) is None]

    for key in alone:
        assert drawn_on_paper(letter_saying(texts[key], clinic(), TODAY), clinic())


def test_only_a_few_words_are_looked_for_on_the_pages() -> None:
    assert words_to_find("Vi ses {date}. Tag gerne en ven med dig.") == ". Tag gerne"
    assert words_to_find(OURS) == "Kærlig hilsen"


def test_the_logo_stands_on_the_letters_and_a_broken_one_stops_none() -> None:
    letter = letter_saying("Her står noget.", clinic(), TODAY)

    plain = drawn_on_paper(letter, clinic())
    with_logo = drawn_on_paper(letter, replace(clinic(), logo=picture_file()))
    broken = drawn_on_paper(letter, replace(clinic(), logo=b"not a picture"))

    assert len(with_logo) > len(plain)
    assert broken == plain


def test_what_the_office_writes_gets_a_word_when_it_is_hard_to_read() -> None:
    form = supplies().newest("decision")
    hard = "Kommunalbestyrelsens helhedsvurdering forudsætter sammenhængende behandlingsplaner " * 5
    facts, view = Place("decision.facts"), Place("decision.citizen_view")
    answers = Answers({facts: (hard,), view: (hard,)})

    hints = reading_hints(Asking(form, answers, TODAY))

    assert hints.keys() == {facts}
    assert hints[facts][0].startswith("Svær at læse: lange sætninger og lange ord")
    easy = Answers({facts: ("Du kom hver dag. Du ville gerne have hjælp. Vi tror på dig. " * 2,)})
    assert not reading_hints(Asking(form, easy, TODAY))


def test_own_words_are_known_by_letter_and_text(work: Work) -> None:
    drafts(work).use(RECEIPT, KEY, OURS)
    known = work.supplies.own_wordings

    assert isinstance(known, OwnWordings)
    found = known.about(RECEIPT, KEY)
    assert found
    assert found.author.by == PERSON
    assert known.about(RECEIPT, "text.other") is None
    assert from_people("Hej", "Goddag", reading()) == "Hej"
