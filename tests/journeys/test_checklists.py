"""The checklists about the clinic, through the real windows: filled, signed, due, gone through."""

from datetime import date
from pathlib import Path

import pytest

from app.clinic_file import CLINIC_CASE
from forms.reply import Reply
from models.answers import Place
from storage.register import open_register
from tests.builders import NOON
from tests.demo.journey import PASSPHRASE, PERSON, Journey
from tests.journeys.seeing import said

pytestmark = pytest.mark.journey

STANDARD = {
    "quality_standard.responsible": Reply("Ida Øvesen"),
    "quality_standard.approved": Reply("15.11.2024"),
    "quality_standard.published": Reply("Under Social og sundhed"),
    "quality_standard.findable.in_place": Reply(codes=("yes",)),
    "quality_standard.values.in_place": Reply(codes=("partly",)),
    "quality_standard.values.next": Reply("1.10.2026"),
    "quality_standard.gift_cards": Reply(codes=("yes",)),
}


def go_to_checklists(journey: Journey) -> None:
    journey.hands.click("Indstillinger")
    journey.hands.click("Se tjeklisterne")


def fill_standard(journey: Journey) -> None:
    go_to_checklists(journey)
    journey.hands.click("Begynd: Kvalitetsstandarden")
    for link_id, reply in STANDARD.items():
        journey.hands.answer(Place(link_id), reply)


def sign(journey: Journey) -> None:
    while not journey.hands.has_button("Færdig – underskriv"):
        journey.hands.next_section()
    journey.hands.click("Færdig – underskriv")


def test_a_checklist_is_filled_signed_and_says_what_is_due(journey: Journey) -> None:
    fill_standard(journey)
    sign(journey)

    shown = said(journey)
    assert "1 af 18 på plads" in shown
    assert "Mangler: 3. Mål og værdier." in shown
    assert "senest søndag den 15. november 2026. Der er 13 dage tilbage." in shown
    assert "Ansvarlig: Ida Øvesen. Kilde: bekendtgørelse 1477/2019 § 6." in shown
    assert "I ville se på det senest torsdag den 1. oktober 2026. Det er 32 dage siden." in shown
    assert "Kommunen bruger gavekort, men reglerne står ikke i kvalitetsstandarden." in shown


def test_what_is_due_leads_to_the_question_it_is_about(journey: Journey) -> None:
    fill_standard(journey)
    sign(journey)

    journey.hands.click("Gå til: Kvalitetsstandarden: 3. Mål og værdier, Overskredet 32 dage")

    assert "Beskriver den de overordnede mål og værdier?" in said(journey)
    assert "Anvisning 2.8.3 (2020)" in said(journey)


def test_going_through_a_list_again_asks_nothing_twice(journey: Journey) -> None:
    fill_standard(journey)
    sign(journey)
    journey.clock.be_on(date(2026, 11, 10))
    journey.hands.click("Åbn: Kvalitetsstandarden")
    journey.hands.click("Gå listen igennem igen")

    journey.hands.answer(Place("quality_standard.revised"), Reply("10.11.2026"))
    published = journey.hands.line(Place("quality_standard.published")).text()
    sign(journey)

    assert published == "Under Social og sundhed"
    assert "Det næste: Se kvalitetsstandarden efter, senest 10.11.2028." in said(journey)
    assert "Gået igennem 10.11.2026." in said(journey)


def test_a_lock_leads_back_to_the_same_question(journey: Journey) -> None:
    fill_standard(journey)
    journey.hands.answer(Place("quality_standard.published"), Reply("Halvt skrev"))

    journey.program.lock()
    journey.unlock(PASSPHRASE)

    assert journey.hands.line(Place("quality_standard.published")).text() == "Halvt skrev"
    journey.hands.click("Tilbage til tjeklister")
    assert "Kladde, ikke underskrevet endnu." in said(journey)


def test_the_clinics_file_is_no_citizen_anywhere(journey: Journey, tmp_path: Path) -> None:
    fill_standard(journey)
    sign(journey)
    journey.hands.click("Borgere")
    rows = journey.hands.rows("Borgere")
    journey.hands.click("Indstillinger")
    journey.hands.click("Gå til eftersyn")
    journey.hands.click("Byg listerne igen")
    journey.hands.wait_until(lambda: "Listerne er bygget igen." in said(journey))
    journey.close()

    register = open_register(tmp_path / "kartotek", PERSON, PASSPHRASE, NOON)
    entries, findings = register.case_entries(CLINIC_CASE), register.upkeep.verify()
    citizens = register.citizens("", 10)
    register.close()

    assert rows == []
    assert [(entry.form, entry.state) for entry in entries] == [("quality_standard", "signed")]
    assert (citizens, findings) == ((), ())


def test_a_draft_of_a_checklist_can_be_given_up(journey: Journey) -> None:
    go_to_checklists(journey)
    journey.hands.click("Begynd: Metoder")
    journey.hands.answer(Place("methods.by"), Reply("Alle"))
    journey.hands.rest(400)

    journey.hands.in_the_box("Slet kladden", lambda: journey.hands.click("Slet kladden"))

    assert journey.hands.has_button("Begynd")
    assert "Kladde" not in said(journey)
