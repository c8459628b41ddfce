"""The sheet with the recovery key, to be printed once and kept in a safe place."""

from datetime import date

from models.letters.letter import (
    BulletList,
    Facts,
    Heading,
    Letter,
    Paragraph,
    Receiver,
    Result,
    Sender,
)
from models.letters.wording import Wording

_GROUPS_TO_A_LINE = 4


def recovery_sheet(key: str, person: str, day: date, wording: Wording) -> Letter:
    """Return the sheet for *key*, whose groups are parted by hyphens or spaces."""
    say = wording.texts
    return Letter(
        title=say["title.title"],
        day=day,
        sender=Sender(say["text.sender"], "", (), ()),
        receiver=Receiver(()),
        reference=(),
        blocks=(
            Paragraph(say["text.what"]),
            Result(_in_lines(key)),
            Facts(((say["text.made_by"], person),)),
            Heading(say["heading.keep"]),
            BulletList((say["keep.locked"], say["keep.both"], say["keep.file"])),
            Heading(say["heading.use"]),
            Paragraph(say["use.how"]),
        ),
    )


def _in_lines(key: str) -> str:
    groups = key.replace("-", " ").split()
    starts = range(0, len(groups), _GROUPS_TO_A_LINE)
    return "\n".join("  ".join(groups[start : start + _GROUPS_TO_A_LINE]) for start in starts)
