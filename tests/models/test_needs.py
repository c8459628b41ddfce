import pytest

from app.facts import Facts
from models.needs import Need, Topic, needs_of
from tests.builders import CONTACT, REPRESENTED, REQUEST, course


def needs(contact: Facts | None = None, request: Facts | None = None) -> tuple[Need, ...]:
    told = course(contact={**CONTACT, **(contact or {})}, request={**REQUEST, **(request or {})})
    return needs_of(told)


def sentences(contact: Facts | None = None, request: Facts | None = None) -> list[str]:
    return [need.sentence for need in needs(contact, request)]


def test_nothing_is_said_when_there_is_nothing_to_mind() -> None:
    assert needs({"citizen.reading": ["plain"], "citizen.digital_post": ["reads"]}) == ()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("Arabisk", "Tolk: arabisk. Lad aldrig børn tolke."),
        ("", "Tolk: spørg hvilket sprog. Lad aldrig børn tolke."),
    ],
)
def test_an_interpreter_is_named_with_the_language(language: str, said: str) -> None:
    told: Facts = {"citizen.interpreter": ["true"]}
    spoken: Facts = {"citizen.language": language} if language else {}

    assert sentences({**told, **spoken}) == [said]


@pytest.mark.parametrize(
    ("reading", "said"),
    [
        ("large", ["Stor skrift i brevene."]),
        ("aloud", ["Læs højt og forklar, også brevene."]),
        ("unknown", []),
    ],
)
def test_how_one_reads_is_said_when_it_changes_something(reading: str, said: list[str]) -> None:
    assert sentences({"citizen.reading": [reading]}) == said


def test_what_makes_talks_easier_is_said_in_the_words_of_the_form() -> None:
    assert sentences({"citizen.ease": ["short", "one"]}) == [
        "Lettere med korte samtaler og én ting ad gangen."
    ]


def test_anonymity_and_a_protected_address_come_first() -> None:
    told = needs(
        {
            "contact.anonymous": ["true"],
            "citizen.protected_address": ["true"],
            "citizen.interpreter": ["true"],
            "citizen.digital_post": ["exempt"],
        }
    )

    assert [need.topic for need in told] == [
        Topic.ANONYMOUS,
        Topic.PROTECTED,
        Topic.INTERPRETER,
        Topic.POST,
    ]
    assert "Prøvevej" not in " ".join(need.sentence for need in told)


@pytest.mark.parametrize(
    ("request_form", "said"),
    [
        (
            {"request.representation": ["companion"], "request.companion_name": "Bo Øvemann"},
            "Bisidder: Bo Øvemann.",
        ),
        (REPRESENTED, "Partsrepræsentant: Advokat Øve."),
        (
            {**REPRESENTED, "request.representative_mandate": ["false"]},
            "Partsrepræsentant: navn eller fuldmagt mangler.",
        ),
        (
            {
                "request.representation": ["guardian"],
                "request.guardian_name": "Øve Værge",
                "request.guardian_covers": ["true"],
            },
            "Værge: Øve Værge.",
        ),
        (
            {
                "request.representation": ["guardian"],
                "request.guardian_name": "Øve Værge",
                "request.guardian_covers": ["false"],
            },
            "Værge: Øve Værge (ikke i den her sag).",
        ),
        (
            {"request.representation": ["guardian"]},
            "Værge: navnet mangler (spørg, om det gælder sagen).",
        ),
    ],
)
def test_who_stands_beside_the_citizen_is_said_with_what_they_may(
    request_form: Facts, said: str
) -> None:
    assert sentences(request=request_form) == [said]
