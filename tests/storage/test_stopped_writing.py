"""A fault of ours inside the writing thread: told once, without a value, and nothing typed is gone.

What Python prints when a thread dies goes by `threading.excepthook`, which pytest turns into an
error of the test.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from storage.connection import Connection
from storage.errors import NotSavedError, RegisterClosedError, RegisterError, WritingStoppedError
from storage.records import EntryRecord
from storage.register import Register
from tests.storage.samples import (
    CANARY,
    NOW,
    PERSON,
    Listener,
    a_draft,
    a_row,
    as_signed,
)


def fail(_connection: Connection, record: EntryRecord) -> None:
    raise LookupError(record.response)


@pytest.fixture
def listener(register: Register, monkeypatch: pytest.MonkeyPatch) -> Listener:
    """Listen to a register whose writing thread has met a fault of ours."""
    heard = Listener()
    register.listen(heard.hear_saved, heard.hear_failed)
    register.save_draft(a_draft(1, "gemt"), a_row())
    register.flush()
    with monkeypatch.context() as faulty:
        faulty.setattr("storage.work.write_draft", fail)
        register.save_draft(a_draft(1, CANARY), a_row())
        assert heard.waits_until_failed(1)
    return heard


def test_the_fault_is_told_once_by_class_and_place(register: Register, listener: Listener) -> None:
    for _ in range(3):
        with pytest.raises(WritingStoppedError):
            register.flush()

    (error,) = listener.failed
    assert isinstance(error, WritingStoppedError)
    assert error.drafts == 1
    assert error.fault.startswith("LookupError: writer.py:")
    assert error.fault.endswith(" fail")
    assert "ét skema, er ikke gemt" in str(error)
    assert listener.saved == [(a_draft().id, a_draft().changed)]


def test_no_value_is_printed_or_told(
    register: Register, listener: Listener, capfd: pytest.CaptureFixture[str]
) -> None:
    register.close(even_unsaved=True)

    printed = capfd.readouterr()
    (error,) = listener.failed
    assert isinstance(error, WritingStoppedError)
    assert (printed.out, printed.err) == ("", "")
    assert CANARY not in f"{error!r} {error} {error.fault}"
    assert error.__cause__ is error.__context__ is None


DEEDS: dict[str, Callable[[Register], object]] = {
    "flush": Register.flush,
    "close": Register.close,
    "sign": lambda register: register.sign(as_signed(a_draft(3)), a_row()),
    "discard": lambda register: register.discard_draft(a_draft().id, None, PERSON, NOW),
    "logo": lambda register: register.save_clinic_logo(b"", PERSON, NOW),
    "profile": lambda register: register.save_clinic_profile("1", "{}", PERSON, NOW),
    "read": lambda register: register.note_read(a_draft().case_id, PERSON, NOW),
}


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_every_deed_afterwards_says_that_writing_has_stopped(
    register: Register, listener: Listener, deed: Callable[[Register], object]
) -> None:
    with pytest.raises(WritingStoppedError):
        deed(register)

    assert register.has_waiting()
    assert [draft.response for draft in register.case_entries(a_draft().case_id)] == [
        a_draft(1, CANARY).response
    ]


def test_what_is_typed_afterwards_is_refused_aloud_and_can_still_be_read(
    register: Register, listener: Listener
) -> None:
    with pytest.raises(WritingStoppedError, match="2 skemaer"):
        register.save_draft(a_draft(2, "efter"), a_row())

    found = register.case_entries(a_draft().case_id)
    assert found == (a_draft(1, CANARY), a_draft(2, "efter"))


def test_the_register_can_be_closed_at_a_loss_and_what_was_saved_is_there(
    register: Register, listener: Listener
) -> None:
    register.close(even_unsaved=True)

    with pytest.raises(RegisterClosedError):
        register.save_draft(a_draft(), a_row())


def test_who_waits_for_a_deed_at_a_fault_is_told(register: Register) -> None:
    def fail_at(_connection: Connection) -> None:
        raise LookupError

    with pytest.raises(WritingStoppedError) as caught:
        register._writer.do(fail_at)

    assert isinstance(caught.value, NotSavedError)
    assert not register.has_waiting()
    register.close()


def test_a_listener_that_fails_is_a_fault_of_ours_and_loses_nothing(register: Register) -> None:
    heard: list[RegisterError] = []

    def fail_at(_entry_id: str, _at: datetime) -> None:
        raise LookupError

    def fail_again(error: RegisterError) -> None:
        heard.append(error)
        raise LookupError

    register.listen(fail_at, fail_again)
    register.save_draft(a_draft(), a_row())
    register._writer._thread.join(10)

    assert [type(error) for error in heard] == [WritingStoppedError]
    assert not register.has_waiting()
    register.flush()
    assert register.case_entries(a_draft().case_id) == (a_draft(),)


def test_nonsense_in_a_deed_is_its_doers_and_stops_nothing(register: Register) -> None:
    def fail_at(_connection: Connection) -> None:
        raise TypeError

    with pytest.raises(TypeError):
        register._writer.do(fail_at)
    register.save_draft(replace(a_draft(), replaces=None), a_row())
    register.flush()

    assert not register.has_waiting()


def test_nonsense_that_nobody_waits_for_stops_the_writing(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_at(_connection: Connection, _record: EntryRecord) -> None:
        raise ValueError(CANARY)

    heard = Listener()
    register.listen(heard.hear_saved, heard.hear_failed)
    monkeypatch.setattr("storage.work.write_draft", fail_at)
    register.save_draft(a_draft(), a_row())

    assert heard.waits_until_failed(1)
    assert isinstance(heard.failed[0], WritingStoppedError)
    assert register.has_waiting()
