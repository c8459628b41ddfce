"""The clinic's own forms beside, and in the place of, those that are shipped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.own_forms import version_order
from app.own_forms_shown import forms_shown
from app.shipped_forms import files_of_today, head_of, name_of, url_of
from app.supplies import UnknownFormError, supplies
from forms.errors import UnsupportedFormError
from storage.records import FormStatus
from tests.app.own_forms import AT, URL, kept, shipped_as, sleep_form, supplies_of

WHO_5 = "instruments/who_5"


def test_every_shipped_form_is_called_after_its_file_and_its_url() -> None:
    forms = supplies().forms.values()

    assert {form.name for form in forms} == set(files_of_today())
    assert all(name_of(form.url) == form.name and url_of(form.name) == form.url for form in forms)
    assert all(head_of(form.name) == (form.title, form.version, form.description) for form in forms)


def test_an_instrument_is_found_like_any_form() -> None:
    newest = supplies().newest("who_5")

    assert newest is supplies().form("who_5", newest.version)
    assert ("who_5", newest.title) in supplies().instrument_titles


def test_the_instruments_stand_in_the_order_of_their_titles() -> None:
    titles = [titled.title.casefold() for titled in supplies().instrument_titles]

    assert titles == sorted(titles)
    assert len(titles) > 10


def test_a_form_of_the_clinics_own_goes_by_its_url() -> None:
    at_hand = supplies_of(kept(sleep_form()))
    found = at_hand.newest(URL)

    assert (found.name, found.version) == (URL, "1")
    assert found is at_hand.form(URL, "1")
    assert at_hand.own_titles == ((URL, "Søvn"),)
    assert at_hand.title(URL) == "Søvn"


def test_a_form_that_was_never_used_is_not_at_hand() -> None:
    at_hand = supplies_of(kept(sleep_form(), FormStatus.DRAFT))

    assert at_hand.own_titles == ()
    with pytest.raises(UnknownFormError):
        at_hand.newest(URL)


def test_a_form_out_of_use_is_still_there_for_what_was_filled() -> None:
    at_hand = supplies_of(
        kept(sleep_form("9"), FormStatus.RETIRED), kept(sleep_form("10"), FormStatus.RETIRED)
    )

    assert at_hand.own_titles == ()
    assert at_hand.form(URL, "9").version == "9"
    assert at_hand.newest(URL).version == "10"


def test_a_higher_version_of_a_shipped_form_takes_its_place_for_new_entries() -> None:
    shipped = supplies().newest("who_5")
    at_hand = supplies_of(kept(shipped_as(WHO_5, "1.1")))

    assert (at_hand.newest("who_5").version, at_hand.newest("who_5").name) == ("1.1", "who_5")
    assert at_hand.form("who_5", shipped.version) is shipped
    assert ("who_5", "Vores eget") in at_hand.instrument_titles
    assert at_hand.own_titles == ()


def test_a_shipped_form_comes_back_when_the_clinics_is_out_of_use() -> None:
    at_hand = supplies_of(kept(shipped_as(WHO_5, "2"), FormStatus.RETIRED))

    assert at_hand.newest("who_5") is supplies().newest("who_5")
    assert at_hand.title("who_5") == supplies().newest("who_5").title
    assert at_hand.form("who_5", "2").title == "Vores eget"


def test_a_shipped_form_of_a_higher_version_is_used_again() -> None:
    at_hand = supplies_of(kept(shipped_as(WHO_5, "0.9")))

    assert at_hand.newest("who_5") is supplies().newest("who_5")


def test_what_was_filled_is_read_with_the_clinics_version_when_the_same_one_is_shipped() -> None:
    at_hand = supplies_of(kept(shipped_as(WHO_5, "1")))

    assert at_hand.form("who_5", "1").title == "Vores eget"


def test_the_name_of_a_shipped_form_cannot_be_taken_by_another() -> None:
    at_hand = supplies_of(kept(sleep_form("99", name="contact")))

    assert at_hand.newest("contact") is supplies().newest("contact")
    assert at_hand.newest(URL).name == URL


def test_a_form_this_program_cannot_read_lets_the_shipped_one_stay() -> None:
    broken = shipped_as(WHO_5, "2").replace('"group"', '"attachment"')
    at_hand = supplies_of(kept(broken), kept(sleep_form(item=[])))

    assert at_hand.newest("who_5") is supplies().newest("who_5")
    with pytest.raises(UnsupportedFormError):
        at_hand.newest(URL)


def test_the_page_says_that_a_form_with_faults_is_used_when_it_is() -> None:
    form = kept(shipped_as("clinic", "99"))
    at_hand = supplies_of(form)
    shown = forms_shown([form], at_hand, AT.date())[0]

    assert at_hand.newest("clinic").version == "99"
    assert shown.obstacle.startswith("Skemaet bliver brugt til nye besvarelser, men")


def test_the_page_says_that_a_form_is_not_used_when_it_is_not() -> None:
    unreadable = kept(shipped_as(WHO_5, "2").replace('"group"', '"attachment"'))
    outdated = kept(shipped_as(WHO_5, "0.9"))

    for form in (unreadable, outdated):
        shown = forms_shown([form], supplies_of(form), AT.date())[0]
        assert shown.obstacle.startswith("Skemaet bliver ikke brugt til nye besvarelser.")


def test_what_the_register_says_next_holds_for_all_who_have_the_supplies() -> None:
    at_hand = supplies_of()
    before = at_hand.own_titles
    at_hand.own.become([kept(sleep_form())])

    assert (before, at_hand.own_titles) == ((), ((URL, "Søvn"),))
    assert supplies().own_titles == ()


@pytest.mark.parametrize(
    ("lower", "higher"),
    [("9", "10"), ("1.9", "1.10"), ("1", "1.0.1"), ("2025-12", "2026-01"), ("0.9", "1")],
)
def test_versions_stand_as_people_read_them(lower: str, higher: str) -> None:
    assert version_order(lower) < version_order(higher)


@given(st.text(), st.text())
def test_any_two_versions_can_be_compared(one: str, other: str) -> None:
    assert (version_order(one) <= version_order(other)) or (
        version_order(other) <= version_order(one)
    )


def test_a_clinics_own_edition_of_an_instrument_keeps_what_its_scores_mean() -> None:
    at_hand = supplies_of(kept(shipped_as("instruments/audit", "99")))
    own = at_hand.newest("audit")

    assert own.title == "Vores eget"
    assert set(at_hand.instruments_for(own).scales) == {"audit.score", "audit.consumption"}


def test_a_score_that_the_clinics_own_edition_comes_to_otherwise_means_nothing_here() -> None:
    # The fourth answer to the first question gives 3 points in the shipped form.
    changed = shipped_as("instruments/audit", "99").replace(
        '"valueDecimal": 3}], "valueCoding": {"code": "3"',
        '"valueDecimal": 5}], "valueCoding": {"code": "3"',
        1,
    )
    at_hand = supplies_of(kept(changed))

    assert at_hand.instruments_for(at_hand.newest("audit")).scales == {}


def test_every_shipped_instrument_means_what_the_table_says() -> None:
    at_hand = supplies()
    meant = [at_hand.instruments_for(form).scales for form in at_hand.forms.values()]

    found = [link_id for scales in meant for link_id in scales]
    assert sorted(found) == sorted(at_hand.instruments.scales)
