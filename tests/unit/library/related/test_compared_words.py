"""Words as they are compared."""

from backstory.library.related.words import mark, marks


def of(**counts: int) -> dict[int, int]:
    return {mark(stem): count for stem, count in counts.items()}


def test_words_are_stemmed_and_stop_words_left_out() -> None:
    assert marks("The borders of a border, and bordered", "en") == of(border=3)
    assert marks("Границы и границу", "ru") == of(границ=2)


def test_an_english_ending_that_makes_another_word_stays() -> None:
    assert marks("a set, its setting, the settings", "en") == of(set=1, setting=2)


def test_a_language_that_is_not_known_keeps_whole_words() -> None:
    assert marks("saluton mondo", "eo") == of(saluton=1, mondo=1)


def test_scripts_without_spaces_are_compared_by_pairs_of_letters() -> None:
    assert marks("国境危机 EU", "zh") == of(国境=1, 境危=1, 危机=1, eu=1)


def test_what_is_too_long_is_no_word() -> None:
    assert marks("x" * 41, "en") == {}
