"""TMDB's documents of series, and what may be appended to one."""

from collections.abc import Callable, Mapping, Sequence

from maestrarr.demo.upstreams.answers import Document
from maestrarr.demo.upstreams.pictures import Offer
from maestrarr.demo.upstreams.stories import Episode, Part, Series, chance
from maestrarr.demo.upstreams.tmdb import shared
from maestrarr.demo.upstreams.tmdb.shared import Asked

_GROUP_TYPES = {1: "Original air date", 2: "Absolute", 3: "DVD"}


def brief(series: Series, asked: Asked) -> Document:
    """Describe a series as a line of a search's answer."""
    title, overview, _ = shared.named(series, asked)
    return {
        "adult": False,
        "backdrop_path": shared.first(_backdrops(series), None),
        "genre_ids": [genre["id"] for genre in shared.genres(series)],
        "id": series.ids.tmdb,
        "origin_country": [series.country],
        "original_language": series.language,
        "original_name": series.title,
        "overview": overview,
        "popularity": series.popularity,
        "poster_path": shared.first(_posters(series), asked.spoken, "en"),
        "first_air_date": str(series.premiered),
        "name": title,
        "vote_average": series.rating,
        "vote_count": series.votes,
    }


def whole(series: Series, asked: Asked) -> Document:
    """Describe a series with every key that TMDB has."""
    _, _, tagline = shared.named(series, asked)
    told = brief(series, asked)
    del told["genre_ids"]
    last = max(series.episodes, key=lambda episode: episode.aired)
    return told | {
        "created_by": [_creator(series, series.crew[1])],
        "episode_run_time": [series.minutes] if series.is_over else [],
        "genres": shared.genres(series),
        "homepage": f"https://series.example/{series.ids.tmdb}",
        "in_production": not series.is_over,
        "languages": [series.language],
        "last_air_date": str(last.aired),
        "last_episode_to_air": episode_brief(series, last, asked),
        "next_episode_to_air": None,
        "networks": [shared.company(series.network)],
        "number_of_episodes": sum(episode.season > 0 for episode in series.episodes),
        "number_of_seasons": sum(season > 0 for season in series.seasons),
        "production_companies": [shared.company(studio) for studio in series.studios],
        "production_countries": shared.countries(series.country),
        "seasons": [_season_brief(series, number) for number in series.seasons],
        "spoken_languages": shared.languages(*dict.fromkeys((series.language, "en"))),
        "status": "Ended" if series.is_over else "Returning Series",
        "tagline": tagline,
        "type": "Talk Show" if "Talk" in series.genres else "Scripted",
    }


def episode_brief(series: Series, episode: Episode, asked: Asked) -> Document:
    """Describe an episode as lists do."""
    return {
        "air_date": str(episode.aired),
        "episode_number": episode.number,
        "episode_type": _episode_type(series, episode),
        "id": episode.tmdb,
        "name": episode_name(series, episode, asked),
        "overview": episode.plot if asked.spoken == "en" else "",
        "production_code": "",
        "runtime": episode.minutes,
        "season_number": episode.season,
        "show_id": series.ids.tmdb,
        "still_path": shared.first(stills(series, episode), None),
        "vote_average": episode.rating,
        "vote_count": episode.votes,
    }


def episode_name(series: Series, episode: Episode, asked: Asked) -> str:
    """Name an episode: in English or the original language, else by its number, as TMDB does."""
    known = asked.spoken in {"en", series.language}
    return episode.title if known else f"Episode {episode.number}"


def stills(series: Series, episode: Episode) -> list[Offer]:
    """List an episode's pictures."""
    return shared.STILLS.offers(f"episode-{series.ids.tmdb}.{episode.season}.{episode.number}")


def acting_in_all(series: Series, episodes: Sequence[Episode]) -> Document:
    """List who plays whom in how many episodes, and who did what in how many."""
    count = len(episodes)
    return {
        "cast": [
            shared.person(part.person)
            | {
                "roles": [
                    {
                        "credit_id": shared.credit_id(series, part),
                        "character": part.does,
                        "episode_count": count,
                    }
                ],
                "total_episode_count": count,
                "order": order,
            }
            for order, part in enumerate(series.cast)
        ],
        "crew": [
            shared.person(part.person)
            | {
                "jobs": [
                    {
                        "credit_id": shared.credit_id(series, part),
                        "job": part.does,
                        "episode_count": count,
                    }
                ],
                "department": part.department,
                "total_episode_count": count,
            }
            for part in series.crew
        ],
    }


def groups(series: Series) -> list[Document]:
    """List the other orders in which a series can be told: `<series>-<type>` numbers each."""
    regular = [episode for episode in series.episodes if episode.season > 0]
    seasons = len({episode.season for episode in regular})
    return [
        {
            "description": f"{name} order.",
            "episode_count": len(regular),
            "group_count": 1 if name == "Absolute" else seasons,
            "id": f"{series.ids.tmdb:016x}{number:08x}",
            "name": f"{name} Order",
            "network": shared.company(series.network),
            "type": number,
        }
        for number, name in _GROUP_TYPES.items()
    ]


