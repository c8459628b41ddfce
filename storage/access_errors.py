"""What can go wrong with who has access, each with the Danish sentence to show."""

from storage.errors import NotSavedError, RefusedError, RegisterError


class EmptyPassphraseError(RefusedError):
    """A passphrase of nothing, or of nothing but spaces."""

    sentence = "Skriv en adgangssætning. Uden den kan alle låse kartoteket op."


class EmptyNameError(RefusedError):
    """A person needs a name to be found by at the door."""

    sentence = "Skriv navnet på den, der skal kunne låse kartoteket op."


class NameTakenError(RefusedError):
    """Somebody of that name, or of one that cannot be told from it, has access already."""

    sentence = (
        "Der er allerede en med det navn, som kan låse kartoteket op. "
        "Skriv navnet, så de to kan kendes fra hinanden."
    )


class NoNewSheetError(RefusedError):
    """A sheet can only be confirmed by its own key."""

    sentence = (
        "Nøglen er ikke den, der står på det nye ark. "
        "Se efter, om du læser på det rigtige ark, og skriv den igen."
    )


class LastPersonError(RefusedError):
    """Nobody who can open the register would be left."""

    sentence = (
        "Så ville der ikke være nogen tilbage, som kan låse kartoteket op. "
        "Giv først en anden adgang, eller lad en anden låse op én gang, og prøv så igen."
    )


class OwnAccessError(RefusedError):
    """Nobody can take away their own access."""

    sentence = "Du kan ikke fjerne dig selv. Lad en anden, der kan låse kartoteket op, gøre det."


class OlderRegisterInPlaceError(RegisterError):
    """In the register's place lies an older file of it, under a key that has been replaced."""

    sentence = (
        "Filen kartotek.roedtraad er en ældre kopi, fra før kartoteket fik ny nøgle. "
        "Læg det nyeste kartotek tilbage i mappen, eller hent kopien frem som sikkerhedskopi."
    )


class NotEnoughMemoryError(RegisterError):
    """This computer has too little memory free for what one guess at a passphrase costs."""

    sentence = (
        "Computeren har ikke hukommelse nok fri til at låse kartoteket op. "
        "Luk nogle andre programmer, og prøv igen."
    )


class AccessNotChangedError(NotSavedError):
    """The disk did not take the new key file; the old one counts."""

    sentence = (
        "Der er ikke ændret i, hvem der kan låse kartoteket op: disken tog ikke imod det. Se "
        "efter, om der er plads, om drevet sidder rigtigt, og om du må skrive i mappen med "
        "kartoteket, og prøv igen."
    )
