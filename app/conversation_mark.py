"""Where one was in a conversation when it was locked."""

from dataclasses import dataclass

from models.answers import Place


@dataclass(frozen=True, slots=True)
class ConversationMark:
    """Which questions were skipped so far, and whether one looked over what was said."""

    skipped: tuple[Place, ...] = ()
    is_at_end: bool = False
