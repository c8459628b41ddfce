"""Follows one citizen's words through every file the program touches, from writing to erasing.

``python -m tests.drills.canary`` (Linux, with strace)
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.drills.canary_words import EVERYTHING, WORDS
from tests.drills.page_reader import plain_pages
from tests.journeys.canaries import found_in, spellings

ROOT = Path(__file__).absolute().parents[2]
_CALLS = (
    "open,openat,creat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mkdir,mkdirat,"
    "write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,memfd_create,mknod,mknodat"
)
_QUOTED = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_OPENS_TO_WRITE = re.compile(r"O_WRONLY|O_RDWR|O_CREAT")


@dataclass
class Seen:
    """What was found at each stage: in all that was written since the beginning, in the files there
    are, and behind the encryption of the register and of its backups.
    """

    written: dict[str, set[str]] = field(default_factory=dict)
    in_files: dict[str, set[str]] = field(default_factory=dict)
    within: dict[str, set[str]] = field(default_factory=dict)
    backups_within: dict[str, set[str]] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)


def why_not() -> str:
    """Return why the drill cannot be held here; empty when it can."""
    if sys.platform != "linux" or shutil.which("strace") is None:
        return "there is no strace"
    tried = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False)
    return "strace may not watch a program here" if tried.returncode else ""


def follow(place: Path) -> Seen:
    """Let the canary live in a register below *place*, and look at every file at every stage."""
    log, folder = place / "strace.log", place / "kartotek"
    options = ["-f", "-qq", "-xx", "-s", "1000000", "-e", f"trace={_CALLS}", "-e", "signal=none"]
    person = [sys.executable, "-B", "-m", "tests.drills.canary_person", str(folder)]
    seen = Seen()
    with subprocess.Popen(
        ["strace", *options, "-o", str(log), *person],
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for line in process.stdout:
            key, _, stage = line.strip().partition(" ")
            _look(seen, stage, bytes.fromhex(key), folder, log)
            process.stdin.write("\n")
            process.stdin.flush()
    assert process.returncode == 0
    return seen


def _look(seen: Seen, stage: str, key: bytes, folder: Path, log: Path) -> None:
    told = log.read_text(encoding="ascii", errors="replace")
    seen.files |= _written_files(told)
    seen.written[stage] = {word for word in EVERYTHING if _is_written(word, told)}
    present = {path for path in {*map(Path, seen.files), *folder.rglob("*")} if path.exists()}
    seen.in_files[stage] = {word for path in present for word in _found_at(path)}
    register, *backups = sorted(folder.rglob("kartotek.roedtraad"), key=_depth)
    seen.within[stage] = _within([register], key)
    seen.backups_within[stage] = _within(backups, key)


def _is_written(word: str, told: str) -> bool:
    return any(_as_told(spelling) in told for spelling in spellings(word))


def _found_at(path: Path) -> set[str]:
    """Return the words in the name and the content of the file at *path*."""
    content = path.read_bytes() if path.is_file() else b""
    return found_in(str(path).encode() + b"\n" + content, EVERYTHING)


def _within(paths: Iterable[Path], key: bytes) -> set[str]:
    found: set[str] = set()
    for path in paths:
        for page in plain_pages(path, key):
            found |= found_in(page, EVERYTHING)
    return found


def _written_files(told: str) -> set[str]:
    """Return every path that a line of strace's opened for writing, made or renamed."""
    lines = (line for line in told.splitlines() if "open" not in line or _to_write(line))
    calls = ("open", "creat", "rename", "link", "mkdir", "mknod")
    named = (line for line in lines if any(f" {call}" in f" {line}" for call in calls))
    paths = {bytes.fromhex(name.replace("\\x", "")) for line in named for name in _quoted(line)}
    return {os.fsdecode(path) for path in paths}


def _quoted(line: str) -> list[str]:
    return _QUOTED.findall(line)


def _to_write(line: str) -> bool:
    return _OPENS_TO_WRITE.search(line) is not None


def _as_told(content: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in content)


def _depth(path: Path) -> int:
    return len(path.parts)


def main() -> int:
    """Hold the drill; return 1 when a word is where it must not be."""
    if reason := why_not():
        print(reason)
        return 0
    with TemporaryDirectory() as place:
        seen = follow(Path(place))
    print(*sorted(seen.files), sep="\n")
    for stage in seen.within:
        print(
            f"{stage}: written in plain {seen.written[stage] or 'nothing'}, "
            f"in files {seen.in_files[stage] or 'nothing'}; "
            f"within {len(seen.within[stage])}, in backups {len(seen.backups_within[stage])}"
        )
    left = seen.in_files["closed"] | seen.within["closed"] | seen.backups_within["closed"]
    print("left after erasing:", left or "nothing")
    return 1 if left or seen.written["closed"] & set(WORDS) else 0


if __name__ == "__main__":
    sys.exit(main())
