from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.help_guide import shipped_guide, shipped_pictures
from models.help.page import plain
from tests.views.paper.verapdf import verdict_on
from views.paper.guide_paper import draw_guide
from views.paper.typefaces import REGULAR

DAY = date(2026, 11, 2)


@pytest.fixture(scope="module")
def paper() -> bytes:
    return draw_guide(shipped_guide(), shipped_pictures(), DAY)


def test_the_same_guide_gives_the_same_bytes(paper: bytes) -> None:
    assert draw_guide(shipped_guide(), shipped_pictures(), DAY) == paper


def test_every_page_of_the_guide_begins_a_sheet_and_has_a_bookmark(paper: bytes) -> None:
    reader = PdfReader(BytesIO(paper))
    words = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)

    marks = str(reader.outline)
    for page in shipped_guide().pages.values():
        assert page.title in words
        assert page.title in marks


def test_every_picture_is_there_with_what_it_shows(paper: bytes) -> None:
    reader = PdfReader(BytesIO(paper))
    pictures = {image.name for page in reader.pages for image in page.images}
    said = str([reader.get_object(n) for n in range(1, len(reader.xref[0]) + 1)])

    assert len(pictures) == len(shipped_pictures())
    for picture in shipped_guide().pictures():
        assert picture.alternative[:30] in said


def test_every_character_of_the_guide_is_in_the_typeface() -> None:
    texts = [plain(text) for page in shipped_guide().pages.values() for text in page.texts()]

    assert {one for text in texts for one in text if not REGULAR.shows(one)} == set()


def test_the_guide_is_pdf_ua_1_and_pdf_a_2a(paper: bytes, tmp_path: Path) -> None:
    verdict = verdict_on([paper], tmp_path)

    assert "compliant=false" not in verdict, verdict
    assert verdict.count("compliant=true") == 2
