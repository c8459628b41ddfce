"""Below an answer the program had a hand in stands how it came about."""

from app.answer_notes import answer_notes
from app.asking import Asking
from app.supplies import supplies
from forms.questionnaire import Questionnaire
from forms.reply import Reply
from models.answers import Answers, Place
from tests.app.test_asking import ASKING, answered, worked_out
from tests.builders import TODAY
from tests.forms.everything import item, read_form
from views.screen.fields.note import Note

TOTAL = Place("sum")


def notes(asking: Asking, *, is_signed: bool = False) -> dict[Place, Note]:
    return dict(answer_notes(asking, supplies().instruments, None, is_signed=is_signed))


def test_what_will_be_calculated_says_so_before_it_can_be() -> None:
    assert notes(ASKING)[TOTAL].about.startswith("Bliver regnet ud")


def test_what_is_calculated_is_marked() -> None:
    assert notes(answered(a="4", b="9"))[TOTAL] == Note("Regnet ud")


def test_what_a_person_wrote_instead_offers_to_follow_again() -> None:
    found = notes(answered(a="4", b="9", sum="5"))[TOTAL]

    assert found == Note("Rettet i hånden. Udregningen giver 13.", can_follow=True)


def test_what_was_replaced_by_nothing_offers_to_follow_too() -> None:
    taken_away = answered(a="4", b="9").with_reply(TOTAL, Reply(""))

    assert notes(taken_away)[TOTAL].can_follow


def test_a_signed_answer_says_how_it_came_about_and_offers_nothing() -> None:
    edited, calculated = answered(a="4", b="9", sum="5"), answered(a="4", b="9")

    assert notes(edited, is_signed=True)[TOTAL] == Note("Rettet i hånden.")
    assert notes(calculated, is_signed=True)[TOTAL] == Note("Regnet ud")
    assert notes(ASKING, is_signed=True) == {}


def test_what_cannot_be_worked_out_says_why() -> None:
    form: Questionnaire = read_form(
        item("a", "integer"),
        item("c", "integer", extension=worked_out("calculatedExpression", "1 | 2")),
        item("d", "string", extension=worked_out("enableWhenExpression", "(1 | 2) > 1")),
    )

    found = notes(Asking(form, Answers(), TODAY))

    assert found[Place("c")].about.startswith("Kan ikke regnes ud. ")
    assert found[Place("d")].about.startswith("Programmet kan ikke regne ud, om ")


def test_a_score_says_what_it_means() -> None:
    form = supplies().newest("who_5")
    asking = Asking(form, Answers(), TODAY).with_reply(Place("who_5.score"), Reply("60"))

    (meaning, *_) = notes(asking)[Place("who_5.score")].meaning

    assert meaning.startswith("God trivsel")
