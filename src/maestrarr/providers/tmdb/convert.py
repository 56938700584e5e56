"""TMDB's words into ours."""

from collections.abc import Mapping, Sequence
from statistics import mode
from typing import Final

from maestrarr.media.artwork import Offer
from maestrarr.media.countries import country
from maestrarr.media.ids import ExternalIds
from maestrarr.providers.contracts import (
    DescribedKind,
    Description,
    Episode,
    Found,
    Rating,
    SearchedKind,
    Season,
    SeriesStatus,
    SetMembership,
    Trailer,
)
from maestrarr.providers.reading import (
    each_once,
    ids_of,
    language_of,
    minutes_of,
    size_of,
    year_of,
)
from maestrarr.providers.tmdb.addresses import Pictures, video_url
from maestrarr.providers.tmdb.people import people_of, people_of_episode
from maestrarr.providers.tmdb.wire import (
    Details,
    EpisodeDetails,
    Hit,
    Image,
    Images,
    Named,
    Releases,
    SeasonDetails,
    Video,
)
from maestrarr.providers.tmdb.wording import words_of

SOURCE: Final = "tmdb"
# In cinemas, in some, on the net, on discs, on television, at its première: who rates it first.
_RELEASES: Final = (3, 2, 4, 5, 6, 1)
_STATES: Final = {
    **dict.fromkeys(("Returning Series", "In Production"), SeriesStatus.CONTINUING),
    **dict.fromkeys(("Ended", "Canceled"), SeriesStatus.ENDED),
    **dict.fromkeys(("Planned", "Pilot"), SeriesStatus.UPCOMING),
}
_FINALES: Final = {"finale": "season", "mid_season": "midseason"}
_TRAILERS: Final = ("Trailer", "Teaser")


def found_in(hits: Sequence[Hit], kind: SearchedKind, pictures: Pictures) -> list[Found]:
    """Read the answers to a search; what has no id or no name is none."""
    return [found for hit in hits if (found := _found(hit, kind, pictures))]


def _found(hit: Hit, kind: SearchedKind, pictures: Pictures) -> Found | None:
    ids = ids_of(tmdb=hit.id)
    title = hit.title or hit.name or hit.original_title or hit.original_name
    if not ids or title is None:
        return None
    return Found(
        kind=kind,
        ids=ids,
        title=title,
        original_title=hit.original_title or hit.original_name,
        year=year_of(None, hit.release_date or hit.first_air_date),
        plot=hit.overview,
        original_language=language_of(hit.original_language),
        popularity=hit.popularity,
        poster_url=pictures.small(hit.poster_path),
    )


def description_of(
    details: Details, kind: DescribedKind, language: str, pictures: Pictures
) -> Description:
    """Read a movie, a series without its episodes, or a set."""
    words = words_of(details, language)
    premiered = details.release_date or details.first_air_date
    return Description(
        kind=kind,
        ids=_ids(details),
        title=words.title,
        original_title=details.original_title or details.original_name,
        other_titles=_other_titles(details),
        year=year_of(None, premiered),
        premiered=premiered,
        runtime_minutes=minutes_of(details.runtime or next(iter(details.episode_run_time), None)),
        tagline=words.tagline,
        plot=words.plot,
        certifications=_certifications(details),
        ratings=_ratings(details.vote_average, details.vote_count),
        genres=_names(details.genres),
        studios=_names(details.production_companies),
        networks=_names(details.networks),
        countries=_countries(details),
        tags=_names((*details.keywords.keywords, *details.keywords.results)),
        original_language=language_of(details.original_language),
        spoken_languages=each_once(
            language_of(each.iso_639_1) for each in details.spoken_languages
        ),
        people=people_of(details, pictures),
        trailers=_trailers(details.videos.results),
        set=_set(details),
        parts=tuple(ids for part in details.parts if (ids := ids_of(tmdb=part.id))),
        status=_STATES.get(details.status or "") if kind == "series" else None,
        fallbacks=words.fallbacks,
    )


def _ids(details: Details) -> ExternalIds:
    foreign = details.external_ids
    return ids_of(tmdb=details.id, tvdb=foreign.tvdb_id, imdb=details.imdb_id or foreign.imdb_id)


def _other_titles(details: Details) -> tuple[str, ...]:
    others = (*details.alternative_titles.titles, *details.alternative_titles.results)
    translated = (each.data.title or each.data.name for each in details.translations.translations)
    return each_once((*(each.title for each in others), *translated))


def _names(named: Sequence[Named]) -> tuple[str, ...]:
    return each_once(each.name for each in named)


def _countries(details: Details) -> tuple[str, ...]:
    produced = (each.iso_3166_1 for each in details.production_countries)
    return each_once(map(country, (*details.origin_country, *produced)))


def _ratings(average: float | None, votes: int | None) -> tuple[Rating, ...]:
    if average is None or not votes or votes < 0 or not 0 <= average <= 10:
        return ()
    return (Rating(source=SOURCE, value=average, votes=votes),)


