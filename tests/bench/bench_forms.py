"""How fast a form is read and worked out, comes to the screen, and how fast one types in it.

Run with: ``QT_QPA_PLATFORM=offscreen .venv/bin/python tests/bench/bench_forms.py``
"""

import gc
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from forms.calculation import with_calculated
from forms.enablement import enabled_places
from forms.questionnaire import Item, ItemType, Option, Questionnaire, Voice
from forms.reader import read_questionnaire
from forms.reading import read_reply
from forms.reply import Reply
from models.answers import Answers, Coding, Place
from views.screen.form_page import FormPage
from views.screen.look import Theme, apply_look

ROUNDS = 15
KEYS = 200
DEPENDENTS = 100
TODAY = date(2026, 11, 2)
SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"
OPTIONS = tuple(Option(Coding(code, f"Svar {code}")) for code in "abcd")
KINDS = (
    Item("", ItemType.STRING, "Hvad hedder borgeren?", required=True, help="Lidt hjælp hertil."),
    Item("", ItemType.TEXT, "Hvad siger borgeren selv?", voice=Voice.CITIZEN),
    Item("", ItemType.BOOLEAN, "Bor der børn hos borgeren?"),
    Item("", ItemType.CHOICE, "Hvor store er vanskelighederne?", options=OPTIONS),
    Item("", ItemType.DATE, "Hvornår talte I sammen?"),
    Item("", ItemType.INTEGER, "Hvor mange dage?", unit="dage"),
)


LONG = " Fortæl gerne med dine egne ord, hvordan det er lige nu."
LONG_HELP = (
    "Det er i orden at springe over; I kan altid vende tilbage til spørgsmålet en anden dag."
)
REST_MS = 45
"""How long the page is left alone until all of it stands: it is built on whenever it rests."""


def form(questions: int, long: str = "") -> Questionnaire:
    """Return a form with one section of *questions* questions of all kinds, worded *long*."""
    items = tuple(
        replace(kind, link_id=f"q{number}", text=f"{kind.text}{long}", help=LONG_HELP * bool(long))
        for number, kind in zip(range(questions), cycle(KINDS), strict=False)
    )
    section = Item("section", ItemType.GROUP, "Afsnit", items)
    return Questionnaire("urn:bench", "bench", "1", "Prøve", (section,))


