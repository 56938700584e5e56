"""Text made comparable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maestrarr.kit.text import fold, readable, sort_key, trigrams


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("The Matrix", "the matrix"),
        ("Amélie", "amelie"),
        ("Ame\u0301lie", "amelie"),
        ("İstanbul", "istanbul"),
        ("ISTANBUL", "istanbul"),
        ("ıspanak IŞIK", "ispanak isik"),
        ("Straße", "strasse"),
        ("STRASSE", "strasse"),
        ("Øresund", "oresund"),
        ("Łódź", "lodz"),
        ("Æon Flux", "aeon flux"),
        ("Œuvre", "oeuvre"),
        ("Ðuro Þór", "duro thor"),
        ("Spider-Man: No Way Home", "spider man no way home"),
        ("Ocean's Eleven", "oceans eleven"),
        ("Ocean’s Eleven", "oceans eleven"),
        ("M*A*S*H", "m a s h"),
        ("Tom & Jerry", "tom and jerry"),
        ("snake_case", "snake case"),
        ("  two   spaces\t\n", "two spaces"),
        ("Сталкер", "сталкер"),
        ("Ёлки", "елки"),
        ("Ελλάδα", "ελλαδα"),
        ("ガメラ", "ガメラ"),
        ("千と千尋", "千と千尋"),
        ("8½", "81 2"),
        ("WALL·E", "wall e"),
        ("...", ""),
        ("", ""),
    ],
)
def test_spellings_of_one_title_fold_to_one_text(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("The Matrix", "matrix"),
        ("A Beautiful Mind", "beautiful mind"),
        ("An Education", "education"),
        ("Le Samouraï", "samourai"),
        ("L'Avventura", "avventura"),
        ("L’Atalante", "atalante"),
        ("Das Boot", "boot"),
        ("El Topo", "topo"),
        ("Die Hard", "die hard"),
        ("I, Robot", "i robot"),
        ("As Good as It Gets", "as good as it gets"),
        ("A.I. Artificial Intelligence", "a i artificial intelligence"),
        ("Das", "das"),
        ("The", "the"),
        ("Theatre", "theatre"),
        ("...And Justice for All", "and justice for all"),
        ("", ""),
    ],
)
def test_a_title_sorts_without_its_article(title: str, key: str) -> None:
    assert sort_key(title) == key


def test_a_name_that_is_not_utf_8_is_read_as_latin_1() -> None:
    assert readable(b"Am\xe9lie".decode("utf-8", "surrogateescape")) == "Amélie"
    assert readable("Amélie 千") == "Amélie 千"
    assert readable("lost \ud83d") == "lost \ufffd"


def test_trigrams_are_padded_distinct_and_folded() -> None:
    assert trigrams("Aa") == ["  a", " aa", "aa "]
    assert trigrams("ab AB") == ["  a", " ab", "ab "]
    assert trigrams("") == []


def test_a_typo_keeps_most_trigrams() -> None:
    right, wrong = set(trigrams("interstellar")), set(trigrams("intersteller"))
    assert len(right & wrong) / len(right | wrong) > 0.5


@given(st.text(max_size=100))
def test_folding_twice_changes_nothing(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert "  " not in folded
    assert folded == folded.strip()
    assert isinstance(sort_key(text), str)
