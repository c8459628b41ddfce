"""How the program judges public forms and responses, as a table.

Run with: ``.venv/bin/python tests/forms/corpora.py``. The files lie beside the project, at
`../shared/corpora`, or where the environment variable ROEDTRAAD_CORPORA says; they are not copied
into it.
"""

import json
import os
import sys
from collections import Counter
from datetime import date
from enum import StrEnum
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from forms.errors import Code
from forms.findings import Finding, Severity, findings_of, response_findings
from forms.reader import read_form

_BESIDE = Path(__file__).resolve().parents[3] / "shared" / "corpora"
CORPORA = Path(os.environ.get("ROEDTRAAD_CORPORA", _BESIDE))
RESPONSES = CORPORA / "fhir-response-cases"
FORMS = CORPORA / "fhir-forms"
TODAY = date(2026, 11, 2)


class Verdict(StrEnum):
    """How a case came out."""

    AGREES = "agrees"
    DIFFERS = "differs"
    READ = "read"
    REFUSED = "refused"


Judged = tuple[str, Verdict, str]


def response_verdicts() -> list[Judged]:
    """Return name, verdict and reason of each response case."""
    cases = json.loads((RESPONSES / "cases.json").read_text(encoding="utf-8"))
    return [
        _judged(
            case["name"],
            (RESPONSES / case["questionnaire"][0]).read_text(encoding="utf-8"),
            (RESPONSES / case["response"]).read_text(encoding="utf-8"),
            is_wrong=any(
                counts["fatalCount"] + counts["errorCount"] for counts in case["expected"].values()
            ),
        )
        for case in cases
    ]


def _judged(name: str, form: str, response: str, *, is_wrong: bool) -> Judged:
    reading = read_form(form)
    found = findings_of(reading)
    outside = [finding for finding in found if finding.code is Code.OUTSIDE_SUBSET]
    if outside:
        return name, Verdict.REFUSED, _told(outside[0])
    if reading.questionnaire is not None:
        found += response_findings(reading.questionnaire, response, TODAY)
    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    verdict = Verdict.AGREES if bool(errors) is is_wrong else Verdict.DIFFERS
    return name, verdict, "; ".join(map(_told, errors))


def form_verdicts() -> list[Judged]:
    """Return name, verdict and first reason of each form."""
    return [_read(path) for path in sorted(FORMS.glob("*.json"))]


def _read(path: Path) -> Judged:
    reading = read_form(path.read_text(encoding="utf-8"))
    errors = [one for one in findings_of(reading) if one.severity is Severity.ERROR]
    verdict = Verdict.READ if reading.questionnaire is not None else Verdict.REFUSED
    return path.stem, verdict, _told(errors[0]) if errors else ""


def _told(finding: Finding) -> str:
    return f"»{finding.item}« {finding.code}: {finding.message}"


def main() -> None:
    """Print the tables and their totals."""
    for title, judged in (("responses", response_verdicts()), ("forms", form_verdicts())):
        for name, verdict, reason in judged:
            print(f"{verdict:8} {name:52} {reason}")
        totals = Counter(verdict for _, verdict, _ in judged)
        print(f"{title}: {', '.join(f'{count} {verdict}' for verdict, count in totals.items())}\n")


if __name__ == "__main__":
    main()
