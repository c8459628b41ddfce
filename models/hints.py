"""What looks wrong with an answer without being wrong for certain; it never blocks anything."""

from models.cpr import read_cpr


def hint_at(link_id: str, answer: str) -> str:
    """Return a Danish sentence about the *answer* to a question, empty when nothing is odd."""
    return read_cpr(answer).hint if link_id == "citizen.cpr" else ""