def timed(deed: Callable[[], None]) -> tuple[float, float, float]:
    """Return the median milliseconds of *deed*: to its first picture, the same and whole as CPU."""
    first, at_first, whole = [], [], []
    for _ in range(ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        start, worked_before = perf_counter(), process_time()
        deed()
        QCoreApplication.sendPostedEvents()
        first.append((perf_counter() - start) * 1000)
        at_first.append((process_time() - worked_before) * 1000)
        # By CPU time the waiting costs nothing.
        QTest.qWait(REST_MS)
        whole.append((process_time() - worked_before) * 1000)
    return median(first), median(at_first), median(whole)


def dependent(kind: str) -> str:
    """Return the text of a form of 300 items, 100 of which depend by *kind* on the first."""
    answer = "%resource.descendants().where(linkId = 'q0').answer.value"
    items: list[dict[str, object]] = [{"linkId": "q0", "type": "integer", "text": "Hvor mange?"}]
    for number in range(1, 300):
        asked = {"linkId": f"q{number}", "type": "integer", "text": "Hvor mange da?"}
        items.append({**asked, **(DEPENDING[kind](number, answer) if number <= DEPENDENTS else {})})
    return json.dumps(
        {
            "resourceType": "Questionnaire",
            "url": "urn:bench:dependent",
            "version": "1",
            "title": "Prøve",
            "status": "active",
            "item": items,
        }
    )


def _when(number: int, _: str) -> dict[str, object]:
    condition = {"question": "q0", "operator": ">", "answerInteger": number}
    return {"enableWhen": [condition]}


def _enabled_if(number: int, answer: str) -> dict[str, object]:
    return _expression("enableWhenExpression", f"{answer} > {number}")


def _calculated(number: int, answer: str) -> dict[str, object]:
    return _expression("calculatedExpression", f"{answer} * 2 + {number}")


def _expression(name: str, text: str) -> dict[str, object]:
    written = {"language": "text/fhirpath", "expression": text}
    return {"extension": [{"url": f"{SDC}{name}", "valueExpression": written}]}


DEPENDING: dict[str, Callable[[int, str], dict[str, object]]] = {
    "enableWhen": _when,
    "enableWhenExpression": _enabled_if,
    "calculatedExpression": _calculated,
}


def engine() -> None:
    """Print how long it takes to read such forms, and what one answer sets off."""
    for kind in DEPENDING:
        text = dependent(kind)
        form = read_questionnaire(text)
        answers = Answers().with_answer(Place("q0"), DEPENDENTS // 2)
        reading = worked(partial(read_questionnaire, text))
        answering = worked(partial(answer, form, answers))
        print(f"300 items, {DEPENDENTS} by {kind}: read in {reading:.1f} ms (at most 30),", end=" ")
        print(f"one answer {answering:.2f} ms (at most 2)")


def answer(form: Questionnaire, answers: Answers) -> None:
    """Work out all that one answer sets off."""
    enabled_places(form, with_calculated(form, answers, TODAY), TODAY)


def worked(deed: Callable[[], object]) -> float:
    """Return the median milliseconds of *deed*."""
    took = []
    for _ in range(ROUNDS * 3):
        start = perf_counter()
        deed()
        took.append((perf_counter() - start) * 1000)
    return median(took)


class Bare:
    """The same number of bare labels and lines in the same dress: what Qt itself costs."""

    def __init__(self, questions: int) -> None:
        self.questions = questions
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.resize(900, 768)
        self.scroll.show()

    def show(self) -> None:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        for number in range(self.questions):
            column.addWidget(QLabel(f"Spørgsmål {number}"))
            column.addWidget(QLineEdit())
        self.scroll.setWidget(sheet)


class Typing:
    """One page, and what the conductor does with each key but save it."""

    def __init__(self, questions: int, long: str = "") -> None:
        self.form = form(questions, long)
        self.answers = Answers()
        self.page = FormPage()
        self.page.resize(900, 768)
        self.page.show()
        self.page.answered.connect(self.record)

    def show(self) -> None:
        self.page.show_form(self.form, 0, self.answers, enabled_places(self.form, self.answers))

    def show_whole(self) -> None:
        self.show()
        self.page.focus_place(Place(f"q{len(self.form.items[0].items) - 1}"))

    def record(self, place: Place, reply: Reply) -> None:
        values = read_reply(self.form.by_link_id[place.link_id], reply)
        self.answers = self.answers.with_answer(place, *values)
        self.page.show_answers(self.answers, enabled_places(self.form, self.answers))

    def keys(self, link_id: str) -> tuple[float, float]:
        """Return the median and the 99th percentile of a key's milliseconds."""
        self.page.activateWindow()
        QApplication.processEvents()
        self.page.focus_place(Place(link_id), 1_000_000)
        focused = QApplication.focusWidget() or self.page
        took = []
        for _ in range(KEYS):
            start = perf_counter()
            QTest.keyClick(focused, Qt.Key.Key_A)
            QApplication.processEvents()
            took.append((perf_counter() - start) * 1000)
        return median(took), quantiles(took, n=100)[98]


def screen(questions: int, long: str = "") -> Typing:
    """Print how fast such a form comes to the screen, in milliseconds and times bare Qt."""
    typing, bare = Typing(questions, long), Bare(questions)
    _, _, qts = timed(bare.show)
    first, at_first, whole = timed(typing.show)
    _, _, to_the_last = timed(typing.show_whole)
    worded = "long questions" if long else "questions"
    print(f"{questions:4} {worded}: first screens {first:6.1f} ms (CPU {at_first:.1f}),", end=" ")
    print(f"whole CPU {whole:6.1f} ms, {whole / qts:4.1f} x bare Qt ({qts:.1f})")
    print(f"     at once to the last question: CPU {to_the_last:6.1f} ms")
    return typing


def main() -> None:
    """Print the table."""
    engine()
    # As the program: it collects when it rests.
    gc.disable()
    application = QApplication([])
    apply_look(application, Theme.LIGHT, 1.0)
    screen(150, LONG)
    for questions in (15, 150):
        typing = screen(questions)
        print("     a key in a line  {:6.2f} ms, 99 % within {:6.2f}".format(*typing.keys("q0")))
        print("     a key in a box   {:6.2f} ms, 99 % within {:6.2f}".format(*typing.keys("q1")))
        # In one paragraph Qt alone needs 17 ms for a key; people press Enter now and then.
        long = ("Jeg vil gerne fortælle. " * 20 + "\n") * 210
        typing.answers = typing.answers.with_answer(Place("q1"), long)
        typing.show()
        figures = typing.keys("q1")
        print("     after 100,000    {:6.2f} ms, 99 % within {:6.2f}".format(*figures))


if __name__ == "__main__":
    main()
