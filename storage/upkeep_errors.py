"""What can go wrong with erasing and looking after the register, with the Danish sentence."""

from storage.errors import NotSavedError, RefusedError, RegisterError


class CitizenErasedError(RefusedError):
    """The citizen has been erased, and nothing more is written about them."""

    sentence = (
        "Borgeren er slettet fra kartoteket, og der kan ikke skrives mere i sagen. "
        "Gå tilbage til listen over borgere."
    )


class NoSuchCitizenError(RefusedError):
    """The register holds nothing about a citizen with this id."""

    sentence = "Borgeren findes ikke i kartoteket. Gå tilbage til listen over borgere."


class MemoryShortError(NotSavedError):
    """This computer has too little memory free for what was to be done to the register."""

    sentence = (
        "Det sidste er ikke gemt: computeren har ikke hukommelse nok fri. "
        "Luk nogle andre programmer, og lad dette være åbent. Det prøver selv igen."
    )


class RestsRemainError(RegisterError):
    """What was erased is gone, but the file could not be compacted; `why` is what hindered it."""

    def __init__(self, why: RegisterError) -> None:
        self.why = why
        Exception.__init__(
            self,
            "Borgeren er slettet, men der kan stadig ligge krypterede rester i ubrugte dele af "
            "filen, for den kunne ikke ryddes op. Der skal være lige så meget fri plads på disken, "
            "og lige så meget fri hukommelse, som kartoteket fylder. Gør plads, luk andre "
            "programmer, og vælg så Ryd op under Eftersyn.",
        )
