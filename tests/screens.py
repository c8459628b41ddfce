"""Every screen of the program, and how one comes to it from the practice register.

One list for all who look at the screens: the tests of what a screen reader is told, of the keyboard
and of the contrast, and the contact sheet. Each of `WORK` can be reached from anywhere; those of
`START` follow upon each other.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.demo.hands import NotOnTheScreenError
from tests.visitor import ADDITIONS, CONTROL, STEPS, Visitor
from views.screen.case_overview.page import Part
from views.screen.conversation.screen import ConversationScreen

Reach: TypeAlias = Callable[[Visitor], None]

PLANNED = "Maria Fjällström-Øvesen"
LONG = "Hans-Jørgen Ålborg-Testesen"
ENDED = "Ayşe Yıldırım-Prøvesen"
NEW = "Freja Ålykke-Testgaard"
ASSESSED = "Thảo Nguyễn Prøvholm"
DECIDED = "Rasmus Løgstør-Demo"
REQUESTING = "Birgitte Blåbjerg-Demo"
MOST_TURNS = 150


@dataclass(frozen=True, slots=True)
class Screen:
    """`name` is that of its picture; `reach` brings a visitor to it."""

    name: str
    reach: Reach


def _room(room: str, visitor: Visitor) -> None:
    visitor.go_to(room)


def _today(visitor: Visitor) -> None:
    visitor.go_to("I dag")
    labels = visitor.window.findChildren(QLabel)
    visitor.hands.wait_until(lambda: not any("Regner" in one.text() for one in labels))
    visitor.settle()


def _setting(button: str, visitor: Visitor) -> None:
    visitor.go_to("Indstillinger")
    visitor.hands.click(button)
    visitor.hands.rest(150)
    visitor.settle()


def _clicked(reach: Reach, *buttons: str) -> Reach:
    """Return *reach* with the first button that begins with each of *buttons* clicked."""

    def go_on(visitor: Visitor) -> None:
        reach(visitor)
        for button in buttons:
            click_first(visitor, button)

    return go_on


def click_first(visitor: Visitor, beginning: str) -> None:
    """Click the first button that says, or is named, something that begins so."""
    for button in visitor.seen.findChildren(QAbstractButton):
        said = (button.text(), button.accessibleName())
        if button.isVisible() and any(words.startswith(beginning) for words in said):
            button.click()
            visitor.settle()
            return
    raise NotOnTheScreenError(beginning)


def _case(citizen: str, visitor: Visitor) -> None:
    visitor.open_case(citizen)


def _step(citizen: str, step: str, sections: int, visitor: Visitor) -> None:
    visitor.open_case(citizen, tasks=False)
    visitor.hands.choose_row(STEPS, step)
    visitor.settle()
    for _ in range(sections):
        visitor.press(Qt.Key.Key_PageDown, CONTROL)


def _addition(form: str, visitor: Visitor) -> None:
    visitor.open_case(LONG, tasks=False)
    visitor.press(Qt.Key.Key_N, CONTROL)
    visitor.hands.choose_row(ADDITIONS, form)
    visitor.settle()


def _letter(citizen: str, letter: str, visitor: Visitor) -> None:
    visitor.open_case(citizen, tasks=False)
    visitor.hands.choose_row("Breve", letter)
    visitor.hands.rest(100)
    visitor.settle()


def _keyed(reach: Reach, key: Qt.Key, held: Qt.KeyboardModifier = CONTROL) -> Reach:
    def go_on(visitor: Visitor) -> None:
        reach(visitor)
        visitor.press(key, held)
        visitor.hands.rest(60)

    return go_on


def _case_overview(turns: int, visitor: Visitor) -> None:
    visitor.open_case(PLANNED, tasks=False)
    visitor.press(Qt.Key.Key_O, CONTROL)
    for _ in range(turns):
        visitor.press(Qt.Key.Key_PageDown, CONTROL)


def _search(words: str, visitor: Visitor) -> None:
    visitor.open_case(PLANNED)
    visitor.press(Qt.Key.Key_K, CONTROL)
    visitor.write(words)


def _talk(visitor: Visitor) -> None:
    _step(ASSESSED, "Afdækning", 0, visitor)
    visitor.press(Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier)
    visitor.take_size()


def _talk_summed_up(visitor: Visitor) -> None:
    _talk(visitor)
    (screen,) = visitor.window.findChildren(ConversationScreen)
    for _ in range(MOST_TURNS):
        if screen.side.is_at_summary:
            return
        visitor.hands.press(Qt.Key.Key_PageDown, CONTROL)
    raise NotOnTheScreenError("the summary")


def _tour(visitor: Visitor) -> None:
    visitor.go_to("Hjælp")
    visitor.hands.click("Tag rundvisningen")
    visitor.settle()


def _erasing(visitor: Visitor) -> None:
    visitor.open_case(ENDED)
    visitor.hands.click("Slet borgeren …")
    visitor.settle()


def _door(visitor: Visitor) -> None:
    visitor.hands.click("Lås")
    visitor.hands.rest(60)
    visitor.settle()


def _refused(visitor: Visitor) -> None:
    _door(visitor)
    visitor.hands.type_into("Adgangssætning", "en helt anden sætning")
    visitor.hands.click("Lås op")
    visitor.hands.wait_until(lambda: visitor.hands.has_button("Lås op"))
    visitor.settle()


ROOMS = (
    Screen("i-dag", _today),
    Screen("borgere", partial(_room, "Borgere")),
    Screen("breve", partial(_room, "Breve")),
    Screen("overblik", partial(_room, "Overblik")),
    Screen("retningslinjer", partial(_room, "Retningslinjer")),
    Screen("indstillinger", partial(_room, "Indstillinger")),
    Screen("hjaelp", partial(_room, "Hjælp")),
    Screen("rundvisning", _tour),
)
_SETTINGS = {
    "sted": "Ret oplysninger om jeres sted",
    "brevpapir": "Se brevpapiret",
    "brevenes-tekster": "Se brevenes tekster",
    "tjeklister": "Se tjeklisterne",
    "skemaer": "Se jeres skemaer",
    "personer": "Se, hvem der har adgang",
    "sikkerhedskopier": "Se sikkerhedskopierne",
    "eftersyn": "Gå til eftersyn",
}
SETTINGS = tuple(Screen(name, partial(_setting, said)) for name, said in _SETTINGS.items())
DEEPER = (
    Screen("tjekliste", _clicked(partial(_setting, "Se tjeklisterne"), "Begynd")),
    Screen("ny-regel", _clicked(partial(_room, "Retningslinjer"), "Skriv en regel til")),
    Screen("breve-valgt", _clicked(partial(_room, "Breve"), "Vælg alle")),
    Screen("slet-en-borger", _erasing),
)
CASES = (
    Screen("sag", partial(_case, PLANNED)),
    Screen("sag-mange-opgaver", partial(_case, LONG)),
    Screen("sag-efter-udskrivning", partial(_case, ENDED)),
    Screen("sag-uden-navn", partial(_case, "Solsort")),
    Screen("samtykker", _keyed(partial(_case, PLANNED), Qt.Key.Key_M)),
    Screen("tilfoej", _keyed(partial(_case, PLANNED), Qt.Key.Key_N)),
    Screen("find", partial(_search, "mar")),
    Screen("find-intet", partial(_search, "xylofon")),
    Screen("skema-paa-papir", _keyed(partial(_step, PLANNED, "Opfølgning", 0), Qt.Key.Key_P)),
)
CASE_OVERVIEWS = tuple(
    Screen(f"forloeb-{turns + 1}", partial(_case_overview, turns)) for turns in range(len(Part))
)
_LETTERS = {
    "brev-godkendt": (PLANNED, "Afgørelse"),
    "brev-plan": (PLANNED, "Behandlingsplan, hele planen"),
    "brev-mangler": (DECIDED, "Afgørelse"),
}
LETTERS = (
    *(Screen(name, partial(_letter, *what)) for name, what in _LETTERS.items()),
    Screen("brev-ved-siden-af", _keyed(partial(_step, DECIDED, "Afgørelse", 0), Qt.Key.Key_B)),
)
_STEPS = {
    "henvendelse-laest": (PLANNED, "Henvendelse", 0),
    "plan-laest": (PLANNED, "Behandlingsplan", 1),
    "anmodning": (REQUESTING, "Anmodning", 0),
    "laegesamtale": (NEW, "Lægesamtale", 0),
    "afdaekning": (ASSESSED, "Afdækning", 1),
    "afdaekning-stoffer": (ASSESSED, "Afdækning", 2),
    "afdaekning-sidst": (ASSESSED, "Afdækning", 9),
    "afgoerelse": (DECIDED, "Afgørelse", 0),
    "afgoerelse-videre": (DECIDED, "Afgørelse", 2),
    "ivaerksaettelse": (DECIDED, "Iværksættelse", 0),
    "behandlingsplan": (DECIDED, "Behandlingsplan", 2),
    "opfoelgning": (PLANNED, "Opfølgning", 1),
    "udskrivning": (LONG, "Udskrivning", 0),
    "efter-udskrivning": (ENDED, "Opfølgning efter udskrivning", 0),
}
FORMS = tuple(Screen(name, partial(_step, *what)) for name, what in _STEPS.items())
_ADDITIONS = {
    "note": "Note om samtalen",
    "raadgivning": "Rådgivning",
    "tilbagemelding": "Tilbagemelding på afdækningen",
    "netvaerk": "Netværk",
    "slip": "Slip og tilbagefald",
    "fremmoede": "Fremmøde og udeblivelse",
    "gavekort": "Gavekort",
    "undersoegelse": "Undersøgelse og henvisning",
    "indsatsplan": "Koordinerende indsatsplan",
    "underretning": "Underretning om et barn",
    "samtykke": "Samtykke",
    "partshoering": "Partshøring",
    "indstilling": "Indstilling til kommunen",
    "frit-valg": "Frit valg",
    "klage": "Klage og genvurdering",
    "aktindsigt": "Aktindsigt og indsigt",
    "udtalelse": "Udtalelse til andre",
    "maaling-audit": "AUDIT – alkohol",
    "maaling-ors": "ORS – hvordan går det?",
    "maaling-who-5": "WHO-5 Trivselsindeks",
    "maaling-europasi": "EuropASI",
}
BESIDE = tuple(Screen(name, partial(_addition, title)) for name, title in _ADDITIONS.items())
TALK = (
    Screen("samtale", _talk),
    Screen("samtale-note", _keyed(_talk, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)),
    Screen("samtale-opsummeret", _talk_summed_up),
)
DOOR = (Screen("doer", _door), Screen("doer-afvist", _refused))

WORK = (
    *ROOMS,
    *SETTINGS,
    *DEEPER,
    *CASES,
    *CASE_OVERVIEWS,
    *LETTERS,
    *FORMS,
    *BESIDE,
    *TALK,
    *DOOR,
)
