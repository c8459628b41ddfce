from io import BytesIO

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from tests.views.screen.accessible import unnamed
from tests.views.screen.keyboard import show_active
from views.screen.letter_delivery import DeliveryShown, LetterDelivery, WayShown
from views.screen.letter_missing import MissingLine
from views.screen.letter_page import LetterPage, LetterShown
from views.screen.page_view import PageView
from views.screen.pdf_pages import PdfPages, UnreadableLetterError

MISSING = (MissingLine("appeal", "Klagevejledning", "Forvaltningsloven"),)


def pdf(pages: int = 2) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    for number in range(pages):
        canvas.drawString(70, 700, f"Side {number + 1} til Testa Opdigtet")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def letter(*, approved: bool, missing: tuple[MissingLine, ...] = ()) -> LetterShown:
    story = ("Godkendt 22.11.2026 kl. 10.42 af Prøve Rådgiver",) if approved else ()
    return LetterShown("Afgørelse", pdf(), approved, missing, story, "afgoerelse.pdf")


def shown(qtbot: QtBot, what: LetterShown) -> LetterPage:
    page = LetterPage()
    page.resize(900, 600)
    page.show_letter(what)
    show_active(qtbot, page)
    return page


def button(page: LetterPage, text: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if b.text() == text)


def visible_texts(page: LetterPage) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def test_a_page_is_drawn_at_the_size_asked_for() -> None:
    image = PdfPages(pdf()).image(1, 2.0)

    assert (image.width(), image.height()) == (1190, 1684)


def test_a_page_that_is_drawn_has_ink_on_it() -> None:
    image = PdfPages(pdf()).image(0, 1.0)

    assert any(image.pixelColor(x, 138).lightness() < 128 for x in range(70, 200))


def test_a_screen_reader_hears_what_the_letter_says(qtbot: QtBot) -> None:
    page = shown(qtbot, letter(approved=False))

    spoken = page.findChild(PageView).accessibleDescription()

    assert "Side 1 til Testa Opdigtet" in spoken
    assert "Side 2 til Testa Opdigtet" in spoken


def test_bytes_that_are_no_pdf_are_refused_and_the_old_letter_is_gone(qtbot: QtBot) -> None:
    page = shown(qtbot, letter(approved=True))

    with pytest.raises(UnreadableLetterError, match="sikkerhedskopi"):
        page.show_letter(LetterShown("Andet", b"ikke en pdf", True, (), (), "x.pdf"))

    assert page.findChild(PageView).accessibleDescription() == ""


def test_a_draft_says_that_it_is_one(qtbot: QtBot) -> None:
    page = shown(qtbot, letter(approved=False))

    assert "Kladde – ikke godkendt" in visible_texts(page)


def test_a_letter_that_lacks_something_cannot_be_approved(qtbot: QtBot) -> None:
    page = shown(qtbot, letter(approved=False, missing=MISSING))
    approve = button(page, "Godkend brevet")

    assert not approve.isEnabled()
    assert "mangler" in approve.accessibleDescription()
    assert {"Klagevejledning", "Forvaltningsloven"} <= visible_texts(page)


def test_what_is_missing_leads_to_its_question(qtbot: QtBot) -> None:
    page = shown(qtbot, letter(approved=False, missing=MISSING))

    with qtbot.waitSignal(page.missing_chosen) as chosen:
        qtbot.keyClick(button(page, "Gå derhen"), Qt.Key.Key_Space)

    assert chosen.args == ["appeal"]


def test_a_complete_letter_is_approved_by_keyboard(qtbot: QtBot) -> None:
    page = shown(qtbot, letter(approved=False))

    with qtbot.waitSignal(page.approve_asked):
        qtbot.keyClick(button(page, "Godkend brevet"), Qt.Key.Key_Space)


def test_a_draft_cannot_be_printed(qtbot: QtBot) -> None:
    page = shown(qtbot, letter(approved=False))

    with qtbot.assertNotEmitted(page.print_asked):
        qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


def test_ctrl_p_asks_for_an_approved_letter_to_be_printed(qtbot: QtBot) -> None:
    page = shown(qtbot, letter(approved=True))

    with qtbot.waitSignal(page.print_asked):
        qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


WAYS = (WayShown("letter", "Brev med posten"), WayShown("handed-over", "Udleveret personligt"))


def test_a_delivery_is_noted_with_its_way_and_day(qtbot: QtBot) -> None:
    page = shown(qtbot, letter(approved=True))
    page.show_delivery(DeliveryShown(WAYS, "letter", "22.11.2026"))

    with qtbot.waitSignal(page.delivery_noted) as noted:
        qtbot.keyClick(button(page, "Notér"), Qt.Key.Key_Space)

    assert noted.args == ["letter", "22.11.2026"]


def test_no_way_is_noted_until_one_is_chosen(qtbot: QtBot) -> None:
    page = shown(qtbot, letter(approved=True))
    page.show_delivery(DeliveryShown(WAYS, "", "22.11.2026"))

    with qtbot.waitSignal(page.delivery_noted) as noted:
        qtbot.keyClick(button(page, "Notér"), Qt.Key.Key_Space)

    assert noted.args == ["", "22.11.2026"]


def test_what_follows_from_a_delivery_is_said_and_what_was_typed_stays(qtbot: QtBot) -> None:
    page = shown(qtbot, letter(approved=True))
    page.show_delivery(DeliveryShown(WAYS, "letter", "22.11.2026"))
    line = page.findChild(LetterDelivery).findChild(QLineEdit)
    line.setText("20.11.2026")

    page.show_delivery(DeliveryShown(WAYS, "letter", "22.11.2026", "Klagefrist 29.12.2026"))

    assert "Klagefrist 29.12.2026" in visible_texts(page)
    assert line.text() == "20.11.2026"


def test_a_letter_that_says_another_day_than_its_delivery_gave_is_warned_about(
    qtbot: QtBot,
) -> None:
    page = shown(qtbot, letter(approved=True))
    other = "Brevet siger 15. december 2026, men klagefristen er nu 7. december 2026."

    page.show_delivery(DeliveryShown(WAYS, "letter", "22.11.2026", differs=other))
    warned = visible_texts(page)
    page.show_delivery(DeliveryShown(WAYS, "letter", "22.11.2026"))

    assert other in warned
    assert other not in visible_texts(page)


def test_an_approved_letter_tells_its_story_and_warns_about_copies(qtbot: QtBot) -> None:
    texts = visible_texts(shown(qtbot, letter(approved=True)))

    assert "Godkendt 22.11.2026 kl. 10.42 af Prøve Rådgiver" in texts
    assert any("uden for det krypterede kartotek" in text for text in texts)


def test_ctrl_and_plus_show_the_pages_larger_until_they_are_fitted_again(qtbot: QtBot) -> None:
    page = shown(qtbot, letter(approved=True))
    bar = page.findChild(PageView).verticalScrollBar()
    fitted = bar.maximum()

    qtbot.keyClick(page, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    larger = bar.maximum()
    qtbot.keyClick(page, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)

    assert larger > fitted == bar.maximum()


def test_everything_beside_a_letter_has_a_name(qtbot: QtBot) -> None:
    assert unnamed(shown(qtbot, letter(approved=False, missing=MISSING))) == []
    assert unnamed(shown(qtbot, letter(approved=True))) == []
