"""The letters about rights, children and records, as those who get them read them."""

from datetime import date

import pytest

from app.facts import Facts
from models.course import Course, Form
from models.letters.contents import LetterDraft
from models.letters.letter import Heading, LetterKind, LetterOf, Quotation
from models.letters.writing import letters_called
from tests.builders import CONTACT, PARTIAL_REFUSAL, REPRESENTED, REQUEST, clinic, draft, text_of
from tests.builders import course as course_with
from tests.letters_told import CATALOGUE
from tests.models.letters import rights_cases as told

BASE: dict[str, Facts] = {"contact": CONTACT, "request": REQUEST, "decision": PARTIAL_REFUSAL}


def course(**forms: Facts) -> Course:
    return course_with(**{**BASE, **forms})


def letter(kind: LetterKind, of: Course) -> LetterDraft:
    form = CATALOGUE[kind].form
    return draft(LetterOf(kind, of.entry_ids[form]), of)


def said(kind: LetterKind, **forms: Facts) -> str:
    return text_of(letter(kind, course(**forms)).letter)


def lacking(kind: LetterKind, **forms: Facts) -> set[str]:
    return {lack.id for lack in letter(kind, course(**forms)).lacks}


def called(of: Course) -> set[LetterKind]:
    return {named.letter.kind for named in letters_called(of, clinic(), CATALOGUE)}


def test_a_consent_that_the_citizen_gave_goes_to_the_citizen_whoever_acts_else() -> None:
    made = letter(LetterKind.CONSENT, course(request=REPRESENTED, consent=told.CONSENT))

    assert made.lacks == ()
    assert made.letter.receiver.lines[0] == CONTACT["citizen.name"]
    assert "Vedrører" not in dict(made.letter.reference)
    assert "Advokat Øve" not in text_of(made.letter)


def test_a_consent_that_the_representative_gave_goes_to_the_representative() -> None:
    given = {**told.CONSENT, "consent.given_by": ["representative"]}

    made = letter(LetterKind.CONSENT, course(request=REPRESENTED, consent=given))

    assert made.letter.receiver.lines[0] == "Advokat Øve"
    assert dict(made.letter.reference)["Vedrører"] == CONTACT["citizen.name"]


def test_an_appeal_of_a_represented_citizen_is_still_answered_to_the_representative() -> None:
    made = letter(LetterKind.APPEAL_RECEIPT, course(request=REPRESENTED, appeal=told.APPEAL))

    assert made.letter.receiver.lines[0] == "Advokat Øve"


@pytest.mark.parametrize("kind", list(told.LETTERS))
def test_a_letter_of_a_full_case_lacks_nothing(kind: str) -> None:
    assert lacking(LetterKind(kind), **told.LETTERS[kind]) == set()


def test_a_consent_that_was_refused_calls_for_no_letter() -> None:
    refused = {**told.CONSENT, "consent.answer": ["refused"]}

    assert LetterKind.CONSENT not in called(course(consent=refused))


def test_a_consent_says_of_a_no_only_what_the_citizen_was_told() -> None:
    untold = {**told.CONSENT, "consent.told": ["voluntary"]}

    text = said(LetterKind.CONSENT, consent=untold)

    assert "hvad det betyder for din sag at sige nej" not in text
    assert lacking(LetterKind.CONSENT, consent=untold) == {"told"}


def test_a_receipt_for_an_appeal_names_the_day_the_case_is_looked_at_again() -> None:
    text = said(LetterKind.APPEAL_RECEIPT, appeal=told.APPEAL)

    assert "Vi fik din klage på telefon den 2. november 2026." in text
    assert "senest mandag den 30. november 2026" in text
    assert "begynder eller fortsætter, selv om du har klaget" in text


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [("medical", "Styrelsen for Patientklager"), ("conduct", "Den går til vores ledelse")],
)
def test_an_appeal_of_something_else_says_where_it_goes(kind: str, sentence: str) -> None:
    elsewhere = {**told.APPEAL, "appeal.kind": [kind]}

    text = said(LetterKind.APPEAL_RECEIPT, appeal=elsewhere)

    assert sentence in text
    assert "Ankestyrelsen" not in text


def test_a_late_appeal_is_not_turned_away_by_the_municipality() -> None:
    late = {**told.APPEAL, "appeal.late": ["true"], "appeal.late_reason": "Jeg var indlagt."}

    receipt = letter(LetterKind.APPEAL_RECEIPT, course(appeal=late))

    assert Quotation("Jeg var indlagt.", "Derfor kom den sent") in receipt.letter.blocks
    assert "Vi ser på den alligevel." in text_of(receipt.letter)


