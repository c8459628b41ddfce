import threading
from functools import partial

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from app.background import Background
from storage.errors import RegisterDamagedError


class Heard:
    """Notes what a `Background` told, and on which thread."""

    def __init__(self) -> None:
        self.results: list[int] = []
        self.sentences: list[str] = []
        self.threads: set[QThread] = set()

    def done(self, result: int) -> None:
        self.results.append(result)
        self.threads.add(QThread.currentThread())

    def failed(self, sentence: str) -> None:
        self.sentences.append(sentence)


def four() -> int:
    return 4


def damaged() -> int:
    raise RegisterDamagedError


def wrong() -> int:
    message = "a fault of ours"
    raise ValueError(message)


def waiting(gate: threading.Event) -> int:
    gate.wait(5)
    return 1


def test_the_result_is_told_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    background, heard = Background(), Heard()

    background.run(four, heard.done, heard.failed)
    qtbot.waitUntil(lambda: not background.is_busy)

    assert heard.results == [4]
    assert heard.threads == {QThread.currentThread()}


def test_an_error_of_the_world_is_told_as_its_sentence(qtbot: QtBot) -> None:
    background, heard = Background(), Heard()

    background.run(damaged, heard.done, heard.failed)
    qtbot.waitUntil(lambda: not background.is_busy)

    assert heard.sentences == [RegisterDamagedError.sentence]
    assert heard.results == []


def test_a_fault_of_ours_is_raised_where_it_is_answered(qtbot: QtBot) -> None:
    background, heard = Background(), Heard()

    with qtbot.captureExceptions() as raised:
        background.run(wrong, heard.done, heard.failed)
        qtbot.waitUntil(lambda: not background.is_busy)

    assert [kind for kind, _, _ in raised] == [ValueError]


def test_the_window_stays_awake_while_the_work_goes_on(qtbot: QtBot) -> None:
    background, heard, gate = Background(), Heard(), threading.Event()

    background.run(partial(waiting, gate), heard.done, heard.failed)
    qtbot.wait(50)

    assert background.is_busy
    assert heard.results == []
    gate.set()
    qtbot.waitUntil(lambda: heard.results == [1])


def test_one_piece_of_work_at_a_time(qtbot: QtBot) -> None:
    background, heard, gate = Background(), Heard(), threading.Event()
    background.run(partial(waiting, gate), heard.done, heard.failed)

    with pytest.raises(RuntimeError):
        background.run(four, heard.done, heard.failed)

    gate.set()
    qtbot.waitUntil(lambda: heard.results == [1])


def test_whoever_lets_go_hears_no_more(qtbot: QtBot) -> None:
    heard, gate = Heard(), threading.Event()
    background = Background()
    background.run(partial(waiting, gate), heard.done, heard.failed)

    background.let_go()
    gate.set()
    qtbot.wait(100)

    assert heard.results == []


def test_more_work_can_be_begun_when_the_first_is_told(qtbot: QtBot) -> None:
    background, heard = Background(), Heard()

    def again(result: int) -> None:
        heard.done(result)
        background.run(four, heard.done, heard.failed)

    background.run(four, again, heard.failed)

    qtbot.waitUntil(lambda: heard.results == [4, 4])
