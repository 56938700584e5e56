"""TMDB's words in ours."""

from datetime import date

import pytest
from tmdb_documents import IMAGES, MOVIE, SERIES, episode, season

from maestrarr.media.ids import ExternalIds
from maestrarr.providers.contracts import Job, Rating, SeriesStatus, SetMembership
from maestrarr.providers.tmdb.addresses import Pictures
from maestrarr.providers.tmdb.convert import (
    description_of,
    episodes_of,
    found_in,
    offers_in,
    season_of,
)
from maestrarr.providers.tmdb.wire import Details, Hit, Images, SeasonDetails
from maestrarr.providers.tmdb.wording import filled_from, language_parameter

PICTURES = Pictures()


def test_a_movie_is_described_in_every_field() -> None:
    movie = description_of(Details.model_validate(MOVIE), "movie", "tr", PICTURES)

    assert movie.ids == ExternalIds(tmdb=900101, imdb="tt9900101")
    assert (movie.title, movie.original_title) == ("Tuz Feneri", "塩の灯台")
    assert movie.other_titles == ("Salzfeuer", "The Salt Lighthouse", "Tuz Feneri")
    assert (movie.year, movie.premiered, movie.runtime_minutes) == (2011, date(2011, 3, 4), 97)
    assert movie.ratings == (Rating(source="tmdb", value=7.25, votes=812),)
    assert movie.certifications == {"US": "PG-13"}
    assert movie.genres == ("Dram",)
    assert movie.studios == ("Kıyı Film",)
    assert movie.countries == ("JP",)
    assert movie.tags == ("lighthouse",)
    assert movie.original_language == "ja"
    assert movie.spoken_languages == ("ja", "yue")
    assert movie.set == SetMembership(name="Fener Serisi", ids=ExternalIds(tmdb=990))


def test_where_a_language_has_no_words_english_stands_in_and_says_so() -> None:
    movie = description_of(Details.model_validate(MOVIE), "movie", "tr", PICTURES)

    assert (movie.plot, movie.tagline) == ("A keeper counts the waves.", "Count with him.")
    assert movie.fallbacks == {"plot", "tagline"}


def test_an_original_title_is_no_title_in_another_language() -> None:
    untranslated = {**MOVIE, "title": MOVIE["original_title"]}

    movie = description_of(Details.model_validate(untranslated), "movie", "fr", PICTURES)

    assert movie.title == "The Salt Lighthouse"
    assert "title" in movie.fallbacks


def test_the_original_title_is_the_title_in_its_own_language() -> None:
    original = {**MOVIE, "title": MOVIE["original_title"]}

    movie = description_of(Details.model_validate(original), "movie", "ja", PICTURES)

    assert movie.title == "塩の灯台"
    assert "title" not in movie.fallbacks


def test_people_stand_in_order_once_for_each_job() -> None:
    movie = description_of(Details.model_validate(MOVIE), "movie", "tr", PICTURES)

    assert [(p.name, p.job, p.role, p.order) for p in movie.people] == [
        ("Jun Mori", Job.ACTOR, "Keeper", 0),
        ("Rin Aoki", Job.ACTOR, None, 1),
        ("Emi Sato", Job.DIRECTOR, None, None),
        ("Emi Sato", Job.WRITER, None, None),
    ]
    assert movie.people[0].portrait_url == "https://image.tmdb.org/t/p/original/jun.jpg"
    assert movie.people[0].ids == ExternalIds(tmdb=1)


def test_official_trailers_come_first_and_strange_addresses_never() -> None:
    movie = description_of(Details.model_validate(MOVIE), "movie", "tr", PICTURES)

    assert [(each.name, each.url, each.language) for each in movie.trailers] == [
        ("Fragman", "https://www.youtube.com/watch?v=ccc333", "tr"),
        ("Fan trailer", "https://www.youtube.com/watch?v=bbb222", "en"),
        ("Teaser", "https://www.youtube.com/watch?v=aaa111", "en"),
    ]


def test_a_series_is_described() -> None:
    series = description_of(Details.model_validate(SERIES), "series", "tr", PICTURES)

    assert series.ids == ExternalIds(tmdb=900201, tvdb=700201, imdb="tt9900201")
    assert series.status is SeriesStatus.CONTINUING
    assert series.networks == ("Kanal Yedi",)
    assert series.certifications == {"TR": "13+"}
    assert series.ratings == ()
    assert series.fallbacks == frozenset()
    assert [(p.name, p.job, p.role) for p in series.people] == [
        ("Deniz Kaya", Job.CREATOR, None),
        ("Ada Tekin", Job.ACTOR, "Selin / Selma"),
        ("Can Us", Job.DIRECTOR, None),
    ]


