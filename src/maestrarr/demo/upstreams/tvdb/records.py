"""TheTVDB's records, base and extended; a base record's text is the original language's."""

from maestrarr.demo.upstreams import words
from maestrarr.demo.upstreams.answers import Document
from maestrarr.demo.upstreams.stories import (
    Episode,
    Film,
    Series,
    Story,
)
from maestrarr.demo.upstreams.tvdb import artwork, parts

SEASON_TYPES = {
    "official": (1, "Aired Order"),
    "dvd": (2, "DVD Order"),
    "absolute": (3, "Absolute Order"),
}
_UPDATED = "2026-05-17 08:12:44"


def film_base(film: Film, base: str) -> Document:
    """Describe a film in short."""
    return _base(film, base) | {
        "runtime": film.minutes,
        "status": parts.status("Released", "movie", 5),
    }


def film_extended(film: Film, base: str, *, with_translations: bool, is_short: bool) -> Document:
    """Describe a film with every key that TheTVDB has; its overview is in the translations only."""
    country = words.COUNTRIES_3[film.country]
    release = {"country": country, "date": str(film.premiered), "detail": ""}
    return film_base(film, base) | {
        "artworks": None if is_short else list(map(artwork.plain, artwork.of_story(film, base))),
        "audioLanguages": [parts.spoken(film.language)],
        "awards": [],
        "boxOffice": f"{film.revenue}.0",
        "boxOfficeUS": f"{film.revenue // 2}.0",
        "budget": f"{film.budget}",
        "characters": None if is_short else parts.characters(film, base),
        "companies": parts.companies(film.studios),
        "contentRatings": parts.content_ratings("movie"),
        "first_release": release | {"country": "global"},
        "genres": parts.genres(film),
        "inspirations": [],
        "lists": [],
        "originalCountry": country,
        "originalLanguage": parts.spoken(film.language),
        "production_countries": [
            {"id": 1, "country": country, "name": words.COUNTRY_NAMES[film.country]}
        ],
        "releases": [release],
        "remoteIds": parts.remote_ids(film),
        "spoken_languages": [parts.spoken(film.language)],
        "studios": [
            {"id": studio.id, "name": studio.name, "parentStudio": 0} for studio in film.studios
        ],
        "subtitleLanguages": [],
        "tagOptions": None,
        "trailers": parts.trailers(film),
        "translations": parts.translations(film) if with_translations else None,
    }


def series_base(series: Series, base: str) -> Document:
    """Describe a series in short."""
    last = max(episode.aired for episode in series.episodes)
    country = words.COUNTRIES_3[series.country]
    status = (
        parts.status("Ended", "series", 2)
        if series.is_over
        else parts.status("Continuing", "series", 1)
    )
    return _base(series, base) | {
        "averageRuntime": series.minutes,
        "country": country,
        "defaultSeasonType": 1,
        "episodes": None,
        "firstAired": str(series.premiered),
        "isOrderRandomized": False,
        "lastAired": str(last),
        "nextAired": "",
        "originalCountry": country,
        "originalLanguage": parts.spoken(series.language),
        "overview": (series.tell(series.language) or series.told["en"]).plot,
        "status": status,
    }


