"""Damages forms and responses at random: whatever comes, there are findings, soon, and no more.

Run with: ``.venv/bin/python tests/forms/fuzz.py 100000 [seed]``
"""

import json
import sys
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from forms.calculation import offers, with_calculated
from forms.carrying import carried_over
from forms.checking import problems
from forms.errors import Code, UnreadableResponseError
from forms.findings import findings_of, findings_text, response_findings
from forms.json_text import Json, read_json
from forms.outline import progress, sections, starting_answers, with_started_row
from forms.questionnaire import Questionnaire
from forms.reader import read_form, read_questionnaire
from forms.response import read_response, write_response
from models.answers import Answers, Coding, Place, Quantity
from tests.forms.everything import EVERYTHING, everything
from tests.forms.everything import form as made_form
from tests.forms.everything import item as made_item
from tests.forms.scored import SCORED, scored

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
LONGEST = 1.0
"""Seconds one damaged text may take."""

JUNK: tuple[Json, ...] = (
    None, True, False, 0, -1, 10**30, "", " ", "a", "asks", "group", "choice", "\u0000",
    "\ud800", "http://hl7.org/fhir/StructureDefinition/minValue", [], {}, [[]], [{}], {"a": None},
    "2026-02-30", "9999-12-31", "\u202eabc", "a\u200bb", "(a|a)*b", "quantity", "text/fhirpath",
    "today() - 9999 years", "%resource.descendants().where(linkId = 'sum').answer.value",
    "((((((((", "1 / 0", "%context.answer.value", "'\\u", "5.sum()", "completed", "s1", "uses",
)  # fmt: skip


@dataclass
class Tally:
    """How many were tried, how many of the forms could still be read, and the slowest seconds."""

    tried: int = 0
    read: int = 0
    found: int = 0
    slowest: float = 0.0


