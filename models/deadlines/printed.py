"""A letter that names another last day for an appeal than the one its delivery gave."""

from models.danish import long_date
from models.deadlines.appeals import appeal_deadline
from models.decision import Delivered, Delivery
from models.law_tables import LawTables, NoRuleInForceError

_WENT = {
    Delivery.DIGITAL_POST: "brevet blev sendt med Digital Post den {day}",
    Delivery.LETTER: "brevet blev sendt med posten den {day}",
    Delivery.HANDED_OVER: "brevet blev givet i hånden den {day}",
}
_DIFFERS = "Brevet siger {printed}, men klagefristen er nu {counted}, fordi {went}."
_REMEDY = (
    "Ret skemaet, og godkend et nyt brev med den rigtige dag, eller fortæl borgeren dagen, og "
    "skriv et notat om det."
)


def printed_otherwise(printed: Delivered, went: Delivered, law: LawTables) -> str:
    """Return that a letter names another last day for an appeal, why, and what to do about it.

    *printed* is the day the letter bears and the way it was to go, *went* how it was delivered.
    Empty when both give the same day, or no rule is known for one of them.
    """
    try:
        named = appeal_deadline(printed.day, printed.way, law)
        counted = appeal_deadline(went.day, went.way, law)
    except NoRuleInForceError:
        return ""
    if named == counted:
        return ""
    because = _WENT[went.way].format(day=long_date(went.day))
    told = _DIFFERS.format(printed=long_date(named), counted=long_date(counted), went=because)
    return f"{told} {_REMEDY}"
