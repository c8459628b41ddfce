"""The forms of a record as they are copied out: each question with its answer and its number."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.letters.basis import Basis
from models.letters.letter import Block, Facts, Heading, Paragraph
from models.letters.pieces import dated, option
from models.letters.record import Record, RecordedAnswer, RecordedEntry, RecordedLetter

_CITIZEN = "citizen"
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Leaving:
    """What is left out of a copy, by number, and whether all was looked through for others."""

    numbers: frozenset[str]
    is_judged: bool

    def leaves_out(self, number: str) -> bool:
        """Return whether the form, answer or letter with this *number* is left out."""
        return number in self.numbers

    def named(self, basis: Basis, number: str, title: str) -> str:
        """Return *title*, or that it is left out."""
        return basis.speech.say("mark.withheld") if self.leaves_out(number) else title

    def titled(self, basis: Basis, letter: RecordedLetter) -> str:
        """Return the title of a letter, marked while somebody still has to look at it."""
        named = self.named(basis, letter.number, letter.title)
        is_marked = letter.needs_a_look and not self.is_judged
        return f"{named} ({basis.speech.say('mark.look')})" if is_marked else named


def record_pages(basis: Basis, record: Record, leaving: Leaving) -> Iterator[Block]:
    """Yield the forms of *record*, each below its heading; what is left out is named as such.

    Until somebody has looked, what may be about other people is marked.
    """
    for entry in record.entries:
        yield Heading(f"{entry.number}. {leaving.named(basis, entry.number, entry.title)}")
        yield from _entry(basis, entry, leaving)


def _entry(basis: Basis, entry: RecordedEntry, leaving: Leaving) -> Iterator[Block]:
    say = basis.speech.say
    if leaving.leaves_out(entry.number):
        yield Paragraph(say("mark.form_withheld"))
        return
    written = say(f"state.{entry.state}", date=dated(entry.day), author=entry.author)
    yield Paragraph(written)
    rows: list[tuple[str, str]] = []
    for block in entry.blocks:
        if isinstance(block, RecordedAnswer):
            rows.append(_row(basis, block, leaving))
            continue
        yield from _flushed(rows)
        yield _flatter(block)
    yield from _flushed(rows)


def _flushed(rows: list[tuple[str, str]]) -> Iterator[Block]:
    """Yield the rows gathered so far as one block, and begin anew."""
    if rows:
        yield Facts(tuple(rows))
        rows.clear()


def _flatter(block: Heading | Paragraph) -> Block:
    """Return *block* below the heading of its form: no heading skips a level, none is too deep."""
    return Heading(block.text, level=_DEEPEST) if isinstance(block, Heading) else block


def _row(basis: Basis, answer: RecordedAnswer, leaving: Leaving) -> tuple[str, str]:
    label = f"{answer.number} {answer.question}"
    if leaving.leaves_out(answer.number):
        return label, basis.speech.say("mark.withheld")
    said = "\n".join(answer.lines)
    whose = option(basis, "voice", answer.voice) if answer.voice else ""
    if answer.voice == _CITIZEN and answer.is_running_text:
        said = f"»{said}«"
        whose = ""
    mark = "" if leaving.is_judged or not answer.needs_a_look else basis.speech.say("mark.look")
    return label, "\n".join(line for line in (mark, said, whose) if line)
