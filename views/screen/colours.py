"""The colours of the screen: warm neutral surfaces, dark ink, and one red thread."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme's colours as ``#rrggbb``; every text colour reads at 4.5 : 1 on every surface."""

    window: str
    """The ground everything lies on."""
    card: str
    """Raised surfaces: a repeated row, a list, a letter's frame."""
    panel: str
    """The quiet sides: navigation, steps, guidance."""
    base: str
    """What can be written in."""
    quote: str
    """Behind the citizen's own words."""
    text: str
    quiet: str
    """Secondary text, placeholders, help."""
    border: str
    """Edges of what can be used: at least 3 : 1."""
    line: str
    """Hair lines that only part things."""
    hover: str
    selected: str
    """Behind a chosen row or marked text."""
    thread: str
    """The red thread as a line or as text: where we are, what has focus."""
    thread_fill: str
    """The red thread as a surface: the one main button."""
    on_thread: str
    problem: str
    """Text that says something is missing or cannot be read."""
    problem_fill: str
    good: str
    good_fill: str
    danger: str
    """Text and edge of a deed that takes something away; also what is overdue."""
    danger_fill: str


LIGHT = Colours(
    window="#f7f4ef",
    card="#fffdfa",
    panel="#efeae2",
    base="#ffffff",
    quote="#f3ece0",
    text="#27221d",
    quiet="#655c52",
    border="#8a8075",
    line="#ddd5c9",
    hover="#e9e2d7",
    selected="#ecd9d3",
    thread="#9b1b30",
    thread_fill="#9b1b30",
    on_thread="#ffffff",
    problem="#864100",
    problem_fill="#fbead2",
    good="#2c6138",
    good_fill="#e1eddd",
    danger="#8f1d14",
    danger_fill="#f8dfd8",
)

DARK = Colours(
    window="#211e1b",
    card="#2a2623",
    panel="#1a1816",
    base="#181614",
    quote="#302a24",
    text="#ece6dd",
    quiet="#b5aa9d",
    border="#8d8277",
    line="#3d3732",
    hover="#37312c",
    selected="#53322f",
    thread="#ee8a8f",
    thread_fill="#b03246",
    on_thread="#ffffff",
    problem="#f0b565",
    problem_fill="#42331d",
    good="#93cd9b",
    good_fill="#25382a",
    danger="#f5978a",
    danger_fill="#4a2622",
)
