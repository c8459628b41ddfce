"""What citizens, plainly fictional, have said and got in the letters about rights."""

from app.facts import Facts

CONSENT: Facts = {
    "consent.direction": ["both"],
    "consent.party": "Jobcenter Prøvekøbing",
    "consent.purpose": "At dit praktikforløb kan passe med behandlingen.",
    "consent.information": ["treatment", "attendance"],
    "consent.excluded": "Hvad jeg tager, og hvor tit.",
    "consent.told": ["voluntary", "refusal", "withdrawal", "without"],
    "consent.answer": ["given"],
    "consent.date": "2.11.2026",
    "consent.given_by": ["citizen"],
}
APPEAL: Facts = {
    "appeal.received": "2.11.2026",
    "appeal.way": ["phone"],
    "appeal.words": "I siger, at jeg bare kan bo hjemme. Men det er derhjemme, jeg ryger.",
    "appeal.kind": ["decision"],
    "appeal.by": ["citizen"],
    "appeal.decision_date": "26.10.2026",
    "appeal.decision_received": "27.10.2026",
}
_AGAIN: Facts = {
    **APPEAL,
    "appeal.by_whom": "Leder Åse Prøvesen",
    "appeal.talked": ["true"],
    "appeal.new_facts": "Din søster er flyttet ind hos dig den 20. oktober 2026.",
    "appeal.points": "Du siger, at det er derhjemme, du ryger. Din søster er flyttet ind, og I "
    "har aftalt, at lejligheden er røgfri. Derfor tror vi, at dagbehandling kan hjælpe dig.",
    "appeal.result_date": "2.11.2026",
}
CHANGED: Facts = {
    **_AGAIN,
    "appeal.result": ["changed"],
    "appeal.gained": "Du får døgnbehandling i tre måneder.",
}
PARTLY: Facts = {
    **_AGAIN,
    "appeal.result": ["partly"],
    "appeal.gained": "Du får dagbehandling fem dage om ugen i stedet for fire.",
    "appeal.rest": "Du får ikke døgnbehandling.",
}
UPHELD: Facts = {**_AGAIN, "appeal.result": ["upheld"]}
FORWARDED: Facts = {
    **UPHELD,
    "appeal.forwarded": "2.11.2026",
    "appeal.enclosed": ["appeal", "decision", "reasons", "assessment"],
    "appeal.informed": "2.11.2026",
}
NOTIFICATION: Facts = {
    "notification.date": "1.11.2026",
    "notification.acute": ["false"],
    "notification.ground": ["support"],
    "notification.observed": "Den 1. november kl. 10 kom borgeren til samtale med sin datter. "
    "Hun havde ingen jakke på og sagde, at der ikke var mad derhjemme.",
    "notification.heard": "Borgerens mor fortalte samme dag, at datteren ofte spiser hos hende.",
    "notification.judgement": "Vi er i tvivl, om der er nogen voksen, der lægger mærke til hende.",
    "notification.tried": "Vi har talt med borgeren om støtte i hjemmet.",
    "notification.child.name@0": "Alma Øvelund-Demo",
    "notification.child.age@0": "7 år",
    "notification.child.lives@0": "Prøvevej 12, hos sin far",
    "notification.child.words@0": "Farmor har altid mad.",
    "notification.child.protects@0": "Farmor og en lærer, hun er glad for.",
    "notification.parent.name@0": "Łukasz Øvelund",
    "notification.parent.relation@0": ["father"],
    "notification.parent.citizen@0": ["true"],
    "notification.parent.custody@0": ["yes"],
    "notification.told": ["together"],
    "notification.told_date": "1.11.2026",
    "notification.citizen_words": "Jeg er ked af det. Men I har ret i, at hun mangler ro.",
    "notification.support": "Vi holder samtalerne på dage, hvor Alma er i skole.",
    "notification.receiver": "Prøvekøbing Kommune, Børn og Familie",
    "notification.sender": "Ida Øvesen, socialrådgiver, Rusmiddelcenter Åløkke",
}
GIFT_CARD: Facts = {
    "gift_card.step": ["handover"],
    "gift_card.decided": ["yes"],
    "gift_card.given": "2.11.2026",
    "gift_card.given_amount": "200",
    "gift_card.reason": "Du kom til samtale tre, fire og fem",
    "gift_card.shop": "Prøve Supermarked",
    "gift_card.number": "0042",
    "gift_card.given_by": "Ida Øvesen",
}
STATEMENT: Facts = {
    "statement.date": "2.11.2026",
    "statement.to": "Jobcenter Prøvekøbing",
    "statement.address": "Prøvetorvet 3\n0000 Prøvekøbing",
    "statement.asked": "28.10.2026",
    "statement.purpose": "At lægge praktikken, så den passer med behandlingen",
    "statement.right": ["consent"],
    "statement.happened": "Łukasz begyndte i dagbehandling den 5. oktober 2026.",
    "statement.now": "Han kommer fire dage om ugen kl. 9-13.",
    "statement.judgement": "En praktik om eftermiddagen, højst to timer, kan lade sig gøre nu.",
    "statement.words": "Jeg vil gerne arbejde. Men ikke før klokken et.",
    "statement.seen": ["together"],
}
RECORD_ACCESS: Facts = {
    "record_access.received": "2.11.2026",
    "record_access.words": "Jeg vil gerne se alt, hvad I har skrevet om mig.",
    "record_access.kind": ["both"],
    "record_access.by": ["citizen"],
    "record_access.exceptions": ["none"],
    "record_access.judged": ["true"],
    "record_access.result": ["full"],
}
LETTERS: dict[str, dict[str, Facts]] = {
    "consent": {"consent": CONSENT},
    "appeal_receipt": {"appeal": APPEAL},
    "reassessment": {"appeal": UPHELD},
    "appeal_forwarded": {"appeal": FORWARDED},
    "notification": {"notification": NOTIFICATION},
    "gift_card_receipt": {"gift_card": GIFT_CARD},
    "statement": {"consent": CONSENT, "statement": STATEMENT},
    "record_copy": {"record_access": RECORD_ACCESS},
}
"""For each kind, the forms of a case whose letter lacks nothing."""
