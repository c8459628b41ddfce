"""What stands on top of a form: what it is called, and for whom it is."""

from collections.abc import Callable, Iterator

from forms.element import Element
from forms.errors import Code, FormError

# Who made the form, when and for what: nothing of it changes what is asked.
_ABOUT = frozenset(
    {
        "id",
        "meta",
        "text",
        "identifier",
        "experimental",
        "date",
        "publisher",
        "contact",
        "useContext",
        "jurisdiction",
        "purpose",
        "copyright",
        "approvalDate",
        "lastReviewDate",
        "effectivePeriod",
        "subjectType",
        "code",
    }
)
_READ = frozenset(
    {
        "resourceType",
        "url",
        "version",
        "name",
        "title",
        "status",
        "language",
        "description",
        "item",
    }
)
_STATUSES = frozenset({"draft", "active", "retired", "unknown"})
_NEEDED = ("url", "version", "title", "status")


def head_faults(form: Element) -> Iterator[FormError]:
    """Yield what is wrong with, or missing in, the members of *form* other than its items."""
    for check in (_foreign, _status, _language, _canonical, *map(_needed, _NEEDED)):
        try:
            check(form)
        except FormError as fault:
            yield fault


def _foreign(form: Element) -> None:
    form.only(_READ | _ABOUT)
    for name in sorted(_READ - {"item"}):
        form.text(name)


def _status(form: Element) -> None:
    if form.text("status") not in {*_STATUSES, ""}:
        raise form.refusal("»status« skal være draft, active, retired eller unknown.")


def _language(form: Element) -> None:
    if form.text("language") not in {"", "da", "da-DK"}:
        reason = "»language« skal være da: skemaet vises på dansk."
        raise form.refusal(reason, Code.INCOMPLETE)


def _canonical(form: Element) -> None:
    if "|" in form.text("url") + form.text("version"):
        raise form.refusal("»url« og »version« kan ikke indeholde tegnet |.")


def _needed(name: str) -> Callable[[Element], None]:
    def check(form: Element) -> None:
        if not form.text(name).strip():
            reason = f"»{name}« mangler og skal skrives, før skemaet kan bruges."
            raise form.refusal(reason, Code.INCOMPLETE)

    return check
