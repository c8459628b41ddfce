"""Gift cards (gavekort): what was agreed about them, and each card that was given."""

from dataclasses import dataclass, replace
from datetime import date

from models.case import Entry
from models.chosen import chosen, whole


@dataclass(frozen=True, slots=True)
class GiftCard:
    """An agreement, a card given, or both; amounts are in whole kroner, `most` counts cards.

    `decided` says whether the authority has decided to use gift cards at all.
    """

    entry_id: str
    is_signed: bool
    step: str
    decided: str
    agreed: date | None
    amount: int | None
    most: int | None
    told: frozenset[str]
    words: str
    answer: str
    given: date | None
    given_amount: int | None
    receipt: str
    reason: str = ""
    shop: str = ""
    number: str = ""
    given_by: str = ""

    @property
    def day(self) -> date | None:
        """The day the card was given, else that of the agreement."""
        return self.given or self.agreed


def gift_card_of(entry: Entry) -> GiftCard:
    """Return what an entry of the form *gift_card* tells."""
    answers = entry.answers
    return replace(
        _agreed(entry),
        given=answers.day("gift_card.given"),
        given_amount=whole(answers, "gift_card.given_amount"),
        receipt=answers.code("gift_card.receipt"),
        reason=answers.text("gift_card.reason"),
        shop=answers.text("gift_card.shop"),
        number=answers.text("gift_card.number"),
        given_by=answers.text("gift_card.given_by"),
    )


def _agreed(entry: Entry) -> GiftCard:
    answers = entry.answers
    return GiftCard(
        entry_id=entry.id,
        is_signed=entry.is_signed,
        step=answers.code("gift_card.step"),
        decided=answers.code("gift_card.decided"),
        agreed=answers.day("gift_card.agreed"),
        amount=whole(answers, "gift_card.amount"),
        most=whole(answers, "gift_card.most"),
        told=chosen(answers, "gift_card.told"),
        words=answers.text("gift_card.citizen_words"),
        answer=answers.code("gift_card.answer"),
        given=None,
        given_amount=None,
        receipt="",
    )
