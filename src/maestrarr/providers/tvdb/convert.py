"""TheTVDB's words into ours."""

from collections.abc import Mapping, Sequence
from typing import Final

from maestrarr.media.artwork import Offer
from maestrarr.media.countries import country
from maestrarr.media.ids import ExternalIds
from maestrarr.providers.contracts import (
    DescribedKind,
    Description,
    Found,
    Job,
    Person,
    SearchedKind,
    Season,
    SeriesStatus,
    SetMembership,
    Trailer,
)
from maestrarr.providers.reading import (
    each_once,
    ids_of,
    minutes_of,
    number_of,
    size_of,
    year_of,
)
from maestrarr.providers.tvdb import wire
from maestrarr.providers.tvdb.languages import code_of, language_from
from maestrarr.providers.tvdb.words import picture_url, words_of

OFFICIAL: Final = "official"
_NETWORK: Final = 1
_STUDIOS: Final = (2, 3)
_STATES: Final = {
    "continuing": SeriesStatus.CONTINUING,
    "ended": SeriesStatus.ENDED,
    "upcoming": SeriesStatus.UPCOMING,
}
_JOBS: Final = {
    "actor": Job.ACTOR,
    "guest star": Job.GUEST,
    "musical guest": Job.GUEST,
    "director": Job.DIRECTOR,
    "writer": Job.WRITER,
    "creator": Job.CREATOR,
    "producer": Job.PRODUCER,
    "executive producer": Job.PRODUCER,
    "host": Job.PRESENTER,
}
# By the numbers of /artwork/types; icons, cinemagraphs and actors' photos are left out.
_TYPES: Final = {
    **dict.fromkeys((1, 16), "banner"),
    **dict.fromkeys((2, 14), "poster"),
    **dict.fromkeys((3, 15), "fanart"),
    6: "season-banner",
    7: "season-poster",
    8: "season-fanart",
    **dict.fromkeys((22, 24), "clearart"),
    **dict.fromkeys((23, 25), "clearlogo"),
}
_SITES: Final = {"youtube.com": "youtube", "youtu.be": "youtube", "vimeo.com": "vimeo"}


def found_in(hits: Sequence[wire.Hit], kind: SearchedKind, language: str) -> list[Found]:
    """Read the answers to a search; what has no id or no name is none."""
    code = code_of(language)
    return [found for hit in hits if (found := _found(hit, kind, code))]


def _found(hit: wire.Hit, kind: SearchedKind, code: str) -> Found | None:
    name = hit.name or hit.title
    title = hit.translations.get(code) or name
    if hit.tvdb_id is None or title is None or (hit.type or kind) != kind:
        return None
    return Found(
        kind=kind,
        ids=_ids(hit.tvdb_id, hit.remote_ids),
        title=title,
        original_title=name,
        other_titles=each_once((*hit.translations.values(), *hit.aliases)),
        year=year_of(hit.year),
        plot=hit.overviews.get(code) or hit.overview,
        original_language=language_from(hit.primary_language),
        poster_url=picture_url(hit.thumbnail or hit.image_url),
    )


def _ids(tvdb: int | None, remote: Sequence[wire.RemoteId]) -> ExternalIds:
    """Read the ids; of two at one service the first counts."""
    named: dict[str, str] = {}
    for each in remote:
        if each.source_name and each.id:
            named.setdefault(each.source_name.casefold(), each.id)
    return ids_of(tvdb=tvdb, tmdb=number_of(named.get("themoviedb.com")), imdb=named.get("imdb"))


def description_of(title: wire.Title, kind: DescribedKind, language: str) -> Description:
    """Read a movie, or a series without its episodes."""
    words = words_of(title, language)
    premiered = title.first_aired or title.first_release.date
    status = (title.status.name or "").casefold()
    return Description(
        kind=kind,
        ids=_ids(title.id, title.remote_ids),
        title=words.title,
        original_title=title.name,
        other_titles=_other_titles(title),
        year=year_of(title.year, premiered),
        premiered=premiered,
        runtime_minutes=minutes_of(title.runtime or title.average_runtime),
        tagline=words.tagline,
        plot=words.plot,
        certifications=_certifications(title.content_ratings),
        genres=_names(title.genres),
        studios=_studios(title),
        networks=_networks(title),
        countries=_countries(title),
        tags=_names((*title.tags, *title.tag_options)),
        original_language=language_from(title.original_language),
        spoken_languages=each_once(map(language_from, title.spoken_languages)),
        people=people_of(title.characters),
        trailers=_trailers(title.trailers),
        set=next((_set(each) for each in title.lists if each.is_official and each.name), None),
        status=_STATES.get(status) if kind == "series" else None,
        seasons=_seasons(title.seasons),
        fallbacks=words.fallbacks,
    )


