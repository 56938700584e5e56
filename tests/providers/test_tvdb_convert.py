"""TheTVDB's words in ours."""

from dataclasses import replace
from datetime import date

import pytest
from tvdb_documents import HITS, MOVIE, SERIES, episode

from maestrarr.media.ids import ExternalIds
from maestrarr.providers.contracts import Job, Order, Place, SeriesStatus, SetMembership
from maestrarr.providers.tvdb import wire
from maestrarr.providers.tvdb.convert import description_of, found_in, offers_in
from maestrarr.providers.tvdb.episodes import episodes_of, lack_words, orders_of
from maestrarr.providers.tvdb.languages import code_of, language_from


def _episodes(*told: dict[str, object]) -> list[wire.Episode]:
    return [wire.Episode.model_validate(each) for each in told]


def test_a_series_is_described() -> None:
    series = description_of(wire.Title.model_validate(SERIES), "series", "tr")

    assert series.ids == ExternalIds(tmdb=900201, tvdb=700201, imdb="tt9900201")
    assert (series.title, series.original_title) == ("Kuyu", "Kuyu")
    assert series.plot == "Bir kuyunun dibinde."
    assert series.other_titles == ("The Well", "Autre nom", "Deep Well")
    assert (series.year, series.premiered) == (2019, date(2019, 10, 1))
    assert series.status is SeriesStatus.CONTINUING
    assert series.runtime_minutes == 45
    assert series.certifications == {"US": "TV-14", "TR": "13+"}
    assert series.networks == ("Kanal Yedi", "Uzak Yayın")
    assert series.studios == ("Derin Yapım",)
    assert series.countries == ("TR",)
    assert series.tags == ("Slow",)
    assert series.original_language == "tr"
    assert series.ratings == ()
    assert series.fallbacks == frozenset()


def test_a_movie_is_described_and_says_what_is_not_in_the_language() -> None:
    movie = description_of(wire.Title.model_validate(MOVIE), "movie", "tr")

    assert movie.ids == ExternalIds(tvdb=700101, imdb="tt9900101")
    assert (movie.title, movie.original_title) == ("The Salt Lighthouse", "塩の灯台")
    assert movie.fallbacks == {"title"}
    assert (movie.year, movie.premiered) == (2011, date(2011, 3, 4))
    assert movie.studios == ("Kıyı Film", "Deniz Yapım")
    assert movie.countries == ("JP", "TR")
    assert movie.spoken_languages == ("ja", "pt-BR")
    assert movie.set == SetMembership(name="Lighthouses")
    assert movie.status is None


def test_an_alias_is_no_title() -> None:
    series = description_of(wire.Title.model_validate(SERIES), "series", "fr")

    assert series.title == "The Well"
    assert series.plot == "At the bottom of a well."
    assert series.fallbacks == {"title", "plot"}


def test_people_of_the_whole_series_stand_in_their_order() -> None:
    series = description_of(wire.Title.model_validate(SERIES), "series", "tr")

    assert [(p.name, p.job, p.role, p.ids.tvdb) for p in series.people] == [
        ("Deniz Kaya", Job.CREATOR, None, 11),
        ("Ada Tekin", Job.ACTOR, "Selin", 12),
    ]
    assert series.people[1].portrait_url == "https://artworks.thetvdb.com/banners/person/12.jpg"


def test_only_pages_of_the_web_are_trailers() -> None:
    series = description_of(wire.Title.model_validate(SERIES), "series", "tr")

    assert [(each.site, each.language) for each in series.trailers] == [("youtube", "tr")]


def test_seasons_are_those_in_the_official_order() -> None:
    series = description_of(wire.Title.model_validate(SERIES), "series", "tr")

    assert [(each.number, each.ids.tvdb) for each in series.seasons] == [(0, 50), (1, 51), (2, 52)]
    assert series.seasons[0].poster is not None
    assert series.seasons[0].poster.season == 0


def test_an_episode_has_its_place_in_every_order() -> None:
    aired = _episodes(
        episode(6001, 0, 1, airsBeforeSeason=1, airsBeforeEpisode=2),
        episode(6101, 1, 1, absoluteNumber=1),
        episode(6102, 1, 2, finaleType="season", airsAfterSeason=None),
    )
    orders = {
        Order.DVD: _episodes(episode(6102, 1, 1), episode(6101, 1, 2)),
        Order.ABSOLUTE: _episodes(episode(6102, 1, 9)),
    }

    special, first, second = episodes_of(aired, [], orders)

    assert special.places == {}
    assert special.shown_before == Place(1, 2)
    assert first.places == {Order.DVD: Place(1, 2), Order.ABSOLUTE: Place(1, 1)}
    assert second.places == {Order.DVD: Place(1, 1), Order.ABSOLUTE: Place(1, 9)}
    assert second.finale == "season"
    assert second.thumb is not None
    assert second.thumb.url == "https://artworks.thetvdb.com/banners/episodes/1.jpg"


def test_only_orders_with_seasons_are_asked_for() -> None:
    assert orders_of(wire.Title.model_validate(SERIES)) == (Order.DVD, Order.ABSOLUTE)


def test_english_fills_what_an_episode_lacks_and_says_so() -> None:
    aired = _episodes(episode(1, 1, 1, name=None, overview=""), episode(2, 1, 2, overview=None))
    english = _episodes(episode(1, 1, 1, name="The Rim", overview=None))

    first, second = episodes_of(aired, english, {})

    assert lack_words(aired)
    assert (first.title, first.plot, first.fallbacks) == ("The Rim", None, {"title"})
    assert (second.title, second.plot, second.fallbacks) == ("Bölüm 2", None, frozenset())


def test_an_episode_without_a_number_is_none() -> None:
    assert episodes_of(_episodes({"id": 1}, episode(2, -1, 1)), [], {}) == ()


def test_pictures_of_a_title_and_of_its_official_seasons() -> None:
    offers = offers_in(wire.Title.model_validate(SERIES))

    assert [(o.type, o.id, o.language, o.is_textless, o.season) for o in offers] == [
        ("poster", "1", "tr", False, None),
        ("fanart", "2", None, True, None),
        ("season-poster", "3", "en", None, 1),
        ("clearlogo", "6", "zh-TW", None, None),
    ]
    assert offers[1].url == "https://artworks.thetvdb.com/banners/b.jpg"
    assert offers[0].votes is None


def test_hits_are_named_in_the_language() -> None:
    hits = wire.Hits.model_validate(HITS).data

    found = found_in(hits, "series", "en")

    assert [(each.title, each.original_title, each.year) for each in found] == [
        ("The Well", "Kuyu", 2019)
    ]
    assert found[0].ids == ExternalIds(tvdb=700201, imdb="tt9900201")
    assert found[0].plot == "At the bottom of a well."
    assert replace(found[0], kind="movie") not in found


@pytest.mark.parametrize(
    ("code", "language"), [("eng", "en"), ("pt", "pt-BR"), ("zhtw", "zh-TW"), ("fra", "fr")]
)
def test_their_codes_of_languages_are_read_and_written(code: str, language: str) -> None:
    assert language_from(code) == language
    assert code_of(language) == code


def test_an_empty_document_is_an_empty_description() -> None:
    empty = description_of(wire.Title.model_validate({"companies": 3}), "series", "tr")

    assert not empty.ids
    assert (empty.title, empty.people, empty.seasons) == (None, (), ())