def series_extended(series: Series, base: str, *, meta: str | None, is_short: bool) -> Document:
    """Describe a series with every key that TheTVDB has."""
    weekday = series.premiered.strftime("%A").lower()
    days = ("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
    with_episodes = meta == "episodes"
    return series_base(series, base) | {
        "abbreviation": "",
        "airsDays": {day: day == weekday for day in days},
        "airsTime": "21:00",
        "artworks": None if is_short else artwork.of_story(series, base),
        "characters": None if is_short else parts.characters(series, base),
        "companies": [parts.company(studio) for studio in (series.network, *series.studios)],
        "contentRatings": parts.content_ratings("episode"),
        "episodes": episodes(series, "official", base) if with_episodes else None,
        "genres": parts.genres(series),
        "latestNetwork": parts.company(series.network),
        "lists": [],
        "originalNetwork": parts.company(series.network),
        "remoteIds": parts.remote_ids(series),
        "seasons": [
            season_base(series, name, number, base)
            for name in SEASON_TYPES
            for number in season_numbers(series, name)
        ],
        "seasonTypes": [season_type(name) for name in SEASON_TYPES],
        "tags": None,
        "trailers": parts.trailers(series),
        "translations": parts.translations(series) if meta == "translations" else None,
    }


def season_type(name: str) -> Document:
    """Describe one of the orders."""
    number, title = SEASON_TYPES[name]
    return {"alternateName": None, "id": number, "name": title, "type": name}


def season_numbers(series: Series, order: str) -> tuple[int, ...]:
    """List the seasons of one order; the absolute one has the first alone."""
    return (1,) if order == "absolute" else series.seasons


def season_base(series: Series, order: str, number: int, base: str) -> Document:
    """Describe a season in short."""
    pictures = artwork.of_season(series, number, base)
    return {
        "id": artwork.season_id(series, SEASON_TYPES[order][0], number),
        "image": artwork.best(pictures, 7),
        "imageType": 7,
        "lastUpdated": _UPDATED,
        "name": None,
        "nameTranslations": [],
        "number": number,
        "overviewTranslations": [],
        "companies": parts.companies(()),
        "seriesId": series.ids.tvdb,
        "type": season_type(order),
        "year": str(series.premiered.year + max(0, number - 1)),
    }


def season_extended(series: Series, order: str, number: int, base: str) -> Document:
    """Describe a season with its artwork and episodes."""
    return season_base(series, order, number, base) | {
        "artwork": list(map(artwork.plain, artwork.of_season(series, number, base))),
        "episodes": [
            told for told in episodes(series, order, base) if told["seasonNumber"] == number
        ],
        "trailers": [],
        "tagOptions": None,
        "translations": [],
    }


def episodes(series: Series, order: str, base: str, language: str | None = None) -> list[Document]:
    """List a series' episodes by their places in one order."""
    found = [
        episode_base(series, episode, order, base, language)
        for episode in series.episodes
        if order != "absolute" or episode.absolute is not None
    ]
    return sorted(found, key=lambda told: (told["seasonNumber"], told["number"]))


def episode_base(
    series: Series, episode: Episode, order: str, base: str, language: str | None = None
) -> Document:
    """Describe an episode in short, at its place in one order; specials say when they are seen."""
    season, number = {
        "dvd": episode.dvd,
        "absolute": (1, episode.absolute or 0),
    }.get(order, (episode.season, episode.number))
    is_special = episode.season == 0
    is_known = language in {None, "eng", parts.spoken(series.language)}
    is_last = not is_special and episode == series.season(episode.season)[-1]
    return {
        "absoluteNumber": episode.absolute or 0,
        "aired": str(episode.aired),
        "airsAfterSeason": 1 if is_special and episode.number > 1 else None,
        "airsBeforeEpisode": 1 if is_special and episode.number == 1 else None,
        "airsBeforeSeason": 1 if is_special and episode.number == 1 else None,
        "finaleType": "season" if is_last else None,
        "id": episode.tvdb,
        "image": artwork.still(series, episode, base),
        "imageType": 11,
        "isMovie": 0,
        "lastUpdated": _UPDATED,
        "linkedMovie": None,
        "name": episode.title if is_known else None,
        "nameTranslations": ["eng"],
        "number": number,
        "overview": episode.plot if language in {None, "eng"} else None,
        "overviewTranslations": ["eng"],
        "runtime": episode.minutes,
        "seasonNumber": season,
        "seasons": None,
        "seriesId": series.ids.tvdb,
        "seasonName": None,
        "year": str(episode.aired.year),
    }


def episode_extended(series: Series, episode: Episode, base: str) -> Document:
    """Describe an episode with every key that TheTVDB has."""
    people = [*episode.guests, *episode.crew]
    return episode_base(series, episode, "official", base) | {
        "awards": [],
        "characters": [parts.character(series, part, at, base) for at, part in enumerate(people)],
        "companies": [],
        "contentRatings": parts.content_ratings("episode"),
        "networks": [parts.company(series.network)],
        "nominations": None,
        "productionCode": "",
        "remoteIds": [],
        "seasons": [
            season_base(series, name, episode.season, base) for name in ("official", "dvd")
        ],
        "studios": [],
        "tagOptions": None,
        "trailers": [],
        "translations": {
            "nameTranslations": [parts.one_translation("eng", name=episode.title)],
            "overviewTranslations": [parts.one_translation("eng", overview=episode.plot)],
            "alias": [],
        },
    }


def _base(story: Story, base: str) -> Document:
    languages = [parts.spoken(language) for language in story.told]
    pictures = artwork.of_story(story, base)
    english = [{"language": "eng", "name": story.english}]
    return {
        "aliases": [] if story.english == story.title else english,
        "id": story.ids.tvdb,
        "image": artwork.best(pictures, 2, 14),
        "lastUpdated": _UPDATED,
        "name": story.title,
        "nameTranslations": languages,
        "overviewTranslations": languages,
        "score": round(story.popularity * 1_000),
        "slug": parts.slug(story),
        "year": str(story.year),
    }
