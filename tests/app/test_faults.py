import sys

import pytest

from app.faults import answer_faults_with, trace_of

NAMED = "Łukasz Øvelund, 300279-0012"


def fault() -> ValueError:
    try:
        int(NAMED)
    except ValueError as error:
        return error
    raise AssertionError


def test_a_trace_says_where_and_what_kind_but_no_value() -> None:
    trace = trace_of(fault())

    assert "test_faults.py" in trace
    assert "ValueError" in trace
    assert NAMED not in trace


def test_a_fault_is_answered_with_an_apology_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said: list[str] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    answer_faults_with(lambda: said.append("undskyld"))

    error = fault()
    sys.excepthook(ValueError, error, error.__traceback__)

    assert said == ["undskyld"]
    assert NAMED not in capsys.readouterr().err
