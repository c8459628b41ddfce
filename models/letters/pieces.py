"""Pieces that many letters are put together from; what nobody has said leaves no trace."""

from collections.abc import Iterable, Sequence
from datetime import date

from models.danish import long_date, weekday
from models.letters.basis import Basis
from models.letters.contents import Part, Section
from models.letters.letter import Block, BulletList, Paragraph, Quotation, Table


def plain(*blocks: Block) -> Part:
    """Return blocks that say no element of what the letter must hold."""
    return Part((), blocks)


def said(text: str) -> tuple[Block, ...]:
    """Return *text* as a paragraph, nothing when it is empty."""
    return (Paragraph(text),) if text else ()


def quoted(words: str, speaker: str) -> tuple[Block, ...]:
    """Return the citizen's *words* set apart, nothing when there are none."""
    return (Quotation(words, speaker),) if words else ()


def bulleted(items: Iterable[str]) -> tuple[Block, ...]:
    """Return the *items* that say something as a list, nothing when none does."""
    known = tuple(item for item in items if item)
    return (BulletList(known),) if known else ()


def tabled(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Block, ...]:
    """Return *rows* as a table without the columns that hold nothing; nothing without rows."""
    used = [place for place in range(len(columns)) if any(row[place] for row in rows)]
    if not used:
        return ()
    kept = tuple(tuple(row[place] for place in used) for row in rows)
    return (Table(tuple(columns[place] for place in used), kept),)


def dated(day: date | None) -> str:
    """Return *day* as in running text; empty without one."""
    return long_date(day) if day else ""


def on_weekday(day: date) -> str:
    """Return *day* with the name of its weekday, ``"mandag den 2. november 2026"``."""
    return f"{weekday(day)} den {long_date(day)}"


def ended(text: str) -> str:
    """Return *text* in one line as a sentence that ends."""
    line = " ".join(text.split())
    return line if not line or line.endswith((".", "!", "?", "«", "…")) else f"{line}."


def option(basis: Basis, group: str, code: str) -> str:
    """Return what the wording says for the option *code*; empty when it says nothing."""
    key = f"{group}.{code}"
    return basis.speech.say(key) if key in basis.speech.wording.texts else ""


def reaching(basis: Basis, key: str) -> tuple[Block, ...]:
    """Return the text *key*, which says how to reach the writer; nothing when nobody can."""
    if not (basis.writer and basis.reach):
        return ()
    return (Paragraph(basis.speech.say(key, caseworker=basis.writer, contact=basis.reach)),)


def greeting(basis: Basis) -> Section:
    """Return the greeting of the one who writes."""
    if not basis.writer:
        return Section("", ())
    clinic = basis.clinic.unit or basis.clinic.name
    text = basis.speech.say("greeting.greeting", writer=basis.writer, clinic=clinic)
    return Section("", (plain(Paragraph(text)),))
