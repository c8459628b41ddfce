"""The duty to notify about a child (underretning), and the answer to it."""

from datetime import date

from models.course import Course, Form
from models.deadlines.rule import Rule, Shown
from models.deadlines.seen import Seen
from models.deadlines.several import each_of
from models.deadlines.term import Deadline, Whose
from models.law_tables import LawTables

_NOTIFICATION = Rule(
    id="notification",
    title="Underretning",
    form=Form.NOTIFICATION,
    waits="Pligten begynder, når der er grund til bekymring for et barn.",
    duty="Underretningen skal sendes med det samme,",
    missed="Underretningen skulle være sendt med det samme,",
    done="Underretningen blev sendt",
    since="den dag, bekymringen kom,",
    closes="Pligten er din egen og kan ikke gives videre. Den er opfyldt, når den er sendt.",
)
_RECEIPT = Rule(
    id="notification_receipt",
    title="Svar på underretningen",
    form=Form.NOTIFICATION,
    waits="Fristen begynder, når underretningen er sendt.",
    duty="Modtageren skal have bekræftet underretningen",
    missed="Modtageren skulle have bekræftet underretningen",
    done="Modtageren bekræftede underretningen",
    since="den dag, underretningen blev sendt,",
    closes="Kommer der intet svar, så ring.",
    whose=Whose.OTHERS,
)


def notifications(course: Course, law: LawTables, today: date) -> tuple[Deadline, ...]:
    """Return the duties to notify about a child, at once (barnets lov § 133)."""
    seen = Seen(course, law, today)
    return tuple(
        seen.count(rule, one.day, Shown(one.sent, one.is_signed))
        for rule, one in each_of(_NOTIFICATION, course.notifications)
    )


def receipts(course: Course, law: LawTables, today: date) -> tuple[Deadline, ...]:
    """Return when each notification must have been acknowledged to the one who sent it."""
    seen = Seen(course, law, today)
    sent = ((rule, one) for rule, one in each_of(_RECEIPT, course.notifications) if one.sent)
    return tuple(
        seen.count(rule, one.sent if one.is_signed else None, Shown(one.receipt, one.is_signed))
        for rule, one in sent
    )
