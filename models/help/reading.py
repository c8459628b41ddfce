"""A page of the guide is read from a written subset of Markdown; what lies outside is refused.

The subset: ``# `` the title, once and first; ``## `` and ``### `` headings; paragraphs; ``- `` and
``1. `` lists, an item going on with two spaces; ``> `` what must not be overlooked; tables with a
header row; a picture ``![what it shows](name.png)`` on a line of its own; and in the text
``**strong**``, `` `keys` `` and ``[words](page#heading)``.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from models.help.page import (
    HelpBlock,
    HelpHeading,
    HelpList,
    HelpPage,
    HelpPicture,
    HelpTable,
    HelpText,
    Keys,
    Link,
    Span,
    Text,
    Words,
)

_HEADING = re.compile(r"(#{2,3}) (\S.*)")
_PICTURE = re.compile(r"!\[([^\]]+)\]\(([a-z0-9_]+\.png)\)")
_ITEM = re.compile(r"(- |\d+\. )(.*)")
_SPANS = re.compile(r"\*\*([^*]+)\*\*|`([^`]+)`|\[([^\]]+)\]\(([a-z0-9_]+(?:#[a-z0-9-]+)?)\)")
_LEFT_OVER = re.compile(r"\*\*|`|\]\(|<[a-z/]|!\[")
_RULE_OF_TABLE = re.compile(r"\|(?: ?-+ ?\|)+")
_PLAIN = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})
_TITLE = "# "
_NOTE = "> "


class HelpPageError(Exception):
    """A page of the guide is not in the subset; the text names the page and the line."""

    def __init__(self, page: str, line: str) -> None:
        super().__init__(f"Siden {page} i vejledningen kan ikke læses ved »{line[:60]}«.")


def read_page(name: str, markdown: str) -> HelpPage:
    """Return the page called *name*; raises HelpPageError."""
    first, _, rest = markdown.partition("\n")
    if not first.startswith(_TITLE):
        raise HelpPageError(name, first)
    paragraphs = (list(lines) for filled, lines in groupby(rest.splitlines(), key=bool) if filled)
    blocks = tuple(_block(name, lines) for lines in paragraphs)
    return HelpPage(name, first.removeprefix(_TITLE).strip(), blocks)


def anchor_of(heading: str) -> str:
    """Return what a link calls *heading*: small plain letters and dashes."""
    plain = heading.casefold().translate(_PLAIN)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _block(name: str, lines: Sequence[str]) -> HelpBlock:
    first = lines[0]
    if lone := _lone(first) if len(lines) == 1 else None:
        return lone
    if first.startswith("|"):
        return _table(name, lines)
    if _ITEM.match(first):
        return _list(name, lines)
    is_note = all(line.startswith(_NOTE) for line in lines)
    text = " ".join(line.removeprefix(_NOTE) if is_note else line for line in lines)
    return HelpText(_text(name, text), is_note)


def _lone(line: str) -> HelpHeading | HelpPicture | None:
    if heading := _HEADING.fullmatch(line):
        return HelpHeading(heading[2], len(heading[1]), anchor_of(heading[2]))
    if picture := _PICTURE.fullmatch(line):
        return HelpPicture(picture[2], picture[1])
    return None


def _list(name: str, lines: Sequence[str]) -> HelpList:
    items: list[str] = []
    for line in lines:
        if item := _ITEM.match(line):
            items.append(item[2])
        elif line.startswith("  "):
            items[-1] += f" {line.strip()}"
        else:
            raise HelpPageError(name, line)
    texts = tuple(_text(name, item) for item in items)
    return HelpList(texts, is_numbered=not lines[0].startswith("- "))


def _table(name: str, lines: Sequence[str]) -> HelpTable:
    head, rule, *body = (*lines, "")
    if not _RULE_OF_TABLE.fullmatch(rule):
        raise HelpPageError(name, rule)
    columns = _cells(name, head)
    rows = tuple(_cells(name, line) for line in body if line)
    if any(len(row) != len(columns) for row in rows):
        raise HelpPageError(name, head)
    return HelpTable(columns, rows)


def _cells(name: str, line: str) -> tuple[Text, ...]:
    return tuple(_text(name, cell.strip()) for cell in line.strip().strip("|").split("|"))


def _text(name: str, text: str) -> Text:
    spans = tuple(_spans(text))
    if any(isinstance(span, Words) and _LEFT_OVER.search(span.text) for span in spans):
        raise HelpPageError(name, text)
    return spans


def _spans(text: str) -> Iterator[Span]:
    end = 0
    for found in _SPANS.finditer(text):
        if found.start() > end:
            yield Words(text[end : found.start()])
        strong, keys, words, target = found.groups()
        if strong:
            yield Words(strong, is_strong=True)
        elif keys:
            yield Keys(keys)
        else:
            yield Link(words, target)
        end = found.end()
    if end < len(text):
        yield Words(text[end:])
