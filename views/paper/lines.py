"""Where a text breaks into lines."""

import re

from views.paper.look import TextStyle

# After a space; after a hyphen, dash or slash between letters, so not inside "10-12", and not where
# a few letters alone would end the line, as of "CPR-nummer". What is read in one breath stays
# together: "2. november 2026", "kl. 10", "nr. 3", a paragraph sign with its number and what part
# of it is meant, "12 34 56 78", "4 uger".
_OF_A_NUMBER = "".join(rf"(?!(?<=[^\d\xa7.] {digits} )[a-zæøå])" for digits in (r"\d", r"\d\d"))
_OF_A_DAY = r"(?!(?<=\d\. )[a-zæøå])(?!(?<=[a-zæøå] )(?:19|20)\d\d\b)"
_OF_A_RULE = r"(?!stk\. )(?<!\bnr\. )(?<!\bstk\. )(?<!\xa7 )"
_TIED = rf"(?<!\bkl\. )(?!(?<=\d )\d){_OF_A_RULE}{_OF_A_DAY}{_OF_A_NUMBER}"
_OPENINGS = re.compile(rf"(?<= )(?=[^ ]){_TIED}|(?<=[^\W\d_]{{4}}[-/–])(?=[^\W\d_])")
_SMALLEST = re.compile(r"(?<= )(?=[^ ])|(?<=[^\W\d_][-/–])(?=[^\W\d_])")


def broken(text: str, style: TextStyle, width: float) -> tuple[str, ...]:
    """Return *text* as lines no longer than *width* points, a space at a line's end not counted.

    Joined they are the text again. What is tied together and too long is parted at its spaces, a
    word that is too long where the line is full.
    """
    made: list[str] = []
    line: list[str] = []
    used = 0.0
    for piece in _fitting(text, style, width):
        if line and used + style.width(piece.rstrip(" ")) > width:
            made.append("".join(line))
            line, used = [], 0.0
        line.append(piece)
        used += style.width(piece)
    return (*made, "".join(line))


def longest_piece(text: str, style: TextStyle) -> float:
    """Return how wide, in points, a column must be to hold *text* without cutting a word."""
    lines = text.split("\n")
    return max(style.width(piece.rstrip(" ")) for line in lines for piece in _OPENINGS.split(line))


def _fitting(text: str, style: TextStyle, width: float) -> list[str]:
    return [part for piece in _OPENINGS.split(text) for part in _cut(piece, style, width)]


def _cut(piece: str, style: TextStyle, width: float) -> list[str]:
    if style.width(piece.rstrip(" ")) <= width:
        return [piece]
    smaller = _SMALLEST.split(piece)
    if len(smaller) > 1:
        return [part for word in smaller for part in _cut(word, style, width)]
    parts: list[str] = []
    start, used = 0, 0.0
    for place, character in enumerate(piece):
        advance = style.width(character)
        if place > start and used + advance > width and character != " ":
            parts.append(piece[start:place])
            start, used = place, 0.0
        used += advance
    return [*parts, piece[start:]]
