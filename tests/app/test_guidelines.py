"""The rules as the room shows them: found by their words, and said with all one must know."""

from dataclasses import replace
from datetime import date

import pytest

from app.guidelines_index import found_in, index_of, sources_of
from app.guidelines_shown import RulesAtHand
from app.own_rules import OwnRules
from app.rule_keys import instruction_key, length_key, provision_key, read_key
from app.supplies import Supplies, supplies
from app.supports import shipped_supports
from models.law_tables import Authorship, Confidence
from models.own_rules import OwnRule, RuleKind
from tests.builders import TODAY
from views.screen.guidelines_detail import RuleShown
from views.screen.guidelines_search import Sought
from views.screen.strength import Strength

RULE = OwnRule(
    id="1",
    kind=RuleKind.INSTRUCTION,
    about="2020/2.3.12",
    strength="skal",
    reference="",
    title="Naloxon til flere",
    text="Tilbyd også pårørende et kursus.",
    amount=None,
    unit="",
    valid_from=date(2026, 1, 1),
    valid_until=None,
    source="Personalemøde",
    confidence=Confidence.SURE,
    note="",
    author=Authorship("Ida Øvesen", date(2026, 1, 5)),
)


def with_rules(*rules: OwnRule) -> Supplies:
    at_hand = supplies()
    own = OwnRules(at_hand.shipped_book.law, at_hand.guideline)
    own.become(rules)
    return replace(at_hand, own_rules=own)


def keys(sought: Sought, at_hand: Supplies | None = None) -> list[str]:
    index = index_of(at_hand or supplies(), TODAY)
    return [line.key for group in found_in(index, sought) for line in group.lines]


def shown(key: str, at_hand: Supplies | None = None) -> RuleShown:
    found = RulesAtHand(at_hand or supplies(), shipped_supports(), TODAY).shown(read_key(key))
    assert found
    return found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("naloxon", instruction_key("2020/2.3.12")),
        ("3.5.10", instruction_key("2020/3.5.10")),
        ("boern i hjemmet", instruction_key("2020/3.5.10")),
        ("§ 133", provision_key("bl-133")),
        ("barnets lov underrette", provision_key("bl-133")),
        ("klagefrist", length_key("appeal")),
        ("emcdda", provision_key("navn-emcdda")),
        ("statsforvaltningen", provision_key("navn-statsforvaltningen")),
    ],
)
def test_a_rule_is_found_by_its_words_its_number_or_its_law(typed: str, found: str) -> None:
    assert found in keys(Sought(typed))


def test_underretning_finds_the_duty_to_report_however_it_is_put() -> None:
    found = keys(Sought("underretning"))

    of_law = [provision_key("bl-133"), provision_key("bl-135")]
    in_text = instruction_key("2020/3.5.10")
    repealed = provision_key("sel-153")
    assert {*of_law, in_text, repealed} <= {*found}
    assert max(found.index(key) for key in of_law) < found.index(repealed)
    assert max(found.index(key) for key in of_law) < found.index(in_text)


@pytest.mark.parametrize("typed", ["underrette", "underretter", "underretningen"])
def test_another_form_of_the_word_finds_the_same_duty(typed: str) -> None:
    duties = {provision_key("bl-133"), provision_key("bl-135"), instruction_key("2020/3.5.10")}

    assert duties <= set(keys(Sought(typed)))


def test_gavekort_finds_the_rules_about_it_and_not_all_of_a_source_named_after_it() -> None:
    found = keys(Sought("gavekort"))

    assert found[:2] == [instruction_key("2020/3.10.2"), provision_key("sel-101-9")]
    assert provision_key("bek1477-2") in found
    assert provision_key("bek1477-1") not in found


@pytest.mark.parametrize("typed", ["underretning", "gavekort", "lægesamtale", "klage"])
def test_what_holds_comes_first_and_titles_before_other_words(typed: str) -> None:
    index = index_of(supplies(), TODAY)
    over = {rule.line.key for rule in index if rule.is_over}
    stem = {"underretning": "underret"}.get(typed, typed)

    lines = [line for group in found_in(index, Sought(typed)) for line in group.lines]

    ranks = [(line.key in over, stem not in line.title.casefold()) for line in lines]
    assert ranks == sorted(ranks)
    assert ranks[0] == (False, False)


@pytest.mark.parametrize(
    ("typed", "found"),
    [("lægesamtale", provision_key("sul-142-1")), ("klage", provision_key("sel-166"))],
)
def test_what_is_named_by_the_word_is_found(typed: str, found: str) -> None:
    assert found in keys(Sought(typed))


def test_every_rule_is_in_the_list_once() -> None:
    everything = keys(Sought())

    assert len(everything) == len(set(everything))
    assert {key.partition(":")[0] for key in everything} == set(RuleKind)


@pytest.mark.parametrize("strength", Strength)
def test_a_strength_finds_only_what_is_as_binding(strength: Strength) -> None:
    index = index_of(supplies(), TODAY)

    groups = found_in(index, Sought(strength=strength))

    assert groups
    assert {line.strength for group in groups for line in group.lines} == {strength}


def test_every_source_finds_something_and_together_they_find_all() -> None:
    sources = sources_of(index_of(supplies(), TODAY))

    by_source = [key for source in sources for key in keys(Sought(source=source))]

    assert {"Retningslinjen 2020", "Retningslinjen 2016", "Serviceloven", "Frister"} <= {*sources}
    assert sorted(by_source) == sorted(keys(Sought()))


