from tests.forms.fuzz import mutations


def test_two_thousand_damaged_texts_are_read_or_named_within_a_second_each() -> None:
    tally = mutations(2_000, 20261102)

    assert tally.tried == 2_000
    assert tally.read > 100
    assert tally.found > 1_000
