"""What can be wrong with an expression, found when its form is read or when it is worked out."""


class ExpressionError(Exception):
    """The expression cannot be used; *position* counts characters from 1, *reason* is Danish."""

    code = "expression"

    def __init__(self, position: int, reason: str) -> None:
        self.position = position
        self.reason = reason
        super().__init__(f"Udtrykket, tegn {position}: {reason}")


class OutsideSubsetError(ExpressionError):
    """The expression uses FHIRPath that this program does not have."""

    code = "outside-subset"


class CalculationError(Exception):
    """The answers given do not let the expression be worked out; the sentence is Danish."""
