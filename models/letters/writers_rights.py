"""Who writes the letters about rights: consents, appeals, notifications, records."""

from collections.abc import Mapping

from models.appeals import Appeal
from models.consent import Consent
from models.course import Course
from models.gift_card import GiftCard
from models.letters import appeal_parts as appeals
from models.letters import gift_card_receipt as gift_cards
from models.letters.appeal_forwarded import appeal_forwarded
from models.letters.appeal_receipt import appeal_receipt
from models.letters.basis import Dating, Occasion
from models.letters.consent_letter import consent_letter, consent_telling, is_asked
from models.letters.letter import LetterKind
from models.letters.notification_letter import notification_letter, notification_telling
from models.letters.reassessment_letter import reassessment_letter
from models.letters.record_copy import record_copy, record_telling
from models.letters.statement_letter import statement_letter, statement_telling
from models.letters.writer import EachWriter, Writer
from models.notification import Notification
from models.record_access import RecordAccess
from models.statement import Statement


def _consents(course: Course) -> tuple[Consent, ...]:
    return course.consents


def _appeals(course: Course) -> tuple[Appeal, ...]:
    return course.appeals


def _notifications(course: Course) -> tuple[Notification, ...]:
    return course.notifications


def _gift_cards(course: Course) -> tuple[GiftCard, ...]:
    return course.gift_cards


def _statements(course: Course) -> tuple[Statement, ...]:
    return course.statements


def _record_accesses(course: Course) -> tuple[RecordAccess, ...]:
    return course.record_accesses


def _stated(statement: Statement, occasion: Occasion) -> Dating:
    return Dating(statement.day or occasion.today, occasion.person)


RIGHTS_WRITERS: Mapping[LetterKind, Writer] = {
    LetterKind.CONSENT: EachWriter(_consents, consent_letter, is_asked, consent_telling),
    LetterKind.APPEAL_RECEIPT: EachWriter(_appeals, appeal_receipt, telling=appeals.appeal_telling),
    LetterKind.REASSESSMENT: EachWriter(
        _appeals, reassessment_letter, appeals.is_reassessed, appeals.appeal_telling
    ),
    LetterKind.APPEAL_FORWARDED: EachWriter(
        _appeals, appeal_forwarded, appeals.is_forwarded, appeals.appeal_telling
    ),
    LetterKind.NOTIFICATION: EachWriter(
        _notifications, notification_letter, telling=notification_telling
    ),
    LetterKind.GIFT_CARD_RECEIPT: EachWriter(
        _gift_cards,
        gift_cards.gift_card_receipt,
        gift_cards.is_given,
        gift_cards.gift_card_telling,
    ),
    LetterKind.STATEMENT: EachWriter(
        _statements, statement_letter, telling=statement_telling, dating=_stated
    ),
    LetterKind.RECORD_COPY: EachWriter(_record_accesses, record_copy, telling=record_telling),
}
"""Letters that can be called for at any time of a course."""
