"""What leads from the settings to the pages beside the rooms."""

from app.conductors.settings import SettingsConductor
from app.side_rooms import SideRooms


def connect_settings(settings: SettingsConductor, beside: SideRooms) -> None:
    """Let each page that is asked for in the *settings* be shown."""
    settings.people_asked.connect(beside.ask_people)
    settings.backups_asked.connect(beside.ask_backups)
    settings.upkeep_asked.connect(beside.ask_upkeep)
    settings.forms_asked.connect(beside.ask_forms)
    settings.checklists_asked.connect(beside.ask_checklists)
    settings.wordings_asked.connect(beside.ask_wordings)
    settings.letter_paper_asked.connect(beside.ask_letter_paper)


def ask_setting(name: str, settings: SettingsConductor) -> None:
    """Ask for the page of the settings that the search for commands calls *name*."""
    asked = {
        "profile": settings.profile_asked,
        "letter_paper": settings.letter_paper_asked,
        "wordings": settings.wordings_asked,
        "checklists": settings.checklists_asked,
        "forms": settings.forms_asked,
        "people": settings.people_asked,
        "backups": settings.backups_asked,
        "upkeep": settings.upkeep_asked,
    }
    asked[name].emit()
