"""Whatever is answered, unanswered, added and taken away, in any order, the form stays whole."""

import json
from datetime import UTC, datetime

from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse as IndependentResponse
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from forms.calculation import following_again, is_following, offers, with_calculated, with_typed
from forms.enablement import applicable_places
from forms.errors import Code, UnreadAnswerError
from forms.findings import Severity, response_findings
from forms.outline import link_ids_inside, starting_answers, walk_places, with_started_row
from forms.questionnaire import Item, Questionnaire
from forms.response import read_response, write_response
from models.answers import Answers, Place, Unread
from tests.forms.everything import everything, values_of
from tests.forms.scored import scored

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
TODAY = NOW.date()
FORMS = (everything(), scored())
MOST_ROWS = 3


class Filling(RuleBasedStateMachine):
    """Somebody fills a form in, as unsteadily as can be."""

    form: Questionnaire
    answers: Answers

    @initialize(number=st.integers(0, len(FORMS) - 1))
    def open(self, number: int) -> None:
        self.form = FORMS[number]
        self.answers = with_calculated(self.form, starting_answers(self.form), TODAY)

    def _become(self, answers: Answers) -> None:
        self.answers = with_calculated(self.form, answers, TODAY)

    def _places(self, data: st.DataObject, *, groups: bool) -> tuple[Item, Place] | None:
        found = [
            (item, place)
            for item, place in walk_places(self.form.items, self.answers)
            if (item.is_repeating_group if groups else item.is_question)
        ]
        return data.draw(st.sampled_from(found)) if found else None

    @rule(data=st.data())
    def answer(self, data: st.DataObject) -> None:
        found = self._places(data, groups=False)
        if found and not found[0].read_only:
            values = data.draw(st.lists(values_of(found[0]), max_size=2))
            self._become(with_typed(self.form, self.answers, found[1], *values))

    @rule(data=st.data())
    def answer_and_take_it_back(self, data: st.DataObject) -> None:
        """The answers that a change disables must come back with it."""
        found = self._places(data, groups=False)
        if found and not found[0].read_only and not found[0].calculated:
            before = self.answers
            values = data.draw(st.lists(values_of(found[0]), max_size=1))
            self._become(with_typed(self.form, before, found[1], *values))
            self._become(with_typed(self.form, self.answers, found[1], *before.at(found[1])))
            applicable = applicable_places(self.form, before, TODAY)
            assert self.answers.only(applicable) == before.only(applicable)

    @rule(data=st.data())
    def add_a_row(self, data: st.DataObject) -> None:
        found = self._places(data, groups=True)
        if found and self.answers.rows(found[1]) < MOST_ROWS:
            self._become(with_started_row(*found, self.answers))

    @rule(data=st.data())
    def take_a_row_away(self, data: st.DataObject) -> None:
        found = self._places(data, groups=True)
        if found and self.answers.rows(found[1]):
            row = data.draw(st.integers(0, self.answers.rows(found[1]) - 1))
            self._become(self.answers.without_row(found[1], row, link_ids_inside(found[0])))

    @rule(data=st.data())
    def follow_again(self, data: st.DataObject) -> None:
        offered = offers(self.form, self.answers, TODAY)
        if offered:
            place = data.draw(st.sampled_from(sorted(offered)))
            self.answers = following_again(self.form, self.answers, place, TODAY)
            assert is_following(self.form, self.answers, place)
            assert self.answers.at(place) == offered[place]

    @invariant()
    def a_draft_comes_back_as_it_was(self) -> None:
        draft = write_response(self.form, self.answers, NOW, signed=False)
        back = read_response(self.form, draft)
        assert back == self.answers
        assert write_response(self.form, back, NOW, signed=False) == draft

    @invariant()
    def what_is_signed_is_valid_and_holds_nothing_that_is_not_asked(self) -> None:
        applicable = applicable_places(self.form, self.answers, TODAY)
        try:
            text = write_response(self.form, self.answers, NOW, signed=True)
        except UnreadAnswerError:
            unread = [p for p, v in self.answers.values.items() if any(map(_is_unread, v))]
            assert set(unread) & applicable
            return
        IndependentResponse.model_validate(json.loads(text))
        found = response_findings(self.form, text, TODAY)
        wrong = {one.code for one in found if one.severity is Severity.ERROR}
        assert wrong <= {Code.VALUE, Code.REQUIRED}
        signed = read_response(self.form, text)
        asked = {place.link_id for place in applicable}
        assert {place.link_id for place in signed.values} <= asked

    @invariant()
    def calculating_again_changes_nothing(self) -> None:
        assert with_calculated(self.form, self.answers, TODAY) is self.answers


def _is_unread(value: object) -> bool:
    return isinstance(value, Unread) and bool(value.typed.strip())


TestFilling = Filling.TestCase
TestFilling.settings = settings(max_examples=20, stateful_step_count=15, deadline=None)
