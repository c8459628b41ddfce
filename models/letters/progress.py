"""What has changed since the start, as small charts where there is something to show."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from models.course import Course
from models.letters.basis import Basis
from models.letters.letter import Chart

_LEAST = 2
_HIGHEST_WELL_BEING = Decimal(10)
_DAYS_ASKED_ABOUT = Decimal(30)


def charts(basis: Basis, until: date) -> tuple[Chart, ...]:
    """Return a chart of each number that was asked at least twice, up to the day *until*."""
    say, course = basis.speech.say, basis.course
    drawn = (
        Chart(
            say("chart.well_being"),
            tuple(_well_being(course, until)),
            Decimal(0),
            _HIGHEST_WELL_BEING,
        ),
        Chart(say("chart.days"), tuple(_days(course, until)), Decimal(0), _DAYS_ASKED_ABOUT),
    )
    return tuple(chart for chart in drawn if len(chart.points) >= _LEAST)


def _well_being(course: Course, until: date) -> Iterator[tuple[date, Decimal]]:
    for talk in course.follow_ups:
        if talk.day and talk.day <= until and talk.well_being is not None:
            yield talk.day, Decimal(talk.well_being)


def _days(course: Course, until: date) -> Iterator[tuple[date, Decimal]]:
    """Yield the days with use of the last 30; the assessment's only where it names one drug."""
    assessment = course.assessment
    counted = [drug.days for drug in assessment.drugs.substances if drug.days is not None]
    if assessment.day and assessment.day <= until and len(counted) == 1:
        yield assessment.day, Decimal(counted[0])
    for talk in course.follow_ups:
        if talk.day and talk.day <= until and talk.days_with_use is not None:
            yield talk.day, Decimal(talk.days_with_use)
