"""What is due in a register: written with each entry, gone with its citizen, derived anew."""

import time
from collections.abc import Generator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from storage.backups import Reason
from storage.citizens import write_citizen
from storage.connection import Connection, connect
from storage.credentials import ByPassphrase
from storage.list_records import DueSpan
from storage.migrate import migrate, shipped_migrations
from storage.records import CitizenRow, TaskRow
from storage.register import Register, open_register
from storage.restoring import restore
from storage.tasks import due_tasks
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

DAY = date(2026, 3, 9)
FAR = date(2030, 1, 1)
LATER = NOW + timedelta(hours=2)


def row(*tasks: TaskRow, case: int = 900, rules: str = "regler") -> CitizenRow:
    return replace(a_row(f"Borger {case}", case), tasks=tasks, rules=rules)


def save(register: Register, *tasks: TaskRow, case: int = 900, number: int = 1) -> None:
    draft = replace(a_draft(number + case), case_id=an_id(case))
    register.save_draft(draft, row(*tasks, case=case))
    register.flush()


def due(register: Register, before: date = FAR, limit: int = 10) -> list[tuple[str, str]]:
    span = DueSpan(before=before)
    return [(one.name, one.task.id) for one in register.lists.due(span, limit)]


@pytest.fixture
def full() -> TaskRow:
    return TaskRow(
        id="follow_up:2026-03-09",
        title="Opfølgning",
        form="after_care",
        due=DAY,
        soon=date(2026, 3, 1),
        urgent=date(2026, 3, 7),
        begun=date(2026, 2, 9),
        is_planned=True,
    )


def test_all_of_a_task_comes_back(register: Register, full: TaskRow) -> None:
    save(register, full)

    (found,) = register.lists.due(DueSpan(before=FAR), 10)

    assert (found.case_id, found.name, found.task) == (an_id(900), "Borger 900", full)


def test_what_is_due_comes_soonest_first_and_the_first_rank_before_all(register: Register) -> None:
    save(register, a_task(DAY, "sidst"), a_task(date(2026, 3, 1), "først"), case=901)
    save(register, a_task(date(2026, 3, 8), "garanti", rank=0), case=902)

    assert due(register) == [
        ("Borger 902", "garanti"),
        ("Borger 901", "først"),
        ("Borger 901", "sidst"),
    ]
    assert due(register, DAY) == [("Borger 902", "garanti"), ("Borger 901", "først")]
    assert due(register, limit=1) == [("Borger 902", "garanti"), ("Borger 901", "først")]


def test_the_next_writing_of_a_case_puts_its_tasks_in_place_of_the_last(register: Register) -> None:
    save(register, a_task(DAY, "før"), a_task(DAY, "stadig"))
    save(register, a_task(DAY, "uden for"), case=901)

    save(register, a_task(DAY, "stadig"), a_task(date(2026, 3, 1), "ny"), number=2)

    assert due(register) == [
        ("Borger 900", "ny"),
        ("Borger 900", "stadig"),
        ("Borger 901", "uden for"),
    ]


def test_a_signed_entry_and_its_tasks_are_written_together(register: Register) -> None:
    draft = a_draft(1)
    register.save_draft(draft, row(a_task(DAY)))

    register.sign(as_signed(draft), row())

    assert due(register) == []


def test_tasks_go_with_the_last_draft_of_a_case(register: Register) -> None:
    draft = a_draft(1)
    register.save_draft(draft, row(a_task(DAY)))

    register.discard_draft(draft.id, None, PERSON, LATER)

    assert due(register) == []
    assert register.upkeep.verify() == ()


def test_tasks_vanish_with_an_erased_citizen_here_and_in_a_backup(
    register: Register, folder: Path
) -> None:
    save(register, a_task(DAY, "slettes"))
    save(register, a_task(DAY, "bliver"), case=901)
    (backup,) = register.backups.make(Reason.MANUAL, LATER)

    register.upkeep.erase(an_id(900), PERSON, LATER)
    left = due(register)
    register.close()
    restore(folder, backup.folder, ByPassphrase(PERSON, PASSPHRASE), LATER)
    again = open_register(folder, PERSON, PASSPHRASE, LATER)
    restored = due(again)
    again.close()

    assert left == restored == [("Borger 901", "bliver")]


