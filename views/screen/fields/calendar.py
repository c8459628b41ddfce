"""A month to pick a day in."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDialog, QToolButton, QVBoxLayout, QWidget

from views.screen.icons import Sign, sign_icon
from views.screen.look import scaled

_ARROWS = {
    "qt_calendar_prevmonth": (Sign.ARROW_LEFT, "Forrige måned"),
    "qt_calendar_nextmonth": (Sign.ARROW_RIGHT, "Næste måned"),
}
_WEEKDAYS = (
    Qt.DayOfWeek.Monday,
    Qt.DayOfWeek.Tuesday,
    Qt.DayOfWeek.Wednesday,
    Qt.DayOfWeek.Thursday,
    Qt.DayOfWeek.Friday,
    Qt.DayOfWeek.Saturday,
    Qt.DayOfWeek.Sunday,
)


class Calendar(QDialog):
    """One month at a time; a click or Enter chooses, Escape chooses nothing."""

    def __init__(self, parent: QWidget, day: date | None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setWindowTitle("Kalender")
        self._month = QCalendarWidget()
        self._month.setAccessibleName("Kalender")
        self._month.setLocale(QLocale(QLocale.Language.Danish, QLocale.Country.Denmark))
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._month.setHorizontalHeaderFormat(
            QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames
        )
        self._month.setMinimumSize(scaled(300), scaled(250))
        # Qt paints weekends red; here red means the thread.
        for weekday in _WEEKDAYS:
            self._month.setWeekdayTextFormat(weekday, QTextCharFormat())
        for name, (sign, spoken) in _ARROWS.items():
            arrow = self._month.findChild(QToolButton, name)
            if arrow is not None:
                arrow.setIcon(sign_icon(sign))
                arrow.setAccessibleName(spoken)
                arrow.setToolTip(spoken)
        if day is not None:
            self._month.setSelectedDate(QDate(day.year, day.month, day.day))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(scaled(6),) * 4)
        layout.addWidget(self._month)
        self._month.activated.connect(self.accept)
        self._month.clicked.connect(self.accept)

    def choose(self) -> date | None:
        """Return the day chosen, none when the calendar was closed without choosing."""
        self._month.setFocus(Qt.FocusReason.PopupFocusReason)
        if self.exec() != QDialog.DialogCode.Accepted:
            return None
        chosen = self._month.selectedDate()
        return date(chosen.year(), chosen.month(), chosen.day())
