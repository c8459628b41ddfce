"""Registers that released versions made open with this one, whole and without a loss."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.backups import Reason
from storage.connection import Connection
from storage.migrate import shipped_migrations, version_of
from storage.records import DocumentStep, EntryState
from storage.register import Register, open_register, open_with_recovery_key
from tests.storage.samples import PASSPHRASE, PERSON

RELEASED = Path(__file__).parent / "released"
SHEETS = {"0.1.0": "4Z19X-6BKCD-8GTFV-D1QWC-FS7Y5-W8CPZ-AMP7S-ARDCC"}
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@pytest.fixture(params=sorted(SHEETS))
def release(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def old(release: str, tmp_path: Path) -> Path:
    return Path(shutil.copytree(RELEASED / release, tmp_path / "kartotek"))


def opened(folder: Path) -> Register:
    return open_register(folder, PERSON, PASSPHRASE, NOW)


def beginnings(connection: Connection) -> list[tuple[str, str, str]]:
    return connection.execute(
        "SELECT prefix, citizen_prefix.name_order, name FROM citizen_prefix"
        " JOIN citizen ON number = citizen ORDER BY 1, 2, 3"
    ).fetchall()


def test_every_release_left_a_register() -> None:
    assert {folder.name for folder in RELEASED.iterdir() if folder.is_dir()} == set(SHEETS)


def test_all_that_was_in_it_is_there(old: Path) -> None:
    register = opened(old)
    asa, lukasz = register.citizens("", 9)[::-1]
    entries = register.case_entries(lukasz.case_id)
    (letter,) = register.documents(lukasz.case_id)
    (draft,) = register.case_entries(asa.case_id)
    events = register.document_events(letter.id)
    content, profile = register.document_content(letter.id), register.clinic_profile()
    faults, findings = register.check_trail(), register.upkeep.verify()
    register.close()

    assert (lukasz.name, asa.name) == ("Łukasz Øvelund", "Åse Aagaard Prøve")
    assert [entry.form for entry in entries] == ["contact", "contact", "request"]
    assert entries[1].replaces == entries[0].id
    assert draft.state is EntryState.DRAFT
    assert content.startswith(b"%PDF-")
    assert [event.what for event in events] == [DocumentStep.APPROVED, DocumentStep.SENT]
    assert profile is not None
    assert (faults, findings) == ((), ())


def test_the_sheet_printed_then_opens_it(old: Path, release: str) -> None:
    register = open_with_recovery_key(old, SHEETS[release], NOW)

    assert len(register.citizens("", 9)) == 2
    register.close()


def test_it_is_brought_to_the_newest_version_once(old: Path) -> None:
    opened(old).close()
    register = opened(old)
    with register._core.read() as connection:
        version = version_of(connection)
    register.close()

    assert version == shipped_migrations()[-1].version


def test_the_citizen_is_found_as_before(old: Path) -> None:
    register = opened(old)
    searches = ("luk", "łukasz ø", "ovelund", "001379", "0013790012", "0012")
    found = [register.citizens(search, 9) for search in searches]
    register.close()

    assert {tuple(row.name for row in rows) for rows in found} == {("Łukasz Øvelund",)}


def test_the_lists_are_what_they_would_be_if_this_version_had_written_them(old: Path) -> None:
    register = opened(old)
    with register._core.read() as connection:
        migrated = beginnings(connection)
    register.upkeep.rebuild_lists(register.citizens("", 9), PERSON, NOW)
    with register._core.read() as connection:
        rebuilt = beginnings(connection)
    register.close()

    assert migrated == rebuilt
    assert len(migrated) > 40


def test_what_waits_to_be_sent_is_told_by_the_stories_it_holds(old: Path) -> None:
    register = opened(old)
    case_id = register.citizens("luk", 1)[0].case_id
    (letter,) = register.documents(case_id)
    sent = register.waiting_documents(9)
    with register._core.read() as connection:
        listed = connection.execute("SELECT count(*) FROM waiting").fetchone()
    register.close()

    assert letter.id not in [one.id for one in sent]
    assert listed == (len(sent),)


def test_every_row_in_it_is_to_be_derived_anew(old: Path) -> None:
    register = opened(old)
    outdated = register.upkeep.outdated_cases("regler", NOW.date(), 9)
    drafts, count = register.lists.drafts_left(NOW, 9)
    register.close()

    assert len(outdated) == 2
    assert (drafts[0].name, count) == ("Åse Aagaard Prøve", 1)


def test_a_citizen_in_it_can_be_erased(old: Path) -> None:
    register = opened(old)
    case_id = register.citizens("luk", 1)[0].case_id

    register.upkeep.erase(case_id, PERSON, NOW)

    assert [row.name for row in register.citizens("", 9)] == ["Åse Aagaard Prøve"]
    assert register.check_trail() == ()
    assert register.upkeep.verify() == ()
    register.close()


def test_the_backup_made_before_it_was_upgraded_is_cleaned_of_who_is_erased_later(
    old: Path,
) -> None:
    register = opened(old)
    register.upkeep.erase(register.citizens("luk", 1)[0].case_id, PERSON, NOW)
    found = register.backups.holding_erased()

    register.backups.rewrite_without_erased(found.backups[0])

    (backup,) = found.backups
    assert backup.reason is Reason.BEFORE_UPGRADE
    assert register.backups.holding_erased().backups == ()
    assert register.backups.contents(backup).cases == 1
    register.close()
