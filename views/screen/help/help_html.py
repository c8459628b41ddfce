"""A page of the guide as the little HTML that Qt sets, every word of it escaped."""

from html import escape

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
)
from views.screen.colours import Colours

_NO_BREAK = "\N{NO-BREAK SPACE}"


def page_in_html(page: HelpPage, chosen: Colours, points: float) -> str:
    """Return *page* in the colours *chosen*, with the base text at *points*."""
    blocks = "".join(_block(block, chosen) for block in page.blocks)
    return (
        f"<html><head><style>{_style(chosen, points)}</style></head>"
        f"<body><h1>{escape(page.title)}</h1>{blocks}</body></html>"
    )


def _style(chosen: Colours, points: float) -> str:
    return (
        f"body {{ color: {chosen.text}; }}"
        f"h1 {{ font-size: {points * 1.5:.1f}pt; font-weight: 600; margin-bottom: 10px; }}"
        f"h2 {{ font-size: {points * 1.18:.1f}pt; font-weight: 600; margin-top: 20px;"
        " margin-bottom: 6px; }"
        f"h3 {{ font-size: {points:.1f}pt; font-weight: 600; margin-top: 14px;"
        " margin-bottom: 4px; }"
        "p { margin-top: 0px; margin-bottom: 9px; line-height: 132%; }"
        "li { margin-bottom: 5px; line-height: 128%; }"
        f".quiet {{ color: {chosen.quiet}; }}"
        f".keys {{ font-weight: 600; background-color: {chosen.hover}; }}"
        f"a {{ color: {chosen.thread}; }}"
        f"td, th {{ border-color: {chosen.line}; }}"
    )


def _block(block: HelpBlock, chosen: Colours) -> str:
    match block:
        case HelpHeading(text, level, anchor):
            return f'<h{level}><a name="{anchor}"></a>{escape(text)}</h{level}>'
        case HelpText():
            said = _text(block.text)
            return _note(said, chosen) if block.stands_out else f"<p>{said}</p>"
        case HelpPicture():
            return _picture(block)
        case HelpList() | HelpTable():
            return _list(block) if isinstance(block, HelpList) else _table(block, chosen)


def _note(said: str, chosen: Colours) -> str:
    return (
        '<table width="100%" cellspacing="0" cellpadding="9" style="margin-bottom: 9px;'
        f' background-color: {chosen.hover};"><tr><td width="4" bgcolor="{chosen.thread}"></td>'
        f"<td>{said}</td></tr></table>"
    )


def _list(block: HelpList) -> str:
    tag = "ol" if block.is_numbered else "ul"
    return f"<{tag}>{''.join(f'<li>{_text(item)}</li>' for item in block.items)}</{tag}>"


def _table(block: HelpTable, chosen: Colours) -> str:
    head = "".join(f'<th align="left">{_text(cell)}</th>' for cell in block.columns)
    rows = "".join(
        f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>" for row in block.rows
    )
    return (
        '<table width="100%" border="1" cellspacing="0" cellpadding="6" style="border-collapse:'
        f' collapse; border-color: {chosen.line}; margin-bottom: 12px;"><thead>'
        f'<tr style="background-color: {chosen.hover};">{head}</tr></thead>{rows}</table>'
    )


def _picture(block: HelpPicture) -> str:
    # What the picture shows stands below it: a text in Qt has no other word for who cannot see it.
    return (
        f'<p style="margin-top: 8px; margin-bottom: 2px;"><img src="{block.name}"></p>'
        f'<p class="quiet">{escape(block.alternative)}</p>'
    )


def _text(text: Text) -> str:
    return "".join(map(_span, text))


def _span(span: Span) -> str:
    match span:
        case Keys():
            shown = escape(span.text).replace(" ", _NO_BREAK)
            return f'<span class="keys">{_NO_BREAK}{shown}{_NO_BREAK}</span>'
        case Link():
            return f'<a href="{span.target}">{escape(span.text)}</a>'
        case _:
            said = escape(span.text)
            return f"<b>{said}</b>" if span.is_strong else said
