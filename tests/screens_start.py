"""The screens of the first start, in their order, and the rooms of a register with nobody in it."""

from functools import partial

from PySide6.QtWidgets import QFrame, QLabel

from app.facts import replies
from tests.demo.journey import PASSPHRASE, PERSON, read_walk
from tests.screens import Screen
from tests.visitor import NOON, Visitor


def _welcome(visitor: Visitor) -> None:
    visitor.settle()


def _place(visitor: Visitor) -> None:
    visitor.hands.click("Opret et nyt kartotek")
    visitor.settle()


def _person(visitor: Visitor) -> None:
    for place, reply in replies(read_walk("full_grant").clinic, NOON.date()):
        visitor.hands.answer(place, reply)
    visitor.hands.click("Videre")
    visitor.settle()


def _person_refused(visitor: Visitor) -> None:
    visitor.hands.click("Videre")
    visitor.settle()


def _key(visitor: Visitor) -> None:
    visitor.hands.type_into("Dit navn", PERSON)
    visitor.hands.type_into("Din adgangssætning", PASSPHRASE)
    visitor.hands.type_into("Skriv den én gang til", PASSPHRASE)
    visitor.hands.click("Videre")
    visitor.settle()


def _copies(visitor: Visitor) -> None:
    cards = visitor.window.findChildren(QFrame)
    card = next(card for card in cards if card.accessibleName() == "Gendannelsesnøgle")
    shown = " ".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())
    visitor.hands.click("Jeg har nøglen på papir")
    visitor.hands.type_into("Nøglen fra arket", shown)
    visitor.hands.click("Videre")
    visitor.settle()


def _clicked(button: str, visitor: Visitor) -> None:
    visitor.hands.click(button)
    visitor.settle()


START = (
    Screen("start-velkommen", _welcome),
    Screen("start-sted", _place),
    Screen("start-dig", _person),
    Screen("start-dig-afvist", _person_refused),
    Screen("start-noegle", _key),
    Screen("start-kopier", _copies),
    Screen("start-klar", partial(_clicked, "Spring over for nu")),
    Screen("tom-i-dag", partial(_clicked, "Begynd")),
    Screen("tom-borgere", partial(_clicked, "Borgere")),
    Screen("tom-breve", partial(_clicked, "Breve")),
)
