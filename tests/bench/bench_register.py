"""How fast the register is, as ratios in one run; each variant in a process of its own.

Run with: ``.venv/bin/python tests/bench/bench_register.py``, some minutes on a quiet machine.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench import register_variants as variants
from tests.bench.register_samples import encrypted, plain

ROUNDS = 3
FEW, MANY, OPEN_CASES = 1_000, 100_000, 10_000
SLOW_DISK = {"FSYNC_MS": "30", "SAVES": "100"}

VARIANTS: dict[str, Callable[[Path], variants.Figures]] = {
    "plain-commit": partial(variants.commits, connect_to=plain),
    "commit": partial(variants.commits, connect_to=encrypted),
    "saves": variants.saves,
    "open": variants.openings,
    "search-few": partial(variants.searches, citizens=FEW),
    "search-many": partial(variants.searches, citizens=MANY),
    "today-few": partial(variants.today, open_cases=FEW),
    "today": partial(variants.today, open_cases=OPEN_CASES),
    "plain-case": partial(variants.cases, connect_to=plain),
    "case": partial(variants.cases, connect_to=encrypted),
    "backup": variants.backups,
}


def alone(what: str, environment: dict[str, str] | None = None) -> variants.Figures:
    """Return what the variant *what* measured in a process of its own."""
    with tempfile.TemporaryDirectory() as place:
        ran = subprocess.run(
            [sys.executable, __file__, "--only", what, "--place", place],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | (environment or {}),
        )
    figures: variants.Figures = json.loads(ran.stdout)
    return figures


def report_saving() -> None:
    took: dict[str, list[float]] = {"plain-commit": [], "commit": [], "word": []}
    for _ in range(ROUNDS):
        took["plain-commit"] += alone("plain-commit")["commit"]
        took["commit"] += alone("commit")["commit"]
        took["word"] += alone("saves")["word"]
    unit = median(took["plain-commit"])
    for what, times in took.items():
        p99, ratio = quantiles(times, n=100)[98], median(times) / unit
        print(f"{what:>28}: median {median(times):.2f} ms, p99 {p99:.2f} ms, ratio {ratio:.2f}")


def report_slow_disk() -> None:
    compiler = shutil.which("cc")
    if compiler is None:
        print("no compiler: typing on a slow disk is not measured")
        return
    with tempfile.TemporaryDirectory() as place:
        shim = f"{place}/slow_fsync.so"
        source = Path(__file__).with_name("slow_fsync.c")
        subprocess.run([compiler, "-shared", "-fPIC", "-o", shim, str(source)], check=True)
        took = alone("saves", {"LD_PRELOAD": shim, **SLOW_DISK})
    for what, name in (("typing", "typing, 30 ms fsync"), ("word", "word, 30 ms fsync")):
        p99 = quantiles(took[what], n=100)[98]
        print(f"{name:>28}: median {median(took[what]):.3f} ms, p99 {p99:.3f} ms")


def report(title: str, what: str, unit: str = "") -> None:
    """Print the figures of *what*, and how they compare with those of *unit*."""
    measured, base = alone(what), alone(unit) if unit else {}
    print(title)
    for name, times in measured.items():
        figure, unit_figure = median(times), median(base.get(name, times))
        ratio = f", ratio {figure / unit_figure:.2f} to {unit_figure:.2f}" if unit else ""
        print(f"{name:>28}: {figure:.2f}{ratio}")


def report_all() -> None:
    report_saving()
    report_slow_disk()
    report("open (ms)", "open")
    report(f"one letter of a search among {MANY} (ms), to {FEW}", "search-many", "search-few")
    report(f"I dag with {OPEN_CASES} open cases (ms), to {FEW}", "today", "today-few")
    report("a case of 60 entries (ms), to plain SQLite", "case", "plain-case")
    report("backup (ms)", "backup")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", choices=VARIANTS)
    parser.add_argument("--place", type=Path)
    asked = parser.parse_args()
    if asked.only is None:
        report_all()
    else:
        print(json.dumps(VARIANTS[asked.only](asked.place)))


if __name__ == "__main__":
    main()
