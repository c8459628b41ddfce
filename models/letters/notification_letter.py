"""A notification about a child (underretning) to the municipality where the child lives."""

from collections.abc import Iterator

from models.letters.basis import Basis, facts, length_in_words
from models.letters.contents import LetterDraft, Part, Section, part
from models.letters.drafting import Text, drafted
from models.letters.letter import Block, Heading, Paragraph, Receiver, Result
from models.letters.pieces import bulleted, dated, greeting, option, plain, quoted, reaching, said
from models.notification import Notification, NotifiedChild, NotifiedParent

_KNOWN = {"together", "told"}


def notification_telling(notification: Notification) -> str:
    """Return what tells one notification from the others: the day the concern arose."""
    return dated(notification.day)


def notification_letter(basis: Basis, notification: Notification) -> LetterDraft:
    """Return the notification as it stands, and what it still lacks."""
    say = basis.speech.say
    sections = (
        Section("", (_result(basis, notification), plain(*_grounds(basis, notification)))),
        Section(say("heading.children"), _children(basis, notification)),
        Section(say("heading.observed"), (part("observed", *said(notification.observed)),)),
        Section(say("heading.heard"), (plain(*said(notification.heard)),)),
        Section(say("heading.judgement"), (plain(*said(notification.judgement)),)),
        Section(say("heading.tried"), (plain(*said(notification.tried)),)),
        Section(say("heading.parents"), (plain(*_parents(basis, notification)),)),
        Section(say("heading.told"), (_told(basis, notification),)),
        Section(say("heading.sender"), (_sender(basis, notification),)),
        greeting(basis),
    )
    receiver = Receiver((notification.receiver,) if notification.receiver else ())
    # The citizen's number beside the date would be taken for the child's.
    text = Text(say("title.title"), sections, receiver=receiver, reference=())
    return drafted(basis, text)


def _result(basis: Basis, notification: Notification) -> Part:
    say = basis.speech.say
    acute = (Result(say("text.acute")),) if notification.is_acute else ()
    return plain(*acute, Paragraph(say("text.why")))


def _grounds(basis: Basis, notification: Notification) -> tuple[Block, ...]:
    return bulleted(option(basis, "ground", ground) for ground in sorted(notification.grounds))


def _children(basis: Basis, notification: Notification) -> tuple[Part, ...]:
    return tuple(
        _child(basis, child, number) for number, child in enumerate(notification.children, start=1)
    )


def _child(basis: Basis, child: NotifiedChild, number: int) -> Part:
    say = basis.speech.say
    rows = facts(
        (say("field.cpr"), child.cpr),
        (say("field.age"), child.age),
        (say("field.lives"), child.lives),
        (say("field.by_day"), child.by_day),
        (say("field.protects"), child.protects),
    )
    words = quoted(child.words, say("text.child_speaker"))
    if not (child.name or rows or words):
        return plain()
    heading = Heading(child.name or say("text.child", number=str(number)), level=3)
    is_known = bool(child.name or child.cpr or child.age)
    return Part(("children",) if is_known else (), (heading, *rows, *words))


def _parents(basis: Basis, notification: Notification) -> Iterator[Block]:
    for number, parent in enumerate(notification.parents, start=1):
        yield from _parent(basis, parent, number)


def _parent(basis: Basis, parent: NotifiedParent, number: int) -> tuple[Block, ...]:
    say = basis.speech.say
    rows = facts(
        (say("field.relation"), parent.relation),
        (say("field.address"), parent.address),
        (say("field.custody"), option(basis, "custody", parent.custody)),
        (say("field.language"), parent.language),
        (say("field.here"), say("text.here") if parent.is_citizen else ""),
    )
    if not (parent.name or rows):
        return ()
    return (Heading(parent.name or say("text.parent", number=str(number)), level=3), *rows)


def _told(basis: Basis, notification: Notification) -> Part:
    """Return whether the citizen knows of it; why not must be said."""
    say, is_known = basis.speech.say, notification.told in _KNOWN
    sentence = option(basis, "told", notification.told)
    day = say("text.told_on", date=dated(notification.told_day)) if notification.told_day else ""
    why = notification.not_told_reason
    rest = (*said(day), *quoted(notification.words, say("text.speaker"))) if is_known else said(why)
    support = facts((say("field.support"), notification.support))
    is_whole = bool(sentence) and (is_known or bool(why))
    return Part(("told",) if is_whole else (), (*said(sentence), *rest, *support))


def _sender(basis: Basis, notification: Notification) -> Part:
    say = basis.speech.say
    length = length_in_words(basis.law.length("notification_receipt", basis.day))
    receipt = Paragraph(say("text.receipt", length=length))
    who = facts((say("field.sender"), notification.sender))
    blocks = (*who, *reaching(basis, "text.contact"), receipt)
    return Part(("notifier",) if notification.sender else (), blocks)
