"""How hard a text is to read."""

from hypothesis import given
from hypothesis import strategies as st

from models.readability import readability_of

EASY = "Du får behandling hos os. Vi ringer til dig i morgen, og så finder vi en tid."
HARD = (
    "Kommunalbestyrelsens afgørelse vedrørende rusmiddelbehandling forudsætter en sammenhængende "
    "helhedsvurdering af borgerens samlede behandlingsbehov under hensyntagen til "
    "forsyningssikkerheden og de foreliggende faglige oplysninger i sagen."
)


def test_short_words_in_short_sentences_are_easy() -> None:
    counted = readability_of(EASY)

    assert (counted.words, counted.sentences, counted.long_words) == (17, 2, 1)
    assert counted.lix == 14
    assert not counted.is_hard


def test_long_words_in_a_long_sentence_are_hard_and_it_is_told_why() -> None:
    counted = readability_of(HARD)

    assert counted.is_hard
    assert counted.has_long_sentences
    assert counted.has_long_words


def test_a_full_stop_inside_a_sentence_does_not_end_it() -> None:
    counted = readability_of("Kom f.eks. den 3. marts kl. 10.30 til nr. 4 her.")

    assert counted.sentences == 1


def test_a_slot_is_one_word_whatever_it_is_called() -> None:
    assert readability_of("Brevet er af {behandlingsdatoen}.").words == 4


def test_a_few_words_say_nothing_of_the_text() -> None:
    assert not readability_of("Behandlingsgarantien overskredet").is_telling


@given(st.text())
def test_any_text_can_be_counted(text: str) -> None:
    counted = readability_of(text)

    assert 0 <= counted.long_words <= counted.words
    assert counted.sentences >= 1
    assert counted.lix >= 0


@given(st.text(alphabet="abcæøå .,!\n", max_size=40))
def test_a_text_said_twice_is_as_hard_as_once(text: str) -> None:
    once, twice = readability_of(text), readability_of(f"{text}\n{text}")

    if once.words:
        assert twice.lix == once.lix
