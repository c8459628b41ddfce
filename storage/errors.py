"""What can go wrong with the register in the world, each with the Danish sentence to show."""

from datetime import datetime
from typing import ClassVar


class RegisterError(Exception):
    """Something about the register that a person must be told; its text is what to show."""

    sentence: ClassVar[str]

    def __init__(self) -> None:
        super().__init__(self.sentence)


class WrongPassphraseError(RegisterError):
    """The passphrase opens no slot of this person."""

    sentence = (
        "Adgangssætningen passer ikke. Se efter, om der er slået store bogstaver til, og prøv igen."
    )


class UnknownPersonError(RegisterError):
    """The key file has no slot for this person."""

    sentence = "Den person har ikke adgang til kartoteket. Vælg et andet navn på listen."


class RecoveryKeyMistypedError(RegisterError):
    """A group of the recovery key cannot be right; `group` counts from 1, 0 is the whole key."""

    def __init__(self, group: int) -> None:
        self.group = group
        where = (
            f"gruppe {group} af nøglen" if group else "nøglen: der mangler eller er for mange tegn"
        )
        Exception.__init__(
            self,
            f"Der er en tastefejl i {where}. Læs den på gendannelsesarket, og skriv den igen.",
        )


class WrongRecoveryKeyError(RegisterError):
    """The recovery key is well typed, but opens no slot of this register."""

    sentence = (
        "Nøglen hører ikke til dette kartotek. "
        "Find det nyeste gendannelsesark, og prøv med nøglen på det."
    )


class WeakKeyCostError(RegisterError):
    """The cost of guessing a passphrase would be too low."""

    sentence = "Kartoteket kan ikke beskyttes godt nok på denne computer. Brug en nyere computer."


class RegisterMissingError(RegisterError):
    """There is no register in the folder."""

    sentence = (
        "Der er intet kartotek i mappen. Se efter, om drevet er sat til, eller vælg en anden mappe."
    )


class RegisterExistsError(RegisterError):
    """A register, or the key of one, is in the folder already."""

    sentence = (
        "Der ligger allerede et kartotek eller en nøgle til et kartotek i mappen. "
        "Åbn det, eller vælg en tom mappe til det nye."
    )


class NotARegisterError(RegisterError):
    """The file is something else than an encrypted register."""

    sentence = (
        "Filen kartotek.roedtraad er ikke et krypteret kartotek. "
        "Flyt den væk, og læg kartoteket eller en sikkerhedskopi i mappen."
    )


class RegisterTooNewError(RegisterError):
    """The register was written by a newer program than this."""

    sentence = (
        "Kartoteket er skrevet af en nyere udgave af Rød Tråd. "
        "Hent den nye udgave, og åbn kartoteket igen."
    )


class RegisterDamagedError(RegisterError):
    """The register's content is damaged."""

    sentence = (
        "Kartoteket er beskadiget. Luk programmet, lad filerne ligge, som de er, "
        "og hent den nyeste sikkerhedskopi frem."
    )


class KeyFileMissingError(RegisterError):
    """Neither copy of the key file is there."""

    sentence = (
        "Filen kartotek.noegle mangler, og kartoteket kan ikke låses op uden. "
        "Hent den fra en sikkerhedskopi, og læg den ved siden af kartoteket."
    )


class KeyFileDamagedError(RegisterError):
    """No copy of the key file is whole, or somebody without the key has changed it."""

    sentence = (
        "Nøglefilen er beskadiget eller ændret, og kartoteket kan ikke låses op med den. "
        "Hent kartotek.noegle fra en sikkerhedskopi."
    )


class KeyOfAnotherRegisterError(RegisterError):
    """The key file belongs to another register."""

    sentence = (
        "Nøglefilen hører til et andet kartotek. "
        "Find den kartotek.noegle, der hører til dette kartotek, og læg den ved siden af."
    )


