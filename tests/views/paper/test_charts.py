"""A chart: one line, on paper and on a screen, and in words."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from models.letters.chart import chart_in_words, in_order
from models.letters.letter import Chart
from tests.views.paper.paper_reading import spoken
from tests.views.paper.sample_blocks import CHART
from tests.views.paper.sample_letters import RECEIPT
from views.paper.chart_picture import chart_picture
from views.paper.charts import chart_svg
from views.paper.envelope import EnvelopeWindow
from views.paper.letter_paper import draw_letter
from views.paper.look import ORDINARY

NUMBERS = st.decimals(-500, 500, places=2)
CHARTS = st.builds(
    Chart,
    st.just("Tal"),
    st.lists(st.tuples(st.dates(), NUMBERS), min_size=2, max_size=30).map(tuple),
    NUMBERS,
    NUMBERS,
)


def test_the_line_is_told_in_words_to_those_who_do_not_see_it() -> None:
    pdf = draw_letter(replace(RECEIPT, blocks=(CHART,)), EnvelopeWindow())

    assert spoken(pdf)[-1] == ("Figure", chart_in_words(CHART))
    assert "1. marts 2027: 56." in chart_in_words(CHART)


def test_the_words_come_in_the_order_of_the_days() -> None:
    backwards = replace(CHART, points=CHART.points[::-1])

    assert chart_in_words(backwards) == chart_in_words(CHART)
    assert chart_svg(backwards, "#000", "#666") == chart_svg(CHART, "#000", "#666")


def test_the_figure_says_where_on_the_page_it_is() -> None:
    pdf = draw_letter(replace(RECEIPT, blocks=(CHART,)), EnvelopeWindow())

    (box,) = re.findall(rb"/BBox \[([0-9. ]+)\]", pdf)
    left, bottom, right, top = map(float, box.split())
    assert 62 < left < right < 560
    assert 60 < bottom < top < 790


def test_one_point_is_no_line() -> None:
    single = replace(CHART, points=CHART.points[:1])

    pdf = draw_letter(replace(RECEIPT, blocks=(single,)), EnvelopeWindow())

    assert CHART.title not in [text for _, text in spoken(pdf)]
    assert chart_svg(single, "#000", "#666") == b""


def test_on_a_screen_it_is_the_same_line_and_says_the_same() -> None:
    drawn = chart_svg(CHART, "#102030", "#666666").decode()

    picture = chart_picture(CHART, ORDINARY.label, 360)
    assert f"<title>{chart_in_words(CHART)}</title>" in drawn
    assert drawn.count("<circle") == len(CHART.points) == len(picture.dots)
    texts = re.findall("<text[^>]*>([^<]*)</text>", drawn)
    assert texts == [label.text for label in picture.labels]
    assert {"28", "56", "2.11.2026", "1.3.2027"} <= set(texts)


def test_what_is_written_in_a_title_is_no_markup() -> None:
    odd = replace(CHART, title="<script>&")

    drawn = chart_svg(odd, "#000", "#666").decode()

    assert "&lt;script&gt;&amp;" in drawn
    assert "<script>" not in drawn


@given(CHARTS)
def test_all_of_it_stays_inside_its_picture_and_no_words_touch(chart: Chart) -> None:
    picture = chart_picture(chart, ORDINARY.label, 360)

    points = [point for line in picture.lines for point in line.points] + list(picture.dots)
    assert all(-1 <= x <= 361 and 0 <= y <= picture.height for x, y in points)
    boxes = [
        (*label.at, label.at[0] + label.style.width(label.text)) for label in picture.labels[2:]
    ]
    for left, y, right in boxes:
        assert -1 <= left < right <= 361
        assert 0 < y <= picture.height
    days = sorted((left, right) for left, y, right in boxes if y > picture.height * 0.9)
    assert all(one[1] < other[0] for one, other in pairwise(days))


@given(CHARTS)
def test_the_last_number_is_always_there(chart: Chart) -> None:
    picture = chart_picture(chart, ORDINARY.label, 360)

    day, value = in_order(chart)[-1]
    texts = [label.text for label in picture.labels]
    assert str(value).replace(".", ",") in texts
    assert f"{day.day}.{day.month}.{day.year}" in texts or day == chart.points[0][0]


def test_measurements_of_one_day_stand_one_after_the_other() -> None:
    day = date(2026, 11, 2)
    same = replace(CHART, points=((day, Decimal(1)), (day, Decimal(5))))

    (x, _), (following, _) = chart_picture(same, ORDINARY.label, 360).dots

    assert following > x


def test_with_many_measurements_only_the_first_and_the_last_have_their_number() -> None:
    many = replace(CHART, points=tuple((date(2026, 11, day), Decimal(day)) for day in range(1, 29)))

    labels = chart_picture(many, ORDINARY.label, 360).labels

    assert sorted(label.text for label in labels if not label.quiet) == ["1", "28"]
