"""What can stop a letter from being printed, each with a sentence for the person at the desk."""


class UnprintableLetterError(Exception):
    """The letter cannot be put on paper as it is; the message says what to do about it."""


class CharacterOutsideFontError(UnprintableLetterError):
    """A text holds characters that the letter's typeface cannot show."""

    def __init__(self, place: str, kind: str, advice: str) -> None:
        super().__init__(
            f"Brevet kan ikke skrives ud endnu: {place} indeholder {kind}, som brevets skrifttype "
            f"ikke har. {advice}"
        )


class ReceiverOutsideWindowError(UnprintableLetterError):
    """The receiver's lines take more room than the envelope's window always shows."""

    def __init__(self) -> None:
        super().__init__(
            "Brevet kan ikke skrives ud endnu: Modtagerens navn og adresse fylder mere, end "
            "kuvertens rude viser. Brug færre eller kortere linjer, og prøv igen."
        )


class WindowOutsidePaperError(UnprintableLetterError):
    """The envelope's window is set where no letter can have its receiver."""

    def __init__(self) -> None:
        super().__init__(
            "Kuvertens rude passer ikke til et brev på A4. Mål rudens plads på kuverten igen, "
            "og ret den i indstillingerne."
        )


class CardTooFullError(UnprintableLetterError):
    """There is more on a pocket card than its four sides hold."""

    def __init__(self) -> None:
        super().__init__(
            "Kortet kan ikke skrives ud endnu: Der står mere, end der er plads til på et kort til "
            "lommen. Skriv det kortere, og prøv igen."
        )


class NotOurPaperError(Exception):
    """The file is not one that this program has drawn, so no copy can be made of it."""

    def __init__(self) -> None:
        super().__init__(
            "Kopien kan ikke laves: Filen ser ikke ud som et brev, programmet har skrevet."
        )


class UnusableLogoError(Exception):
    """A picture cannot be the clinic's logo; the text says why and what to do."""
