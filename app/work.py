"""What a person has at hand at work: the register, the supplies, the clock, their own name."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias

from app.printer_choice import PrinterChoice
from app.supplies import Supplies
from storage.register import Register

Clock: TypeAlias = Callable[[], datetime]
"""Returns the present time, with its time zone."""


@dataclass(frozen=True)
class Work:
    """An unlocked register and the person who unlocked it."""

    register: Register
    supplies: Supplies
    clock: Clock
    person: str
    printer: PrinterChoice = field(default_factory=PrinterChoice, compare=False)

    @property
    def today(self) -> date:
        """The day it is."""
        return self.clock().date()
