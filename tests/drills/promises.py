"""What a register must hold after work of which some was acknowledged and some refused."""

from collections.abc import Iterable

from tests.drills.chores import Chore, Kind, after
from tests.drills.world import Fact, World


class Promises:
    """Goes through a plan of chores as it is done, and knows what each fact may be.

    What was acknowledged is as it was acknowledged. What was refused with an error of the disk may
    be done or not, for a disk that says it did not write may have written.
    """

    def __init__(self, world: World) -> None:
        self.worlds = [world]
        self.possible: dict[str, set[Fact]] = {name: {fact} for name, fact in world.facts.items()}
        self._drafted: dict[str, Fact] = {}

    def begin(self, chore: Chore) -> None:
        """Expect that the chore may be done or not."""
        before, now = self.worlds[-1], after(self.worlds[-1], chore)
        self.worlds.append(now)
        for name in _changed(before, now):
            self.possible.setdefault(name, {before.facts.get(name)}).add(now.facts.get(name))
            self._drafted.pop(name, None)
            if chore.kind is Kind.DRAFT:
                self._drafted[name] = now.facts.get(name)

    def done(self, chore: Chore) -> None:
        """Expect that the chore begun last is on the disk, and with it all drafts before it."""
        if chore.kind is Kind.DRAFT:
            return
        before, now = self.worlds[-2:]
        for name in _changed(before, now):
            self.possible[name] = {now.facts.get(name)}
        self.closed()

    def refused(self, chore: Chore) -> None:
        """Expect nothing of a draft begun last that was not even taken."""
        if chore.kind is Kind.DRAFT:
            for name in _changed(*self.worlds[-2:]):
                self._drafted.pop(name, None)

    def closed(self) -> None:
        """Expect that all drafts are on the disk."""
        for name, fact in self._drafted.items():
            self.possible[name] = {fact}
        self._drafted.clear()


def _changed(before: World, now: World) -> Iterable[str]:
    names = before.facts.keys() | now.facts.keys()
    return [name for name in names if before.facts.get(name) != now.facts.get(name)]
