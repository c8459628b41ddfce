"""The way through a conversation: which turn one is at, what was skipped, what was said."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.asking import Asking
from app.conversation_mark import ConversationMark
from app.whereabouts import Whereabouts
from forms.answered import is_settled
from forms.checking import problem_at
from forms.together import Said, Turn, asked_in, is_asked, said_together, wording
from forms.unfinished import finished
from models.answers import Place

_AT_END = "Det har du fortalt. Er det sådan, du ser det?"


@dataclass
class ConversationWay:
    """Walks *turns* forth and back, past those in which nothing is asked; after the last, the end.

    `turn` is None at the end, where one looks over what was said.
    """

    turns: Sequence[Turn]
    at: int = 0
    skipped: dict[Place, None] = field(default_factory=dict)

    @property
    def turn(self) -> Turn | None:
        """What is asked now."""
        return self.turns[self.at] if self.at < len(self.turns) else None

    @property
    def section(self) -> int:
        """The number of the section one is in."""
        turn = self.turn or self.turns[-1]
        return turn.section

    @property
    def mark(self) -> ConversationMark:
        """What to remember of it over a lock."""
        return ConversationMark(tuple(self.skipped), self.turn is None)

    def begin(self, at: Whereabouts, mark: ConversationMark | None, asking: Asking) -> None:
        """Begin at a place of the form, and remember what was skipped before."""
        self.skipped = dict.fromkeys(mark.skipped) if mark else {}
        if mark and mark.is_at_end:
            self.at = len(self.turns)
            return
        asked = self._asked(asking)
        here = (i for i in asked if at.place and at.place.link_id in self.turns[i].link_ids)
        later = (i for i in asked if self.turns[i].section >= at.section)
        self.at = next(here, next(later, next(iter(asked), 0)))

    def go_on(self, asking: Asking) -> None:
        """Go to the next turn in which something is asked, else to the end."""
        after = (index for index in self._asked(asking) if index > self.at)
        self.at = next(after, len(self.turns))

    def go_back(self, asking: Asking) -> None:
        """Go to the turn before, if there is one."""
        before = self.before(asking)
        self.at = self.at if before is None else before

    def before(self, asking: Asking) -> int | None:
        """Return the number of the turn before."""
        return next((i for i in reversed(self._asked(asking)) if i < self.at), None)

    def go_to(self, place: Place) -> None:
        """Go to the turn that asks at *place*."""
        found = (i for i, turn in enumerate(self.turns) if place.link_id in turn.link_ids)
        self.at = next(found, self.at)

    def skip(self, place: Place) -> bool:
        """Skip the question at *place*, or do so no longer; return whether it is skipped now."""
        if place in self.skipped:
            del self.skipped[place]
            return False
        self.skipped[place] = None
        return True

    def settle(self, place: Place) -> None:
        """Know that *place* has been spoken of."""
        self.skipped.pop(place, None)

    def first(self, asking: Asking) -> Place | None:
        """Return the first question asked now that waits for an answer, else the first."""
        turn = self.turn
        asked = asked_in(turn, asking.answers, asking.enabled) if turn else ()
        waiting = (place for place in asked if not asking.answers.at(place))
        return next(waiting, next(iter(asked), None))

    def said(self, asking: Asking) -> tuple[Said, ...]:
        """Return what the citizen said so far."""
        return said_together(asking.form, asking.answers, asking.enabled)

    def still_skipped(self, asking: Asking) -> tuple[Said, ...]:
        """Return the questions that were skipped, are still asked, and wait."""
        return tuple(
            Said(place, wording(asking.form, place.link_id), "")
            for place in self.skipped
            if place in asking.enabled and not is_settled(asking.answers.at(place))
        )

    def progress(self, asking: Asking) -> str:
        """Return how far one is, as ``"Emne 3 af 9"``; empty at the end or with only one."""
        subjects = list(dict.fromkeys(self.turns[index].section for index in self._asked(asking)))
        if self.turn is None or self.section not in subjects or len(subjects) == 1:
            return ""
        return f"Emne {subjects.index(self.section) + 1} af {len(subjects)}"

    def told(self, asking: Asking) -> str:
        """Return what a screen reader says of where one is."""
        turn = self.turn
        return f"{turn.title}. {self.progress(asking)}".strip() if turn else _AT_END

    def _asked(self, asking: Asking) -> list[int]:
        return [
            index
            for index, turn in enumerate(self.turns)
            if is_asked(turn, asking.answers, asking.enabled)
        ]


def unreadable(asking: Asking, place: Place) -> str:
    """Return what is wrong with the answer at *place*, in the citizen's wording; else empty."""
    asked = replace(asking.item(place), text=wording(asking.form, place.link_id))
    return problem_at(asked, finished(asked, asking.answers.at(place), asking.today))
