"""The words around a question: whose answer it asks for, what helps, that it must be answered."""

from PySide6.QtWidgets import QHBoxLayout, QLabel

from forms.questionnaire import Item, ItemType, Voice
from views.screen.icons import Ink, Sign, SignMark
from views.screen.look import Role, scaled
from views.screen.words import words

REQUIRED = "Skal udfyldes"
_CITIZENS_WORDS = ("Borgerens egne ord", "Dine egne ord")
_CITIZENS_ANSWER = ("Borgerens eget svar", "Dit eget svar")
_AUTHORITY = "Myndighedens vurdering"
_WORDS = frozenset({ItemType.STRING, ItemType.TEXT, ItemType.OPEN_CHOICE})
_COUNSELLOR_ONLY = "Vises ikke, når borgeren læser med"


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


def label_with(text: str, role: Role) -> QLabel | None:
    """Return a label that says *text*, None when there is nothing to say."""
    # A section has dozens of fields and each label costs time: only those with words are made.
    return words(text, role) if text else None


def marked(item: Item, voice: QLabel) -> QHBoxLayout:
    """Return *voice* with the sign that belongs to it."""
    row = QHBoxLayout()
    row.setSpacing(scaled(6))
    row.addWidget(SignMark(Sign.LOCK if item.counsellor_only else Sign.SPEECH, Ink.QUIET))
    row.addWidget(voice, 1)
    return row
