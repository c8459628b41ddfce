"""To whom a letter goes and how it arrives, in words, for the one who approves and sends it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from models.address import Address
from models.course import Course
from models.decision import Delivery
from models.letters.addressing import keeps_address_out
from models.request import Guardian

_POST: Mapping[str, str] = {
    "reads": "Borgeren læser sin Digital Post.",
    "does-not-read": "Borgeren læser ikke sin Digital Post. Giv helst brevet i hånden.",
    "exempt": "Borgeren er fritaget for Digital Post. Send et brev, eller giv det i hånden.",
}
_POST_UNKNOWN = "Spørg, om borgeren læser sin Digital Post, før I vælger den."
_PROTECTED = (
    "Borgeren har beskyttet adresse. Kun kuvertens rude må vise den, og ingen andre må få en kopi "
    "med den på."
)
_KEPT_OUT = (
    "Borgeren har beskyttet adresse. Der er ikke brug for den her, så den står ikke i brevet."
)
_NO_ADDRESS = "Vi har ingen hel adresse til borgeren. Giv brevet i hånden."
_ABROAD = "Brevet skal til udlandet. Posten er længere undervejs, så ring også."
_NO_LETTERS = "Borgeren har ikke sagt ja til at få brev. Aftal, hvordan det når frem."
_ANONYMOUS = "Borgeren er anonym, så brevet kan kun gives i hånden."


@dataclass(frozen=True, slots=True)
class Sending:
    """Sentences about `to` whom a letter goes, and the `way` it gets there and is understood."""

    to: tuple[str, ...]
    way: tuple[str, ...]


def sending(course: Course, delivery: Delivery | None = None) -> Sending:
    """Return to whom a letter to the citizen goes and how it arrives; *delivery* when chosen."""
    acts = course.request.acting is not None
    way = () if acts else (*_arriving(course, delivery), *_understood(course))
    return Sending(tuple(_to(course)), tuple(way))


def _to(course: Course) -> Iterator[str]:
    request = course.request
    if acting := request.acting:
        who = "værge" if isinstance(acting, Guardian) else "partsrepræsentant"
        yield f"Brevet går til {acting.name}, som er borgerens {who}."
        yield _copy(course)
        return
    yield "Brevet går til borgeren selv."
    if request.representative:
        yield "Partsrepræsentanten får intet, før navnet og en skriftlig fuldmagt er her."
    if request.guardian and request.guardian.covers is False:
        yield "Værgemålet gælder ikke den her sag, så værgen får intet."
    elif request.guardian:
        yield "Værgen får intet, før navnet er her, og det er set efter, om værgemålet gælder."
    if request.companion:
        yield "Bisidderen får ingen breve. Borgeren kan selv vise det frem."


def _copy(course: Course) -> str:
    if not course.request.wants_copy:
        return "Borgeren vil ikke have en kopi."
    if course.citizen.has_protected_address:
        return "Borgeren får en kopi i sin egen kuvert. Den beskyttede adresse står ikke i brevet."
    return "Borgeren får en kopi. Skriv den ud for sig, og send den for sig."


def _arriving(course: Course, delivery: Delivery | None) -> Iterator[str]:
    citizen = course.citizen
    if course.contact.is_anonymous:
        yield _ANONYMOUS
        return
    if citizen.has_protected_address:
        yield _KEPT_OUT if keeps_address_out(course, delivery) else _PROTECTED
    if delivery is not Delivery.HANDED_OVER:
        yield from _on_the_way(course, delivery)


def _on_the_way(course: Course, delivery: Delivery | None) -> Iterator[str]:
    citizen = course.citizen
    if delivery is not Delivery.LETTER:
        yield _POST.get(citizen.digital_post, _POST_UNKNOWN)
    if delivery is not Delivery.DIGITAL_POST:
        yield from _by_post(citizen.address, citizen.whereabouts)
    if delivery is Delivery.LETTER and citizen.may_contact and "letter" not in citizen.may_contact:
        yield _NO_LETTERS


def _by_post(address: Address, whereabouts: str) -> Iterator[str]:
    if not address.is_complete:
        met = f" Borgeren træffes bedst: {whereabouts}" if whereabouts else ""
        yield f"{_NO_ADDRESS}{met}"
    elif address.is_abroad:
        yield _ABROAD


def _understood(course: Course) -> Iterator[str]:
    citizen = course.citizen
    if citizen.reads_large_print:
        yield "Brevet er sat med stor skrift."
    if citizen.wants_reading_aloud:
        yield "Læs brevet højt sammen med borgeren."
    if citizen.needs_interpreter:
        yield "Gå brevet igennem med en tolk."
