"""The lines of the day: what stands in which group, and how it is said."""

from datetime import date, timedelta

from app.today_shown import lines_due, spans_of
from models.deadlines.term import DeadlineState, Term
from models.deadlines_of_clinic import ClinicDeadline
from storage.case_ids import CLINIC_CASE
from storage.records import DueTask, TaskRow
from views.screen.due import DueState
from views.screen.today_rows import DueGroup, DueLine

TODAY = date(2026, 11, 2)


def task(days: int, name: str = "plan_review", **more: int) -> DueTask:
    """Return a task due so many *days* from today."""
    counted = {key: TODAY + timedelta(days=value) for key, value in more.items()}
    row = TaskRow(
        id=name,
        title=name.capitalize(),
        form="follow_up",
        due=TODAY + timedelta(days=days),
        soon=counted.get("soon"),
        begun=counted.get("begun"),
    )
    return DueTask("sag", "Testa Opdigtet", row)


def planned(days: int) -> DueTask:
    due = TODAY + timedelta(days=days)
    row = TaskRow(id="x", title="X", form="screening", due=due, is_planned=True)
    return DueTask("sag", "", row)


def group_of(due: DueTask) -> DueGroup:
    """Return the group whose days *due* lies in."""
    day, soon = due.task.due, due.task.soon
    return next(
        group
        for group, span in spans_of(TODAY, None)
        if span.since <= day < span.before
        and (span.near_on is None or span.is_near == (soon is not None and soon <= span.near_on))
    )


def line(due: DueTask) -> DueLine:
    (only,) = lines_due(group_of(due), [due], (), TODAY)
    return only


def test_the_days_of_the_guarantee_are_counted_aloud() -> None:
    assert line(task(5, begun=-9)).due_text == "Dag 9 af 14 · 07.11.2026".replace("07", "7")
    assert line(task(1, begun=-13)).due_text == "Dag 13 af 14 · I morgen"
    assert line(task(0, begun=-14)).due_text == "Dag 14 af 14 · I dag"
    assert line(task(-2, begun=-16)).due_text == "Dag 16 af 14"


def test_when_is_said_in_words() -> None:
    assert line(task(-1)).due_text == "Overskredet 1 dag"
    assert line(task(0)).due_text == "I dag"
    assert line(task(3)).due_text == "Torsdag 5.11.2026"
    assert line(planned(0)).due_text == "Planlagt i dag"
    assert line(planned(-4)).due_text == "Planlagt for 4 dage siden"


def test_who_has_no_name_yet_is_said_to_have_none() -> None:
    assert line(planned(0)).citizen == "Uden navn"


def test_what_is_nearly_over_though_not_this_week_stands_before_what_is_later() -> None:
    soon, later = line(task(20, soon=-1)), line(task(20, soon=5))

    assert (soon.group, soon.state) == (DueGroup.SOON, DueState.SOON)
    assert (later.group, later.state) == (DueGroup.LATER, DueState.LATER)


def test_an_overdue_guarantee_stands_before_what_has_been_overdue_for_longer() -> None:
    late = [task(-1, "garanti", begun=-15), task(-30, "gammel")]

    lines = lines_due(DueGroup.OVERDUE, late, (), TODAY)

    assert [shown.key for shown in lines] == ["garanti", "gammel"]


def test_of_what_is_not_overdue_the_soonest_comes_first() -> None:
    lines = lines_due(DueGroup.WEEK, [task(5, "garanti"), task(2, "først")], (), TODAY)

    assert [shown.key for shown in lines] == ["først", "garanti"]


def test_two_things_of_one_name_on_one_day_are_one_line() -> None:
    twins = [task(3), DueTask("sag", "Testa Opdigtet", task(3, "plan_review").task)]

    assert len(lines_due(DueGroup.WEEK, twins, (), TODAY)) == 1


def test_what_is_due_about_the_clinic_leads_to_its_checklist() -> None:
    due = ClinicDeadline(
        *("quality_standard", "Se kvalitetsstandarden efter", "quality_standard", "x"),
        *(DeadlineState.SOON, "Snart.", Term(TODAY + timedelta(days=4)), "Ida Øvesen"),
    )

    (shown,) = lines_due(DueGroup.WEEK, (), [due], TODAY)
    elsewhere = lines_due(DueGroup.TODAY, (), [due], TODAY)

    assert (shown.case_id, shown.key) == (CLINIC_CASE, "quality_standard")
    assert shown.citizen == "Klinikken · Ida Øvesen"
    assert shown.group is DueGroup.WEEK
    assert elsewhere == ()


def test_every_day_until_three_months_ahead_lies_in_one_group() -> None:
    spans = [span for _, span in spans_of(TODAY, None) if span.is_near]

    assert [span.before for span in spans[:-1]] == [span.since for span in spans[1:]]
    assert spans[-1].before == TODAY + timedelta(days=92)
