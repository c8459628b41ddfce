import pytest

from app.facts import Facts
from models.course import Course
from models.decision import Delivery
from models.letters.addressing import addressing
from models.letters.letter import LetterKind
from models.letters.sending import sending
from tests.builders import (
    CONTACT,
    DECIDED,
    PARTIAL_REFUSAL,
    REPRESENTED,
    REQUEST,
    course,
    draft,
    text_of,
)

GUARDED: Facts = {
    **REQUEST,
    "request.representation": ["guardian"],
    "request.guardian_name": "Øve Værge",
    "request.guardian_covers": ["true"],
    "request.guardian_street": "Øvegade 7",
    "request.guardian_postal_code": "0000",
    "request.guardian_town": "Prøveby",
}
PROTECTED: Facts = {"citizen.protected_address": ["true"]}


def of(contact: Facts | None = None, request: Facts | None = None) -> Course:
    return course(
        contact={**CONTACT, **(contact or {})},
        request=request or REQUEST,
        decision=PARTIAL_REFUSAL,
    )


def way(contact: Facts, delivery: Delivery | None = None) -> str:
    return " ".join(sending(of(contact), delivery).way)


def test_a_companion_gets_no_letters() -> None:
    accompanied: Facts = {
        **REQUEST,
        "request.representation": ["companion"],
        "request.companion_name": "Bo Øvemann",
    }

    to = sending(of(request=accompanied)).to

    assert to == (
        "Brevet går til borgeren selv.",
        "Bisidderen får ingen breve. Borgeren kan selv vise det frem.",
    )
    assert addressing(of(request=accompanied)).receiver.lines[0] == "Łukasz Øvelund"


@pytest.mark.parametrize(
    ("request_form", "who"),
    [
        (REPRESENTED, "Advokat Øve, som er borgerens partsrepræsentant."),
        (GUARDED, "Øve Værge, som er borgerens værge."),
    ],
)
def test_the_letter_goes_to_who_acts_and_a_copy_to_the_citizen(
    request_form: Facts, who: str
) -> None:
    told = of(request=request_form)

    to, copy = sending(told).to
    letter = draft(LetterKind.DECISION, told, today=DECIDED)

    assert to == f"Brevet går til {who}"
    assert copy.startswith("Borgeren får en kopi.")
    assert letter.lacks == ()
    assert letter.letter.receiver.lines[0] in who
    assert ("Vedrører", "Łukasz Øvelund") in letter.letter.reference
    assert "Kopi er sendt til Łukasz Øvelund." in text_of(letter.letter)


def test_a_citizen_who_wants_no_copy_gets_none() -> None:
    told = of(request={**GUARDED, "request.copy": ["false"]})

    letter = draft(LetterKind.DECISION, told, today=DECIDED)

    assert sending(told).to[1] == "Borgeren vil ikke have en kopi."
    assert "Kopi er sendt" not in text_of(letter.letter)


@pytest.mark.parametrize(
    ("covers", "said"),
    [
        (["false"], "Værgemålet gælder ikke den her sag"),
        ("", "set efter, om værgemålet gælder"),
    ],
)
def test_a_guardian_whom_the_case_is_no_business_of_gets_nothing(
    covers: str | list[str], said: str
) -> None:
    told = of(request={**GUARDED, "request.guardian_covers": covers})

    assert sending(told).to[0] == "Brevet går til borgeren selv."
    assert said in sending(told).to[1]
    assert addressing(told).receiver.lines[0] == "Łukasz Øvelund"


def test_a_representative_without_a_mandate_gets_nothing() -> None:
    told = of(request={**REPRESENTED, "request.representative_mandate": ["false"]})

    assert "får intet" in sending(told).to[1]


@pytest.mark.parametrize(
    ("delivery", "post", "is_printed"),
    [
        (Delivery.LETTER, "reads", True),
        (Delivery.DIGITAL_POST, "reads", False),
        (Delivery.HANDED_OVER, "exempt", False),
        (None, "reads", False),
        (None, "exempt", True),
    ],
)
def test_a_protected_address_stands_in_the_window_only_when_the_post_needs_it(
    delivery: Delivery | None, post: str, *, is_printed: bool
) -> None:
    contact = {**PROTECTED, "citizen.digital_post": [post]}

    lines = addressing(of(contact), delivery).receiver.lines

    assert ("Prøvevej 12" in lines) is is_printed
    said = "Kun kuvertens rude" if is_printed else "står ikke i brevet"
    assert said in way(contact, delivery)


@pytest.mark.parametrize("request_form", [REPRESENTED, GUARDED])
def test_the_one_who_acts_never_sees_a_protected_address(request_form: Facts) -> None:
    told = of(PROTECTED, request_form)

    letter = draft(LetterKind.DECISION, told, today=DECIDED).letter

    assert "Prøvevej" not in f"{letter.receiver} {letter.reference} {text_of(letter)}"


@pytest.mark.parametrize(
    ("contact", "delivery", "said"),
    [
        ({"citizen.digital_post": ["exempt"]}, None, "fritaget for Digital Post. Send et brev"),
        ({"citizen.digital_post": ["does-not-read"]}, None, "Giv helst brevet i hånden."),
        ({"citizen.digital_post": ["reads"]}, Delivery.DIGITAL_POST, "læser sin Digital Post"),
        ({}, None, "Spørg, om borgeren læser sin Digital Post"),
        ({"citizen.street": ""}, Delivery.LETTER, "ingen hel adresse"),
        (
            {"citizen.street": "", "contact.where": "Værestedet om formiddagen."},
            None,
            "træffes bedst: Værestedet om formiddagen.",
        ),
        ({"citizen.country": "Polen"}, Delivery.LETTER, "Brevet skal til udlandet."),
        ({"citizen.may_contact": ["call"]}, Delivery.LETTER, "ikke sagt ja til at få brev"),
        ({"contact.anonymous": ["true"]}, None, "kan kun gives i hånden"),
        ({"citizen.reading": ["aloud"]}, None, "Læs brevet højt sammen med borgeren."),
        ({"citizen.reading": ["large"]}, None, "stor skrift"),
        ({"citizen.interpreter": ["true"]}, None, "med en tolk"),
    ],
)
def test_how_the_letter_arrives_and_is_understood_is_said(
    contact: Facts, delivery: Delivery | None, said: str
) -> None:
    assert said in way(contact, delivery)


def test_a_letter_given_by_hand_says_nothing_of_the_post() -> None:
    assert (
        way({"citizen.street": "", "citizen.digital_post": ["exempt"]}, Delivery.HANDED_OVER) == ""
    )


def test_an_address_abroad_ends_with_the_country_and_needs_no_postal_code() -> None:
    abroad = {"citizen.country": "Polen", "citizen.postal_code": ""}

    receiver = addressing(of(abroad), Delivery.LETTER)

    assert receiver.receiver.lines == ("Łukasz Øvelund", "Prøvevej 12", "Prøveby", "POLEN")
    assert "receiver" in receiver.present


def test_danmark_is_not_written_on_a_letter_in_denmark() -> None:
    lines = addressing(of({"citizen.country": " danmark "}), Delivery.LETTER).receiver.lines

    assert lines == ("Łukasz Øvelund", "Prøvevej 12", "0000 Prøveby")


@pytest.mark.parametrize("kind", [LetterKind.DECISION, LetterKind.REQUEST_RECEIPT])
def test_no_letter_with_a_name_goes_to_an_anonymous_citizen(kind: LetterKind) -> None:
    told = of({"contact.anonymous": ["true"]})

    lacks = {lack.id for lack in draft(kind, told, today=DECIDED).lacks}

    assert "named" in lacks
