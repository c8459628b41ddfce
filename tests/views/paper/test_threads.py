"""The red thread of a plan: from finding to goal to deed to sign, for eyes and for ears."""

from dataclasses import replace

from models.letters.letter import RedThread, Thread
from tests.views.paper.paper_reading import ink_bounds, page_texts, source, spoken
from tests.views.paper.sample_blocks import RED_THREAD, THREADED, THREADS
from tests.views.paper.sample_letters import RECEIPT
from views.paper.envelope import EnvelopeWindow
from views.paper.letter_paper import draw_letter

WINDOW = EnvelopeWindow()


def heard(block: RedThread, *, large_print: bool = False) -> list[tuple[str, str]]:
    letter = replace(RECEIPT, title="Plan", blocks=(block,))
    everything = spoken(draw_letter(letter, WINDOW, large_print=large_print))
    return everything[everything.index(("H1", "Plan")) + 1 :]


def test_a_plan_is_heard_in_the_order_of_its_threads() -> None:
    texts = [text for _, text in spoken(draw_letter(THREADED, WINDOW))]

    assert [text for text in texts if text] == [text for text in source(THREADED) if text]


def test_the_goal_is_the_citizens_words_and_names_its_row() -> None:
    block = replace(RED_THREAD, threads=THREADS[1:2])

    cells = heard(block)

    assert [tag for tag, _ in cells] == ["TH"] * 4 + ["TD", "TH", "TD", "TD"]
    assert cells[5] == ("TH", "»Jeg vil turde åbne min post«")


def test_words_that_are_quoted_already_are_not_quoted_again() -> None:
    thread = replace(THREADS[1], goal="“Fred”")

    assert ("TH", "“Fred”") in heard(replace(RED_THREAD, threads=(thread,)))


def test_a_part_that_nobody_has_said_has_no_column() -> None:
    threads = tuple(replace(thread, sign="", finding="") for thread in THREADS)

    heads = [text for tag, text in heard(replace(RED_THREAD, threads=threads)) if tag == "TH"]

    assert heads[:3] == [
        "Det vil du",
        "Det gør vi, og hvor tit",
        "»Jeg vil kunne sove uden at ryge først«",
    ]
    assert "Sådan ser vi, at det virker" not in heads


def test_threads_without_a_word_leave_no_trace() -> None:
    assert heard(RedThread(RED_THREAD.columns, (Thread("", " ", ("",), "\n"),) * 3)) == []
    assert heard(RedThread(RED_THREAD.columns, ())) == []


def test_in_large_print_each_thread_is_a_table_of_its_own() -> None:
    cells = heard(RED_THREAD, large_print=True)

    assert cells[0] == ("TH", "Det fandt vi ud af")
    assert [text for tag, text in cells if tag == "TH"].count("Det vil du") == len(THREADS)
    assert (
        "TD",
        (
            "• Samtale med Maja hver tirsdag kl. 10 • Gruppe om søvn hver torsdag i ti uger "
            "• Mikkel skriver søvn ned hver morgen"
        ),
    ) in cells


def test_many_threads_fill_pages_that_each_name_the_parts() -> None:
    letter = replace(RECEIPT, blocks=(replace(RED_THREAD, threads=THREADS * 12),))

    pdf = draw_letter(letter, WINDOW)

    texts = page_texts(pdf)
    assert len(texts) > 3
    assert all("Det fandt vi ud af" in text for text in texts)
    for page in range(len(texts)):
        assert all(right <= 193.5 for _, _, right, _ in ink_bounds(pdf, page))
