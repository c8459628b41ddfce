"""Looks at the letter that waits and prints it twice in the register named on the command line.

Says on stdout when that begins and when it is over, and imports everything before, so that all that
is written between is the doing of the preview and of the printer.
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.preferences import Appearance, Preferences
from tests.demo.journey import PASSPHRASE, Journey

BEGINS, ENDS = "the paper begins", "the paper ends"


def main() -> None:
    """Print from the room of letters, and the copy from the letter's own page."""
    application = QApplication(sys.argv[:1])
    journey = Journey(Path(sys.argv[1]), Preferences(Appearance.LIGHT), print)
    hands = journey.hands
    journey.begin()
    journey.unlock(PASSPHRASE)
    hands.click("Breve")
    hands.click("Vælg alle")
    print(BEGINS, flush=True)
    hands.in_the_box("Skriv ud", lambda: hands.click("Skriv alle valgte ud"))
    hands.wait_until(lambda: hands.has_button("I dag"))
    hands.rest(500)
    hands.click("Borgere")
    hands.choose_row("Borgere", "Øve Prøve 1")
    hands.choose_row("Breve", "Godkendt")
    hands.rest(1500)
    hands.click("Skriv ud")
    hands.rest(500)
    print(ENDS, flush=True)
    journey.close()
    application.quit()


if __name__ == "__main__":
    main()
