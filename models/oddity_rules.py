"""Which day must follow which in a course, and what is said when it does not."""

from dataclasses import dataclass

_BOTH = "Se efter, om begge datoer er rigtige."


@dataclass(frozen=True, slots=True)
class Sequence:
    """The day at `later` must not lie before the one at `earlier`; else `sentence` is said.

    Both are link ids. Within one form the days of the same entry and the same row are meant,
    between forms the earliest day told at `earlier`. With `newest` only the newest day at `later`
    is meant: one before it belongs to what came before.
    """

    earlier: str
    later: str
    sentence: str
    newest: bool = False

    @property
    def id(self) -> str:
        """What kind of oddity it is when the rule does not hold."""
        return f"{self.later} before {self.earlier}"


def _sequence(earlier: str, later: str, said: str, *, newest: bool = False) -> Sequence:
    return Sequence(earlier, later, f"{said} {_BOTH}", newest)


SEQUENCES = (
    _sequence(
        "contact.date",
        "request.received",
        "Anmodningen ligger før den første henvendelse.",
    ),
    _sequence(
        "request.received",
        "medical.offered",
        "Lægesamtalen blev tilbudt før den dag, borgeren bad om behandling.",
    ),
    _sequence(
        "request.received",
        "hearing.date",
        "Høringen ligger før den dag, borgeren bad om behandling.",
    ),
    _sequence(
        "assessment.date",
        "feedback.date",
        "Tilbagemeldingen ligger før afdækningen.",
    ),
    _sequence(
        "hearing.date",
        "hearing.reply_date",
        "Svaret på høringen er kommet, før høringen blev sendt.",
    ),
    _sequence(
        "hearing.date",
        "hearing.due",
        "Fristen for at svare ligger før høringen.",
    ),
    _sequence(
        "hearing.date",
        "hearing.new_due",
        "Den nye frist for at svare ligger før høringen.",
    ),
    _sequence(
        "request.received",
        "decision.date",
        "Afgørelsen ligger før den dag, borgeren bad om behandling.",
    ),
    _sequence(
        "assessment.date",
        "decision.date",
        "Afgørelsen ligger før afdækningen, som den skal bygge på.",
    ),
    _sequence(
        "hearing.date",
        "decision.date",
        "Afgørelsen ligger før partshøringen.",
        newest=True,
    ),
    _sequence(
        "request.received",
        "recommendation.date",
        "Indstillingen ligger før den dag, borgeren bad om behandling.",
    ),
    _sequence(
        "recommendation.sent",
        "recommendation.answer_date",
        "Kommunens svar er kommet, før indstillingen blev sendt.",
    ),
    _sequence(
        "free_choice.date",
        "free_choice.answer_date",
        "Svaret om frit valg ligger før den dag, borgeren bad om et andet sted.",
    ),
    _sequence(
        "request.received",
        "start.date",
        "Behandlingen er begyndt før den dag, borgeren bad om behandling.",
    ),
    _sequence(
        "decision.date",
        "start.date",
        "Behandlingen er begyndt, før der var en afgørelse.",
    ),
    _sequence(
        "request.received",
        "plan.date",
        "Behandlingsplanen ligger før den dag, borgeren bad om behandling.",
    ),
    _sequence(
        "plan.start",
        "plan.end",
        "Behandlingen slutter efter planen, før den begynder.",
    ),
    _sequence(
        "plan.date",
        "plan.review",
        "I ser på planen igen, før den er lavet.",
    ),
    _sequence(
        "start.date",
        "follow_up.date",
        "Opfølgningen ligger, før behandlingen begyndte.",
    ),
    _sequence(
        "follow_up.date",
        "follow_up.next",
        "Den næste opfølgning ligger før denne.",
    ),
    _sequence(
        "request.received",
        "discharge.date",
        "Behandlingen er slut før den dag, borgeren bad om den.",
    ),
    _sequence(
        "start.date",
        "discharge.date",
        "Behandlingen er slut, før den begyndte.",
    ),
    _sequence(
        "discharge.date",
        "after_care.date",
        "Opfølgningen efter udskrivning ligger før udskrivningen.",
    ),
    _sequence(
        "discharge.date",
        "after_care.attempt.date",
        "Forsøget på at få kontakt ligger før udskrivningen.",
    ),
    _sequence(
        "medical.offered",
        "medical.date",
        "Lægesamtalen ligger, før den blev tilbudt.",
    ),
    _sequence(
        "consent.date",
        "consent.valid_until",
        "Samtykket udløb, før det blev givet.",
    ),
    _sequence(
        "consent.date",
        "consent.withdrawn_date",
        "Samtykket er trukket tilbage, før det blev givet.",
    ),
    _sequence(
        "appeal.decision_date",
        "appeal.received",
        "Klagen er kommet, før der var en afgørelse at klage over.",
    ),
    _sequence(
        "appeal.decision_date",
        "appeal.decision_received",
        "Borgeren fik afgørelsen, før den blev truffet.",
    ),
    _sequence(
        "appeal.received",
        "appeal.result_date",
        "Genvurderingen er færdig, før klagen kom.",
    ),
    _sequence(
        "appeal.received",
        "appeal.forwarded",
        "Klagen er sendt videre, før den kom.",
    ),
    _sequence(
        "appeal.forwarded",
        "appeal.outcome_date",
        "Svaret på klagen er kommet, før klagen blev sendt videre.",
    ),
    _sequence(
        "record_access.received",
        "record_access.date",
        "Svaret om aktindsigt ligger før den dag, borgeren bad om den.",
    ),
    _sequence(
        "record_access.received",
        "record_access.sent",
        "Borgeren fik papirerne før den dag, der blev bedt om dem.",
    ),
    _sequence(
        "notification.date",
        "notification.sent",
        "Underretningen er sendt, før du blev bekymret.",
    ),
    _sequence(
        "notification.sent",
        "notification.receipt",
        "Bekræftelsen er kommet, før underretningen blev sendt.",
    ),
    _sequence(
        "lapse.happened",
        "lapse.date",
        "I talte om det, før det skete.",
    ),
    _sequence(
        "gift_card.agreed",
        "gift_card.given",
        "Gavekortet er givet før aftalen om det.",
    ),
    _sequence(
        "screening.examination.referred",
        "screening.examination.date",
        "Undersøgelsen ligger før henvisningen.",
    ),
    _sequence(
        "screening.examination.date",
        "screening.examination.told",
        "I talte om resultatet før undersøgelsen.",
    ),
)
