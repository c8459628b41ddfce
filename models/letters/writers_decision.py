"""Who writes the letters before a decision, and those about one."""

from collections.abc import Mapping

from models.course import Course
from models.decision import Decision
from models.free_choice import FreeChoice
from models.letters.alone import with_choice, with_decision
from models.letters.basis import Dating, Occasion
from models.letters.decision_changed import decision_changed, is_changed, is_first
from models.letters.decision_letter import decision_letter
from models.letters.feedback_letter import feedback_letter
from models.letters.free_choice_limited import free_choice_limited, is_limited
from models.letters.free_choice_reply import free_choice_reply, is_answered
from models.letters.hearing_letter import hearing_dating, hearing_letter
from models.letters.letter import LetterKind
from models.letters.mandate_letter import is_representative_named, mandate_letter
from models.letters.medical_offer import is_offered, medical_offer
from models.letters.request_receipt import request_receipt
from models.letters.writer import EachAloneWriter, OnceWriter, Writer
from models.letters.written_reasons import is_asked_for, written_reasons


def _decided(course: Course, occasion: Occasion) -> Dating:
    return Dating(course.decision.day or occasion.today, course.decision.caseworker)


def _decisions(course: Course) -> tuple[Decision, ...]:
    return course.decisions


def _choices(course: Course) -> tuple[FreeChoice, ...]:
    return course.free_choices


DECISION_WRITERS: Mapping[LetterKind, Writer] = {
    LetterKind.REQUEST_RECEIPT: OnceWriter(request_receipt),
    LetterKind.MEDICAL_INTERVIEW_OFFER: OnceWriter(medical_offer, is_offered),
    LetterKind.MANDATE: OnceWriter(mandate_letter, is_representative_named),
    LetterKind.FEEDBACK: OnceWriter(feedback_letter),
    LetterKind.HEARING: OnceWriter(hearing_letter, dating=hearing_dating),
    LetterKind.DECISION: EachAloneWriter(
        _decisions, with_decision, decision_letter, is_first, _decided
    ),
    LetterKind.FREE_CHOICE_LIMITED: EachAloneWriter(
        _choices, with_choice, free_choice_limited, is_limited
    ),
    LetterKind.DECISION_CHANGED: EachAloneWriter(
        _decisions, with_decision, decision_changed, is_changed, _decided
    ),
    LetterKind.FREE_CHOICE_REPLY: EachAloneWriter(
        _choices, with_choice, free_choice_reply, is_answered
    ),
    LetterKind.WRITTEN_REASONS: EachAloneWriter(
        _decisions, with_decision, written_reasons, is_asked_for
    ),
}
"""From the receipt for a request to the decision, and what changes it."""
