"""The guide is true of the program: its links, pictures, keys and topics exist."""

import ast
import re
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from app.bookmark import Bookmark
from app.help_guide import shipped_guide, shipped_pictures
from app.help_topics import BEGINNING, OF_A_LETTER, OF_ANY_FORM, TOPICS, TOPICS_OF_FORMS, topic_of
from app.whereabouts import Whereabouts
from models.course import Form
from models.help.guide import place_of
from models.help.page import HelpPage, Words, plain
from views.screen.case_screen import CaseScreen
from views.screen.navigation import Room

HOUSE = Path(__file__).parents[2]
GUIDE = shipped_guide()
MOST_BYTES = 2_500_000
PAGES = range(12, 25)
CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for room in ("app", "views")
    for path in (HOUSE / room).rglob("*.py")
)
# What the guide calls a key, and what the code that hears it holds.
HEARD = {
    "Ctrl+Skift+Enter": '"Ctrl+Shift+Return"',
    "Alt+Venstre": '"Alt+Left"',
    "Ctrl+Enter": "Key_Return",
    "Ctrl+Page Down": '"Ctrl+PgDown"',
    "Ctrl+Page Up": '"Ctrl+PgUp"',
    "Ctrl+Skift+A": '"Ctrl+Shift+A"',
    "Delete": "Key_Delete",
    "Enter": "Key_Return",
    "Esc": "Key_Escape",
    "Skift+Enter": "Key_Return",
    "Skift+Tab": "setTabChangesFocus",
    "Tab": "setTabChangesFocus",
} | {f"Ctrl+{number}": 'f"Ctrl+{number}"' for number, _ in enumerate(Room, start=1)}
INSIDE_ANOTHER = {"AdditionPage", "FormBesideLetter", "FormTrialPage", "LetterPage", "RuleFormPage"}
IS_KEY = re.compile(r"(Ctrl|Alt|Skift)\+.+|F\d+|Enter|Esc|Tab|Delete")


def test_every_file_of_the_guide_is_in_its_contents() -> None:
    files = {path.stem for path in (HOUSE / "resources" / "help").glob("*.md")}

    assert set(GUIDE.pages) == files
    assert len(files) in PAGES


def test_every_link_leads_somewhere() -> None:
    lost = [
        (p.name, link.target) for p, link in GUIDE.links() if not GUIDE.has(place_of(link.target))
    ]

    assert lost == []


def test_every_picture_exists_is_small_and_is_used() -> None:
    folder = HOUSE / "resources" / "help" / "pictures"
    files = {path.name for path in folder.glob("*.png")}

    assert {picture.name for picture in GUIDE.pictures()} == files
    assert sum(len(content) for content in shipped_pictures().values()) < MOST_BYTES
    assert all(picture.alternative.endswith(".") for picture in GUIDE.pictures())


def test_a_picture_holds_no_more_than_can_be_seen() -> None:
    for path in (HOUSE / "resources" / "help" / "pictures").glob("*.png"):
        with Image.open(path) as picture:
            assert picture.mode == "P"
            assert not picture.info.keys() & {"exif", "comment", "author"}


def test_every_topic_is_a_place_in_the_guide() -> None:
    topics = {*TOPICS.values(), *TOPICS_OF_FORMS.values(), OF_ANY_FORM, OF_A_LETTER, BEGINNING}

    assert {topic for topic in topics if not GUIDE.has(place_of(topic))} == set()
    assert set(TOPICS_OF_FORMS) <= set(Form)


def test_every_key_the_guide_names_is_heard_in_the_program() -> None:
    named = {keys.text for _, keys in GUIDE.keystrokes() if IS_KEY.fullmatch(keys.text)}

    unheard = {key for key in named if HEARD.get(key, f'"{key}"') not in CODE}
    assert unheard == set()
    assert len(named) > 20


def spoken() -> set[str]:
    """Return every text in the code of the screen, and of the forms' buttons."""
    texts = set()
    for room in ("app", "views"):
        for path in (HOUSE / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    texts.add(node.value)
    return texts


def test_every_word_the_guide_tells_to_look_for_stands_on_the_screen() -> None:
    texts = "\n".join(spoken())
    strong = {
        span.text.rstrip(" …")
        for page in GUIDE.pages.values()
        for text in page.texts()
        for span in text
        if isinstance(span, Words) and span.is_strong
    }
    # Told of rather than read: how something looks, or the title of a form.
    shown_otherwise = {
        "Dag 11 af 14",
        "Samtykke",
        "Netværk",
        "Ret",
        "Skal",
        "bør",
        "kan",
        "Frister",
    }
    told = {"Det, svarene kalder på", "Det, der skal være på plads"}

    assert {one for one in strong - shown_otherwise - told if one not in texts} == set()


@pytest.mark.parametrize("page", GUIDE.pages.values(), ids=lambda page: page.name)
def test_a_page_is_short_and_begins_with_what_it_is_about(page: HelpPage) -> None:
    words = sum(len(plain(text).split()) for text in page.texts())

    assert 60 < words < 700
    assert page.title


def test_every_screen_of_a_conductor_has_a_topic_of_its_own() -> None:
    made = re.compile(r"self\.(?:page|screen) = ([A-Z]\w+)\(")
    conductors = (HOUSE / "app" / "conductors").glob("*.py")
    screens = {name for path in conductors for name in made.findall(path.read_text("utf-8"))}

    named = {kind.__name__ for kind in TOPICS}
    assert screens - named - INSIDE_ANOTHER == set()
    assert len(screens & named) > 15


def test_what_stands_in_a_case_decides_on_the_page(qapp: QApplication) -> None:
    case = CaseScreen()

    pages = {
        form: topic_of(case, Bookmark("", form=form, whereabouts=Whereabouts())).page
        for form in (Form.DECISION, Form.TREATMENT_PLAN, Form.LAPSE)
    }
    assert list(pages.values()) == ["afgoerelser", "behandlingsplan", "spoergsmaal"]
    assert topic_of(case, Bookmark("", letter="decision")).page == OF_A_LETTER
    assert topic_of(None, None).page == BEGINNING
