"""TMDB's documents of seasons and episodes, and what may be appended to one."""

from collections.abc import Callable, Mapping

from maestrarr.demo.upstreams.answers import Document
from maestrarr.demo.upstreams.stories import Episode, Series
from maestrarr.demo.upstreams.tmdb import shared
from maestrarr.demo.upstreams.tmdb.series import (
    acting_in_all,
    episode_brief,
    episode_name,
    season_name,
    season_posters,
    stills,
)
from maestrarr.demo.upstreams.tmdb.shared import Asked


def season(series: Series, number: int, asked: Asked) -> Document:
    """Describe a season with its episodes."""
    episodes = series.season(number)
    rating = sum(episode.rating for episode in episodes) / len(episodes)
    return {
        "_id": f"{series.ids.tmdb:020x}{number:04x}",
        "air_date": str(episodes[0].aired),
        "episodes": [_with_people(series, episode, asked) for episode in episodes],
        "name": season_name(number),
        "networks": [shared.company(series.network)],
        "overview": "",
        "id": 40_000_000 + series.position * 100 + number,
        "poster_path": shared.first(season_posters(series, number), "en"),
        "season_number": number,
        "vote_average": round(rating, 3),
    }


def episode(series: Series, told: Episode, asked: Asked) -> Document:
    """Describe an episode alone."""
    return _with_people(series, told, asked)


def _with_people(series: Series, told: Episode, asked: Asked) -> Document:
    return episode_brief(series, told, asked) | {
        "crew": shared.working(series, told.crew),
        "guest_stars": shared.acting(series, told.guests, first_order=500),
    }


def _season_aggregate(series: Series, number: int, _: Asked) -> Document:
    return acting_in_all(series, series.season(number))


def _season_credits(series: Series, _: int, __: Asked) -> Document:
    return {
        "cast": shared.acting(series, series.cast),
        "crew": shared.working(series, series.crew),
    }


def _season_ids(series: Series, number: int, _: Asked) -> Document:
    return {
        "freebase_mid": None,
        "freebase_id": None,
        "tvdb_id": 70_000_000 + series.position * 1_000 + 100 + number,
        "tvrage_id": None,
        "wikidata_id": None,
    }


def _season_images(series: Series, number: int, asked: Asked) -> Document:
    return {"posters": asked.pictures(season_posters(series, number))}


def _season_translations(series: Series, number: int, _: Asked) -> Document:
    return {
        "translations": [
            language
            | {"data": {"name": season_name(number) if code == "en" else "", "overview": ""}}
            for language, code in shared.translations(series)
        ]
    }


def _season_videos(series: Series, _: int, asked: Asked) -> Document:
    return {"results": shared.videos(series, asked)[:1]}


SEASON_PARTS: Mapping[str, Callable[[Series, int, Asked], Document]] = {
    "aggregate_credits": _season_aggregate,
    "credits": _season_credits,
    "external_ids": _season_ids,
    "images": _season_images,
    "translations": _season_translations,
    "videos": _season_videos,
}


def _episode_credits(series: Series, told: Episode, _: Asked) -> Document:
    return {
        "cast": shared.acting(series, series.cast),
        "crew": shared.working(series, told.crew),
        "guest_stars": shared.acting(series, told.guests, first_order=500),
    }


def _episode_ids(_: Series, told: Episode, __: Asked) -> Document:
    return {
        "imdb_id": f"tt96{told.tmdb % 10**8:08}",
        "freebase_mid": None,
        "freebase_id": None,
        "tvdb_id": told.tvdb,
        "tvrage_id": None,
        "wikidata_id": None,
    }


def _episode_images(series: Series, told: Episode, asked: Asked) -> Document:
    return {"stills": asked.pictures(stills(series, told))}


def _episode_translations(series: Series, told: Episode, asked: Asked) -> Document:
    found = []
    for language, code in shared.translations(series):
        there = Asked(catalogue=asked.catalogue, language=code)
        data = {
            "name": episode_name(series, told, there),
            "overview": told.plot if code == "en" else "",
        }
        found.append(language | {"data": data})
    return {"translations": found}


def _episode_videos(_: Series, __: Episode, ___: Asked) -> Document:
    return {"results": []}


EPISODE_PARTS: Mapping[str, Callable[[Series, Episode, Asked], Document]] = {
    "credits": _episode_credits,
    "external_ids": _episode_ids,
    "images": _episode_images,
    "translations": _episode_translations,
    "videos": _episode_videos,
}
