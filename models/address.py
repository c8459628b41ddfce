"""A postal address."""

from dataclasses import dataclass

_HOME = frozenset({"", "danmark", "dk", "denmark"})


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address as far as it is known; `country` is empty for one in Denmark."""

    street: str
    postal_code: str
    town: str
    country: str = ""

    @property
    def is_abroad(self) -> bool:
        """Whether the post goes to another country."""
        return self.country.strip().casefold() not in _HOME

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines below the name; none when nothing is known."""
        place = f"{self.postal_code} {self.town}".strip()
        # The post reads the country in capitals on a line of its own.
        country = self.country.strip().upper() if self.is_abroad else ""
        return tuple(line for line in (self.street, place, country) if line)

    @property
    def is_complete(self) -> bool:
        """Whether the post can deliver to it: street, postal code and town are all known.

        Not every other country has postal codes.
        """
        return bool(self.street and self.town and (self.postal_code or self.is_abroad))
