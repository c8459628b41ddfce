"""What the preview and the printer leave on the disk: nothing but what the register itself is."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from storage.records import DocumentStep
from tests.drills.canary import ROOT, why_not
from tests.drills.paper_person import BEGINS, ENDS
from tests.journeys.letters import make_waiting, spooler, stories

watched = pytest.mark.skipif(bool(why_not()), reason=why_not())
# The files of the register may be written in: what is in them is encrypted.
_REGISTER = re.compile(
    r"kartotek\.(roedtraad(-wal|-shm|-journal)?|vidne(\.ny)?|noegle(\.ny)?|laas)"
)
_CALLS = "open,openat,creat,rename,renameat,renameat2,link,symlink,memfd_create,write,writev"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """Return the home of one who printed, and what that asked of the system, line by line."""
    home = tmp_path_factory.mktemp("home")
    make_waiting(home / "kartotek", 1)
    with pytest.MonkeyPatch.context() as patch:
        spooler(home / "bin", "cat > /dev/null", patch)
        (home / "tmp").mkdir()
        log = home / "strace.log"
        options = ["-f", "-qq", "-y", "-s", "40", "-e", f"trace={_CALLS}", "-e", "signal=none"]
        person = [sys.executable, "-B", "-m", "tests.drills.paper_person", str(home)]
        ran = subprocess.run(
            ["strace", *options, "-o", str(log), *person],
            cwd=ROOT,
            env={
                **os.environ,
                "HOME": str(home),
                "XDG_CONFIG_HOME": str(home),
                "TMPDIR": str(home / "tmp"),
                "QT_QPA_PLATFORM": "offscreen",
            },
            check=False,
            capture_output=True,
            text=True,
            timeout=120,
        )
    assert ran.returncode == 0, ran.stderr
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    begins = next(number for number, line in enumerate(lines) if BEGINS in line)
    ends = next(number for number, line in enumerate(lines) if ENDS in line)
    return home, lines[begins + 1 : ends]


@watched
def test_the_letter_was_looked_at_and_printed_and_printed_again(
    told: tuple[Path, list[str]],
) -> None:
    home, lines = told

    sent = [line for line in lines if "%PDF-" in line]

    assert len(sent) >= 2
    # Through a pipe to the spooler, whose stand-in here lets it go.
    assert all(re.search(r"write\(\d+<(pipe|socket|/dev/null)", line) for line in sent), sent
    steps = stories(home / "kartotek")
    assert steps == [[DocumentStep.APPROVED, DocumentStep.PRINTED, DocumentStep.PRINTED]]


@watched
def test_nothing_is_written_in_a_file_but_the_registers_own(told: tuple[Path, list[str]]) -> None:
    _, lines = told
    opened = [re.search(r'open\w*\([^"]*"([^"]*)", ([A-Z_|]+)', line) for line in lines]

    written = {one[1] for one in opened if one and re.search("O_WRONLY|O_RDWR|O_CREAT", one[2])}
    made = [line for line in lines if re.search(r"memfd_create|symlink|[^n]link\(", line)]

    other = {path for path in written if not path.startswith(("/dev/", "/proc/"))}
    assert {path for path in other if not _REGISTER.fullmatch(Path(path).name)} == set()
    assert made == []
