"""A questionnaire that calculates: scores, amounts, sums over rows, days, conditions."""

import json

from forms.json_text import Json
from forms.questionnaire import Questionnaire
from forms.reader import read_questionnaire
from tests.forms.everything import HL7, Members, control, extension, form, item, when

SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"
UCUM = "http://unitsofmeasure.org"


def calculated(expression: str) -> Json:
    return _expression("calculatedExpression", expression)


def enabled_if(expression: str) -> Json:
    return _expression("enableWhenExpression", expression)


def _expression(kind: str, expression: str) -> Json:
    written: Json = {"language": "text/fhirpath", "expression": expression}
    return extension(f"{SDC}{kind}", written, "Expression")


def unit(code: str, display: str) -> Json:
    return extension(
        f"{HL7}questionnaire-unitOption",
        {"system": UCUM, "code": code, "display": display},
        "Coding",
    )


def scored_option(code: str, score: int) -> Members:
    return {
        "valueCoding": {"system": "urn:x", "code": code, "display": code.upper()},
        "extension": [extension(f"{HL7}ordinalValue", score, "Decimal")],
    }


def answers_of(link_id: str) -> str:
    return f"%resource.descendants().where(linkId = '{link_id}').answer.value"


def how_often(link_id: str) -> Members:
    options: list[Json] = [scored_option(code, score) for score, code in enumerate("abc")]
    return item(link_id, "choice", answerOption=options)


ANSWERED = "%resource.descendants().where(linkId in ('s1' | 's2')).answer.value.ordinal()"

SCORED = form(
    item(
        "score",
        "group",
        how_often("s1"),
        how_often("s2"),
        item(
            "sum",
            "integer",
            extension=[calculated(f"iif({ANSWERED}.count() = 2, {ANSWERED}.sum())")],
        ),
        item("mean", "decimal", extension=[calculated(f"{ANSWERED}.avg()")]),
        item(
            "level",
            "choice",
            answerOption=[scored_option("low", 0), scored_option("high", 1)],
            extension=[calculated(f"iif({answers_of('sum')} >= 2, 'high', 'low')")],
        ),
        item("alarm", "text", extension=[enabled_if(f"{answers_of('level')}.code = 'high'")]),
        item("after", "string", enableWhen=[when("sum", ">", "Integer", 3)]),
    ),
    item(
        "body",
        "group",
        item(
            "weight",
            "quantity",
            extension=[
                unit("kg", "kg"),
                extension(
                    f"{SDC}minQuantity",
                    {"value": 20, "unit": "kg", "system": UCUM, "code": "kg"},
                    "Quantity",
                ),
                extension(f"{HL7}maxDecimalPlaces", 1, "Integer"),
            ],
        ),
        item("height", "quantity", extension=[unit("cm", "cm"), unit("m", "meter")]),
        item(
            "bmi",
            "decimal",
            extension=[
                calculated(
                    f"iif({answers_of('height')}.code = 'cm',"
                    f" {answers_of('weight')}.value / ({answers_of('height')}.value / 100)"
                    f" / ({answers_of('height')}.value / 100))"
                ),
                extension(f"{HL7}maxDecimalPlaces", 1, "Integer"),
            ],
        ),
        item(
            "craving",
            "integer",
            extension=[
                control("slider"),
                extension(f"{HL7}questionnaire-sliderStepValue", 5, "Integer"),
                extension(f"{HL7}minValue", 0, "Integer"),
                extension(f"{HL7}maxValue", 100, "Integer"),
                extension(f"{HL7}questionnaire-supportLink", "https://example.org/hjaelp", "Uri"),
            ],
        ),
        item("born", "date"),
        item(
            "age",
            "integer",
            extension=[calculated(f"{answers_of('born')}.duration(today(), 'years')")],
        ),
        item("code", "string", extension=[extension(f"{HL7}regex", "[A-Z]{2}[0-9]{3}", "String")]),
        item("names", "string", repeats=True),
        item("doses", "decimal", repeats=True),
        item(
            "most", "decimal", readOnly=True, extension=[calculated(f"{answers_of('doses')}.max()")]
        ),
        item(
            "drug",
            "open-choice",
            answerOption=[scored_option("hash", 0)],
            extension=[control("autocomplete")],
        ),
    ),
    item(
        "uses",
        "group",
        item("use.grams", "decimal"),
        item("use.price", "decimal"),
        item(
            "use.cost",
            "decimal",
            extension=[
                calculated(
                    "%row.item.where(linkId = 'use.grams').answer.value"
                    " * %row.item.where(linkId = 'use.price').answer.value"
                )
            ],
        ),
        item(
            "use.dear",
            "text",
            extension=[enabled_if("%row.item.where(linkId = 'use.cost').answer.value > 1000")],
        ),
        repeats=True,
    ),
    item(
        "all",
        "group",
        item("cost", "decimal", extension=[calculated(f"{answers_of('use.cost')}.sum()")]),
        item(
            "rows",
            "integer",
            extension=[calculated("%resource.item.where(linkId = 'uses').count()")],
        ),
        item(
            "any",
            "boolean",
            extension=[calculated("%resource.descendants().where(linkId = 'use.dear').exists()")],
        ),
    ),
    url="urn:test:scored",
)


def scored() -> Questionnaire:
    return read_questionnaire(json.dumps(SCORED))