@pytest.mark.parametrize(
    ("by", "lacks"),
    [("citizen", set()), ("representative", {"party_matches"}), ("other", {"party_matches"})],
)
def test_only_the_citizen_or_one_with_a_mandate_appeals(by: str, lacks: set[str]) -> None:
    appeal = {**told.APPEAL, "appeal.by": [by]}

    assert lacking(LetterKind.APPEAL_RECEIPT, appeal=appeal) == lacks


def test_an_appeal_by_a_representative_with_a_mandate_is_received() -> None:
    appeal = {**told.APPEAL, "appeal.by": ["representative"]}

    assert lacking(LetterKind.APPEAL_RECEIPT, request=REPRESENTED, appeal=appeal) == set()


@pytest.mark.parametrize(
    ("appeal", "title", "result"),
    [
        (
            told.CHANGED,
            "Svar på din klage: Du får ret",
            "Vi ændrer afgørelsen af 26. oktober 2026.",
        ),
        (told.PARTLY, "Svar på din klage: Du får ret i noget af det", "Vi ændrer noget af"),
        (told.UPHELD, "Svar på din klage: Vi holder fast", "Nu skal Ankestyrelsen se på den."),
    ],
)
def test_a_reassessment_says_first_what_came_of_it(appeal: Facts, title: str, result: str) -> None:
    answer = letter(LetterKind.REASSESSMENT, course(appeal=appeal))

    assert answer.letter.title == title
    assert result in str(answer.letter.blocks[0])
    assert answer.lacks == ()


def test_one_who_got_a_part_hears_how_long_there_is_to_uphold_the_rest() -> None:
    text = said(LetterKind.REASSESSMENT, appeal=told.PARTLY)

    assert "inden 4 uger fra den dag, du får den nye afgørelse" in text
    assert (
        Heading("Det holder vi fast i")
        in letter(LetterKind.REASSESSMENT, course(appeal=told.PARTLY)).letter.blocks
    )


def test_one_who_got_nothing_hears_when_the_appeal_goes_on() -> None:
    text = said(LetterKind.REASSESSMENT, appeal=told.UPHELD)

    assert "Det gør vi senest mandag den 30. november 2026" in text


@pytest.mark.parametrize("points", ["", "Vi har foretaget en konkret og individuel vurdering."])
def test_a_reply_for_anybody_is_no_reply(points: str) -> None:
    upheld = {key: fact for key, fact in told.UPHELD.items() if key != "appeal.new_facts"}

    lacks = lacking(LetterKind.REASSESSMENT, appeal={**upheld, "appeal.points": points})

    assert lacks == ({"points_concrete"} if points else {"points"})


@pytest.mark.parametrize("result", ["changed", "withdrawn"])
def test_only_what_is_still_disputed_goes_to_the_board(result: str) -> None:
    ended = course(appeal={**told.APPEAL, "appeal.result": [result]})
    kept = course(appeal={**told.PARTLY, "appeal.kept": ["yes"]})

    assert LetterKind.APPEAL_FORWARDED not in called(ended)
    assert LetterKind.APPEAL_FORWARDED in called(kept)


def test_the_board_gets_the_appeal_the_reasons_and_what_goes_along() -> None:
    board = letter(LetterKind.APPEAL_FORWARDED, course(appeal=told.FORWARDED)).letter

    assert board.receiver.lines[0] == "Ankestyrelsen"
    assert "Afdækningen" in text_of(board)
    assert "Derfor tror vi, at dagbehandling kan hjælpe dig." in text_of(board)


def test_the_board_reads_what_was_said_to_the_citizen_as_our_answer() -> None:
    partly = {**told.PARTLY, "appeal.kept": ["yes"], "appeal.new_facts": "Din søster er flyttet."}

    blocks = letter(LetterKind.APPEAL_FORWARDED, course(appeal=partly)).letter.blocks

    answers = {b.text for b in blocks if isinstance(b, Quotation) and "svar" in b.speaker}
    assert "Du får dagbehandling fem dage om ugen i stedet for fire." in answers
    assert any(text.startswith("Du får ikke døgnbehandling.\n") for text in answers)
    assert Quotation("Din søster er flyttet.", "Nyt siden afgørelsen") in blocks


@pytest.mark.parametrize("kind", [LetterKind.APPEAL_FORWARDED, LetterKind.REASSESSMENT])
def test_a_letter_about_an_appeal_without_a_result_promises_nothing(kind: LetterKind) -> None:
    text = said(kind, appeal=told.APPEAL)

    assert "holder fast" not in text
    assert "Ankestyrelsen skriver til dig" not in text


def test_the_board_does_not_get_an_appeal_without_the_decision() -> None:
    bare = {**told.FORWARDED, "appeal.enclosed": ["appeal", "reasons"]}

    assert lacking(LetterKind.APPEAL_FORWARDED, appeal=bare) == {"enclosed"}


