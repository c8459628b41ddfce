"""Who the open case is about, the clock of the treatment guarantee, and what to keep in mind."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from views.screen.consents_box import ConsentsBox, ConsentsShown
from views.screen.due import DueState, due_role
from views.screen.icons import Ink, Sign, SignButton
from views.screen.look import Role, scaled, set_role
from views.screen.words import chip, words


@dataclass(frozen=True, slots=True)
class NeedShown:
    """One thing to keep in mind in every talk: in a few words, and in a sentence."""

    brief: str
    sentence: str


@dataclass(frozen=True, slots=True)
class CitizenShown:
    """The citizen of the open case; `cpr` is empty for an anonymous one."""

    name: str
    cpr: str
    clock_text: str
    clock_state: DueState
    clock_detail: str = ""
    """The clock in a whole sentence, told on hovering and to the screen reader."""
    needs: tuple[NeedShown, ...] = ()


class CitizenBar(QFrame):
    """The strip above a case; `guidance_button` is checked while the guidance is shown."""

    back_asked = Signal()
    consent_chosen = Signal(str)
    conversation_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = words("", Role.TITLE)
        self._cpr = words("", Role.QUIET)
        self._cpr.setWordWrap(False)
        self._clock = chip("", Role.CHIP)
        self._back = SignButton("Borgere", Sign.ARROW_LEFT, Ink.THREAD)
        self._consents = SignButton("", Sign.CHECK, Ink.THREAD)
        self._talk = SignButton("Samtale", Sign.SPEECH, Ink.THREAD)
        self._needs = words("", Role.QUIET)
        self._citizen: CitizenShown | None = None
        self._minded: tuple[NeedShown, ...] = ()
        self._shown = ConsentsShown()
        self.guidance_button = QPushButton()
        self._beside = QHBoxLayout()
        self._under = QHBoxLayout()
        self._last = QHBoxLayout()
        self._prepare()
        self._lay_out()

    def show_citizen(self, citizen: CitizenShown) -> None:
        """Show *citizen* and how the guarantee stands, in words and in colour.

        The strip stands still when it shows all this already.
        """
        if citizen == self._citizen:
            return
        self._citizen = citizen
        self._name.setText(citizen.name)
        self._cpr.setText(citizen.cpr)
        self._cpr.setVisible(bool(citizen.cpr))
        self._clock.setText(citizen.clock_text)
        self._clock.setAccessibleDescription(citizen.clock_detail or citizen.clock_text)
        self._clock.setToolTip(citizen.clock_detail)
        self._clock.setVisible(bool(citizen.clock_text))
        set_role(self._clock, due_role(citizen.clock_state))
        self._minded = citizen.needs
        self._place()

    def show_consents(self, consents: ConsentsShown) -> None:
        """Show in a few words how the *consents* stand; nothing when none was asked for."""
        is_said, self._shown = consents.brief == self._shown.brief, consents
        if is_said:
            return
        self._consents.setText(consents.brief)
        self._consents.setVisible(bool(consents.brief))
        self._place()

    def offer_conversation(self, *, offer: bool) -> None:
        """Offer to ask the form on the screen together with the citizen, or not."""
        self._talk.setVisible(offer)
        self._place()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put on a line of its own what does not fit, and say in fewer words what to mind."""
        super().resizeEvent(event)
        self._place()

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for little: what does not fit on one line takes two."""
        return QSize(scaled(300), super().minimumSizeHint().height())

    def _prepare(self) -> None:
        set_role(self, Role.BAR)
        set_role(self._back, Role.PLAIN)
        self._back.setAccessibleName("Tilbage til borgere")
        self._back.setToolTip("Tilbage til borgere (Alt+Venstre)")
        self._back.setShortcut("Alt+Left")
        self._back.clicked.connect(self.back_asked)
        set_role(self._consents, Role.PLAIN)
        self._consents.setToolTip("Se, hvad vi må dele med hvem (Ctrl+M)")
        self._consents.clicked.connect(self._list_consents)
        self._consents.hide()
        QShortcut(QKeySequence("Ctrl+M"), self).activated.connect(self._list_consents)
        set_role(self._talk, Role.PLAIN)
        self._talk.setToolTip("Stort og roligt, så I kan læse og svare sammen (F11)")
        self._talk.clicked.connect(self.conversation_asked)
        self._talk.hide()
        QShortcut(QKeySequence("F11"), self).activated.connect(self._talk.click)
        self.guidance_button.setCheckable(True)
        self.guidance_button.setToolTip("Vis eller skjul vejledningen (F2 eller Ctrl+G)")
        self._clock.setAccessibleName("Behandlingsgaranti")
        self.guidance_button.toggled.connect(self._name_guidance)
        self._name_guidance()

    def _place(self) -> None:
        name = self._name.fontMetrics().horizontalAdvance(self._name.text())
        buttons = self._width_of(self._back, self._clock, self._talk, self.guidance_button)
        is_wide = name + buttons <= self.width()
        (self._beside if is_wide else self._under).insertWidget(0 if is_wide else 1, self._clock)
        under = (self._back, self._cpr, self._consents, *(() if is_wide else (self._clock,)))
        has_room = self._width_of(*under) <= self.width()
        line, place = (self._under, 1 if is_wide else 2) if has_room else (self._last, 0)
        line.insertWidget(place, self._consents)
        self._say_needs(in_full=is_wide)

    def _width_of(self, *widgets: QWidget) -> int:
        shown = (widget for widget in widgets if not widget.isHidden())
        return sum(widget.sizeHint().width() + scaled(14) for widget in shown) + scaled(38)

    def _say_needs(self, *, in_full: bool) -> None:
        sentences = [need.sentence for need in self._minded]
        briefs = [need.brief for need in self._minded]
        self._needs.setText("  ·  ".join(sentences if in_full else briefs))
        self._needs.setToolTip("" if in_full else "\n".join(sentences))
        self._needs.setAccessibleDescription(" ".join(sentences))
        self._needs.setVisible(bool(sentences))

    @Slot()
    def _list_consents(self) -> None:
        if not self._shown.brief:
            return
        box = ConsentsBox(self, self._shown)
        box.consent_chosen.connect(self.consent_chosen)
        box.open()

    @Slot()
    def _name_guidance(self) -> None:
        verb = "Skjul" if self.guidance_button.isChecked() else "Vis"
        self.guidance_button.setText(f"{verb} vejledning")

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(scaled(10), scaled(8), scaled(14), scaled(8))
        grid.setHorizontalSpacing(scaled(14))
        grid.setVerticalSpacing(scaled(1))
        grid.addWidget(self._back, 0, 0)
        grid.addWidget(self._name, 0, 1)
        grid.addLayout(self._beside, 0, 2)
        grid.addLayout(self._under, 1, 1, 1, 2)
        grid.addLayout(self._last, 2, 1, 1, 2)
        grid.addWidget(self._needs, 3, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self._beside.setSpacing(scaled(14))
        self._beside.addWidget(self._talk)
        self._beside.addWidget(self.guidance_button)
        self._under.setSpacing(scaled(14))
        self._under.addWidget(self._cpr)
        self._under.addWidget(self._clock)
        self._under.addWidget(self._consents)
        self._under.addStretch(1)
        self._last.addStretch(1)
