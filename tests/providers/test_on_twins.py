"""Clients and twins together: what the catalogue holds arrives whole, and faults lose nothing."""

from typing import Any, TypeVar

import pytest

from maestrarr.demo.upstreams.serving import Upstreams
from maestrarr.demo.upstreams.stories import Film, Kind, Series, Story
from maestrarr.kit.http import Http
from maestrarr.kit.http.errors import Garbled
from maestrarr.media.artwork import ARTWORK_TYPES
from maestrarr.media.ids import ExternalIds
from maestrarr.providers.contracts import Description, Job, Order, Place, SearchedKind, Wanted
from maestrarr.providers.errors import LATER, NotThere
from maestrarr.providers.registry import KINDS

Told = TypeVar("Told", bound=Story)
DESCRIBING = ("tmdb", "tvdb")
OFFERING = ("tmdb", "tvdb", "fanart")
NOBODY = ExternalIds(tmdb=1, tvdb=1, imdb="tt0000001")


def client(http: Http, upstreams: Upstreams, name: str, key: str = "demo") -> Any:
    """Make a client of a twin."""
    kind = KINDS[name]
    config = kind.config.model_validate({"url": upstreams.url(name), "key": key})
    return kind.make(http, config, "instance")


def films(upstreams: Upstreams) -> list[Film]:
    return [
        each for each in upstreams.world.catalogue.first(Kind.FILM, 8) if isinstance(each, Film)
    ]


def series(upstreams: Upstreams) -> list[Series]:
    found = upstreams.world.catalogue.first(Kind.SERIES, 3)
    return [each for each in found if isinstance(each, Series)]


def ids_of(story: Story) -> ExternalIds:
    return ExternalIds(tmdb=story.ids.tmdb, tvdb=story.ids.tvdb, imdb=story.ids.imdb)


def titles(story: Story, language: str) -> set[str]:
    """Name a title in a language, or as it is named where there is no word for it."""
    told = story.tell(language)
    return {story.title, story.english, told.title if told else story.title}


@pytest.mark.parametrize("language", ["en", "tr"])
@pytest.mark.parametrize("name", DESCRIBING)
async def test_films_are_described_as_the_catalogue_has_them(
    http: Http, upstreams: Upstreams, name: str, language: str
) -> None:
    for film in films(upstreams):
        movie: Description = await client(http, upstreams, name).describe(
            "movie", ids_of(film), language
        )

        assert movie.title in titles(film, language)
        assert movie.original_title == film.title
        assert (movie.year, movie.premiered) == (film.year, film.premiered)
        assert movie.runtime_minutes == film.minutes
        assert movie.countries == (film.country,)
        assert set(movie.studios) == {studio.name for studio in film.studios}
        assert movie.ids.imdb == film.ids.imdb
        actors = [person.name for person in movie.people if person.job is Job.ACTOR]
        assert actors == [part.person.name for part in film.cast][: len(actors)]
        assert len(actors) == len(film.cast)
        assert movie.plot


@pytest.mark.parametrize("name", DESCRIBING)
async def test_series_are_described_with_every_episode(
    http: Http, upstreams: Upstreams, name: str
) -> None:
    for told in series(upstreams):
        described: Description = await client(http, upstreams, name).describe(
            "series", ids_of(told), "tr"
        )

        episodes = {(each.season, each.number): each for each in described.episodes}
        assert set(episodes) == {(each.season, each.number) for each in told.episodes}
        assert [season.number for season in described.seasons] == list(told.seasons)
        assert told.network.name in described.networks
        for episode in told.episodes:
            read = episodes[episode.season, episode.number]
            assert read.premiered == episode.aired
            assert read.runtime_minutes == episode.minutes
            assert read.title


@pytest.mark.parametrize("name", DESCRIBING)
async def test_episodes_have_their_places_on_discs_and_among_all(
    http: Http, upstreams: Upstreams, name: str
) -> None:
    told = series(upstreams)[0]

    described = await client(http, upstreams, name).describe("series", ids_of(told), "en")

    places = {(each.season, each.number): each.places for each in described.episodes}
    for episode in told.episodes:
        place = places[episode.season, episode.number]
        is_counted = name == "tvdb" or episode.season > 0
        assert place.get(Order.DVD) == (Place(*episode.dvd) if is_counted else None)
        assert place.get(Order.ABSOLUTE) == (
            None if episode.absolute is None else Place(1, episode.absolute)
        )


