"""What `bench_register` measures, in milliseconds; each variant runs alone."""

import os
import shutil
import threading
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from importlib import import_module
from itertools import accumulate
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import TypeAlias

from storage.backups import Reason
from storage.citizen_search import find_citizens
from storage.connection import PRAGMAS, Connection, connect
from storage.copies import check_copy, copy_file
from storage.core import Core
from storage.entries import entries_of
from storage.file_names import REGISTER_FILE
from storage.list_records import CitizenSearch, DueSpan
from storage.register import Register, open_register
from storage.tasks import due_tasks
from storage.witness import Witness
from storage.written_file import WrittenFile
from tests.bench.register_samples import (
    CASES,
    KEY,
    NOW,
    PASSPHRASE,
    PERSON,
    a_row,
    a_save,
    an_id,
    encrypted,
    fill,
    fill_cases,
    made,
    plain,
)

Figures: TypeAlias = dict[str, list[float]]

SAVES, TIMES, ROUNDS = 1000, 200, 5
TYPED = ["søren prøvesen", "soeren", "aagaard", "åse prø", "nguyen", "s e 7", "xq", "søren 77"]
TYPED += ["3299999", "anna søren", "bæk holm", "eksempel testrup", "fantasigaard lund", "ærendis"]


def milliseconds(act: Callable[[], object]) -> float:
    began = perf_counter()
    act()
    return 1000 * (perf_counter() - began)


def summed_up(took: list[float]) -> Figures:
    return {"p50": [median(took)], "p99": [quantiles(took, n=100)[98]], "slowest": [max(took)]}


def commits(folder: Path, connect_to: Callable[[Path], Connection]) -> Figures:
    """Return the time of each commit of an autosave."""
    path = folder / "fil"
    file = WrittenFile(path, connect_to(path), Witness.beside(path, KEY))
    works = [a_save(version) for version in range(SAVES)]
    took = [milliseconds(partial(file.commit, work)) for work in works]
    file.close()
    return {"commit": took}


def saves(folder: Path) -> Figures:
    """Return how long the typing person waits at each save, and how long until the word *Gemt*."""
    register, spoken = made(folder / "k"), threading.Semaphore(0)

    def hear(_entry_id: str, _at: datetime) -> None:
        spoken.release()

    register.listen(hear, print)
    waited, heard = [], []
    for version in range(int(os.environ.get("SAVES", SAVES))):
        save = a_save(version)
        began = perf_counter()
        waited.append(milliseconds(partial(register.save_draft, save.record, save.row)))
        spoken.acquire()
        heard.append(1000 * (perf_counter() - began))
    register.close()
    return {"typing": waited, "word": heard}


def openings(folder: Path) -> Figures:
    """Return the time to connect with a known key and read, and to open a whole register."""
    plain(folder / "plain").close()
    encrypted(folder / "fil").close()
    made(folder / "k").close()
    return {
        "plain": [milliseconds(partial(read_plain, folder / "plain")) for _ in range(TIMES)],
        "known key": [milliseconds(partial(read, folder / "fil")) for _ in range(TIMES)],
        "register with a cheap key": [opening(folder / "k") for _ in range(20)],
    }


def read_plain(path: Path) -> None:
    connection = import_module("sqlite3").connect(path, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(pragma)
    connection.execute("SELECT count(*) FROM register").fetchone()
    connection.close()


def read(path: Path) -> None:
    connection = connect(path, KEY)
    connection.execute("SELECT count(*) FROM register").fetchone()
    connection.close()


def opening(folder: Path) -> float:
    began = perf_counter()
    register: Register = open_register(folder, PERSON, PASSPHRASE, NOW)
    took = 1000 * (perf_counter() - began)
    register.close()
    return took


def searches(folder: Path, citizens: int) -> Figures:
    """Return how long each letter typed into the search takes, the first time and again."""
    path = folder / "fil"
    fill(encrypted(path), (a_row(number) for number in range(citizens)))
    connection = connect(path, KEY, only_reading=True)
    queries = dict.fromkeys(part for text in TYPED for part in accumulate(text))
    asked = [partial(find_citizens, connection, CitizenSearch(query), 50) for query in queries]
    first = [milliseconds(ask) for ask in asked]
    again = [milliseconds(ask) for _ in range(15) for ask in asked]
    kilobytes = path.stat().st_size / 1000 / citizens
    return {
        **summed_up(again),
        "slowest the first time": [max(first)],
        "kB a citizen": [kilobytes],
    }


def today(folder: Path, open_cases: int) -> Figures:
    """Return how long the rows of *I dag* take with so many cases that have a term."""
    path = folder / "fil"
    fill(encrypted(path), (a_row(number, is_open=True) for number in range(open_cases)))
    connection = connect(path, KEY, only_reading=True)
    ask = partial(due_tasks, connection, DueSpan(before=date(2026, 4, 1)), 200)
    return {"the first time": [milliseconds(ask)]} | summed_up(
        [milliseconds(ask) for _ in range(TIMES)]
    )


def cases(folder: Path, connect_to: Callable[[Path], Connection]) -> Figures:
    """Return how long the 60 entries of one case take, on a fresh connection and again."""
    path = folder / "fil"
    connection = connect_to(path)
    fill_cases(connection)
    wanted = [an_id(case + 10**6) for case in range(0, CASES, 10)]
    fresh = []
    for case_id in wanted:
        connection.close()
        connection = connect_to(path)
        fresh.append(milliseconds(partial(entries_of, connection, case_id)))
    all_of = [partial(entries_of, connection, case_id) for case_id in wanted]
    return {
        "fresh": fresh,
        "warm": [milliseconds(ask) for ask in [*all_of, *all_of]][len(wanted) :],
    }


def backups(folder: Path) -> Figures:
    """Return how long a backup takes, against copying the file and bringing it to the disk."""
    register = made(folder / "k")
    core = register._core
    core.writer.do(fill_cases)
    core.writer.do_to_file(WrittenFile.empty_wal)
    path = folder / "k" / REGISTER_FILE
    whole = milliseconds(partial(register.backups.make, Reason.MANUAL, NOW))
    held = [milliseconds(partial(hold_still, core)) for _ in range(ROUNDS)]
    key = core.key
    register.close()
    bare, own = [], []
    for number in range(ROUNDS):
        bare.append(milliseconds(partial(copy_bare, path, folder / f"bare{number}")))
        own.append(milliseconds(partial(copy_file, path, folder / f"own{number}")))
    return {
        "MB": [path.stat().st_size / 1e6],
        "bare copy": bare,
        "holding still": held,
        "copy part": own,
        "verifying part": [milliseconds(partial(check_copy, folder / "own0", key))],
        "whole backup": [whole],
    }


def hold_still(core: Core) -> None:
    with core.hold_still():
        pass


def copy_bare(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    with target.open("r+b") as file:
        os.fsync(file.fileno())
