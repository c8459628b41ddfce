"""What a person sees in the window."""

from PySide6.QtWidgets import QLabel

from tests.demo.journey import Journey


def said(journey: Journey) -> str:
    """Return all words that stand in the window now."""
    labels = journey.window.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def wait_for(journey: Journey, sentence: str) -> None:
    """Wait until *sentence* stands in the window."""
    journey.hands.wait_until(lambda: sentence in said(journey))
