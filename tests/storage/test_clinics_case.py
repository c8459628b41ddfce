"""The clinic's own file: kept like a case, and nowhere taken for a citizen."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from storage.backups import Reason
from storage.case_ids import CLINIC_CASE
from storage.credentials import ByPassphrase
from storage.list_records import DueSpan
from storage.records import Deed, EntryRecord
from storage.register import Register, open_register
from storage.restoring import restore
from storage.upkeep_errors import NoSuchCitizenError
from tests.storage.samples import (
    NOW,
    PASSPHRASE,
    PERSON,
    a_draft,
    a_row,
    a_task,
    an_id,
    as_signed,
    behind_the_back,
)

LATER = NOW + timedelta(hours=2)
ROW = replace(a_row("Klinikkens egen"), case_id=CLINIC_CASE, tasks=(a_task(date(2026, 3, 1)),))


def ours(number: int, text: str = "gavekort") -> EntryRecord:
    return replace(a_draft(number, text), case_id=CLINIC_CASE)


@pytest.fixture
def lived(register: Register) -> Register:
    register.save_draft(a_draft(1), a_row())
    register.sign(as_signed(ours(2)), ROW)
    register.save_draft(ours(3), ROW)
    register.flush()
    return register


def test_what_the_clinic_writes_about_itself_is_kept_signed_and_traced(lived: Register) -> None:
    kept = lived.case_entries(CLINIC_CASE)

    assert kept == (as_signed(ours(2)), ours(3))
    deeds = [row.deed for row in lived.trail(10, CLINIC_CASE)]
    assert deeds == [Deed.DRAFT_BEGUN, Deed.SIGNED]


def test_the_clinic_is_no_citizen_of_any_list(lived: Register) -> None:
    assert [row.name for row in lived.citizens("", 10)] == ["Søren Prøvemand"]
    assert lived.citizens("klinikkens", 10) == ()
    assert lived.lists.due(DueSpan(before=date(2027, 1, 1)), 10) == ()
    assert lived.upkeep.case_ids() == (an_id(900),)
    assert lived.upkeep.verify() == ()


def test_the_clinic_is_not_counted_among_the_cases(lived: Register) -> None:
    (backup,) = lived.backups.make(Reason.MANUAL, NOW)

    held = lived.backups.contents(backup)

    assert (held.cases, held.entries) == (1, 3)


def test_lists_that_are_rebuilt_leave_the_clinic_out(lived: Register) -> None:
    lived.upkeep.rebuild_lists([a_row(), ROW], PERSON, LATER)

    assert [row.name for row in lived.citizens("", 10)] == ["Søren Prøvemand"]
    assert lived.upkeep.verify() == ()


def test_a_row_for_the_clinic_in_the_list_of_citizens_is_found(
    lived: Register, folder: Path
) -> None:
    connection = behind_the_back(folder)
    connection.execute("UPDATE citizen SET case_id = ?", (CLINIC_CASE,))
    connection.close()

    found = [finding.sentence for finding in lived.upkeep.verify()]

    assert "Listen over borgere viser 1, som kartoteket intet har om. Vælg Byg listerne igen." in (
        found
    )


def test_the_clinics_file_cannot_be_erased_as_a_citizen(lived: Register) -> None:
    with pytest.raises(NoSuchCitizenError):
        lived.upkeep.erase(CLINIC_CASE, PERSON, LATER)

    assert len(lived.case_entries(CLINIC_CASE)) == 2


def test_a_draft_can_be_given_up_though_it_was_the_only_one(register: Register) -> None:
    register.save_draft(ours(1), ROW)

    register.discard_draft(ours(1).id, None, PERSON, LATER)

    assert register.case_entries(CLINIC_CASE) == ()


def test_a_draft_of_the_clinics_that_is_written_again_makes_a_backup_due(lived: Register) -> None:
    lived.backups.make(Reason.MANUAL, NOW)
    lived.save_draft(replace(ours(3, "rettet"), changed=LATER), ROW)
    lived.flush()

    assert lived.backups.is_due(NOW + timedelta(days=1))


def test_the_clinics_file_comes_back_from_a_backup(lived: Register, folder: Path) -> None:
    (backup,) = lived.backups.make(Reason.MANUAL, NOW)
    lived.discard_draft(ours(3).id, None, PERSON, LATER)
    lived.close()

    restore(folder, backup.folder, ByPassphrase(PERSON, PASSPHRASE), LATER)

    again = open_register(folder, PERSON, PASSPHRASE, LATER)
    assert again.case_entries(CLINIC_CASE) == (as_signed(ours(2)), ours(3))
    again.close()


def test_erasing_a_citizen_leaves_the_clinics_file(lived: Register) -> None:
    lived.upkeep.erase(an_id(900), PERSON, LATER)

    assert len(lived.case_entries(CLINIC_CASE)) == 2
    assert lived.upkeep.verify() == ()
