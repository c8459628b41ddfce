"""That the citizen does not wish to answer a question, noted and taken back in the form."""

from PySide6.QtCore import QObject, Slot

from app.conductors.form import FormConductor
from forms.answered import is_declined
from forms.reply import Reply
from forms.together import may_decline
from models.answers import Place
from views.screen.question_menu import QuestionMenu, field_at, field_with_focus, reply_in


class Declining(QObject):
    """Stands by *form*: what was answered before comes back when the wish is taken back."""

    def __init__(self, form: FormConductor) -> None:
        super().__init__()
        self._form = form
        self._before: dict[Place, Reply] = {}
        self._menu = QuestionMenu(form.page)
        self._menu.declining_asked.connect(self._turn)
        form.question_entered.connect(self._stand_at)
        form.section_shown.connect(self._stand_nowhere)

    @Slot(Place)
    def _stand_at(self, place: Place) -> None:
        field = field_with_focus()
        is_here = field is not None and field.place == place and self._form.page.isAncestorOf(field)
        can = is_here and not self._form.entry.is_signed and self._may_decline(place)
        self._menu.stand_at(field if can else None, is_declined=self._is_declined(place))

    @Slot(Place)
    def _stand_nowhere(self, _place: Place) -> None:
        self._menu.stand_at(None, is_declined=False)

    @Slot(Place)
    def _turn(self, place: Place) -> None:
        if self._form.entry.is_signed or not self._may_decline(place):
            return
        page = self._form.page
        if self._is_declined(place):
            page.answered.emit(place, self._before.pop(place, Reply()))
        else:
            self._before[place] = reply_in(field_at(page, place))
            page.answered.emit(place, Reply(is_declined=True))
        self._form.save()
        self._stand_at(place)

    def _is_declined(self, place: Place) -> bool:
        return is_declined(self._form.entry.answers.at(place))

    def _may_decline(self, place: Place) -> bool:
        return may_decline(self._form.form, place.link_id)
