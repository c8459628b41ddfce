from hypothesis import given

from forms.outline import (
    link_ids_inside,
    places_of,
    progress,
    sections,
    starting_answers,
    with_started_row,
)
from forms.questionnaire import ItemType
from models.answers import Answers, Coding, Place, Unread
from tests.forms.everything import (
    HL7,
    everything,
    extension,
    fillings,
    item,
    option,
    read_form,
)

FORM = everything()
ABOUT, CHOICES, CHILDREN, OWN = FORM.items


def test_the_groups_on_top_are_the_sections() -> None:
    assert [section.link_id for section in sections(FORM)] == [
        "about",
        "choices",
        "children",
        "own",
    ]


def test_questions_outside_any_group_share_a_section_in_their_place() -> None:
    form = read_form(
        item("a", "string"),
        item("b", "string"),
        item("g", "group", item("c", "string")),
        item("d", "string"),
    )

    loose, group, last = sections(form)

    assert [inner.link_id for inner in loose.items] == ["a", "b"]
    assert (loose.type, loose.text) == (ItemType.GROUP, form.title)
    assert group.link_id == "g"
    assert loose.link_id not in {group.link_id, last.link_id, *form.by_link_id}
    assert progress(form, Answers().with_answer(Place("a"), "x"), loose) == (1, 2)


def test_a_hidden_group_is_no_section() -> None:
    hidden = [extension(f"{HL7}questionnaire-hidden", value=True, kind="Boolean")]
    form = read_form(
        item("g", "group", item("a", "string"), extension=hidden),
        item("h", "group", item("b", "string")),
    )

    assert [section.link_id for section in sections(form)] == ["h"]


def test_the_places_of_a_section_come_in_the_order_asked() -> None:
    places = [place.link_id for _, place in places_of(ABOUT, Answers())]

    assert places == ["intro", "asks", "why", "name", "day", "visits", "grams"]


def test_the_places_of_a_repeating_section_come_row_by_row() -> None:
    answers = Answers().with_row(Place("children")).with_row(Place("children"))
    answers = answers.with_row(Place("child.contacts", (1,)))

    places = [place for _, place in places_of(CHILDREN, answers)]

    assert [place for place in places if place.link_id == "child.name"] == [
        Place("child.name", (0,)),
        Place("child.name", (1,)),
    ]
    assert places[-1] == Place("contact.day", (1, 0))


def test_a_form_opens_with_its_initial_answers() -> None:
    answers = starting_answers(FORM)

    assert dict(answers.values) == {
        Place("name"): ("Æble",),
        Place("way"): (Coding("post", "POST", "urn:x"),),
        Place("secret"): (7,),
    }


def test_a_form_opens_with_a_row_where_one_is_required() -> None:
    answers = starting_answers(FORM)

    assert answers.rows(Place("children")) == 1
    assert answers.rows(Place("child.contacts", (0,))) == 0


def test_a_new_row_opens_with_its_initial_answers() -> None:
    inner = item("k", "group", item("c", "boolean"), repeats=True, required=True)
    form = read_form(
        item(
            "g",
            "group",
            item("a", "choice", answerOption=[option("x", initialSelected=True)]),
            item("b", "integer", initial=[{"valueInteger": 3}]),
            inner,
            repeats=True,
        )
    )
    group = Place("g")

    answers = with_started_row(form.by_link_id["g"], group, Answers().with_row(group))

    assert answers.rows(group) == 2
    assert answers.code("a", 1) == "x"
    assert answers.number("b", 1) == 3
    assert answers.rows(Place("k", (1,))) == 1
    assert answers.code("a", 0) == ""


def test_the_link_ids_of_a_group_are_all_that_goes_with_a_row_of_it() -> None:
    assert link_ids_inside(CHILDREN) == {
        "children",
        "child.name",
        "child.home",
        "child.note",
        "child.contacts",
        "contact.name",
        "contact.day",
    }


def test_progress_counts_answers_among_the_questions_asked() -> None:
    answers = Answers().with_answer(Place("asks"), True).with_answer(Place("day"), Unread("x"))

    assert progress(FORM, Answers(), CHOICES) == (0, 2)
    assert progress(FORM, answers, CHOICES) == (0, 3)
    assert progress(FORM, answers, ABOUT) == (1, 6)
    assert progress(FORM, answers, OWN) == (0, 1)


@given(answers=fillings(FORM))
def test_there_are_never_more_answers_than_questions(answers: Answers) -> None:
    for section in sections(FORM):
        answered, asked = progress(FORM, answers, section)

        assert 0 <= answered <= asked


@given(answers=fillings(FORM))
def test_every_answer_stands_in_a_section(answers: Answers) -> None:
    places = {place for section in sections(FORM) for _, place in places_of(section, answers)}

    assert answers.values.keys() <= places
