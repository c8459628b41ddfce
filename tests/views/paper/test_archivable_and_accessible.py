"""The letters before an independent judge: veraPDF, when the machine has it."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from models.letters.letter import Facts, Heading, Paragraph, Receiver, Table
from tests.views.paper.sample_letters import DECISION, LETTERS, RECEIPT, SENDER
from views.paper.envelope import EnvelopeWindow
from views.paper.letter_paper import draw_letter, draw_window_test_page

VERAPDF = Path(__file__).parents[3] / "../shared/tools/verapdf/verapdf"
COULD_NOT_RUN = 2
ODD = replace(
    RECEIPT,
    title="Sære <tegn> & \u00a0 hop → ☑",
    receiver=Receiver(()),
    reference=(),
    blocks=(
        Heading("Et hop", 5),
        Facts((("", "uden mærkat"), ("uden svar", ""))),
        Table(("Kun", "hoved"), ()),
        Table(tuple("abcdefghijklmnop"), (("x",) * 16,)),
        Paragraph("lang " * 2_000),
    ),
)


def test_every_letter_is_pdf_ua_1_and_pdf_a_2a(tmp_path: Path) -> None:
    if not VERAPDF.exists():
        pytest.skip("veraPDF is not beside this project")
    window = EnvelopeWindow()
    papers = [
        draw_letter(letter, window, large_print=large)
        for letter in (*LETTERS, ODD)
        for large in (False, True)
    ]
    papers.append(draw_window_test_page(SENDER, window, DECISION.day))
    files = [tmp_path / f"{number}.pdf" for number in range(len(papers))]
    for file, paper in zip(files, papers, strict=True):
        file.write_bytes(paper)

    verdict = subprocess.run(
        [VERAPDF, "ua1,2a", *files], capture_output=True, text=True, check=False
    )

    if verdict.returncode == COULD_NOT_RUN:
        pytest.skip(f"veraPDF could not run here: {verdict.stderr.strip()}")
    assert verdict.returncode == 0, verdict.stdout
    assert verdict.stdout.count("compliant=true") == 2 * len(papers)