def group_whole(series: Series, kind: int, asked: Asked) -> Document | None:
    """Describe one of the other orders, episode by episode."""
    if kind not in _GROUP_TYPES:
        return None
    parts: dict[int, list[tuple[int, Episode]]] = {}
    for episode in series.episodes:
        if episode.absolute is None:
            continue
        disc, number = episode.dvd
        if kind == 2:
            disc, number = 1, episode.absolute
        parts.setdefault(disc, []).append((number, episode))
    told = next(group for group in groups(series) if group["type"] == kind)
    return told | {
        "groups": [
            {
                "id": f"{series.ids.tmdb:016x}{kind:04x}{disc:04x}",
                "name": "Absolute" if kind == 2 else f"Season {disc}",
                "order": disc,
                "episodes": [
                    episode_brief(series, episode, asked) | {"order": number - 1}
                    for number, episode in sorted(places, key=lambda place: place[0])
                ],
                "locked": True,
            }
            for disc, places in parts.items()
        ],
    }


def _aggregate_credits(series: Series, _: Asked) -> Document:
    return acting_in_all(series, series.episodes)


def _alternative_titles(series: Series, _: Asked) -> Document:
    title = f"{series.english} ({series.year})"
    return {"results": [{"iso_3166_1": "US", "title": title, "type": ""}]}


def _content_ratings(series: Series, _: Asked) -> Document:
    ratings = shared.ratings(series).items()
    return {
        "results": [
            {"descriptors": [], "iso_3166_1": country, "rating": rating}
            for country, rating in ratings
        ]
    }


def _credits(series: Series, _: Asked) -> Document:
    return {
        "cast": shared.acting(series, series.cast),
        "crew": shared.working(series, series.crew),
    }


def _episode_groups(series: Series, _: Asked) -> Document:
    return {"results": groups(series)}


def _external_ids(series: Series, _: Asked) -> Document:
    return {
        "imdb_id": series.ids.imdb,
        "freebase_mid": None,
        "freebase_id": None,
        "tvdb_id": series.ids.tvdb,
        "tvrage_id": None,
        **shared.social(series),
    }


def _images(series: Series, asked: Asked) -> Document:
    of = f"series-{series.ids.tmdb}"
    return {
        "backdrops": asked.pictures(_backdrops(series)),
        "logos": asked.pictures(shared.LOGOS.offers(of, series.language)),
        "posters": asked.pictures(_posters(series)),
    }


def _keywords(series: Series, _: Asked) -> Document:
    return {"results": [{"name": word, "id": 1_000 + len(word)} for word in series.keywords]}


def _translations(series: Series, _: Asked) -> Document:
    found = []
    for language, code in shared.translations(series):
        name, overview, tagline = shared.translated(series, code)
        data = {"name": name, "overview": overview, "homepage": "", "tagline": tagline}
        found.append(language | {"data": data})
    return {"translations": found}


def _videos(series: Series, asked: Asked) -> Document:
    return {"results": shared.videos(series, asked)}


PARTS: Mapping[str, Callable[[Series, Asked], Document]] = {
    "aggregate_credits": _aggregate_credits,
    "alternative_titles": _alternative_titles,
    "content_ratings": _content_ratings,
    "credits": _credits,
    "episode_groups": _episode_groups,
    "external_ids": _external_ids,
    "images": _images,
    "keywords": _keywords,
    "translations": _translations,
    "videos": _videos,
}


def _season_brief(series: Series, number: int) -> Document:
    episodes = series.season(number)
    rating = sum(episode.rating for episode in episodes) / len(episodes)
    return {
        "air_date": str(episodes[0].aired),
        "episode_count": len(episodes),
        "id": 40_000_000 + series.position * 100 + number,
        "name": season_name(number),
        "overview": "",
        "poster_path": shared.first(season_posters(series, number), "en"),
        "season_number": number,
        "vote_average": round(rating, 1),
    }


def season_name(number: int) -> str:
    """Name a season."""
    return f"Season {number}" if number else "Specials"


def season_posters(series: Series, number: int) -> list[Offer]:
    """List a season's posters."""
    return shared.POSTERS.offers(f"season-{series.ids.tmdb}.{number}", series.language)


def _creator(series: Series, part: Part) -> Document:
    return {
        "id": part.person.id,
        "credit_id": shared.credit_id(series, part),
        "name": part.person.name,
        "original_name": part.person.name,
        "gender": part.person.gender,
        "profile_path": shared.profile(part.person),
    }


def _episode_type(series: Series, episode: Episode) -> str:
    is_last = episode == series.season(episode.season)[-1]
    if not is_last or episode.season == 0:
        return "standard"
    return "finale" if chance(episode.tmdb).random() < 0.9 else "mid_season"


def _posters(series: Series) -> list[Offer]:
    return shared.POSTERS.offers(f"series-{series.ids.tmdb}", series.language)


def _backdrops(series: Series) -> list[Offer]:
    return shared.BACKDROPS.offers(f"series-{series.ids.tmdb}", series.language)
