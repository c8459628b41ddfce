"""What courses came to: derived with the row of a case, counted without it, erased with it."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from storage.connection import Connection, connect
from storage.migrate import Migration, migrate, shipped_migrations
from storage.outcome_records import DueCount, OpenCount, OutcomeCount, OutcomeRow
from storage.outcomes import count_outcomes, outcomes_of, write_outcomes
from storage.records import CitizenRow
from storage.register import Register
from tests.storage.samples import NOW, PERSON, a_draft, a_row, a_task, an_id, behind_the_back

DAY = NOW.date()
OF_OUTCOMES = 7
KEPT = OutcomeRow("guarantee", "0", "kept", DAY, 9)
LATE = OutcomeRow("guarantee", "1", "late", DAY, 20)
REFUSED = OutcomeRow("decision", "entry", "refusal", DAY)
OUTCOMES = st.builds(
    OutcomeRow,
    topic=st.sampled_from(("guarantee", "decision")),
    id=st.sampled_from("abc"),
    result=st.sampled_from(("kept", "late")),
    day=st.dates(date(2026, 1, 1), date(2026, 1, 5)),
    days=st.none() | st.integers(0, 3),
)


def save(register: Register, row: CitizenRow, number: int = 1) -> None:
    register.save_draft(replace(a_draft(number), case_id=row.case_id), row)
    register.flush()


def counted(register: Register, topic: str, day: date = DAY) -> set[OutcomeCount]:
    return set(register.lists.count_outcomes(topic, day, day))


def test_outcomes_are_counted_by_topic_result_and_days(register: Register) -> None:
    save(register, replace(a_row(), outcomes=(KEPT, LATE, REFUSED)))
    save(register, replace(a_row(case=901), outcomes=(KEPT,)), 2)

    assert counted(register, "guarantee") == {
        OutcomeCount("kept", 9, 2),
        OutcomeCount("late", 20, 1),
    }
    assert counted(register, "decision") == {OutcomeCount("refusal", None, 1)}


def test_both_ends_of_a_period_count_and_no_day_outside(register: Register) -> None:
    one = timedelta(days=1)
    save(register, replace(a_row(), outcomes=(KEPT,)))
    lists = register.lists

    assert len(lists.count_outcomes("guarantee", DAY - one, DAY)) == 1
    assert len(lists.count_outcomes("guarantee", DAY, DAY + one)) == 1
    assert lists.count_outcomes("guarantee", DAY + one, date.max) == ()


def test_outcomes_are_replaced_with_the_row(register: Register) -> None:
    save(register, replace(a_row(), outcomes=(KEPT, REFUSED)))
    save(register, replace(a_row(), outcomes=(LATE,)))

    assert counted(register, "guarantee") == {OutcomeCount("late", 20, 1)}
    assert counted(register, "decision") == set()


def test_open_courses_are_counted_by_stage_and_by_who_wrote_last(register: Register) -> None:
    for case, is_open in ((900, True), (901, True), (902, False)):
        row = replace(a_row(case=case), is_open=is_open, counsellor="Ida", stage="Afdækning")
        save(register, row, case)

    assert register.lists.count_open() == (OpenCount("Afdækning", "Ida", 2),)


def test_tasks_in_a_form_are_counted_by_when_they_are_due(register: Register) -> None:
    days = (-1, 0, 30, 31)
    tasks = tuple(
        replace(a_task(DAY + timedelta(days=one)), id=f"task{one}", form="after_care")
        for one in days
    )
    save(register, replace(a_row(), tasks=tasks))

    due = register.lists.count_due_in_form("after_care", DAY, DAY + timedelta(days=30))

    assert due == DueCount(before=1, within=2, later=1)
    assert register.lists.count_due_in_form("other", DAY, DAY) == DueCount(0, 0, 0)


def test_nothing_of_an_erased_case_is_counted(register: Register) -> None:
    save(register, replace(a_row(), outcomes=(KEPT,), is_open=True))

    register.upkeep.erase(a_row().case_id, PERSON, NOW)

    assert counted(register, "guarantee") == set()
    assert register.lists.count_open() == ()
    assert register.upkeep.verify() == ()


def test_a_draft_given_up_takes_with_it_what_was_counted(register: Register) -> None:
    save(register, replace(a_row(), outcomes=(KEPT,)))

    register.discard_draft(an_id(1), None, PERSON, NOW)

    assert counted(register, "guarantee") == set()


def test_lists_built_anew_hold_the_outcomes_of_the_rows_they_are_given(register: Register) -> None:
    save(register, replace(a_row(), outcomes=(KEPT,)))
    row = replace(a_row(), outcomes=(LATE,), changed=NOW + timedelta(hours=1))

    register.upkeep.rebuild_lists((row,), PERSON, NOW)

    assert counted(register, "guarantee") == {OutcomeCount("late", 20, 1)}


def test_an_outcome_that_leads_to_nobody_is_a_fault(register: Register, folder: Path) -> None:
    save(register, a_row())
    connection = behind_the_back(folder)
    connection.execute(
        "INSERT INTO outcome VALUES ('nobody', 'guarantee', '0', 'kept', '2026-01-01', 1)"
    )
    connection.close()

    assert any("Overblik" in finding.sentence for finding in register.upkeep.verify())


def a_file(folder: Path, migrations: tuple[Migration, ...]) -> Connection:
    path = folder / "register"
    path.touch()
    connection = connect(path, bytes(32))
    migrate(connection, migrations)
    return connection


def test_a_register_of_before_gets_the_table_and_derives_every_row_anew(tmp_path: Path) -> None:
    shipped = shipped_migrations()
    connection = a_file(tmp_path, tuple(one for one in shipped if one.version < OF_OUTCOMES))
    connection.execute(
        "INSERT INTO citizen (case_id, name, cpr, stage, due_text, changed, name_order, words,"
        " rules) VALUES ('case', '', '', '', '', '', '', '', 'then')"
    )

    migrate(connection, shipped)

    assert connection.execute("SELECT rules FROM citizen").fetchall() == [("",)]
    assert outcomes_of(connection, "case") == ()
    connection.close()


def test_what_is_written_is_what_is_counted(tmp_path: Path) -> None:
    connection = a_file(tmp_path, shipped_migrations())

    @settings(max_examples=40)
    @given(st.lists(OUTCOMES, max_size=8, unique_by=_name))
    def check(rows: list[OutcomeRow]) -> None:
        write_outcomes(connection, "case", rows)

        found = count_outcomes(connection, "guarantee", date.min, date.max)

        assert sum(one.count for one in found) == sum(one.topic == "guarantee" for one in rows)
        assert set(outcomes_of(connection, "case")) == set(rows)

    check()
    connection.close()


def _name(row: OutcomeRow) -> tuple[str, str]:
    return row.topic, row.id