def mutations(count: int, seed: int) -> Tally:
    """Try *count* damaged texts; raises whatever the program raises, AssertionError if too slow."""
    chance = Random(seed)  # noqa: S311 - a repeatable choice, not a secret
    tally = Tally()
    originals = ((EVERYTHING, everything()), (SCORED, scored()))
    responses = (*((form, _response_to(form)) for _, form in originals), _crowd())
    for number in range(count):
        start = perf_counter()
        if number % 2:
            # What is crowded costs a second copy of many rows; now and then is enough.
            form, tree = responses[2 if number % 50 == 1 else number // 2 % 2]
            _try_response(form, damaged(tree, chance), tally)
        else:
            tree, form = originals[number // 2 % 2]
            _try_form(form, damaged(tree, chance), tally)
        took = perf_counter() - start
        tally.tried += 1
        tally.slowest = max(tally.slowest, took)
        assert took < LONGEST, f"number {number} of seed {seed} took {took:.1f} s"
    return tally


def _crowd() -> tuple[Questionnaire, Json]:
    """Return as much to ask as one group can hold, and as many empty rows of it as there can be."""
    questions = (made_item(f"n{number}", "string") for number in range(5_900))
    group = made_item("g", "group", *questions, repeats=True)
    form = read_questionnaire(json.dumps(made_form(group)))
    rows: list[Json] = [{"linkId": "g"} for _ in range(1_000)]
    head: dict[str, Json] = {"questionnaire": "urn:test:form|1", "status": "completed"}
    return form, {"resourceType": "QuestionnaireResponse", **head, "item": rows}


def _response_to(form: Questionnaire) -> Json:
    """Return a response in which many questions are answered, two rows in every group."""
    answers = starting_answers(form)
    for link_id, item in form.by_link_id.items():
        if item.is_repeating_group and not form.groups_around[link_id]:
            for _ in range(2):
                answers = with_started_row(item, Place(link_id), answers)
    answers = answers.with_answer(Place("asks"), True) if "asks" in form.by_link_id else answers
    if "s1" in form.by_link_id:
        answers = answers.with_answer(Place("s1"), Coding("c", "C", "urn:x"))
        answers = answers.with_answer(Place("s2"), Coding("b", "B", "urn:x"))
        answers = answers.with_answer(Place("height"), Quantity(None, "cm", "cm", "urn:y"))
        answers = answers.with_edited(Place("sum"))
        answers = with_calculated(form, answers, NOW.date())
    return read_json(write_response(form, answers, NOW, signed=False))


def _try_form(original: Questionnaire, text: str, tally: Tally) -> None:
    reading = read_form(text)
    tally.found += bool(reading.refusals)
    assert findings_text(findings_of(reading))
    form = reading.questionnaire
    if form is None:
        assert reading.refusals
        return
    tally.read += 1
    answers = with_calculated(form, starting_answers(form), NOW.date())
    draft = write_response(form, answers, NOW, signed=False)
    assert read_response(form, draft) == answers
    problems(form, answers)
    for section in sections(form):
        progress(form, answers, section)
    carried = carried_over(original, form, starting_answers(original))
    write_response(form, carried.answers, NOW, signed=False)


def _try_response(form: Questionnaire, text: str, tally: Tally) -> None:
    found = response_findings(form, text, NOW.date())
    tally.found += bool(found)
    assert findings_text(found)
    if any(one.code is Code.TOO_LARGE for one in found):
        # Only what this program has written is read without a limit; this it never accepts.
        return
    try:
        answers: Answers = read_response(form, text)
    except UnreadableResponseError:
        return
    tally.read += 1
    assert read_response(form, write_response(form, answers, NOW, signed=False)) == answers
    offers(form, with_calculated(form, answers, NOW.date()), NOW.date())


def damaged(original: Json, chance: Random) -> str:
    """Return the text of *original* in which one to three things are not as they were."""
    tree = deepcopy(original)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        part = chance.choice(list(_parts(tree)))
        chance.choice((_replace, _replace, _remove, _double, _rename, _copy))(part, tree, chance)
    text = json.dumps(tree, default=str)
    if chance.random() < 0.15:
        at = chance.randrange(len(text))
        return (
            text[:at] + chance.choice(("", '"', "{", "]", ",", "1", "\\", "e400")) + text[at + 1 :]
        )
    return text


def _parts(tree: Json) -> Iterator[Json]:
    waiting = [tree]
    while waiting:
        part = waiting.pop()
        yield part
        inside = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
        waiting.extend(inner for inner in inside if isinstance(inner, dict | list) and inner)


def _replace(part: Json, _: Json, chance: Random) -> None:
    if isinstance(part, dict):
        part[chance.choice(list(part))] = deepcopy(chance.choice(JUNK))
    elif isinstance(part, list):
        part[chance.randrange(len(part))] = deepcopy(chance.choice(JUNK))


def _remove(part: Json, _: Json, chance: Random) -> None:
    if isinstance(part, dict):
        del part[chance.choice(list(part))]
    elif isinstance(part, list):
        del part[chance.randrange(len(part))]


def _double(part: Json, _: Json, chance: Random) -> None:
    if isinstance(part, dict):
        name = chance.choice(("extension", "item", "linkId", "repeats", "x"))
        part[name] = deepcopy(chance.choice(list(part.values())))
    elif isinstance(part, list):
        part.append(deepcopy(chance.choice(part)))


def _rename(part: Json, _: Json, chance: Random) -> None:
    if isinstance(part, dict):
        name = chance.choice(("text", "valueString", "type", "enableWhen", "expression", "answer"))
        part[name] = part.pop(chance.choice(list(part)))
    elif isinstance(part, list):
        chance.shuffle(part)


def _copy(part: Json, tree: Json, chance: Random) -> None:
    """Put a copy of something from elsewhere here."""
    other = deepcopy(chance.choice(list(_parts(tree))))
    if isinstance(part, dict):
        part[chance.choice(list(part))] = other
    elif isinstance(part, list):
        part.append(other)


def main() -> None:
    """Say how it went."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    tally = mutations(count, seed)
    print(
        f"{tally.tried} damaged texts: {tally.read} still readable, {tally.found} with findings,"
        f" the slowest took {tally.slowest * 1000:.0f} ms"
    )


if __name__ == "__main__":
    main()
