"""What services send is taken for what it says, and never for a reason to stop."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field

from maestrarr.media.ids import ExternalIds
from maestrarr.providers.reading import (
    Day,
    Figure,
    Figures,
    Named,
    Number,
    One,
    Several,
    Text,
    Texts,
    Theirs,
    Truth,
    address_of,
    ids_of,
    language_of,
    minutes_of,
    size_of,
    year_of,
)


class Inner(Theirs):
    name: Text = None


class Outer(Theirs):
    text: Text = None
    number: Number = None
    figure: Figure = None
    truth: Truth = None
    day: Day = None
    texts: Texts = ()
    figures: Figures = ()
    named: Named = Field(default_factory=dict)
    one: One[Inner] = Inner()
    several: Several[Inner] = ()


WORDS = st.sampled_from(["", " ", "1979-05-25", "0000-00-00", "12", "1e999", "\ud800", "name"])
PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | WORDS
JSON = PLAIN | st.lists(PLAIN, max_size=3) | st.dictionaries(WORDS, PLAIN, max_size=3)
NESTED = JSON | st.lists(JSON, max_size=2) | st.dictionaries(WORDS, JSON, max_size=2)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(Outer.model_fields)), NESTED))
def test_no_type_of_any_field_refuses_a_document(document: dict[str, object]) -> None:
    Outer.model_validate(document)


def test_what_is_missing_empty_or_null_is_the_same() -> None:
    empty = {"text": " ", "day": "", "texts": ["", None], "one": None, "several": None}

    assert Outer.model_validate(empty) == Outer.model_validate({}) == Outer()


def test_numbers_may_stand_in_quotes() -> None:
    read = Outer.model_validate({"number": "12", "figure": "7.5", "figures": ["1", None, 2]})

    assert (read.number, read.figure, read.figures) == (12, 7.5, (1.0, 2.0))


@pytest.mark.parametrize("number", [True, "NaN", "1e999", 10**30, 1.5, "x", "", [1]])
def test_what_is_no_whole_number_is_none(number: object) -> None:
    assert Outer.model_validate({"number": number}).number is None


def test_no_text_holds_what_a_file_or_a_database_would_refuse() -> None:
    assert Outer.model_validate({"text": "\0A\x1b\ud800li\ufffeen\n\u202e"}).text == "Alien\n\u202e"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1979-05-25", date(1979, 5, 25)),
        ("1979-05-25T00:00:00.000Z", date(1979, 5, 25)),
        ("0000-00-00", None),
        ("1979-02-30", None),
        ("9999-12-31", None),
        ("1979", None),
        (0, None),
    ],
)
def test_dates(written: object, read: date | None) -> None:
    assert Outer.model_validate({"day": written}).day == read


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("cn", "yue"),
        ("xx", None),
        ("00", None),
        ("", None),
        (None, None),
        ("zxx", None),
        ("eng", "en"),
        ("tr", "tr"),
        ("pt-BR", "pt-BR"),
    ],
)
def test_languages(code: str | None, language: str | None) -> None:
    assert language_of(code) == language


def test_zero_is_no_year_no_size_and_no_running_time() -> None:
    assert (year_of(0), size_of(0), minutes_of(0), minutes_of(-1), size_of(10**6)) == (None,) * 5
    assert year_of(0, date(1979, 5, 25)) == 1979


def test_what_is_no_id_is_none() -> None:
    assert ids_of(tmdb=0, tvdb=-5, imdb="") == ExternalIds()
    assert ids_of(tmdb=10**12, imdb="../etc") == ExternalIds()
    assert ids_of(tmdb=348, imdb="TT0078748") == ExternalIds(tmdb=348, imdb="tt0078748")


@pytest.mark.parametrize(
    ("written", "taken"),
    [
        (" https://a.example/p.jpg ", "https://a.example/p.jpg"),
        ("http://[::1]:8/p", "http://[::1]:8/p"),
        ("https://[0", None),
        ("https://", None),
        ("/p.jpg", None),
        ("file:///etc/passwd", None),
        (7, None),
    ],
)
def test_an_address_is_one_of_a_page_on_some_host(written: object, taken: str | None) -> None:
    assert address_of(written) == taken
