"""Whole courses asked in Samtale: the citizen's part is answered there, and nothing else shown."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.facts import replies
from app.supplies import supplies
from forms.reply import Reply
from forms.together import is_asked_together
from models.answers import Place
from models.course import Form
from tests.demo.hands import NotOnTheScreenError
from tests.demo.journey import Journey, Step, read_walk
from tests.journeys.counsellor import SIGN, STEPS
from views.screen.conversation.screen import ConversationScreen

# Where these go others went before: counting the lines again would take as long as they do.
pytestmark = [pytest.mark.journey, pytest.mark.no_cover]

NOTHING = Qt.KeyboardModifier.NoModifier
TOLD_BY = ("text", "plainText", "placeholderText", "toolTip", "windowTitle")
LONG = 12
"""From so many characters on an answer is somebody's own and no word of the screen's."""
ALWAYS_PRIVATE = frozenset({"Vejledning", "Behandling senest", "Fristen", "Forløbets trin"})
ANONYMOUS: tuple[Step, ...] = (
    {
        "form": Form.CONTACT,
        "answers": {
            "contact.date": "2.11.2026",
            "contact.way": ["in-person"],
            "contact.words": "Er det normalt at ryge hver aften?",
            "contact.acute": ["false"],
            "contact.anonymous": ["true"],
            "citizen.name": "Solsikke",
            "contact.where": "Ring aldrig til hendes mor",
            "citizen.ease": ["breaks", "calm"],
        },
    },
    {
        "form": Form.REQUEST,
        "answers": {
            "request.received": "2.11.2026",
            "request.way": ["after-counselling"],
            "request.words": "Jeg vil gerne i gang.",
            "request.regional": ["neither"],
        },
    },
    {
        "form": Form.ASSESSMENT,
        "answers": {
            "assessment.date": "2.11.2026",
            "assessment.wishes": "At kunne sove uden hash.",
            "drugs.words": "Kun om aftenen.",
            "drugs.problem": "Søvnen er væk",
            "children.home": ["yes"],
            "children.note": "Kanariefuglen skal undersøges nærmere",
            "assessment.conclusion": "Samlet set er undulaten i trivsel",
        },
    },
)


COURSES = {
    "a full grant": ("Annika", tuple(read_walk("full_grant").steps)),
    "a partial refusal": ("Øvelund", tuple(read_walk("partial_refusal").steps)),
    "without a name": ("Solsikke", ANONYMOUS),
}


class Together:
    """A counsellor and a citizen at one screen; `shown` is what it showed that it must not."""

    def __init__(self, journey: Journey, name: str) -> None:
        self._journey = journey
        self._hands = journey.hands
        self._name = name
        self._private = {*ALWAYS_PRIVATE, name}
        self.talked: list[str] = []
        self.shown: set[str] = set()

    def take(self, step: Step) -> None:
        """Fill the form of *step*, the citizen's part of it in Samtale, and sign it."""
        form = supplies().newest(step["form"])
        given = tuple(replies(step["answers"], self._journey.clock().date()))
        shared = [pair for pair in given if is_asked_together(form, pair[0].link_id)]
        own = [pair for pair in given if pair not in shared]
        self._hands.choose_row(STEPS, form.title)
        later = self._answer(own)
        read = " ".join(reply.text for _, reply in shared)
        self._private |= {reply.text for _, reply in own if len(reply.text) >= LONG}
        self._talk(shared)
        # What the citizen said opened these; then the two look at all of it once more.
        assert self._answer(later) == []
        self._look_back({text for text in self._private if text not in read})
        self.talked.append(form.title)
        while not self._hands.has_button(SIGN):
            self._hands.next_section()
        self._hands.click(SIGN)
        assert "Færdig" in self._hands.row(STEPS, form.title)

    def _talk(self, shared: list[tuple[Place, Reply]]) -> None:
        """Answer in Samtale what is *shared*."""
        self._hands.press(Qt.Key.Key_F11, NOTHING)
        assert self._screen() is not None
        assert self._answer(shared) == []
        self._hands.press(Qt.Key.Key_F11, NOTHING)
        assert self._screen() is None

    def _look_back(self, private: set[str]) -> None:
        """Turn in Samtale to what was said, and look from there back to the first question."""
        self._hands.press(Qt.Key.Key_F11, NOTHING)
        while (screen := self._screen()) and not screen.side.is_at_summary:
            self._hands.next_section()
        self._look(private)
        while self._hands.has_button("Tilbage"):
            self._hands.press(Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
            self._look(private)
        self._hands.press(Qt.Key.Key_F11, NOTHING)

    def _answer(self, given: list[tuple[Place, Reply]]) -> list[tuple[Place, Reply]]:
        """Answer what is asked, and return what is not."""
        unasked = []
        for place, reply in given:
            try:
                self._hands.answer(place, reply)
            except NotOnTheScreenError:
                unasked.append((place, reply))
        return unasked

    def _look(self, private: set[str]) -> None:
        """Note what of *private* stands in the window now, or is told of it."""
        visible = [w for w in self._journey.window.findChildren(QWidget) if w.isVisible()]
        told = "\n".join(_told(widget) for widget in (self._journey.window, *visible))
        self.shown |= {text for text in private if text in told}

    def _screen(self) -> ConversationScreen | None:
        found = self._journey.window.findChildren(ConversationScreen)
        return next((screen for screen in found if screen.isVisible()), None)


def _told(widget: QWidget) -> str:
    properties = (str(widget.property(name) or "") for name in TOLD_BY)
    return "\n".join((*properties, widget.accessibleName(), widget.accessibleDescription()))


@pytest.mark.parametrize("course", COURSES)
def test_a_course_is_asked_in_samtale_and_the_citizen_sees_only_what_is_theirs(
    journey: Journey, course: str
) -> None:
    name, steps = COURSES[course]
    together = Together(journey, name)
    journey.hands.click("Borgere")
    journey.hands.click("Ny henvendelse")

    for step in steps:
        if "day" in step:
            journey.clock.be_on(date.fromisoformat(step["day"]))
        if "form" in step:
            together.take(step)

    assert together.shown == set()
    assert len(together.talked) == sum("form" in step for step in steps)
