"""How the keys of an overview's rows tell what they open."""

STEP, LETTER, TASK = "step", "letter", "task"


def key_of(kind: str, what: str) -> str:
    """Return the key of a row that opens *what*; empty when there is nothing to open."""
    return f"{kind}:{what}" if what else ""


def read_key(key: str) -> tuple[str, str]:
    """Return what sort of thing a row with this *key* opens, and which."""
    kind, _, what = key.partition(":")
    return kind, what
