"""Looks at a form before it becomes one of the clinic's own: is it whole, does it fit in here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.own_forms import version_order
from app.shipped_forms import COURSE, head_of, name_of, names_in, shipped_today
from app.supplies import Supplies
from forms.errors import Code
from forms.findings import Finding, Severity, findings_of
from forms.outline import sections
from forms.questionnaire import Item, ItemType, Questionnaire
from forms.reader import BLEMISHES, read_form
from models.answers import Coding, Value

_CLINIC = "clinic"
_NUMBERS = {ItemType.INTEGER, ItemType.DECIMAL}


@dataclass(frozen=True)
class Examined:
    """A form as far as it can be read, and what there is to say about it."""

    form: Questionnaire | None
    findings: tuple[Finding, ...]

    @property
    def can_be_kept(self) -> bool:
        """Whether the form is whole enough to be brought in and tried."""
        return self.form is not None and not any(map(_is_error, self.findings))

    @property
    def obstacles(self) -> tuple[Finding, ...]:
        """What keeps entries from being made with the form."""
        return tuple(f for f in self.findings if _is_error(f) or f.code in BLEMISHES)

    @property
    def can_be_used(self) -> bool:
        """Whether entries can be made with the form."""
        return not self.obstacles


def examine(text: str, supplies: Supplies) -> Examined:
    """Return the form in *text*, FHIR R4 JSON, and everything wrong with it; never raises."""
    reading = read_form(text)
    found = list(findings_of(reading))
    if reading.questionnaire is not None:
        for look in _LOOKS:
            found.extend(look(reading.questionnaire, supplies))
    return Examined(reading.questionnaire, tuple(found))


def _unnamed(form: Questionnaire, _: Supplies) -> Iterator[Finding]:
    if not (form.url.strip() and form.version.strip()):
        yield _error(Code.INCOMPLETE, "", "Uden »url« og »version« kan skemaet ikke kendes igen.")
    elif ":" not in form.url:
        # Without one it could be the name of a shipped form.
        sentence = "»url« skal være en hel adresse, for eksempel en, der begynder med »https:«."
        yield _error(Code.INVALID, "", sentence)


def _not_theirs(form: Questionnaire, _: Supplies) -> Iterator[Finding]:
    if name_of(form.url) == _CLINIC:
        sentence = (
            "Skemaet om jer selv bliver læst, hver gang kartoteket låses op. Det kan ikke skiftes "
            "ud med et andet."
        )
        yield _error(Code.CONTRADICTION, "", sentence)


def _nothing_shown(form: Questionnaire, _: Supplies) -> Iterator[Finding]:
    if not sections(form):
        yield _error(Code.INVALID, "", "Alt i skemaet er skjult, så der er intet at svare på.")


def _unknown_sources(form: Questionnaire, supplies: Supplies) -> Iterator[Finding]:
    known = {provision.id for provision in supplies.law.provisions}
    for item in form.by_link_id.values():
        for number in item.instructions:
            if number not in supplies.instructions:
                sentence = f"Anvisning »{number}« findes ikke i programmet."
                yield _error(Code.UNKNOWN_ITEM, item.link_id, sentence)
        for name in item.provisions:
            if name not in known:
                sentence = f"Bestemmelsen »{name}« findes ikke i programmet."
                yield _error(Code.UNKNOWN_ITEM, item.link_id, sentence)


def _not_newer(form: Questionnaire, _: Supplies) -> Iterator[Finding]:
    name = name_of(form.url)
    if name == form.url:
        return
    shipped = head_of(name).version
    if version_order(form.version) <= version_order(shipped):
        sentence = (
            f"Programmet har selv udgave {shipped} af dette skema. Giv jeres udgave et højere "
            "nummer i »version«."
        )
        yield _error(Code.CONTRADICTION, "", sentence)


def _lost_questions(form: Questionnaire, supplies: Supplies) -> Iterator[Finding]:
    """Yield what a form that takes the place of a shipped one no longer asks."""
    name = name_of(form.url)
    shipped = shipped_today(name)
    if shipped is None or name == form.url:
        return
    is_read = name in names_in(COURSE)
    for link_id, item in shipped.by_link_id.items():
        if is_read and not _asks_as_much(form, shipped, item):
            sentence = (
                "Forløbet, fristerne og brevene bygger på svaret her. Spørg om det på samme måde "
                "og med de samme svarmuligheder som i programmets eget skema."
            )
            yield _error(Code.UNKNOWN_ITEM, link_id, sentence)
        elif link_id in supplies.instruments.scales and link_id not in form.by_link_id:
            sentence = "Uden dette punkt kan programmet ikke sige, hvad tallet betyder."
            yield Finding(Severity.WARNING, Code.UNKNOWN_ITEM, link_id, sentence)


def _scored_otherwise(form: Questionnaire, supplies: Supplies) -> Iterator[Finding]:
    meant = supplies.instruments_for(form).scales
    for link_id in supplies.instruments.scales.keys() - meant.keys():
        item = form.by_link_id.get(link_id)
        if item is not None and item.type in _NUMBERS:
            sentence = (
                "Tallet bliver ikke til som i programmets eget skema: Udregningen, svarenes koder "
                "eller deres point er anderledes. Programmet viser det uden at sige, hvad det "
                "betyder."
            )
            yield Finding(Severity.WARNING, Code.CONTRADICTION, link_id, sentence)


def _worded_scores(form: Questionnaire, supplies: Supplies) -> Iterator[Finding]:
    for link_id in supplies.instruments.scales:
        item = form.by_link_id.get(link_id)
        if item is not None and item.type not in _NUMBERS:
            sentence = "Tallet her skal have typen »integer« eller »decimal«."
            yield _error(Code.INVALID, link_id, sentence)


def _asks_as_much(form: Questionnaire, shipped: Questionnaire, item: Item) -> bool:
    if not (item.is_question or item.is_repeating_group):
        return True
    same = form.by_link_id.get(item.link_id)
    if same is None or (same.type, same.repeats) != (item.type, item.repeats):
        return False
    if form.groups_around[item.link_id] != shipped.groups_around[item.link_id]:
        return False
    is_as_free = _restraints(form, same) <= _restraints(shipped, item)
    return is_as_free and _codes(item) <= _codes(same)


def _restraints(form: Questionnaire, item: Item) -> frozenset[object]:
    """Return all that can keep a person from answering *item*, on it or on what it stands in."""
    found: set[object] = {("calculated", item.calculated)} if item.calculated else set()
    around: Item | None = item
    while around is not None:
        found |= _conditions(around)
        found |= {flag for flag in ("hidden", "read_only") if getattr(around, flag)}
        around = form.by_link_id.get(form.parents.get(around.link_id, ""))
    return frozenset(found)


def _conditions(item: Item) -> frozenset[object]:
    # What an option is called may differ; its code may not.
    each = frozenset(
        (when.question, when.operator, _code(when.answer)) for when in item.enable_when
    )
    conditions = {each} if item.enable_any and len(each) > 1 else each
    return frozenset(conditions) | ({item.enabled_if} if item.enabled_if else set())


def _code(answer: Value) -> Value:
    return answer.code if isinstance(answer, Coding) else answer


def _codes(item: Item) -> frozenset[str]:
    return frozenset(option.coding.code for option in item.options)


def _error(code: Code, item: str, sentence: str) -> Finding:
    return Finding(Severity.ERROR, code, item, sentence)


def _is_error(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR


_LOOKS: tuple[Callable[[Questionnaire, Supplies], Iterator[Finding]], ...] = (
    _unnamed,
    _not_theirs,
    _nothing_shown,
    _unknown_sources,
    _not_newer,
    _lost_questions,
    _scored_otherwise,
    _worded_scores,
)
