"""The judge of our papers has teeth: what we could forget is found."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typing_extensions import override

from tests.views.paper.sample_blocks import THREADED
from tests.views.paper.verapdf import verdict_on
from views.paper.envelope import EnvelopeWindow
from views.paper.letter_paper import draw_letter
from views.paper.look import ORDINARY, TextStyle
from views.paper.metadata import Description
from views.paper.structure import Element
from views.paper.tagged_canvas import Artifact, TaggedCanvas

STYLE: TextStyle = ORDINARY.body
DESCRIPTION = Description("Prøve", "Ingen", THREADED.day)


class CarelessCanvas(TaggedCanvas):
    """Forgets to say what is no part of the letter."""

    @override
    @contextmanager
    def artifact(self, kind: Artifact) -> Iterator[None]:
        yield


def drawn_on(canvas: TaggedCanvas) -> bytes:
    root = Element("Document")
    with canvas.marked(root.add("P")):
        canvas.write("Et brev.", STYLE, 100, 700)
    with canvas.artifact(Artifact.FOOTER):
        canvas.write("Side 1 af 1", STYLE, 100, 100)
    canvas.turn()
    return canvas.finished(root)


def forgotten(right: bytes, wrong: bytes) -> bytes:
    """Return a letter with *wrong* written over *right*, so that all places in it stay."""
    pdf = draw_letter(THREADED, EnvelopeWindow())
    assert len(right) == len(wrong)
    assert right in pdf
    return pdf.replace(right, wrong)


# By the clause of ISO 14289-1 that veraPDF names.
FAULTS = {
    "7.1-3": drawn_on(CarelessCanvas(DESCRIPTION, STYLE.face.name)),
    "7.3-1": forgotten(b"/Alt (", b"/Olt ("),
    "7.4.2-1": forgotten(b"/S /H2", b"/S /H3"),
    "7.2-34": forgotten(b"/Lang (", b"/Long ("),
    "7.5-1": forgotten(b"/Scope /Column", b"/Skope /Column"),
    "7.1-10": forgotten(b"/DisplayDocTitle true", b"/DisplayDucTitle true"),
}


def test_without_a_fault_the_same_papers_pass(tmp_path: Path) -> None:
    careful = drawn_on(TaggedCanvas(DESCRIPTION, STYLE.face.name))

    verdict = verdict_on([careful, draw_letter(THREADED, EnvelopeWindow())], tmp_path)

    assert "compliant=false" not in verdict


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> str:
    return verdict_on(list(FAULTS.values()), tmp_path_factory.mktemp("faults"))


@pytest.mark.parametrize("clause", FAULTS)
def test_what_was_forgotten_is_found(verdicts: str, clause: str) -> None:
    file = f"{list(FAULTS).index(clause)}.pdf [ua1"

    (found,) = (part for part in re.split(r"\n(?=\S)", verdicts) if file in part)

    assert "compliant=false" in found
    assert f"\n   {clause} " in found
