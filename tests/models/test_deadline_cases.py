"""The table of worked cases: what was filled, which day it is, and how one deadline then stands."""

from datetime import date

import pytest

from app.supplies import supplies
from models.deadlines.all import deadlines_of
from models.deadlines.term import Deadline
from tests.models.deadline_cases import Told, course_told, table

LAW = supplies().law
NOT_THERE = "findes-ikke"


def deadline_of(told: Told) -> Deadline | None:
    found = deadlines_of(course_told(told.skemaer, told.foedt), LAW, told.i_dag)
    return next((deadline for deadline in found if deadline.id == told.frist), None)


@pytest.mark.parametrize("told", [pytest.param(told, id=told.navn) for told in table()])
def test_a_deadline_stands_as_the_table_says(told: Told) -> None:
    deadline = deadline_of(told)

    assert (deadline.state if deadline else NOT_THERE) == told.tilstand
    if deadline is None:
        return
    assert told.siger in deadline.sentence
    assert told.siger_ikke is None or told.siger_ikke not in deadline.sentence
    assert told.regnet in deadline.basis
    assert deadline.due == (told.sidste_dag or deadline.due)
    assert deadline.sentence == (told.saetning or deadline.sentence)
    assert deadline.brief == (told.kort or deadline.brief)
    assert deadline.provision == (told.kilde or deadline.provision)
    assert deadline.confidence == (told.sikkerhed or deadline.confidence)


def test_the_table_names_every_rule_and_no_case_twice() -> None:
    names = [told.navn for told in table()]
    rules = {told.frist.partition(":")[0] for told in table()}
    known = {deadline.id for deadline in deadlines_of(course_told(()), LAW, date(2026, 11, 2))}

    assert len(names) == len(set(names)) >= 60
    assert rules >= known
