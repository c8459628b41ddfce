"""The words around a question: whose answer it asks for, what helps, that it must be answered."""

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from typing_extensions import override

from forms.questionnaire import Item, ItemType, Voice
from views.screen.fields.wrapping_words import WrappingWords
from views.screen.icons import Sign, paint_sign
from views.screen.look import Role, colours, scaled

REQUIRED = "Skal udfyldes"
_CITIZENS_WORDS = ("Borgerens egne ord", "Dine egne ord")
_CITIZENS_ANSWER = ("Borgerens eget svar", "Dit eget svar")
_AUTHORITY = "Myndighedens vurdering"
_WORDS = frozenset({ItemType.STRING, ItemType.TEXT, ItemType.OPEN_CHOICE})
_COUNSELLOR_ONLY = "Vises ikke, når borgeren læser med"
_SIGN = 16
_AIR = 6


def holds_citizens_words(item: Item) -> bool:
    """Return whether the answer to *item* is a text in the citizen's own words."""
    return item.voice is Voice.CITIZEN and item.type in _WORDS


def voice_of(item: Item, *, reads_along: bool = False) -> str:
    """Return whose answer *item* asks for, as the counsellor or the citizen reads it."""
    if item.counsellor_only:
        return _COUNSELLOR_ONLY
    if item.voice is Voice.CITIZEN:
        return (_CITIZENS_WORDS if item.type in _WORDS else _CITIZENS_ANSWER)[reads_along]
    is_judgement = item.voice is Voice.AUTHORITY and item.type is ItemType.TEXT
    return _AUTHORITY if is_judgement else ""


def help_of(item: Item) -> str:
    """Return what helps the counsellor with *item*, and whether it must be answered."""
    if not item.required:
        return item.help
    return f"{REQUIRED}. {item.help}" if item.help else REQUIRED


class VoiceWords(WrappingWords):
    """Whose answer is asked for, with the sign that belongs to it.

    The sign is painted rather than a widget of its own: a form may have one for every question.
    """

    def __init__(self, item: Item) -> None:
        super().__init__(voice_of(item), Role.VOICE)
        self._sign = Sign.LOCK if item.counsellor_only else Sign.SPEECH
        self._make_room()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._make_room()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, and the sign before the first line of them."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = scaled(_SIGN)
        top = max(0.0, (self.fontMetrics().height() - side) / 2)
        paint_sign(painter, QRectF(0, top, side, side), self._sign, colours().quiet)
        painter.end()

    def _make_room(self) -> None:
        self.setContentsMargins(scaled(_SIGN + _AIR), 0, 0, 0)


def voice_words(item: Item) -> VoiceWords | None:
    """Return whose answer *item* asks for; None when that need not be said."""
    return VoiceWords(item) if voice_of(item) else None


def help_words(item: Item) -> WrappingWords | None:
    """Return what helps with *item*; None when there is nothing to say."""
    # A section has dozens of fields and each label costs time: only those with words are made.
    text = help_of(item)
    return WrappingWords(text, Role.QUIET) if text else None
