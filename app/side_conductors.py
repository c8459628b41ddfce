"""The conductors of the pages beside the rooms, and what must be done with them on leaving."""

from app.conductors.backups import BackupsConductor
from app.conductors.checklists import ChecklistsConductor
from app.conductors.erase import EraseConductor
from app.conductors.guidelines import GuidelinesConductor
from app.conductors.letter_paper import LetterPaperConductor
from app.conductors.own_forms import OwnFormsConductor
from app.conductors.people import PeopleConductor
from app.conductors.profile import ProfileConductor
from app.conductors.upkeep import UpkeepConductor
from app.conductors.wordings import WordingsConductor

SideConductor = (
    BackupsConductor
    | ChecklistsConductor
    | EraseConductor
    | GuidelinesConductor
    | LetterPaperConductor
    | OwnFormsConductor
    | PeopleConductor
    | ProfileConductor
    | UpkeepConductor
    | WordingsConductor
)

OffSettings = (
    BackupsConductor
    | ChecklistsConductor
    | LetterPaperConductor
    | OwnFormsConductor
    | PeopleConductor
    | UpkeepConductor
    | WordingsConductor
)
"""Those whose way back leads to the settings."""

IN_OWN_FILE = (ChecklistsConductor, GuidelinesConductor, WordingsConductor)
"""Those who keep what is written in the clinic's own file."""

PUT_AWAY = (*IN_OWN_FILE, BackupsConductor, EraseConductor, UpkeepConductor)
"""Those who have something to keep or to stop."""
