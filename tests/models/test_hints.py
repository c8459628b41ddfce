from models.hints import hint_at


def test_a_cpr_number_that_looks_wrong_is_hinted_at() -> None:
    assert hint_at("citizen.cpr", "300279-0012") != ""
    assert hint_at("citizen.cpr", "") == ""


def test_no_other_answer_is_hinted_at() -> None:
    assert hint_at("citizen.name", "300279-0012") == ""
