"""One JSON object of a form or a response, read member by member, strictly."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from forms.errors import Code, FormError
from forms.json_text import Json


@dataclass(frozen=True, slots=True)
class Element:
    """An object, the link id it belongs to, and the error that says what is wrong with it."""

    members: Mapping[str, Json]
    item: str
    error: type[FormError]

    def refusal(self, reason: str, code: Code = Code.INVALID) -> FormError:
        """Return the error to raise when this element cannot be accepted."""
        return self.error(self.item, reason, code)

    def foreign(self, what: str) -> FormError:
        """Return the error to raise when *what* stands here, which the subset does not hold."""
        reason = f"{what} hører ikke til det, programmet forstår."
        return self.error(self.item, reason, Code.OUTSIDE_SUBSET)

    def named(self, link_id: str) -> "Element":
        """Return the same element, its faults reported at *link_id*."""
        return Element(self.members, link_id, self.error)

    def only(self, allowed: AbstractSet[str]) -> None:
        """Refuse every member that is not *allowed*."""
        for name in self.members:
            if name not in allowed:
                raise self.foreign(f"Elementet »{name}«")

    def text(self, name: str) -> str:
        """Return the text of member *name*, empty when there is none."""
        value = self.members.get(name, "")
        if not isinstance(value, str):
            raise self.refusal(f"»{name}« skal være tekst.")
        return value

    def needed_text(self, name: str) -> str:
        """Return the text of member *name*, which must not be blank."""
        value = self.text(name)
        if not value.strip():
            raise self.refusal(f"»{name}« mangler.")
        return value

    def flag(self, name: str) -> bool:
        """Return whether member *name* is true; absent is false."""
        value = self.members.get(name, False)
        if not isinstance(value, bool):
            raise self.refusal(f"»{name}« skal være true eller false.")
        return value

    def count(self, name: str) -> int | None:
        """Return the whole number of member *name*, at least 0."""
        if name not in self.members:
            return None
        value = self.members[name]
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise self.refusal(f"»{name}« skal være et helt tal, 0 eller mere.")
        return value

    def element(self, name: str) -> "Element":
        """Return member *name*, which must be an object."""
        return self._inner(name, self.members.get(name))

    def elements(self, name: str) -> tuple["Element", ...]:
        """Return the objects in list *name*; none when the list is absent."""
        if name not in self.members:
            return ()
        value = self.members[name]
        if not isinstance(value, list) or not value:
            raise self.refusal(f"»{name}« skal være en liste, der ikke er tom.")
        return tuple(self._inner(name, part) for part in value)

    def _inner(self, name: str, value: Json) -> "Element":
        if not isinstance(value, dict):
            raise self.refusal(f"»{name}« har ikke den rigtige form.")
        return Element(value, self.item, self.error)
