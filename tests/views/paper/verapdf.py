"""Asks veraPDF, the independent judge, when the machine has it."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

VERAPDF = Path(__file__).parents[3] / "../shared/tools/verapdf/verapdf"
COULD_NOT_RUN = 2


def verdict_on(papers: Sequence[bytes], folder: Path, profiles: str = "ua1,2a") -> str:
    """Return what veraPDF says of *papers* as PDF/UA-1 and as PDF/A-2a; skip where it cannot."""
    if not VERAPDF.exists():
        pytest.skip("veraPDF is not beside this project")
    files = [folder / f"{number}.pdf" for number in range(len(papers))]
    for file, paper in zip(files, papers, strict=True):
        file.write_bytes(paper)
    verdict = subprocess.run(
        [VERAPDF, profiles, *files], capture_output=True, text=True, check=False
    )
    if verdict.returncode == COULD_NOT_RUN:
        pytest.skip(f"veraPDF could not run here: {verdict.stderr.strip()}")
    return verdict.stdout
