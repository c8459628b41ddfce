"""The scores of the instruments: from the real form and its expressions to what they mean."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from forms.calculation import with_calculated, with_typed
from forms.questionnaire import Questionnaire
from forms.reader import read_questionnaire
from models.answers import Answers, Coding, Place, Value
from models.cpr import Sex
from models.instruments import UnknownScaleError, read_instruments
from models.law_tables import Confidence

INSTRUMENTS = read_instruments(resources.text("instruments.toml"))
WHO_5 = ("cheerful", "calm", "active", "rested", "interested")
CAUTIOUS = "ikke set efter i kilden"


@cache
def form(name: str) -> Questionnaire:
    return read_questionnaire(resources.text(f"questionnaires/instruments/{name}.json"))


def answers(values: Mapping[str, Value]) -> Answers:
    """Return answers by link id; a text is the code of the option chosen."""
    made = Answers()
    for link_id, value in values.items():
        chosen = Coding(value, value) if isinstance(value, str) else value
        made = made.with_answer(Place(link_id), chosen)
    return made


def scored(name: str, values: Mapping[str, Value]) -> Answers:
    """Return the answers with which the real form *name* has answered itself."""
    return with_calculated(form(name), answers({f"{name}.{key}": v for key, v in values.items()}))


def points(*given_points: int) -> dict[str, Value]:
    return {f"q{number}": str(point) for number, point in enumerate(given_points, 1)}


def who_5(*given_points: int) -> dict[str, Value]:
    return {word: str(point) for word, point in zip(WHO_5, given_points, strict=False)}


def label(scale_id: str, score: int | Decimal, sex: Sex | None = None) -> str:
    band = INSTRUMENTS.band_of(scale_id, score, sex)
    return band.label if band else ""


@pytest.mark.parametrize(
    ("given_points", "score", "band"),
    [
        ((3, 2, 2, 3, 1), 44, "Nedsat trivsel"),
        ((1, 1, 2, 2, 2), 32, "Lav trivsel"),
        ((5, 5, 5, 5, 5), 100, "God trivsel"),
        ((3, 3, 3, 2, 2), 52, "God trivsel"),
        ((3, 3, 2, 2, 2), 48, "Nedsat trivsel"),
        ((0, 0, 0, 0, 0), 0, "Lav trivsel"),
    ],
)
def test_who_5_is_four_times_the_sum(given_points: tuple[int, ...], score: int, band: str) -> None:
    found = scored("who_5", who_5(*given_points)).number("who_5.score")

    assert found == score
    assert label("who_5.score", score) == band


def test_the_population_mean_of_who_5_is_told_beside_it() -> None:
    assert "68" in INSTRUMENTS.scale("who_5.score").words


@pytest.mark.parametrize(("name", "values"), [("who_5", who_5(3, 3, 3, 3)), ("audit", points(1))])
def test_a_score_waits_for_the_last_answer(name: str, values: Mapping[str, Value]) -> None:
    assert scored(name, values).number(f"{name}.score") is None


def test_a_score_known_from_paper_can_be_typed() -> None:
    typed = with_typed(form("audit"), Answers(), Place("audit.score"), 17)

    assert with_calculated(form("audit"), typed).number("audit.score") == 17


@given(st.lists(st.integers(0, 5), min_size=5, max_size=5))
def test_who_5_always_lies_on_its_scale_and_in_a_band(given_points: list[int]) -> None:
    score = scored("who_5", who_5(*given_points)).number("who_5.score")

    assert score == 4 * sum(given_points)
    assert INSTRUMENTS.band_of("who_5.score", score)


def test_audit_at_its_highest_is_40_in_zone_iv() -> None:
    filled = scored("audit", points(*[4] * 10))

    assert filled.number("audit.score") == 40
    assert filled.number("audit.consumption") == 12
    assert label("audit.score", 40) == "Zone IV"


@pytest.mark.parametrize(
    ("score", "zone"),
    [(7, "Zone I"), (8, "Zone II"), (15, "Zone II"), (16, "Zone III"), (19, "Zone III")],
)
def test_audit_has_four_zones(score: int, zone: str) -> None:
    assert label("audit.score", score) == zone


@pytest.mark.parametrize(
    ("score", "sex", "starts"),
    [
        (7, Sex.MAN, []),
        (14, Sex.MAN, [8]),
        (15, Sex.MAN, [8, 15]),
        (13, Sex.WOMAN, [8, 13]),
        (14, None, [8]),
        (40, None, [8, 15]),
        (41, Sex.MAN, []),
    ],
)
def test_audit_marks_likely_dependence_at_a_limit_of_each_sex(
    score: int, sex: Sex | None, starts: list[int]
) -> None:
    reached = INSTRUMENTS.marks_of("audit.score", score, sex)

    assert [mark.start for mark in reached] == starts


@pytest.mark.parametrize(("sex", "limit"), [(Sex.MAN, 4), (Sex.WOMAN, 3)])
def test_audit_c_has_a_limit_of_each_sex(sex: Sex, limit: int) -> None:
    assert label("audit.consumption", limit - 1, sex) == "Under grænsen"
    assert label("audit.consumption", limit, sex) == "På grænsen"
    assert label("audit.consumption", limit + 1, sex) == "Over grænsen"


def test_dudit_at_its_highest_is_44_and_heavy_dependence() -> None:
    assert scored("dudit", points(*[4] * 11)).number("dudit.score") == 44
    assert label("dudit.score", 44) == "Svær afhængighed"
    assert label("dudit.score", 25) == "Svær afhængighed"


@pytest.mark.parametrize(
    ("score", "sex", "band"),
    [
        (2, Sex.WOMAN, "Problemer med stoffer"),
        (1, Sex.WOMAN, "Under grænsen"),
        (5, Sex.MAN, "Under grænsen"),
        (6, Sex.MAN, "Problemer med stoffer"),
        (1, None, "Under grænsen"),
        (5, None, ""),
        (6, None, "Problemer med stoffer"),
    ],
)
def test_dudit_has_a_limit_of_each_sex_and_does_not_guess(
    score: int, sex: Sex | None, band: str
) -> None:
    assert label("dudit.score", score, sex) == band


@pytest.mark.parametrize(
    ("scale_id", "scores"),
    [
        ("audit.score", {13, 14}),
        ("audit.consumption", {3, 4}),
        ("dudit.score", {2, 3, 4, 5}),
        ("who_5.score", set()),
    ],
)
def test_the_sex_matters_only_between_the_two_limits(scale_id: str, scores: set[int]) -> None:
    differing = {score for score in range(101) if INSTRUMENTS.differs_by_sex(scale_id, score)}

    assert differing == scores


def test_ors_has_the_limit_of_adults_alone() -> None:
    ors = INSTRUMENTS.scale("ors.score")

    assert [band.start for band in ors.bands] == [0, 25]
    assert ors.change
    assert ors.change.cut_off == 25


def test_no_scale_that_was_not_asked_for_is_left() -> None:
    kept = INSTRUMENTS.only(["who_5.score"])

    assert set(kept.scales) == {"who_5.score"}


def test_ors_from_21_5_to_27_is_reliable_and_clinically_significant() -> None:
    first = {"individually": 6.1, "interpersonally": 5.0, "socially": 4.9, "overall": 5.5}
    before = scored("ors", {key: Decimal(str(cm)) for key, cm in first.items()}).number("ors.score")

    assert before == Decimal("21.5")
    change = INSTRUMENTS.change_between("ors.score", before, Decimal("27.0"))
    assert change
    assert change.points == Decimal("5.5")
    assert change.is_improvement
    assert change.is_clinically_significant
    assert change.words == (
        "Fremgang på 5,5 point. Det er mere, end målingens usikkerhed kan forklare. "
        "Grænsen på 25 er krydset."
    )


@pytest.mark.parametrize(
    ("before", "after", "reliable", "significant"),
    [(24, 28, False, False), (26, 31, True, False), (27, 20, True, True), (20, 20, False, False)],
)
def test_ors_needs_five_points_and_the_cut_off(
    *, before: int, after: int, reliable: bool, significant: bool
) -> None:
    change = INSTRUMENTS.change_between("ors.score", before, after)

    assert change
    assert (change.is_reliable, change.is_clinically_significant) == (reliable, significant)


def test_who_5_needs_ten_points_and_says_that_the_rule_is_only_likely() -> None:
    small = INSTRUMENTS.change_between("who_5.score", 44, 52)
    great = INSTRUMENTS.change_between("who_5.score", 52, 40)

    assert small
    assert not small.is_reliable
    assert great
    assert great.is_reliable
    assert great.words.startswith("Tilbagegang på 12 point.")
    assert CAUTIOUS in great.words


def test_a_score_that_stands_still_is_unchanged() -> None:
    change = INSTRUMENTS.change_between("ors.score", 30, 30)

    assert change
    assert change.words == "Uændret."
    assert not change.is_improvement


def test_srs_below_36_or_with_a_line_below_9_is_talked_about() -> None:
    lines = {"relationship": "9.0", "goals": "8.9", "approach": "9.0", "overall": "9.0"}
    total = scored("srs", {key: Decimal(cm) for key, cm in lines.items()}).number("srs.score")

    assert total == Decimal("35.9")
    assert label("srs.score", total) == "Tal om det"
    assert label("srs.goals", Decimal("8.9")) == "Tal om det"
    assert label("srs.overall", Decimal("9.0")) == "Godt"


def test_dass_21_doubles_three_sums() -> None:
    depression = {f"q{number}": "3" for number in (3, 5, 10, 13, 16, 17, 21)}
    anxiety = {f"q{number}": "1" for number in (2, 4, 7, 9, 15, 19, 20)}
    stress = {f"q{number}": "0" for number in (1, 6, 8, 11, 12, 14, 18)}

    filled = scored("dass_21", {**depression, **anxiety, **stress})

    found = [filled.number(f"dass_21.{word}") for word in ("depression", "anxiety", "stress")]
    assert found == [42, 14, 0]
    assert label("dass_21.depression", 42) == "Meget svær"
    assert label("dass_21.anxiety", 14) == "Moderat"
    assert label("dass_21.stress", 0) == "Normal"


def test_k10_goes_from_10_to_50() -> None:
    assert scored("k10", points(*[1] * 10)).number("k10.score") == 10
    assert scored("k10", points(*[5] * 10)).number("k10.score") == 50
    assert [label("k10.score", s) for s in (9, 15, 16, 22, 30)] == [
        "",
        "Lav",
        "Moderat",
        "Høj",
        "Meget høj",
    ]


@pytest.mark.parametrize(("name", "count"), [("sapas", 8), ("dast_10", 10)])
def test_the_third_yes_or_no_counts_the_other_way(name: str, count: int) -> None:
    said = {f"q{number}": "yes" for number in range(1, count + 1)}

    assert scored(name, said).number(f"{name}.score") == count - 1
    assert scored(name, {**said, "q3": "no"}).number(f"{name}.score") == count


def test_mate_adds_its_three_moods() -> None:
    filled = scored("mate", {"sq2_1": 20, "sq2_2": 20, "sq2_3": 20})

    assert filled.number("mate.sq2_4") == 60
    assert [mark.start for mark in INSTRUMENTS.marks_of("mate.sq2_4", 60)] == [60]
    assert INSTRUMENTS.marks_of("mate.s4_3", 7) == ()


def test_asi_medical_is_as_worked_by_hand() -> None:
    filled = scored("asi", {"m6": 15, "m7": "2", "m8": "3"})

    assert filled.number("asi.medical.score") == Decimal("0.5833")


def test_asi_drugs_is_as_worked_by_hand() -> None:
    none = dict.fromkeys(("d3", "d4", "d5", "d6", "d7", "d9", "d11"), 0)
    filled = scored(
        "asi", {**none, "d8": 10, "d10": 20, "d13": 8, "d27": 25, "d29": "3", "d31": "4"}
    )

    assert filled.number("asi.drugs.score") == Decimal("0.2962")


def test_asi_psychiatric_is_as_worked_by_hand() -> None:
    symptoms = {f"p{number}": number < 8 for number in range(4, 12)}
    filled = scored("asi", {**symptoms, "p12": 20, "p13": "2", "p14": "3"})

    assert filled.number("asi.psychiatric.score") == Decimal("0.5379")


def test_asi_alcohol_is_as_worked_by_hand() -> None:
    drunk: dict[str, Value] = {
        "d1": 20,
        "d2": 10,
        "d26": 15,
        "d28": "3",
        "d30": "4",
        "d23": Decimal(500),
    }

    filled = scored("asi", drunk)

    assert filled.number("asi.alcohol.score") == Decimal("0.6829")


def test_asi_family_divides_by_the_relations_that_were_answered() -> None:
    talked: dict[str, Value] = {
        "f4": "indifferent",
        "f30": 15,
        "f32": "2",
        "f34": "2",
        "f18": True,
        "f19": False,
    }

    filled = scored("asi", talked)

    assert filled.number("asi.family.score") == Decimal("0.5000")


def test_asi_at_its_worst_is_1_and_without_problems_0() -> None:
    worst: dict[str, Value] = {"f4": "dissatisfied"}
    worst |= {f"f{number}": True for number in range(18, 27)}
    worst |= {**dict.fromkeys(("f32", "f34", "m7", "m8"), "4"), "f30": 30, "m6": 30}
    well: dict[str, Value] = {"m6": 0, "m7": "0", "m8": "0"}

    assert scored("asi", worst).number("asi.family.score") == 1
    assert scored("asi", worst).number("asi.medical.score") == 1
    assert scored("asi", well).number("asi.medical.score") == 0


def test_asi_counts_no_money_as_nothing() -> None:
    poor: dict[str, Value] = {"e4": True, "e5": False, "e11": 0, "e12": Decimal(0)}
    honest: dict[str, Value] = {"l24": False, "l27": 0, "l28": "0", "l29": "0", "e17": Decimal(0)}

    filled = scored("asi", {**poor, **honest})

    assert filled.number("asi.employment.score") == Decimal("0.75")
    assert filled.number("asi.legal.score") == 0


def test_asi_employment_is_0_however_much_is_earned() -> None:
    well_paid: dict[str, Value] = {"e4": True, "e5": True, "e11": 30, "e12": Decimal(20_000)}
    less: dict[str, Value] = {**well_paid, "e12": Decimal(8_000)}

    assert scored("asi", well_paid).number("asi.employment.score") == 0
    assert scored("asi", less).number("asi.employment.score") == Decimal("0.0004")


def test_asi_never_gives_more_than_1_however_much_money() -> None:
    spent: dict[str, Value] = {**dict.fromkeys(("d1", "d2", "d26"), 30), "d28": "4", "d30": "4"}

    filled = scored("asi", {**spent, "d23": Decimal(20_000)})

    assert filled.number("asi.alcohol.score") == 1


def test_asi_gives_no_score_before_all_of_it_is_answered() -> None:
    filled = scored("asi", {"e4": True, "e5": False, "e11": 0})

    assert filled.number("asi.employment.score") is None


def test_a_limit_says_in_words_when_it_is_not_sure() -> None:
    limits = [
        limit for scale in INSTRUMENTS.scales.values() for limit in (*scale.bands, *scale.marks)
    ]

    assert all((CAUTIOUS in x.words) is (x.confidence is Confidence.LIKELY) for x in limits)
    assert {limit.confidence for limit in limits} == {Confidence.SURE, Confidence.LIKELY}


def test_a_scale_says_in_words_when_it_is_not_sure() -> None:
    assert CAUTIOUS in INSTRUMENTS.scale("asi.alcohol.score").words
    assert "ikke bekræftet" in INSTRUMENTS.scale("europasi.social.score").words
    assert CAUTIOUS not in INSTRUMENTS.scale("audit.score").words


def test_a_scale_without_a_rule_of_change_has_none() -> None:
    assert INSTRUMENTS.change_between("audit.score", 10, 20) is None


def test_a_scale_that_is_not_there_is_our_fault() -> None:
    with pytest.raises(UnknownScaleError):
        INSTRUMENTS.band_of("who_6.score", 3)
