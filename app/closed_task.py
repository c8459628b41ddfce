"""Work that needs the register closed, such as a new key or a backup put back."""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ClosedTask:
    """`run` is called in a thread when the register is closed, and knows nothing of the window.

    It returns the sentence to show at the door, and raises what `app.trouble.READING_TROUBLE`
    names. `title` is shown meanwhile, e.g. ``"Kartoteket får en ny nøgle"``.
    """

    title: str
    run: Callable[[], str] = field(repr=False)
