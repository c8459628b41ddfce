"""A postal address."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address as far as it is known."""

    street: str
    postal_code: str
    town: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines below the name; none when nothing is known."""
        place = f"{self.postal_code} {self.town}".strip()
        return tuple(line for line in (self.street, place) if line)

    @property
    def is_complete(self) -> bool:
        """Whether the post can deliver to it: street, postal code and town are all known."""
        return bool(self.street and self.postal_code and self.town)
