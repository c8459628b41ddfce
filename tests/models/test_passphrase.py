import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.passphrase import SHORTEST_PASSPHRASE, weakness_of

WORDS = ("paraply", "torsk", "vindue", "trompet", "sten", "fugl", "hat", "bro", "kajak", "sennep")


@pytest.mark.parametrize(
    ("passphrase", "reason"),
    [
        ("", "kort"),
        ("hund", "kort"),
        ("a b c d e f g h", "kort"),
        ("0000001234ß", "kort"),
        ("aaaaaaaaaaaaaaaa", "let at gætte"),
        ("hest hest hest hest", "let at gætte"),
        ("paraply torsk vindue trompet", "eksemplet"),
        ("Paraply  Torsk Vindue Trompet", "eksemplet"),
        ("ida fugl hat bro sten", "navn"),
        ("Øvesen fugl hat bro", "navn"),
    ],
)
def test_what_is_easy_to_guess_is_not_taken(passphrase: str, reason: str) -> None:
    assert reason in weakness_of(passphrase, "Ida Øvesen")


@given(st.permutations(WORDS))
def test_four_words_in_any_order_are_taken(words: list[str]) -> None:
    passphrase = " ".join(words[:4])

    weakness = weakness_of(passphrase, "Ida Øvesen")

    is_long_enough = len("".join(words[:4])) >= SHORTEST_PASSPHRASE
    is_the_example = words[:4] == ["paraply", "torsk", "vindue", "trompet"]
    assert (weakness == "") is (is_long_enough and not is_the_example)


@given(st.text(max_size=SHORTEST_PASSPHRASE - 1))
def test_a_short_one_is_never_taken(passphrase: str) -> None:
    assert weakness_of(passphrase, "") != ""