def test_what_is_not_confirmed_is_exactly_what_is_not_sure() -> None:
    law = supplies().law
    unsure = {
        provision_key(row.id)
        for row in law.provisions
        if row.confidence is not Confidence.SURE and row.valid_until is None
    }

    found = set(keys(Sought(only_unverified=True)))

    assert {
        provision_key("sel-101-4"),
        provision_key("vej9533"),
        length_key("plan_review"),
    } <= found
    assert {key for key in found if key in unsure} == unsure & found
    assert instruction_key("2020/3.5.1") not in found
    assert provision_key("bl-133") not in found


def test_an_unverified_rule_says_so_and_what_is_to_be_checked() -> None:
    rule = shown(provision_key("vej9533"))

    assert "Ikke bekræftet. Se efter i loven, før du bygger på det." in rule.remarks
    assert any("posten skiftede hænder" in remark for remark in rule.remarks)


def test_a_duty_that_has_ended_says_when_and_what_came_instead() -> None:
    rule = shown(provision_key("sel-153"))

    assert ("Gælder", "fra 1. januar 2020 til 31. december 2023") in rule.facts
    instead = next(group for group in rule.groups if group.heading == "Står nu her")
    assert [link.text for link in instead.links] == ["barnets lov § 133"]


def test_what_came_in_the_place_of_a_duty_names_it() -> None:
    rule = shown(provision_key("bl-133"))

    before = next(group for group in rule.groups if group.heading == "Kom i stedet for")
    assert [link.text for link in before.links] == ["serviceloven § 153"]


def test_the_instruction_about_reporting_says_that_it_is_no_duty_any_more() -> None:
    rule = shown(instruction_key("2020/3.11.1"))

    assert "Som pligt ophørte den 31. december 2024." in rule.remarks


def test_the_clinics_own_words_stand_before_the_shipped_ones_which_can_still_be_read() -> None:
    at_hand = with_rules(RULE)

    rule = shown(instruction_key("2020/2.3.12"), at_hand)

    assert (rule.title, rule.is_own) == ("Naloxon til flere", True)
    assert "Jeres egen, skrevet af Ida Øvesen 5. januar 2026." in rule.remarks
    shipped = supplies().instructions["2020/2.3.12"].text
    assert rule.shipped == f"Det står der i programmet: {shipped}"


def test_a_rule_only_the_clinic_has_is_found_among_its_own() -> None:
    at_hand = with_rules(replace(RULE, about=""))

    (key,) = keys(Sought(source="Jeres egne"), at_hand)

    rule = shown(key, at_hand)
    assert (rule.is_own, rule.is_shipped, rule.shipped) == (True, False, "")


def test_a_local_rule_of_law_stands_among_the_clinics_own() -> None:
    local = replace(RULE, kind=RuleKind.PROVISION, about="", reference="kvalitetsstandarden")

    (key,) = keys(Sought(source="Jeres egne"), with_rules(local))

    assert shown(key, with_rules(local)).reference == "kvalitetsstandarden"


def test_the_clinics_own_rule_serves_the_same_places() -> None:
    with_own = shown(instruction_key("2020/2.3.12"), with_rules(RULE))

    assert with_own.groups == shown(instruction_key("2020/2.3.12")).groups


def test_a_key_that_names_nothing_shows_nothing() -> None:
    at_hand = RulesAtHand(supplies(), shipped_supports(), TODAY)

    for key in ("provision:nobody", "instruction:1999/1.1", "length:nothing"):
        assert at_hand.shown(read_key(key)) is None


def test_a_rule_the_clinic_has_signed_for_another_day_is_there_to_be_read() -> None:
    next_year = replace(RULE, valid_from=date(2027, 1, 1))
    at_hand = with_rules(next_year)

    rule = shown(instruction_key("2020/2.3.12"), at_hand)

    assert (rule.title, rule.is_own) == ("Naloxon og førstehjælp", True)
    (times,) = (group for group in rule.groups if group.heading == "På andre tidspunkter")
    assert [link.text for link in times.links] == [
        "Fra 1. januar 2027, jeres egen: Tilbyd også pårørende et kursus."
    ]


def test_a_new_rule_of_the_clinics_says_from_when_it_holds() -> None:
    new = replace(RULE, about="", valid_from=date(2027, 1, 1))
    at_hand = with_rules(new)

    (group,) = found_in(index_of(at_hand, TODAY), Sought("pårørende et kursus"))

    (line,) = group.lines
    assert line.mark == "fra 1. januar 2027, jeres egen"
    assert ("Gælder", "fra 1. januar 2027") in shown(line.key, at_hand).facts


def test_a_rule_of_the_clinics_that_has_run_out_says_so() -> None:
    old = replace(RULE, about="", valid_until=date(2026, 6, 30))
    at_hand = with_rules(old)

    rule = shown("instruction:egen/1", at_hand)

    assert "Reglen gælder ikke mere." in rule.remarks


def test_the_clinics_own_rule_says_its_own_source_and_how_sure_it_is() -> None:
    rule = shown(instruction_key("2020/2.3.12"), with_rules(RULE))

    assert rule.facts == (
        ("Gælder", "fra 1. januar 2026"),
        ("Kilde", "Personalemøde"),
        ("Hvor sikkert", "læst i kilden"),
    )


def test_a_time_says_which_provision_and_instructions_it_rests_on() -> None:
    rule = shown(length_key("treatment_guarantee"))

    (basis,) = (group for group in rule.groups if group.heading == "Bygger på")
    assert [link.text for link in basis.links] == [
        "serviceloven § 101, stk. 4",
        "Anvisning 3.4.1 (2020)",
        "Anvisning 3.12.6 (2020)",
    ]


def test_a_clock_that_says_1826_still_shows_every_time() -> None:
    at_hand = RulesAtHand(supplies(), shipped_supports(), date(1826, 11, 2))

    assert all(at_hand.shown(read_key(length_key(row.id))) for row in supplies().law.lengths)
