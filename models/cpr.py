"""CPR numbers: the date in them, and what looks wrong with one."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_LENGTH = 10


class Sex(StrEnum):
    """Man or woman, as the CPR register has it."""

    MAN = "man"
    WOMAN = "woman"


@dataclass(frozen=True, slots=True)
class CprReading:
    """What a typed CPR number says: the number as written, the birth date if it has one, a hint.

    `hint` is a Danish sentence, empty when nothing looks wrong. It never blocks anything.
    """

    written: str
    birth: date | None
    hint: str

    @property
    def sex(self) -> Sex | None:
        """Whose number it is: the last digit is even for women; None when it is no number."""
        if self.birth is None:
            return None
        return Sex.MAN if int(self.written[-1]) % 2 else Sex.WOMAN


def read_cpr(typed: str) -> CprReading:
    """Return what the typed CPR number says; numbers without modulus 11 are issued since 2007."""
    digits = "".join(typed.split()).replace("-", "")
    if not digits:
        return CprReading("", None, "")
    if not (digits.isascii() and digits.isdigit() and len(digits) == _LENGTH):
        return CprReading(typed.strip(), None, "Et CPR-nummer har ti cifre.")
    written = f"{digits[:6]}-{digits[6:]}"
    birth = _birth_date(digits)
    if birth is None:
        return CprReading(written, None, "Datoen i CPR-nummeret findes ikke. Tjek nummeret.")
    return CprReading(written, birth, _modulus_hint(digits, birth))


def age_on(birth: date, day: date) -> int:
    """Return the age in whole years on *day*; one born on 29 February ages on 1 March."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _birth_date(digits: str) -> date | None:
    day, month, year = int(digits[0:2]), int(digits[2:4]), int(digits[4:6])
    try:
        return date(_century(int(digits[6]), year) + year, month, day)
    except ValueError:
        return None


def _century(seventh: int, year: int) -> int:
    """Return the century by the seventh digit, as the CPR register assigns it."""
    if seventh in {4, 9}:
        return 2000 if year <= 36 else 1900  # noqa: PLR2004 - the register's own boundary
    if seventh in {5, 6, 7, 8}:
        return 2000 if year <= 57 else 1800  # noqa: PLR2004 - the register's own boundary
    return 1900


def _modulus_hint(digits: str, birth: date) -> str:
    remainder = sum(w * int(d) for w, d in zip(_WEIGHTS, digits, strict=True)) % 11
    if remainder and birth.year < 2007:  # noqa: PLR2004 - the year numbers without check began
        return "Kontrolcifferet passer ikke. Det kan være rigtigt alligevel, men tjek nummeret."
    return ""
