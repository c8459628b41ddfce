"""The letters and forms before an independent judge: veraPDF, when the machine has it."""

import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from models.letters.letter import Facts, Heading, Paragraph, Receiver, Table
from tests.views.paper.sample_forms import DRAFT, SIGNED, every_shipped_form
from tests.views.paper.sample_letters import DECISION, LETTERS, RECEIPT, SENDER
from views.paper.envelope import EnvelopeWindow
from views.paper.form_paper import draw_form
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
    window = EnvelopeWindow()
    papers = [
        draw_letter(letter, window, large_print=large)
        for letter in (*LETTERS, ODD)
        for large in (False, True)
    ]

    judge([*papers, draw_window_test_page(SENDER, window, DECISION.day)], tmp_path)


def test_every_form_is_pdf_ua_1_and_pdf_a_2a(tmp_path: Path) -> None:
    forms = [SIGNED, DRAFT, replace(SIGNED, blocks=SIGNED.blocks * 9, title="Sære <tegn> & ☑")]
    forms += [on_paper for _, on_paper in every_shipped_form()]
    papers = [draw_form(form) for form in forms]

    judge([*papers, draw_form(SIGNED, large_print=True)], tmp_path)


def judge(papers: Sequence[bytes], folder: Path) -> None:
    """Fail unless veraPDF finds every one of *papers* as it should be."""
    if not VERAPDF.exists():
        pytest.skip("veraPDF is not beside this project")
    files = [folder / f"{number}.pdf" for number in range(len(papers))]
    for file, paper in zip(files, papers, strict=True):
        file.write_bytes(paper)
    verdict = subprocess.run(
        [VERAPDF, "ua1,2a", *files], capture_output=True, text=True, check=False
    )
    if verdict.returncode == COULD_NOT_RUN:
        pytest.skip(f"veraPDF could not run here: {verdict.stderr.strip()}")
    assert verdict.returncode == 0, verdict.stdout
    assert verdict.stdout.count("compliant=true") == 2 * len(papers)
