"""Which page of the guide is about what stands on the screen."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.bookmark import Bookmark
from models.course import Form
from models.help.guide import Place, place_of
from views.screen.backups_page import BackupsPage
from views.screen.busy_screen import BusyScreen
from views.screen.case_overview.page import CaseOverviewPage
from views.screen.case_screen import CaseScreen
from views.screen.checklists_page import ChecklistsPage
from views.screen.citizen_list import CitizenList
from views.screen.conversation.screen import ConversationScreen
from views.screen.erase_page import ErasePage
from views.screen.first_start.sequence import FirstStart
from views.screen.form_page import FormPage
from views.screen.guidelines_page import GuidelinesPage
from views.screen.letter_paper_page import LetterPaperPage
from views.screen.letters_page import LettersPage
from views.screen.overview.page import OverviewPage
from views.screen.own_forms_page import OwnFormsPage
from views.screen.people_page import PeoplePage
from views.screen.recovered_page import RecoveredPage
from views.screen.restore_page import RestorePage
from views.screen.settings_page import SettingsPage
from views.screen.today_list import TodayList
from views.screen.unlock_screen import UnlockScreen
from views.screen.upkeep_page import UpkeepPage
from views.screen.wordings_page import WordingsPage

TOPICS: Mapping[type[QWidget], str] = {
    BackupsPage: "sikkerhedskopier",
    BusyScreen: "sikkerhedskopier",
    CaseOverviewPage: "overblik#overblik-over-forlobet",
    CaseScreen: "et_forloeb",
    ChecklistsPage: "tjeklister",
    CitizenList: "borgere",
    ConversationScreen: "samtale",
    ErasePage: "slet_en_borger",
    FirstStart: "kom_i_gang",
    FormPage: "kom_i_gang#jeres-sted",
    GuidelinesPage: "retningslinjer",
    LetterPaperPage: "egne_tekster#brevpapir",
    LettersPage: "breve_rummet",
    OverviewPage: "overblik",
    OwnFormsPage: "egne_skemaer",
    PeoplePage: "laas_og_sikkerhed#flere-personer",
    RecoveredPage: "laas_og_sikkerhed#glemt-adgangssaetning",
    RestorePage: "sikkerhedskopier#hent-en-kopi-frem",
    SettingsPage: "kom_i_gang#indstillinger",
    TodayList: "i_dag",
    UnlockScreen: "laas_og_sikkerhed#glemt-adgangssaetning",
    UpkeepPage: "naar_noget_gaar_galt#eftersyn",
    WordingsPage: "egne_tekster",
}
"""The page of the guide for each page that the window shows."""

TOPICS_OF_FORMS: Mapping[str, str] = {
    Form.CONTACT: "et_forloeb#henvendelse",
    Form.REQUEST: "et_forloeb#anmodning",
    Form.ASSESSMENT: "et_forloeb#afdaekning",
    Form.DECISION: "afgoerelser",
    Form.TREATMENT_PLAN: "behandlingsplan",
    Form.FOLLOW_UP: "behandlingsplan#opfolgning",
    Form.DISCHARGE: "et_forloeb#udskrivning",
    Form.CONSENT: "samtykke",
    Form.NETWORK: "samtykke#netvaerk",
    Form.TASK_NOTE: "opgaver#gjort-planlagt-eller-sat-til-side",
}
"""The page of the guide for forms that have one of their own."""

OF_ANY_FORM = "spoergsmaal"
OF_A_LETTER = "afgoerelser"
BEGINNING = "kom_i_gang"


def topic_of(page: QWidget | None, here: Bookmark | None) -> Place:
    """Return the place in the guide about *page*, which is a case when one is *here* in it."""
    if isinstance(page, CaseScreen) and here is not None:
        return place_of(_topic_in_case(here))
    known = (topic for kind, topic in TOPICS.items() if isinstance(page, kind))
    return place_of(next(known, BEGINNING))


def _topic_in_case(here: Bookmark) -> str:
    if here.overview:
        return TOPICS[CaseOverviewPage]
    if here.letter:
        return OF_A_LETTER
    return TOPICS_OF_FORMS.get(here.form, OF_ANY_FORM)
