"""Which questions opened and closed because of an answer, for those who do not see it."""

from collections.abc import Mapping, Sequence

from models.answers import Place

_MOST_NAMED = 2


class QuestionChanges:
    """Remembers what was asked the last time a section was shown."""

    def __init__(self) -> None:
        self._asked: Mapping[Place, bool] = {}

    def told(self, asked: Mapping[Place, bool], wordings: Mapping[Place, str]) -> str:
        """Return a sentence about what is otherwise than the last time; empty when nothing is.

        *asked* says of each question on the page whether it is asked now. What has come onto the
        page since then is no change.
        """
        before, self._asked = self._asked, asked
        changed = [place for place, now in asked.items() if before.get(place, now) is not now]
        opened = [wordings[place] for place in changed if asked[place]]
        closed = [wordings[place] for place in changed if not asked[place]]
        sentences = (
            _sentence(opened, "Nyt spørgsmål", "nye spørgsmål"),
            _sentence(closed, "Stilles ikke længere", "spørgsmål stilles ikke længere"),
        )
        return " ".join(sentence for sentence in sentences if sentence)


def _sentence(questions: Sequence[str], one: str, several: str) -> str:
    if not questions:
        return ""
    if len(questions) == 1:
        return f"{one}: {questions[0]}"
    named = f": {' '.join(questions)}" if len(questions) <= _MOST_NAMED else "."
    return f"{len(questions)} {several}{named}"