def _other_titles(title: wire.Title) -> tuple[str, ...]:
    translated = title.translations.name_translations
    return each_once(each.name for each in (*translated, *title.aliases))


def _names(named: Sequence[wire.Labelled | wire.Company]) -> tuple[str, ...]:
    return each_once(each.name for each in named)


def _studios(title: wire.Title) -> tuple[str, ...]:
    own = title.companies
    listed = [each for each in own.every if each.kind in _STUDIOS]
    return _names((*title.studios, *own.studio, *own.production, *listed))


def _networks(title: wire.Title) -> tuple[str, ...]:
    own = title.companies
    listed = [each for each in own.every if each.kind == _NETWORK]
    return _names((title.original_network, title.latest_network, *own.network, *listed))


def _countries(title: wire.Title) -> tuple[str, ...]:
    produced = (each.country for each in title.production_countries)
    return each_once(map(country, (title.original_country, *produced)))


def _certifications(ratings: Sequence[wire.ContentRating]) -> Mapping[str, str]:
    given: dict[str, str] = {}
    for rating in ratings:
        place = country(rating.country)
        if place and rating.name:
            given.setdefault(place, rating.name)
    return given


def _set(official: wire.Labelled) -> SetMembership:
    return SetMembership(name=official.name or "")


def people_of(characters: Sequence[wire.Character]) -> tuple[Person, ...]:
    """List who played in all of it and who made it, in their order; not an episode's guests."""
    own = [each for each in characters if each.episode_id is None]
    own.sort(key=lambda each: each.sort if each.sort is not None else len(own))
    read = (_person(each, order) for order, each in enumerate(own))
    return tuple(dict.fromkeys(person for person in read if person))


def _person(character: wire.Character, order: int) -> Person | None:
    job = _JOBS.get((character.people_type or "").casefold())
    if job is None or character.person_name is None:
        return None
    plays = job in (Job.ACTOR, Job.GUEST)
    return Person(
        name=character.person_name,
        job=job,
        role=character.name if plays else None,
        order=order if plays else None,
        portrait_url=picture_url(character.person_picture),
        ids=ids_of(tvdb=character.people_id),
    )


def _trailers(trailers: Sequence[wire.Trailer]) -> tuple[Trailer, ...]:
    return tuple(
        Trailer(
            url=each.url,
            site=next((name for host, name in _SITES.items() if host in each.url), None),
            name=each.name,
            language=language_from(each.language),
        )
        for each in trailers
        if each.url and each.url.startswith("https://")
    )


def _seasons(seasons: Sequence[wire.Season]) -> tuple[Season, ...]:
    own = [each for each in seasons if each.type.type == OFFICIAL]
    read = {season.number: season for each in own if (season := _season(each))}
    return tuple(read[number] for number in sorted(read))


def _season(season: wire.Season) -> Season | None:
    if season.number is None or season.number < 0:
        return None
    url = picture_url(season.image)
    return Season(
        number=season.number,
        title=season.name,
        ids=ids_of(tvdb=season.id),
        poster=Offer(type="season-poster", url=url, season=season.number) if url else None,
    )


def offers_in(title: wire.Title) -> list[Offer]:
    """List the pictures of a title and of its seasons."""
    seasons = {each.id: each.number for each in title.seasons if each.type.type == OFFICIAL}
    return [offer for each in title.artworks if (offer := _offer(each, seasons))]


def _offer(artwork: wire.Artwork, seasons: Mapping[int | None, int | None]) -> Offer | None:
    kind, url = _TYPES.get(artwork.type or 0), picture_url(artwork.image)
    if kind is None or url is None:
        return None
    season = seasons.get(artwork.season_id) if kind.startswith("season-") else None
    if kind.startswith("season-") and season is None:
        return None  # of an order that we do not name seasons by
    language = language_from(artwork.language)
    return Offer(
        type=kind,
        url=url,
        id=str(artwork.id) if artwork.id else None,
        preview_url=picture_url(artwork.thumbnail),
        width=size_of(artwork.width),
        height=size_of(artwork.height),
        language=language,
        is_textless=None if artwork.includes_text is None else not artwork.includes_text,
        season=season,
    )
