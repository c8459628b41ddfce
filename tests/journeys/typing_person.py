"""A person who types a name in a process of their own, and says when the window says Gemt.

python tests/journeys/typing_person.py FOLDER NAME
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel

from app.preferences import Appearance, Preferences
from forms.reply import Reply
from models.answers import Place
from tests.demo.journey import PASSPHRASE, Journey


def main() -> None:
    """Type, wait for *Gemt*, say so, and wait to be killed."""
    folder, name = Path(sys.argv[1]), sys.argv[2]
    application = QApplication(sys.argv[:1])
    journey = Journey(folder, Preferences(Appearance.LIGHT), print)
    journey.begin()
    journey.unlock(PASSPHRASE)
    journey.hands.click("Borgere")
    journey.hands.click("Ny henvendelse")
    journey.hands.answer(Place("citizen.name"), Reply(name))
    journey.hands.wait_until(lambda: _says_saved(journey))
    print("GEMT", flush=True)
    application.exec()


def _says_saved(journey: Journey) -> bool:
    # The clock of the journey moves on at every look, so the newest save has the newest time.
    labels = journey.window.findChildren(QLabel)
    return any(label.text().startswith("Gemt kl.") for label in labels)


if __name__ == "__main__":
    main()
