"""The letters and forms before an independent judge: veraPDF, when the machine has it."""

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from models.letters.letter import Facts, Heading, Paragraph, Receiver, Table
from tests.views.paper.sample_blocks import BATCH, CARD, CARD_WITH_LETTER, THREADED, picture_file
from tests.views.paper.sample_forms import DRAFT, SIGNED, every_shipped_form
from tests.views.paper.sample_letters import DECISION, LETTERS, RECEIPT, SENDER
from tests.views.paper.verapdf import verdict_on
from views.paper.copies import copy_of
from views.paper.envelope import EnvelopeWindow
from views.paper.form_paper import draw_form
from views.paper.letter_paper import draw_letter, draw_window_test_page
from views.paper.list_paper import draw_covering_list
from views.paper.logo import read_logo

EMPTY_BATCH = replace(BATCH, letters=(), person="", office="")
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
    logo = read_logo(picture_file())
    papers = [
        draw_letter(letter, window, large_print=large, logo=logo)
        for letter in (*LETTERS, ODD, THREADED, CARD, CARD_WITH_LETTER)
        for large in (False, True)
    ]
    papers += list(map(copy_of, papers))

    judge([*papers, draw_window_test_page(SENDER, window, DECISION.day)], tmp_path)


def test_the_covering_list_of_a_batch_is_pdf_ua_1_and_pdf_a_2a(tmp_path: Path) -> None:
    judge([draw_covering_list(BATCH), draw_covering_list(EMPTY_BATCH)], tmp_path)


@pytest.mark.parametrize("paper", ["letter", "card", "copy", "list", "form"])
def test_another_reader_finds_no_fault_in_the_file(paper: str, tmp_path: Path) -> None:
    file = written(paper, tmp_path)

    verdict = asked("qpdf", "--check", "--warning-exit-0", str(file))

    assert "No syntax or stream encoding errors found" in verdict
    assert "WARNING" not in verdict


@pytest.mark.parametrize("paper", ["letter", "card", "copy", "list", "form"])
def test_another_reader_finds_every_font_embedded(paper: str, tmp_path: Path) -> None:
    file = written(paper, tmp_path)

    _, _, *fonts = asked("pdffonts", str(file)).splitlines()

    assert fonts
    for font in fonts:
        # Name, type, encoding; then embedded, a subset, and readable as text.
        assert "NotoSans-" in font
        assert font.split()[-5:-2] == ["yes", "yes", "yes"]


def written(paper: str, folder: Path) -> Path:
    window = EnvelopeWindow()
    drawn = {
        "letter": draw_letter(THREADED, window, logo=read_logo(picture_file())),
        "card": draw_letter(CARD, window),
        "copy": copy_of(draw_letter(DECISION, window)),
        "list": draw_covering_list(BATCH),
        "form": draw_form(SIGNED),
    }
    file = folder / "paper.pdf"
    file.write_bytes(drawn[paper])
    return file


def asked(program: str, *arguments: str) -> str:
    if shutil.which(program) is None:
        pytest.skip(f"the program {program} is not on this machine")
    run = subprocess.run([program, *arguments], capture_output=True, text=True, check=True)
    return f"{run.stdout}{run.stderr}"


def test_every_form_is_pdf_ua_1_and_pdf_a_2a(tmp_path: Path) -> None:
    forms = [SIGNED, DRAFT, replace(SIGNED, blocks=SIGNED.blocks * 9, title="Sære <tegn> & ☑")]
    forms += [on_paper for _, on_paper in every_shipped_form()]
    papers = [draw_form(form) for form in forms]

    judge([*papers, draw_form(SIGNED, large_print=True)], tmp_path)


def judge(papers: Sequence[bytes], folder: Path) -> None:
    """Fail unless veraPDF finds every one of *papers* as it should be."""
    verdict = verdict_on(papers, folder)

    assert "compliant=false" not in verdict, verdict
    assert verdict.count("compliant=true") == 2 * len(papers)
