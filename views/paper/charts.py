"""Charts as strips of a letter, and as SVG for a screen."""

from html import escape

from models.letters.chart import chart_in_words
from models.letters.letter import Chart
from views.paper.chart_picture import chart_picture, has_line
from views.paper.look import ORDINARY
from views.paper.picture import Label, Line, Picture
from views.paper.setting import Setting
from views.paper.strips import Strip, kept, spaced
from views.paper.words import one_line

_WIDEST = 360.0
_DOT = 2.6


def chart(block: Chart, setting: Setting) -> tuple[Strip, ...]:
    """Return the line of *block* below its title; nothing without a line."""
    if not has_line(block):
        return ()
    style, title = setting.edition.label, one_line(block.title)
    named: tuple[Strip, ...] = ()
    if title:
        named = kept(setting.lines(setting.root.add("P"), title, setting.edition.strong))
    figure = setting.root.add("Figure")
    figure.alternative = one_line(chart_in_words(block))
    picture = chart_picture(block, style, min(_WIDEST, setting.width), figure)
    drawn = (Strip(picture.height, picture=picture),)
    return (*named, *(spaced(drawn, setting.edition.gap * 0.5) if named else drawn))


def chart_svg(block: Chart, ink: str, quiet_ink: str) -> bytes:
    """Return the line of *block* as SVG in two colours such as ``"#1c1c1c"``; empty without one.

    It says in words what it shows. The numbers are sized for one unit to a point.
    """
    if not has_line(block):
        return b""
    picture = chart_picture(block, ORDINARY.label, _WIDEST)
    drawn = _Svg(ink, quiet_ink)
    parts = (
        *map(drawn.line, picture.lines),
        *(f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{_DOT}" fill="{ink}"/>' for x, y in picture.dots),
        *map(drawn.label, picture.labels),
    )
    return _document(picture, chart_in_words(block), "".join(parts)).encode()


def _document(picture: Picture, words: str, drawn: str) -> str:
    box = f"0 0 {picture.width:.2f} {picture.height:.2f}"
    title = escape(one_line(words))
    name = "http://www.w3.org/2000/svg"
    return f'<svg xmlns="{name}" viewBox="{box}" role="img"><title>{title}</title>{drawn}</svg>'


class _Svg:
    def __init__(self, ink: str, quiet_ink: str) -> None:
        self._ink = ink
        self._quiet_ink = quiet_ink

    def line(self, line: Line) -> str:
        points = " ".join(f"{x:.2f},{y:.2f}" for x, y in line.points)
        colour = self._colour(quiet=line.quiet)
        style = f'fill="none" stroke="{colour}" stroke-width="{line.thickness}"'
        return f'<polyline points="{points}" {style}/>'

    def label(self, label: Label) -> str:
        x, y = label.at
        style = f'font-family="Noto Sans" font-size="{label.style.size}"'
        colour = self._colour(quiet=label.quiet)
        return f'<text x="{x:.2f}" y="{y:.2f}" {style} fill="{colour}">{escape(label.text)}</text>'

    def _colour(self, *, quiet: bool) -> str:
        return self._quiet_ink if quiet else self._ink
