from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from tests.views.screen.accessible import unnamed
from tests.views.screen.keyboard import focused, show_active
from views.screen.case_screen import CaseScreen
from views.screen.citizen_bar import CitizenShown
from views.screen.due import DueState
from views.screen.guidance_panel import GuidanceLine, GuidancePanel
from views.screen.letter_page import LetterPage
from views.screen.look import Theme, apply_look
from views.screen.step_knot import StepState
from views.screen.step_model import StepShown
from views.screen.strength import Strength
from views.screen.task_panel import TaskPanel

STEPS = (
    StepShown("request", "Anmodning", "Færdig 11.11.2026", StepState.DONE),
    StepShown("consent", "Samtykker", "", StepState.MISSING, "Egen læge"),
    StepShown("assessment", "Afdækning", "", StepState.DRAFT),
    StepShown("hearing", "Partshøring", "", StepState.WAITING),
    StepShown("plan", "Behandlingsplan", "", StepState.NOT_BEGUN),
)
LETTERS = (StepShown("decision", "Afgørelse", "", StepState.DRAFT),)
BESIDE = (
    StepShown("consent-1", "Samtykke", "Færdig 12.11.2026", StepState.DONE, "Egen læge"),
    StepShown("consent-2", "Samtykke", "Kladde 13.11.2026", StepState.DRAFT, "Jobcentret"),
)
GUIDANCE = (
    GuidanceLine(Strength.MUST, "2020/3.5.1", "Seks områder", "Kom omkring dem alle.", "Sikker"),
    GuidanceLine(Strength.LAW, "Serviceloven", "Fristen", "Den løber fra anmodningen."),
)


def shown(qtbot: QtBot, width: int = 1250) -> CaseScreen:
    screen = CaseScreen()
    screen.show_citizen(
        CitizenShown("Testa Opdigtet", "320485-0000", "3 dage tilbage", DueState.SOON)
    )
    screen.show_steps(STEPS, "assessment")
    screen.show_letters(LETTERS)
    screen.show_guidance(GUIDANCE)
    screen.show_centre(QLabel("Formularen"))
    screen.resize(width, 700)
    show_active(qtbot, screen)
    return screen


def rows(screen: CaseScreen, name: str) -> QListView:
    return next(view for view in screen.findChildren(QListView) if view.accessibleName() == name)


def visible_texts(screen: CaseScreen) -> set[str]:
    return {label.text() for label in screen.findChildren(QLabel) if label.isVisible()}


def is_marked_in_sight(screen: CaseScreen, name: str = "Forløbets trin") -> Callable[[], bool]:
    def check() -> bool:
        steps = rows(screen, name)
        place = steps.visualRect(steps.currentIndex()).center()
        return screen.rect().contains(steps.mapTo(screen, place))

    return check


def test_the_arrow_and_enter_choose_the_next_step(qtbot: QtBot) -> None:
    screen = shown(qtbot)
    steps = rows(screen, "Forløbets trin")
    qtbot.keyClick(steps, Qt.Key.Key_Down)

    with qtbot.waitSignal(screen.step_chosen) as chosen:
        qtbot.keyClick(steps, Qt.Key.Key_Return)

    assert chosen.args == ["hearing"]


def test_enter_chooses_a_letter(qtbot: QtBot) -> None:
    screen = shown(qtbot)

    with qtbot.waitSignal(screen.letter_chosen) as chosen:
        qtbot.keyClick(rows(screen, "Breve"), Qt.Key.Key_Return)

    assert chosen.args == ["decision"]


def test_what_is_beside_the_steps_is_chosen_like_a_step(qtbot: QtBot) -> None:
    screen = shown(qtbot)
    screen.show_steps(STEPS, "")
    screen.show_beside(BESIDE, "consent-1")
    beside = rows(screen, "Ved siden af forløbet")
    qtbot.keyClick(beside, Qt.Key.Key_Down)

    with qtbot.waitSignal(screen.step_chosen) as chosen:
        qtbot.keyClick(beside, Qt.Key.Key_Return)

    assert chosen.args == ["consent-2"]
    assert rows(screen, "Forløbets trin").selectedIndexes() == []


def test_what_is_marked_beside_the_steps_is_in_sight(qtbot: QtBot) -> None:
    screen = shown(qtbot)
    screen.show_steps(STEPS, "")
    many = [StepShown(str(n), f"Note {n}", "", StepState.DONE) for n in range(40)]

    screen.show_beside(many, "39")

    qtbot.waitUntil(is_marked_in_sight(screen, "Ved siden af forløbet"))


