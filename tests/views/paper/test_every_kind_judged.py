"""Every kind of letter before independent judges: veraPDF, qpdf and pdffonts, where they are."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from models.letters.letter import LetterKind
from tests.views.paper.every_kind import drawn, every_kind
from tests.views.paper.verapdf import verdict_on
from views.paper.copies import copy_of

KINDS = list(LetterKind)
# By the clause of ISO 14289-1 that veraPDF names: what is written over what, of the same length.
FAULTS = {
    "7.3-1": (b"/Alt (", b"/Olt ("),
    "7.4.2-1": (b"/S /H2", b"/S /H3"),
    "7.2-34": (b"/Lang (", b"/Long ("),
    "7.5-1": (b"/Scope /", b"/Skope /"),
    "7.1-10": (b"/DisplayDocTitle true", b"/DisplayDucTitle true"),
}
MOST_DIFFERENT = (LetterKind.LAPSE_CARD, LetterKind.RECORD_COPY, LetterKind.TREATMENT_PLAN_FULL)


def possible(kind: LetterKind) -> list[str]:
    """Return the faults there is a place for in this kind of letter."""
    return [clause for clause, (right, _) in FAULTS.items() if right in drawn(kind)]


def planted() -> list[tuple[LetterKind, str]]:
    """Return a fault for each kind of letter, another for the next, and all for some."""
    faults = []
    for number, kind in enumerate(KINDS):
        clauses = possible(kind)
        chosen = clauses if kind in MOST_DIFFERENT else [clauses[number % len(clauses)]]
        faults += [(kind, clause) for clause in chosen]
    return faults


def verdicts_on(papers: list[bytes], folder: Path, profiles: str) -> list[str]:
    """Return what veraPDF says of each of *papers*."""
    said = re.split(r"\n(?=\S)", verdict_on(papers, folder, profiles))
    return [
        "\n".join(part for part in said if f"/{number}.pdf [" in part)
        for number in range(len(papers))
    ]


def test_a_copy_of_every_letter_and_the_most_different_in_large_print_pass(tmp_path: Path) -> None:
    # A copy is the letter itself and a mark, so it is judged for both.
    papers = [copy_of(drawn(kind)) for kind in KINDS]
    papers += [drawn(kind, large_print=True) for kind in MOST_DIFFERENT]

    verdicts = verdicts_on(papers, tmp_path, "ua1,2a")

    assert [said for said in verdicts if said.count("compliant=true") != 2] == []


def test_what_was_forgotten_is_found_in_every_letter(tmp_path: Path) -> None:
    faults = planted()

    verdicts = verdicts_on([faulty(*fault) for fault in faults], tmp_path, "ua1")

    missed = [
        (kind, clause)
        for (kind, clause), said in zip(faults, verdicts, strict=True)
        if f"\n   {clause} " not in said
    ]
    assert missed == []


def faulty(kind: LetterKind, clause: str) -> bytes:
    return drawn(kind).replace(*FAULTS[clause])


@every_kind
def test_another_reader_finds_no_fault_and_every_font_in_the_file(
    kind: LetterKind, tmp_path: Path
) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(copy_of(drawn(kind)))

    verdict = asked("qpdf", "--check", "--warning-exit-0", str(file))
    _, _, *fonts = asked("pdffonts", str(file)).splitlines()

    assert "No syntax or stream encoding errors found" in verdict
    assert "WARNING" not in verdict
    assert fonts
    assert [font for font in fonts if font.split()[-5:-2] != ["yes", "yes", "yes"]] == []


def asked(program: str, *arguments: str) -> str:
    if shutil.which(program) is None:
        pytest.skip(f"the program {program} is not on this machine")
    run = subprocess.run([program, *arguments], capture_output=True, text=True, check=True)
    return f"{run.stdout}{run.stderr}"