def test_a_notification_is_about_the_child_and_bears_no_number_of_the_citizen() -> None:
    letter_about = letter(LetterKind.NOTIFICATION, course(notification=told.NOTIFICATION)).letter

    assert letter_about.receiver.lines == ("Prøvekøbing Kommune, Børn og Familie",)
    assert letter_about.reference == ()
    assert "barnets lov § 133" in text_of(letter_about)
    assert Quotation("Farmor har altid mad.", "Barnets egne ord") in letter_about.blocks


def test_a_notification_of_before_the_new_law_cites_the_law_of_its_day() -> None:
    before = course(notification={**told.NOTIFICATION, "notification.date": "5.6.2023"})
    of = LetterOf(LetterKind.NOTIFICATION, before.entry_ids[Form.NOTIFICATION])

    text = text_of(draft(of, before, today=date(2023, 6, 5)).letter)

    assert "serviceloven § 153" in text
    assert "serviceloven § 155 b" in text
    assert "barnets lov" not in text


@pytest.mark.parametrize(
    ("why", "lacks"), [("", {"told"}), ("Der er mistanke om vold fra begge forældre.", set())]
)
def test_a_notification_behind_the_citizens_back_says_why(why: str, lacks: set[str]) -> None:
    behind = {
        **told.NOTIFICATION,
        "notification.told": ["not"],
        "notification.not_told_reason": why,
    }

    assert lacking(LetterKind.NOTIFICATION, notification=behind) == lacks
    assert why in said(LetterKind.NOTIFICATION, notification=behind)


def test_a_child_of_whom_only_the_age_is_known_can_be_notified_about() -> None:
    nameless = {k: f for k, f in told.NOTIFICATION.items() if k != "notification.child.name@0"}

    assert lacking(LetterKind.NOTIFICATION, notification=nameless) == set()
    assert "Barn 1" in said(LetterKind.NOTIFICATION, notification=nameless)


def test_a_gift_card_is_the_citizens_own() -> None:
    text = said(LetterKind.GIFT_CARD_RECEIPT, gift_card=told.GIFT_CARD)

    assert "et gavekort på 200 kroner." in text
    assert "Du kom til samtale tre, fire og fem." in text


def test_the_receipt_for_a_gift_card_is_for_the_one_who_got_it() -> None:
    receipt = letter(
        LetterKind.GIFT_CARD_RECEIPT, course(request=REPRESENTED, gift_card=told.GIFT_CARD)
    ).letter

    assert receipt.receiver.lines[0] == "Łukasz Øvelund"
    assert [label for label, _ in receipt.reference] == ["CPR-nr."]


def test_a_gift_card_that_the_municipality_has_not_decided_on_is_not_receipted() -> None:
    undecided = {**told.GIFT_CARD, "gift_card.decided": ["unknown"]}

    assert lacking(LetterKind.GIFT_CARD_RECEIPT, gift_card=undecided) == {"allowed"}


def test_an_agreement_about_gift_cards_calls_for_no_receipt() -> None:
    agreed: Facts = {"gift_card.step": ["agreement"], "gift_card.decided": ["yes"]}

    assert LetterKind.GIFT_CARD_RECEIPT not in called(course(gift_card=agreed))


@pytest.mark.parametrize(
    "changed",
    [
        {"consent.party": "Egen læge"},
        {"consent.direction": ["fetch"]},
        {"consent.valid_until": "1.11.2026"},
        {"consent.withdrawn": ["true"], "consent.withdrawn_date": "2.11.2026"},
        {"consent.answer": ["refused"]},
    ],
)
def test_a_statement_needs_a_consent_that_holds_for_its_receiver(changed: Facts) -> None:
    consent = {**told.CONSENT, **changed}

    assert lacking(LetterKind.STATEMENT, consent=consent, statement=told.STATEMENT) == {"right"}


def test_a_statement_may_rest_on_a_rule_instead() -> None:
    by_law = {
        **told.STATEMENT,
        "statement.right": ["law"],
        "statement.rule": "Retssikkerhedsloven § 11 c",
    }

    text = said(LetterKind.STATEMENT, statement=by_law)

    assert lacking(LetterKind.STATEMENT, statement=by_law) == set()
    assert "Vi må give jer oplysningerne efter loven: Retssikkerhedsloven § 11 c." in text


def test_a_statement_does_not_tell_what_the_citizen_kept_out() -> None:
    text = said(LetterKind.STATEMENT, consent=told.CONSENT, statement=told.STATEMENT)

    assert "Hvad jeg tager" not in text
    assert "ja til, at vi giver jer oplysninger" in text