class OutdatedLibraryError(RegisterError):
    """The encryption library is missing or older than the oldest one that is safe."""

    sentence = "Programmet mangler sin kryptering eller har en for gammel. Installér Rød Tråd igen."


class RegisterInUseError(RegisterError):
    """Somebody has the register open: on `machine`, since `opened`, both None when unknown.

    `is_here`: on this very machine. `of_another_machine`: another left its name there and nobody
    is seen to hold the register; if that machine is not running, its lock can be forgotten.
    """

    def __init__(
        self,
        machine: str | None = None,
        opened: datetime | None = None,
        *,
        of_another_machine: bool = False,
        is_here: bool = False,
    ) -> None:
        self.machine = machine
        self.opened = opened
        self.of_another_machine = of_another_machine
        elsewhere = f" på computeren {machine}" if machine else ""
        where = " i et andet vindue på denne computer" if is_here else elsewhere
        when = f" siden {opened.astimezone():%d.%m.%Y kl. %H.%M}" if opened else ""
        Exception.__init__(
            self, f"Kartoteket er åbent{where}{when}. Luk det dér, og prøv så igen her."
        )


class NotSavedError(RegisterError):
    """Something could not be written; what waits to be written is kept in memory."""

    sentence = (
        "Det sidste er ikke gemt: der opstod en fejl i kartoteket. "
        "Lad programmet være åbent. Det prøver selv igen."
    )


class DiskFullError(NotSavedError):
    """The disk takes no more."""

    sentence = (
        "Det sidste er ikke gemt: disken er fuld eller tager ikke imod mere. "
        "Gør plads på disken, se efter, om drevet sidder rigtigt, og lad programmet være åbent. "
        "Det gemmer selv, så snart det kan."
    )


class NoWritePermissionError(NotSavedError):
    """The register or its folder may not be written."""

    sentence = (
        "Der må ikke skrives i mappen med kartoteket. "
        "Bed den, der passer computerne, om at give dig lov, og lad programmet være åbent imens."
    )


class RegisterVanishedError(NotSavedError):
    """The file of the open register is no longer where it was."""

    sentence = (
        "Det sidste er ikke gemt: kartoteket er væk fra mappen. "
        "Sæt drevet til igen, eller læg filen tilbage, og lad programmet være åbent så længe."
    )


class DiskTroubleError(NotSavedError):
    """The disk does not answer as a disk should."""

    sentence = (
        "Disken med kartoteket svarer ikke, som den skal. "
        "Se efter, om drevet er sat rigtigt til. Det sidste er måske ikke gemt."
    )


class WritingStoppedError(NotSavedError):
    """A fault of ours has ended all writing; `fault` says its class and place, never a value.

    `drafts` counts the drafts that are in memory alone.
    """

    sentence = (
        "Alt, der stod som gemt, er gemt, men fra nu af gemmes intet mere: der er sket en fejl i "
        "programmet. Luk det, og start det igen."
    )

    def __init__(self, drafts: int = 0, fault: str = "") -> None:
        self.drafts = drafts
        self.fault = fault
        where = "ét skema" if drafts == 1 else f"{drafts} skemaer"
        loss = f"Det sidste, du har skrevet i {where}, er ikke gemt: skriv det af på papir. "
        Exception.__init__(self, f"{loss if drafts else ''}{self.sentence}")


class RefusedError(RegisterError):
    """The register is well, but will not take this."""


class EntryIsSignedError(RefusedError):
    """The entry is signed and can no longer be changed."""

    sentence = (
        "Skemaet er underskrevet og kan ikke ændres. "
        "Lav en rettelse, hvis noget skal være anderledes."
    )


class NoSuchEntryError(RefusedError):
    """There is no draft, or no document, with this id."""

    sentence = "Det, du vil ændre, findes ikke længere i kartoteket. Åbn borgeren igen."


class RegisterClosedError(RegisterError):
    """The register is closed, or its writing has stopped."""

    sentence = "Kartoteket er lukket. Åbn det igen, og se efter, om det sidste er kommet med."
