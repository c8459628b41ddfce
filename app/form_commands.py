"""Looks a form over, or a response to one, for whoever makes them; no register is needed."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.command_line import Asked, Command
from app.form_files import FormFileError, read_form_file
from app.wording import counted
from forms.findings import (
    Finding,
    Severity,
    findings_of,
    findings_text,
    form_findings,
    response_findings,
)
from forms.reader import read_form

_SAID = {Severity.ERROR: "Fejl", Severity.WARNING: "Advarsel", Severity.INFO: "Bemærk"}


@dataclass(frozen=True, slots=True)
class Checked:
    """What to write on the screen, and the exit status: 0 only when there is no error."""

    text: str
    status: int


def check(asked: Asked, today: date) -> Checked:
    """Return what there is to say about the form, or the response, that was *asked* about."""
    findings = _found(asked, today)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    text = findings_text(findings) if asked.json else _listed(findings, errors)
    return Checked(text, 1 if errors else 0)


def _found(asked: Asked, today: date) -> tuple[Finding, ...]:
    path = asked.form
    try:
        form = read_form_file(path)
        if asked.command is Command.CHECK_FORM:
            return form_findings(form)
        path = asked.response
        response = read_form_file(path)
    except FormFileError as error:
        return (_unread(path, error),)
    reading = read_form(form)
    if reading.questionnaire is None:
        return findings_of(reading)
    return response_findings(reading.questionnaire, response, today)


def _unread(path: Path, error: FormFileError) -> Finding:
    return Finding(Severity.ERROR, error.code, "", f"{path.name}: {error}")


def _listed(findings: tuple[Finding, ...], errors: int) -> str:
    lines = [_line(finding) for finding in findings]
    if errors:
        lines.append(f"Der er {counted(errors, 'fejl', 'fejl')}.")
    elif findings:
        lines.append("Der er ingen fejl, men noget at se på.")
    else:
        lines.append("Der er ingen fejl.")
    return "\n".join(lines)


def _line(finding: Finding) -> str:
    where = f" · punkt »{finding.item}«" if finding.item else ""
    return f"{_SAID[finding.severity]}{where}: {finding.message}"
