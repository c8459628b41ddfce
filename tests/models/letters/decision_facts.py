"""The forms that the letters before and with a decision rest on, filled as full as they ask."""

from app.facts import Facts
from models.course import Course, Form
from models.letters.letter import LetterKind
from tests.builders import CONTACT, PARTIAL_REFUSAL, REQUEST, course

MEDICAL: Facts = {
    "medical.offered": "2.11.2026",
    "medical.result": ["booked"],
    "medical.date": "9.11.2026",
    "medical.doctor": "Læge Øve Demo",
    "medical.where": "Klokken halv elleve hos Lægerne på Torvet",
}
MANDATE: Facts = {
    **REQUEST,
    "request.representation": ["representative"],
    "request.representative_name": "Advokat Øve Prøvesen",
    "request.representative_street": "Øvegade 9",
    "request.representative_postal_code": "0000",
    "request.representative_town": "Prøveby",
    "request.representative_mandate": ["false"],
}
FEEDBACK: Facts = {
    "feedback.date": "30.10.2026",
    "feedback.way": ["in-person"],
    "feedback.resources": "Du har passet dit arbejde i ni år.",
    "feedback.challenges": "Du sover tre timer om natten.",
    "feedback.needs": "Hjælp til aftenerne og søvnen.",
    "feedback.other_needs": "Gældsrådgivning i Prøveby.",
    "feedback.unknown": "Om du har ondt i ryggen.",
    "feedback.recognises": ["mostly"],
    "feedback.words": "Det meste passer.",
    "feedback.disagreement": "Jeg drikker ikke hver aften.",
    "feedback.corrected": "Din søn bor hos dig hver anden uge.",
    "feedback.missing": "At jeg er træt.",
    "feedback.wishes": "Samtaler om eftermiddagen.",
    "feedback.wished_kind": ["outpatient"],
    "feedback.wished_provider": "Øvely",
    "feedback.begin_with": "Søvnen",
    "feedback.agreement": "Vi ses igen på torsdag.",
}
HEARING: Facts = {
    "hearing.about": "Du har bedt om døgnbehandling.",
    "hearing.fact.what@0": "Stedet skriver, at du kom tre gange.",
    "hearing.fact.source@0": "Åløkke Dagbehandling",
    "hearing.fact.date@0": "29.10.2026",
    "hearing.fact.meaning@0": "Det kan tale for et døgnsted.",
    "hearing.fact.what@1": "Lægen skriver, at du skal afruses først.",
    "hearing.enclosed": "Udtalelsen fra Åløkke.",
    "hearing.way": ["letter"],
    "hearing.date": "2.11.2026",
    "hearing.due": "9.11.2026",
}
CHOICE: Facts = {
    "free_choice.date": "30.10.2026",
    "free_choice.place": "Prøvegården",
    "free_choice.words": "Min bror var der.",
}
LIMITED: Facts = {
    **CHOICE,
    "free_choice.limited": ["true"],
    "free_choice.limit_reason": "Du har brug for en læge om natten. Prøvegården har ingen.",
    "free_choice.limit_heard": ["true"],
    "free_choice.limit_view": "Jeg er ked af det.",
    "free_choice.limit_open": "Alle godkendte steder i Prøveby.",
    "free_choice.answer": ["no"],
    "free_choice.delivery": ["letter"],
}
REFUSED: Facts = {
    **CHOICE,
    "free_choice.part": ["both"],
    "free_choice.room": ["full"],
    "free_choice.declined_reason": "Der er venteliste til marts.",
    "free_choice.meanwhile": "Du kan komme her hver tirsdag.",
    "free_choice.answer": ["no"],
    "free_choice.answer_date": "31.10.2026",
    "free_choice.delivery": ["digital-post"],
    "free_choice.reasons": "Prøvegården er et døgnsted, og du har fået dagbehandling.",
}
GRANTED: Facts = {
    **CHOICE,
    "free_choice.room": ["later"],
    "free_choice.answer": ["yes"],
    "free_choice.start": "1.12.2026",
    "free_choice.meanwhile": "Du kan komme her hver tirsdag.",
}
DECIDED: Facts = {**PARTIAL_REFUSAL, "decision.date": "2.11.2026"}
CHANGED: Facts = {
    **DECIDED,
    "decision.change": ["changed"],
    "decision.change_before": "Du går i behandling fire dage om ugen.",
    "decision.change_decided": "4.5.2026",
    "decision.change_starts": "16.11.2026",
    "decision.hearing": ["done"],
    "decision.hearing_date": "29.10.2026",
}
GRANTS = {"measure", "provider", "content", "volume", "start", "duration", "contact", "purpose"}
STOPPED: Facts = {
    **{key: fact for key, fact in CHANGED.items() if key.partition(".")[2] not in GRANTS},
    "decision.change": ["stopped"],
    "decision.result": ["refusal"],
}
ORAL: Facts = {
    **DECIDED,
    "decision.told": "26.10.2026",
    "decision.reasons_asked": "30.10.2026",
}

TOLD: dict[str, tuple[LetterKind, Form, Facts]] = {
    "medical": (LetterKind.MEDICAL_INTERVIEW_OFFER, Form.MEDICAL_INTERVIEW, MEDICAL),
    "offer": (
        LetterKind.MEDICAL_INTERVIEW_OFFER,
        Form.MEDICAL_INTERVIEW,
        {"medical.offered": "2.11.2026"},
    ),
    "mandate": (LetterKind.MANDATE, Form.REQUEST, MANDATE),
    "feedback": (LetterKind.FEEDBACK, Form.FEEDBACK, FEEDBACK),
    "hearing": (LetterKind.HEARING, Form.HEARING, HEARING),
    "limited": (LetterKind.FREE_CHOICE_LIMITED, Form.FREE_CHOICE, LIMITED),
    "refused": (LetterKind.FREE_CHOICE_REPLY, Form.FREE_CHOICE, REFUSED),
    "granted": (LetterKind.FREE_CHOICE_REPLY, Form.FREE_CHOICE, GRANTED),
    "changed": (LetterKind.DECISION_CHANGED, Form.DECISION, CHANGED),
    "stopped": (LetterKind.DECISION_CHANGED, Form.DECISION, STOPPED),
    "oral": (LetterKind.WRITTEN_REASONS, Form.DECISION, ORAL),
}
"""The letters by what they are about: their kind, the form they rest on, and its answers."""


def told(name: str, changed: Facts | None = None) -> Course:
    """Return the course that calls for the letter *name*; an empty text takes an answer away."""
    _, form, facts = TOLD[name]
    forms: dict[Form, Facts] = {Form.CONTACT: CONTACT, Form.REQUEST: REQUEST, form: facts}
    for key, fact in (changed or {}).items():
        of = next((f for f in forms if key in forms[f]), _form_of(key, form))
        forms[of] = {k: v for k, v in {**forms[of], key: fact}.items() if v}
    return course(**{str(f): answers for f, answers in forms.items()})


def _form_of(key: str, form: Form) -> Form:
    named = {"contact": Form.CONTACT, "citizen": Form.CONTACT, "request": Form.REQUEST}
    return named.get(key.partition(".")[0], form)
