"""Lists as strips: bullets, in running text and inside a cell."""

from collections.abc import Sequence
from dataclasses import replace

from models.letters.letter import BulletList
from views.paper.look import Edition
from views.paper.setting import Setting
from views.paper.strips import Cell, Ink, Strip, spaced
from views.paper.structure import Element
from views.paper.words import printable

_BULLET = "•"
_LABEL_SHARE = 0.25
_ITEM_GAP = 0.35


def bullets(block: BulletList, setting: Setting) -> tuple[Strip, ...]:
    """Return the items of a list; neither the first nor the last stands alone on a page."""
    texts = [text for text in map(printable, block.items) if text]
    edition = setting.edition
    items: list[tuple[Strip, ...]] = []
    listed = setting.root.add("L", O="List", ListNumbering="Disc") if texts else setting.root
    for text in texts:
        label, body = _item(listed)
        inside = setting.inset(body, edition.indent)
        lines = inside.lines(body, text, edition.body)
        mark = _label(label, edition, setting.left)
        first = replace(lines[0], inks=(mark, *lines[0].inks))
        items.append(spaced((first, *lines[1:]), edition.gap * _ITEM_GAP))
    return _in_company(items)


def inner_bullets(
    texts: Sequence[str], cell: Cell, edition: Edition
) -> tuple[tuple[Ink, ...], ...]:
    """Return *texts* as the lines of a list inside *cell*, whose own text is not used."""
    listed = cell.element.add("L", O="List", ListNumbering="Disc")
    indent = edition.indent * 0.7
    lines: list[tuple[Ink, ...]] = []
    for text in texts:
        label, body = _item(listed)
        inside = replace(
            cell, element=body, text=text, x=cell.x + indent, width=cell.width - indent
        )
        first, *others = inside.inks()
        lines.append((_label(label, edition, cell.x - indent * _LABEL_SHARE), first))
        lines += [(line,) for line in others]
    return tuple(lines)


def _item(listed: Element) -> tuple[Element, Element]:
    item = listed.add("LI")
    return item.add("Lbl"), item.add("LBody").add("P")


def _label(element: Element, edition: Edition, left: float) -> Ink:
    return Ink(element, _BULLET, edition.body, left + edition.indent * _LABEL_SHARE)


def _in_company(items: Sequence[tuple[Strip, ...]]) -> tuple[Strip, ...]:
    strips: list[Strip] = []
    before_last = len(items) - 2
    for place, item in enumerate(items):
        is_joined = (place == 0 and len(item) == 1) or (
            place == before_last and len(items[-1]) == 1
        )
        *lines, last = item
        strips += [*lines, replace(last, keeps=last.keeps or (is_joined and place <= before_last))]
    return tuple(strips)
