"""How the program looks: light or dark, and how large."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.preferences import Appearance, Preferences
from views.screen.look import Theme, apply_look


def the_application() -> QApplication:
    """Return the one application of this process."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("the program needs a QApplication")
    return application


def wear(application: QApplication, preferences: Preferences) -> None:
    """Let the whole program look as *preferences* say."""
    is_dark = preferences.appearance is Appearance.DARK
    if preferences.appearance is Appearance.SYSTEM:
        is_dark = application.styleHints().colorScheme() == Qt.ColorScheme.Dark
    apply_look(application, Theme.DARK if is_dark else Theme.LIGHT, preferences.text_size / 100)