async def test_a_set_is_described_with_its_films(http: Http, upstreams: Upstreams) -> None:
    tmdb = client(http, upstreams, "tmdb")
    position = next(at for at in range(3_000) if _group_of(upstreams, at))
    group = _group_of(upstreams, position)

    described = await tmdb.describe("set", ExternalIds(tmdb=group.id), "en")

    assert described.title == group.name
    wanted = {film.ids.tmdb for film in upstreams.world.catalogue.films_of(group)}
    assert {part.tmdb for part in described.parts} == wanted
    assert await tmdb.artwork("set", ExternalIds(tmdb=group.id))


def _group_of(upstreams: Upstreams, position: int) -> Any:
    film = upstreams.world.catalogue.first(Kind.FILM, position + 1)[position]
    return upstreams.world.catalogue.group_of(film) if isinstance(film, Film) else None


@pytest.mark.parametrize("kind", ["movie", "series"])
@pytest.mark.parametrize("name", DESCRIBING)
async def test_a_title_is_found_by_its_name_and_year(
    http: Http, upstreams: Upstreams, name: str, kind: SearchedKind
) -> None:
    story: Story = films(upstreams)[0] if kind == "movie" else series(upstreams)[0]
    wanted = Wanted(kind=kind, title=story.english, year=story.year, language="en")

    found = await client(http, upstreams, name).search(wanted)

    first = found[0].ids.tmdb if name == "tmdb" else found[0].ids.tvdb
    assert first == (story.ids.tmdb if name == "tmdb" else story.ids.tvdb)
    assert found[0].year == story.year


@pytest.mark.parametrize("kind", ["movie", "series"])
@pytest.mark.parametrize("name", OFFERING)
async def test_every_picture_has_a_type_of_ours_and_a_size(
    http: Http, upstreams: Upstreams, name: str, kind: str
) -> None:
    story: Story = films(upstreams)[0] if kind == "movie" else series(upstreams)[0]

    offers = await client(http, upstreams, name).artwork(kind, ids_of(story))

    assert {offer.type for offer in offers} <= set(ARTWORK_TYPES)
    assert all(offer.width and offer.height for offer in offers)
    assert all(offer.url.startswith(upstreams.url(name)) for offer in offers)
    seasons = {offer.season for offer in offers if offer.type.startswith("season-")}
    assert bool(seasons) == (kind == "series")
    assert None not in seasons


@pytest.mark.parametrize("name", OFFERING)
async def test_what_nobody_knows_is_not_there(http: Http, upstreams: Upstreams, name: str) -> None:
    with pytest.raises(NotThere):
        await client(http, upstreams, name).artwork("movie", NOBODY)


@pytest.mark.parametrize("name", OFFERING)
async def test_wrong_types_never_break_anything(
    http: Http, upstreams: Upstreams, name: str
) -> None:
    asked = client(http, upstreams, name)
    await asked.artwork("series", ids_of(series(upstreams)[0]))  # with whom it has logged in
    upstreams.fail(name, "wrong_types")

    for kind, story in (("movie", films(upstreams)[0]), ("series", series(upstreams)[0])):
        try:
            await asked.artwork(kind, ids_of(story))
        except Garbled:  # not even an object
            continue


@pytest.mark.parametrize(
    ("name", "fault"),
    [("tmdb", "dead"), ("tvdb", "failing"), ("fanart", "garbage"), ("fanart", "failing")],
)
async def test_what_will_pass_is_told_as_that(
    http: Http, upstreams: Upstreams, name: str, fault: str
) -> None:
    upstreams.fail(name, fault)

    with pytest.raises(LATER):
        await client(http, upstreams, name).artwork("movie", ids_of(films(upstreams)[0]))


async def test_a_short_failure_is_got_over(http: Http, upstreams: Upstreams) -> None:
    upstreams.fail("tvdb", "failing", times=1, status=503, path="/extended")

    assert await client(http, upstreams, "tvdb").artwork("movie", ids_of(films(upstreams)[0]))


async def test_kodi_forgets_only_the_pictures_that_it_is_told_to_forget(
    http: Http, upstreams: Upstreams
) -> None:
    kind = KINDS["kodi"]
    config = kind.config.model_validate({"url": upstreams.url("kodi"), "password": "demo"})
    one, other, *_ = upstreams.world.household.titles

    await kind.make(http, config, "instance").forget_pictures(
        [f"{one.folder}/poster.jpg", "/no.jpg"]
    )

    kept = set(upstreams.player("kodi").pictures.values())
    assert f"{one.folder}/poster.jpg" not in kept
    assert {f"{one.folder}/fanart.jpg", f"{other.folder}/poster.jpg"} <= kept
