"""Where the tour stops, what is said there, and what on the screen it points at."""

from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QScrollArea, QWidget

from views.screen.case_beside import CaseBeside
from views.screen.citizen_list import CitizenList
from views.screen.form_page import FormPage
from views.screen.navigation import Room
from views.screen.step_list import StepList
from views.screen.today_list import TodayList


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop: in a *room*, in a case where there is one to show, or wherever one is.

    It points at the visible widget of this `kind`, or the one a screen reader calls `name`.
    """

    title: str
    text: str
    kind: type[QWidget]
    name: str = ""
    room: Room | None = None
    is_in_case: bool = False


STOPS = (
    Stop(
        "I dag",
        "Her begynder dagen: det, der haster mest, står øverst. Opgaverne kommer af det, I "
        "skriver, og går væk af sig selv, når de er løst.",
        TodayList,
        room=Room.TODAY,
    ),
    Stop(
        "Borgere",
        "Alle sager. Skriv begyndelsen af et navn, så er listen kort. En ny sag begynder med "
        "»Ny henvendelse«.",
        CitizenList,
        room=Room.CITIZENS,
    ),
    Stop(
        "Den røde tråd",
        "En sag åbner som et forløb. Trinene står til venstre, og programmet peger på det næste. "
        "Du må gerne tage dem i en anden rækkefølge.",
        StepList,
        is_in_case=True,
    ),
    Stop(
        "Spørgsmålene",
        "I midten står skemaet, et afsnit ad gangen. Alt bliver gemt, mens du skriver. Enter fører "
        "videre, og Ctrl+Z fortryder.",
        FormPage,
        is_in_case=True,
    ),
    Stop(
        "Vejledning og opgaver",
        "Til højre står, hvad retningslinjen og loven siger om netop det spørgsmål, og det, der "
        "mangler i sagen. Ctrl+G viser og skjuler det.",
        CaseBeside,
        is_in_case=True,
    ),
    Stop(
        "Breve",
        "Under trinene står sagens breve. Mangler et brev noget, loven kræver, siger programmet "
        "hvad, og fører dig derhen. Så længe kan det ikke godkendes.",
        QAbstractItemView,
        name="Breve",
        is_in_case=True,
    ),
    Stop(
        "Find, og få hjælp",
        "Ctrl+K finder rum, borgere, spørgsmål og breve. F1 åbner vejledningen ved netop det, du "
        "er ved.",
        QAbstractButton,
        name="Find en kommando",
    ),
    Stop(
        "Lås",
        "Lås med Ctrl+L, når du går. Intet går tabt, og du kommer tilbage til det samme spørgsmål. "
        "God fornøjelse.",
        QAbstractButton,
        name="Lås kartoteket",
    ),
)


def target_of(stop: Stop, window: QWidget) -> QWidget | None:
    """Return what *stop* points at in *window*, scrolled into sight, if it is there."""
    shown = (widget for widget in window.findChildren(stop.kind) if widget.isVisible())
    target = next((one for one in shown if stop.name in {"", one.accessibleName()}), None)
    for area in window.findChildren(QScrollArea):
        if target is not None and area is not target and area.isAncestorOf(target):
            area.ensureWidgetVisible(target)
    return target
