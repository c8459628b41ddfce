"""What keeps a clinic's own form from being changed, each with the Danish sentence to show."""

from storage.errors import RefusedError


class FormIsUsedError(RefusedError):
    """This version of a form is or was in use and can no longer be changed."""

    sentence = (
        "Den udgave af skemaet har været i brug og kan ikke ændres. "
        "Giv det ændrede skema et nyt nummer i »version«, og hent det ind igen."
    )


class NoSuchFormError(RefusedError):
    """There is no form of the clinic's own with this name."""

    sentence = "Skemaet findes ikke længere i kartoteket. Åbn siden med skemaer igen."