def _certifications(details: Details) -> Mapping[str, str]:
    given: dict[str, str] = {}
    for release in (*details.release_dates.results, *details.content_ratings.results):
        place, certification = country(release.iso_3166_1), _certification(release)
        if place and certification:
            given.setdefault(place, certification)
    return given


def _certification(release: Releases) -> str | None:
    if release.rating:
        return release.rating
    rated = [each for each in release.release_dates if each.certification]
    rated.sort(key=lambda each: _RELEASES.index(each.type) if each.type in _RELEASES else 99)
    return rated[0].certification if rated else None


def _trailers(videos: Sequence[Video]) -> tuple[Trailer, ...]:
    """List trailers, official and large ones first, then teasers."""
    wanted = [video for video in videos if video.type in _TRAILERS]
    wanted.sort(
        key=lambda video: (
            _TRAILERS.index(video.type or ""),
            not video.official,
            -(video.size or 0),
        )
    )
    return tuple(trailer for video in wanted if (trailer := _trailer(video)))


def _trailer(video: Video) -> Trailer | None:
    url = video_url(video.site, video.key)
    if url is None or video.site is None:
        return None
    return Trailer(
        url=url,
        site=video.site.lower(),
        key=video.key,
        name=video.name,
        language=language_of(video.iso_639_1),
        height=size_of(video.size),
        is_official=video.official,
    )


def _set(details: Details) -> SetMembership | None:
    belonging = details.belongs_to_collection
    if belonging.name is None:
        return None
    return SetMembership(name=belonging.name, ids=ids_of(tmdb=belonging.id))


def season_of(season: SeasonDetails, pictures: Pictures) -> Season | None:
    """Read a season without its episodes."""
    if season.season_number is None or season.season_number < 0:
        return None
    url = pictures.whole(season.poster_path)
    return Season(
        number=season.season_number,
        title=season.name,
        plot=season.overview,
        premiered=season.air_date,
        ids=ids_of(tmdb=season.id),
        poster=Offer(type="season-poster", url=url, season=season.season_number) if url else None,
    )


def episodes_of(season: SeasonDetails, pictures: Pictures) -> tuple[Episode, ...]:
    """Read a season's episodes."""
    read = (_episode(each, season.season_number, pictures) for each in season.episodes)
    return tuple(episode for episode in read if episode)


def _episode(theirs: EpisodeDetails, season: int | None, pictures: Pictures) -> Episode | None:
    number = theirs.episode_number
    season = season if theirs.season_number is None else theirs.season_number
    if number is None or season is None or number < 0 or season < 0:
        return None
    still = pictures.whole(theirs.still_path)
    return Episode(
        season=season,
        number=number,
        title=theirs.name,
        plot=theirs.overview,
        premiered=theirs.air_date,
        runtime_minutes=minutes_of(theirs.runtime),
        ids=ids_of(tmdb=theirs.id),
        finale=_FINALES.get(theirs.episode_type or ""),
        ratings=_ratings(theirs.vote_average, theirs.vote_count),
        people=people_of_episode(theirs, pictures),
        thumb=Offer(type="thumb", url=still, season=season) if still else None,
    )


def usual_runtime(episodes: Sequence[Episode]) -> int | None:
    """Tell how long most episodes run, in minutes."""
    known = [each.runtime_minutes for each in episodes if each.runtime_minutes]
    return mode(known) if known else None


def offers_in(images: Images, pictures: Pictures) -> list[Offer]:
    """List the pictures of a title.

    Without text a poster is key art, too; with text a backdrop is a landscape, too.
    """
    offers = _offers(images.posters, "poster", pictures)
    offers += [each for each in _offers(images.posters, "keyart", pictures) if each.is_textless]
    offers += _offers(images.backdrops, "fanart", pictures)
    offers += [
        each for each in _offers(images.backdrops, "landscape", pictures) if not each.is_textless
    ]
    return offers + _offers(images.logos, "clearlogo", pictures)


def season_offers_in(images: Images, season: int, pictures: Pictures) -> list[Offer]:
    """List the pictures of a season."""
    return _offers(images.posters, "season-poster", pictures, season=season)


def _offers(
    images: Sequence[Image], kind: str, pictures: Pictures, *, season: int | None = None
) -> list[Offer]:
    read = (_offer(image, kind, pictures, season=season) for image in images)
    return [offer for offer in read if offer]


def _offer(image: Image, kind: str, pictures: Pictures, *, season: int | None) -> Offer | None:
    url = pictures.whole(image.file_path)
    if url is None:
        return None
    rated = _ratings(image.vote_average, image.vote_count)
    language = language_of(image.iso_639_1)
    return Offer(
        type=kind,
        url=url,
        id=image.file_path,
        preview_url=pictures.small(image.file_path),
        width=size_of(image.width),
        height=size_of(image.height),
        language=language,
        is_textless=language is None,
        rating=rated[0].value if rated else None,
        votes=rated[0].votes if rated else None,
        season=season,
    )