def test_a_case_with_nothing_beside_the_steps_says_so(qtbot: QtBot) -> None:
    screen = shown(qtbot)
    screen.show_beside(BESIDE)
    before = "Her er ikke noget endnu." in visible_texts(screen)

    screen.show_beside(())

    assert (before, "Her er ikke noget endnu." in visible_texts(screen)) == (False, True)


def test_ctrl_n_asks_what_to_add(qtbot: QtBot) -> None:
    screen = shown(qtbot)

    with qtbot.waitSignal(screen.addition_asked):
        qtbot.keyClick(screen, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)


def test_a_screen_reader_hears_the_state_of_a_step_in_words(qtbot: QtBot) -> None:
    screen = shown(qtbot)
    model = rows(screen, "Forløbets trin").model()

    spoken = [
        model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(len(STEPS))
    ]

    assert spoken == [
        "Anmodning: Færdig 11.11.2026",
        "Samtykker: Mangler noget Egen læge",
        "Afdækning: Kladde",
        "Partshøring: Venter",
        "Behandlingsplan: Ikke begyndt",
    ]


def test_alt_and_left_lead_back(qtbot: QtBot) -> None:
    screen = shown(qtbot)

    with qtbot.waitSignal(screen.back_asked):
        qtbot.keyClick(screen, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)


def test_f1_puts_the_guidance_away_and_brings_it_back(qtbot: QtBot) -> None:
    screen = shown(qtbot)
    before = "Seks områder" in visible_texts(screen)
    qtbot.keyClick(screen, Qt.Key.Key_F2)
    away = "Seks områder" in visible_texts(screen)

    qtbot.keyClick(screen, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)

    assert (before, away, "Seks områder" in visible_texts(screen)) == (True, False, True)


def test_a_narrow_screen_keeps_the_steps_and_lets_the_guidance_wait(qtbot: QtBot) -> None:
    screen = shown(qtbot, width=700)

    assert rows(screen, "Forløbets trin").isVisible()
    assert "Seks områder" not in visible_texts(screen)


def test_guidance_for_nothing_says_what_the_panel_is_for(qtbot: QtBot) -> None:
    screen = shown(qtbot)

    screen.show_guidance(())

    assert any(text.startswith("Stil dig i et spørgsmål") for text in visible_texts(screen))


def test_what_was_in_the_middle_is_let_go_of(qtbot: QtBot) -> None:
    screen = shown(qtbot)
    first = QLabel("Først")
    screen.show_centre(first)

    with qtbot.waitSignal(first.destroyed):
        screen.show_centre(QLabel("Siden"))

    assert "Siden" in visible_texts(screen)


def test_the_marked_step_is_in_sight_though_the_list_is_long(qtbot: QtBot) -> None:
    screen = shown(qtbot)
    many = [StepShown(str(n), f"Opfølgning {n}", "", StepState.DONE) for n in range(40)]

    screen.show_steps(many, "39")

    qtbot.waitUntil(is_marked_in_sight(screen))


def test_tab_goes_from_the_steps_through_the_form_to_the_guidance(qtbot: QtBot) -> None:
    screen = shown(qtbot)
    form = QLineEdit()
    screen.show_centre(form)
    rows(screen, "Breve").setFocus()
    way = []

    for _ in range(2):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        way.append(focused())

    assert way == [form, screen.findChild(GuidancePanel)]


def test_everything_in_a_case_has_a_name(qtbot: QtBot) -> None:
    assert unnamed(shown(qtbot)) == []


def test_tasks_beside_a_letter_never_make_the_case_taller_than_a_small_screen(
    qapp: QApplication, qtbot: QtBot
) -> None:
    apply_look(qapp, Theme.LIGHT, 2.0)
    screen = shown(qtbot, width=1105)
    screen.show_centre(LetterPage())
    screen.resize(1105, 640)

    qtbot.keyClick(screen, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)

    tasks = screen.findChild(TaskPanel)
    qtbot.waitUntil(lambda: tasks.visibleRegion().boundingRect().size() == tasks.size())
    assert screen.minimumSizeHint().height() <= 640
    assert screen.height() == 640


def test_the_tasks_take_the_height_that_guidance_on_nothing_leaves(qtbot: QtBot) -> None:
    screen = shown(qtbot)
    guidance, tasks = screen.findChild(GuidancePanel), screen.findChild(TaskPanel)
    before = guidance.height()

    screen.show_guidance(())

    assert before > guidance.minimumSizeHint().height()
    assert guidance.height() == guidance.minimumSizeHint().height()
    assert tasks.height() > 3 * guidance.height()
