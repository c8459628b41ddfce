"""What one can go to and do wherever one is, as the search for commands names it."""

from app.command_search_ranking import Command, Kind
from views.screen.navigation import Room

ROOM, DEED, SETTING = "room", "deed", "setting"
"""How the keys of such commands begin, with a colon after it."""

NEW_CONTACT, LOCK, PRINT_FORM, TOUR = "new-contact", "lock", "print-form", "tour"
GUIDANCE, TASKS, ADD, TALK, OVERVIEW = "guidance", "tasks", "add", "talk", "overview"

_ALSO = {
    Room.TODAY: "frister opgaver dagen",
    Room.CITIZENS: "liste sager søg",
    Room.LETTERS: "post udskriv send",
    Room.OVERVIEW: "tal statistik garanti afgørelser opfølgning",
    Room.GUIDELINES: "lov regler anvisninger paragraf",
    Room.SETTINGS: "udseende mørk lys tekststørrelse lås automatisk",
    Room.HELP: "vejledning manual",
}
_DEEDS = (
    Command(
        f"{DEED}:{NEW_CONTACT}", "Ny henvendelse", Kind.DEED, also="ny borger opret begynd sag"
    ),
    Command(f"{DEED}:{LOCK}", "Lås kartoteket", Kind.DEED, shortcut="Ctrl+L", also="luk pause"),
    Command(f"{DEED}:{TOUR}", "Tag rundvisningen", Kind.DEED, also="introduktion kom i gang"),
)
_IN_A_CASE = (
    Command(f"{DEED}:{ADD}", "Tilføj …", Kind.DEED, shortcut="Ctrl+N", also="note samtykke måling"),
    Command(
        f"{DEED}:{OVERVIEW}",
        "Overblik over forløbet",
        Kind.DEED,
        shortcut="Ctrl+O",
        also="tidslinje historik noter breve personer plan rød tråd hvem har set",
    ),
    Command(f"{DEED}:{TASKS}", "Vis eller skjul opgaver", Kind.DEED, shortcut="Ctrl+T"),
    Command(f"{DEED}:{GUIDANCE}", "Vis eller skjul vejledning", Kind.DEED, shortcut="Ctrl+G"),
)
_AT_A_FORM = (
    Command(
        f"{DEED}:{PRINT_FORM}",
        "Udskriv eller gem skemaet",
        Kind.DEED,
        shortcut="Ctrl+P",
        also="pdf papir mere",
    ),
)
TOGETHER = Command(
    f"{DEED}:{TALK}", "Samtale", Kind.DEED, shortcut="F11", also="borgeren læser med stor skrift"
)
"""Offered with a form that can be filled together."""

SETTINGS = {
    "profile": ("Jeres sted", "klinik adresse navn profil"),
    "letter_paper": ("Brevpapir", "logo kuvert rude"),
    "wordings": ("Brevenes tekster", "ordlyd formulering skabelon"),
    "checklists": ("Tjeklister", "kvalitet organisation"),
    "forms": ("Skemaer", "egne skemaer fhir hent ind"),
    "people": ("Personer og adgang", "adgangssætning kollega gendannelsesark"),
    "backups": ("Sikkerhedskopier", "backup gendan hent frem"),
    "upkeep": ("Eftersyn", "verificer kontrol"),
}
"""The pages behind the settings: what each is called, and what else finds it."""


def program_commands(*, in_a_case: bool = False, at_a_form: bool = False) -> tuple[Command, ...]:
    """Return the commands of the program, with those of a case and of a form when one is there."""
    rooms = (
        Command(f"{ROOM}:{room.value}", room.value, Kind.ROOM, "", f"Ctrl+{number}", _ALSO[room])
        for number, room in enumerate(Room, start=1)
    )
    pages = (
        Command(f"{SETTING}:{name}", title, Kind.SETTING, "", also=also)
        for name, (title, also) in SETTINGS.items()
    )
    of_form = _AT_A_FORM if at_a_form else ()
    return (*rooms, *_DEEDS, *(_IN_A_CASE if in_a_case else ()), *of_form, *pages)