def test_a_season_and_its_episodes() -> None:
    details = SeasonDetails.model_validate(
        season(1, episode(1, 1, name="Dip"), episode(1, 2, episode_type="finale"), {"id": 1})
    )

    read, episodes = season_of(details, PICTURES), episodes_of(details, PICTURES)

    assert read is not None
    assert (read.number, read.title, read.plot) == (1, "1. Sezon", None)
    assert read.poster is not None
    assert (read.poster.type, read.poster.season) == ("season-poster", 1)
    assert [(each.number, each.title, each.finale) for each in episodes] == [
        (1, "Dip", None),
        (2, "2. Bölüm", "season"),
    ]
    assert [(p.name, p.job, p.role) for p in episodes[0].people] == [
        ("Efe Ok", Job.GUEST, "Komşu"),
        ("Can Us", Job.DIRECTOR, None),
    ]
    assert episodes[0].thumb is not None
    assert episodes[0].thumb.url == "https://image.tmdb.org/t/p/original/e1.jpg"


def test_an_episode_without_words_of_its_own_has_the_english_ones() -> None:
    own = SeasonDetails.model_validate(
        season(1, episode(1, 1), episode(1, 2, name="Dip", overview="Karanlık."), episode(1, 3))
    )
    english = SeasonDetails.model_validate(
        season(
            1,
            episode(1, 1, name="The Rim", overview="Light."),
            episode(1, 2, name="The Bottom", overview="Dark."),
            episode(1, 3, name="Episode 3"),
        )
    )

    filled = filled_from(episodes_of(own, PICTURES), episodes_of(english, PICTURES))

    assert [(each.title, each.plot, each.fallbacks) for each in filled] == [
        ("The Rim", "Light.", {"title", "plot"}),
        ("Dip", "Karanlık.", frozenset()),
        ("3. Bölüm", None, frozenset()),
    ]


def test_pictures_are_offered_for_every_role_that_they_can_have() -> None:
    offers = offers_in(Images.model_validate(IMAGES), PICTURES)

    assert [(o.type, o.id, o.language, o.is_textless, o.votes) for o in offers] == [
        ("poster", "/ja.jpg", "ja", False, 12),
        ("poster", "/bare.jpg", None, True, None),
        ("keyart", "/bare.jpg", None, True, None),
        ("fanart", "/sea.jpg", None, True, 4),
        ("fanart", "/sea-en.jpg", "en", False, 1),
        ("landscape", "/sea-en.jpg", "en", False, 1),
        ("clearlogo", "/logo.svg", "en", False, None),
    ]
    assert offers[-1].url == "https://image.tmdb.org/t/p/w500/logo.png"
    assert (offers[-1].width, offers[-1].height) == (None, None)


def test_no_path_of_a_picture_leads_elsewhere() -> None:
    paths = ["//evil.example/x.jpg", "/../x.jpg?y", "x.jpg", "/a/b.jpg", "@evil.example/x.jpg"]

    assert [PICTURES.whole(path) for path in paths] == [None] * 5


def test_a_hit_without_an_id_or_a_name_is_none() -> None:
    hits = [{"id": 1}, {"title": "X"}, {"id": 0, "title": "X"}, {"id": 2, "original_title": "Y"}]

    found = found_in([Hit.model_validate(hit) for hit in hits], "movie", PICTURES)

    assert [(each.ids.tmdb, each.title) for each in found] == [(2, "Y")]


@pytest.mark.parametrize(
    ("language", "parameter"),
    [
        ("en", "en-US"),
        ("tr", "tr"),
        ("pt-BR", "pt-BR"),
        ("zh-Hant", "zh-TW"),
        ("zh", "zh-CN"),
        ("sr-Latn-RS", "sr-RS"),
    ],
)
def test_languages_as_tmdb_writes_them(language: str, parameter: str) -> None:
    assert language_parameter(language) == parameter


def test_an_empty_document_is_an_empty_description() -> None:
    empty = description_of(Details.model_validate({}), "movie", "tr", PICTURES)

    assert not empty.ids
    assert (empty.title, empty.people, empty.set, empty.year) == (None, (), None, None)