def test_rebuilt_lists_hold_the_tasks_given_and_keep_those_of_who_was_left_out(
    register: Register,
) -> None:
    save(register, a_task(DAY, "gammel"), case=901)
    save(register, a_task(DAY, "urørt"), case=902)
    derived = replace(row(a_task(DAY, "afledt"), case=901), changed=LATER)

    register.upkeep.rebuild_lists((derived,), PERSON, LATER)

    assert due(register) == [("Borger 901", "afledt"), ("Borger 902", "urørt")]
    assert register.upkeep.outdated_cases("regler", DAY, 10) == ()


def test_a_case_is_outdated_by_other_rules_and_by_its_day(register: Register) -> None:
    save(register, case=901)
    draft = replace(a_draft(3), case_id=an_id(902))
    register.save_draft(draft, replace(row(case=902), look_again=DAY))
    register.flush()
    outdated = register.upkeep.outdated_cases

    assert outdated("regler", date(2026, 3, 8), 10) == ()
    assert outdated("regler", DAY, 10) == (an_id(902),)
    assert set(outdated("andre regler", date(2026, 3, 8), 10)) == {an_id(901), an_id(902)}
    assert len(outdated("andre regler", DAY, 1)) == 1


def test_a_renewed_row_changes_what_is_due_and_not_when_its_case_was_written(
    register: Register,
) -> None:
    save(register, a_task(DAY, "før"))
    before = register.citizens("", 10)
    renewed = replace(row(a_task(DAY, "nu"), rules="nye"), changed=LATER)

    register.upkeep.renew_lists((renewed,))

    assert due(register) == [("Borger 900", "nu")]
    assert register.citizens("", 10) == before
    assert register.upkeep.outdated_cases("nye", DAY, 10) == ()


def test_a_case_written_since_its_row_was_renewed_keeps_the_newer_one(register: Register) -> None:
    save(register, a_task(DAY, "nyest"))
    stale = replace(row(a_task(DAY, "forældet")), changed=NOW - timedelta(hours=1))

    register.upkeep.renew_lists((stale, replace(stale, case_id=an_id(903))))

    assert due(register) == [("Borger 900", "nyest")]


def test_tasks_of_nobody_are_found_and_rebuilt_away(register: Register, folder: Path) -> None:
    save(register, a_task(DAY))
    register.close()
    connection = behind_the_back(folder)
    connection.execute("UPDATE task SET case_id = 'ingen'")
    connection.close()
    again = open_register(folder, PERSON, PASSPHRASE, LATER)
    findings = [finding.sentence for finding in again.upkeep.verify()]
    again.upkeep.rebuild_lists((), PERSON, LATER)
    after = again.upkeep.verify()
    again.close()

    assert any("opgaver for 1" in sentence for sentence in findings)
    assert after == ()


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Generator[Connection]:
    path = tmp_path_factory.mktemp("mange") / "fil"
    path.touch()
    connection = connect(path, bytes(32))
    migrate(connection, shipped_migrations())
    connection.execute("BEGIN")
    for case in range(10_000):
        tasks = [a_task(DAY + timedelta(days=case % 90 + n), f"opgave {n}") for n in range(3)]
        first = a_task(DAY + timedelta(days=case % 14), "garanti", rank=0)
        write_citizen(connection, row(*tasks, first, case=case))
    connection.execute("COMMIT")
    yield connection
    connection.close()


def test_ten_thousand_open_cases_do_not_make_the_day_slow(crowded: Connection) -> None:
    began = time.perf_counter()

    found = due_tasks(crowded, DueSpan(before=FAR), 201)

    assert time.perf_counter() - began < 0.1
    assert len(found) == 402
    plan = crowded.execute(
        "EXPLAIN QUERY PLAN SELECT id FROM task WHERE rank = 0 AND due < '2030' ORDER BY due"
    ).fetchall()
    assert "task_due" in str(plan)
