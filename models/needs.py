"""What to keep in mind in every talk with the citizen, and about everything written to them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from models.course import Course
from models.danish import listed

_POST = {
    "exempt": (
        "Fritaget for Digital Post",
        "Fritaget for Digital Post: send brev, eller giv det i hånden.",
    ),
    "does-not-read": (
        "Læser ikke Digital Post",
        "Læser ikke sin Digital Post: giv brevene i hånden.",
    ),
}
_READING = {
    "large": ("Stor skrift", "Stor skrift i brevene."),
    "aloud": ("Læs højt", "Læs højt og forklar, også brevene."),
}
_ANONYMOUS = (
    "Anonym: skriv intet, som borgeren kan kendes på. Vil borgeren stå frem, så ret Henvendelse."
)
_PROTECTED = "Beskyttet adresse: sig den ikke højt, og giv den ikke videre."


class Topic(StrEnum):
    """What a need is about."""

    ANONYMOUS = "anonymous"
    PROTECTED = "protected"
    INTERPRETER = "interpreter"
    READING = "reading"
    EASE = "ease"
    POST = "post"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Need:
    """One thing to keep in mind: in a few words, and in a sentence that says what to do."""

    topic: Topic
    brief: str
    sentence: str


def needs_of(course: Course) -> tuple[Need, ...]:
    """Return what to keep in mind with this citizen, what protects them first.

    Anonymity: serviceloven §§ 10 and 101 a. Interpreter and reading: forvaltningsloven § 7 and
    instruction 3.1.2b.
    """
    return tuple(_needs(course))


def _needs(course: Course) -> Iterator[Need]:
    yield from _guarded(course)
    citizen = course.citizen
    if citizen.needs_interpreter:
        yield _interpreter(citizen.language)
    if citizen.reading in _READING:
        yield Need(Topic.READING, *_READING[citizen.reading])
    if citizen.ease:
        helps = tuple(_inside(helping) for helping in citizen.ease)
        brief = ", ".join((citizen.ease[0], *helps[1:]))
        yield Need(Topic.EASE, brief, f"Lettere med {listed(helps)}.")
    if citizen.digital_post in _POST and course.request.acting is None:
        yield Need(Topic.POST, *_POST[citizen.digital_post])
    yield from _beside(course)


def _guarded(course: Course) -> Iterator[Need]:
    """Yield what nobody may come to know."""
    if course.contact.is_anonymous:
        yield Need(Topic.ANONYMOUS, "Anonym", _ANONYMOUS)
    if course.citizen.has_protected_address:
        yield Need(Topic.PROTECTED, "Beskyttet adresse", _PROTECTED)


def _interpreter(language: str) -> Need:
    what = f"Tolk: {_inside(language)}" if language else "Tolk: spørg hvilket sprog"
    return Need(Topic.INTERPRETER, what, f"{what}. Lad aldrig børn tolke.")


def _beside(course: Course) -> Iterator[Need]:
    """Yield who stands beside the citizen, each with what they may."""
    for who in _people(course):
        yield Need(Topic.BESIDE, who, f"{who}.")


def _people(course: Course) -> Iterator[str]:
    request = course.request
    if request.companion:
        yield f"Bisidder: {request.companion}"
    if acting := request.acting_representative:
        yield f"Partsrepræsentant: {acting.name}"
    elif request.representative:
        yield "Partsrepræsentant: navn eller fuldmagt mangler"
    if guardian := request.guardian:
        reach = {True: "", False: " (ikke i den her sag)", None: " (spørg, om det gælder sagen)"}
        yield f"Værge: {guardian.name or 'navnet mangler'}{reach[guardian.covers]}"


def _inside(words: str) -> str:
    """Return *words* as they stand inside a sentence."""
    stays_capital = words[1:2].isupper()
    return words if stays_capital else words[:1].lower() + words[1:]
