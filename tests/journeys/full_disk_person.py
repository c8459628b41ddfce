"""A person at work while the disk takes nothing, in a process of their own; tells what they saw.

python tests/journeys/full_disk_person.py FOLDER lock|wait|leave|stay RECOVERY_KEY
"""

import gc
import json
import resource
import sys
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMessageBox,  # noqa: TID251 - a person sees the box, whoever made it
    QPlainTextEdit,
    QWidget,
)

from app.open_case import OpenCase
from app.preferences import Appearance, Preferences
from forms.reply import Reply
from models.answers import Place
from storage.register import open_register
from tests.demo.journey import PASSPHRASE, PERSON, Journey

NAME = "Şükrü Ærøskøbing-Demo"
WORDS = "Jeg er træt af det hele, og jeg vil gerne kunne se min datter igen."
BOX = Place("contact.words")
LONGER_THAN_A_RETRY = 2_600

Seen: TypeAlias = dict[str, str | bool | list[str]]


def main() -> None:
    """Work, and print as JSON what was seen."""
    folder, way = Path(sys.argv[1]), sys.argv[2]
    application = QApplication(sys.argv[:1])
    journey = Journey(folder, Preferences(Appearance.LIGHT), print)
    journey.begin()
    journey.unlock(PASSPHRASE)
    journey.hands.click("Borgere")
    journey.hands.click("Ny henvendelse")
    journey.hands.answer(Place("citizen.name"), Reply(NAME))
    journey.hands.wait_until(lambda: "Gemt kl." in labels(journey.window))
    take_space(nothing_left=True)
    journey.hands.answer(BOX, Reply(WORDS))
    said = watch(journey)
    seen: Seen = {"said": said, "while full": labels(journey.window)}
    ways = {"lock": lock, "wait": wait_at_the_door, "leave": leave, "stay": stay}
    seen |= ways[way](journey)
    print(json.dumps(seen), flush=True)
    application.quit()


def take_space(*, nothing_left: bool) -> None:
    """Let no file of this process grow, or let all grow again."""
    most = 1 if nothing_left else resource.RLIM_INFINITY
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


def watch(journey: Journey) -> list[str]:
    """Return what the line about saving said, in turn, for longer than a try takes."""
    said: list[str] = []
    for _ in range(LONGER_THAN_A_RETRY // 20):
        journey.hands.rest(20)
        shown = journey.window.findChildren(QLabel)
        line = next((lb.text() for lb in shown if lb.text().startswith(("Gem", "Ikke"))), "")
        if said[-1:] != [line]:
            said.append(line)
    return said


def lock(journey: Journey) -> Seen:
    """Lock, try to come in, get space, and come in."""
    journey.hands.click("Lås")
    journey.hands.rest(20)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    seen: Seen = {
        "at the door": labels(journey.window),
        "can unlock": journey.hands.has_button("Lås op"),
        "left in a widget": [t for t in everything_shown() if NAME in t or WORDS in t],
        "case lives": any(isinstance(thing, OpenCase) for thing in gc.get_objects()),
    }
    journey.unlock("en helt anden sætning")
    seen["after a wrong passphrase"] = labels(journey.window)
    take_space(nothing_left=False)
    journey.unlock(PASSPHRASE)
    seen["text after unlocking"] = text_in_the_box(journey)
    # It may be saved before the desk is there to say so, and then nothing is left to be said.
    journey.hands.wait_until(lambda: not has_waiting(journey))
    journey.hands.wait_until(lambda: "disken er fuld" not in labels(journey.window))
    seen["asked at the end"] = ask_while_closing(journey, "")
    seen["is open"] = journey.window.isVisible()
    return seen


def wait_at_the_door(journey: Journey) -> Seen:
    """Lock, come in with the recovery key, lock, and let others open the register later."""
    seen: Seen = {}
    journey.hands.click("Lås")
    journey.hands.click("Glemt den? Brug gendannelsesnøgle")
    for key in ("ABCDE", sys.argv[3]):
        journey.hands.type_into("Gendannelsesnøgle", key)
        journey.hands.click("Lås op")
        journey.hands.rest(300)
        seen[f"after {key}"] = labels(journey.window)
    journey.hands.click("Lås igen")
    take_space(nothing_left=False)
    journey.hands.wait_until(lambda: journey.program._custody.register is None)
    seen["at the door"] = labels(journey.window)
    others = open_register(journey.folder / "kartotek", PERSON, PASSPHRASE, journey.clock())
    others.close()
    journey.close()
    return seen


def leave(journey: Journey) -> Seen:
    """Close the window, and say that what is not saved may be lost."""
    asked = ask_while_closing(journey, "Luk alligevel")
    take_space(nothing_left=False)
    return {"asked": asked, "is open": journey.window.isVisible()}


def stay(journey: Journey) -> Seen:
    """Close the window, think better of it, get space, and go on."""
    seen: Seen = {"asked": ask_while_closing(journey, "Lad programmet være åbent")}
    seen |= {"is open": journey.window.isVisible(), "at the door": labels(journey.window)}
    take_space(nothing_left=False)
    journey.unlock(PASSPHRASE)
    seen["text after unlocking"] = text_in_the_box(journey)
    seen["asked at the end"] = ask_while_closing(journey, "")
    return seen


def ask_while_closing(journey: Journey, answer: str) -> list[str]:
    """Close the window; return what a box asked, and click *answer* in it."""
    asked: list[str] = []

    def answer_box() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            asked.extend((box.text(), box.informativeText()))
            buttons = box.findChildren(QAbstractButton)
            next(button for button in buttons if button.text() == answer).click()

    QTimer.singleShot(200, answer_box)
    journey.window.close()
    journey.hands.rest(300)
    return asked


def has_waiting(journey: Journey) -> bool:
    """Return whether anything is not on the disk yet."""
    register = journey.program._custody.register
    return register is not None and register.has_waiting()


def text_in_the_box(journey: Journey) -> str:
    """Return what stands in the box one wrote in."""
    field = journey.hands.field(BOX)
    return field.findChildren(QPlainTextEdit)[0].toPlainText() if field else ""


def labels(window: QWidget) -> str:
    """Return all words one sees in the window."""
    shown = (label for label in window.findChildren(QLabel) if label.isVisible())
    return "\n".join(label.text() for label in shown)


def everything_shown() -> list[str]:
    """Return the text of every widget, hidden ones and descriptions too."""
    texts = []
    for widget in QApplication.allWidgets():
        texts += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, QPlainTextEdit):
            texts.append(widget.toPlainText())
        if isinstance(widget, QLabel | QLineEdit):
            texts.append(widget.text())
    return texts


if __name__ == "__main__":
    main()
