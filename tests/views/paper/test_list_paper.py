"""The covering list of a batch."""

from dataclasses import replace

from models.letters.covering_list import CoveredLetter
from tests.views.paper.paper_reading import page_texts, spoken
from tests.views.paper.sample_blocks import BATCH
from views.paper.list_paper import draw_covering_list


def test_every_letter_has_a_row_with_its_number_and_a_box_to_tick() -> None:
    cells = [text for tag, text in spoken(draw_covering_list(BATCH)) if tag == "TD"]

    assert cells[-12:-6] == [
        "2",
        "Prøve Ærøskøbing",
        "Kvittering for anmodning",
        "Udleveres",
        "1",
        "☐",
    ]
    assert "3, i alt 9 sider" in cells


def test_a_long_batch_goes_on_and_names_its_columns_again() -> None:
    texts = page_texts(draw_covering_list(replace(BATCH, letters=BATCH.letters * 40)))

    assert len(texts) > 2
    assert all("Modtager" in text for text in texts)
    assert f"Side {len(texts)} af {len(texts)}" in texts[-1]


def test_a_name_that_the_typeface_lacks_does_not_stop_the_list() -> None:
    odd = CoveredLetter("李 Prøve", "Kvittering", "Brev", 1)

    assert ("TD", "[?] Prøve") in spoken(draw_covering_list(replace(BATCH, letters=(odd,))))


def test_an_empty_batch_is_a_list_that_says_so() -> None:
    pdf = draw_covering_list(replace(BATCH, letters=()))

    assert ("TD", "0, i alt 0 sider") in spoken(pdf)


def test_the_same_batch_gives_the_same_bytes() -> None:
    assert draw_covering_list(BATCH) == draw_covering_list(BATCH)
