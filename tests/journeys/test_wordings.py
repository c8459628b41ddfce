"""The clinic's own words in its letters, and its own letter paper, in the window."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit

from tests.demo.journey import PASSPHRASE, Journey
from tests.journeys.seeing import said
from views.screen.page_view import PageView

pytestmark = pytest.mark.journey

TEXTS = "Tekster i brevet"
A_MOMENT = 300
"""Milliseconds after which what was typed is kept and seen on paper."""


def open_texts(journey: Journey, holding: str) -> None:
    """Go to the texts of the first letter, the receipt, and to the one that holds these words."""
    journey.hands.click("Indstillinger")
    journey.hands.click("Se brevenes tekster")
    journey.hands.choose_row(TEXTS, holding)


def box(journey: Journey) -> QPlainTextEdit:
    boxes = journey.window.findChildren(QPlainTextEdit)
    return next(box for box in boxes if box.isVisible())


def write(journey: Journey, text: str) -> None:
    box(journey).setFocus()
    box(journey).setPlainText(text)
    journey.hands.rest(A_MOMENT)


def on_paper(journey: Journey) -> str:
    views = journey.window.findChildren(PageView)
    heard = next(view.accessibleDescription() for view in views if view.isVisible())
    return " ".join(heard.split())


def test_the_clinics_own_words_are_seen_on_paper_as_one_types(journey: Journey) -> None:
    open_texts(journey, "Venlig hilsen")
    write(journey, "Kærlig hilsen\n{den, der skriver}\n{stedet}")

    assert "Kærlig hilsen" in on_paper(journey)
    assert "Jeres kladde" in said(journey)
    assert "kladde" in journey.hands.row(TEXTS, "Venlig hilsen")


def test_what_is_taken_into_use_stays_and_can_be_taken_back(journey: Journey) -> None:
    open_texts(journey, "Venlig hilsen")
    write(journey, "Kærlig hilsen\n{den, der skriver}\n{stedet}")
    journey.hands.click("Tag teksten i brug")
    used = said(journey)
    row = journey.hands.row(TEXTS, "Kærlig hilsen")
    journey.hands.click("Lås")
    journey.unlock(PASSPHRASE)
    later = journey.hands.row(TEXTS, "Kærlig hilsen")
    journey.hands.click("Tilbage til programmets tekst")

    assert "Jeres tekst, skrevet af Ida Øvesen 2. november 2026." in used
    assert "I programmet står der: »Venlig hilsen" in used
    assert "jeres tekst" in row
    assert "jeres tekst" in later
    assert "Venlig hilsen" in box(journey).toPlainText()
    assert "Programmets tekst." in said(journey)


def test_a_text_without_its_slots_is_refused_in_words(journey: Journey) -> None:
    open_texts(journey, "Venlig hilsen")
    write(journey, "Kærlig hilsen {den, der skriver}")
    missing = said(journey)
    write(journey, "Kærlig hilsen {den, der skriver} {stedet} {månen}")
    unknown = said(journey)
    write(journey, "Kærlig hilsen {den, der skriver {stedet}")
    unreadable = said(journey)
    shown = on_paper(journey)

    assert "Teksten mangler {stedet}" in missing
    assert "Her kan {månen} ikke bruges" in unknown
    assert "Klammerne går ikke op" in unreadable
    assert not journey.hands.has_button("Tag teksten i brug")
    assert "Venlig hilsen" in shown


def test_a_draft_survives_a_lock_and_can_be_thrown_away(journey: Journey) -> None:
    open_texts(journey, "Venlig hilsen")
    box(journey).setPlainText("Kun en halv")
    journey.hands.click("Lås")
    journey.unlock(PASSPHRASE)
    again = box(journey).toPlainText()
    journey.hands.click("Kassér kladden")

    assert again == "Kun en halv"
    assert "Venlig hilsen" in box(journey).toPlainText()


def test_the_words_of_the_law_are_locked_and_say_whose_they_are(journey: Journey) -> None:
    open_texts(journey, "§ ")
    boxes = journey.window.findChildren(QPlainTextEdit)

    assert "Teksten hører til loven: " in said(journey)
    assert not any(box.isVisible() for box in boxes)
    assert not journey.hands.has_button("Tag teksten i brug")


def test_the_clinics_logo_is_chosen_seen_and_removed(journey: Journey, tmp_path: Path) -> None:
    picture = tmp_path / "logo.png"
    Image.new("RGB", (400, 120), "teal").save(picture)
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"not a picture")
    journey.hands.click("Indstillinger")
    journey.hands.click("Se brevpapiret")

    journey.hands.in_the_file_dialog(broken, lambda: journey.hands.click("Vælg et logo …"))
    refused = said(journey)
    journey.hands.in_the_file_dialog(picture, lambda: journey.hands.click("Vælg et logo …"))
    chosen = said(journey)
    pictures = journey.window.findChildren(QLabel)
    size = next(p.pixmap().size() for p in pictures if p.accessibleName() == "Jeres logo")
    journey.hands.in_the_box("Fjern logoet", lambda: journey.hands.click("Fjern logoet"))

    assert "ikke et billede" in refused
    assert "ikke et billede" not in chosen
    assert "I har ikke noget logo endnu" not in chosen
    assert size.width() > size.height() > 0
    assert "I har ikke noget logo endnu" in said(journey)


def test_the_window_is_placed_and_tried_with_a_test_page(journey: Journey, tmp_path: Path) -> None:
    journey.hands.click("Indstillinger")
    journey.hands.click("Se brevpapiret")
    journey.hands.type_into("Fra kuvertens venstre kant (mm)", "99")
    journey.hands.click("Gem rudens plads")
    refused = said(journey)
    journey.hands.type_into("Fra kuvertens venstre kant (mm)", "12")
    journey.hands.click("Gem rudens plads")
    kept = said(journey)
    page = tmp_path / "prøve.pdf"
    journey.hands.in_the_file_dialog(page, lambda: journey.hands.click("Gem prøvesiden som PDF …"))

    assert "Rudens plads er gemt" not in refused
    assert "Rudens plads er gemt" in kept
    assert page.read_bytes().startswith(b"%PDF")
    lines = journey.window.findChildren(QLineEdit)
    assert "12" in {line.text() for line in lines if line.isVisible()}
    assert QApplication.activeModalWidget() is None
